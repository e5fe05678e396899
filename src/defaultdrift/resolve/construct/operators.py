"""Operators: `base | {"n_init": 3}`, `given or KMeans`, `KMeans if fast else DBSCAN`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.dictionaries import merged
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import UNKNOWN, Entries, Value, join, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _binary(walk: Walk, node: cst.BinaryOperation) -> Value:
    rights: list[tuple[str, Node]] = []
    left: Node = node
    while kind(left) == "BinaryOperation":  # a sum of hundreds is nested to the left
        rights.append((kind(left.operator), left.right))
        left = left.left
    value = walk.visit(left)
    for operator, right in reversed(rights):
        other = walk.visit(right)
        is_union = operator == "BitOr" and isinstance(only(value), Entries) and isinstance(only(other), Entries)
        value = merged(value, other) if is_union else UNKNOWN
    return value


def _boolean(walk: Walk, node: cst.BooleanOperation) -> Value:
    operands: list[Node] = []
    left: Node = node
    while kind(left) == "BooleanOperation":
        operands.append(left.right)
        left = left.left
    return join(*[walk.visit(operand) for operand in (left, *reversed(operands))])


def _conditional(walk: Walk, node: cst.IfExp) -> Value:
    walk.visit(node.test)
    return join(walk.visit(node.body), walk.visit(node.orelse))


CONSTRUCT = Construct(nodes={"BinaryOperation": _binary, "BooleanOperation": _boolean, "IfExp": _conditional})
