"""Put together what one lock says: entries of any format in, a `Lock` without repetitions out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.model.pin import Lock, Pin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packaging.version import Version

    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.pin import Include, Range


class Entries:
    """What was read so far. The file is not known here; the caller of the parser sets it.

    Attributes:
        pins: In the order of the file.
        ranges: In the order of the file.
        skips: In the order of the file.
        includes: In the order of the file.
    """

    def __init__(self) -> None:
        self.pins: list[Pin] = []
        self.ranges: list[Range] = []
        self.skips: list[Skip] = []
        self.includes: list[Include] = []

    def skip(self, line: int, reason: str) -> None:
        """Take down that an entry gives no version, and why."""
        self.skips.append(Skip("", line, reason))

    def lock(self, name: str) -> Lock:
        """Return all of it, repeated pins merged, as a lock of the format of this name."""
        return Lock(
            file="",
            format=name,
            pins=merge_pins(self.pins),
            ranges=tuple(self.ranges),
            skips=tuple(self.skips),
            includes=tuple(self.includes),
        )


def merge_pins(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """Return one pin for each version of a distribution, where it is said first, with the markers of all of them.

    A lock repeats a version for extras (pdm), groups (pipenv) and kinds of files (pylock).
    """
    firsts: dict[tuple[DistributionName, Version], Pin] = {}
    markers: dict[tuple[DistributionName, Version], list[str]] = {}
    for pin in pins:
        key = (pin.distribution, pin.version)
        firsts.setdefault(key, pin)
        markers.setdefault(key, []).append(pin.marker)
    return tuple(replace(pin, marker=join_markers(markers[key])) for key, pin in firsts.items())


def join_markers(markers: Iterable[str]) -> str:
    """Return the marker that holds where any of these does; empty for everywhere.

    No parentheses are needed: `or` binds least
    (https://packaging.python.org/en/latest/specifications/dependency-specifiers/).

    Example:
        >>> join_markers(["os_name == 'nt'", "os_name == 'posix'", "os_name == 'nt'"])
        "os_name == 'nt' or os_name == 'posix'"
    """
    unique = list(dict.fromkeys(markers))
    return "" if "" in unique else " or ".join(unique)
