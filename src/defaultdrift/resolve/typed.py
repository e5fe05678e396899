"""What an object of an annotated type may be: annotations as text in, values out.

The same for what libraries say of themselves (`DataFrame | None`, mined) and for what a project writes. What a name in
an annotation leads to is asked of the caller. What is not understood is unknown.

Source: https://typing.readthedocs.io/en/latest/spec/annotations.html
"""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name
from defaultdrift.resolve.content import PLAIN
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Instance,
    Items,
    Literal,
    Many,
    Mark,
    Path,
    Plain,
    Value,
    join,
    only,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_EITHER = frozenset({"Optional", "Union"})
_SAME = frozenset({"Annotated", "ClassVar", "Final", "NotRequired", "Required", "Awaitable"})
_SEQUENCES = frozenset(
    {
        *("list", "List", "set", "Set", "frozenset", "FrozenSet", "AbstractSet", "deque", "Deque"),
        *("Sequence", "MutableSequence", "Collection", "Iterable", "Iterator", "Generator", "AsyncIterator"),
        *("AsyncIterable", "AsyncGenerator", "ContextManager", "AbstractContextManager"),
    }
)
_MAPPINGS = frozenset(
    {"dict", "Dict", "defaultdict", "DefaultDict", "Mapping", "MutableMapping", "OrderedDict", "Counter"}
)
_TUPLES = frozenset({"tuple", "Tuple"})
_CLASSES = frozenset({"type", "Type"})
_DEEPEST = 8


def value_of_type(text: str, named: Callable[[str], Value], instance: Callable[[Value], Value]) -> Value:
    """Return what an object of a type may be.

    Args:
        text: Source of the annotation.
        named: Returns what a dotted name leads to.
        instance: Returns objects of classes.
    """
    node = _parsed(text)
    return UNKNOWN if node is None else _Reader(named, instance).read(node, 0)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Reader:
    def __init__(self, named: Callable[[str], Value], instance: Callable[[Value], Value]) -> None:
        self.named = named
        self.instance = instance

    def read(self, node: ast.expr, depth: int) -> Value:
        if depth > _DEEPEST:
            return UNKNOWN
        if isinstance(node, ast.Constant):
            return self._constant(node, depth)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return join(self.read(node.left, depth + 1), self.read(node.right, depth + 1))
        if isinstance(node, ast.Subscript):
            return self._subscript(node, depth)
        return self._name(_dotted(node))

    def _constant(self, node: ast.Constant, depth: int) -> Value:
        if node.value is None:
            return (Literal("None"),)
        if node.value is ...:  # in what people say of a library
            return (Mark.SHADOW,)
        inner = _parsed(node.value) if isinstance(node.value, str) else None
        return UNKNOWN if inner is None else self.read(inner, depth + 1)

    def _name(self, dotted: str) -> Value:
        if not dotted:
            return UNKNOWN
        return (Plain(dotted),) if dotted in PLAIN else self.instance(self.named(dotted))

    def _subscript(self, node: ast.Subscript, depth: int) -> Value:
        dotted = _dotted(node.value)
        last = self._generic_name(dotted)
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if last in _CLASSES:
            return self.named(_dotted(parts[0]))
        reader = next((reader for names, reader in _GENERIC if last in names), None)
        if reader is None:
            value = self._name(dotted)  # of a generic class
            return tuple(map(_with_other_items, value)) if _is_ellipsis(parts[0]) else value
        return reader(last, [UNKNOWN if _is_ellipsis(part) else self.read(part, depth + 1) for part in parts], parts)

    def _generic_name(self, dotted: str) -> str:
        """Return the name of a generic type, also where it was imported by another one."""
        name = last_name(dotted)
        path = None if name in _NAMES else only(self.named(dotted))
        return last_name(path.dotted) if isinstance(path, Path) else name


def _with_other_items(alternative: Alternative) -> Alternative:
    """Return an object that what people say of a library spells `pandas.DataFrame[...]`."""
    return replace(alternative, has_other_items=True) if isinstance(alternative, Instance) else alternative


def _either(name: str, values: list[Value], _: list[ast.expr]) -> Value:
    none: Value = (Literal("None"),)
    return join(*values, *([none] if name == "Optional" else []))


def _tuple(_: str, values: list[Value], parts: list[ast.expr]) -> Value:
    if any(map(_is_ellipsis, parts)):
        return (Many(values[0], values[0]),)
    return (Items(tuple(values), "()"),)


def _mapping(_: str, values: list[Value], __: list[ast.expr]) -> Value:
    return (Many(values[0], values[-1] if len(values) > 1 else UNKNOWN),)


_GENERIC: tuple[tuple[frozenset[str], Callable[[str, list[Value], list[ast.expr]], Value]], ...] = (
    (_EITHER, _either),
    (_SAME, lambda _, values, __: values[0]),
    (_SEQUENCES, lambda _, values, __: (Many(values[0], values[0]),)),
    (_MAPPINGS, _mapping),
    (_TUPLES, _tuple),
)
"""What an object of a generic type is, by the name of the type."""
_NAMES = _CLASSES.union(*(names for names, _ in _GENERIC))


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _dotted(node: ast.expr) -> str:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else ""
