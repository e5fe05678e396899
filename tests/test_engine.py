"""What a page says about compiled code and the rows that rest on it."""

from __future__ import annotations

import ast
from itertools import pairwise

import pytest

from defaultdrift.model.toml import parse_toml
from support import ROOT, SHIPPED

TABLES = sorted((ROOT / "benchmarks" / "engine").glob("*.toml"))
PAGE = "docs/engines.md"
QUOTES = [
    (f"{change.release} {change.callable}.{change.parameter}", entry.quote)
    for distribution in SHIPPED.distributions()
    for change in SHIPPED.changes(distribution)
    for entry in change.evidence
    if entry.file == PAGE
]


def test_engine_lines_that_rows_quote_stand_on_the_page():
    """A row that rests on what a release told quotes a line of the page, and there are such rows."""
    page = (ROOT / PAGE).read_text()

    assert QUOTES
    assert [row for row, quote in QUOTES if f"{quote}\n" not in page] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_engine_steps_are_from_a_release_to_the_next(table):
    """Nothing lies between the two releases of a step, so that what differs is of the later one."""
    data = parse_toml(table.read_text())
    ast.parse(data["program"])
    library = SHIPPED.library(next(name for name in SHIPPED.distributions() if name == data["distribution"]))
    neighbours = [list(pair) for pair in pairwise(str(release.version) for release in library.releases)]

    assert [step for step in data["steps"] if step not in neighbours] == []
