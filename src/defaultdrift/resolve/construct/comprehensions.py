"""Comprehensions and generator expressions: scopes of their own that run at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from defaultdrift.resolve.binding import target_names
from defaultdrift.resolve.construct.assignments import bind
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.scope import Names, Scope, ScopeKind
from defaultdrift.resolve.tree import children, kind
from defaultdrift.resolve.value import UNKNOWN, Many, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    import libcst as cst

    from defaultdrift.resolve.walk import Walk

    _Comprehension: TypeAlias = cst.ListComp | cst.SetComp | cst.DictComp | cst.GeneratorExp

_NO_PARTS = frozenset({"CompFor", "str"})
_DICTIONARIES = frozenset({"DictComp", "StarredDictComp"})


def _comprehension(walk: Walk, node: _Comprehension) -> Value:
    """The first iterable is evaluated in the scope around, all else in the comprehension's own."""
    elements = walk.elements_of(walk.visit(node.for_in.iter))
    made: list[Value] = []
    bound = frozenset(name for clause in _clauses(node.for_in) for name in target_names(clause.target))
    scope = Scope(ScopeKind.COMPREHENSION, walk.scope, walk.scope.rebound, Names(bound), since=walk.flow.clock)
    walk.inside(scope, lambda: made.extend(_run(walk, node, elements)))
    if kind(node) in _DICTIONARIES:
        return (Many(made[0], made[1]),) if len(made) == 2 else UNKNOWN
    return UNKNOWN if len(made) != 1 or made[0] == UNKNOWN else (Many(made[0], made[0]),)


def _run(walk: Walk, node: _Comprehension, elements: Value) -> list[Value]:
    """Return what the parts in front of `for` are: the element, or key and value."""
    for clause in _clauses(node.for_in):
        if clause is not node.for_in:
            elements = walk.elements_of(walk.visit(clause.iter))
        bind(walk, clause.target, elements)
        walk.visit_all(clause.ifs)
    return [walk.visit(part) for part in children(node) if kind(part) not in _NO_PARTS]


def _clauses(first: cst.CompFor) -> Iterator[cst.CompFor]:
    clause: cst.CompFor | None = first
    while clause is not None:
        yield clause
        clause = clause.inner_for_in


CONSTRUCT = Construct(
    nodes=dict.fromkeys(("ListComp", "SetComp", "DictComp", "StarredDictComp", "GeneratorExp"), _comprehension)
)
