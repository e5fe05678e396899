"""All that the rules say about one distribution; each callable is read when it is asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
            self._parsed[path] = None if line is None else parse_callable(line, FILE, 0)
        return self._parsed[path]

    def find_by_import_path(self, path: str) -> CallableHistory | None:
        """Return the history of a callable by any import path it ever had, or `None`.

        A path that two callables had at different times belongs to the one that has it now, else had it last.
        """
        found = self.find(path)
        if found is not None:
            return found
        mention = f"[{json.dumps(path, ensure_ascii=False)},"
        mentioning = (parse_callable(line, FILE, 0) for line in self.rules.lines("api") if mention in line)
        candidates = [history for history in mentioning if any(entry.path == path for entry in history.paths)]
        return max(candidates, key=lambda history: _last_release(history, path), default=None)

    def canonical_paths(self) -> list[str]:
        """Return the canonical path of every callable, sorted, without parsing the lines."""
        decode = json.JSONDecoder().raw_decode
        with self.rules.reading():
            return [decode(line, len(_START))[0] for line in self.rules.lines("api")]

    def all(self) -> Iterator[CallableHistory]:
        """Yield every callable, sorted by canonical path."""
        for line in self.rules.lines("api"):
            yield parse_callable(line, FILE, 0)


def _last_release(history: CallableHistory, path: str) -> tuple[bool, Version]:
    entries = [entry for entry in history.paths if entry.path == path]
    last = max(entries, key=lambda entry: entry.since)
    return last.until is None, last.until or last.since


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
