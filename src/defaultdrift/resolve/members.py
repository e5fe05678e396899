"""What the attributes of the project's classes and objects are: members, what was kept in them, what they inherit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import ANYTHING
from defaultdrift.resolve.memory import Fact
from defaultdrift.resolve.project_function import called
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Class,
    Function,
    Instance,
    Module,
    Object,
    Path,
    Super,
    Value,
    join,
    perhaps_another,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from defaultdrift.resolve.walk import Walk

ANY_NAME = ANYTHING
"""Stands for any attribute, where one is set under a name that is not known."""
_DEEPEST = 12
"""Bases of bases."""


def attribute_of_object(walk: Walk, owner: Object, name: str) -> Value:
    """Return what an attribute of an object may be: what was kept in it, else a member of its class, else a base's."""
    if member_of(walk, owner.cls, "__getattribute__") is not None:
        return UNKNOWN
    found = _kept(walk, owner.cls, name)
    member = member_of(walk, owner.cls, name)
    if member is not None:
        found.append(join(*(_bound(walk, alternative, owner) for alternative in member)))
    if not found:
        found.append(_inherited(walk, owner.cls, name))
    found += _kept(walk, owner.cls, ANY_NAME)
    return _perhaps_overridden(walk.unless_changed(name, join(*found)), name, is_open=owner.is_open)


def attribute_of_class(walk: Walk, owner: Class, name: str) -> Value:
    """Return what an attribute of a class may be."""
    found = [*_kept(walk, owner, name), *_kept(walk, owner, ANY_NAME)]
    member = member_of(walk, owner, name)
    if member is not None:
        found.insert(0, join(*(_bound_to_class(walk, alternative, owner) for alternative in member)))
    if found:
        return _perhaps_overridden(walk.unless_changed(name, join(*found)), name, is_open=owner.is_open)
    if owner.class_path and name not in owner.overridden:
        return (Path(f"{owner.class_path}.{name}"),)
    return UNKNOWN


def keep(walk: Walk, owners: Value, name: str, value: Value) -> Iterator[str]:
    """Remember what an attribute is set to, and yield the paths of library attributes that are replaced.

    Args:
        walk: At the place where it is set.
        owners: What it is set on.
        name: Of the attribute; `ANY_NAME` where it is not known.
        value: What it is set to.
    """
    for owner in owners:
        if isinstance(owner, (Object, Class)):
            cls = owner.cls if isinstance(owner, Object) else owner
            walk.memory.learn(Fact.KEPT, cls.key, name, walk.unless_changed(name, value))
        elif isinstance(owner, Module):
            keep_in_module(walk, owner.file, name, value)
        elif isinstance(owner, Path):
            yield f"{owner.dotted}.{name}"


def keep_in_module(walk: Walk, file: str, name: str, value: Value) -> None:
    """Remember what a name of another module of the project is set to."""
    walk.memory.learn(Fact.KEPT, hash(file), name, value)


def kept_in_module(walk: Walk, file: str, name: str) -> list[Value]:
    """Return what a name of another module of the project is set to here."""
    kept = [walk.memory.recall(Fact.KEPT, hash(file), one) for one in (name, ANY_NAME)]
    return [value for value in kept if value is not None]


def _kept(walk: Walk, cls: Class, name: str) -> list[Value]:
    return [value for one in family(walk, cls) if (value := walk.memory.recall(Fact.KEPT, one.key, name))]


def _perhaps_overridden(value: Value, name: str, *, is_open: bool) -> Value:
    is_private = name.startswith("__") and not name.endswith("__")
    return perhaps_another(value) if is_open and not is_private else value


def attribute_of_super(walk: Walk, owner: Super, name: str) -> Value:
    """Return what the bases of a class have under a name, bound to an object of the class."""
    for base in walk.memory.recall(Fact.BASES, owner.cls.key) or ():
        member = member_of(walk, base, name) if isinstance(base, Class) else None
        if member is not None:
            return join(*(_bound(walk, alternative, Object(owner.cls, is_open=True)) for alternative in member))
    inherited = _inherited(walk, owner.cls, name)
    return join(inherited, UNKNOWN) if _has_others_between(walk, owner.cls) else inherited


def member_of(walk: Walk, cls: Class, name: str) -> Value | None:
    """Return what the body of a class, or of one of its bases in the project, binds a name to; `None` if nothing."""
    for ancestor in family(walk, cls):
        member = walk.memory.recall(Fact.MEMBER, ancestor.key, name)
        if member is not None:
            return member
    return None


def _has_others_between(walk: Walk, cls: Class) -> bool:
    """Tell whether another class may come between a class and its bases, as in `class Both(First, Second)`."""
    return any(
        isinstance(derived, Class) and len(walk.memory.recall(Fact.BASES, derived.key) or ()) > 1
        for derived in walk.memory.recall(Fact.DERIVED, cls.key) or ()
    )


def family(walk: Walk, cls: Class, depth: int = 0) -> Iterator[Class]:
    """Yield a class and its bases in the project, depth first."""
    yield cls
    if depth < _DEEPEST:
        for base in walk.memory.recall(Fact.BASES, cls.key) or ():
            if isinstance(base, Class):
                yield from family(walk, base, depth + 1)


def _inherited(walk: Walk, cls: Class, name: str) -> Value:
    return walk.library_attribute(Instance(cls.class_path), name) if cls.class_path else UNKNOWN


def _bound(walk: Walk, alternative: Alternative, owner: Object) -> Value:
    """Return what a member is, taken from an object.

    Source: https://docs.python.org/3/howto/descriptor.html
    """
    if not isinstance(alternative, Function):
        return (alternative,)
    binding = walk.memory.shape(alternative.key).binding
    if binding == "staticmethod":
        return (alternative,)
    method = Function(alternative.key, alternative.name, (owner.cls if binding == "classmethod" else owner,))
    return called(walk, method, ()) if binding == "property" else (method,)


def _bound_to_class(walk: Walk, alternative: Alternative, owner: Class) -> Value:
    if isinstance(alternative, Function) and walk.memory.shape(alternative.key).binding == "classmethod":
        return (Function(alternative.key, alternative.name, (owner,)),)
    return (alternative,)
