"""Choose the artefact of each release: what was read before stays, else the best file, the same on every machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion

from defaultdrift.errors import OutsideError
from defaultdrift.shell.origins import Artefact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from packaging.version import Version

    from defaultdrift.model.library import Release


class Offer(NamedTuple):
    """A file (or a tag) of a release that an origin has.

    Attributes:
        address: Where it is.
        sha256: Its hash.
        is_yanked: Whether it was withdrawn.
    """

    address: str
    sha256: str
    is_yanked: bool = False


_GONE = Offer("", "")


def choose(
    offers: Mapping[Version, Mapping[str, Offer]], dates: Mapping[str, str], known: Iterable[Release]
) -> list[Artefact]:
    """Return the artefact to read of each release, oldest first.

    What was read before stays: a release keeps its artefact and date, whatever is uploaded later or withdrawn.

    Args:
        offers: What the origin has: each file of each release by name.
        dates: Day of the release, by version, as far as they are known.
        known: Releases that were read before.

    Raises:
        OutsideError: The origin has another hash than it had before.
    """
    chosen = []
    for release in known:
        offer = offers.get(release.version, {}).get(release.artefact, _GONE)
        if offer.address and offer.sha256 != release.sha256:
            raise OutsideError(f"read {release.artefact}", "its hash is another one than in library.toml")
        date = release.date or dates.get(str(release.version), "")
        chosen.append(Artefact(release.version, release.artefact, release.sha256, date, offer.address, offer.is_yanked))
    recorded = {artefact.version for artefact in chosen}
    for version, files in offers.items():
        if version not in recorded:
            name = min(files, key=preference)
            date = dates.get(str(version), "")
            # A release is withdrawn as a whole, or it is not.
            is_yanked = all(offer.is_yanked for offer in files.values())
            chosen.append(Artefact(version, name, files[name].sha256, date, files[name].address, is_yanked))
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


def version_of(name: str, distribution: str) -> Version | None:
    """Return the version in a file name, or `None` where it is no final release of the distribution.

    Example:
        >>> version_of("some_pkg-1.0-py3-none-any.whl", "some-pkg"), version_of("other-1.0.tar.gz", "some-pkg")
        (<Version('1.0')>, None)
    """
    # Only `.tar.gz` and `.zip` are specified; the others were in use before.
    sdist = re.sub(r"\.(tar\.(bz2|xz|Z)|tgz|tar)$", ".tar.gz", name)
    try:
        found, version = parse_wheel_filename(name)[:2] if name.endswith(".whl") else parse_sdist_filename(sdist)
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None
    return version if found == distribution and not version.is_prerelease else None
