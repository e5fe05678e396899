"""Read the array of tables in which uv, pdm, poetry and pylock list packages: a document in, packages out.

An entry without a version is skipped, since a lock may hold what is built from a folder. An entry whose name or version
is none makes the whole document untrustworthy: all these tools refuse to write and to read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.locks._pins import Entries
from defaultdrift.locks._read import Faults, describe, find_lines, is_name, read_version
from defaultdrift.model.name import normalise
from defaultdrift.model.pin import Pin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from defaultdrift.model.pin import Lock


@dataclass(frozen=True, slots=True)
class Package:
    """One entry.

    Attributes:
        place: Where it stands in the document: `package[3]`.
        line: Of its version, or of its header where it has none.
        name: As written.
        values: All its keys.
    """

    place: str
    line: int
    name: str
    values: Mapping[str, object]


class Packages:
    """The packages of one lock, and the lock that they make."""

    def __init__(self, text: str, document: Mapping[str, object], array: str) -> None:
        self._lines = find_lines(text, array, "version")
        self._tables = document.get(array, [])
        self._array = array
        self._entries = Entries()
        self._faults = Faults()

    def __iter__(self) -> Iterator[Package]:
        """Yield the entries that have a name; the others are taken down as faults."""
        if not isinstance(self._tables, list):
            self._faults.expect(self._array, "an array of tables", self._tables)
            return
        for index, values in enumerate(self._tables):
            place = f"{self._array}[{index}]"
            name = values.get("name") if isinstance(values, dict) else None
            if not isinstance(values, dict):
                self._faults.expect(place, "a table", values)
            elif not isinstance(name, str) or not is_name(name):
                self._faults.expect(f"{place}.name", "the name of a distribution", name)
            else:
                yield Package(place, self._line(index), name, values)

    def _line(self, index: int) -> int:
        # An array written as one value has one line for all of its entries.
        return self._lines[min(index, len(self._lines) - 1)] if self._lines else 0

    def text(self, package: Package, key: str) -> str:
        """Return a string of an entry; empty where the key is missing or holds something else, which is a fault."""
        value = package.values.get(key, "")
        if isinstance(value, str):
            return value
        self.expect(package, key, "a string", value)
        return ""

    def texts(self, package: Package, key: str) -> list[str]:
        """Return strings of an entry; empty where the key is missing or holds something else, which is a fault."""
        values = package.values.get(key, [])
        if isinstance(values, list) and all(isinstance(value, str) for value in values):
            return values
        self.expect(package, key, "an array of strings", values)
        return []

    def expect(self, package: Package, key: str, expected: str, found: object) -> None:
        """Take down that a key of an entry holds something else than expected."""
        self._faults.expect(f"{package.place}.{key}", expected, found)

    def pin(self, package: Package, marker: str) -> None:
        """Take the version of an entry."""
        if "version" not in package.values:
            self.skip(package, "has no version")
            return
        version = read_version(package.values["version"])
        if version is None:
            self.expect(package, "version", "a version", package.values["version"])
            return
        distribution = normalise(package.name)
        self._entries.pins.append(Pin(distribution=distribution, version=version, line=package.line, marker=marker))

    def skip(self, package: Package, reason: str) -> None:
        """Take down why an entry gives no version; the reason goes on from its name."""
        self._entries.skip(package.line, f"{package.name!r} {reason}")

    def skip_folder(self, package: Package, folder: object) -> None:
        """Take down that an entry is built from a folder, whose version moves while the lock stays."""
        self.skip(package, f"comes from the folder {describe(folder)}, not from a release")

    def lock(self, name: str) -> Lock:
        """Return what was read.

        Raises:
            LockError: Some entry had a fault.
        """
        self._faults.tell()
        return self._entries.lock(name)
