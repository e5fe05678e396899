"""Compile the rules of one distribution: values in, the bytes that `rules.compiled` reads out.

| section | a chunk holds | found by |
|---|---|---|
| `api` | lines of `api.jsonl` | its first callable |
| `rows` | a line for each callable that has rows: the callable, then its rows, oldest first | its first callable |
| `moves` | what one release changed: callables, the names that they are called by, parameters | release |
| `paths` | every import path of every callable that has rows | |
| `accepts` | lines of `accepts.jsonl` | its first callable |

A scan reads the head and the `moves` of its step; the rest only for files that may hold a finding.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from defaultdrift.errors import RuleError
from defaultdrift.model.change import Kind
from defaultdrift.model.name import last_name
from defaultdrift.model.signature import CallableKind
from defaultdrift.rules.accepts import render_entry
from defaultdrift.rules.api import render_callable
from defaultdrift.rules.container import pack
from defaultdrift.rules.effective import first_effect, last_effect
from defaultdrift.rules.packing import MOVING, SHAPE, pack_library, pack_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.name import CallablePath
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.accepts import Accepts

_CHUNK = 48 * 1024
"""Characters of a chunk: smaller ones compress worse, larger ones cost more to open for one callable."""


def compile_rules(
    library: Library,
    histories: Iterable[CallableHistory],
    changes: Iterable[Change],
    accepts: Iterable[Accepts] = (),
) -> bytes:
    """Return the compiled rules of a distribution. Equal rules give equal bytes, in whatever order they come.

    Args:
        library: What `library.toml` says.
        histories: What `api.jsonl` says.
        changes: The rows of all release files; those of one release in the order of its file.
        accepts: What `accepts.jsonl` says.

    Raises:
        RuleError: A callable is listed twice.
    """
    ordered = sorted(histories, key=lambda history: history.path)
    for before, after in pairwise(ordered):
        if before.path == after.path:
            raise RuleError("", after.path, "is listed twice")
    known = {history.path: history for history in ordered}
    rows: dict[CallablePath, list[Change]] = {}
    for change in sorted(changes, key=lambda change: (change.callable, change.release)):
        rows.setdefault(change.callable, []).append(change)
    days = sorted({change.added for changed in rows.values() for change in changed})
    return pack(
        {"shape": SHAPE, "library": pack_library(library), "added": days},
        {
            "moves": _moves(rows, known),
            "paths": [("", _paths([known[path] for path in rows if path in known]))],
            "rows": _chunks((path, _dump([path, *map(pack_row, changed)])) for path, changed in rows.items()),
            "api": _chunks((history.path, render_callable(history)) for history in ordered),
            "accepts": _chunks(
                (entry.path, render_entry(entry)) for entry in sorted(accepts, key=lambda entry: entry.path)
            ),
        },
    )


def _moves(
    rows: Mapping[CallablePath, Sequence[Change]], known: Mapping[CallablePath, CallableHistory]
) -> Iterator[tuple[str, str]]:
    """Yield what each release changed: by the day on which the rows were added, the callables and their parameters.

    A callable is `[path, names, whether it is a method, parameters]`; `names` is `null` where the path's own last name
    is the only one. A parameter whose effects differ is marked by `!`. A row of a callable that is not in `api.jsonl`
    can lead to no finding.
    """
    by_release: dict[Version, dict[str, list[object]]] = {}
    for path, changed in rows.items():
        if path not in known:
            continue
        is_method = known[path].kind is CallableKind.METHOD
        # Some import paths end in another name than the canonical one (`sklearn.lda.LDA`).
        names = sorted({last_name(entry.path) for entry in known[path].paths} | {last_name(path)})
        moved: dict[tuple[Version, str], list[str]] = {}
        for change in changed:
            mark = MOVING if _is_moving(change) else ""
            moved.setdefault((change.release, change.added), []).append(f"{mark}{change.parameter}")
        for (release, day), parameters in moved.items():
            entry = [path, None if names == [last_name(path)] else names, is_method, parameters]
            by_release.setdefault(release, {}).setdefault(day, []).append(entry)
    for release, entries in sorted(by_release.items()):
        yield str(release), _dump(dict(sorted(entries.items())))


def _is_moving(change: Change) -> bool:
    return change.meant_kind is not Kind.INTERNAL and first_effect(change) != last_effect(change)


def _paths(histories: Sequence[CallableHistory]) -> str:
    """Return the kind and the paths of every callable in one text each, which is quick to read past.

    Where several callables had one path, `shared` says when each of them had it.
    """
    owners: dict[str, list[list[str | None]]] = {}
    for history in histories:
        for entry in history.paths:
            until = None if entry.until is None else str(entry.until)
            owners.setdefault(entry.path, []).append([history.path, str(entry.since), until])
    return _dump(
        {
            "callables": {
                history.path: "\n".join((history.kind.value, *dict.fromkeys(entry.path for entry in history.paths)))
                for history in histories
            },
            "shared": {path: spans for path, spans in owners.items() if len({owner for owner, _, _ in spans}) > 1},
        }
    )


def _chunks(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join lines that are sorted by key into chunks, each under the key of its first line."""
    first, size = "", 0
    taken: list[str] = []
    for key, line in lines:
        if taken and size + len(line) > _CHUNK:
            yield first, "".join(taken)
            taken, size = [], 0
        first = first if taken else key
        taken.append(f"{line}\n")
        size += len(line)
    if taken:
        yield first, "".join(taken)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
