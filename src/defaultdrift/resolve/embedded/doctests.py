"""Examples in the docstrings of a Python file (`>>> KMeans()`): each docstring's run by themselves, in the module.

"Each time `doctest` finds a docstring to test, it uses a shallow copy of M's globals".
Source: https://docs.python.org/3/library/doctest.html#what-s-the-execution-context.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.model.document import Cell, Document, plain_document
from defaultdrift.model.edit import Edit
from defaultdrift.resolve.embedded.blocks import Line, draft_of_block, edits_of, lines_of, session
from defaultdrift.resolve.embedded.draft import Change, Draft, draft_of, joined, pieces_of, put_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from defaultdrift.model.finding import Skip

_OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_QUOTED = re.compile(r"(?P<prefix>[rRuU]?)(?P<quotes>\"{3}|'{3})(?P<content>.*?)(?P=quotes)", re.DOTALL)
_PROMPT = re.compile(r"^[ \t]*>>>(?:[ \t]|$)", re.MULTILINE)
_FIRST_LINE = "def __doctest__():\n"


def read(text: str, check: Callable[[str], Skip | None]) -> Document:
    """Return the code of a Python file: its own, and behind it the examples in its docstrings.

    Args:
        text: Of the file.
        check: Tells why a text cannot be looked at as Python.
    """
    if _PROMPT.search(text) is None or check(text) is not None:
        return plain_document(text)
    sessions = list(_sessions(text))
    if not sessions:
        return plain_document(text)
    drafts: list[Draft] = []
    skips: list[Skip] = []
    unread: list[str] = []
    for lines in sessions:
        draft = draft_of_block(text, lines, check)
        if isinstance(draft, Draft):
            drafts += [put_in(f"\n\n{_FIRST_LINE}"), _indented(draft)]
        elif draft.reason:
            skips.append(draft)
            unread += [line.of(text) for line in lines]
    # In the module an example stands once, so that every place in the file is one place in the code.
    gone = [Change(line.start, line.end, ()) for lines in sessions for line in lines]
    code = joined([draft_of(text, 0).changed(gone), *drafts])
    return Document(code.text, (Cell(None, text),), pieces_of(code.segments), tuple(skips), "".join(unread))


def write(text: str, edits: Mapping[int | None, Sequence[Edit]]) -> tuple[Edit, ...]:
    """Return the edits of the text, in its order; a line that is put in begins with the prompt of a further line."""
    sessions = list(_sessions(text))
    examples = [(line.start, line.end) for lines in sessions for line in lines]
    told = {cell: [_dedented(edit, examples) for edit in found] for cell, found in edits.items()}
    return tuple(sorted(edits_of(text, sessions, told), key=lambda edit: edit.start))


def _dedented(edit: Edit, examples: Sequence[tuple[int, int]]) -> Edit:
    """Return an edit of an example without the indentation that is put in."""
    if not any(start <= edit.start < end for start, end in examples):
        return edit
    return Edit(edit.start, edit.end, edit.replacement.replace("\n ", "\n"))


def _sessions(text: str) -> Iterator[list[Line]]:
    """Yield the examples of each docstring, in the order of the text."""
    starts = [0]
    starts += [line.end for line in lines_of(text)]
    for place in sorted(_docstrings(ast.parse(text))):
        line = text[starts[place.line - 1] : starts[place.line]] if place.line < len(starts) else ""
        start = starts[place.line - 1] + len(line.encode()[: place.offset].decode())
        quoted = _QUOTED.match(text, start)
        if quoted is not None and _PROMPT.search(quoted["content"]):
            lines = _lines_between(text, quoted.start("content"), quoted.end("content"))
            examples = session(text, lines)
            # With escapes the text of the examples is not what is written there.
            if quoted["prefix"] in ("r", "R") or not any("\\" in text[one.code : one.end] for one in examples):
                yield examples


class _Start(NamedTuple):
    """Where a string begins: line, and offset in bytes as `ast` counts them."""

    line: int
    offset: int


def _docstrings(tree: ast.Module) -> Iterator[_Start]:
    for node in ast.walk(tree):
        first = node.body[0] if isinstance(node, _OWNERS) and node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            yield _Start(first.value.lineno, first.value.col_offset)


def _lines_between(text: str, start: int, end: int) -> list[Line]:
    return [Line(line.start + start, line.start + start, line.end + start) for line in lines_of(text[start:end])]


def _indented(draft: Draft) -> Draft:
    starts = [line.start for line in lines_of(draft.text) if line.of(draft.text).strip()]
    return draft.changed(Change(start, start, (" ",)) for start in starts)
