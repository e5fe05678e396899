"""Ask the package index which releases of a distribution there are, and which artefact of each is read.

The index, its mirror and its credentials come from pip's configuration, by way of pip-tools: no address is written down
here, and none is ever printed, because it may hold a password.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

from defaultdrift.errors import OutsideError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from typing import TypeVar

    from defaultdrift.model.library import Release
    from defaultdrift.model.name import DistributionName

    T = TypeVar("T")

_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that the index serves.

    Attributes:
        version: The release that it belongs to.
        name: File name.
        sha256: Its hash as the index states it.
        date: Day on which the first file of the release was uploaded; empty where the index does not tell.
        address: Where it is, never shown; empty where the index has it no longer.
    """

    version: Version
    name: str
    sha256: str
    date: str
    address: str = field(repr=False, compare=False)

    @property
    def is_wheel(self) -> bool:
        """Whether it is a wheel."""
        return self.name.endswith(".whl")


class Index:
    """The index that pip is configured for."""

    def __init__(self, cache: Path) -> None:
        """Open a session.

        Args:
            cache: Folder that pip-tools may use.

        Raises:
            OutsideError: The tools of the `mine` extra are not installed.
        """
        try:
            from piptools.repositories import PyPIRepository
        except ImportError as error:
            raise OutsideError("ask the index", str(error), "install defaultdrift[mine]") from error
        self._repository = PyPIRepository(["--no-deps", "--no-input"], cache_dir=str(cache))
        self.session: Any = self._repository.session

    def artefacts(self, distribution: DistributionName, known: Iterable[Release]) -> list[Artefact]:
        """Return the artefact to read of every final release, oldest first.

        Yanked releases are releases too: someone has them in a lock.

        Args:
            distribution: Normalised name.
            known: Releases that were read before.

        Raises:
            OutsideError: The index cannot be asked, has no such distribution, or states another hash than before.
        """
        links = retried(f"ask the index for {distribution}", lambda: self._links(distribution))
        if not links:
            raise OutsideError(f"ask the index for {distribution}", "it has no release", "see `pip config list`")
        return choose(links, self._dates(distribution), known)

    def _links(self, distribution: DistributionName) -> Mapping[Version, dict[str, tuple[str, str]]]:
        """Return address and hash of each file of each final release.

        The same file may be served from several places, a local folder among them: the name makes it one artefact, and
        the copy counts that has a hash.
        """
        found: dict[Version, dict[str, tuple[str, str]]] = defaultdict(dict)
        with self._repository.allow_all_wheels():
            candidates = self._repository.find_all_candidates(distribution)
        for candidate in sorted(candidates, key=lambda candidate: (candidate.link.is_file, candidate.link.url)):
            link, version = candidate.link, Version(str(candidate.version))
            if not version.is_prerelease and link.hash_name == "sha256" and link.hash:
                found[version].setdefault(link.filename, (link.url_without_fragment, link.hash))
        return found

    def _dates(self, distribution: DistributionName) -> dict[str, str]:
        """Return the day of the first upload of each release, where the index has a JSON interface; else nothing.

        It is Warehouse's JSON API and no standard, so anything unexpected means "not known".
        """
        for base in self._repository.finder.search_scope.index_urls:
            address = f"{re.sub(r'/simple/?$', '', base.rstrip('/'))}/pypi/{distribution}/json"
            try:
                response = self.session.get(address)
                if response.status_code == 200:
                    return dict(_first_uploads(response.json()["releases"]))
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
        return {}


def _first_uploads(releases: Mapping[str, list[dict[str, str]]]) -> Iterable[tuple[str, str]]:
    for text, files in releases.items():
        days = [file["upload_time"][:10] for file in files if file.get("upload_time")]
        try:
            version = str(Version(text))
        except InvalidVersion:
            continue
        if days:
            yield version, min(days)


def choose(
    links: Mapping[Version, Mapping[str, tuple[str, str]]], dates: Mapping[str, str], known: Iterable[Release]
) -> list[Artefact]:
    """Return the artefact to read of each release, oldest first.

    What was read before stays: a release keeps its artefact and date, whatever is uploaded later or withdrawn.

    Args:
        links: Address and hash of each file of each release that the index has.
        dates: Day of the first upload, by version, as far as they are known.
        known: Releases that were read before.

    Raises:
        OutsideError: The index states another hash than it did before.
    """
    chosen = []
    for release in known:
        address, sha256 = links.get(release.version, {}).get(release.artefact, ("", release.sha256))
        if sha256 != release.sha256:
            raise OutsideError(f"read {release.artefact}", "the index states another hash than library.toml")
        date = release.date or dates.get(str(release.version), "")
        chosen.append(Artefact(release.version, release.artefact, sha256, date, address))
    recorded = {artefact.version for artefact in chosen}
    for version, files in links.items():
        if version not in recorded:
            name = min(files, key=preference)
            address, sha256 = files[name]
            chosen.append(Artefact(version, name, sha256, dates.get(str(version), ""), address))
    return sorted(chosen, key=lambda artefact: artefact.version)


def preference(name: str) -> tuple[int, int, str]:
    """Order the files of a release, the best first, the same on every machine.

    Wheels for CPython 3 on Linux x86_64, then other wheels for Python 3, then other wheels, then sdists; the highest
    build number; then by name. The modules in them are the same, what differs is compiled.
    """
    if not name.endswith(".whl"):
        return 4, 0, name
    try:
        build, tags = parse_wheel_filename(name)[2:]
    except (InvalidWheelFilename, InvalidVersion):
        return 3, 0, name
    is_three = any(re.match(r"(cp|py)3", tag.interpreter) for tag in tags)
    is_usual = any(re.match(r"manylinux.*_x86_64$|any$", tag.platform) for tag in tags)
    return (0 if is_usual else 1) if is_three else 2, -(build[0] if build else 0), name


def retried(action: str, attempt: Callable[[], T]) -> T:
    """Try an action on the network a few times, with growing pauses.

    Args:
        action: For the message: `cannot ACTION: ...`.
        attempt: What to do; every error of a connection, a time limit or a server is an `OSError`.

    Raises:
        OutsideError: It failed every time.
    """
    for pause in range(_ATTEMPTS - 1):
        with contextlib.suppress(OSError):
            return attempt()
        time.sleep(2**pause)
    try:
        return attempt()
    except OSError as error:
        # The text of the error may hold the address of the index, and with it a password.
        raise OutsideError(action, f"{type(error).__name__} after {_ATTEMPTS} attempts") from None
