"""What libraries give: objects of their classes, what calling them returns, what attributes of their objects are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.model.name import last_name
from defaultdrift.resolve.callee import CONSTRUCTORS
from defaultdrift.resolve.content import way_of
from defaultdrift.resolve.typed import value_of_type
from defaultdrift.resolve.value import (
    ABSENT,
    UNKNOWN,
    Alternative,
    Instance,
    Mark,
    Method,
    Object,
    Path,
    Value,
    join,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from defaultdrift.model.known import Known
    from defaultdrift.resolve.value import Given

OPERATOR, COMPARISON = "operator", "comparison"
"""How an object of a library is asked for what an operator gives."""
_SELF = "Self"
_UNPACKED = Star.DOUBLE_SPLAT
_KEYS = frozenset({"attribute", "number", "other", "text"})
"""Ways of asking for one item by its key."""
_ARGUMENTS = ("{0}", "{1}")
"""Types that are those of an argument."""


def object_of(alternative: Alternative, known: Known, origin: int = 0) -> Value:
    """Return an object of a library class; unknown for everything else.

    Args:
        alternative: The class.
        known: What the shell says about libraries.
        origin: The call that makes the object; 0 where none is written.
    """
    if isinstance(alternative, Path):
        class_path = known.returns.get(alternative.dotted, "")
        # A function gives what it returns, not itself; a class has its name wherever it is imported from.
        if last_name(class_path) == last_name(alternative.dotted):
            return (Instance(class_path, frozenset({origin}) if origin else frozenset()),)
    return (alternative,) if alternative in (Mark.ABSENT, Mark.SHADOW) else UNKNOWN


def result_of(alternative: Alternative, known: Known, origin: int, given: Sequence[Given] = ()) -> Value:
    """Return what calling something of a library gives.

    Args:
        alternative: What is called.
        known: What the shell says about libraries.
        origin: The call, by identity.
        given: What is passed, for what gives back one of its arguments.
    """
    if alternative is Mark.SHADOW:
        return (Mark.SHADOW,)
    if isinstance(alternative, Path):
        made = object_of(alternative, known, origin)
        return made if made != UNKNOWN else _called(_chosen(alternative.dotted, known, given), known, given)
    if isinstance(alternative, Method):
        dotted = _chosen(alternative.dotted, known, given)
        return _given(_typed(known.returns.get(dotted), dotted, known, alternative.receiver), alternative.dotted)
    return UNKNOWN


def _chosen(dotted: str, known: Known, given: Sequence[Given]) -> str:
    """Return under which key it is told what a call gives: some keywords make it another thing (`projection="3d"`)."""
    ways = ("**" if one.keyword is None else one.keyword for one in given if one.keyword or one.star is _UNPACKED)
    told = (f"{one.keyword}={way_of(one.value)}" for one in given if one.keyword is not None)
    return next((key for way in (*told, *ways) if (key := f"{dotted}({way})") in known.returns), dotted)


def _called(dotted: str, known: Known, given: Sequence[Given]) -> Value:
    """Return what calling a function gives, or a method through its class."""
    text = known.returns.get(dotted)
    if text in _ARGUMENTS:
        by_position = [one.value for one in given if one.keyword is None and one.star is Star.NONE]
        index = _ARGUMENTS.index(text)
        return by_position[index] if index < len(by_position) else UNKNOWN
    if text is None:
        owner, _, name = dotted.rpartition(".")
        dotted = f"{known.returns.get(owner, owner)}.{name}"
        text = known.returns.get(dotted)
    return _typed(text, dotted, known)


def name_of_library(dotted: str, known: Known) -> Value:
    """Return what a name of a module is: an object that the module keeps (`scipy.stats.norm`), else what it names."""
    owner = dotted.rpartition(".")[0]
    text = None if owner in known.members else known.attributes.get(dotted)
    return (Path(dotted),) if text is None else _typed(text, dotted, known)


def attribute_of_library(owner: Instance, name: str, known: Known) -> Value:
    """Return what an attribute of an object of a library is: of a known type, a method, or neither."""
    dotted = f"{owner.class_path}.{name}"
    members = known.members.get(owner.class_path)
    if members is not None and name not in members and name not in CONSTRUCTORS:
        return ABSENT
    text = known.attributes.get(dotted)
    return (Method(dotted, owner),) if text is None else _typed(text, dotted, known, owner)


def item_of_library(owner: Instance, way: str, known: Known) -> Value:
    """Return what an object of a library gives for an item, or an operator; unknown where nobody described it."""
    dotted = f"{owner.class_path}[{way}]"
    said = next((asked for asked in _asked(owner, way) if asked in known.items), dotted)
    found = _given(_typed(known.items.get(said), said, known, owner), dotted)
    return join(found, (Mark.SHADOW,)) if owner.has_other_items and way in _KEYS and found != UNKNOWN else found


def _asked(owner: Instance, way: str) -> Iterator[str]:
    """Yield how an object may be asked for an item, the most special first."""
    yield f"{owner.class_path}[{way}]"
    if way == COMPARISON:  # gives what other operators give, where nobody says otherwise
        yield f"{owner.class_path}[{OPERATOR}]"
    # The class of what it is asked by does not matter.
    yield f"{owner.class_path}[{','.join('other' if '.' in part else part for part in way.split(','))}]"


def _given(value: Value, by: str) -> Value:
    """Return the objects with a note of what gave them."""
    return tuple(replace(a, given_by=by) if isinstance(a, Instance) else a for a in value)


def _typed(text: str | None, dotted: str, known: Known, receiver: Instance | Object | None = None) -> Value:
    if text is None:
        return UNKNOWN
    owner = Instance(dotted.rpartition(".")[0]) if receiver is None else receiver

    def instance(value: Value) -> Value:
        return join(*((owner,) if a == Path(_SELF) else object_of(a, known) for a in value))

    return value_of_type(text, lambda name: (Path(name),), instance)
