"""Calls: which alternatives a callee has, what is passed to each, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.callback import call_back, handed_by
from defaultdrift.resolve.callee import callables_of, path_called
from defaultdrift.resolve.library import result_of
from defaultdrift.resolve.members import member_of
from defaultdrift.resolve.memory import Forward
from defaultdrift.resolve.project_function import called, hand_on
from defaultdrift.resolve.reading import read
from defaultdrift.resolve.received import beside, with_more
from defaultdrift.resolve.value import (
    ABSENT,
    UNKNOWN,
    Alternative,
    Class,
    Function,
    Mark,
    Object,
    Parameter,
    Partial,
    Reading,
    Value,
    join,
)

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk


_HARDLY: Value = (Mark.SHADOW,)


def is_followed(walk: Walk, callee: Value) -> bool:
    """Tell whether a call of the callee gives anything known, or is one to take note of."""
    return any(
        isinstance(alternative, (Class, Function, Parameter, Partial, Reading))
        or path_called(alternative) in walk.known.paths
        or walk.reader_of(alternative) is not None
        or path_called(alternative) in walk.known.returns
        or handed_by(walk, alternative) != UNKNOWN
        or result_of(alternative, walk.known, 0) != UNKNOWN
        for alternative in callables_of(callee)
    )


def call(walk: Walk, node: cst.Call, callee: Value, given: tuple[Given, ...]) -> Value:
    """Take note of a call, and find what it gives."""
    found: list[Value] = []
    callee = walk.expanded(callee)
    plain = tuple(alternative for alternative in callee if not isinstance(alternative, Partial))
    for alternative in callee:
        if isinstance(alternative, Partial):
            passed = with_more(alternative.given, given)
            others = beside(alternative, callee)
            found.append(_reached(walk, node, (alternative.target, *others), passed, id(node) ^ alternative.origin))
    if plain:
        others = () if len(plain) == len(callee) else _HARDLY
        found.append(_reached(walk, node, (*plain, *others), given, id(node)))
    return join(*found) if found else UNKNOWN


def _reached(walk: Walk, node: cst.Call, callee: Value, given: tuple[Given, ...], identity: int) -> Value:
    """Take note of a call of some of the alternatives, and find what they give."""
    walk.note(node, callee, given)
    hand_on(walk, Forward(callee, given, identity, 1))
    return results(walk, node, callee, given)


def results(walk: Walk, node: cst.Call, callee: Value, given: tuple[Given, ...]) -> Value:
    """Return what calling any of the alternatives gives."""
    alternatives = callables_of(callee)
    is_unsure = any(a is Mark.UNKNOWN or isinstance(a, Parameter) for a in alternatives)
    others = UNKNOWN if is_unsure else ()
    found = [_result(walk, node, alternative, given, others) for alternative in alternatives]
    return join(*found) if found else ABSENT


def _result(walk: Walk, node: cst.Call, alternative: Alternative, given: tuple[Given, ...], others: Value) -> Value:
    if isinstance(alternative, Reading):
        return read(alternative, given)
    reader = walk.reader_of(alternative)
    if reader is not None:
        return reader(walk, node, given)
    if isinstance(alternative, Function):
        return called(walk, alternative, given, node, others)
    if isinstance(alternative, Class):
        for constructor in member_of(walk, alternative, "__init__") or ():
            if isinstance(constructor, Function):
                called(walk, Function(constructor.key, constructor.name, (Object(alternative),)), given, node, others)
        made: Value = (Object(alternative, frozenset({id(node)})),)
        return join(made, UNKNOWN) if "__new__" in alternative.overridden else made
    given_back = call_back(walk, node, alternative, given)
    made = result_of(alternative, walk.known, id(node), given)
    return given_back if made == UNKNOWN else made
