"""Operators: `base | {"n_init": 3}`, `given or KMeans`, `KMeans if fast else DBSCAN`, `df["a"] + 1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import merged
from defaultdrift.resolve.flow import NO_CHANGE
from defaultdrift.resolve.library import COMPARISON, OPERATOR
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import UNKNOWN, Entries, Instance, Parameter, Value, join, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


_PLAIN_COMPARISONS = frozenset({"In", "Is", "IsNot", "NotIn"})


def _binary(walk: Walk, node: cst.BinaryOperation) -> Value:
    rights: list[tuple[str, Node]] = []
    left: Node = node
    while kind(left) == "BinaryOperation":  # a sum of hundreds is nested to the left
        rights.append((kind(left.operator), left.right))
        left = left.left
    value = walk.visit(left)
    for operator, right in reversed(rights):
        other = walk.visit(right)
        is_union = operator == "BitOr" and _is_dictionary(value) and _is_dictionary(other)
        value = merged(value, other) if is_union else operated(walk, value, other)
    return value


def operated(walk: Walk, left: Value, right: Value, way: str = OPERATOR) -> Value:
    """Return what an operator makes of objects of a library, which decide about it from either side."""
    found = [walk.library_item(a, way) for a in (*left, *right) if isinstance(a, Instance)]
    known = [value for value in found if value != UNKNOWN]
    return join(*known) if known and len(known) == len(found) else UNKNOWN


def _comparison(walk: Walk, node: cst.Comparison) -> Value:
    value = walk.visit(node.left)
    for target in node.comparisons:
        other = walk.visit(target.comparator)
        is_plain = kind(target.operator) in _PLAIN_COMPARISONS
        value = UNKNOWN if is_plain else operated(walk, value, other, COMPARISON)
    return value


def _is_dictionary(value: Value) -> bool:
    operand = only(value)
    return isinstance(operand, Entries) or (isinstance(operand, Parameter) and operand.is_named_rest)


def _boolean(walk: Walk, node: cst.BooleanOperation) -> Value:
    operands: list[Node] = []
    left: Node = node
    while kind(left) == "BooleanOperation":
        operands.append(left.right)
        left = left.left
    first = walk.visit(left)
    return join(first, *(_perhaps(walk, operand) for operand in reversed(operands)))


def _conditional(walk: Walk, node: cst.IfExp) -> Value:
    walk.visit(node.test)
    return join(_perhaps(walk, node.body), _perhaps(walk, node.orelse))


def _perhaps(walk: Walk, node: Node) -> Value:
    """Return what an expression is that may not be evaluated, and may bind names where it is."""
    if not walk.has_walrus:
        return walk.visit(node)
    walk.flow.fork()
    value = walk.visit(node)
    walk.flow.merge([NO_CHANGE, walk.flow.leave()])
    return value


def _await(walk: Walk, node: cst.Await) -> Value:
    """A coroutine is what its function returns, as far as the calls of it tell."""
    return walk.visit(node.expression)


CONSTRUCT = Construct(
    nodes={
        "Await": _await,
        "BinaryOperation": _binary,
        "BooleanOperation": _boolean,
        "Comparison": _comparison,
        "IfExp": _conditional,
    }
)
