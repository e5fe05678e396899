"""What built-in functions and methods give to iterate over: `enumerate`, `zip`, `sorted`, `models.items()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import element_of
from defaultdrift.resolve.reading import many
from defaultdrift.resolve.value import UNKNOWN, Alternative, Entries, Items, Many, Mark, Value, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    import libcst as cst

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk


def _same(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    """The elements as they are: `list`, `sorted`, `reversed`."""
    source = _first(walk, given)
    if source is None:
        return UNKNOWN
    return join(*(_listed(alternative) for alternative in source))


def _listed(alternative: Alternative) -> Value:
    if isinstance(alternative, (Items, Many)):
        return (Many(element_of((alternative,)), element_of((alternative,))),)
    if isinstance(alternative, Entries):
        return (Many(element_of((alternative,)), UNKNOWN),)
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def _enumerate(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    source = _first(walk, given)
    return UNKNOWN if source is None else many(Items((UNKNOWN, element_of(source)), "()"))


def _zip(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    if any(one.star is not Star.NONE for one in given):
        return UNKNOWN
    sources = [walk.iterable(one.value) for one in given if one.keyword is None]
    return many(Items(tuple(map(element_of, sources)), "()"))


def _next(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    source = _first(walk, given)
    if source is None:
        return UNKNOWN
    return join(element_of(source), *(one.value for one in given[1:2]))


def _first(walk: Walk, given: Sequence[Given]) -> Value | None:
    if not given or given[0].star is not Star.NONE or given[0].keyword is not None:
        return None
    return walk.iterable(given[0].value)


CONSTRUCT = Construct(
    callees={
        **dict.fromkeys((f"builtins.{name}" for name in ("iter", "list", "reversed", "sorted", "set", "tuple")), _same),
        "builtins.enumerate": _enumerate,
        "builtins.next": _next,
        "builtins.zip": _zip,
    }
)
