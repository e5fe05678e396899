"""Versions of distributions: pins, ranges, locks and the steps between two locks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.version import Version

    from defaultdrift.model.finding import Skip
    from defaultdrift.model.name import DistributionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A distribution and one exact version.

    Attributes:
        distribution: Normalised name.
        version: The exact version.
        line: 1-based line of the lock that says so; 0 where the pin was given on the command line.
        marker: Environment marker under which the pin holds, as written; empty for everywhere.
        file: The file that says so where the lock includes it; empty where it is the lock's own.
    """

    distribution: DistributionName
    version: Version
    line: int = 0
    marker: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A requirement that leaves the version open. It is a set of versions and never read as its lower bound.

    Attributes:
        distribution: Normalised name.
        specifier: The specifier set as written; empty where any version will do.
        line: 1-based line of the file that says so.
        marker: Environment marker under which the requirement holds, as written; empty for everywhere.
        file: The file that says so where the lock includes it; empty where it is the lock's own.
    """

    distribution: DistributionName
    specifier: str
    line: int
    marker: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Include:
    """Another file that a lock takes in.

    Attributes:
        path: As written: relative to the folder of the file that says so.
        line: 1-based line of the file that says so.
    """

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """All that one file says about versions.

    Attributes:
        file: The file as the user may name it: relative to the working directory where possible, POSIX.
        format: `NAME` of the format that read it, such as `uv`.
        pins: In the order of the file. A universal lock may pin one distribution several times, by marker.
        ranges: Requirements that the file leaves open, in the order of the file.
        skips: Entries of the file that were not understood, and why.
        includes: Files that it takes in. Their pins, ranges and skips are among the others only once they are read.
    """

    file: str
    format: str
    pins: tuple[Pin, ...]
    ranges: tuple[Range, ...] = ()
    skips: tuple[Skip, ...] = ()
    includes: tuple[Include, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=False)
class Step:
    """One distribution, old version to new version.

    Attributes:
        distribution: Normalised name.
        old: The version that the code is compared from.
        new: The version that the code is compared to. Older than `old` in a downgrade.
        marker: Environment marker under which the lock says so, as written; empty for everywhere.
    """

    distribution: DistributionName
    old: Version
    new: Version
    marker: str = ""
