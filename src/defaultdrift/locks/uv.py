"""Read `uv.lock` (format version 1, any revision): text in, `Lock` out.

Source: https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile and
https://docs.astral.sh/uv/concepts/resolution/#lockfile-versioning: a lock with another `version` is refused, one with a
newer `revision` is readable. The keys are those that uv writes (0.2 to 0.13).

Several versions of one distribution each carry the `resolution-markers` that they hold under, or none where extras
exclude each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._package import Packages
from defaultdrift.locks._pins import join_markers
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
    packages = Packages(text, document, "package" if "package" in document else "distribution")
    members = _find_members(document)
    for package in packages:
        kind, place = _read_source(package.values.get("source", {}))
        if not kind:
            packages.expect(package, "source", "a table")
        elif kind not in _FOLDERS:
            packages.pin(package, join_markers(packages.texts(package, "resolution-markers") or [""]))
        elif package.name not in members and place != ".":
            packages.skip_folder(package, place)
    return packages.lock(NAME)


def _expect_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool):
        raise LockError("", "version", f"expected 1, got {describe(version)}")
    if version != 1:
        raise UnsupportedVersionError("", "version", f"expected 1, got {version}")


def _find_members(document: Mapping[str, Any]) -> list[object]:
    """Return the names of the workspace's own packages, which are no releases and nobody expects to be."""
    manifest = document.get("manifest")
    members = manifest.get("members") if isinstance(manifest, dict) else None
    return members if isinstance(members, list) else []


def _read_source(source: object) -> tuple[str, object]:
    """Return the kind of a source and where it is; the kind is empty where the value is none."""
    if isinstance(source, str):  # early uv (0.2.10): `registry+https://…`, `editable+file:///…`
        kind, _, place = source.partition("+")
        return kind, place
    if isinstance(source, dict):
        return next(((kind, place) for kind, place in source.items() if kind in _FOLDERS), ("registry", ""))
    return "", ""
