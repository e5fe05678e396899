"""The house: registries and folders agree, modules stay small, examples in docstrings are true."""

from __future__ import annotations

import ast
import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

from defaultdrift.locks import FORMATS as LOCK_FORMATS
from defaultdrift.model.code import CODES
from defaultdrift.report import FORMATS as REPORT_FORMATS
from support import CASES, ROOT

SOURCE = ROOT / "src"
MODULES = sorted(SOURCE.rglob("*.py"))
WITH_EXAMPLES = [path for path in MODULES if ">>> " in path.read_text(encoding="utf-8")]


def dotted(path):
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def public_names(folder):
    """Return the stems of the modules of a folder that have a `NAME`."""
    return {path.stem for path in (SOURCE / "defaultdrift" / folder).glob("*.py") if "\nNAME = " in path.read_text()}


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=dotted)
def test_examples_in_docstrings_are_true(path):
    """What a docstring shows is what happens."""
    module = import_module(dotted(path))

    assert doctest.testmod(module).failed == 0


def test_every_lock_format_is_registered_and_has_its_cases():
    """A format is one module, one line of the registry and one folder of cases."""
    assert public_names("locks") == set(LOCK_FORMATS)
    assert {folder.name for folder in (CASES / "locks").iterdir()} >= set(LOCK_FORMATS)


def test_every_output_format_is_registered():
    """A format is one module and one line of the registry."""
    modules = {path.rpartition(".")[2] for path in REPORT_FORMATS.values()}

    assert public_names("report") == modules
    assert all(name == import_module(path).NAME for name, path in REPORT_FORMATS.items())


def test_every_code_is_documented():
    """The table of the README names every code that can be found, and no other."""
    rows = re.findall(r"^\| `(DD\d{3})`", (ROOT / "README.md").read_text(), re.MULTILINE)

    assert sorted(rows) == sorted(CODES)


def test_every_module_has_a_docstring_and_at_most_400_lines():
    """A module holds one idea, and says which."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), path
        assert len(text.splitlines()) <= 400, path


def test_nothing_is_left_to_be_done():
    """No placeholder stands in the code."""
    marks = re.compile(r"\b(TODO|FIXME|TBA|XXX)\b")

    assert [str(path) for path in MODULES if marks.search(path.read_text(encoding="utf-8"))] == []


def test_no_address_of_an_index_stands_in_the_sources():
    """The index comes from pip's configuration, so its address is written down nowhere."""
    named = re.compile(r"https?://[^\s\"'`]*/simple/")
    folders = ("src", "rules", "docs", "examples", "benchmarks")
    files = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".md", ".toml", ".txt"}
    ]

    assert [str(Path(path).name) for path in files if named.search(path.read_text(encoding="utf-8"))] == []
