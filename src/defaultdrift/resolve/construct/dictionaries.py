"""Dictionaries displayed in the source: `{"n_init": 3}`, `{**base, "n_init": 3}`, `dict(base, n_init=3)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.argument import Given, string_of
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import Entries, Literal, Value, is_kept, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_MOST_ENTRIES = 200
"""A longer display is data, and not kept."""


def key_of(value: Value) -> str | None:
    """Return one spelling of a key, or `None` where it is no literal."""
    literal = only(value)
    if not isinstance(literal, Literal):
        return None
    string = string_of(literal.text)
    return literal.text if string is None else repr(string)


def merged(*parts: Value) -> Value:
    """Return the entries of several dictionaries, the later ones replacing the earlier ones."""
    pairs: dict[str, Value] = {}
    is_open = False
    for part in parts:
        added = only(part)
        if isinstance(added, Entries):
            pairs.update(added.pairs)
            is_open = is_open or added.is_open
        else:
            is_open = True
    entries = Entries(tuple(pairs.items()), is_open)
    is_data = len(pairs) > _MOST_ENTRIES or not is_kept(entries)
    return (Entries((), is_open=True) if is_data else entries,)


def _display(walk: Walk, node: cst.Dict) -> Value:
    parts: list[Value] = []
    element: Node
    for element in node.elements:
        if kind(element) == "DictElement":
            key = key_of(walk.visit(element.key))
            value = walk.visit(element.value)
            parts.append((Entries((), is_open=True) if key is None else Entries(((key, value),)),))
        else:
            parts.append(walk.visit(element.value))
    return merged(*parts)


def _dict(_: Walk, __: cst.Call, given: tuple[Given, ...]) -> Value:
    parts: list[Value] = []
    for one in given:
        if one.keyword is not None:
            parts.append((Entries(((repr(one.keyword), one.value),)),))
        elif one.star is Star.SPLAT:
            parts.append((Entries((), is_open=True),))
        else:
            parts.append(one.value)
    return merged(*parts)


CONSTRUCT = Construct(nodes={"Dict": _display}, callees={"builtins.dict": _dict})
