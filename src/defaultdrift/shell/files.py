"""Read source files as their bytes say, and write them back whole or not at all.

A file that cannot be read becomes a `Skip`; reading never hangs and never has an effect. A file that cannot be written
is an `OutsideError`, and stays what it was.

Source: PEP 263 (https://peps.python.org/pep-0263/) for the encoding; like CPython, the suffixes that Emacs adds
(`utf-8-unix`) are ignored, and a byte order mark beside another encoding is an error.
"""

# Descriptors, modes and real paths are the business of `os`.
# ruff: noqa: PTH101, PTH105, PTH108, PTH116, PTH120
from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass

from defaultdrift.errors import OutsideError
from defaultdrift.model.finding import Skip
from defaultdrift.shell.discovery import display, find_sources
from defaultdrift.shell.kinds import kind_of

__all__ = ["MAX_BYTES", "Source", "decode_source", "display", "encode_source", "find_sources", "read_bytes"]
__all__ += ["read_source", "too_large", "write_source"]

MAX_BYTES = 16 * 1024 * 1024
"""A larger file is skipped: no one wrote it, and parsing it takes gigabytes."""

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?\Z")
_FIRST_LINES = re.compile(rb"([^\r\n]*)(?:\r\n?|\n)?([^\r\n]*)")
_LONGEST_NAME = 60
"""Of an encoding: what follows is cut off. No encoding that Python knows has a name as long."""
_UNFIT = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape"})
"""Encodings of single names or literals: decoding a file by them takes for ever, or warns."""

_OPEN_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_CLOEXEC", "O_NOCTTY", "O_NONBLOCK"):
    _OPEN_FLAGS |= getattr(os, _name, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source file that was read.

    Attributes:
        path: As the operating system opens it.
        file: As it is told: relative to the working directory, POSIX.
        text: With its original newlines, without a byte order mark.
        encoding: By which the bytes were decoded.
        has_bom: Whether the bytes start with a byte order mark.
        digest: SHA-256 of the bytes, lowercase hex.
        with_doctests: Whether the examples in its docstrings are code, too.
    """

    path: str
    file: str
    text: str
    encoding: str
    has_bom: bool
    digest: str
    with_doctests: bool = False


def read_source(path: str) -> Source | Skip:
    """Read and decode a file, or say why not."""
    raw = read_bytes(path)
    return raw if isinstance(raw, Skip) else decode_source(path, raw)


def read_bytes(path: str, limit: int = MAX_BYTES, *, is_cut: bool = False) -> bytes | Skip:
    """Read a file, or say why not: only a regular file of at most `limit` bytes is opened.

    Args:
        path: Of the file.
        limit: Bytes.
        is_cut: Whether of a larger one the first `limit + 1` bytes are given all the same.
    """
    file = display(path)
    try:
        # Looked at before it is opened: to open a device has an effect. And again when it is open: it may be another.
        largest = sys.maxsize if is_cut else limit
        problem = _unfit(os.stat(path), largest)
        if not problem:
            with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as stream:
                problem = _unfit(os.fstat(stream.fileno()), largest)
                raw = b"" if problem else stream.read(limit + 1) or b""
                if not problem and len(raw) <= largest:
                    return raw
    except (OSError, ValueError) as error:
        return Skip(file, 0, f"cannot be read: {_cause(error)}")
    return Skip(file, 0, problem or too_large(limit))


def decode_source(path: str, raw: bytes) -> Source | Skip:
    """Decode the bytes of a file, or say why not."""
    import hashlib

    file = display(path)
    has_bom = raw.startswith(codecs.BOM_UTF8)
    body = raw[len(codecs.BOM_UTF8) :] if has_bom else raw
    fixed = kind_of(path).encoding
    encoding = fixed or _declared(body)
    if problem := _objection(body, encoding, has_bom=has_bom, is_python=not fixed):
        return Skip(file, 0, problem)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return Skip(file, line, f"is not valid {encoding}: byte 0x{error.object[error.start]:02x}")
    except ValueError as error:
        return Skip(file, 0, f"is not valid {encoding}: {error}")
    digest = hashlib.sha256(raw).hexdigest()
    return Source(path=path, file=file, text=text, encoding=encoding, has_bom=has_bom, digest=digest)


def encode_source(source: Source, text: str) -> bytes:
    """Return the bytes of a text in the encoding of the source, with its byte order mark.

    Raises:
        OutsideError: The text has a character that the encoding has not.
    """
    try:
        return (codecs.BOM_UTF8 if source.has_bom else b"") + text.encode(source.encoding)
    except UnicodeError as error:
        raise OutsideError(f"write {source.file!r}", f"not all of it is {source.encoding}: {error}") from error


def write_source(source: Source, text: str) -> None:
    """Replace a file that was read by a new text, atomically; its permissions stay, and a symbolic link stays one.

    Raises:
        OutsideError: The file changed since it was read, does not encode back to its bytes, is write-protected, or
            cannot be replaced. It stays what it was.
    """
    action = f"write {source.file!r}"
    target = os.path.realpath(source.path)
    current = read_bytes(target)
    if isinstance(current, Skip):
        raise OutsideError(action, f"it {current.reason}")
    before = decode_source(target, current)
    if isinstance(before, Skip) or before.digest != source.digest:
        raise OutsideError(action, "it changed since it was read", "run the command again")
    if encode_source(source, source.text) != current:
        raise OutsideError(action, f"its text does not encode back to the same {source.encoding} bytes")
    content = encode_source(source, text)
    if not os.access(target, os.W_OK):
        raise OutsideError(action, "it is write-protected")
    try:
        _replace(target, content)
    except OSError as error:
        raise OutsideError(action, _cause(error)) from error


def _replace(target: str, content: bytes) -> None:
    """Write beside the target, then rename: whoever reads sees the old file or the new one."""
    import tempfile

    status = os.stat(target)
    descriptor, temporary = tempfile.mkstemp(prefix=".defaultdrift-", suffix=".tmp", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if hasattr(os, "chown"):
            with suppress(PermissionError):  # only root may give a file away
                os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _unfit(status: os.stat_result, limit: int) -> str:
    """Return why a file is not read; empty where it can be."""
    if stat.S_ISDIR(status.st_mode):
        return "is a folder"
    if not stat.S_ISREG(status.st_mode):
        return "is no regular file"
    return too_large(limit) if status.st_size > limit else ""


def too_large(limit: int) -> str:
    """Return why a file of more bytes is not looked at."""
    return f"is larger than {limit} bytes"


def _objection(body: bytes, encoding: str, *, has_bom: bool, is_python: bool) -> str:
    """Return why bytes are not decoded by an encoding; empty where they can be."""
    if b"\0" in body:
        return "holds NUL bytes, so it is no Python source" if is_python else "holds NUL bytes"
    if has_bom and encoding != "utf-8":
        return f"has a byte order mark of utf-8 and declares the encoding {encoding!r}"
    try:
        is_fit = codecs.lookup(encoding).name.replace("_", "-") not in _UNFIT and b"#".decode(encoding) == "#"
    except LookupError:
        return f"declares {encoding!r}, which is no known encoding of text"
    except ValueError:
        is_fit = False
    return "" if is_fit else f"declares {encoding!r}, in which no source is written"


def _declared(body: bytes) -> str:
    """Return the encoding that the first two lines declare; `utf-8` where they declare none."""
    lines = _FIRST_LINES.match(body)
    first, second = lines.groups() if lines else (b"", b"")
    cookie = _COOKIE.match(first) or (_COOKIE.match(second) if _BLANK.match(first) else None)
    name = cookie.group(1)[:_LONGEST_NAME].decode("ascii") if cookie else "utf-8"
    folded = name[:12].lower().replace("_", "-")
    for known, names in (("utf-8", ("utf-8",)), ("iso-8859-1", ("latin-1", "iso-8859-1", "iso-latin-1"))):
        if any(folded == other or folded.startswith(f"{other}-") for other in names):
            return known
    return name


def _cause(error: OSError | ValueError) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]
