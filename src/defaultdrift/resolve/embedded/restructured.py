"""reStructuredText: code blocks whose directive says Python, and sessions with prompts wherever they stand.

Source: https://docutils.sourceforge.io/docs/ref/rst/directives.html#code and
https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#showing-code-examples.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.resolve.embedded.blocks import LANGUAGES, BlockReader, Line, lines_of, session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_DIRECTIVE = re.compile(
    r"(?P<indent>[ \t]*)\.\.[ \t]+(?P<name>code|code-block|sourcecode|testcode|doctest|ipython|jupyter-execute)::"
    r"[ \t]*(?P<language>[\w-]*)"
)
_WITHOUT_LANGUAGE = frozenset({"doctest", "ipython", "jupyter-execute", "testcode"})
_OPTION = re.compile(r"[ \t]+:[\w-]+:")
_PROMPT = re.compile(r"[ \t]*>>> ")
_SPACE = re.compile(r"[ \t]*")


def _blocks(text: str) -> Iterator[list[Line]]:
    lines = list(lines_of(text))
    at = 0
    while at < len(lines):
        line = lines[at]
        directive = _DIRECTIVE.match(text, line.start, line.end)
        if directive is not None:
            end = _end_of_block(text, lines, at + 1, len(directive["indent"]))
            if directive["name"] in _WITHOUT_LANGUAGE or directive["language"].lower() in LANGUAGES:
                yield session(text, _dedented(text, _body(text, lines[at + 1 : end])))
            at = end
        elif _PROMPT.match(text, line.start, line.end):
            end = at
            while end < len(lines) and lines[end].of(text).strip():
                end += 1
            yield session(text, lines[at:end])
            at = end
        else:
            at += 1


def _end_of_block(text: str, lines: Sequence[Line], at: int, indent: int) -> int:
    """Return the number of the first line that is not indented further than the directive."""
    while at < len(lines) and (not lines[at].of(text).strip() or _width(text, lines[at]) > indent):
        at += 1
    return at


def _body(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a directive without its options."""
    start = 0
    while start < len(lines) and _OPTION.match(text, lines[start].start, lines[start].end):
        start += 1
    return lines[start:]


def _dedented(text: str, lines: Sequence[Line]) -> list[Line]:
    widths = [_width(text, line) for line in lines if line.of(text).strip()]
    indent = min(widths, default=0)
    return [Line(line.start, line.start + min(indent, _width(text, line)), line.end) for line in lines]


def _width(text: str, line: Line) -> int:
    space = _SPACE.match(text, line.start, line.end)
    return len(space.group()) if space else 0


_READER = BlockReader(_blocks)

read = _READER.read
write = _READER.write
