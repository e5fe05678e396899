"""Compile the rules of one distribution: values in, the bytes that `rules.compiled` reads out.

| section | a chunk holds | found by |
|---|---|---|
| `moves` | what one release changed: callables, the names that they are called by, parameters | release |
| `paths` | every import path of every callable that has rows | |
| `types` | what callables and attributes give that leads to a method that has rows | |
| `rows` | a line for each callable that has rows: the callable, then its rows, oldest first | its first callable |
| `names` | a line for each last name of an import path: the name, then numbers of chunks of `api` | its first name |
| `api` | lines of `api.jsonl` | its first callable |
| `accepts` | lines of `accepts.jsonl` | its first callable |
| `attributes` | what all attributes and items give, and what `types.toml` says | |

A scan reads the head and the `moves` of its step; the rest only for files that may hold a finding.
"""

from __future__ import annotations

import json
from bisect import bisect_right
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
from defaultdrift.rules.packing import MOVING, SECTIONS, SHAPE, pack_library, pack_row
from defaultdrift.rules.types import Types, find_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.name import CallablePath
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.accepts import Accepts
    from defaultdrift.rules.attributes import Attributes

_CHUNK = 48 * 1024
"""Characters of a chunk: smaller ones compress worse, larger ones cost more to open for one callable."""


def compile_rules(
    library: Library,
    histories: Iterable[CallableHistory],
    changes: Iterable[Change],
    accepts: Iterable[Accepts] = (),
    attributes: Iterable[Attributes] = (),
    said: Types | None = None,
) -> bytes:
    """Return the compiled rules of a distribution. Equal rules give equal bytes, in whatever order they come.

    Args:
        library: What `library.toml` says.
        histories: What `api.jsonl` says.
        changes: The rows of all release files; those of one release in the order of its file.
        accepts: What `accepts.jsonl` says.
        attributes: What `attributes.jsonl` says.
        said: What `types.toml` says.

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
    api = list(_chunks((history.path, render_callable(history)) for history in ordered))
    typed = sorted(attributes, key=lambda entry: entry.path)
    told = Types() if said is None else said
    moving = {path for path, changed in rows.items() if path in known and any(map(_is_moving, changed))}
    sections = {
        "moves": _moves(rows, known),
        "paths": [("", _paths([known[path] for path in rows if path in known]))],
        "types": [("", find_types(ordered, typed, told, moving).pack())],
        "rows": _chunks((path, _dump([path, *map(pack_row, changed)])) for path, changed in rows.items()),
        "names": _chunks(_names(ordered, [first for first, _ in api])),
        "api": api,
        "accepts": _chunks(
            (entry.path, render_entry(entry)) for entry in sorted(accepts, key=lambda entry: entry.path)
        ),
        "attributes": [("", _beside_signatures(find_types(ordered, typed, told), told).pack())],
    }
    assert tuple(sections) == SECTIONS, "a section is not part of the shape"  # noqa: S101
    return pack({"shape": SHAPE, "library": pack_library(library), "added": days}, sections)


def _beside_signatures(types: Types, said: Types) -> Types:
    """Return the types that no signature holds."""
    return Types(
        returns=said.returns,
        attributes=types.attributes,
        items=types.items,
        subclassed=types.subclassed,
        modules=said.modules,
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
        names = sorted(_names_of(known[path]))
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


def _names(histories: Sequence[CallableHistory], firsts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield, by every name that some callable was ever called by, where in `api` there is one.

    Args:
        histories: Sorted by path.
        firsts: The first callable of every chunk.
    """
    found: dict[str, dict[int, None]] = {}
    for history in histories:
        number = bisect_right(firsts, history.path) - 1
        for name in _names_of(history):
            found.setdefault(name, {})[number] = None
    for name, numbers in sorted(found.items()):
        yield name, _dump([name, *numbers])


def _names_of(history: CallableHistory) -> set[str]:
    """Return what the import paths of a callable end in: not always what the canonical one does (`sklearn.lda.LDA`)."""
    return {last_name(history.path), *(last_name(entry.path) for entry in history.paths)}


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
