"""What a call of a function of the project gives, and which calls of libraries it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.callee import path_called
from defaultdrift.resolve.memory import Fact, Forward
from defaultdrift.resolve.received import holds_rest, put_in, receive
from defaultdrift.resolve.value import (
    UNKNOWN,
    Class,
    Function,
    Many,
    Mark,
    Object,
    Parameter,
    Value,
    join,
    perhaps_another,
)

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk

_MOST_WRAPPED = 2
"""Functions of the project between a call and the library."""


def called(
    walk: Walk, function: Function, given: tuple[Given, ...], node: cst.Call | None = None, others: Value = ()
) -> Value:
    """Return what a call of a function of the project gives, and remember what it is given.

    Args:
        walk: At the place of the call.
        function: What is called.
        given: The arguments.
        node: The call, where one is written.
        others: How little is known of what else may be called there.
    """
    memory, key = walk.memory, function.key
    shape = memory.shape(key)
    received = receive(shape, function.receiver, given)
    for name, value in received.values.items():
        known = tuple(a for a in value if not isinstance(a, (Mark, Parameter)))
        if known:
            memory.learn(Fact.RECEIVED, key, name, known)
    values = {**_defaults(walk, key, is_loose=received.is_loose), **received.values}
    if node is not None:
        for forward in memory.forwards(key):
            _reach(walk, node, key, forward._replace(callee=(*forward.callee, *others)), values)
    given_back = memory.recall(Fact.YIELDED if shape.is_generator else Fact.RETURNED, key)
    declared = memory.recall(Fact.RETURNED, key, "declared")
    is_told = declared is not None and Mark.UNKNOWN not in declared
    if given_back is None or (is_told and Mark.UNKNOWN in given_back):
        return UNKNOWN if declared is None else declared
    value = put_in(given_back, key, values)
    if any(isinstance(a, (Class, Object)) and a.is_open for a in function.receiver):
        value = perhaps_another(value)
    return (Many(value, UNKNOWN),) if shape.is_generator else value


def _defaults(walk: Walk, function: int, *, is_loose: bool) -> dict[str, Value]:
    shape = walk.memory.shape(function)
    found: dict[str, Value] = {}
    for name in dict.fromkeys((*shape.positional, *sorted(shape.keywords))):
        default = walk.memory.recall(Fact.DEFAULT, function, name)
        if default is not None:
            found[name] = join(default, UNKNOWN) if is_loose else default
    return found


def _reach(walk: Walk, node: cst.Call, function: int, forward: Forward, values: dict[str, Value]) -> None:
    """Take note of a call that a function of the project makes with what it is given here."""
    callee = put_in(forward.callee, function, values)
    given = tuple(one._replace(value=put_in(one.value, function, values)) for one in forward.given)
    walk.note(node, callee, given, via=forward.via)
    hand_on(walk, Forward(callee, given, hash((id(node), forward.via)), forward.depth + 1))


def hand_on(walk: Walk, forward: Forward) -> None:
    """Remember a call in a function if it hands on what the function is given."""
    key = walk.scope.function().function_key
    is_rest = bool(key) and forward.depth <= _MOST_WRAPPED and holds_rest(forward.given, key)
    if is_rest and any(isinstance(a, Parameter) or path_called(a) in walk.known.paths for a in forward.callee):
        walk.memory.hand_on(key, forward)
