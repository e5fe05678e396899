"""Items of containers displayed in the source: `MODELS["km"]`, `CLASSES[0]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import item_of, key_of, way_of
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import UNKNOWN, Alternative, Instance, Mark, Value, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


_WAYS = {"Comparison": "mask", "List": "list", "ListComp": "list"}
"""How an object of a library is asked for an item, by the kind of the expression between the brackets."""
_TEXTS = frozenset({"ConcatenatedString", "FormattedString", "SimpleString"})
_MOST_TOLD = 3
"""Of more parts between the brackets than two, none is told."""


class _Asked(NamedTuple):
    """What stands between brackets, or one of several.

    Attributes:
        key: What it is.
        way: How an object of a library is asked by it.
        is_sure: Whether it is asked so, and hardly otherwise.
    """

    key: Value
    way: str
    is_sure: bool = True


def _subscript(walk: Walk, node: cst.Subscript) -> Value:
    value = walk.expanded(walk.visit(node.value))
    asked = [_asked(walk, element.slice) for element in node.slice]
    key = asked[0].key if len(asked) == 1 else UNKNOWN
    way = ",".join(one.way for one in asked[:_MOST_TOLD])
    found = _settled(value, [_subscripted(walk, alternative, key, way) for alternative in value])
    return found if all(one.is_sure for one in asked) else join(found, (Mark.SHADOW,))


def _is_text(node: Node) -> bool:
    """Tell whether an expression is a text as far as it is written: `name + "_lower"`, `f"{name}_lower"`."""
    while kind(node) == "BinaryOperation" and kind(node.operator) == "Add":
        if kind(node.right) in _TEXTS:
            return True
        node = node.left
    return kind(node) in _TEXTS


def _asked(walk: Walk, index: Node) -> _Asked:
    """Visit what stands between brackets, and say how it asks."""
    if kind(index) == "Slice":
        walk.visit(index)
        return _Asked(UNKNOWN, "slice")
    key = walk.visit(index.value)
    way = _WAYS.get(kind(index.value), "") or way_of(key)
    if way == "other" and _is_text(index.value):
        return _Asked(key, "text", is_sure=kind(index.value) in _TEXTS)
    return _Asked(key, way)


def _settled(owners: Value, found: list[Value]) -> Value:
    """Return what any of the owners gives; an object of a library that nobody described so hardly has items at all."""
    is_told = any(isinstance(owner, Instance) and value != UNKNOWN for owner, value in zip(owners, found, strict=True))
    hardly: Value = (Mark.SHADOW,)
    pairs = zip(owners, found, strict=True)
    return join(*(hardly if is_told and isinstance(o, Instance) and v == UNKNOWN else v for o, v in pairs))


def _subscripted(walk: Walk, alternative: Alternative, key: Value, way: str) -> Value:
    if isinstance(alternative, Instance):
        found = walk.library_item(alternative, way)
        return walk.library_item(alternative, "several") if found == UNKNOWN and "," in way else found
    return UNKNOWN if way == "slice" or "," in way else item_of((alternative,), key_of(key))


CONSTRUCT = Construct(nodes={"Subscript": _subscript})
