"""Each trap of `tests/cases/fix`: a file, and the same file repaired, byte for byte.

Every call of a marked name is repaired; a look-alike of another name stays what it is. A comment
`# refused: REASON, REASON` names all refusals of the calls that start on its line.
"""

from __future__ import annotations

import re
from pathlib import Path

import libcst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider

from defaultdrift.fix import apply_edits, insert_arguments
from defaultdrift.model.call import Span
from defaultdrift.model.edit import Insertion
from defaultdrift.model.finding import Fix
from defaultdrift.shell.files import Source, encode_source, read_source

FOLDER = Path(__file__).parent / "cases" / "fix"
CASES = sorted(path for path in FOLDER.glob("*.py") if not path.name.endswith(".fixed.py"))
MARKED = {
    "KMeans": (Fix("n_init=10", is_safe=True, order=2),),
    "Ridge": (Fix("tol=0.001", is_safe=True, order=4), Fix("alpha=1.0", is_safe=True, order=0)),
}


def find_marked(text):
    """Return an insertion for each fix of each marked call, as LibCST sees the calls."""
    wrapper = MetadataWrapper(libcst.parse_module(text), unsafe_skip_copy=True)
    places = wrapper.resolve(PositionProvider)
    insertions = []
    pending = [wrapper.module]
    while pending:
        node = pending.pop()
        pending += node.children
        if isinstance(node, libcst.Call) and isinstance(node.func, libcst.Name) and node.func.value in MARKED:
            start, end = places[node].start, places[node].end
            span = Span(start.line, start.column + 1, end.line, end.column + 1)
            insertions += (Insertion(span, fix) for fix in MARKED[node.func.value])
    return insertions


def expected_refusals(text):
    """Return line and reason of each refusal that the comments of the case ask for."""
    found = []
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        _, marker, reasons = line.partition("# refused: ")
        # A reason may hold a comma (`already, by '**'`), so they are told apart by how they start.
        found += ((number, reason) for reason in re.split(r", (?=the )", reasons) if marker)
    return sorted(found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_fix_repairs_the_case(path):
    """The repaired file is the expected one, and what is refused is what the comments say."""
    source = read_source(str(path))
    assert isinstance(source, Source)
    insertions = find_marked(source.text)

    repair = insert_arguments(source.text, insertions)

    after = encode_source(source, apply_edits(source.text, repair.edits))
    assert path.with_suffix(".fixed.py").read_bytes() == after
    assert expected_refusals(source.text) == sorted((r.insertion.span.line, r.reason) for r in repair.refusals)
    assert insertions
    assert len(insertions) == len(set(insertions))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_fix_has_nothing_left_to_do(path):
    """A repaired file is repaired no further: every argument is passed already."""
    source = read_source(str(path.with_suffix(".fixed.py")))
    assert isinstance(source, Source)
    insertions = find_marked(source.text)

    repair = insert_arguments(source.text, insertions)

    assert not repair.edits
    assert insertions == [refusal.insertion for refusal in repair.refusals]


def test_fix_cases_say_their_claim():
    """The first line of a case, or the one after a coding line, says the claim."""
    for path in CASES:
        lines = re.split(rb"\r\n?|\n", path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
        assert any(line.startswith(b"# case: ") for line in lines[:2]), path.name
