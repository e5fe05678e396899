"""Take the inventory: every call of a known library, what it passes and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.match.arguments import find_omitted
from defaultdrift.model.finding import Skip
from defaultdrift.model.name import CallablePath
from defaultdrift.resolve.project import Project
from defaultdrift.rules.attributes import Attributes
from defaultdrift.rules.types import find_types
from defaultdrift.shell.config import find_config
from defaultdrift.shell.files import decode_source
from defaultdrift.shell.inspection import build_known
from defaultdrift.shell.kinds import kind_of
from defaultdrift.shell.locking import find_lock, read_lock
from defaultdrift.shell.modules import ModuleFiles
from defaultdrift.shell.options import STDIN, open_rules, parse_pins
from defaultdrift.shell.output import emit, tell
from defaultdrift.shell.sources import find_candidates, internal_skip
from defaultdrift.shell.target import check_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.model.call import CallSite
    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.pin import Pin
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.types import Types
    from defaultdrift.shell.database import Database
    from defaultdrift.shell.options import RulesChoice
    from defaultdrift.shell.sources import Candidate


@dataclass(frozen=True, slots=True)
class Entry:
    """One call of the inventory.

    Attributes:
        file: As it is told.
        call: The call site.
        history: Of its callable.
        distribution: That has it.
        omitted: Parameters with a default that it leaves out, in the order of the signature.
        cell: 0-based index of the notebook cell; `None` in a plain file.
    """

    file: str
    call: CallSite
    history: CallableHistory
    distribution: DistributionName
    omitted: tuple[str, ...]
    cell: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All calls found.

    Attributes:
        entries: Sorted by path and place.
        skips: What was not analysed, and why.
        count: How many sources there are, those that the configuration leaves out among them.
        versions: Version whose signatures tell what is left out, by distribution.
    """

    entries: tuple[Entry, ...]
    skips: tuple[Skip, ...]
    count: int
    versions: dict[DistributionName, Version]

    @classmethod
    def collect(
        cls,
        paths: Sequence[str],
        stdin_name: str,
        lock_file: Path | None,
        old: tuple[str, ...],
        rules: RulesChoice,
        *,
        doctests: bool = False,
    ) -> Inventory:
        """Return the inventory of the sources under the paths.

        Args:
            paths: Files and folders, or `-` alone for standard input.
            stdin_name: How standard input is called; empty where the user gave no name.
            lock_file: The lock the user named; `None` for the one of the configuration, else the nearest.
            old: From `--from`; empty for those of the configuration.
            rules: Which rules the command line names.
            doctests: Whether the examples in docstrings are looked at, whatever the configuration says.

        Raises:
            DefaultDriftError: A path, the lock, the configuration or the rules cannot be used at all.
        """
        start = Path(paths[0] if paths[0] != STDIN else stdin_name or ".")
        config = find_config(start)
        database = open_rules(rules, config)
        path = lock_file or config.lock_file or find_lock(start)
        versions = _find_versions(database, path, parse_pins(old or config.old_pins))
        library_roots = [root for name in versions for root in database.library(name).import_roots]
        candidates = find_candidates(paths, stdin_name or "<stdin>", config.exclude, library_roots)
        table = {name: _histories(database, name, version) for name, version in versions.items()}
        known = build_known(
            ({path: (history.path, history.kind) for path, history in found.items()} for found in table.values()),
            [_types(database, name) for name in table],
        )
        project = Project(ModuleFiles(), known)
        entries: list[Entry] = []
        skips = [*candidates.skips, *_find_unread(database, versions)]
        for candidate in candidates.found:
            found = _read_guarded(candidate, project, table, versions, doctests=doctests or config.doctests)
            entries += [entry for entry in found if isinstance(entry, Entry)]
            skips += [skip for skip in found if isinstance(skip, Skip)]
        return cls(
            entries=tuple(entries),
            skips=tuple(sorted(skips)),
            count=candidates.count + candidates.excluded,
            versions=versions,
        )


def _find_versions(
    database: Database, lock_file: Path | None, old_pins: Sequence[Pin]
) -> dict[DistributionName, Version]:
    known = database.distributions()
    check_known(old_pins, database)
    lock = read_lock(lock_file) if lock_file else None
    pins = [*(lock.pins if lock else ()), *old_pins]
    tracked = {pin.distribution: pin.version for pin in pins if pin.distribution in known}
    versions = {name: version for name, version in tracked.items() if database.knows(name)}
    if not versions:
        versions = {name: database.library(name).releases[-1].version for name in known if database.knows(name)}
        shown = ", ".join(f"{name} {version}" for name, version in versions.items())
        tell(f"no lock names a version: what is left out is told by the newest signatures read ({shown})")
    return versions


def _find_unread(database: Database, versions: Mapping[DistributionName, Version]) -> Iterable[Skip]:
    for name, version in versions.items():
        oldest = database.library(name).releases[0].version
        if version < oldest:
            problem = f"the rules have not read {name} {version} (oldest read: {oldest})"
            yield Skip("", 0, f"{problem}: what is left out is told by the signatures nearest to it")


def _histories(database: Database, name: DistributionName, version: Version) -> dict[str, CallableHistory]:
    found: dict[str, CallableHistory] = {}
    for history in database.api(name).all():
        for entry in history.paths:
            if entry.path not in found or entry.covers(version):
                found[entry.path] = history
    return found


def _types(database: Database, name: DistributionName) -> Types:
    """Return all types of a distribution: those of the callables are in their signatures."""
    more = database.ruleset(name).compiled.types("attributes")
    attributes = [Attributes(CallablePath(path), found) for path, found in _by_class(more.attributes).items()]
    return find_types(list(database.api(name).all()), attributes, more)


def _by_class(attributes: Mapping[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for path, text in attributes.items():
        owner, _, name = path.rpartition(".")
        found.setdefault(owner, {})[name] = text
    return found


def _read_guarded(
    candidate: Candidate,
    project: Project,
    table: dict[DistributionName, dict[str, CallableHistory]],
    versions: dict[DistributionName, Version],
    *,
    doctests: bool,
) -> list[Entry | Skip]:
    """Read one source; a fault of ours becomes a skip, so that the other sources are still looked at."""
    try:
        return _read(candidate, project, table, versions, doctests=doctests)
    except Exception as error:  # noqa: BLE001  promise: one bad file never hides the others
        return [internal_skip(candidate, error)]


def _read(
    candidate: Candidate,
    project: Project,
    table: dict[DistributionName, dict[str, CallableHistory]],
    versions: dict[DistributionName, Version],
    *,
    doctests: bool,
) -> list[Entry | Skip]:
    source = decode_source(candidate.path, candidate.raw)
    if isinstance(source, Skip):
        return [source]
    source = replace(source, with_doctests=doctests)
    found: list[Entry | Skip] = []
    for part in kind_of(source.path).reader.read(source, source.text, project):
        found += [replace(skip, file=source.file) for skip in part.skips]
        for call in part.calls:
            for name, histories in table.items():
                history = histories.get(call.callee)
                if history is None:
                    continue
                signature = history.nearest(versions[name])
                omitted = find_omitted(call, signature) if signature else ()
                found.append(Entry(source.file, call, history, name, omitted, part.cell))
    return found


def render_inventory(inventory: Inventory, style: str, output: Path | None) -> None:
    """Write the inventory as JSON, or a line a call."""
    if style == "json":
        import json

        from defaultdrift.report.json_v1 import skip_object

        document = {
            "version": 1,
            "calls": [_document(entry) for entry in inventory.entries],
            "skips": [skip_object(skip) for skip in inventory.skips],
        }
        emit(json.dumps(document, indent=2) + "\n", output)
        return
    emit("".join(f"{line}\n" for line in _lines(inventory)), output)


def _document(entry: Entry) -> dict[str, object]:
    span = entry.call.span
    cell = {} if entry.cell is None else {"cell": entry.cell}
    return {
        "file": entry.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "callable": entry.history.imported_as,
        "distribution": entry.distribution,
        "certainty": entry.call.certainty.value,
        "passed": {
            "positional": entry.call.passed_positional,
            "keywords": list(entry.call.passed_keywords),
            "splat": entry.call.has_splat,
            "double_splat": entry.call.has_double_splat,
        },
        "omitted": list(entry.omitted),
        **cell,
    }


def _lines(inventory: Inventory) -> Iterable[str]:
    from defaultdrift.report.look import place_of, visible

    for entry in inventory.entries:
        call = entry.call
        passed = [*["_"] * call.passed_positional, *call.passed_keywords]
        passed += ["*?"] * call.has_splat + ["**?"] * call.has_double_splat
        place = visible(place_of(entry.file, entry.cell, call.span.line, call.span.column))
        omitted = f"  omits {', '.join(entry.omitted)}" if entry.omitted else ""
        yield f"{place}: {entry.history.shown}({', '.join(passed)}) [{call.certainty.value}]{omitted}"
    for skip in inventory.skips:
        numbers = [skip.line] if skip.line else []
        place = f"{place_of(skip.file, skip.cell, *numbers)}: " if skip.file else ""
        yield visible(f"{place}skipped: {skip.reason}")
