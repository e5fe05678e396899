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
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from defaultdrift.errors import OutsideError
from defaultdrift.mine.facts import Source
from defaultdrift.shell.index import retried
from defaultdrift.shell.index_ranges import RangedWheel, RangesIgnoredError
from defaultdrift.shell.layout import find_modules, is_module

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import IO, TypeVar

    from defaultdrift.shell.origins import Artefact

    T = TypeVar("T")

_LARGEST_MEMBER = 16 * 2**20
_LARGEST_ARTEFACT = 512 * 2**20


def read_sources(session: Any, artefact: Artefact, roots: Sequence[str]) -> list[Source]:  # noqa: ANN401 - pip's session
    """Read every module below the import roots as text, each proved against a hash."""
    return [Source(file, decode(data)) for file, data in sorted(read_remote(session, artefact, roots).items())]


def read_remote(session: Any, artefact: Artefact, roots: Sequence[str]) -> dict[str, bytes]:  # noqa: ANN401
    """Read every module below the import roots, each proved against a hash.

    Args:
        session: What the index is asked with.
        artefact: The file to read.
        roots: Top-level modules.

    Raises:
        OutsideError: The network fails, the archive is damaged, or a hash is another one than stated.
    """

    def read() -> dict[str, bytes]:
        if artefact.is_wheel:
            try:
                with RangedWheel(session, artefact.address) as wheel:
                    return read_wheel(wheel, roots)
            except RangesIgnoredError:
                pass  # then the whole file it is
        return read_archive(_download(session, artefact), artefact.name, roots)

    _expect_address(artefact)
    return proved(artefact.name, roots, lambda: retried(f"read {artefact.name}", read))


def list_remote(session: Any, artefact: Artefact) -> list[str]:  # noqa: ANN401
    """Return the paths of all files, without the folder that an sdist has around everything.

    Raises:
        OutsideError: As for `read_remote`.
    """

    def read() -> list[str]:
        if artefact.is_wheel:
            try:
                with RangedWheel(session, artefact.address) as wheel:
                    return list(wheel.namelist())
            except RangesIgnoredError:
                pass
        return list_archive(_download(session, artefact), artefact.name)

    _expect_address(artefact)
    return undamaged(artefact.name, lambda: retried(f"read {artefact.name}", read))


def proved(name: str, roots: Sequence[str], read: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """Return what is read; what is damaged or holds nothing of the library is an `OutsideError`."""
    members = undamaged(name, read)
    if not members:
        raise OutsideError(f"read {name}", f"it holds no module of {', '.join(roots)}")
    return members


def undamaged(name: str, read: Callable[[], T]) -> T:
    """Return what is read of an archive; a damaged one is an `OutsideError`."""
    try:
        return read()
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, KeyError, zlib.error) as error:
        raise OutsideError(f"read {name}", f"the archive is damaged: {error}") from error


def _expect_address(artefact: Artefact) -> None:
    if not artefact.address:
        advice = "without its [[release]] in library.toml, another file of the release is read"
        raise OutsideError(f"read {artefact.name}", "the index has it no longer", advice)


def read_archive(file: IO[bytes], name: str, roots: Sequence[str]) -> dict[str, bytes]:
    """Return the modules of a whole artefact: path from the import root on, to content.

    Args:
        file: The archive.
        name: Its file name, which tells the format.
        roots: Top-level modules.
    """
    if name.endswith(".whl"):
        return read_wheel(zipfile.ZipFile(file), roots)
    found: dict[str, bytes] = {}
    if name.endswith(".zip"):
        archive = zipfile.ZipFile(file)
        infos = {_inner(info.filename): info for info in archive.infolist() if info.file_size <= _LARGEST_MEMBER}
        return {path: archive.read(infos[member]) for member, path in find_modules(infos, roots).items()}
    with tarfile.open(fileobj=file) as tar:
        members = {_inner(member.name): member for member in tar if member.isfile() and member.size <= _LARGEST_MEMBER}
        wanted = find_modules(members, roots)
        for member, path in sorted(wanted.items(), key=lambda item: members[item[0]].offset):
            content = tar.extractfile(members[member])
            if content is not None:
                found[path] = content.read()
    return found


def list_archive(file: IO[bytes], name: str) -> list[str]:
    """Return the paths of all files of an artefact, without the folder that an sdist has around everything."""
    if name.endswith(".whl"):
        return zipfile.ZipFile(file).namelist()
    if name.endswith(".zip"):
        return [_inner(path) for path in zipfile.ZipFile(file).namelist()]
    with tarfile.open(fileobj=file) as tar:
        return [_inner(member.name) for member in tar if member.isfile()]


def _inner(name: str) -> str:
    """Return a path of an sdist without the folder that is around everything."""
    return "/".join(PurePosixPath(name).parts[1:])


def read_wheel(archive: zipfile.ZipFile, roots: Sequence[str]) -> dict[str, bytes]:
    """Return the modules of a wheel, each proved against `RECORD`.

    Raises:
        OutsideError: A module is not recorded, or is not what is recorded.
    """
    infos = [info for info in archive.infolist() if is_module(info.filename, roots)]
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


def decode(data: bytes) -> str:
    """Decode a module as Python does (PEP 263); a byte that its encoding does not have is replaced, not fatal."""
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        encoding = "utf-8"
    text = data.decode(encoding, errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _download(session: Any, artefact: Artefact) -> IO[bytes]:  # noqa: ANN401
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
    data.seek(0)
    return data
