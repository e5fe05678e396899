"""`class`: its body is a scope that functions in it do not see. A subclass of a library class keeps its methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.declarations import among_type_parameters
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import UNKNOWN, Alternative, Defined, Path, Subclass, Value, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _class(walk: Walk, node: cst.ClassDef) -> None:
    walk.visit_all(node.decorators)
    bases: list[Value] = []
    scope = Scope(ScopeKind.CLASS, walk.scope, walk.scope.rebound)

    def run() -> None:
        bases.extend(walk.visit(base.value) for base in node.bases)
        for keyword in node.keywords:
            walk.visit(keyword.value)
        scope.parent, scope.since = walk.scope, walk.flow.clock
        walk.inside(scope, lambda: walk.visit_all([node.body]))

    outermost = among_type_parameters(walk, node.type_parameters, run) or scope
    is_plain = len(bases) == 1 and not node.bases[0].star and not node.keywords
    name = identifier(node.name)
    made = _subclass(walk, only(bases[0]), scope) if is_plain else None
    value: Value = (Defined(name) if made is None else made,)
    walk.flow.set(name, UNKNOWN if node.decorators else value)
    outermost.since = walk.flow.clock  # its methods run when the class has its name


def _subclass(walk: Walk, base: Alternative, scope: Scope) -> Subclass | None:
    names = frozenset(scope.flow.names())
    if isinstance(base, Subclass):
        return Subclass(base.base, base.class_path, base.overridden | names)
    if isinstance(base, Path) and base.dotted in walk.known.returns:
        return Subclass(base.dotted, walk.known.returns[base.dotted], names)
    return None


CONSTRUCT = Construct(nodes={"ClassDef": _class})
