"""Find and read lock files: paths in, `Lock` out.

A lock is looked for in the folder of what is scanned, then upward. The nearest folder that holds one decides. Where it
holds several, the order is that of `locks.FORMATS`; among files of one format, the plain name (`requirements.txt`,
`pylock.toml`) comes first, then the others by name, then constraints, then those of a folder `requirements` in it.
"""

from __future__ import annotations

import codecs
import os
import posixpath
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, OutsideError
from defaultdrift.locks import FORMATS, find_format, parse_lock
from defaultdrift.shell.discovery import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from defaultdrift.model.pin import Include, Lock

    Reader = Callable[[str], bytes]

MAX_BYTES = 64 * 1024 * 1024
MAX_FILES = 256

_PLAIN = ("pylock.toml", "requirements.txt")
# Windows tools write these marks; pip reads them too.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def find_lock(start: Path) -> Path | None:
    """Return the lock that counts for a file or folder, or `None`; see the module docstring."""
    return next(iter(find_locks(start)), None)


def find_locks(start: Path) -> Sequence[Path]:
    """Return all locks of the folder whose lock counts, the one that counts first; empty where there is none.

    Args:
        start: A file or a folder. Nothing above the root of its git repository is looked at.
    """
    here = Path(os.path.abspath(start))  # noqa: PTH100  `resolve` would follow links out of the project
    for folder in (here, *here.parents) if os.path.isdir(here) else here.parents:  # noqa: PTH112  this one never raises
        if found := _list_locks(folder):
            return found
        if os.path.exists(folder / ".git"):  # noqa: PTH110  nor this one
            return ()
    return ()


def _list_locks(folder: Path) -> Sequence[Path]:
    names = [*_list_files(folder), *(f"requirements/{name}" for name in _list_files(folder / "requirements"))]
    formats = {name: find_format(f"{folder.name}/{name}") for name in names}
    order = list(FORMATS)

    def rank(name: str) -> tuple[int, bool, bool, bool, str]:
        return order.index(str(formats[name])), "/" in name, name not in _PLAIN, name.startswith("constraints"), name

    return [folder / name for name in sorted(filter(formats.get, names), key=rank)]


def _list_files(folder: Path) -> Iterable[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if entry.is_file()]
    except OSError:  # no such folder, or none that may be read: there is no lock to be had
        return []


def read_lock(path: Path) -> Lock:
    """Return what a lock and the files that it includes say.

    Args:
        path: The lock. Where no format knows its name, the content decides.

    Raises:
        LockError: The content does not follow its format, is no text, is too large, or includes itself.
        OutsideError: A file cannot be read.
    """
    shown = display(os.fspath(path))
    folder = posixpath.dirname(shown) or os.curdir

    def read(name: str) -> bytes:
        # What a path is told as need not be a path: the bytes of a name may be no text.
        return _read_file(name, path if name == shown else path.parent / os.path.relpath(name, folder))

    return read_lock_with(shown, read)


def read_lock_with(file: str, read: Reader) -> Lock:
    """Return what a lock says whose files come from elsewhere, such as an older commit.

    Args:
        file: Name of the lock, POSIX.
        read: Gives the bytes of a file. What `a/requirements.txt` includes as `b.txt` is asked for as `a/b.txt`.

    Raises:
        LockError: The content does not follow its format, is no text, is too large, or includes itself.
        OutsideError: A file cannot be read.
    """
    lock = parse_lock(file, _decode(file, read(file)), find_format(file))
    if not lock.includes:
        return lock
    from defaultdrift.locks.merge import merge_locks

    return merge_locks(lock, _read_included(lock, read))


def _decode(file: str, content: bytes) -> str:
    """Return the text of a lock: UTF-8 unless a mark says otherwise, the mark left out."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    try:
        return content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        problem = f"expected {encoding.upper()} text, got {content[offset : offset + 1]!r}"
        raise LockError(file, f"byte {offset}", problem) from None


def _read_file(name: str, path: Path) -> bytes:
    try:
        # What is no plain file (a pipe, a device) may never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise OutsideError(f"read {name!r}", "not a file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise OutsideError(f"read {name!r}", error.strerror or str(error)) from error
    except ValueError as error:  # a null character in the name
        raise OutsideError(f"read {name!r}", str(error)) from error
    if len(content) > MAX_BYTES:
        raise LockError(name, "", f"expected at most {MAX_BYTES} bytes, got more")
    return content


def _read_included(lock: Lock, read: Reader) -> Sequence[Lock]:
    """Return what a lock includes, and what that includes, each file once, in the order in which it is named."""
    root = posixpath.normpath(lock.file)
    read_so_far: dict[str, Lock] = {root: lock}

    def take_in(including: Lock, trail: tuple[str, ...]) -> None:
        for include in including.includes:
            file = _locate(including.file, include)
            if file in trail:
                problem = f"includes {file!r}, which includes this file"
                raise LockError(including.file, f"line {include.line}", problem)
            if file not in read_so_far:
                if len(read_so_far) >= MAX_FILES:
                    raise LockError(including.file, f"line {include.line}", f"expected at most {MAX_FILES} files")
                read_so_far[file] = _load(file, including, include, read)
                take_in(read_so_far[file], (*trail, file))

    take_in(lock, (root,))
    return [other for file, other in read_so_far.items() if file != root]


def _load(file: str, including: Lock, include: Include, read: Reader) -> Lock:
    try:
        content = read(file)
    except OutsideError as error:
        problem = f"includes {file!r}, which cannot be read: {error.cause}"
        raise LockError(including.file, f"line {include.line}", problem) from error
    return parse_lock(file, _decode(file, content), find_format(file) or including.format)


def _locate(file: str, include: Include) -> str:
    path = include.path if os.path.isabs(include.path) else posixpath.join(posixpath.dirname(file), include.path)  # noqa: PTH117
    return posixpath.normpath(path)
