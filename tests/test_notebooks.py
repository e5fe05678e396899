"""Notebooks, files with cells and documents: a source, what is found in it, and what safe fixes make of it.

`tests/cases/notebooks/<claim>/` and `tests/cases/documents/<claim>/` are held against the frozen rules of scikit-learn.
A finding in `expected.toml` is `[cell, line, column, parameter, certainty]`, a skip or an unused ignore
`[cell, line, reason]`; the cell is -1 where there is none.
"""

from __future__ import annotations

import ast
import json
from functools import cache
from itertools import product

import pytest

from defaultdrift.match.repair import Wish
from defaultdrift.model.call import Certainty
from defaultdrift.model.toml import parse_toml
from defaultdrift.resolve.calls import problem_of
from defaultdrift.resolve.embedded import doctests, markdown, notebook, percent, restructured
from defaultdrift.shell.files import encode_source
from defaultdrift.shell.inspection import Request, build_job, inspect
from defaultdrift.shell.sources import Candidate
from support import CASES, compare

FOLDERS = sorted(path for folder in ("notebooks", "documents") for path in (CASES / folder).iterdir())
NOTEBOOKS = [folder for folder in FOLDERS if (folder / "source.ipynb").exists()]
CONTAINERS = {".ipynb": notebook, ".py": percent, ".md": markdown, ".rst": restructured}
EVERY_CASE = pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
EVERY_NOTEBOOK = pytest.mark.parametrize("case", NOTEBOOKS, ids=lambda case: case.name)


@cache
def comparisons(old, new):
    return compare(old, new)


def scan(path, raw, expected, *, repair=False):
    request = Request(
        wish=Wish.KEEP,
        codes=frozenset({"DD001"}),
        certainty=Certainty.POSSIBLE,
        repair=repair,
        unsafe=False,
        doctests=expected.get("doctests", False),
    )
    return inspect(Candidate(path, raw), build_job(comparisons(expected["old"], expected["new"]), request))


def read(case):
    """Return the name of a case's source, its bytes and what is expected."""
    source = next(path for path in case.glob("source.*") if path.stem == "source")
    return source, source.read_bytes(), parse_toml((case / "expected.toml").read_text(encoding="utf-8"))


def places_of(findings):
    """Return findings as a case has them; TOML has no null, so a plain file's cell is -1."""
    return [[-1 if f.cell is None else f.cell, f.span.line, f.span.column, f.parameter, f.certainty] for f in findings]


def told(skips):
    return [[-1 if skip.cell is None else skip.cell, skip.line, skip.reason] for skip in sorted(skips)]


def sources_in(document):
    """Yield each cell of a notebook that has a source, with the key of it."""
    for cell in document.get("cells") or [cell for sheet in document["worksheets"] for cell in sheet["cells"]]:
        for key in ("source", "input"):
            source = cell.get(key) if isinstance(cell, dict) else None
            if isinstance(source, (str, list)) and all(isinstance(line, str) for line in source):
                yield cell, key


def sources_of(document):
    """Take the sources of the cells out of a notebook, and return them."""
    return [cell.pop(key) for cell, key in list(sources_in(document))]


def joined(source):
    return "".join(source)


@EVERY_CASE
def test_case_has_exactly_what_is_expected(case):
    """All findings, skips and unused ignores are those of the case: every other cell and line is silent."""
    source, raw, expected = read(case)
    result = scan(source.name, raw, expected)

    assert expected["findings"] == places_of(result.findings)
    assert expected.get("skips", []) == told(result.skips)
    assert expected.get("unused", []) == told(result.unused_ignores)


@EVERY_CASE
def test_case_is_repaired_byte_for_byte_as_its_fixed_file_says(case):
    """Safe fixes give the fixed file; without one there is nothing to write. Nothing that could be fixed is left."""
    source, raw, expected = read(case)
    fixed = source.with_suffix(f".fixed{source.suffix}")
    repair = scan(source.name, raw, expected, repair=True).repair
    after = repair.text.encode() if repair else raw

    assert (fixed.read_bytes() if fixed.exists() else raw) == after
    assert scan(source.name, after, expected).findings == ()


@EVERY_NOTEBOOK
def test_repair_only_adds_bytes_and_only_to_sources_of_cells(case):
    """The repaired notebook is JSON, equals the old one but for sources of cells, and holds every byte that it held."""
    source, raw, expected = read(case)
    repair = scan(source.name, raw, expected, repair=True).repair
    text = repair.text if repair else raw.decode()
    before, after = json.loads(raw), json.loads(text)
    old, new = sources_of(before), sources_of(after)
    rest = iter(text.encode())

    assert before == after
    assert [type(entry) for entry in old] == [type(entry) for entry in new]
    assert all(byte in rest for byte in raw)


@EVERY_NOTEBOOK
def test_a_line_that_is_added_is_a_string_of_its_own(case):
    """Where a list has a line in each string, it has so after the repair."""
    source, raw, expected = read(case)
    repair = scan(source.name, raw, expected, repair=True).repair
    before = sources_of(json.loads(raw))
    after = sources_of(json.loads(repair.text if repair else raw))

    for old, new in zip(before, after, strict=True):
        if isinstance(old, list) and old == "".join(old).splitlines(keepends=True):
            assert "".join(new).splitlines(keepends=True) == new


LAYOUTS = list(product((None, 0, 1, 4, "\t"), (True, False), ("list", "string")))


@EVERY_NOTEBOOK
def test_layout_of_the_json_changes_no_finding_and_is_kept(case):
    """However the JSON is written, the same is found at the same places, and the repair says the same."""
    source, raw, expected = read(case)
    repair = scan(source.name, raw, expected, repair=True).repair
    sources = [joined(entry) for entry in sources_of(json.loads(repair.text if repair else raw))]
    for indent, ascii_only, form in LAYOUTS:
        document = json.loads(raw)
        for cell, key in sources_in(document):
            lines = joined(cell[key])
            cell[key] = lines if form == "string" else lines.splitlines(keepends=True)
        text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
        result = scan(source.name, text.encode(), expected, repair=True)
        after = result.repair.text if result.repair else text

        assert expected["findings"] == places_of(result.findings)
        assert sources == [joined(entry) for entry in sources_of(json.loads(after))]
        assert json.dumps(json.loads(after), indent=indent, ensure_ascii=ascii_only) == after


@EVERY_CASE
def test_code_stands_where_the_document_says(case):
    """Every piece of the code is, character by character, what stands in its cell."""
    source, raw, expected = read(case)
    container = doctests if expected.get("doctests") else CONTAINERS[source.suffix]
    document = container.read(raw.decode(), problem_of)

    for piece in document.pieces:
        cell = document.cells[piece.cell].text
        kept = document.code[piece.start : piece.start + piece.length]
        assert cell[piece.origin : piece.origin + piece.length] == kept


def test_at_least_45_percent_of_the_cases_are_silent():
    """What must not fire is claimed as often as what must."""
    silent = [case for case in FOLDERS if not read(case)[2]["findings"]]

    assert len(silent) >= 0.45 * len(FOLDERS)


CELL = '{"cell_type": "code", "source": "from sklearn.cluster import KMeans; KMeans(3)"}'
BROKEN = [
    pytest.param("", "is no valid JSON: expecting value: line 1 column 1 (char 0)", id="empty"),
    pytest.param(f'{{"cells": [{CELL}', "is no valid JSON: expecting ',' delimiter", id="cut_off"),
    pytest.param(f'{{"cells": [{CELL}]}} {{}}', "is no valid JSON: extra data", id="two_documents"),
    pytest.param(f"<<<<<<< HEAD\n{CELL}", "is no valid JSON: expecting value", id="conflict"),
    pytest.param('{"cells": ["KMeans\n"]}', "is no valid JSON: invalid control character", id="newline_in_a_string"),
    pytest.param(f"[{CELL}]", "is no notebook: its JSON is no object", id="list"),
    pytest.param('"KMeans(3)"', "is no notebook: its JSON is no object", id="string"),
    pytest.param(CELL, "is no notebook: it has no list of cells", id="a_cell_alone"),
    pytest.param(f'{{"cells": {CELL}}}', "is no notebook: it has no list of cells", id="cells_are_no_list"),
    pytest.param('{"worksheets": "cells"}', "is no notebook: it has no list of cells", id="worksheets_are_no_list"),
    pytest.param('{"cells": ' + "[" * 200_000, "is nested too deeply", id="nested_lists"),
    pytest.param('{"a":' * 200_000, "is nested too deeply", id="nested_objects"),
    pytest.param('{"cells": [' + "1" * 5000, "is no valid JSON", id="a_long_number"),
]
STEP = {"old": "1.3.2", "new": "1.4.2"}


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_broken_notebook_is_one_skip(text, reason):
    """Whatever the file is, it is one skip that says why."""
    result = scan("a.ipynb", text.encode(), STEP, repair=True)
    (skip,) = result.skips

    assert (skip.file, skip.line, skip.cell) == ("a.ipynb", 0, None)
    assert skip.reason.startswith(reason)
    assert not skip.is_internal
    assert result.findings == ()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b'{"cells": []}\xff', "is not valid utf-8: byte 0xff", id="latin_1"),
        pytest.param('{"cells": []}'.encode("utf-16-le"), "holds NUL bytes", id="utf_16"),
    ],
)
def test_notebook_in_another_encoding_is_one_skip(raw, reason):
    """A notebook is UTF-8."""
    (skip,) = scan("a.ipynb", raw, STEP).skips

    assert skip.reason == reason


SOURCE = "from sklearn.cluster import KMeans\nKMeans(3)"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        pytest.param("x = '\ud800'", "does not parse as Python", id="lone_surrogate"),
        pytest.param("x = '\0'", "has a NUL character", id="nul"),
        pytest.param("(" * 5000, "is nested too deeply", id="brackets"),
        pytest.param("%%time\n" * 5000, "is nested too deeply", id="magics"),
        pytest.param("x" + "+1" * 3000, "has an expression that may be nested", id="operators"),
    ],
)
def test_hostile_cell_does_not_hide_the_others(cell, reason):
    """One cell that would kill the parser is a skip; what the others hold is found and repaired."""
    text = json.dumps({"cells": [{"cell_type": "code", "source": source} for source in (SOURCE, cell, "KMeans(4)")]})
    result = scan("a.ipynb", text.encode(), STEP, repair=True)

    assert places_of(result.findings) == [[0, 2, 1, "n_init", "certain"], [2, 1, 1, "n_init", "certain"]]
    assert [(skip.cell, skip.reason[: len(reason)]) for skip in result.skips] == [(1, reason)]
    assert result.repair
    assert result.repair.text == text.replace("KMeans(3", "KMeans(3, n_init=10").replace(
        "KMeans(4", "KMeans(4, n_init=10"
    )


def test_of_members_with_one_name_the_last_counts():
    """As the standard library reads it, and Jupyter with it."""
    first, last = (json.dumps({"cell_type": "code", "source": f"{SOURCE}\nKMeans({k})"}) for k in (1, 2))
    text = f'{{"cells": [{first}], "cells": [{last[:-1]}, "source": {json.dumps(SOURCE)}}}]}}'
    result = scan("a.ipynb", text.encode(), STEP, repair=True)

    assert places_of(result.findings) == [[0, 2, 1, "n_init", "certain"]]
    assert result.repair
    assert text.removesuffix(')"}]}') + ', n_init=10)"}]}' == result.repair.text


def test_byte_order_mark_stays():
    """Some editors write one; it is no part of the JSON."""
    raw = b"\xef\xbb\xbf" + json.dumps({"cells": [{"cell_type": "code", "source": SOURCE}]}).encode()
    result = scan("a.ipynb", raw, STEP, repair=True)

    assert result.repair
    assert encode_source(result.repair.source, result.repair.text) == raw.replace(b"(3", b"(3, n_init=10")


def test_escaped_letters_are_read_and_stay():
    """JSON may spell any character by its number."""
    text = json.dumps({"cells": [{"cell_type": "code", "source": SOURCE}]}).replace("sk", "\\u0073k")
    result = scan("a.ipynb", text.encode(), STEP, repair=True)

    assert result.repair
    assert result.repair.text == text.replace("(3", "(3, n_init=10")


MODULES = sorted((CASES / "check").glob("*/source.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.parent.name)
def test_module_cut_into_cells_has_the_same_findings_and_repairs(path):
    """Where the cells end decides nothing: a cell for each statement finds and says what the file does."""
    text = path.read_text()
    step = parse_toml((path.parent / "step.toml").read_text())
    lines = text.splitlines(keepends=True)
    ends = [statement.end_lineno for statement in ast.parse(text).body]
    starts = [0, *ends[:-1]]
    cells = ["".join(lines[start:end]) for start, end in zip(starts, [*ends[:-1], len(lines)], strict=True)]
    notebook = json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]})
    whole = scan("source.py", text.encode(), step, repair=True)
    cut = scan("a.ipynb", notebook.encode(), step, repair=True)
    repaired = json.loads(cut.repair.text if cut.repair else notebook)

    assert [
        (finding.span.line, finding.span.column, finding.parameter, finding.certainty) for finding in whole.findings
    ] == [
        (starts[finding.cell] + finding.span.line, finding.span.column, finding.parameter, finding.certainty)
        for finding in cut.findings
    ]
    assert cut.suppressed == whole.suppressed
    assert "".join(cell["source"] for cell in repaired["cells"]) == (whole.repair.text if whole.repair else text)
