"""Find the sources that can hold a finding: those whose bytes name an import root. The others are only counted."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import find_sources, read_bytes
from defaultdrift.shell.options import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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
    """

    found: tuple[Candidate, ...]
    skips: tuple[Skip, ...]
    count: int


def find_candidates(paths: Sequence[str], stdin_name: str, exclude: Sequence[str], roots: Iterable[str]) -> Candidates:
    """Return the sources that can hold a finding.

    Args:
        paths: Files and folders, or `-` alone for standard input.
        stdin_name: How standard input is called.
        exclude: Patterns of paths, as `fnmatch` reads them; a folder stands for all below it.
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
    files = _without(listed.paths, exclude) if exclude else listed.paths
    for path in files:
        raw_or_skip = read_bytes(path)
        if isinstance(raw_or_skip, Skip):
            skips.append(raw_or_skip)
        elif wanted.search(raw_or_skip) or not raw_or_skip.isascii():
            # An identifier may be spelled in characters that only compare equal to the root's: the screen looks closer.
            found.append(Candidate(path, raw_or_skip))
    return Candidates(tuple(found), tuple(sorted(skips)), len(files))


def _without(paths: Iterable[str], exclude: Sequence[str]) -> list[str]:
    from fnmatch import translate

    from defaultdrift.shell.files import display

    patterns = [re.compile(translate(pattern.rstrip("/"))) for pattern in exclude]

    def is_excluded(path: str) -> bool:
        parts = display(path).split("/")
        ends = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
        return any(pattern.match(end) or pattern.match(end.rpartition("/")[2]) for pattern in patterns for end in ends)

    return [path for path in paths if not is_excluded(path)]
