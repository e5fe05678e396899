"""Ask the package index which releases of a distribution there are, and which artefact of each is read.

The index, its mirror and its credentials come from pip's configuration, by way of pip-tools: no address is written down
here, and none is ever printed, because it may hold a password.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from packaging.version import InvalidVersion, Version

from defaultdrift.errors import OutsideError
from defaultdrift.shell.choice import Offer, choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import TypeVar

    from defaultdrift.model.library import Release
    from defaultdrift.model.name import DistributionName
    from defaultdrift.shell.origins import Artefact, Request

    T = TypeVar("T")

NAME = "index"

_ATTEMPTS = 4


def open_origin(request: Request) -> Index:
    """Return the index that pip is configured for, or that the command line names."""
    options = [f"--index-url={request.index_url}"] if request.index_url else []
    options += [f"--extra-index-url={address}" for address in request.extra_index_urls]
    return Index(request.cache / "pip-tools", options)


class Index:
    """The index that pip is configured for."""

    def __init__(self, cache: Path, options: Sequence[str] = ()) -> None:
        """Open a session.

        Args:
            cache: Folder that pip-tools may use.
            options: Of pip, beside its configuration.

        Raises:
            OutsideError: The tools of the `mine` extra are not installed.
        """
        try:
            from piptools.repositories import PyPIRepository
        except ImportError as error:
            raise OutsideError("ask the index", str(error), "install defaultdrift[mine]") from error
        self._repository = PyPIRepository(["--no-deps", "--no-input", *options], cache_dir=str(cache))
        # A release is read whatever Python it asks for: nothing of it is run. pip-tools hands no option on for this.
        self._repository.finder._ignore_requires_python = True  # noqa: SLF001
        self.session: Any = self._repository.session

    def artefacts(self, distribution: DistributionName, known: Iterable[Release]) -> list[Artefact]:
        """Return the artefact to read of every final release, oldest first.

        Yanked releases are releases too: someone has them in a lock.

        Args:
            distribution: Normalised name.
            known: Releases that were read before.

        Raises:
            OutsideError: The index cannot be asked, has no such distribution, states another hash than before, or none.
        """
        action = f"ask the index for {distribution}"
        recorded = tuple(known)
        offers, days = retried(action, lambda: self._offers(distribution))
        if not offers:
            raise OutsideError(action, "it has no release", "see `pip config list`")
        for version in set(offers) - {release.version for release in recorded}:
            if not offers[version]:
                advice = "a downloaded file can be read with --from-folder"
                raise OutsideError(f"read {distribution} {version}", "the index states no SHA-256 of its files", advice)
        return choose(offers, {**days, **self._dates(distribution)}, recorded)

    def read(self, artefact: Artefact, roots: Sequence[str]) -> Mapping[str, bytes]:
        """Return the modules below the import roots, a wheel's by ranges of bytes."""
        from defaultdrift.shell.artefact import read_remote

        return read_remote(self.session, artefact, roots)

    def members(self, artefact: Artefact) -> Sequence[str]:
        """Return the paths of all files, without the folder that an sdist has around everything."""
        from defaultdrift.shell.artefact import list_remote

        return list_remote(self.session, artefact)

    def wheels(self, distribution: DistributionName) -> dict[Version, list[str]]:
        """Return the file names of the wheels of every final release.

        Raises:
            OutsideError: The index cannot be asked.
        """
        return {
            version: [name for name in files if name.endswith(".whl")]
            for version, files in self.files(distribution).items()
        }

    def files(self, distribution: DistributionName) -> dict[Version, dict[str, Offer]]:
        """Return each file of every final release that the index states the hash of.

        Raises:
            OutsideError: The index cannot be asked.
        """
        offers, _ = retried(f"ask the index for {distribution}", lambda: self._offers(distribution))
        return offers

    def _offers(self, distribution: DistributionName) -> tuple[dict[Version, dict[str, Offer]], dict[str, str]]:
        """Return each file of each final release that has a hash, and the day of the first upload where it is told.

        The same file may be served from several places, a local folder among them: the name makes it one artefact, and
        the copy counts that has a hash.
        """
        found: dict[Version, dict[str, Offer]] = defaultdict(dict)
        days: dict[str, str] = {}
        with self._repository.allow_all_wheels():
            candidates = self._repository.find_all_candidates(distribution)
        for candidate in sorted(candidates, key=lambda candidate: (candidate.link.is_file, candidate.link.url)):
            link, version = candidate.link, Version(str(candidate.version))
            if version.is_prerelease:
                continue
            has_hash = link.hash_name == "sha256" and link.hash
            if has_hash or not link.is_file:
                found[version]  # a release without any hash is told, not left out
            if has_hash:
                offer = Offer(link.url_without_fragment, str(link.hash), link.is_yanked)
                found[version].setdefault(link.filename, offer)
            # PEP 700; pip reads it from release 26 on.
            if (uploaded := getattr(link, "upload_time", None)) is not None:
                day = uploaded.strftime("%Y-%m-%d")
                days[str(version)] = min(day, days.get(str(version), day))
        return found, days

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
