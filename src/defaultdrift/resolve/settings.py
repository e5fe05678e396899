"""What is set on objects after they are made: `km.n_init = 10`, `km.set_params(n_init=10)`, the keys of a search.

A parameter that a call leaves out and the next line sets is no finding; one that is perhaps set is hardly one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import ANYTHING, Star
from defaultdrift.resolve.argument import received
from defaultdrift.resolve.content import string_of
from defaultdrift.resolve.value import (
    Alternative,
    Entries,
    Given,
    Instance,
    Items,
    Mark,
    Object,
    Parameter,
    Path,
    Value,
    only,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import libcst as cst

_SEARCHED = frozenset({"param_grid", "param_distributions", "param_space", "search_spaces"})
"""Parameters whose keys name parameters of other objects, by scikit-learn's protocol and those who follow it."""
SEARCHING = ("SearchCV", "ParameterGrid", "ParameterSampler")
"""What callables end with that take such keys by position."""
SETTER = "set_params"
"""The method by which scikit-learn and those who follow it set parameters."""
_ESTIMATOR = "estimator"
"""What a search calls the object whose parameters it tries."""
_NESTED = "__"
"""What stands between the name of a part and that of its parameter: `kmeans__n_init`."""


class Settings:
    """What is set after the calls of a module.

    Attributes:
        anywhere: Names of parameters that some object is perhaps given, nobody knows which.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.anywhere: set[str] = set()
        self._made: dict[int, tuple[int, int]] = {}
        self._sure: dict[int, set[str]] = {}
        self._perhaps: dict[int, set[str]] = {}

    def make(self, origin: int, place: tuple[int, int]) -> None:
        """Take note of where a call stands: its scope, and how many branches lie below it."""
        self._made[origin] = place

    def set(self, owner: Value, names: Iterable[str], place: tuple[int, int]) -> None:
        """Take note that parameters of objects are set.

        Args:
            owner: The objects.
            names: What is set; `ANYTHING` among them where nobody knows what else.
            place: Where: the scope, and how many branches lie below the place.
        """
        named = {name for name in names if not name.startswith("_")}
        self.anywhere.update(name.rpartition(_NESTED)[2] for name in named if _NESTED in name)
        if any(map(_is_anything, owner)):
            self.anywhere.update(name for name in named - {ANYTHING} if _NESTED not in name)
        for alternative in owner:
            if isinstance(alternative, (Instance, Object)):
                is_sure = len(owner) == len(alternative.origins) == 1
                for origin in alternative.origins:
                    into = self._sure if is_sure and self._made.get(origin) == place else self._perhaps
                    into.setdefault(origin, set()).update(named - {ANYTHING})
                    self._perhaps.setdefault(origin, set()).update(named & {ANYTHING})

    def search(self, callee: Value, given: Sequence[Given], *, is_made_there: bool) -> None:
        """Take note of the parameters that a search tries.

        Args:
            callee: The search.
            given: What it is given.
            is_made_there: Whether its first argument is a call: an object that is no other one of the file.
        """
        path = only(callee)
        is_search = isinstance(path, Path) and path.dotted.endswith(SEARCHING)
        estimators = [one.value for one in given[:1] if one.keyword is None and one.star is Star.NONE]
        estimators += [one.value for one in given if one.keyword == _ESTIMATOR]
        for one in given:
            if one.keyword in _SEARCHED or (is_search and one.keyword is None and one.star is Star.NONE):
                for key in _keys(one.value):
                    self._try(key, estimators, is_made_there=is_made_there)
                if Mark.UNKNOWN in one.value and one is not given[0]:
                    self._try(ANYTHING, estimators, is_made_there=True)

    def _try(self, key: str, estimators: Sequence[Value], *, is_made_there: bool) -> None:
        """Take note of a parameter that is tried: of the estimator, or, below two underscores, of a part of it."""
        known = [a for value in estimators for a in value if isinstance(a, (Instance, Object))]
        if _NESTED in key or not (known or is_made_there):
            self.anywhere.add(key.rpartition(_NESTED)[2])
        for alternative in known if _NESTED not in key else ():
            for origin in alternative.origins:
                self._perhaps.setdefault(origin, set()).add(key)

    def call(self, owner: Value, given: Sequence[Given], place: tuple[int, int]) -> None:
        """Take note of a call of `SETTER`.

        Args:
            owner: The objects, or the class where the object is the first argument.
            given: What is passed.
            place: Where: the scope, and how many branches lie below the place.
        """
        by_position = [one.value for one in given if one.keyword is None and one.star is Star.NONE]
        if by_position:
            owner = by_position[0]
        self.set(owner, names_set_by(given), place)

    def of(self, origin: int) -> tuple[frozenset[str], frozenset[str]]:
        """Return the parameters that are surely and perhaps set on what a call made."""
        sure = frozenset(self._sure.get(origin, ()))
        return sure, frozenset(self.anywhere.union(self._perhaps.get(origin, ()))) - sure


def names_set_by(given: Sequence[Given]) -> set[str]:
    """Return the parameters that a call of the setter sets.

    Args:
        given: What it is given.
    """
    passed = received(given)
    names = {one.keyword for one in passed if one.keyword is not None}
    return names | {ANYTHING for one in passed if one.star is Star.DOUBLE_SPLAT}


def _is_anything(alternative: Alternative) -> bool:
    """Tell whether something may be an object of a library class that another call of the module has made."""
    if isinstance(alternative, Object):
        return bool(alternative.cls.base)
    return alternative is Mark.UNKNOWN or isinstance(alternative, Parameter)


def may_search(callee: Value, node: cst.Call) -> bool:
    """Tell whether the arguments of a call may be what `Settings.search` looks for."""
    path = only(callee)
    if isinstance(path, Path) and path.dotted.endswith(SEARCHING):
        return True
    return any(argument.keyword is not None and argument.keyword.value in _SEARCHED for argument in node.args)


def _keys(value: Value) -> Iterator[str]:
    for alternative in value:
        if isinstance(alternative, Entries):
            yield from (key for text, _ in alternative.pairs if (key := string_of(text)) is not None)
        elif isinstance(alternative, Items):
            for item in alternative.values:
                yield from _keys(item)
