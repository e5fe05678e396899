"""Read `uv.lock` (format version 1, any revision): text in, `Lock` out.

Source: https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile and
https://docs.astral.sh/uv/concepts/resolution/#lockfile-versioning: a lock with another `version` is refused, one with a
newer `revision` is readable. The keys are those that uv writes (0.2 to 0.13).

Several versions of one distribution each carry the `resolution-markers` that they hold under, or none where extras
exclude each other; the markers of one version are told as one, and shortly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._marker import shorten_markers
from defaultdrift.locks._package import Packages
from defaultdrift.locks._read import describe, parse_toml_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from defaultdrift.model.pin import Lock

NAME = "uv"

_FOLDERS = ("virtual", "editable", "directory")


def matches(file_name: str) -> bool:
    """Tell whether a file of this name is read here."""
    return file_name.rpartition("/")[2] == "uv.lock"


def parse(text: str) -> Lock:
    """Return the versions in a lock.

    Raises:
        LockError: The text is not what uv writes, or of a version that is not known.
    """
    document = parse_toml_document(text)
    _expect_version(document.get("version"))
    # Before uv 0.3 the array was called `distribution`.
    array = "package" if "package" in document else "distribution"
    packages = Packages(text, document, array)
    members = _find_members(document)
    cut = _find_cut(document.get(array))
    for package in packages:
        source = package.values.get("source", {})
        kind, place = _read_source(source)
        if not kind:
            packages.expect(package, "source", "a table", source)
        elif package.values is cut:
            packages.skip(package, "has no source, so the file is cut off")
        elif kind not in _FOLDERS:
            packages.pin(package, shorten_markers(packages.texts(package, "resolution-markers")))
        elif package.name not in members and place != ".":
            packages.skip_folder(package, place)
    return packages.lock(NAME)


def _expect_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool):
        raise LockError("", "version", f"expected 1, got {describe(version)}")
    if version != 1:
        raise UnsupportedVersionError("", "version", f"expected 1, got {version}")


def _find_members(document: Mapping[str, object]) -> frozenset[str]:
    """Return the names of the workspace's own packages, which are no releases and nobody expects to be."""
    manifest = document.get("manifest")
    members = manifest.get("members") if isinstance(manifest, dict) else None
    return frozenset(name for name in members if isinstance(name, str)) if isinstance(members, list) else frozenset()


def _find_cut(tables: object) -> object:
    """Return the last entry if it lacks the source that uv writes for each: it was cut off, and may be the project."""
    if not isinstance(tables, list) or not tables:
        return None
    first, last = tables[0], tables[-1]
    is_cut = isinstance(first, dict) and isinstance(last, dict) and "source" in first and "source" not in last
    return last if is_cut else None


def _read_source(source: object) -> tuple[str, object]:
    """Return the kind of a source and where it is; the kind is empty where the value is none."""
    if isinstance(source, str):  # early uv (0.2.10): `registry+https://…`, `editable+file:///…`
        kind, _, place = source.partition("+")
        return kind, place
    if isinstance(source, dict):
        return next(((kind, place) for kind, place in source.items() if kind in _FOLDERS), ("registry", ""))
    return "", ""
