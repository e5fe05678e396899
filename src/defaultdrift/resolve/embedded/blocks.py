"""Blocks of Python in the text of a document: in one scope, in order, since a reader reads them so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.model.document import Cell, Document
from defaultdrift.model.edit import Edit
from defaultdrift.model.finding import Skip
from defaultdrift.resolve.embedded.draft import draft_of, joined, pieces_of, put_in
from defaultdrift.resolve.embedded.magics import ForeignCellError, python_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from defaultdrift.resolve.embedded.draft import Draft

LANGUAGES = frozenset({"ipython", "ipython3", "pycon", "py", "py3", "python", "python3"})
"""How documents call Python."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_PROMPT = re.compile(r"[ \t]*(?:(?P<first>>>>|In \[\d+\]:)|\.{3,}:?)(?:[ \t]|(?=[\r\n]|\Z))")
"""Of Python, and of IPython."""


_TRIPLE = re.compile(r"\"{3}|'{3}")
_FIRST = re.compile(r">>>|In \[(?P<count>\d+)\]:")


class Line(NamedTuple):
    """A line of a document.

    Attributes:
        start: Offset of its first character.
        code: Offset of its first character that is code: before it stands what belongs to the document.
        end: Offset after its newline.
    """

    start: int
    code: int
    end: int

    def of(self, text: str) -> str:
        """Return all of it."""
        return text[self.start : self.end]


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    at = 0
    while at < len(text) and (line := _LINE.match(text, at)):
        yield Line(at, at, line.end())
        at = line.end()


def session(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a block without prompts, and without what a session prints, if it is one.

    An example in the docstring of code is text: what stands before it has opened a string.
    """
    prompts = [_PROMPT.match(text, line.code, line.end) for line in lines]
    first = next((number for number, prompt in enumerate(prompts) if prompt is not None and prompt["first"]), None)
    if first is None or len(_TRIPLE.findall("".join(line.of(text) for line in lines[:first]))) % 2:
        return list(lines)
    found = []
    is_open = False
    for line, prompt in zip(lines, prompts, strict=True):
        is_open = prompt is not None and (is_open or bool(prompt["first"]))
        if is_open and prompt is not None:
            found.append(Line(line.start, prompt.end(), line.end))
    return found


class BlockReader:
    """Reads and writes documents in which Python stands in blocks; where they are is for each format to say."""

    def __init__(self, find: Callable[[str], Iterable[Sequence[Line]]]) -> None:
        """Begin.

        Args:
            find: Returns the blocks of Python in the text of a file, each with its lines.
        """
        self._find = find

    def read(self, text: str, check: Callable[[str], Skip | None]) -> Document:
        """Return the code of a document.

        Args:
            text: Of the file.
            check: Tells why a text cannot be looked at as Python.
        """
        drafts: list[Draft] = []
        skips: list[Skip] = []
        unread: list[str] = []
        for block in self._find(text):
            draft = draft_of_block(text, block, check)
            if isinstance(draft, Skip):
                skips += [draft] if draft.reason else []
                unread += [line.of(text) for line in block] if draft.reason else []
            else:
                drafts += [draft, put_in("\n\n")]
        code = joined(drafts)
        return Document(code.text, (Cell(None, text),), pieces_of(code.segments), tuple(skips), "".join(unread))

    def write(self, text: str, edits: Mapping[int | None, Sequence[Edit]]) -> tuple[Edit, ...]:
        """Return the edits of the text, with the indentation of the blocks."""
        return edits_of(text, self._find(text), edits)


def edits_of(
    text: str, blocks: Iterable[Sequence[Line]], edits: Mapping[int | None, Sequence[Edit]]
) -> tuple[Edit, ...]:
    """Return the edits of a document; a line that is put in begins as the one above it does.

    Args:
        text: Of the file.
        blocks: Those of Python, each with its lines.
        edits: In the text.
    """
    lines = [line for block in blocks for line in block]
    return tuple(_with_prefix(text, lines, edit) for found in edits.values() for edit in found)


def _with_prefix(text: str, lines: Sequence[Line], edit: Edit) -> Edit:
    line = next((line for line in lines if line.start <= edit.start < line.end), None)
    if line is None or "\n" not in edit.replacement:
        return edit
    prefix = _FIRST.sub(
        lambda found: "...:".rjust(len(found.group())) if found["count"] else "...", text[line.start : line.code]
    )
    return Edit(edit.start, edit.end, edit.replacement.replace("\n", f"\n{prefix}"))


def draft_of_block(text: str, block: Sequence[Line], check: Callable[[str], Skip | None]) -> Draft | Skip:
    """Return the Python of a block, or why there is none; the reason is empty where there is nothing to tell."""
    try:
        draft = python_of(joined(draft_of(text[line.code : line.end], 0, line.code) for line in block))
    except (ForeignCellError, RecursionError):
        return Skip("", 0, "")
    problem = check(draft.text)
    if problem is None:
        return draft
    alone = Document(draft.text, (Cell(None, text),), pieces_of(draft.segments))
    return Skip("", alone.place_of_line(problem.line)[1], problem.reason)
