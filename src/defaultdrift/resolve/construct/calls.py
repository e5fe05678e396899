"""Calls: what is called, and what is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.argument import Given
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import UNKNOWN, Value

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _call(walk: Walk, node: cst.Call) -> Value:
    callee = walk.visit(node.func)
    if not walk.is_followed(callee):
        walk.visit_parts(argument.value for argument in node.args)
        return UNKNOWN
    given = tuple(_given(walk, argument) for argument in node.args)
    return walk.call(node, callee, given)


def _given(walk: Walk, argument: cst.Arg) -> Given:
    keyword = None if argument.keyword is None else identifier(argument.keyword)
    return Given(keyword, Star(argument.star), walk.visit(argument.value))


CONSTRUCT = Construct(nodes={"Call": _call})
