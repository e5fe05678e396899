r"""Lines of a text: where they start, how they end, how far they are indented.

Source: Python ends a line at `\n`, `\r\n` or a lone `\r`, and nowhere else
(https://docs.python.org/3/reference/lexical_analysis.html#physical-lines); `str.splitlines` knows more line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_NEWLINE = re.compile(r"\r\n?|\n")
_CONTINUATIONS = ("\\\n", "\\\r\n", "\\\r")
_FIRST_IN_BLOCK = re.compile(
    r"(?:^|[\r\n])(?:async |def |class |if |for |while |with |try)[^\r\n]*:[ \t]*(?:#[^\r\n]*)?"
    r"(?:\r\n?|\n)([ \t]+)[^ \t\r\n]"
)


class Lines:
    """The lines of one text.

    Attributes:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._newlines = []
        for newline in _NEWLINE.finditer(text):
            self._starts.append(newline.end())
            self._newlines.append(newline.group())

    def start(self, offset: int) -> int:
        """Return the offset at which the line of `offset` starts."""
        return self._starts[self.number(offset) - 1]

    def number(self, offset: int) -> int:
        """Return the 1-based number of the line of `offset`."""
        return bisect_right(self._starts, offset)

    def offset(self, line: int, column: int) -> int | None:
        """Return the offset of a 1-based line and column, or `None` where the text has no such place."""
        if not 1 <= line <= len(self._starts) or column < 1:
            return None
        offset = self._starts[line - 1] + column - 1
        return offset if offset <= len(self.text) else None

    def of(self, number: int) -> str:
        """Return a line with its newline."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end]

    def before(self, offset: int) -> str:
        """Return what stands before `offset` on its line."""
        return self.text[self.start(offset) : offset]

    def indent(self, offset: int) -> str:
        """Return the white space at the start of the line of `offset`."""
        return _leading_space(self.before(offset))

    def begins(self, offset: int) -> bool:
        """Tell whether only white space stands before `offset` on its line, and the line continues no other one."""
        start = self.start(offset)
        if self.text[start:offset].strip(" \t\f"):
            return False
        return not self.text.endswith(_CONTINUATIONS, 0, start)

    def newline_before(self, offset: int) -> str:
        r"""Return the newline that ends the line before the one of `offset`; `\n` where there is none."""
        number = self.number(offset)
        return self._newlines[number - 2] if number > 1 else "\n"

    def unit(self) -> str:
        """Return one level of indentation, as the first block of the text has it; four spaces where there is none."""
        block = _FIRST_IN_BLOCK.search(self.text)
        if block is None:
            return " " * 4
        return block.group(1)


def _leading_space(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t\f"))].replace("\f", "")
