"""Calls: what is called, and what is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.calling import call, is_followed
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.container_changes import call_changes
from defaultdrift.resolve.mutation import CHANGING_METHODS
from defaultdrift.resolve.settings import SETTER, may_search, names_set_by
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Given, Value

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _call(walk: Walk, node: cst.Call) -> Value:
    callee = walk.visit(node.func)
    func: Node = node.func
    if kind(func) == "Attribute":
        if func.attr.value in CHANGING_METHODS:
            call_changes(walk, func, _all_given(walk, node))
        elif func.attr.value == SETTER:
            walk.settings.set(walk.visit(func.value), names_set_by(_all_given(walk, node)), walk.place)
    if not is_followed(walk, callee):
        if may_search(callee, node):
            _search(walk, node, callee, _all_given(walk, node))
        else:
            walk.visit_parts(argument.value for argument in node.args)
        return UNKNOWN
    given = _all_given(walk, node)
    _search(walk, node, callee, given)
    return call(walk, node, callee, given)


def _search(walk: Walk, node: cst.Call, callee: Value, given: tuple[Given, ...]) -> None:
    walk.settings.search(callee, given, is_made_there=bool(node.args) and kind(node.args[0].value) == "Call")


def _all_given(walk: Walk, node: cst.Call) -> tuple[Given, ...]:
    return tuple(_given(walk, argument) for argument in node.args)


def _given(walk: Walk, argument: cst.Arg) -> Given:
    keyword = None if argument.keyword is None else identifier(argument.keyword)
    return Given(keyword, Star(argument.star), walk.visit(argument.value))


CONSTRUCT = Construct(nodes={"Call": _call})
