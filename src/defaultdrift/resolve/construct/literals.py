"""Numbers, strings, bytes and `...`, with their signs; `-df`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.operators import operated
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import UNKNOWN, Instance, Literal, Value, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_SIGNS = {"Minus": "-", "Plus": "+"}


def _literal(_: Walk, node: cst.Integer | cst.Float | cst.Imaginary | cst.SimpleString) -> Value:
    return (Literal(node.value),)


def _ellipsis(_: Walk, __: cst.Ellipsis) -> Value:
    return (Literal("..."),)


def _concatenated(walk: Walk, node: cst.ConcatenatedString) -> Value:
    texts: list[str] = []
    rest: Node = node
    is_literal = True
    while rest is not None:
        part, rest = (rest.left, rest.right) if kind(rest) == "ConcatenatedString" else (rest, None)
        value = only(walk.visit(part))
        if isinstance(value, Literal):
            texts.append(value.text)
        else:
            is_literal = False
    return (Literal(" ".join(texts)),) if is_literal else UNKNOWN


def _signed(walk: Walk, node: cst.UnaryOperation) -> Value:
    value = walk.visit(node.expression)
    operand, operator = only(value), kind(node.operator)
    sign = _SIGNS.get(operator)
    if operator != "Not" and any(isinstance(alternative, Instance) for alternative in value):
        return operated(walk, value, ())
    if sign is None or not isinstance(operand, Literal) or operand.text[0] not in "0123456789.":
        return UNKNOWN
    return (Literal(sign + operand.text),)


CONSTRUCT = Construct(
    nodes={
        "Integer": _literal,
        "Float": _literal,
        "Imaginary": _literal,
        "SimpleString": _literal,
        "ConcatenatedString": _concatenated,
        "Ellipsis": _ellipsis,
        "UnaryOperation": _signed,
    }
)
