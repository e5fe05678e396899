"""Containers changed in plain sight: `params["n_init"] = 3`, `params.update(...)`, `models.append(KMeans(3))`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.dictionaries import dict_of
from defaultdrift.resolve.content import element_of, key_of, merged
from defaultdrift.resolve.mutation import CHANGING_METHODS
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Alternative, Entries, Items, Many, Mark, Parameter, Value, join, only

if TYPE_CHECKING:
    from collections.abc import Callable

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk


_GROWING = frozenset({"add", "append", "extend", "insert"})
"""Methods of lists and sets that put something in."""


def set_item(walk: Walk, target: Node, value: Value) -> None:
    """Follow an assignment to an item."""
    walk.visit(target.value)
    key = _key(walk, target)
    added: Value = (Entries((), is_open=True, others=value) if key is None else Entries(((key, value),)),)
    if any(kind(element.slice) == "Slice" for element in target.slice):
        _change(walk, target.value, lambda before: tuple(Mark.UNKNOWN if _is_container(a) else a for a in before))
        return
    _change(walk, target.value, lambda before: _with_item(before, added, value))


def remove_item(walk: Walk, target: Node) -> None:
    """Follow `del` of an item."""
    walk.visit(target.value)
    key = _key(walk, target)
    _change(walk, target.value, lambda before: _without(before, key))


def call_changes(walk: Walk, func: Node, given: tuple[Given, ...]) -> None:
    """Follow a call of a method that changes the container that a name holds."""
    if kind(func) != "Attribute" or func.attr.value not in CHANGING_METHODS:
        return
    if func.attr.value in _GROWING:
        _change(walk, func.value, lambda before: _grown(before, func.attr.value, given))
        return
    if func.attr.value == "update":
        added = dict_of(given)
        _change(walk, func.value, lambda before: changed(before, added))
        return
    key = key_of(given[0].value) if given and given[0].keyword is None and not given[0].star else None
    if func.attr.value == "pop":
        _change(walk, func.value, lambda before: _without(before, key))
    else:
        default = given[1].value if len(given) > 1 else UNKNOWN
        added = UNKNOWN if key is None else (Entries(((key, default),)),)
        _change(walk, func.value, lambda before: changed(added, before))


def _with_item(before: Value, added: Value, value: Value) -> Value:
    """Return containers with an item set: of a list, any item may be the new one."""
    is_listed = any(isinstance(alternative, (Items, Many)) for alternative in before)
    return join(*(_with_element(a, value) for a in before)) if is_listed else changed(before, added)


def _grown(before: Value, method: str, given: tuple[Given, ...]) -> Value:
    """Return lists and sets with one more element, or with those of another container: how many there are is lost."""
    index = 1 if method == "insert" else 0
    if len(given) != index + 1 or any(one.star or one.keyword for one in given):
        return tuple(Mark.UNKNOWN if _is_container(a) else a for a in before)
    added = element_of(given[0].value) if method == "extend" else given[index].value
    return join(*(_with_element(alternative, added) for alternative in before))


def _with_element(alternative: Alternative, added: Value) -> Value:
    if isinstance(alternative, Items) and alternative.brackets != "()":
        element = join(*alternative.values, added)
        return (Many(element, element),)
    if isinstance(alternative, Many):
        element = join(alternative.element, added)
        return (Many(element, join(alternative.item, added)),)
    return UNKNOWN if _is_container(alternative) else (alternative,)


def changed(before: Value, added: Value) -> Value:
    """Return dictionaries with the entries of another one, whose entries replace theirs."""
    if len(before) == 1 and not _is_dictionary(before[0]):
        return merged(before, added) if _is_dictionary(only(added)) else UNKNOWN
    return join(*(merged((a,), added) if _is_dictionary(a) else (a,) for a in before))


def _change(walk: Walk, owner: Node, change: Callable[[Value], Value]) -> None:
    """Change what a name of this scope holds; `mutation` sees to it that no other name holds it, too."""
    if kind(owner) != "Name" or not walk.scope.owns(identifier(owner)):
        return
    name = identifier(owner)
    before = walk.flow.get(name)
    if before is not None and any(map(_is_container, before)):
        walk.flow.set(name, change(before))


def _is_container(alternative: Alternative) -> bool:
    return _is_dictionary(alternative) or isinstance(alternative, (Items, Many))


def _is_dictionary(alternative: Alternative) -> bool:
    return isinstance(alternative, Entries) or (isinstance(alternative, Parameter) and alternative.is_named_rest)


def _without(before: Value, key: str | None) -> Value:
    """Return dictionaries without an entry; without a known key any may be gone."""
    found: list[Value] = []
    for alternative in before:
        if isinstance(alternative, Items):
            element = join(*alternative.values) if alternative.values else UNKNOWN
            found.append((Many(element, element),))
        elif not _is_dictionary(alternative):
            found.append((alternative,))
        elif isinstance(alternative, Entries) and key is not None:
            pairs = tuple((known, value) for known, value in alternative.pairs if known != key)
            found.append((Entries(pairs, alternative.is_open or bool(alternative.parts), others=alternative.others),))
        else:
            found.append(UNKNOWN)
    return join(*found)


def _key(walk: Walk, target: Node) -> str | None:
    walk.visit_all(target.slice)
    if len(target.slice) != 1 or kind(target.slice[0].slice) != "Index":
        return None
    return key_of(walk.visit(target.slice[0].slice.value))
