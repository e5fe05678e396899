"""Assignments: `KM = KMeans`, `a, b = KMeans, DBSCAN`, `KM: type = KMeans`, `(KM := KMeans)`, `del KM`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.scope import ScopeKind
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import ABSENT, UNKNOWN, Value, parts_of

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
        walk.visit(target.value)
    elif target_kind == "Subscript":
        walk.visit(target.value)
        walk.visit_all(target.slice)


def _unpack(walk: Walk, elements: Sequence[Node], value: Value) -> None:
    has_star = any(kind(element) == "StarredElement" for element in elements)
    parts = parts_of(UNKNOWN if has_star else value, len(elements))
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
    if node.value is not None:
        bind(walk, node.target, walk.visit(node.value))


def _augmented(walk: Walk, node: cst.AugAssign) -> None:
    walk.visit(node.target)
    walk.visit(node.value)
    if kind(node.target) == "Name":
        bind(walk, node.target, UNKNOWN)


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
