"""`class`: its body is a scope that functions in it do not see. A subclass of a library class keeps its methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.declarations import among_type_parameters
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.members import family
from defaultdrift.resolve.memory import Fact
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.typed_dicts import record_of
from defaultdrift.resolve.value import UNKNOWN, Class, Literal, Path, Super, Value, join, only

if TYPE_CHECKING:
    from collections.abc import Sequence

    import libcst as cst

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk

_EMPTY_BASES = frozenset({"abc.ABC", "builtins.object", "typing.Generic", "typing.Protocol"})
"""Bases that bring neither a constructor with parameters nor methods."""
_EMPTY_METACLASSES = frozenset({"abc.ABCMeta", "builtins.type"})
_NONE = Literal("None")
_GENERATING = frozenset({"dataclasses.dataclass"})
"""Decorators that give a class a constructor of its own, and leave all else."""


def _class(walk: Walk, node: cst.ClassDef) -> None:
    decorators = [_decorator(walk, decorator) for decorator in node.decorators]
    bases: list[Value] = []
    scope = Scope(ScopeKind.CLASS, walk.scope, walk.scope.rebound, class_key=id(node))
    is_plain = True

    def run() -> None:
        nonlocal is_plain
        for base in node.bases:
            inner: Node = base.value
            inner = inner.value if kind(inner) == "Subscript" else inner
            value = walk.visit(base.value)
            path = walk.path_of(walk.visit(inner)) if inner is not base.value else walk.path_of(value)
            is_plain = is_plain and not base.star
            if path not in _EMPTY_BASES:
                # Where an import failed and left None, the statement raises.
                bases.append(tuple(alternative for alternative in value if alternative != _NONE))
        for keyword in node.keywords:
            is_plain = is_plain and walk.path_of(walk.visit(keyword.value)) in _EMPTY_METACLASSES
        scope.parent, scope.since = walk.scope, walk.flow.clock
        walk.inside(scope, lambda: walk.visit_all([node.body]))

    outermost = among_type_parameters(walk, node.type_parameters, run) or scope
    record = record_of(walk, node, bases)
    if record is not None:
        walk.flow.set(record.name, (record,))
        return
    made = _made(walk, node, bases if is_plain else [*bases, UNKNOWN], scope)
    if any(path in _GENERATING for path in decorators):
        made = Class(made.key, made.name, made.base, made.class_path, made.overridden | {"__init__"})
    scope.made = (made,)
    for base in family(walk, made):
        walk.memory.learn(Fact.DERIVED, base.key, "", scope.made)
    for name in scope.flow.names():
        walk.memory.learn(Fact.MEMBER, id(node), name, scope.flow.get(name) or UNKNOWN)
    is_kept = all(path in _GENERATING for path in decorators)
    walk.flow.set(made.name, scope.made if is_kept else join(scope.made, UNKNOWN))
    outermost.since = walk.flow.clock  # its methods run when the class has its name


def _decorator(walk: Walk, node: cst.Decorator) -> str:
    walk.visit(node.decorator)
    inner: Node = node.decorator
    inner = inner.func if kind(inner) == "Call" else inner
    return walk.path_of(walk.visit(inner)) if kind(inner) in ("Name", "Attribute") else ""


def _made(walk: Walk, node: cst.ClassDef, bases: Sequence[Value], scope: Scope) -> Class:
    """Return the class: derived from a library class if that is sure, and from classes of the project."""
    found = [only(base) for base in bases]
    own = tuple(base for base in found if isinstance(base, Class))
    walk.memory.learn(Fact.BASES, id(node), "", own)
    names = frozenset(scope.flow.names()).union(*(base.overridden for base in own))
    libraries = [base for base in found if isinstance(base, Path) and base.dotted in walk.known.returns]
    libraries += [Path(base.base) for base in own if base.base]
    name = identifier(node.name)
    if len(libraries) != 1 or len(own) + len(libraries) < len(found):
        return Class(id(node), name, overridden=names)
    path = libraries[0].dotted
    return Class(id(node), name, path, walk.known.returns[path], names)


def _super(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    """`super()` in a method, or `super(Class, self)`."""
    if given:
        cls = only(given[0].value)
        return (Super(cls),) if isinstance(cls, Class) else UNKNOWN
    scope = walk.scope.function().parent
    while scope is not None and scope.kind is not ScopeKind.CLASS:
        scope = scope.parent
    return tuple(Super(cls) for cls in scope.made if isinstance(cls, Class)) or UNKNOWN if scope else UNKNOWN


CONSTRUCT = Construct(nodes={"ClassDef": _class}, callees={"builtins.super": _super})
