"""Read the argument that a fix asks for: its text comes from rule files, which are data from anywhere."""

from __future__ import annotations

import keyword
from dataclasses import dataclass

from defaultdrift.fix.tokens import tokens_of
from defaultdrift.model.literal import is_literal


@dataclass(frozen=True, slots=True)
class KeywordText:
    """A keyword argument that is fit to be written.

    Attributes:
        name: The keyword, an identifier.
        value: Source text of a literal or a dotted name, on one line and without a comment.
    """

    name: str
    value: str

    @property
    def text(self) -> str:
        """As it is written into the call."""
        return f"{self.name}={self.value}"


def parse_argument(text: str) -> KeywordText | str:
    """Return the argument, or the reason why the text is not fit to be written.

    Example:
        >>> parse_argument("n_init=10")
        KeywordText(name='n_init', value='10')
        >>> parse_argument("n_init=f()")
        "'f()' is neither a literal nor a dotted name"
    """
    name, equal, value = text.partition("=")
    if not equal or not _is_name(name):
        return f"{text!r} is not a keyword argument"
    if not all(map(_is_name, value.split("."))) and not (_is_one_piece(value) and is_literal(value)):
        return f"{value!r} is neither a literal nor a dotted name"
    return KeywordText(name, value)


def _is_name(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)


def _is_one_piece(value: str) -> bool:
    """Tell whether the value can stand inside a call: a comment would swallow what follows, a newline the layout."""
    if not value or value != value.strip() or not value.isprintable():
        return False
    tokens = tokens_of(value)
    return tokens is not None and not tokens.comments
