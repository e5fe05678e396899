"""Find the sources that can hold a finding: those whose bytes name an import root, and those that import one of these.

The others are only counted.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import display, find_sources, read_bytes, too_large
from defaultdrift.shell.importers import find_importers, find_imports
from defaultdrift.shell.kinds import is_lock, kind_of
from defaultdrift.shell.options import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from defaultdrift.resolve.imported import Imported
    from defaultdrift.shell.config import Exclusion
    from defaultdrift.shell.kinds import Kind


_HIDDEN = re.compile(rb"\\u(?!00[0-3])|%pylab\b")
"""What may name a root in JSON strings without its spelling: an escaped letter, a magic that imports."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source whose bytes name an import root, or that imports one.

    Attributes:
        path: As the operating system opens it, or how standard input is called.
        raw: Its bytes.
    """

    path: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Candidates:
    """What there is to look at.

    Attributes:
        found: The candidates, sorted by how they are told.
        skips: Files and folders that could not be read, sorted.
        count: How many sources there are, candidates or not; what is only data is none, unless someone named it.
        excluded: How many there are besides, which the configuration leaves out.
    """

    found: tuple[Candidate, ...]
    skips: tuple[Skip, ...]
    count: int
    excluded: int = 0


def find_candidates(paths: Sequence[str], stdin_name: str, exclude: Exclusion, roots: Iterable[str]) -> Candidates:
    """Return the sources that can hold a finding.

    Args:
        paths: Files and folders, or `-` alone for standard input.
        stdin_name: How standard input is called.
        exclude: What to leave out, also of the files that are given by name: a hook names every file.
        roots: Import roots of the distributions compared; without any, nothing is read.

    Raises:
        UsageError: A path does not exist.
    """
    if list(paths) == [STDIN]:
        raw = sys.stdin.buffer.read()
        return Candidates((Candidate(stdin_name, raw),), (), 1)
    listed = find_sources(paths)
    files = _without(listed.paths, exclude) if exclude.patterns else listed.paths
    sieve = _Sieve(roots)
    for path in files:
        sieve.add(path)
    live = [candidate for candidate in sieve.found if kind_of(candidate.path).is_module]
    found = [*sieve.found, *_importers(sieve, live)]
    found.sort(key=lambda candidate: display(candidate.path))
    named = {os.path.abspath(path) for path in paths}  # noqa: PTH100  many files, and Path is slow
    data = sum(os.path.abspath(path) not in named for path in sieve.data)  # noqa: PTH100
    left_out = set(listed.paths).difference(files)
    excluded = sum(kind_of(path).needs is None or os.path.abspath(path) in named for path in left_out)  # noqa: PTH100
    return Candidates(tuple(found), tuple(sorted({*listed.skips, *sieve.skips})), len(files) - data, excluded)


class _Sieve:
    """Sorts files by what their bytes name.

    Attributes:
        names: What the bytes of those hold that name an import root.
        has_names: Whether there is any import root.
        found: Those that name an import root.
        importing: What the others import, by path.
        data: Those that the kind of their name has no use for.
        skips: Those that could not be read.
    """

    def __init__(self, roots: Iterable[str]) -> None:
        wanted = b"|".join(sorted(re.escape(root.encode()) for root in roots))
        self.has_names = bool(wanted)
        wanted = wanted or b"(?!)"
        self.names = re.compile(wanted)
        self._path = re.compile(rb"\b(?:" + wanted + rb")\.")
        self.found: list[Candidate] = []
        self.importing: dict[str, tuple[Imported, ...]] = {}
        self.data: list[str] = []
        self.skips: list[Skip] = []

    def add(self, path: str) -> None:
        """Read a file and sort it in."""
        kind = kind_of(path)
        raw = read_bytes(path, kind.max_bytes, is_cut=kind.needs is not None)
        if isinstance(raw, Skip):
            self.skips.append(raw)
        elif kind.needs is not None:
            self._add_perhaps_data(path, raw, kind, kind.needs)
        elif self.names.search(raw) or not raw.isascii() or (kind.is_quoted and _HIDDEN.search(raw)):
            # An identifier may be spelled in characters that only compare equal to the root's: the screen looks closer.
            self.found.append(Candidate(path, raw))
        elif imports := find_imports(_unquoted(raw) if kind.is_quoted else raw):
            self.importing[path] = imports

    def _add_perhaps_data(self, path: str, raw: bytes, kind: Kind, needs: re.Pattern[bytes]) -> None:
        if is_lock(path) or not (self._path.search(raw) and needs.search(raw)):
            self.data.append(path)
        elif len(raw) > kind.max_bytes:
            self.skips.append(Skip(display(path), 0, too_large(kind.max_bytes)))
        else:
            self.found.append(Candidate(path, raw))


def _unquoted(raw: bytes) -> bytes:
    """Return JSON with each line of its strings on a line of its own: near enough to see what looks like an import."""
    return raw.replace(b"\\n", b"\n").replace(b'"', b"\n")


def _importers(sieve: _Sieve, live: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the sources that import a module which names a library: read once more, because few are."""
    if not sieve.importing or not sieve.has_names:
        return
    for path in find_importers(sieve.importing, {candidate.path for candidate in live}, sieve.names):
        raw = read_bytes(path)
        if not isinstance(raw, Skip):
            yield Candidate(path, raw)


def internal_skip(candidate: Candidate, error: Exception) -> Skip:
    """Return the skip that tells of a fault of ours, which the exit code tells as well."""
    return Skip(display(candidate.path), 0, f"internal error: {type(error).__name__}: {error}", is_internal=True)


def _without(paths: Iterable[str], exclude: Exclusion) -> list[str]:
    from fnmatch import translate

    patterns = [re.compile(translate(pattern.removeprefix("./").rstrip("/"))) for pattern in exclude.patterns]
    folder = os.path.realpath(exclude.folder)

    def is_excluded(path: str) -> bool:
        parts = _relative(path, folder).split("/")
        ends = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        return any(pattern.match(end) or pattern.match(end.rpartition("/")[2]) for pattern in patterns for end in ends)

    return [path for path in paths if not is_excluded(path)]


def _relative(path: str, folder: str) -> str:
    """Return a path as seen from a real folder, POSIX; a link counts where it stands, not where it leads to."""
    head, name = os.path.split(path)
    real = os.path.join(os.path.realpath(head), name)  # noqa: PTH118  many files, and Path is slow
    with suppress(ValueError):  # another drive
        real = os.path.relpath(real, folder)
    return real.replace(os.sep, "/")
