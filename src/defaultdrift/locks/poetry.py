"""Read `poetry.lock` (format versions 1.x and 2.x): text in, `Lock` out.

Source: what Poetry 1.0 to 2.5 write, and the range of versions that Poetry itself reads (`>=1,<3`). There is no
specification. `python-versions` of an entry is what the release supports, no marker of the lock, and is not read.

From format version 2.1 on, an entry says in which groups it is and under which marker, for all groups or for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._package import Packages
from defaultdrift.locks._pins import join_markers
from defaultdrift.locks._read import describe, parse_toml_document, read_version

if TYPE_CHECKING:
    from defaultdrift.locks._package import Package
    from defaultdrift.model.pin import Lock

NAME = "poetry"


def matches(file_name: str) -> bool:
    """Tell whether a file of this name is read here."""
    return file_name.rpartition("/")[2] == "poetry.lock"


def parse(text: str) -> Lock:
    """Return the versions in a lock.

    Raises:
        LockError: The text is not what Poetry writes, or of a version that is not known.
    """
    document = parse_toml_document(text)
    _expect_version(document.get("metadata"))
    packages = Packages(text, document, "package")
    for package in packages:
        source = package.values.get("source", {})
        if not isinstance(source, dict):
            packages.expect(package, "source", "a table", source)
        elif source.get("type") == "directory":
            packages.skip_folder(package, source.get("url"))
        else:
            packages.pin(package, _read_marker(packages, package))
    return packages.lock(NAME)


def _expect_version(metadata: object) -> None:
    # The table stands at the end: where it is missing, the file was cut off or is of another tool.
    if not isinstance(metadata, dict):
        raise LockError("", "metadata", f"expected a table, got {describe(metadata)}")
    # Poetry 1.0 wrote only the hash of what it had locked; other tools have a table of this name too.
    stated = metadata.get("lock-version", "1.0" if "content-hash" in metadata else None)
    version = read_version(stated)
    if version is None:
        raise LockError("", "metadata.lock-version", f"expected a version, got {describe(stated)}")
    if version.major not in (1, 2):
        raise UnsupportedVersionError("", "metadata.lock-version", f"expected 1.x or 2.x, got {stated!r}")


def _read_marker(packages: Packages, package: Package) -> str:
    markers: object = package.values.get("markers", "")
    if not isinstance(markers, dict):
        return packages.text(package, "markers")
    wrong = {group: marker for group, marker in markers.items() if not isinstance(marker, str)}
    for group, marker in wrong.items():
        packages.expect(package, f"markers.{group}", "a string", marker)
    if wrong:
        return ""
    # A group that has no marker of its own takes the entry everywhere.
    everywhere = [""] if set(packages.texts(package, "groups")) - set(markers) else []
    return join_markers([*markers.values(), *everywhere])
