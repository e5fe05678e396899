"""Read lock files: text in, `Lock` out. One format is one file of this folder and one line of `FORMATS`.

A format is a module with a `NAME`, `matches(file_name)` and `parse(text)`; see `LockFormat`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from defaultdrift.errors import DocumentError, LockError, UnsupportedVersionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from defaultdrift.model.pin import Lock

FORMATS: Mapping[str, str] = {
    "uv": r"uv\.lock",
    "pylock": r"pylock\..*",
    "poetry": r"poetry\.lock",
    "pdm": r"pdm\.lock",
    "pipfile": r"Pipfile\.lock",
    "requirements": r".*\.(txt|lock)",
}
"""Module of each format, which is also its `NAME`, and a pattern that every file name that it reads has.

The module decides which names it reads; the pattern spares the import of those that cannot. Where a folder holds locks
of several formats, the first one here counts.
"""


class LockFormat(Protocol):
    """What a module of this folder offers, unless its name starts with an underscore or it is `pin`.

    Attributes:
        NAME: What `Lock.format` says; equal to the name of the module.
    """

    NAME: str

    def matches(self, file_name: str) -> bool:
        """Tell whether a file of this name, with or without folders (POSIX), is read here."""

    def parse(self, text: str) -> Lock:
        """Return the versions in a lock; files are left empty, as they are not known here.

        Raises:
            LockError: The text does not follow the format.
        """


def find_format(file_name: str) -> str | None:
    """Return the name of the format that reads files of this name, or `None`.

    Args:
        file_name: With or without folders, POSIX.

    Example:
        >>> find_format("services/api/poetry.lock")
        'poetry'
    """
    base = file_name.rpartition("/")[2]
    for name, pattern in FORMATS.items():
        if re.fullmatch(pattern, base) and _load(name).matches(file_name):
            return name
    return None


def parse_lock(file_name: str, text: str, name: str | None) -> Lock:
    """Return what a file says about versions.

    Args:
        file_name: As the user may name it; it is set in the lock, its skips and its errors.
        text: Content of the file.
        name: The format to read; `None` to take the first one that the content follows.

    Raises:
        LockError: The content does not follow the format, or none that is known.
    """
    try:
        lock = _load(name).parse(text) if name else _parse_any(text)
    except DocumentError as error:
        raise error.in_file(file_name) from error
    skips = tuple(replace(skip, file=file_name) for skip in lock.skips)
    return replace(lock, file=file_name, skips=skips)


def _parse_any(text: str) -> Lock:
    for name in FORMATS:
        try:
            lock = _load(name).parse(text)
        except UnsupportedVersionError:
            raise
        except LockError:
            continue
        if name != "requirements" or _is_plausible(lock):
            return lock
    known = ", ".join(FORMATS)
    raise LockError("", "", f"expected a lock of one of the formats {known}, got something else")


def _is_plausible(lock: Lock) -> bool:
    """Tell whether a file that could be requirements is: a word alone is one already, and a path is allowed."""
    read = len(lock.pins) + len(lock.ranges) + len(lock.includes)
    return read > 0 and read >= len(lock.skips)


def _load(name: str) -> LockFormat:
    return cast("LockFormat", import_module(f"{__name__}.{name}"))
