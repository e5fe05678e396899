"""The shape of a call as written: which arguments there are, and where each of them stands in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from defaultdrift.model.call import Star

_TRIVIA = re.compile(r"(?:[ \t\f]+|\\(?:\r\n?|\n)|\r\n?|\n|#[^\r\n]*)*")


@dataclass(frozen=True, slots=True)
class Written:
    """An argument as a syntax tree tells it.

    Attributes:
        end: Offset after its value; closing parentheses around the value may follow.
        keyword: Keyword it is passed by, or `None`.
        star: How it is unpacked.
    """

    end: int
    keyword: str | None
    star: Star


@dataclass(frozen=True, slots=True)
class Shape:
    """A call as a syntax tree tells it.

    Attributes:
        start: Offset of the callee's first character.
        end: Offset after the closing parenthesis.
        callee_end: Offset after the callee; closing parentheses around it may follow.
        arguments: In the order of the source.
        is_bare_generator: Whether the only argument is a generator without parentheses of its own.
        unpacked: Keywords that are passed by a `**` whose literal names them.
    """

    start: int
    end: int
    callee_end: int
    arguments: tuple[Written, ...]
    is_bare_generator: bool
    unpacked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an argument stands, its parentheses included.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        comma: Offset of the comma after it, or `None`.
        star: How it is unpacked.
    """

    start: int
    end: int
    comma: int | None
    star: Star

    @property
    def rest(self) -> int:
        """Offset of what follows the argument and its comma."""
        return self.end if self.comma is None else self.comma + 1


@dataclass(frozen=True, slots=True)
class Parentheses:
    """The parentheses of a call and what stands between them.

    Attributes:
        inside: Offset after the opening parenthesis.
        close: Offset of the closing parenthesis.
        places: The arguments, in the order of the source.
    """

    inside: int
    close: int
    places: tuple[Place, ...]


def find_parentheses(text: str, shape: Shape) -> Parentheses | None:
    """Return where the arguments stand, or `None` where the text is not what the tree says."""
    close = shape.end - 1
    opening = _after_closings(text, shape.callee_end, close)[1]
    if text[opening : opening + 1] != "(" or text[close : close + 1] != ")":
        return None
    places = []
    reached = opening + 1
    for written in shape.arguments:
        start = skip_trivia(text, reached)
        end, following = _after_closings(text, written.end, close)
        comma = following if text[following : following + 1] == "," else None
        places.append(Place(start, end, comma, written.star))
        reached = places[-1].rest
        if not start < end <= close:
            return None
    return Parentheses(opening + 1, close, tuple(places)) if skip_trivia(text, reached) == close else None


def skip_trivia(text: str, offset: int) -> int:
    """Return the offset of the first character that is neither white space, nor comment, nor continuation."""
    match = _TRIVIA.match(text, offset)
    return offset if match is None else match.end()


def _after_closings(text: str, offset: int, close: int) -> tuple[int, int]:
    """Return the offset after the closing parentheses that follow `offset`, and that of the next character."""
    following = skip_trivia(text, offset)
    while text[following : following + 1] == ")" and following < close:
        offset = following + 1
        following = skip_trivia(text, offset)
    return offset, following
