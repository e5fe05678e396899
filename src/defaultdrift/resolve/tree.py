"""Look at LibCST's nodes without importing LibCST: their kind, their names, what they contain."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Node: TypeAlias = Any
"""A LibCST node whose kind is known only by its name."""

_LAYOUT = frozenset(
    {
        "asynchronous", "colon", "comma", "dot", "equal", "first_colon", "footer", "header", "indent", "lbrace",
        "lbracket", "leading_lines", "lines_after_decorators", "lpar", "newline", "operator", "posonly_ind", "rbrace",
        "rbracket", "rpar", "second_colon", "semicolon", "separator", "star", "trailing_comma",
    }
)  # fmt: skip
"""Fields that hold how something is written, never what is evaluated."""

_fields: dict[type, tuple[str, ...]] = {}


def kind(node: Node) -> str:
    """Return the name of the node's class. Names, unlike classes, may be missing in an older LibCST."""
    return type(node).__name__


def identifier(node: Node) -> str:
    """Return the name that a `Name` holds, as Python compares it."""
    return as_compared(node.value)


def as_compared(name: str) -> str:
    """Return a name in the spelling in which Python compares names.

    "All identifiers are converted into the normal form NFKC while parsing; comparison of identifiers is based on
    NFKC." (https://docs.python.org/3/reference/lexical_analysis.html#identifiers)
    """
    return name if name.isascii() else unicodedata.normalize("NFKC", name)


def dotted(node: Node) -> str:
    """Return the dotted name that an `Attribute` or a `Name` spells in an import."""
    names: list[str] = []
    while kind(node) == "Attribute":
        names.append(identifier(node.attr))
        node = node.value
    names.append(identifier(node))
    return ".".join(reversed(names))


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly in a node, in the order of its fields, without white space and punctuation."""
    fields = _fields.get(type(node))
    if fields is None:
        fields = _fields[type(node)] = tuple(_content_fields(node))
    for field in fields:
        content = getattr(node, field)
        if isinstance(content, (list, tuple)):
            yield from content
        elif hasattr(content, "__dataclass_fields__"):
            yield content


def _content_fields(node: Node) -> Iterator[str]:
    for field in getattr(node, "__dataclass_fields__", ()):
        if field not in _LAYOUT and "whitespace" not in field:
            yield field
