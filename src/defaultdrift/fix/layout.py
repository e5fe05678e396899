"""Decide where in a call new arguments are written, and in which layout: that of the call.

New arguments stand after the last argument, or before the `**` arguments that end the call. They get a line of their
own where each argument has one or where a comment would swallow them. A trailing comma stays one, and is added only in
parentheses that held nothing but lines or comments.
Comments stay with the argument that they stand beside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.model.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from defaultdrift.fix.lines import Lines
    from defaultdrift.fix.shape import Parentheses, Place

_PIECE = re.compile(
    r"(?P<space>[ \t\f]+)|(?P<continuation>\\(?:\r\n?|\n))|(?P<newline>\r\n?|\n)|(?P<comment>#[^\r\n]*)|."
)


def insert(lines: Lines, call: Parentheses, texts: Sequence[str], *, is_bare_generator: bool) -> tuple[Edit, ...]:
    """Return the edits that write the texts into the call, each of them a pure insertion, sorted.

    Args:
        lines: Of the text.
        call: Where its arguments stand.
        texts: The arguments to write, at least one.
        is_bare_generator: Whether the only argument needs parentheses once there is a second one.
    """
    count = len(call.places)
    while count and call.places[count - 1].star is Star.DOUBLE_SPLAT:
        count -= 1
    if count:
        edits = _after_argument(lines, call, texts, count)
    elif call.places:
        edits = _before_splat(lines, call, texts)
    else:
        edits = _into_empty(lines, call, texts)
    if is_bare_generator:
        only = call.places[0]
        edits = [Edit(only.start, only.start, "("), Edit(only.end, only.end, ")"), *edits]
    return _merged(edits)


def _into_empty(lines: Lines, call: Parentheses, texts: Sequence[str]) -> list[Edit]:
    """`()`, `( )`, or nothing but lines and comments between the parentheses."""
    gap = lines.text[call.inside : call.close]
    newline = _first_newline(gap)
    if newline is None:
        # `( )` becomes `( a=1 )`: the white space is shared out to both sides.
        half = (len(gap) + 1) // 2 if "\\" not in gap else 0
        return [_at(call.inside + half, ", ".join(texts) + (gap if len(gap) == 1 else ""))]
    comments = list(_comments(lines, call.inside, call.close))
    own = [start for start, _ in comments if lines.begins(start)]
    indent = lines.indent(own[-1]) if own else lines.indent(call.inside) + lines.unit()
    place = comments[-1][1] if comments else call.inside
    return [_at(place, "".join(f"{newline}{indent}{text}," for text in texts))]


def _before_splat(lines: Lines, call: Parentheses, texts: Sequence[str]) -> list[Edit]:
    """Nothing but `**` arguments."""
    splat = call.places[0]
    newline = _first_newline(lines.text[call.inside : splat.start])
    if newline is None:
        return [_at(splat.start, "".join(f"{text}, " for text in texts))]
    place = _after_head(lines, call.inside, splat.start)
    glue = newline + lines.indent(splat.start)
    return [_at(call.inside if place is None else place, "".join(f"{glue}{text}," for text in texts))]


def _after_argument(lines: Lines, call: Parentheses, texts: Sequence[str], count: int) -> list[Edit]:
    """Behind the last of the first `count` arguments; whatever follows those is a `**`."""
    if _has_leading_commas(lines, call, count):
        return _with_leading_comma(lines, call, texts, count)
    last = call.places[count - 1]
    if count < len(call.places):
        following = call.places[count].start
        place = _after_head(lines, last.rest, following)
    else:
        following = call.close
        place = _after_comments(lines, last.rest, following)
    if place is None:
        if not _is_one_a_line(lines, call, last):
            return _on_the_line(lines, call, last, texts)
        place = last.rest
    newline = _first_newline(lines.text[last.rest : following]) or lines.newline_before(last.start)
    glue = newline + _indent(lines, call, count)
    if last.comma is None:
        return [_at(last.end, ","), _at(place, ",".join(glue + text for text in texts))]
    return [_at(place, "".join(f"{glue}{text}," for text in texts))]


def _on_the_line(lines: Lines, call: Parentheses, last: Place, texts: Sequence[str]) -> list[Edit]:
    """`3` becomes `3, a=1`, and `3,` becomes `3, a=1,`; a call without spaces after its commas gets none."""
    gaps = [
        lines.text[place.rest : following.start]
        for place, following in zip(call.places, call.places[1:], strict=False)
        if lines.number(place.rest) == lines.number(following.start)
    ]
    space = "" if gaps and not any(gaps) else " "
    if last.comma is None:
        return [_at(last.end, "".join(f",{space}{text}" for text in texts))]
    return [_at(last.rest, "".join(f"{space}{text}," for text in texts))]


def _has_leading_commas(lines: Lines, call: Parentheses, count: int) -> bool:
    """Tell whether the argument before which (or after which, where it is the last one) we write is `, 3`."""
    index = min(count, len(call.places) - 1)
    comma = call.places[index - 1].comma if index else None
    if comma is None or (index == count - 1 and call.places[index].comma is not None):
        return False
    return lines.begins(comma) and lines.number(comma) == lines.number(call.places[index].start)


def _with_leading_comma(lines: Lines, call: Parentheses, texts: Sequence[str], count: int) -> list[Edit]:
    """Copy the line that starts with a comma: its indentation, the comma, the space after it."""
    model = call.places[min(count, len(call.places) - 1)]
    last = call.places[count - 1]
    if model is last:
        place = _after_comments(lines, last.end, call.close)
    else:
        place = _after_head(lines, last.end, last.rest - 1)
    glue = lines.newline_before(model.start) + lines.before(model.start)
    return [_at(last.end if place is None else place, "".join(glue + text for text in texts))]


def _is_one_a_line(lines: Lines, call: Parentheses, last: Place) -> bool:
    """Tell whether each argument has a line of its own; the first one may stand beside the opening parenthesis."""
    return all(lines.begins(place.start) for place in (last, *call.places[1:]))


def _indent(lines: Lines, call: Parentheses, count: int) -> str:
    """Return the indentation of a new line behind the first `count` arguments."""
    last = call.places[count - 1]
    if count < len(call.places) and lines.begins(call.places[count].start):
        return lines.indent(call.places[count].start)
    line = lines.number(last.start)
    if any(lines.begins(place.start) for place in call.places[:count] if lines.number(place.start) == line):
        return lines.indent(last.start)
    if lines.number(call.inside) == line:
        return re.sub(r"[^\t]", " ", lines.before(call.places[0].start))
    return lines.indent(last.start) + lines.unit()


def _after_comments(lines: Lines, start: int, end: int) -> int | None:
    """Return the offset after the last comment of a gap, or `None` where there is none."""
    return max((after for _, after in _comments(lines, start, end)), default=None)


def _after_head(lines: Lines, start: int, end: int) -> int | None:
    """Return the offset after the comments that belong to what stands before the gap, or `None`.

    These are the one on its line, and those below that are indented deeper than what follows the gap. The others
    belong to what follows.
    """
    place = None
    column = _width(lines.before(end)) if lines.begins(end) else 0
    for comment, after in _comments(lines, start, end):
        if lines.begins(comment) and not (place is not None and _width(lines.before(comment)) > column):
            break
        place = after
    return place


def _comments(lines: Lines, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places of the comments of a gap, which holds nothing but white space, commas and comments."""
    for piece in _PIECE.finditer(lines.text, start, end):
        if piece.lastgroup == "comment":
            yield piece.span()


def _first_newline(gap: str) -> str | None:
    """Return the first line end of a gap that no backslash takes back, or `None`."""
    return next((piece.group() for piece in _PIECE.finditer(gap) if piece.lastgroup == "newline"), None)


def _width(indent: str) -> int:
    return len(indent.expandtabs())


def _at(offset: int, text: str) -> Edit:
    return Edit(offset, offset, text)


def _merged(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Join the insertions at one offset, in the order given."""
    texts: dict[int, str] = {}
    for edit in sorted(edits, key=lambda edit: edit.start):
        texts[edit.start] = texts.get(edit.start, "") + edit.replacement
    return tuple(_at(offset, text) for offset, text in texts.items())
