"""Read `pylock.toml` and `pylock.<name>.toml` (format versions 1.x): text in, `Lock` out.

Source: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751).

`packaging.pylock` reads it too, and the tests hold this reader against it. It is not used here: it judges every wheel,
hash and index of a file that only has to give names and versions, and to import it costs more than to read the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._package import Packages
from defaultdrift.locks._read import describe, parse_toml_document, read_version

if TYPE_CHECKING:
    from defaultdrift.model.pin import Lock

NAME = "pylock"


def matches(file_name: str) -> bool:
    """Tell whether a file of this name is read here; the name of a lock has no dots of its own."""
    return re.fullmatch(r"pylock(?:\.[^.]+)?\.toml", file_name.rpartition("/")[2]) is not None


def parse(text: str) -> Lock:
    """Return the versions in a lock.

    Raises:
        LockError: The text does not follow the specification, or is of a version that is not known.
    """
    document = parse_toml_document(text)
    _expect_version(document.get("lock-version"))
    if "packages" not in document:
        raise LockError("", "packages", "expected an array of tables, got nothing")
    packages = Packages(text, document, "packages")
    for package in packages:
        directory = package.values.get("directory")
        if not isinstance(directory, dict):
            packages.pin(package, packages.text(package, "marker"))
        elif directory.get("path") != ".":
            # The version "MUST NOT be included when it cannot be guaranteed to be consistent with the code used (i.e.
            # when a source tree is used)", so one that stands here all the same is no fact.
            packages.skip_folder(package, directory.get("path"))
    return packages.lock(NAME)


def _expect_version(stated: object) -> None:
    version = read_version(stated)
    if version is None:
        raise LockError("", "lock-version", f"expected a version, got {describe(stated)}")
    if version.major != 1:
        raise UnsupportedVersionError("", "lock-version", f"expected 1.x, got {stated!r}")
