"""`functools.partial(KMeans, 3)`: a call of `KMeans` that is made later, perhaps with more arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.value import UNKNOWN, Alternative, Method, Partial, Path, Subclass

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.argument import Given
    from defaultdrift.resolve.value import Value
    from defaultdrift.resolve.walk import Walk


def _partial(walk: Walk, node: cst.Call, given: tuple[Given, ...]) -> Value:
    if not given or given[0].star is not Star.NONE or given[0].keyword is not None:
        return UNKNOWN
    target, *rest = given
    walk.note(node, target.value, tuple(rest), is_delayed=True)
    return tuple(made for alternative in target.value for made in _made(alternative))


def _made(alternative: Alternative) -> Value:
    if isinstance(alternative, (Path, Method, Subclass)):
        return (Partial(alternative),)
    return (alternative,) if isinstance(alternative, Partial) else UNKNOWN


CONSTRUCT = Construct(callees={"functools.partial": _partial})
