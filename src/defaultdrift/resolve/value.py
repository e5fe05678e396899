"""What an expression may be: a tuple of alternatives, none of which holds a node of the syntax tree.

An expression has several alternatives where control flow joins, as after `try: ... except ImportError: ...`.
The order is the one in which they were met, so that results do not depend on hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 12
"""More alternatives than this are not told apart any more."""
_MOST_NESTED = 8
"""Containers in containers. `k = (k, k)` written thirty times is a tree of a thousand million leaves."""
_MOST_PARTS = 2000
"""Alternatives in a container, those of the containers in it included. A larger one is data, and not kept."""


class Mark(Enum):
    """Alternatives that say nothing but how little is known."""

    UNKNOWN = "unknown"
    """Anything."""
    SHADOW = "shadow"
    """Hardly anything: a star import of another module might have replaced the name."""
    ABSENT = "absent"
    """The name is not bound on this way, so that using it raises `NameError`."""


@dataclass(frozen=True, slots=True)
class Path:
    """A module, class or function that an import leads to; a relative import keeps its dots (`.models.KM`)."""

    dotted: str


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a library class.

    Attributes:
        class_path: Path of the class.
        overridden: Attributes that a class of the project defines anew.
    """

    class_path: str
    overridden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Method:
    """A method taken from an object, so that its first argument is bound."""

    dotted: str


@dataclass(frozen=True, slots=True)
class Subclass:
    """A class of this file that is derived from one library class.

    Attributes:
        base: Where the name of the base leads to.
        class_path: Path of that class.
        overridden: Names that the body of the class binds.
    """

    base: str
    class_path: str
    overridden: frozenset[str]


@dataclass(frozen=True, slots=True)
class Partial:
    """What `functools.partial` makes of a callable."""

    target: Path | Method | Subclass


@dataclass(frozen=True, slots=True)
class Builtin:
    """A built-in name that nothing in the file binds."""

    name: str


@dataclass(frozen=True, slots=True)
class Defined:
    """A class or function of this file that leads to no library class."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a string, bytes, a constant. `text` is its source."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A tuple, list or set displayed in the source, of known length."""

    values: tuple[Value, ...]
    brackets: str


@dataclass(frozen=True, slots=True)
class Entries:
    """A dictionary displayed in the source.

    Attributes:
        pairs: Source text of the key, which is a literal, and the value; each key once.
        is_open: Whether there may be other entries, which may also replace those known.
    """

    pairs: tuple[tuple[str, Value], ...]
    is_open: bool = False


Alternative: TypeAlias = (
    Mark | Path | Instance | Method | Subclass | Partial | Builtin | Defined | Literal | Items | Entries
)
Value: TypeAlias = "tuple[Alternative, ...]"

UNKNOWN: Value = (Mark.UNKNOWN,)
ABSENT: Value = (Mark.ABSENT,)


def join(*values: Value) -> Value:
    """Return all alternatives of several values, each once, in the order given.

    Example:
        >>> join((Path("a"),), (Path("b"), Path("a")))
        (Path(dotted='a'), Path(dotted='b'))
    """
    first = values[0]
    if all(value is first or value == first for value in values):
        return first
    joined = tuple(dict.fromkeys(alternative for value in values for alternative in value))
    return joined if len(joined) <= _MOST else (*joined[:_MOST], Mark.UNKNOWN)


def only(value: Value) -> Alternative:
    """Return the alternative of a value that has one, and `Mark.UNKNOWN` for every other value.

    That a name is not bound is no alternative: where its value is used, it was.
    """
    present = [alternative for alternative in value if alternative is not Mark.ABSENT]
    return present[0] if len(present) == 1 else Mark.UNKNOWN


def is_kept(container: Items | Entries) -> bool:
    """Tell whether a container is small enough to be compared and written out again and again."""
    containers: list[Items | Entries] = [container]
    parts = 0
    for _ in range(_MOST_NESTED):
        inner = list(islice(_alternatives_in(containers), _MOST_PARTS + 1))
        parts += len(inner)
        if parts > _MOST_PARTS:
            return False
        containers = [alternative for alternative in inner if isinstance(alternative, (Items, Entries))]
    return not containers


def _alternatives_in(containers: list[Items | Entries]) -> Iterator[Alternative]:
    for container in containers:
        values = container.values if isinstance(container, Items) else (value for _, value in container.pairs)
        for value in values:
            yield from value


def is_mutable(value: Value) -> bool:
    """Tell whether an alternative is or holds a container whose content may change while a name holds it."""
    for alternative in value:
        if isinstance(alternative, Entries):
            return True
        if isinstance(alternative, Items) and (
            alternative.brackets != "()" or any(map(is_mutable, alternative.values))
        ):
            return True
    return False


def element_of(value: Value) -> Value:
    """Return what iterating over a value gives: any of the elements of containers displayed in the source."""
    elements: list[Value] = []
    for alternative in value:
        if isinstance(alternative, Items) and alternative.values:
            elements.extend(alternative.values)
        elif isinstance(alternative, Entries) and alternative.pairs and not alternative.is_open:
            elements.extend((Literal(key),) for key, _ in alternative.pairs)
        else:
            elements.append(UNKNOWN)
    return join(*elements)


def parts_of(value: Value, count: int) -> list[Value]:
    """Return what unpacking a value into a number of names gives to each."""
    parts: list[list[Value]] = []
    for alternative in value:
        if isinstance(alternative, Items) and alternative.brackets != "{}" and len(alternative.values) == count:
            parts.append(list(alternative.values))
        elif alternative is not Mark.ABSENT:
            parts.append([UNKNOWN] * count)
    return [join(*place) for place in zip(*parts, strict=True)] if parts else [UNKNOWN] * count


def literal_text(value: Value) -> str | None:
    """Return source text of a value that is one literal, however deep, or `None`.

    Example:
        >>> literal_text((Items(((Literal("1"),),), "()"),))
        '(1,)'
    """
    alternative = only(value)
    if isinstance(alternative, Literal):
        return alternative.text
    if isinstance(alternative, Items):
        return _items_text(alternative)
    if isinstance(alternative, Entries) and not alternative.is_open:
        texts = [(key, literal_text(item)) for key, item in alternative.pairs]
        return None if any(text is None for _, text in texts) else "{" + ", ".join(f"{k}: {t}" for k, t in texts) + "}"
    return None


def _items_text(items: Items) -> str | None:
    texts = [literal_text(value) for value in items.values]
    if any(text is None for text in texts):
        return None
    inner = ", ".join(text for text in texts if text is not None)
    comma = "," if items.brackets == "()" and len(texts) == 1 else ""
    return f"{items.brackets[0]}{inner}{comma}{items.brackets[1]}"
