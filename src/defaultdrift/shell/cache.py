"""The user's cache folder, and files that are written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from defaultdrift.errors import OutsideError


def default_cache() -> Path:
    """Return the user's cache folder (https://specifications.freedesktop.org/basedir-spec/latest/).

    Raises:
        OutsideError: Nobody knows where the user's home is.
    """
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    try:
        # A relative path is invalid and ignored, says the specification.
        folder = Path(base) if base and os.path.isabs(base) else Path.home() / ".cache"  # noqa: PTH117
    except RuntimeError as error:
        raise OutsideError("find the cache folder", str(error)) from error
    return folder / "defaultdrift"


def write_whole(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, also where several processes or threads write it at once.

    Raises:
        OutsideError: It cannot be written.
    """
    partial = file.with_name(f"{file.name}.{os.getpid()}.{get_ident()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(file)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise OutsideError(f"write {file.name}", error.strerror or str(error)) from error
