"""Calls: what is called, and what is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.calling import call, is_followed
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.container_changes import call_changes
from defaultdrift.resolve.mutation import CHANGING_METHODS
from defaultdrift.resolve.replacement import REPLACING, owner_of_dictionary, replace_attribute, set_in_dictionary
from defaultdrift.resolve.settings import SETTER, may_search
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Given, Method, Value

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _call(walk: Walk, node: cst.Call) -> Value:
    callee = walk.visit(node.func)
    func: Node = node.func
    if kind(func) == "Attribute":
        if func.attr.value in CHANGING_METHODS:
            _change(walk, node, func)
        elif func.attr.value == SETTER:
            walk.settings.call(walk.visit(func.value), _all_given(walk, node), walk.place)
    elif kind(func) != "Name":
        _set(walk, node, callee)
    if _spelled(func) in REPLACING:
        replace_attribute(walk, _spelled(func), _all_given(walk, node))
    if not is_followed(walk, callee):
        if may_search(callee, node):
            _search(walk, node, callee, _all_given(walk, node))
        else:
            walk.visit_parts(argument.value for argument in node.args)
        return UNKNOWN
    given = _all_given(walk, node)
    _search(walk, node, callee, given)
    return call(walk, node, callee, given)


def _change(walk: Walk, node: cst.Call, func: Node) -> None:
    owners = owner_of_dictionary(walk, func.value)
    if owners is not None:
        set_in_dictionary(walk, owners, _all_given(walk, node))
    else:
        call_changes(walk, func, _all_given(walk, node))


def _set(walk: Walk, node: cst.Call, callee: Value) -> None:
    """Follow `getattr(km, "set_params")(n_init=10)`."""
    for alternative in callee:
        if isinstance(alternative, Method) and alternative.receiver and alternative.dotted.endswith(f".{SETTER}"):
            walk.settings.call((alternative.receiver,), _all_given(walk, node), walk.place)


def _spelled(func: Node) -> str:
    name = func.attr if kind(func) == "Attribute" else func
    return identifier(name) if kind(name) == "Name" else ""


def _search(walk: Walk, node: cst.Call, callee: Value, given: tuple[Given, ...]) -> None:
    walk.settings.search(callee, given, is_made_there=bool(node.args) and kind(node.args[0].value) == "Call")


def _all_given(walk: Walk, node: cst.Call) -> tuple[Given, ...]:
    return tuple(_given(walk, argument) for argument in node.args)


def _given(walk: Walk, argument: cst.Arg) -> Given:
    keyword = None if argument.keyword is None else identifier(argument.keyword)
    return Given(keyword, Star(argument.star), walk.visit(argument.value))


CONSTRUCT = Construct(nodes={"Call": _call})
