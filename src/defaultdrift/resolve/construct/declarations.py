"""Statements that evaluate nothing: `global`, `nonlocal`, `type X = ...`; and annotations, which may be lazy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.scope import Names, Scope, ScopeKind
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import Defined

if TYPE_CHECKING:
    from collections.abc import Callable

    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def among_type_parameters(walk: Walk, parameters: cst.TypeParameters | None, run: Callable[[], None]) -> Scope | None:
    """Follow what is inside `def f[T]` or `class C[T]`, and return the scope of the type parameters if there are any.

    "This special scope [...] behaves mostly like a function scope", and it runs at once.
    (https://docs.python.org/3/reference/executionmodel.html#annotation-scopes)
    """
    if parameters is None:
        run()
        return None
    names = [identifier(parameter.param.name) for parameter in parameters.params]
    scope = Scope(
        ScopeKind.COMPREHENSION, walk.scope, walk.scope.rebound, Names(frozenset(names)), since=walk.flow.clock
    )

    def start() -> None:
        for name in names:
            walk.flow.set(name, (Defined(name),))
        run()

    walk.inside(scope, start)
    return scope


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
