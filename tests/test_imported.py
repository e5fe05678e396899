"""The import statements of a text, read by their looks: nothing that Python imports is missed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from defaultdrift.resolve.imported import find_imported

SOURCES = sorted((Path(__file__).parents[1] / "src").rglob("*.py")) + sorted(Path(__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a", [(0, "a", ())]),
        ("import a.b as c, d", [(0, "a.b", ()), (0, "d", ())]),
        ("from a import b as c, d", [(0, "a", ("b", "d"))]),
        ("from a import (\n    b,  # as (said)\n    c as d,\n)", [(0, "a", ("b", "c"))]),
        ("from a \\\n    import b, \\\n    c", [(0, "a", ("b", "c"))]),
        ("from.import a", [(1, "", ("a",))]),
        ("from ..a.b import *", [(2, "a.b", ("*",))]),
        ("try: import a\nexcept ImportError: import b; import c", [(0, "a", ()), (0, "b", ()), (0, "c", ())]),
        ("    from a import b\r\n", [(0, "a", ("b",))]),
        (">>> import a\nx = 'import b'\n# import c\nimportant = fromage", []),
        ("from a import (b", [(0, "a", ("b",))]),
    ],
)
def test_imports_are_read_as_they_are_written(text, expected):
    """Level, module and names; text that only mentions an import is none."""
    assert expected == [tuple(one) for one in find_imported(text)]


def test_nothing_that_python_imports_is_missed():
    """Of every source here, whatever its syntax."""
    missed = {}
    for path in SOURCES:
        text = path.read_text(encoding="utf-8", errors="replace")
        try:
            nodes = list(ast.walk(ast.parse(text)))
        except (SyntaxError, ValueError):
            continue
        wanted = {(0, alias.name, ()) for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        wanted |= {
            (node.level, node.module or "", tuple(alias.name for alias in node.names))
            for node in nodes
            if isinstance(node, ast.ImportFrom)
        }
        if lost := wanted - {tuple(one) for one in find_imported(text)}:
            missed[path.name] = lost

    assert missed == {}
    assert len(SOURCES) > 500
