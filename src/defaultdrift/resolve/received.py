"""What a call of a function of the project hands in, and what comes back with that put in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.model.call import Star
from defaultdrift.resolve.argument import received
from defaultdrift.resolve.content import merged, string_of
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Entries,
    Given,
    Items,
    Many,
    Mark,
    Parameter,
    Partial,
    Value,
    join,
    only,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from defaultdrift.resolve.memory import Shape

_DEEPEST = 6
"""Containers in containers beyond this are not looked into for parameters."""


class Received(NamedTuple):
    """What a function receives in one call.

    Attributes:
        values: Parameter to what it may be; those that the call leaves out are missing.
        is_loose: Whether an unpacking that nobody can read may pass any of those that are missing.
    """

    values: Mapping[str, Value]
    is_loose: bool


def receive(shape: Shape, receiver: Value, given: Sequence[Given]) -> Received:
    """Bind arguments to parameters, as Python does.

    Args:
        shape: Of the function.
        receiver: What the first parameter is bound to already; empty where nothing is.
        given: The arguments as written.

    Source: https://docs.python.org/3/reference/expressions.html#calls
    """
    positional: list[Value] = [receiver] if receiver else []
    named: dict[str, Value] = {}
    unpacked: list[Value] = []
    is_open = is_loose = False
    for one in given:
        content = only(one.value)
        if one.star is Star.NONE and one.keyword is None:
            positional.append(one.value)
        elif one.keyword is not None:
            named[one.keyword] = one.value
        elif one.star is Star.SPLAT and isinstance(content, Items) and content.brackets != "{}":
            positional.extend(content.values)
        elif one.star is Star.DOUBLE_SPLAT and isinstance(content, Entries):
            keys = {string_of(key): value for key, value in content.pairs}
            named.update({key: join(v, UNKNOWN) if content.is_open else v for key, v in keys.items() if key})
            is_open = is_open or content.is_open or None in keys
            unpacked.append(one.value)
        else:
            is_loose = is_loose or one.star is Star.SPLAT
            is_open = is_open or one.star is Star.DOUBLE_SPLAT
            unpacked.append(one.value)
    values = dict(zip(shape.positional, positional, strict=False))
    if shape.rest:
        extra = positional[len(shape.positional) :]
        values[shape.rest] = UNKNOWN if is_loose else (Items(tuple(extra), "()"),)
    values.update({name: value for name, value in named.items() if name in shape.keywords})
    if shape.named_rest:
        values[shape.named_rest] = _rest(shape, named, unpacked, is_open=is_open)
    return Received(values, is_loose or is_open)


def _rest(shape: Shape, named: Mapping[str, Value], unpacked: Sequence[Value], *, is_open: bool) -> Value:
    """Return what `**kwargs` holds; of what cannot be read here, a call of the function around may tell more."""
    pairs = tuple((repr(name), value) for name, value in named.items() if name not in shape.keywords)
    if not is_open:
        return (Entries(pairs),)
    return merged((Entries(pairs),), *(value for value in unpacked if not _is_read(value)))


def _is_read(value: Value) -> bool:
    content = only(value)
    return isinstance(content, Entries) and not content.is_open


def with_more(given: tuple[Given, ...], more: tuple[Given, ...]) -> tuple[Given, ...]:
    """Return the arguments of a partial call with those that are passed later, which replace keywords."""
    replaced = {one.keyword for one in received(more) if one.keyword is not None}
    return (*(one for one in given if one.keyword not in replaced), *more)


def beside(chosen: Alternative, alternatives: Value) -> Value:
    """Return a mark that says how little the other alternatives tell; nothing where there is no other."""
    others = [alternative for alternative in alternatives if alternative != chosen and alternative is not Mark.ABSENT]
    if not others:
        return ()
    return UNKNOWN if any(a is Mark.UNKNOWN or isinstance(a, Parameter) for a in others) else (Mark.SHADOW,)


def put_in(value: Value, function: int, received: Mapping[str, Value], depth: int = 0) -> Value:
    """Return a value with the parameters of a function replaced by what a call passes.

    Args:
        value: With parameters in it, perhaps.
        function: Key of the function.
        received: What each of its parameters is in the call; the others are unknown.
        depth: How many containers there are around the value.
    """
    if depth > _DEEPEST or not any(map(_may_hold, value)):
        return value
    return join(*(_replaced(alternative, function, received, depth) for alternative in value))


def holds_rest(given: Iterable[Given], function: int) -> bool:
    """Tell whether the keywords that a function is given are handed on as they are: `f(**kwargs)`."""
    return any(
        one.star is Star.DOUBLE_SPLAT and any(_is_given(alternative, function) for alternative in one.value)
        for one in given
    )


def _is_given(alternative: Alternative, function: int) -> bool:
    if isinstance(alternative, Entries):
        return any(_is_given(inner, function) for part in alternative.parts for inner in part)
    return isinstance(alternative, Parameter) and alternative.function == function


def _may_hold(alternative: Alternative) -> bool:
    return isinstance(alternative, (Parameter, Items, Entries, Many, Partial))


def _replaced(alternative: Alternative, function: int, received: Mapping[str, Value], depth: int) -> Value:
    def inner(value: Value) -> Value:
        return put_in(value, function, received, depth + 1)

    made: Value = (alternative,)
    if isinstance(alternative, Parameter) and alternative.function == function:
        made = received.get(alternative.name, UNKNOWN)
    elif isinstance(alternative, Items):
        made = (Items(tuple(map(inner, alternative.values)), alternative.brackets),)
    elif isinstance(alternative, Entries) and alternative.parts:
        made = merged(*map(inner, alternative.parts))
    elif isinstance(alternative, Entries):
        pairs = tuple((key, inner(value)) for key, value in alternative.pairs)
        made = (Entries(pairs, alternative.is_open, others=inner(alternative.others)),)
    elif isinstance(alternative, Partial):
        made = (replace(alternative, given=tuple(one._replace(value=inner(one.value)) for one in alternative.given)),)
    elif isinstance(alternative, Many):
        made = (Many(inner(alternative.element), inner(alternative.item)),)
    return made
