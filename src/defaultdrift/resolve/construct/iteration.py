"""What built-in functions and methods give to iterate over: `enumerate`, `zip`, `sorted`, `models.items()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.callback import hand
from defaultdrift.resolve.construct.operators import operated
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.reading import many
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Entries,
    Instance,
    Items,
    Many,
    Mark,
    Value,
    join,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import libcst as cst

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk


def _same(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    """The elements as they are: `list`, `sorted`, `reversed`."""
    source = _first(walk, given)
    if source is None:
        return UNKNOWN
    _hand_to_key(walk, node, given, source)
    return join(*(_listed(walk, alternative) for alternative in source))


def _listed(walk: Walk, alternative: Alternative) -> Value:
    if isinstance(alternative, (Instance, Items, Many)):
        elements = walk.elements_of((alternative,))
        return (Many(elements, elements),) if elements != UNKNOWN else UNKNOWN
    if isinstance(alternative, Entries):
        return (Many(walk.elements_of((alternative,)), UNKNOWN),)
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def _enumerate(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    source = _first(walk, given)
    return UNKNOWN if source is None else many(Items((UNKNOWN, walk.elements_of(source)), "()"))


def _zip(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    if any(one.star is not Star.NONE for one in given):
        return UNKNOWN
    return many(Items(tuple(walk.elements_of(one.value) for one in given if one.keyword is None), "()"))


def _largest(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    """Return any of the elements, or of several arguments: `max(models, key=...)`."""
    positional = [one for one in given if one.keyword is None]
    source = _first(walk, given)
    if source is None or any(one.star is not Star.NONE for one in given):
        return UNKNOWN
    if len(positional) > 1:
        return join(*(one.value for one in positional))
    _hand_to_key(walk, node, given, source)
    return join(walk.elements_of(source), *(one.value for one in given if one.keyword == "default"))


def _hand_to_key(walk: Walk, node: cst.Call, given: tuple[Given, ...], source: Value) -> None:
    for one in given:
        if one.keyword == "key":
            hand(walk, node, one, (walk.elements_of(source),))


def _filter(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    if len(given) != 2 or any(one.star is not Star.NONE for one in given):
        return UNKNOWN
    elements = walk.elements_of(given[1].value)
    return (Many(elements, UNKNOWN),)


def _map(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    if len(given) < 2 or any(one.star is not Star.NONE for one in given):
        return UNKNOWN
    made = hand(walk, node, given[0], tuple(walk.elements_of(one.value) for one in given[1:]))
    return UNKNOWN if made == UNKNOWN else (Many(made, UNKNOWN),)


def _signless(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    """Return what a number is made of, or an object of a library: `abs`, `round`."""
    source = _first(walk, given)
    return UNKNOWN if source is None else operated(walk, source, ())


def _next(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    source = _first(walk, given)
    if source is None:
        return UNKNOWN
    return join(walk.elements_of(source), *(one.value for one in given[1:2]))


def _first(walk: Walk, given: Sequence[Given]) -> Value | None:
    if not given or given[0].star is not Star.NONE or given[0].keyword is not None:
        return None
    return walk.iterable(given[0].value)


CONSTRUCT = Construct(
    callees={
        **dict.fromkeys((f"builtins.{name}" for name in ("iter", "list", "reversed", "sorted", "set", "tuple")), _same),
        "builtins.abs": _signless,
        "builtins.round": _signless,
        "builtins.enumerate": _enumerate,
        "builtins.filter": _filter,
        "builtins.map": _map,
        "builtins.max": _largest,
        "builtins.min": _largest,
        "builtins.next": _next,
        "builtins.zip": _zip,
    }
)
