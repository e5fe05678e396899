"""All that the database says about one distribution, as far as a command needs it.

Texts in, values through. `api.jsonl` is large and a scan needs a few of its lines, so lines are found in the text and
only those are parsed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from defaultdrift.rules.api import parse_callable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from packaging.version import Version

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.name import CallablePath
    from defaultdrift.model.signature import CallableHistory

FILE = "api.jsonl"


@dataclass(frozen=True, slots=True)
class Api:
    """The text of an `api.jsonl`, looked into line by line.

    Attributes:
        text: The whole file: one JSON object a line, `callable` its first key, sorted by it.
    """

    text: str
    _parsed: dict[str, CallableHistory | None] = field(default_factory=dict, compare=False, repr=False)

    def find(self, path: str) -> CallableHistory | None:
        """Return the history of a callable by its canonical path, or `None`."""
        if path not in self._parsed:
            self._parsed[path] = self._read(path)
        return self._parsed[path]

    def find_by_import_path(self, path: str) -> CallableHistory | None:
        """Return the history of a callable by any import path it ever had, or `None`.

        A path that two callables had at different times belongs to the one that has it now, else had it last.
        """
        found = self.find(path)
        if found is not None:
            return found
        candidates = [history for history in self._mentioning(path) if any(p.path == path for p in history.paths)]
        return max(candidates, key=lambda history: _last_release(history, path), default=None)

    def canonical_paths(self) -> list[str]:
        """Return the canonical path of every callable, sorted, without parsing the lines."""
        return [line.split('"', 4)[3] for line in self.text.splitlines()]

    def all(self) -> Iterator[CallableHistory]:
        """Yield every callable, sorted by canonical path."""
        for number, line in enumerate(self.text.splitlines(), 1):
            yield parse_callable(line, FILE, number)

    def _read(self, path: str) -> CallableHistory | None:
        start = self.text.find(f'{{"callable":"{path}",')
        if start < 0:
            return None
        return parse_callable(self.text[start : self._line_end(start)], FILE, 0)

    def _mentioning(self, path: str) -> Iterator[CallableHistory]:
        start = self.text.find(f'["{path}",')
        while start >= 0:
            end = self._line_end(start)
            yield parse_callable(self.text[self.text.rfind("\n", 0, start) + 1 : end], FILE, 0)
            start = self.text.find(f'["{path}",', end)

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end


def _last_release(history: CallableHistory, path: str) -> tuple[bool, Version]:
    entries = [entry for entry in history.paths if entry.path == path]
    last = max(entries, key=lambda entry: entry.since)
    return last.until is None, last.until or last.since


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The rules of one distribution.

    Attributes:
        library: What `library.toml` says.
        api: The signatures.
        changes: The changes read, by canonical callable; which releases they span was the reader's choice.
    """

    library: Library
    api: Api
    changes: Mapping[CallablePath, tuple[Change, ...]]
