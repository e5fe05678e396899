"""Calls that are made later: `functools.partial(KMeans, 3)`, `field(default_factory=KMeans)`, `defaultdict(KMeans)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.callee import callables_of
from defaultdrift.resolve.calling import results
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.received import beside, with_more
from defaultdrift.resolve.value import UNKNOWN, Alternative, Class, Function, Many, Method, Partial, Path, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.value import Given, Value
    from defaultdrift.resolve.walk import Walk


def _partial(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    if not given or given[0].star is not Star.NONE or given[0].keyword is not None:
        return UNKNOWN
    target, *rest = given
    made = [_made(alternative, tuple(rest), id(node)) for alternative in callables_of(walk.expanded(target.value))]
    value = join(*made) if made else UNKNOWN
    for alternative in value:
        if isinstance(alternative, Partial):
            walk.note(node, (alternative.target, *beside(alternative, value)), alternative.given, via=id(node))
    return value


def _made(alternative: Alternative, given: tuple[Given, ...], origin: int) -> Value:
    if isinstance(alternative, Partial):
        return (Partial(alternative.target, with_more(alternative.given, given), origin),)
    return (
        (Partial(alternative, given, origin),) if isinstance(alternative, (Path, Method, Class, Function)) else UNKNOWN
    )


def _field(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    factory = next((one.value for one in given if one.keyword == "default_factory"), None)
    default = next((one.value for one in given if one.keyword == "default"), UNKNOWN)
    return default if factory is None else _made_by(walk, node, factory)


def _defaultdict(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    if not given or given[0].star is not Star.NONE:
        return UNKNOWN
    return (Many(UNKNOWN, join(_made_by(walk, node, given[0].value), UNKNOWN)),)


def _made_by(walk: Walk, node: cst.Call, factory: Value) -> Value:
    """Return what a factory gives that is called later, without arguments."""
    walk.note(node, factory, (), via=id(node), is_own_text=False)
    return results(walk, node, factory, ())


CONSTRUCT = Construct(
    callees={"collections.defaultdict": _defaultdict, "dataclasses.field": _field, "functools.partial": _partial}
)
