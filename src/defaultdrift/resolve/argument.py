"""What a call passes: the arguments as written, and as the callee receives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Argument, Star
from defaultdrift.resolve.content import literal_text, string_of
from defaultdrift.resolve.value import Entries, Given, Items, Mark, join, only

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from defaultdrift.resolve.value import Value


def joined(first: Sequence[Given], second: Sequence[Given]) -> tuple[Given, ...]:
    """Return the arguments of one call that was met twice, as in a loop."""
    return tuple(one._replace(value=join(one.value, two.value)) for one, two in zip(first, second, strict=True))


def received(given: Sequence[Given]) -> tuple[Argument, ...]:
    """Return the arguments as the callee receives them: unpacked where the content is known."""
    return tuple(argument for one in given for argument in _received(one))


def is_hardly_told(given: Sequence[Given]) -> bool:
    """Tell whether something is unpacked that hardly anybody, but another module perhaps, has changed."""
    return any(one.star is not Star.NONE and Mark.SHADOW in one.value for one in given)


def _received(given: Given) -> Iterator[Argument]:
    if given.star is Star.NONE:
        yield Argument(given.keyword, literal_text(given.value))
        return
    value = tuple(alternative for alternative in given.value if alternative is not Mark.SHADOW)
    content = only(value)
    if given.star is Star.SPLAT:
        yield from _elements(value)
    elif isinstance(content, Entries):
        yield from _keywords(content)
    else:
        yield Argument(None, None, given.star)


def _elements(value: Value) -> Iterator[Argument]:
    """Yield the elements of what `*` unpacks, where each alternative has as many of them."""
    known = [
        alternative.values for alternative in value if isinstance(alternative, Items) and alternative.brackets != "{}"
    ]
    if len(known) == len(value) and len(set(map(len, known))) == 1:
        yield from (Argument(None, literal_text(join(*place))) for place in zip(*known, strict=True))
    else:
        yield Argument(None, None, Star.SPLAT)


def _keywords(entries: Entries) -> Iterator[Argument]:
    is_open = entries.is_open
    for key, value in entries.pairs:
        keyword = string_of(key)
        if keyword is None:
            is_open = True
        else:
            yield Argument(keyword, None if entries.is_open else literal_text(value))
    if is_open:
        yield Argument(None, None, Star.DOUBLE_SPLAT)
