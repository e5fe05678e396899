"""`def` and `lambda`: parameters, defaults, decorators, what comes back, and bodies that run later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import has_yield, names_of_function, parameter_names
from defaultdrift.resolve.construct.annotations import annotated
from defaultdrift.resolve.construct.declarations import among_type_parameters
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.memory import Fact, Shape
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Function, Literal, Many, Parameter, Value, join, opened

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_BINDINGS = {
    "builtins.classmethod": "classmethod",
    "builtins.property": "property",
    "builtins.staticmethod": "staticmethod",
    "functools.cached_property": "property",
}
"""Decorators that say what a class does with a function."""
_OF_THE_CLASS = frozenset({"__class_getitem__", "__init_subclass__"})
"""Methods that are class methods without being told."""
_KEEPING = frozenset(
    {
        *("abc.abstractmethod", "contextlib.contextmanager", "functools.cache", "functools.lru_cache"),
        *("functools.wraps", "typing.final", "typing.no_type_check", "typing.override", "typing.overload"),
    }
)
"""Decorators after which a call still runs the function, with the arguments as they are."""
_NONE: Value = (Literal("None"),)


def _def(walk: Walk, node: cst.FunctionDef) -> None:
    """Decorators, defaults and annotations belong to the scope around. What other decorators return is not known."""
    decorators = [_decorator(walk, decorator.decorator) for decorator in node.decorators]
    known = _visit_parameters(walk, node.params, id(node))
    if node.returns is not None:
        walk.visit(node.returns)
        walk.memory.learn(Fact.RETURNED, id(node), "declared", annotated(walk, node.returns.annotation))
    name = identifier(node.name)
    implied = "classmethod" if name in _OF_THE_CLASS else "method"
    _remember_shape(walk, node, next((_BINDINGS[path] for path in decorators if path in _BINDINGS), implied))
    made: Value = (Function(id(node), name),)
    is_kept = all(path in _BINDINGS or path in _KEEPING for path in decorators)
    walk.flow.set(name, made if is_kept else join(made, UNKNOWN))
    among_type_parameters(walk, node.type_parameters, lambda: _later(walk, node, known))


def _lambda(walk: Walk, node: cst.Lambda) -> Value:
    known = _visit_parameters(walk, node.params, id(node))
    _remember_shape(walk, node, "method")
    _later(walk, node, known)
    return (Function(id(node), "lambda"),)


def _decorator(walk: Walk, node: Node) -> str:
    """Visit a decorator, and return the path of what decorates; empty where it is not known."""
    walk.visit(node)
    inner = node.func if kind(node) == "Call" else node
    return walk.path_of(walk.visit(inner)) if kind(inner) in ("Name", "Attribute") else ""


def _visit_parameters(walk: Walk, parameters: cst.Parameters, key: int) -> dict[str, Value]:
    """Return what parameters are in the body: what they are annotated as, or whatever a caller passes."""
    known: dict[str, Value] = {}
    for parameter in (*parameters.posonly_params, *parameters.params, *parameters.kwonly_params):
        name = identifier(parameter.name)
        value = UNKNOWN
        if parameter.annotation is not None:
            walk.visit(parameter.annotation)
            value = annotated(walk, parameter.annotation.annotation)
        known[name] = (Parameter(key, name),) if value == UNKNOWN else value
        if parameter.default is not None:
            default = walk.visit(parameter.default)
            walk.memory.learn(Fact.DEFAULT, key, name, default)
            known[name] = known[name] if value == UNKNOWN else join(default, value)
    for stars, star in enumerate((parameters.star_arg, parameters.star_kwarg), 1):
        if kind(star) == "Param":
            name = identifier(star.name)  # type: ignore[union-attr]
            known[name] = (Parameter(key, name, stars),)
            if star.annotation is not None:  # type: ignore[union-attr]
                walk.visit(star.annotation)  # type: ignore[union-attr]
                each = annotated(walk, star.annotation.annotation)  # type: ignore[union-attr]
                known[name] = known[name] if each == UNKNOWN or stars == 2 else (Many(each, each),)
    return known


def _remember_shape(walk: Walk, node: cst.FunctionDef | cst.Lambda, binding: str) -> None:
    if id(node) in walk.memory.shapes:
        return
    parameters = node.params
    positional = [identifier(p.name) for p in (*parameters.posonly_params, *parameters.params)]
    by_keyword = frozenset(identifier(p.name) for p in (*parameters.params, *parameters.kwonly_params))
    rest, named_rest = (
        identifier(star.name) if kind(star) == "Param" else ""  # type: ignore[union-attr]
        for star in (parameters.star_arg, parameters.star_kwarg)
    )
    walk.memory.shapes[id(node)] = Shape(
        tuple(positional), by_keyword, rest, named_rest, binding, is_generator=walk.has_yield and has_yield(node.body)
    )


def _later(walk: Walk, node: cst.FunctionDef | cst.Lambda, known: dict[str, Value]) -> None:
    """Follow the body when the scope around is done. It sees what that scope binds from here on."""
    outer, key = walk.scope, id(node)
    scope = Scope(ScopeKind.FUNCTION, outer, outer.rebound, since=outer.flow.clock, function_key=key)

    def run() -> None:
        scope.names = names_of_function(node.params, node.body, has_walrus=walk.has_walrus)
        for name in parameter_names(node.params):
            walk.flow.set(name, walk.memory.recall(Fact.HANDED, key, name) or known[name])
        _bind_receiver(walk, outer, key)
        value = walk.visit(node.body)
        if kind(node) == "Lambda":
            walk.memory.learn(Fact.RETURNED, key, "", value)
        elif not walk.flow.is_dead:
            walk.memory.learn(Fact.RETURNED, key, "", _NONE)

    walk.later(node, scope, run)


def _bind_receiver(walk: Walk, outer: Scope, key: int) -> None:
    """Bind the first parameter of a method to an object of the class, or to the class."""
    shape = walk.memory.shape(key)
    if outer.kind is not ScopeKind.CLASS or not shape.positional or shape.binding == "staticmethod":
        return
    if outer.made:
        classes = join(outer.made, walk.memory.recall(Fact.DERIVED, outer.class_key) or outer.made)
        receivers = classes if shape.binding == "classmethod" else walk.objects_of(classes)
        walk.flow.set(shape.positional[0], opened(receivers))


def _return(walk: Walk, node: cst.Return) -> None:
    value = _NONE if node.value is None else walk.visit(node.value)
    _learn(walk, Fact.RETURNED, value)
    walk.flow.is_dead = True


def _yield(walk: Walk, node: cst.Yield) -> Value:
    if node.value is None:
        value = _NONE
    elif kind(node.value) == "From":
        source: Node = node.value
        value = walk.elements_of(walk.visit(source.item))
    else:
        value = walk.visit(node.value)
    _learn(walk, Fact.YIELDED, value)
    return UNKNOWN


def _learn(walk: Walk, fact: Fact, value: Value) -> None:
    key = walk.scope.function().function_key
    if key:
        walk.memory.learn(fact, key, "", value)


CONSTRUCT = Construct(nodes={"FunctionDef": _def, "Lambda": _lambda, "Return": _return, "Yield": _yield})
