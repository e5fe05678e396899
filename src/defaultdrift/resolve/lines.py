"""Lines as the parser counts them: they end with a line feed, a carriage return, or both."""

from __future__ import annotations

import re
from bisect import bisect_right

_NEWLINE = re.compile(r"\r\n?|\n")


def with_newlines(text: str) -> str:
    """Return a text whose lines end with line feeds: LibCST does not end a comment at a lone carriage return."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def line_of(text: str, offset: int) -> int:
    r"""Return the 1-based line of a character.

    Example:
        >>> line_of("a\r\nb", 3)
        2
    """
    return 1 + len(_NEWLINE.findall(text, 0, offset))


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(newline.end() for newline in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and the 1-based column, in code points, of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
