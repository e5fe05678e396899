"""Names, sizes, depths and second opinions: what a case file of a lock cannot say."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from importlib import import_module
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import InvalidRequirement, Requirement
from packaging.version import Version

import defaultdrift.locks
from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks import FORMATS, find_format, parse_lock
from defaultdrift.model.toml import parse_toml

FOLDER = Path(__file__).parent / "cases" / "locks"
LARGE = 20_000


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("uv.lock", "uv"),
        ("services/api/uv.lock", "uv"),
        ("pylock.toml", "pylock"),
        ("pylock.dev.toml", "pylock"),
        ("poetry.lock", "poetry"),
        ("pdm.lock", "pdm"),
        ("Pipfile.lock", "pipfile"),
        ("requirements.txt", "requirements"),
        ("requirements-dev.txt", "requirements"),
        ("requirements_test.txt", "requirements"),
        ("dev-requirements.txt", "requirements"),
        ("constraints.txt", "requirements"),
        ("constraints-3.12.txt", "requirements"),
        ("requirements/base.txt", "requirements"),
        ("api/requirements/base.txt", "requirements"),
        ("requirements/test.lock", "requirements"),
        ("requirements.lock", "requirements"),
        ("requirements-dev.lock", "requirements"),
        ("uv.lock.orig", None),
        ("my.uv.lock", None),
        ("UV.LOCK", None),
        ("uv.toml", None),
        ("pylock.toml.bak", None),
        ("pylock.dev.linux.toml", None),
        ("pylock..toml", None),
        ("mypylock.toml", None),
        ("path.to.my.poetry.lock", None),
        ("poetry.lock.file", None),
        ("poetry.lock/x", None),
        ("pdm.lock.toml", None),
        ("Pipfile", None),
        ("pipfile.lock", None),
        ("requirements.in", None),
        ("requirements", None),
        ("requirements.txt.bak", None),
        ("base.txt", None),
        ("requirements/base.in", None),
        ("requirements/linux/base.txt", None),
        ("locks/test.lock", None),
        ("notes.txt", None),
        ("Cargo.lock", None),
        ("", None),
    ],
)
def test_find_format_knows_a_file_by_its_name(file, expected):
    """A name that is only near one is nobody's."""
    assert expected == find_format(file)


def test_registry_names_every_format_of_the_folder():
    """A module of the folder is a format of the registry, private, or one of those that read no file."""
    modules = {path.stem for path in Path(defaultdrift.locks.__file__).parent.glob("[!_]*.py")}

    assert modules - {"merge", "pin"} == set(FORMATS)
    assert list(FORMATS) == [import_module(f"defaultdrift.locks.{name}").NAME for name in FORMATS]


def test_find_format_imports_no_format_but_the_one_it_finds():
    """A hook that looks for a lock pays neither for parsers nor for versions."""
    program = (
        "import sys; from defaultdrift.locks import find_format; find_format('setup.py'); find_format('README.md');"
        "dear = ('packaging', 'tomllib', 'json', 'defaultdrift.locks.');"
        "print([name for name in sys.modules if name.startswith(dear)])"
    )

    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


def test_plain_pins_are_read_without_the_parser_of_requirements():
    """Most lines of a generated file are pins, and `packaging.requirements` costs more than to read them all."""
    program = (
        "import sys; from defaultdrift.locks import parse_lock;"
        "parse_lock('requirements.txt', 'a==1\\nb==2.0.post1 # c\\n--hash=x\\n', 'requirements');"
        "print([name for name in sys.modules if name in ('packaging.requirements', 'packaging.specifiers')])"
    )

    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


def large_lock(name):
    """Return a lock of many packages in a format."""
    listed = "".join(
        f'[[package]]\nname = "p{i}"\nversion = "1.{i}"\nmarker = "python_version < \'3.{i % 9}\'"\nfiles = [\n'
        f'    {{file = "p{i}-1.{i}-py3-none-any.whl", hash = "sha256:{i:064}"}},\n]\n\n'
        for i in range(LARGE)
    )
    return {
        "uv": f"version = 1\n\n{listed}",
        "poetry": f'{listed}[metadata]\nlock-version = "2.1"\n',
        "pdm": f'[metadata]\nlock_version = "4.5.0"\n\n{listed}',
        "pylock": 'lock-version = "1.0"\n\n' + listed.replace("[[package]]", "[[packages]]"),
        "pipfile": '{"_meta": {"pipfile-spec": 6}, "default": {\n'
        + ",\n".join(f'"p{i}": {{\n"version": "==1.{i}"\n}}' for i in range(LARGE))
        + "}}",
        "requirements": "".join(
            f"p{i}==1.{i} ; python_version < '3.{i % 9}' \\\n    --hash=sha256:{i:064}\n" for i in range(LARGE)
        ),
    }[name]


@pytest.mark.parametrize("name", FORMATS)
def test_large_lock_is_read_in_time(name):
    """Twenty thousand packages take seconds, not minutes: nothing grows with their square."""
    text = large_lock(name)
    start = time.process_time()
    lock = parse_lock("lock", text, name)

    assert len(lock.pins) == LARGE
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv", "version = 1\na = " + "[" * 100_000),
        ("poetry", "[" * 100_000),
        ("pdm", "a = " + "{a = " * 100_000),
        ("pylock", "a" + ".a" * 100_000 + " = 1"),
        ("pipfile", "[" * 100_000),
        ("pipfile", '{"_meta":' * 100_000),
        ("requirements", "a; " + "(" * 9_000),
        ("requirements", "a; " + "(" * 9_000_000),
        ("requirements", "a" + " " * 1_000_000 + "b"),
        ("requirements", "a @ " + "b " * 1_000_000 + ";"),
        ("requirements", "a[" * 1_000_000),
        ("requirements", "a" * 1_000_000 + "=="),
        ("requirements", " " * 1_000_000 + "- #"),
        ("requirements", "<\\\n" * 1_000_000),
        ("uv", "version = " + "1" * 10_000),
        ("pipfile", '{"_meta": {"pipfile-spec": ' + "6" * 10_000 + "}}"),
    ],
    ids=lambda value: value[:12] if len(value) > 20 else value,
)
def test_hostile_text_is_an_error_for_the_user(name, text):
    """What is nested or repeated without end is refused, in time."""
    start = time.process_time()
    with pytest.raises(LockError, match=r"^lock: .{0,300}$"):
        parse_lock("lock", text, name)

    assert time.process_time() - start < 10


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["", "\n", "\0\0\0\0", "\x89PNG\r\n\x1a\n\0", "null", "[]", "{}", "3", '"'])
def test_text_of_nothing_is_no_lock(name, text):
    """Only a requirements file may be empty or a word; what is binary is no lock of any format."""
    if name == "requirements" and (not text.strip() or text in {"3", "null"}):
        assert parse_lock("lock", text, name).pins == ()
        return
    with pytest.raises(LockError):
        parse_lock("lock", text, name)


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "{}", "[a]\nb = 1\n", "some words\n", "-e .\n", "../a\n"])
def test_file_of_unknown_name_and_unknown_content_is_refused(text):
    """What no format knows is no lock, and the message says which ones there are."""
    with pytest.raises(LockError) as caught:
        parse_lock("locked", text, None)

    known = "uv, pylock, poetry, pdm, pipfile, requirements"
    assert f"locked: expected a lock of one of the formats {known}, got something else" == str(caught.value)


def test_unknown_version_is_told_although_the_name_is_unknown():
    """A file that is clearly of one format is not tried as another when its version is unknown."""
    with pytest.raises(UnsupportedVersionError) as caught:
        parse_lock("locked", 'lock-version = "7.0"\npackages = []\n', None)

    assert str(caught.value) == "locked: lock-version: expected 1.x, got '7.0'"


def test_byte_order_mark_is_no_part_of_the_first_requirement():
    """A text that was decoded without regard to its mark is read all the same."""
    lock = parse_lock("requirements.txt", "\ufeffscikit-learn==1.4.2\n", "requirements")

    assert [pin.distribution for pin in lock.pins] == ["scikit-learn"]


def test_errors_and_skips_name_the_file():
    """A parser does not know the file; whoever calls it sets it."""
    lock = parse_lock("api/requirements.txt", "a==1\n-e .\n", "requirements")

    assert (lock.file, [skip.file for skip in lock.skips]) == ("api/requirements.txt", ["api/requirements.txt"])


def find_pylocks():
    """Return those of the cases that `packaging.pylock` takes for a lock, with what it reads there."""
    pylock = pytest.importorskip("packaging.pylock")
    found = {}
    for path in FOLDER.glob("pylock/*.toml"):
        with contextlib.suppress(ValueError, pylock.PylockValidationError):
            found[path] = pylock.Pylock.from_dict(parse_toml(path.read_text()))
    return found


def test_pylock_is_read_as_packaging_reads_it():
    """Whatever `packaging.pylock` takes for a lock gives the same names and versions here."""
    found = find_pylocks()

    assert {"minimal", "real_pip", "real_uv"} <= {path.stem for path in found}
    for path, theirs in found.items():
        expected = {(package.name, package.version) for package in theirs.packages if package.version}
        ours = parse_lock("pylock.toml", path.read_text(), "pylock")
        assert expected == {(pin.distribution, pin.version) for pin in ours.pins}, path.stem


NAMES = ("a", "A.b_c-d", "a1", "-a", "a-", "_a", "a b", "é")
VERSIONS = (
    *(
        "1",
        "1.0",
        "1.0.post1",
        "1.0-1",
        "1.0a1",
        "1.0.a.1",
        "1!1.0",
        "1.0+local.1",
        "1.0+l_o-c",
        "v1.0",
        "1.0.*",
        "1.x",
    ),
    *("1..0", "1.0.", "latest", "2004d", "1.0+", "1 .0", "01.02", "1.0.dev", "1.0rc", "1_0", "1,2", ""),
)


def exact_by_packaging(text):
    """Return the exact version that the specification's own parser finds in a requirement, if any."""
    try:
        return [Version(clause.version) for clause in Requirement(text).specifier if "*" not in clause.version]
    except (InvalidRequirement, ValueError):
        return []


@pytest.mark.parametrize("version", VERSIONS)
def test_pin_is_read_as_packaging_reads_it(version):
    """The quick way through `name==version` gives what the specification's own parser gives, or nothing."""
    for name, between in product(NAMES, ("==", " == ", "== ", "\t==\t", "=", "= =")):
        text = f"{name}{between}{version}"
        try:
            found = [pin.version for pin in parse_lock("requirements.txt", text, "requirements").pins]
        except LockError:
            found = []

        assert exact_by_packaging(text) == found, text
