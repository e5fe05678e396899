"""Items of containers displayed in the source: `MODELS["km"]`, `CLASSES[0]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def _subscript(walk: Walk, node: cst.Subscript) -> Value:
    value = walk.expanded(walk.visit(node.value))
    index: Node = node.slice[0].slice
    key: Value = UNKNOWN
    hardly: Value = ()
    if len(node.slice) == 1 and kind(index) == "Index":
        key = walk.visit(index.value)
        way = _WAYS.get(kind(index.value), "") or way_of(key)
        if way == "other" and _is_text(index.value):
            way, hardly = "text", () if kind(index.value) in _TEXTS else (Mark.SHADOW,)
    else:
        walk.visit_all(node.slice)
        way = "slice" if len(node.slice) == 1 else "several"
    return join(_settled(value, [_subscripted(walk, alternative, key, way) for alternative in value]), hardly)


def _is_text(node: Node) -> bool:
    """Tell whether an expression is a text as far as it is written: `name + "_lower"`, `f"{name}_lower"`."""
    while kind(node) == "BinaryOperation" and kind(node.operator) == "Add":
        if kind(node.right) in _TEXTS:
            return True
        node = node.left
    return kind(node) in _TEXTS


def _settled(owners: Value, found: list[Value]) -> Value:
    """Return what any of the owners gives; an object of a library that nobody described so hardly has items at all."""
    is_told = any(isinstance(owner, Instance) and value != UNKNOWN for owner, value in zip(owners, found, strict=True))
    hardly: Value = (Mark.SHADOW,)
    pairs = zip(owners, found, strict=True)
    return join(*(hardly if is_told and isinstance(o, Instance) and v == UNKNOWN else v for o, v in pairs))


def _subscripted(walk: Walk, alternative: Alternative, key: Value, way: str) -> Value:
    if isinstance(alternative, Instance):
        return walk.library_item(alternative, way)
    return item_of((alternative,), key_of(key)) if way not in ("slice", "several") else UNKNOWN


CONSTRUCT = Construct(nodes={"Subscript": _subscript})
