"""What each name of one scope may be, at the place that the walk has reached.

Branches are laid over the state before them and joined afterwards, so a branch costs what it changes. All values that
a name ever had are remembered, for the functions that are defined in the scope and run later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.resolve.value import ABSENT, Mark, Value, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Branch(NamedTuple):
    """What a stretch of code changed.

    Attributes:
        changes: New values by name.
        is_dead: Whether its end is never reached (`return`, `raise`, `break`, `continue`).
    """

    changes: dict[str, Value]
    is_dead: bool


NO_CHANGE = Branch({}, is_dead=False)


class Flow:
    """The state of one scope.

    Attributes:
        clock: Number of bindings made so far. A function defined now sees the values of now and later.
        is_dead: Whether the place reached is never run. The walk goes on there as if it were.
        missed: Names that were asked for before they were bound.
    """

    __slots__ = ("_frames", "_history", "_later", "_was_dead", "_watchers", "clock", "is_dead", "missed")

    def __init__(self) -> None:
        self._frames: list[dict[str, Value]] = [{}]
        self._was_dead: list[bool] = []
        self.missed: set[str] = set()
        self._watchers: list[dict[str, Value]] = []
        self._history: dict[str, list[tuple[int, Value]]] = {}
        self._later: dict[str, list[Value]] = {}
        self.clock = 0
        self.is_dead = False

    @property
    def depth(self) -> int:
        """How many branches are laid over each other here."""
        return len(self._frames)

    def get(self, name: str) -> Value | None:
        """Return what the name may be here; `None` where the scope has not bound it so far."""
        for frame in reversed(self._frames):
            value = frame.get(name)
            if value is not None:
                return value
        self.missed.add(name)
        return None

    def set(self, name: str, value: Value) -> None:
        """Bind the name from here on."""
        for watcher in self._watchers:
            watcher[name] = join(watcher[name] if name in watcher else self.get(name) or ABSENT, value)
        self._frames[-1][name] = value
        self.clock += 1
        self._history.setdefault(name, []).append((self.clock, value))
        self._later.pop(name, None)

    def since(self, name: str, clock: int) -> Value | None:
        """Return all that the name may be from `clock` on; `None` where it is never bound."""
        history = self._history.get(name)
        if history is None:
            return None
        later = self._later.get(name)
        if later is None:
            later = self._later[name] = _joined_from_the_end([value for _, value in history])
        first = _last_not_after(history, clock)
        return later[first] if first >= 0 else join(later[0], ABSENT)

    def names(self) -> tuple[str, ...]:
        """Return every name that was bound so far, in the order of first binding."""
        return tuple(self._history)

    def fork(self, changes: dict[str, Value] | None = None) -> None:
        """Begin a branch, at first with these changes."""
        self._frames.append({} if changes is None else dict(changes))
        self._was_dead.append(self.is_dead)
        self.is_dead = False

    def leave(self) -> Branch:
        """End the branch and go back to where it began."""
        branch = Branch(self._frames.pop(), self.is_dead)
        self.is_dead = self._was_dead.pop()
        return branch

    def snapshot(self, depth: int) -> Branch:
        """Return what all branches from `depth` on have changed, as at a `break`."""
        changes: dict[str, Value] = {}
        for frame in self._frames[depth:]:
            changes.update(frame)
        return Branch(changes, is_dead=False)

    def merge(self, branches: Sequence[Branch]) -> None:
        """Go on with whatever one of the branches left behind."""
        live = [branch for branch in branches if not branch.is_dead]
        self.is_dead = self.is_dead or not live
        taken = live or branches
        for name in dict.fromkeys(name for branch in taken for name in branch.changes):
            before = self.get(name) or ABSENT
            self.set(name, join(*(branch.changes.get(name, before) for branch in taken)))

    def watch(self) -> dict[str, Value]:
        """Begin to collect, for each name bound from here on, all that it may be meanwhile."""
        watcher: dict[str, Value] = {}
        self._watchers.append(watcher)
        return watcher

    def unwatch(self) -> None:
        """Stop the collection that began last."""
        self._watchers.pop()

    def weaken(self, names: Iterable[str], mark: Mark) -> None:
        """Add an alternative to those of the names that are bound here."""
        for name in names:
            value = self.get(name)
            if value is not None and mark not in value:
                self.set(name, join(value, (mark,)))


def _joined_from_the_end(values: list[Value]) -> list[Value]:
    joined = [values[-1]]
    for value in reversed(values[:-1]):
        joined.append(join(value, joined[-1]))
    joined.reverse()
    return joined


def _last_not_after(history: list[tuple[int, Value]], clock: int) -> int:
    low, high = 0, len(history)
    while low < high:
        middle = (low + high) // 2
        if history[middle][0] <= clock:
            low = middle + 1
        else:
            high = middle
    return low - 1
