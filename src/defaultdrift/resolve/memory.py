"""What following a module has taught about its functions and classes, for following it once more.

A function is called before its body was followed, and an object is used before all of its attributes were met. So a
module is followed again with what was learnt, until nothing that was asked for has another answer.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from defaultdrift.resolve.value import UNKNOWN, Value, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from defaultdrift.resolve.mutation import Changing
    from defaultdrift.resolve.value import Given


class Fact(str, Enum):
    """What kind of thing is remembered."""

    RETURNED = "returned"
    """What a function returns."""
    YIELDED = "yielded"
    """What a generator yields."""
    RECEIVED = "received"
    """What a parameter of a function is given by the calls that were met."""
    HANDED = "handed"
    """What the parameter of a lambda is given by the one callable that the lambda is written for."""
    DEFAULT = "default"
    """What a parameter is where it is left out."""
    MEMBER = "member"
    """What the body of a class binds a name to."""
    BASES = "bases"
    """What a class is derived from."""
    DERIVED = "derived"
    """What is derived from a class."""
    KEPT = "kept"
    """What an attribute of the objects of a class is set to."""


_GIVEN = frozenset({Fact.KEPT, Fact.MEMBER, Fact.RETURNED, Fact.YIELDED})
_Place: TypeAlias = "tuple[Fact, int, str]"


class Shape(NamedTuple):
    """How a function takes its arguments, as its text says.

    Attributes:
        positional: Names of the parameters that can be passed by position, in order.
        keywords: Names of those that can be passed by keyword.
        rest: Name of `*args`; empty where there is none.
        named_rest: Name of `**kwargs`; empty where there is none.
        binding: What a class does with it: `method`, `classmethod`, `staticmethod`, `property`.
        is_generator: Whether it yields.
    """

    positional: tuple[str, ...]
    keywords: frozenset[str]
    rest: str
    named_rest: str
    binding: str
    is_generator: bool


class Forward(NamedTuple):
    """A call in a function that hands on what the function is given.

    Attributes:
        callee: What is called there.
        given: The arguments, with parameters of the function in them.
        via: Identity of the call.
        depth: How many functions it is away from the library.
    """

    callee: Value
    given: tuple[Given, ...]
    via: int
    depth: int


class Memory:
    """What was learnt while following a module, and what had been learnt before.

    Attributes:
        shapes: Of the functions met, by key. A function has one shape, so they are never forgotten.
        changing: The names whose content may change, once somebody asked.
    """

    def __init__(self, owners: Mapping[int, Memory] | None = None) -> None:
        """Begin with nothing.

        Args:
            owners: What is remembered of the functions and classes of other modules, by their key.
        """
        self.shapes: dict[int, Shape] = {}
        self._owners: Mapping[int, Memory] = {} if owners is None else owners
        self.changing: Changing | None = None
        self._known: Mapping[_Place, Value] = {}
        self._learnt: dict[_Place, Value] = {}
        self._asked: set[_Place] = set()
        self._forwards: dict[int, dict[int, Forward]] = {}
        self._new_forwards: dict[int, dict[int, Forward]] = {}
        self._called: set[int] = set()

    def learn(self, fact: Fact, key: int, name: str, value: Value) -> None:
        """Add what something may be."""
        place = (fact, key, name)
        before = self._learnt.get(place)
        self._learnt[place] = value if before is None else join(before, value)

    def recall(self, fact: Fact, key: int, name: str = "") -> Value | None:
        """Return all that something may be, as far as it was learnt the time before; `None` where nothing was."""
        place = (fact, key, name)
        self._asked.add(place)
        value = self._known.get(place)
        owner = self._owner(key)
        if owner is None:
            return value
        other = owner._known.get(place)  # noqa: SLF001  the same class
        return join(value, other) if value is not None and other is not None else value or other

    def shape(self, function: int) -> Shape:
        """Return how a function takes its arguments."""
        owner = self._owner(function)
        return self.shapes[function] if owner is None else owner.shapes[function]

    def gives(self) -> Iterable[Value]:
        """Return what objects of its classes keep and what its functions give."""
        return [value for (fact, _, _), value in self._known.items() if fact in _GIVEN]

    @property
    def has_forwards(self) -> bool:
        """Whether a function hands on what it is given."""
        return bool(self._forwards)

    def keys(self) -> Iterable[int]:
        """Return the keys of all functions and classes of the module."""
        return dict.fromkeys((*self.shapes, *(key for fact, key, _ in self._known if fact is Fact.BASES)))

    def _owner(self, key: int) -> Memory | None:
        return None if key in self.shapes else self._owners.get(key)

    def hand_on(self, function: int, forward: Forward) -> None:
        """Remember a call in a function that hands on what the function is given."""
        self._new_forwards.setdefault(function, {})[forward.via] = forward

    def forwards(self, function: int) -> Iterable[Forward]:
        """Return the calls in a function that hand on what it is given, as they were met the time before."""
        owner = self._owner(function)
        if owner is not None:
            return tuple(owner._forwards.get(function, {}).values())  # noqa: SLF001  the same class
        self._called.add(function)
        return tuple(self._forwards.get(function, {}).values())

    def turn(self, *, is_last: bool) -> bool:
        """Make what was learnt what is known; return whether following the module again may give something else.

        Args:
            is_last: Whether it is followed once more at most: what still moves is weakened by something unknown.
        """
        moved = {place for place in self._asked if self._learnt.get(place) != self._known.get(place)}
        is_moved = bool(moved) or any(self._new_forwards.get(f) != self._forwards.get(f) for f in self._called)
        learnt = self._learnt
        if is_last:
            learnt = {place: join(value, UNKNOWN) if place in moved else value for place, value in learnt.items()}
        self._known, self._learnt, self._asked = learnt, {}, set()
        self._forwards, self._new_forwards, self._called = self._new_forwards, {}, set()
        return is_moved
