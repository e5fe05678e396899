"""Find the sources that can hold a finding: those whose bytes name an import root. The others are only counted."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import display, find_sources, read_bytes
from defaultdrift.shell.options import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from defaultdrift.shell.config import Exclusion


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source whose bytes name an import root.

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
        count: How many sources there are, candidates or not.
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
    wanted = re.compile(b"|".join(sorted(re.escape(root.encode()) for root in roots)) or b"(?!)")
    if list(paths) == [STDIN]:
        raw = sys.stdin.buffer.read()
        return Candidates((Candidate(stdin_name, raw),), (), 1)
    listed = find_sources(paths)
    skips = list(listed.skips)
    found = []
    files = _without(listed.paths, exclude) if exclude.patterns else listed.paths
    for path in files:
        raw_or_skip = read_bytes(path)
        if isinstance(raw_or_skip, Skip):
            skips.append(raw_or_skip)
        elif wanted.search(raw_or_skip) or not raw_or_skip.isascii():
            # An identifier may be spelled in characters that only compare equal to the root's: the screen looks closer.
            found.append(Candidate(path, raw_or_skip))
    return Candidates(tuple(found), tuple(sorted(skips)), len(files), len(listed.paths) - len(files))


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
