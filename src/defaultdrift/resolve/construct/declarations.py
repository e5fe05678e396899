"""Statements that evaluate nothing: `global`, `nonlocal`, `type X = ...`; and annotations, which may be lazy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import Defined

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _declaration(_: Walk, __: cst.Global | cst.Nonlocal | cst.TypeParameters) -> None:
    """What names mean in a function is found before it is followed; see `binding`."""


def _type_alias(walk: Walk, node: cst.TypeAlias) -> None:
    name = identifier(node.name)
    walk.flow.set(name, (Defined(name),))


def _annotation(walk: Walk, node: cst.Annotation) -> None:
    if not walk.has_lazy_annotations:
        walk.visit(node.annotation)


CONSTRUCT = Construct(
    nodes={
        "Annotation": _annotation,
        "Global": _declaration,
        "Nonlocal": _declaration,
        "TypeAlias": _type_alias,
        "TypeParameters": _declaration,
    }
)
