"""Items of containers displayed in the source: `MODELS["km"]`, `CLASSES[0]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.dictionaries import key_of
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import ABSENT, UNKNOWN, Alternative, Entries, Items, Mark, Value, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def item_of(value: Value, key: str | None) -> Value:
    """Return what an item of a value may be: any item where the key is not known."""
    return join(*(_item(alternative, key) for alternative in value))


def _item(alternative: Alternative, key: str | None) -> Value:
    if isinstance(alternative, Entries):
        return _entry(alternative, key)
    if isinstance(alternative, Items) and alternative.values:
        if key is None:
            return join(*alternative.values)
        index = int(key) if key.lstrip("-").isdecimal() else len(alternative.values)
        return alternative.values[index] if -len(alternative.values) <= index < len(alternative.values) else UNKNOWN
    return ABSENT if alternative is Mark.ABSENT else UNKNOWN


def _entry(entries: Entries, key: str | None) -> Value:
    if key is None:
        values = [value for _, value in entries.pairs] or [UNKNOWN]
    else:
        values = [value for known, value in entries.pairs if known == key] or [UNKNOWN]
    return join(*values, UNKNOWN) if entries.is_open else join(*values)


def _subscript(walk: Walk, node: cst.Subscript) -> Value:
    value = walk.visit(node.value)
    if len(node.slice) != 1 or kind(node.slice[0].slice) != "Index":
        walk.visit_all(node.slice)
        return UNKNOWN
    index: Node = node.slice[0].slice
    return item_of(value, key_of(walk.visit(index.value)))


CONSTRUCT = Construct(nodes={"Subscript": _subscript})
