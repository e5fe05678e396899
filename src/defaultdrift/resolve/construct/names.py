"""Names and attributes: `KMeans`, `cluster.KMeans`, `km.fit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Instance,
    Literal,
    Mark,
    Method,
    Path,
    Subclass,
    Value,
    join,
)

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_CONSTANTS = frozenset({"None", "True", "False"})


def attribute_of(value: Value, name: str) -> Value:
    """Return what an attribute of a value may be."""
    return join(*(_attribute(alternative, name) for alternative in value))


def _attribute(alternative: Alternative, name: str) -> Value:
    if isinstance(alternative, Path):
        return (Path(f"{alternative.dotted}.{name}"),)
    if isinstance(alternative, Instance) and name not in alternative.overridden:
        return (Method(f"{alternative.class_path}.{name}"),)
    if isinstance(alternative, Subclass) and name not in alternative.overridden:
        return (Path(f"{alternative.class_path}.{name}"),)
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def _name(walk: Walk, node: cst.Name) -> Value:
    if node.value in _CONSTANTS:
        return (Literal(node.value),)
    return walk.lookup(identifier(node))


def _attribute_node(walk: Walk, node: cst.Attribute) -> Value:
    return attribute_of(walk.visit(node.value), identifier(node.attr))


CONSTRUCT = Construct(nodes={"Name": _name, "Attribute": _attribute_node})
