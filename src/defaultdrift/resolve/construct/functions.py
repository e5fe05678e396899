"""`def` and `lambda`: parameters, defaults, decorators, and bodies that run later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import names_of_function, parameter_names
from defaultdrift.resolve.construct.declarations import among_type_parameters
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.tree import identifier
from defaultdrift.resolve.value import UNKNOWN, Defined, Value, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _def(walk: Walk, node: cst.FunctionDef) -> None:
    """Decorators, defaults and annotations belong to the scope around. What a decorator returns is not known."""
    walk.visit_all(node.decorators)
    defaults = _visit_parameters(walk, node.params)
    if node.returns is not None:
        walk.visit(node.returns)
    name = identifier(node.name)
    walk.flow.set(name, UNKNOWN if node.decorators else (Defined(name),))
    among_type_parameters(walk, node.type_parameters, lambda: _later(walk, node, defaults))


def _lambda(walk: Walk, node: cst.Lambda) -> Value:
    _later(walk, node, _visit_parameters(walk, node.params))
    return (Defined("lambda"),)


def _visit_parameters(walk: Walk, parameters: cst.Parameters) -> dict[str, Value]:
    """Return what parameters may be by their defaults: that, or whatever a caller passes."""
    defaults: dict[str, Value] = {}
    for parameter in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params):
        if parameter.annotation is not None:
            walk.visit(parameter.annotation)
        if parameter.default is not None:
            defaults[identifier(parameter.name)] = join(walk.visit(parameter.default), UNKNOWN)
    for star in (parameters.star_arg, parameters.star_kwarg):
        annotation = getattr(star, "annotation", None)
        if annotation is not None:
            walk.visit(annotation)
    return defaults


def _later(walk: Walk, node: cst.FunctionDef | cst.Lambda, defaults: dict[str, Value]) -> None:
    """Follow the body when the scope around is done. It sees what that scope binds from here on."""
    outer = walk.scope
    since = outer.flow.clock

    def run() -> None:
        walk.scope.names = names_of_function(node.params, node.body, has_walrus=walk.has_walrus)
        for name in parameter_names(node.params):
            walk.flow.set(name, defaults.get(name, UNKNOWN))
        walk.visit(node.body)

    walk.later(node, Scope(ScopeKind.FUNCTION, outer, outer.rebound, since=since), run)


CONSTRUCT = Construct(nodes={"FunctionDef": _def, "Lambda": _lambda})
