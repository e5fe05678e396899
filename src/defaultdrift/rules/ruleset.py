"""All that the rules say about one distribution; each callable is read when it is asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name
from defaultdrift.rules.api import parse_callable
from defaultdrift.rules.compiled import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.name import CallablePath
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.accepts import Accepts
    from defaultdrift.rules.compiled import CompiledRules

FILE = "api.jsonl"
_START = '{"callable":'


@dataclass(frozen=True, slots=True)
class Api:
    """The signatures of a distribution, looked into callable by callable.

    Attributes:
        rules: Where they are.
    """

    rules: CompiledRules
    _parsed: dict[str, CallableHistory | None] = field(default_factory=dict, compare=False, repr=False)

    def find(self, path: str) -> CallableHistory | None:
        """Return the history of a callable by its canonical path, or `None`."""
        if path not in self._parsed:
            line = self.rules.find_line("api", _START, path)
            self._parsed[path] = None if line is None else self._read(line)
        return self._parsed[path]

    def find_by_import_path(self, path: str, version: Version) -> CallableHistory | None:
        """Return the history of a callable by any import path it ever had, or as people reach it, or `None`.

        A path that several callables had at different times belongs to the one that had it in the version, else to the
        one that has it now, else had it last.
        """
        histories = self._mentioning(last_name(path), f"[{json.dumps(path, ensure_ascii=False)},")
        candidates = [history for history in histories if any(entry.path == path for entry in history.paths)]
        if not candidates:
            return next((history for depth, history in self._reached(path) if not depth), None)
        return max(candidates, key=lambda history: _claim(history, path, version))

    def find_by_ending(self, ending: str) -> list[tuple[int, CallableHistory]]:
        """Return the callables that are imported or reached by a path with an ending, sorted.

        With each goes how many segments precede the ending.

        Args:
            ending: One or more whole segments, such as `KMeans` or `cluster.KMeans`.
        """
        found = list(self._reached(ending))
        for history in self._mentioning(last_name(ending), f".{json.dumps(ending, ensure_ascii=False)[1:]}"):
            depths = [entry.path.count(".") for entry in history.paths if entry.path.endswith(f".{ending}")]
            if depths:
                found.append((min(depths) - ending.count("."), history))
        nearest: dict[str, tuple[int, CallableHistory]] = {}
        for depth, history in sorted(found, key=lambda entry: (entry[0], entry[1].path)):
            nearest.setdefault(history.path, (depth, history))
        return list(nearest.values())

    def _reached(self, ending: str) -> Iterator[tuple[int, CallableHistory]]:
        for depth, path in self.rules.library.meant(ending):
            if (history := self.find(path)) is not None:
                yield depth, history

    def names(self) -> Iterator[str]:
        """Yield every name that an import path ends in, sorted."""
        return self.rules.names()

    def all(self) -> Iterator[CallableHistory]:
        """Yield every callable, sorted by canonical path."""
        for line in self.rules.lines("api"):
            yield self._read(line)

    def _mentioning(self, name: str, mention: str) -> Iterator[CallableHistory]:
        return map(self._read, self.rules.mentioning(name, mention))

    def _read(self, line: str) -> CallableHistory:
        history = parse_callable(line, FILE, 0)
        called = self.rules.library.called(history.path)
        return replace(history, called=called) if called else history


def _claim(history: CallableHistory, path: str, version: Version) -> tuple[bool, bool, Version]:
    """Return what makes a path one callable's rather than another's: the greatest claim wins."""
    entries = [entry for entry in history.paths if entry.path == path]
    last = max(entries, key=lambda entry: entry.since)
    is_there = any(entry.covers(version) for entry in entries)
    return is_there, last.until is None, last.until or last.since


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of one distribution. Between processes only their place is sent; each reads for itself.

    Attributes:
        compiled: Where they are.
        library: What `library.toml` says.
        api: The signatures.
        changes: The rows, by canonical callable.
    """

    compiled: CompiledRules
    library: Library
    api: Api
    changes: Mapping[CallablePath, Sequence[Change]]

    def accepts(self, path: str) -> Accepts | None:
        """Return what the parameters of a callable accept, or `None` where no release states it."""
        from defaultdrift.rules.accepts import FILE as ACCEPTS  # noqa: PLC0415  only what repairs asks
        from defaultdrift.rules.accepts import START, parse_accepts_line  # noqa: PLC0415

        line = self.compiled.find_line("accepts", START, path)
        return None if line is None else parse_accepts_line(line, ACCEPTS, 0)

    @classmethod
    def of(cls, compiled: CompiledRules) -> Ruleset:
        """Return the rules that a compiled form holds."""
        return cls(compiled, compiled.library, Api(compiled), Rows(compiled))

    def __reduce__(self) -> tuple[object, tuple[CompiledRules]]:
        """Send only the place."""
        return Ruleset.of, (self.compiled,)
