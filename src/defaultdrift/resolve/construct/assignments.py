"""Assignments: `KM = KMeans`, `a, b = KMeans, DBSCAN`, `KM: type = KMeans`, `(KM := KMeans)`, `del KM`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.annotations import annotated
from defaultdrift.resolve.construct.operators import operated
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.container_changes import changed, remove_item, set_item
from defaultdrift.resolve.content import parts_of
from defaultdrift.resolve.members import ANY_NAME
from defaultdrift.resolve.memory import Fact
from defaultdrift.resolve.replacement import owner_of_dictionary, set_attribute
from defaultdrift.resolve.scope import ScopeKind
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import ABSENT, UNKNOWN, Mark, Value, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def bind(walk: Walk, target: Node, value: Value) -> None:
    """Bind the names of a target to a value, or to its parts. Attributes and items are only visited."""
    target_kind = kind(target)
    if target_kind == "Name":
        walk.flow.set(identifier(target), value)
    elif target_kind in ("Tuple", "List"):
        _unpack(walk, target.elements, value)
    elif target_kind == "Attribute":
        set_attribute(walk, walk.visit(target.value), identifier(target.attr), value)
    elif target_kind == "Subscript":
        _set_item(walk, target, value)


def _set_item(walk: Walk, target: Node, value: Value) -> None:
    owners = owner_of_dictionary(walk, target.value)
    if owners is not None:
        set_attribute(walk, owners, ANY_NAME, UNKNOWN)
    set_item(walk, target, value)


def _unpack(walk: Walk, elements: Sequence[Node], value: Value) -> None:
    stars = [index for index, element in enumerate(elements) if kind(element) == "StarredElement"]
    parts = parts_of(walk.iterable(value), len(elements), stars[0] if stars else None)
    for element, part in zip(elements, parts, strict=True):
        bind(walk, element.value, part)


def _assign(walk: Walk, node: cst.Assign) -> None:
    value = walk.visit(node.value)
    for target in node.targets:
        bind(walk, target.target, value)


def _annotated(walk: Walk, node: cst.AnnAssign) -> None:
    """Annotations are not evaluated in functions, and without a value nothing is bound."""
    if walk.scope.kind is not ScopeKind.FUNCTION:
        walk.visit(node.annotation)
    value = UNKNOWN if node.value is None else walk.visit(node.value)
    told = UNKNOWN
    if Mark.UNKNOWN in value or walk.scope.kind is ScopeKind.CLASS:
        told = annotated(walk, node.annotation.annotation)
    if told != UNKNOWN:
        value = told if Mark.UNKNOWN in value else join(value, told)  # the value of a field is its default
    elif walk.scope.kind is ScopeKind.CLASS and value != UNKNOWN and not _is_of_the_class(node.annotation.annotation):
        value = join(value, UNKNOWN)  # a constructor that is made of the fields takes any other
    if node.value is not None:
        bind(walk, node.target, value)
    elif walk.scope.kind is ScopeKind.CLASS and value != UNKNOWN:
        walk.memory.learn(Fact.MEMBER, walk.scope.class_key, identifier(node.target), value)


def _is_of_the_class(annotation: Node) -> bool:
    """Tell whether an annotation says that no object has another value: `ClassVar[...]`, `Final`."""
    outer = annotation.value if kind(annotation) == "Subscript" else annotation
    name = outer.attr if kind(outer) == "Attribute" else outer
    return kind(name) == "Name" and identifier(name) in ("ClassVar", "Final")


def _augmented(walk: Walk, node: cst.AugAssign) -> None:
    target = walk.visit(node.target)
    value = walk.visit(node.value)
    if kind(node.target) == "Name":
        is_union = kind(node.operator) == "BitOrAssign"
        bind(walk, node.target, changed(target, value) if is_union else operated(walk, target, value))


def _named(walk: Walk, node: cst.NamedExpr) -> Value:
    """`:=` in a comprehension binds in the scope around it."""
    value = walk.visit(node.value)
    walk.scope.binder().flow.set(identifier(node.target), value)
    return value


def _delete(walk: Walk, node: cst.Del) -> None:
    targets: list[Node] = [node.target]
    for target in targets:
        if kind(target) in ("Tuple", "List"):
            targets.extend(element.value for element in target.elements)
        else:
            _delete_one(walk, target)


def _delete_one(walk: Walk, target: Node) -> None:
    if kind(target) == "Subscript":
        remove_item(walk, target)
    else:
        bind(walk, target, ABSENT)


CONSTRUCT = Construct(
    nodes={
        "Assign": _assign,
        "AnnAssign": _annotated,
        "AugAssign": _augmented,
        "Del": _delete,
        "NamedExpr": _named,
    }
)
