"""Comprehensions and generator expressions: scopes of their own that run at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from defaultdrift.resolve.binding import target_names
from defaultdrift.resolve.construct.assignments import bind
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import element_of
from defaultdrift.resolve.scope import Names, Scope, ScopeKind
from defaultdrift.resolve.tree import children, kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    import libcst as cst

    from defaultdrift.resolve.value import Value
    from defaultdrift.resolve.walk import Walk

    _Comprehension: TypeAlias = cst.ListComp | cst.SetComp | cst.DictComp | cst.GeneratorExp


def _comprehension(walk: Walk, node: _Comprehension) -> None:
    """The first iterable is evaluated in the scope around, all else in the comprehension's own."""
    elements = element_of(walk.iterable(walk.visit(node.for_in.iter)))
    bound = frozenset(name for clause in _clauses(node.for_in) for name in target_names(clause.target))
    scope = Scope(ScopeKind.COMPREHENSION, walk.scope, walk.scope.rebound, Names(bound), since=walk.flow.clock)
    walk.inside(scope, lambda: _run(walk, node, elements))


def _run(walk: Walk, node: _Comprehension, elements: Value) -> None:
    for clause in _clauses(node.for_in):
        if clause is not node.for_in:
            elements = element_of(walk.iterable(walk.visit(clause.iter)))
        bind(walk, clause.target, elements)
        walk.visit_all(clause.ifs)
    for part in children(node):
        if kind(part) != "CompFor":
            walk.visit(part)


def _clauses(first: cst.CompFor) -> Iterator[cst.CompFor]:
    clause: cst.CompFor | None = first
    while clause is not None:
        yield clause
        clause = clause.inner_for_in


CONSTRUCT = Construct(
    nodes=dict.fromkeys(("ListComp", "SetComp", "DictComp", "StarredDictComp", "GeneratorExp"), _comprehension)
)
