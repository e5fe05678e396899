"""`class Options(TypedDict)`: what a dictionary of that type holds. Nobody enforces it: as sure as annotations.

Source: https://typing.readthedocs.io/en/latest/spec/typeddict.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name
from defaultdrift.resolve.tree import identifier, kind
from defaultdrift.resolve.value import Path, Record, only

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import libcst as cst

    from defaultdrift.resolve.value import Value
    from defaultdrift.resolve.walk import Walk

_BASES = frozenset({"typing.TypedDict", "typing_extensions.TypedDict"})


def record_of(walk: Walk, node: cst.ClassDef, bases: Sequence[Value]) -> Record | None:
    """Return the type of dictionaries that a class statement describes; `None` where it describes objects.

    Args:
        walk: At the class.
        node: Its statement.
        bases: What it is derived from.
    """
    found = [only(base) for base in bases]
    if not found or not all(isinstance(base, Record) or _is_typed_dict(base) for base in found):
        return None
    is_total = not any(
        keyword.keyword is not None and keyword.keyword.value == "total" and not _is_true(keyword.value)
        for keyword in node.keywords
    )
    inherited = [base for base in found if isinstance(base, Record)]
    keys = dict.fromkeys(key for base in inherited for key in base.keys)
    is_open = any(base.is_open for base in inherited)
    for name, wrapped in _fields(walk, node):
        if wrapped == "Required" or (is_total and wrapped != "NotRequired"):
            keys[name] = None
        else:
            is_open = True
    return Record(identifier(node.name), tuple(keys), is_open=is_open)


def _is_typed_dict(base: object) -> bool:
    return isinstance(base, Path) and base.dotted in _BASES


def _is_true(node: cst.BaseExpression) -> bool:
    return kind(node) == "Name" and identifier(node) == "True"


def _fields(walk: Walk, node: cst.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield the name of each field, and that of what its annotation is wrapped in."""
    for line in node.body.body:
        for statement in getattr(line, "body", ()):
            if kind(statement) == "AnnAssign" and kind(statement.target) == "Name":
                annotation = statement.annotation.annotation
                wrapped = walk.path_of(walk.visit(annotation.value)) if kind(annotation) == "Subscript" else ""
                yield identifier(statement.target), last_name(wrapped)
