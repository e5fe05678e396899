"""Releases that lie in a folder: wheels and sdists, such as `pip download` or a build leaves there."""

from __future__ import annotations

import hashlib
import os
import tarfile
import time
import zipfile
import zlib
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.errors import OutsideError
from defaultdrift.shell.artefact import list_archive, proved, read_archive, undamaged
from defaultdrift.shell.choice import Offer, choose, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import IO

    from packaging.version import Version

    from defaultdrift.model.library import Release
    from defaultdrift.model.name import DistributionName
    from defaultdrift.shell.origins import Artefact, Request

NAME = "folder"

# What build tools write instead of a date, so that equal sources make equal archives: zip's first day, and those of
# flit and hatchling.
_NO_DATES = frozenset({"1980-01-01", "2016-01-01", "2020-02-02", "1970-01-01"})


def open_origin(request: Request) -> ArchiveFolder:
    """Return the folder that the request names."""
    return ArchiveFolder(Path(request.place))


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """A folder of artefacts.

    Attributes:
        folder: Where they lie, as deep as it may be.
    """

    folder: Path

    def artefacts(self, distribution: DistributionName, known: Iterable[Release]) -> list[Artefact]:
        """Return the artefact to read of every final release, oldest first.

        Args:
            distribution: Normalised name; artefacts of others may lie there too.
            known: Releases that were read before.

        Raises:
            OutsideError: The folder cannot be read, holds nothing of it, or another file under a name read before.
        """
        files = dict(self._files(distribution))
        if not files:
            raise OutsideError(
                f"read {self.folder}", f"it holds no wheel or sdist of a final release of {distribution}"
            )
        offers: dict[Version, dict[str, Offer]] = defaultdict(dict)
        for path, version in files.items():
            offers[version].setdefault(path.name, Offer(str(path), _sha256(path)))
        dates = {str(version): _day([Path(offer.address) for offer in offers[version].values()]) for version in offers}
        return choose(offers, dates, known)

    def read(self, artefact: Artefact, roots: Sequence[str]) -> Mapping[str, bytes]:
        """Return the modules below the import roots."""
        with _opened(artefact) as file:
            return proved(artefact.name, roots, lambda: read_archive(file, artefact.name, roots))

    def members(self, artefact: Artefact) -> Sequence[str]:
        """Return the paths of all files, without the folder that an sdist has around everything."""
        with _opened(artefact) as file:
            return undamaged(artefact.name, lambda: list_archive(file, artefact.name))

    def _files(self, distribution: DistributionName) -> Iterator[tuple[Path, Version]]:
        def refuse(error: OSError) -> None:
            raise OutsideError(f"read {self.folder}", error.strerror or str(error)) from error

        for folder, inner, names in os.walk(self.folder, onerror=refuse):
            inner.sort()
            for name in sorted(names):
                version = version_of(name, distribution)
                if version is not None:
                    yield Path(folder, name), version


@contextmanager
def _opened(artefact: Artefact) -> Iterator[IO[bytes]]:
    """Open the file of an artefact, proved to be the one that was chosen."""
    action = f"read {artefact.name}"
    if not artefact.address:
        advice = "without its [[release]] in library.toml, another file of the release is read"
        raise OutsideError(action, "the folder has it no longer", advice)
    try:
        with Path(artefact.address).open("rb") as file:
            yield file
    except OSError as error:
        raise OutsideError(action, error.strerror or str(error)) from error


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for block in iter(lambda: file.read(2**20), b""):
                digest.update(block)
    except OSError as error:
        raise OutsideError(f"read {path.name}", error.strerror or str(error)) from error
    return digest.hexdigest()


def _day(paths: Iterable[Path]) -> str:
    """Return the newest day inside the first of the archives that have one: that of the file is the download's."""
    days = sorted(day for path in paths if (day := _newest_day(path)) not in _NO_DATES and day)
    return days[0] if days else ""


def _newest_day(path: Path) -> str:
    try:
        if path.name.endswith((".whl", ".zip")):
            with zipfile.ZipFile(path) as archive:
                year, month, day = max((info.date_time for info in archive.infolist()), default=(1980, 1, 1))[:3]
                return f"{year:04}-{month:02}-{day:02}"
        with tarfile.open(path) as tar:
            newest = max((member.mtime for member in tar), default=0)
            return time.strftime("%Y-%m-%d", time.gmtime(newest))
    except (OSError, ValueError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error):
        return ""  # a damaged archive is told when it is read
