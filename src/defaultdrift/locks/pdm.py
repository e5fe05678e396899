"""Read `pdm.lock` (format versions 4.x): text in, `Lock` out.

Source: https://pdm-project.org/latest/usage/lockfile/ and what PDM 2.4 to 2.29 write. PDM counts the first digit up
when older readers can no longer follow. `requires_python` of an entry is what the release supports, no marker of the
lock, and is not read. An entry is repeated for each set of extras in which it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._package import Packages
from defaultdrift.locks._read import describe, parse_toml_document, read_version

if TYPE_CHECKING:
    from defaultdrift.model.pin import Lock

NAME = "pdm"

_ARCHIVES = (".whl", ".zip", ".tar.gz", ".tar.bz2", ".tgz")


def matches(file_name: str) -> bool:
    """Tell whether a file of this name is read here."""
    return file_name.rpartition("/")[2] == "pdm.lock"


def parse(text: str) -> Lock:
    """Return the versions in a lock.

    Raises:
        LockError: The text is not what PDM writes, or of a version that is not known.
    """
    document = parse_toml_document(text)
    _expect_version(document.get("metadata"))
    packages = Packages(text, document, "package")
    for package in packages:
        path = packages.text(package, "path")
        if path and not path.endswith(_ARCHIVES):
            packages.skip_folder(package, path)
        else:
            packages.pin(package, packages.text(package, "marker"))
    return packages.lock(NAME)


def _expect_version(metadata: object) -> None:
    if not isinstance(metadata, dict):
        raise LockError("", "metadata", f"expected a table, got {describe(metadata)}")
    stated = metadata.get("lock_version")
    version = read_version(stated)
    if version is None:
        raise LockError("", "metadata.lock_version", f"expected a version, got {describe(stated)}")
    if version.major != 4:
        raise UnsupportedVersionError("", "metadata.lock_version", f"expected 4.x, got {stated!r}")
