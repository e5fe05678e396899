"""What is in a value: elements, entries, source text; and whether it may change."""

from __future__ import annotations

import ast
import re
from itertools import islice
from typing import TYPE_CHECKING

from defaultdrift.resolve.value import (
    ABSENT,
    UNKNOWN,
    Alternative,
    Entries,
    Instance,
    Items,
    Literal,
    Many,
    Mark,
    Parameter,
    Plain,
    Value,
    join,
    only,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN_STRING = re.compile(r"""[rRuU]?(?P<quote>['"])(?P<content>[^'"\\\r\n]*)(?P=quote)""")
_MOST_NESTED = 8
"""Containers in containers. `k = (k, k)` written thirty times is a tree of a thousand million leaves."""
_MOST_ENTRIES = 200
"""A dictionary with more is data, and not kept."""
_MOST_PARTS = 2000
"""Alternatives in a container, those of the containers in it included. A larger one is data, and not kept."""
_BRACKETS: dict[str, type] = {"()": tuple, "[]": list, "{}": set}
_KEYS: dict[type, str] = {int: "number", list: "list", str: "text"}
PLAIN: dict[str, type] = {cls.__name__: cls for cls in (bool, bytearray, bytes, complex, float, int, object, str)}
"""Built-in classes that are no containers, by name."""


def builtin_of(alternative: Alternative) -> type | None:
    """Return the built-in class of something that is an object of one, or `None`."""
    if isinstance(alternative, Literal):
        return _literal_class(alternative.text)
    if isinstance(alternative, Items):
        return _BRACKETS[alternative.brackets]
    if isinstance(alternative, Entries):
        return dict
    return PLAIN[alternative.name] if isinstance(alternative, Plain) else None


def _literal_class(text: str) -> type | None:
    try:
        return type(ast.literal_eval(text))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


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
        if isinstance(alternative, (Entries, Many)):
            return True
        if isinstance(alternative, Parameter) and alternative.is_named_rest:
            return True
        if isinstance(alternative, Items) and (
            alternative.brackets != "()" or any(map(is_mutable, alternative.values))
        ):
            return True
    return False


def string_of(text: str | None) -> str | None:
    """Return the string that a literal plainly denotes, or `None`.

    Pieces put together and escapes are not read: the screen would not see the names that they make.
    """
    found = None if text is None else _PLAIN_STRING.fullmatch(text)
    return None if found is None else found.group("content")


def key_of(value: Value) -> str | None:
    """Return one spelling of a key, or `None` where it is no literal."""
    literal = only(value)
    if not isinstance(literal, Literal):
        return None
    string = string_of(literal.text)
    return literal.text if string is None else repr(string)


def forget(value: Value) -> Value:
    """Return a value whose containers may have changed: of those that grew, what was put in is still there."""
    return join(*((_loosened(a),) if isinstance(a, Many) else UNKNOWN if is_mutable((a,)) else (a,) for a in value))


def _loosened(many: Many) -> Many:
    return Many(join(many.element, UNKNOWN), join(many.item, UNKNOWN))


def forget_inner(value: Value) -> Value:
    """Return containers of which only the containers in them may change."""
    return tuple(_forgetting(alternative) for alternative in value)


def _forgetting(alternative: Alternative) -> Alternative:
    def outer(inner: Value) -> Value:
        kept = (forget_inner((a,)) if _is_tuple(a) else UNKNOWN if is_mutable((a,)) else (a,) for a in inner)
        return join(*kept) if inner else inner

    if isinstance(alternative, Items):
        return Items(tuple(map(outer, alternative.values)), alternative.brackets)
    if isinstance(alternative, Entries):
        pairs = tuple((key, outer(inner)) for key, inner in alternative.pairs)
        return Entries(pairs, alternative.is_open, others=outer(alternative.others))
    if isinstance(alternative, Many):
        return Many(outer(alternative.element), outer(alternative.item))
    return alternative


def _is_tuple(alternative: Alternative) -> bool:
    return isinstance(alternative, Items) and alternative.brackets == "()"


def merged(*parts: Value) -> Value:
    """Return the entries of several dictionaries, the later ones replacing the earlier ones."""
    pairs: dict[str, Value] = {}
    others: list[Value] = []
    is_given = False
    for part in parts:
        added = only(part)
        if isinstance(added, Entries):
            pairs.update(added.pairs)
            others += [added.others] if added.is_open else []
        else:
            others.append(UNKNOWN)
        is_given = is_given or isinstance(added, Parameter) or bool(isinstance(added, Entries) and added.parts)
    entries = Entries(
        tuple(pairs.items()), bool(others), parts if is_given else (), join(*others) if others else UNKNOWN
    )
    is_data = len(pairs) > _MOST_ENTRIES or not is_kept(entries)
    return (Entries((), is_open=True) if is_data else entries,)


def element_of(value: Value) -> Value:
    """Return what iterating over a value gives: any of the elements of containers displayed in the source."""
    elements: list[Value] = []
    for alternative in value:
        if isinstance(alternative, Items):
            elements.extend(alternative.values or (ABSENT,))
        elif isinstance(alternative, Entries) and alternative.pairs and not alternative.is_open:
            elements.extend((Literal(key),) for key, _ in alternative.pairs)
        elif isinstance(alternative, Many):
            elements.append(alternative.element)
        elif alternative in (Mark.ABSENT, Mark.SHADOW):
            elements.append((alternative,))
        else:
            elements.append(UNKNOWN)
    return join(*elements)


def item_of(value: Value, key: str | None) -> Value:
    """Return what an item of a value may be: any item where the key is not known."""
    return join(*(_item(alternative, key) for alternative in value))


def _item(alternative: Alternative, key: str | None) -> Value:
    if isinstance(alternative, Entries):
        return _entry(alternative, key)
    if isinstance(alternative, Items):
        count = len(alternative.values)
        if key is None:
            return join(*alternative.values) if count else ABSENT
        index = int(key) if key.lstrip("-").isdecimal() else count
        return alternative.values[index] if -count <= index < count else ABSENT  # it would raise
    if isinstance(alternative, Many):
        return alternative.item
    plain = builtin_of(alternative)
    if plain is not None and not hasattr(plain, "__getitem__"):
        return ABSENT  # it would raise
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def _entry(entries: Entries, key: str | None) -> Value:
    values = [value for known, value in entries.pairs if key in (None, known)]
    if entries.is_open:
        return join(*values, entries.others)
    return join(*values) if values else ABSENT  # it would raise


def parts_of(value: Value, count: int, star: int | None = None) -> list[Value]:
    """Return what unpacking a value into a number of targets gives to each.

    Args:
        value: What is unpacked.
        count: How many targets there are.
        star: Which of them has a star and takes the rest; `None` where none has.
    """
    parts: list[list[Value]] = []
    for alternative in value:
        if isinstance(alternative, Items) and alternative.brackets != "{}":
            parts += _dealt(alternative.values, count, star)
        elif isinstance(alternative, Many):
            dealt = [alternative.element] * count
            if star is not None:
                dealt[star] = (Many(alternative.element, alternative.element),)
            parts.append(dealt)
        elif alternative is Mark.SHADOW:
            parts.append([(alternative,)] * count)
        elif alternative is not Mark.ABSENT:
            parts.append([UNKNOWN] * count)
    return [join(*place) for place in zip(*parts, strict=True)] if parts else [UNKNOWN] * count


def _dealt(values: tuple[Value, ...], count: int, star: int | None) -> list[list[Value]]:
    """Return what each target takes of so many values, as one way or none: with another number it would raise."""
    if star is None:
        return [list(values)] if len(values) == count else []
    end = len(values) - (count - 1 - star)
    return [] if end < star else [[*values[:star], (Items(values[star:end], "[]"),), *values[end:]]]


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


def way_of(key: Value) -> str:
    """Return how an object of a library is asked for an item: by `text`, `number`, `list`, an object or `other`."""
    ways = {_way_of(alternative) for alternative in key if alternative is not Mark.ABSENT}
    return ways.pop() if len(ways) == 1 else "other"


def _way_of(alternative: Alternative) -> str:
    if isinstance(alternative, Instance):
        return alternative.class_path
    if isinstance(alternative, Items) and alternative.brackets == "[]":
        return "list"
    plain = builtin_of(alternative)
    return _KEYS.get(plain, "other") if plain is not None else "other"
