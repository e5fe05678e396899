"""Read the modules out of an artefact: a wheel's by ranges of bytes, an sdist's as a whole; nothing goes to disk.

Sources: https://packaging.python.org/en/latest/specifications/binary-distribution-format/ (`RECORD`),
https://packaging.python.org/en/latest/specifications/source-distribution-format/.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import tarfile
import tokenize
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from defaultdrift.errors import OutsideError
from defaultdrift.mine.facts import Source
from defaultdrift.shell.index import retried
from defaultdrift.shell.index_ranges import RangedWheel, RangesIgnoredError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.shell.index import Artefact

_LARGEST_MEMBER = 16 * 2**20
_LARGEST_ARTEFACT = 512 * 2**20


def read_sources(session: Any, artefact: Artefact, roots: Sequence[str]) -> list[Source]:  # noqa: ANN401 - pip's session
    """Read every module below the import roots, each proved against a hash.

    Args:
        session: What the index is asked with.
        artefact: The file to read.
        roots: Top-level modules.

    Raises:
        OutsideError: The network fails, the archive is damaged, or a hash is another one than stated.
    """
    action = f"read {artefact.name}"
    if not artefact.address:
        advice = "without its [[release]] in library.toml, another file of the release is read"
        raise OutsideError(action, "the index has it no longer", advice)
    try:
        members = retried(action, lambda: _read_members(session, artefact, roots))
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, KeyError) as error:
        raise OutsideError(action, f"the archive is damaged: {error}") from error
    if not members:
        raise OutsideError(action, f"it holds no module of {', '.join(roots)}")
    return [Source(file, decode(data)) for file, data in sorted(members.items())]


def _read_members(session: Any, artefact: Artefact, roots: Sequence[str]) -> dict[str, bytes]:  # noqa: ANN401
    if artefact.is_wheel:
        try:
            with RangedWheel(session, artefact.address) as wheel:
                return read_wheel(wheel, roots)
        except RangesIgnoredError:
            pass  # then the whole file it is
    return read_archive(_download(session, artefact), artefact.name, roots)


def read_archive(data: bytes, name: str, roots: Sequence[str]) -> dict[str, bytes]:
    """Return the modules of a whole artefact: path from the import root on, to content.

    Args:
        data: The archive.
        name: Its file name, which tells the format.
        roots: Top-level modules.
    """
    if name.endswith(".whl"):
        return read_wheel(zipfile.ZipFile(io.BytesIO(data)), roots)
    found: dict[str, bytes] = {}
    if name.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for info in archive.infolist():
            if (file := _module_of_sdist(info.filename, roots)) and info.file_size <= _LARGEST_MEMBER:
                found[file] = archive.read(info)
        return found
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for member in tar:
            file = _module_of_sdist(member.name, roots) if member.isfile() else None
            content = tar.extractfile(member) if file and member.size <= _LARGEST_MEMBER else None
            if file and content is not None:
                found[file] = content.read()
    return found


def read_wheel(archive: zipfile.ZipFile, roots: Sequence[str]) -> dict[str, bytes]:
    """Return the modules of a wheel, each proved against `RECORD`.

    Raises:
        OutsideError: A module is not recorded, or is not what is recorded.
    """
    infos = [info for info in archive.infolist() if _is_module(info.filename, roots)]
    records = [info for info in archive.infolist() if re.fullmatch(r"[^/]+\.dist-info/RECORD", info.filename)]
    if isinstance(archive, RangedWheel):
        archive.expect(info.filename for info in [*infos, *records])
    recorded = _parse_record(archive.read(records[0]).decode()) if records else {}
    found: dict[str, bytes] = {}
    for info in infos:
        if info.file_size > _LARGEST_MEMBER:
            raise OutsideError(f"read {info.filename}", f"it is said to hold {info.file_size} bytes")
        data = archive.read(info)
        if recorded.get(info.filename) != hashlib.sha256(data).digest():
            raise OutsideError(f"read {info.filename}", "its hash is not the one in RECORD", "nothing was written")
        found[info.filename] = data
    return found


def _parse_record(text: str) -> dict[str, bytes]:
    """Return the SHA-256 of each member; other hashes are left out, so that their members are refused."""
    rows = [row for row in csv.reader(text.splitlines()) if len(row) == 3 and row[1].startswith("sha256=")]
    return {path: base64.urlsafe_b64decode(digest[7:] + "=" * (-len(digest[7:]) % 4)) for path, digest, _ in rows}


def _is_module(name: str, roots: Sequence[str]) -> bool:
    parts = PurePosixPath(name).parts
    return name.endswith((".py", ".pyi")) and ".." not in parts and PurePosixPath(parts[0]).stem in roots


def _module_of_sdist(name: str, roots: Sequence[str]) -> str | None:
    """Return the path from the import root on: an sdist has one folder around everything, some have `src` inside."""
    parts = PurePosixPath(name).parts[1:]
    inner = "/".join(parts[1:] if parts[:1] == ("src",) else parts)
    return inner if inner and _is_module(inner, roots) else None


def decode(data: bytes) -> str:
    """Decode a module as Python does (PEP 263); a byte that its encoding does not have is replaced, not fatal."""
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        encoding = "utf-8"
    text = data.decode(encoding, errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _download(session: Any, artefact: Artefact) -> bytes:  # noqa: ANN401
    """Fetch a whole artefact, proved against the hash of the index."""
    data = io.BytesIO()
    with session.get(artefact.address, headers={"Accept-Encoding": "identity"}, stream=True) as response:
        response.raise_for_status()
        for chunk in response.iter_content(2**16):
            data.write(chunk)
            if data.tell() > _LARGEST_ARTEFACT:
                raise OutsideError(f"read {artefact.name}", f"it is larger than {_LARGEST_ARTEFACT} bytes")
    if hashlib.sha256(data.getbuffer()).hexdigest() != artefact.sha256:
        raise OutsideError(
            f"read {artefact.name}", "its hash is not the one that the index states", "nothing was written"
        )
    return data.getvalue()
