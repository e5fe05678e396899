"""What methods of libraries hand to the functions that they are given: `df.assign(total=lambda d: d["a"].sum())`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.memory import Fact
from defaultdrift.resolve.project_function import called
from defaultdrift.resolve.tree import kind
from defaultdrift.resolve.value import UNKNOWN, Alternative, Function, Given, Instance, Method, Value, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_GIVES = "gives"
"""How the rules say that a method gives what the function gives."""


def handed_by(walk: Walk, callee: Alternative) -> Value:
    """Return what a method hands to a function that it is given; unknown where nothing says so."""
    if not isinstance(callee, Method) or not isinstance(callee.receiver, Instance):
        return UNKNOWN
    return walk.library_item(callee.receiver, f"argument_of_{_name(callee)}")


def call_back(walk: Walk, node: cst.Call, callee: Alternative, given: tuple[Given, ...]) -> Value:
    """Remember what a method hands to functions, and return what it gives, where that is what they give.

    Args:
        walk: At the place of the call.
        node: The call of the method.
        callee: The method.
        given: What it is given.
    """
    handed = handed_by(walk, callee)
    if handed == UNKNOWN or not isinstance(callee, Method) or not isinstance(callee.receiver, Instance):
        return UNKNOWN
    results = [hand(walk, node, one, (handed,)) for one in given]
    gives = walk.known.items.get(f"{callee.receiver.class_path}[result_of_{_name(callee)}]") == _GIVES
    return results[0] if gives and results else UNKNOWN


def hand(walk: Walk, node: cst.Call, one: Given, handed: tuple[Value, ...]) -> Value:
    """Return what a function gives that a call is given, and remember what it receives.

    A lambda that is written there is called by nobody else.

    Args:
        walk: At the place of the call.
        node: The call that is given the function.
        one: The function.
        handed: What it is called with.
    """
    function = only(one.value)
    if not isinstance(function, Function) or one.star is not Star.NONE:
        return UNKNOWN
    if any(id(argument.value) == function.key and kind(argument.value) == "Lambda" for argument in node.args):
        for name, value in zip(walk.memory.shape(function.key).positional, handed, strict=False):
            walk.memory.learn(Fact.HANDED, function.key, name, value)
    return called(walk, function, tuple(Given(None, Star.NONE, value) for value in handed), node)


def _name(callee: Method) -> str:
    return callee.dotted.rpartition(".")[2]
