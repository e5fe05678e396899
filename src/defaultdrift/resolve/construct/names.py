"""Names and attributes: `KMeans`, `cluster.KMeans`, `km.fit`, `self.model`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import builtin_of
from defaultdrift.resolve.members import attribute_of_class, attribute_of_object, attribute_of_super, kept_in_module
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import (
    ABSENT,
    UNKNOWN,
    Alternative,
    Class,
    Entries,
    Instance,
    Items,
    Literal,
    Many,
    Mark,
    Module,
    Object,
    Path,
    Reading,
    Super,
    Value,
    join,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_READING = frozenset({"copy", "get", "items", "keys", "values"})
"""Methods of containers that give what is in them."""
_CONSTANTS = frozenset({"None", "True", "False"})


def attribute_of(walk: Walk, value: Value, name: str) -> Value:
    """Return what an attribute of a value may be."""
    owners = walk.expanded(value)
    found = join(*(_attribute(walk, alternative, name) for alternative in owners))
    return _given_by(walk, owners) if set(found) == {Mark.ABSENT} else found


def _given_by(walk: Walk, owners: Value) -> Value:
    """Return what an attribute is that the classes of objects do not have: `df.price`. It might have been set, too."""
    given = [walk.library_item(owner, "attribute") for owner in owners if isinstance(owner, Instance)]
    known = [value for value in given if value != UNKNOWN]
    return join(*known, (Mark.SHADOW,)) if known else ABSENT


def _attribute(walk: Walk, alternative: Alternative, name: str) -> Value:
    reader = _READERS.get(type(alternative))
    if reader is not None:
        return reader(walk, alternative, name)
    if isinstance(alternative, (Entries, Items, Many)) and name in _READING:
        return (Reading(alternative, name),)
    plain = builtin_of(alternative)
    if plain is not None:
        return UNKNOWN if hasattr(plain, name) else ABSENT  # it would raise
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def imported(walk: Walk, file: str, name: str) -> Value:
    """Return what a name of another module of the project is: one that it binds, or a module in the package."""
    if walk.link is None:
        return UNKNOWN
    value = walk.link.exports(file).get(name)
    if value is None:
        inner = walk.link.inside(file, name)
        value = UNKNOWN if inner is None else (Module(inner),)
    return join(value, *kept_in_module(walk, file, name))


_READERS: dict[type, Callable[[Walk, Any, str], Value]] = {
    Class: attribute_of_class,
    Instance: lambda walk, owner, name: walk.library_attribute(owner, name),
    Module: lambda walk, module, name: imported(walk, module.file, name),
    Object: attribute_of_object,
    Path: lambda walk, path, name: walk.name_in_library(f"{path.dotted}.{name}"),
    Super: attribute_of_super,
}
"""What an attribute of an alternative is, by the kind of the alternative."""


def _name(walk: Walk, node: cst.Name) -> Value:
    if node.value in _CONSTANTS:
        return (Literal(node.value),)
    return walk.lookup(identifier(node))


def _attribute_node(walk: Walk, node: cst.Attribute) -> Value:
    return attribute_of(walk, walk.visit(node.value), identifier(node.attr))


CONSTRUCT = Construct(nodes={"Name": _name, "Attribute": _attribute_node})
