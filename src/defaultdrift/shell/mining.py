"""Read every release of a library from the index, bring its rules up to date: what `defaultdrift rules mine` does."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.errors import OutsideError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from defaultdrift.mine.facts import ReleaseFacts
    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.shell.database import Database
    from defaultdrift.shell.index import Artefact, Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Mined:
    """What a run of the miner did.

    Attributes:
        releases: How many releases were read, now or before.
        fetched: Those that were read from the index now.
        callables: How many callables `api.jsonl` lists.
        proposed: The rows that were added.
        written: The files that changed, relative to the folder of the rules.
        unparsed: Members that are no Python, as `release: member: why`.
        unread: Public names of the newest release that lead to compiled code.
    """

    releases: int
    fetched: tuple[str, ...]
    callables: int
    proposed: tuple[Change, ...]
    written: tuple[str, ...]
    unparsed: tuple[str, ...]
    unread: tuple[str, ...]


def mine_library(database: Database, distribution: str, cache: Path) -> Mined:
    """Read what is new on the index, and write `library.toml`, `api.jsonl` and the rows that are missing.

    Nothing is written before every release was read. Rows that are there already stay as they are.

    Args:
        database: The rules.
        distribution: Normalised name; its `library.toml` must be there.
        cache: Folder in which facts of releases are kept, so that an interrupted run goes on.

    Raises:
        UsageError: There is no `library.toml` for it.
        RuleError: A file of the rules does not follow the schema.
        OutsideError: The index cannot be asked, or serves something else than it states.
    """
    from defaultdrift.model.name import normalise
    from defaultdrift.shell.index import Index

    name = normalise(distribution)
    library = database.library(name)
    index = Index(cache / "pip-tools")
    artefacts = [found for found in index.artefacts(name, library.releases) if found.version >= library.first]
    facts, fetched = _read_releases(index, artefacts, library, cache / "facts")
    return _write(database, library, artefacts, facts, fetched)


def default_cache() -> Path:
    """Return the user's cache folder (https://specifications.freedesktop.org/basedir-spec/latest/)."""
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "defaultdrift"


def _read_releases(
    index: Index, artefacts: Sequence[Artefact], library: Library, folder: Path
) -> tuple[list[ReleaseFacts], list[str]]:
    """Return the facts of each release, and the releases that were not in the cache."""
    from defaultdrift.mine.extract import extract
    from defaultdrift.mine.record import parse_facts, render_facts
    from defaultdrift.shell.artefact import read_sources

    found, fetched = [], []
    with _progress(len(artefacts)) as advance:
        for artefact in artefacts:
            advance(str(artefact.version))
            file = folder / f"{_key(artefact, library)}.json.gz"
            try:
                facts = parse_facts(gzip.decompress(file.read_bytes()).decode())
            except (OSError, ValueError, EOFError):
                sources = read_sources(index.session, artefact, library.import_roots)
                facts = extract(artefact.version, sources, library)
                # Without a time stamp inside, so that equal facts are equal files.
                _replace(file, gzip.compress(render_facts(facts).encode(), mtime=0))
                fetched.append(str(artefact.version))
            found.append(facts)
    return found, fetched


def _key(artefact: Artefact, library: Library) -> str:
    """Name the facts after all that they depend on: the artefact, the extractor and its tools, and what is left out."""
    from importlib.metadata import version

    from defaultdrift.mine.record import EXTRACTOR

    parts: list[object] = [artefact.sha256, EXTRACTOR, version("griffelib"), sys.version_info[:2]]
    parts += [library.import_roots, library.exclude]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _write(
    database: Database,
    library: Library,
    artefacts: Sequence[Artefact],
    facts: Sequence[ReleaseFacts],
    fetched: Sequence[str],
) -> Mined:
    from defaultdrift.mine.history import lineages
    from defaultdrift.mine.propose import propose
    from defaultdrift.model.library import Release
    from defaultdrift.rules.api import render_api
    from defaultdrift.rules.library import render_library

    folder = database.folder / library.distribution
    versions = [release.version for release in facts]
    found = lineages(facts)
    existing = database.changes(library.distribution)
    proposed = propose(found, versions, existing, library)
    releases = [Release(version=a.version, date=a.date, artefact=a.name, sha256=a.sha256) for a in artefacts]
    texts = {
        "api.jsonl": render_api(lineage.history(versions) for lineage in found),
        "library.toml": render_library((folder / "library.toml").read_text(encoding="utf-8"), releases),
        **_release_files(database, library, proposed),
    }
    written = [name for name, text in texts.items() if _replace_text(folder / name, text)]
    newest = facts[-1].unread if facts else {}
    return Mined(
        releases=len(facts),
        fetched=tuple(fetched),
        callables=len(found),
        proposed=proposed,
        written=tuple(sorted(f"{library.distribution}/{name}" for name in written)),
        unparsed=tuple(f"{f.version}: {member}: {why}" for f in facts for member, why in sorted(f.unparsed.items())),
        unread=tuple(sorted(newest)),
    )


def _release_files(database: Database, library: Library, proposed: Sequence[Change]) -> dict[str, str]:
    """Return the release files that get rows, by file name.

    A file in the form that we write stays in it. One that a person arranged otherwise is left as it is, rows and
    comments, and the new rows go to its end.
    """
    from defaultdrift.rules.release import parse_release, render_release

    files = dict(database.release_files(library.distribution))
    texts: dict[str, str] = {}
    for release in sorted({change.release for change in proposed}):
        added = tuple(change for change in proposed if change.release == release)
        path = files.get(release)
        if path is None:
            texts[f"{release}.toml"] = render_release(added)
            continue
        text = path.read_text(encoding="utf-8")
        rows = parse_release(text, library.distribution, release)
        is_ours = render_release(rows) == text
        texts[path.name] = render_release((*rows, *added)) if is_ours else f"{text.rstrip()}\n\n{render_release(added)}"
    return texts


def _replace_text(file: Path, text: str) -> bool:
    """Write a file whole or not at all; return whether it changed."""
    data = text.encode()
    if file.is_file() and file.read_bytes() == data:
        return False
    _replace(file, data)
    return True


def _replace(file: Path, data: bytes) -> None:
    partial = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(file)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise OutsideError(f"write {file.name}", error.strerror or str(error)) from error


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """Show how far the releases are, where someone looks at it live."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:>12}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)

        def advance(description: str) -> None:
            progress.update(task, description=description)
            progress.advance(task)

        yield advance
