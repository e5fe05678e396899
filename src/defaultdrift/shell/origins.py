"""Where releases come from: an index, a folder of wheels and sdists, the tags of a git repository.

A kind is one module with `NAME` and `open_origin`, one line of `ORIGINS` and one option of the command.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from packaging.version import Version

    from defaultdrift.model.library import Release
    from defaultdrift.model.name import DistributionName

ORIGINS = {
    "index": "defaultdrift.shell.index",
    "folder": "defaultdrift.shell.archive_folder",
    "git": "defaultdrift.shell.git_tags",
}
"""Kind to module. The first one needs no place: it is what pip is configured for."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """What one release is read from.

    Attributes:
        version: The release that it belongs to.
        name: File name, or git tag.
        sha256: Its hash; `rules/README.md` says of what.
        date: Day of the release; empty where the origin does not tell.
        address: Where it is, never shown; empty where the origin has it no longer.
        is_yanked: Whether the release was withdrawn, and can still be installed by who pins it.
    """

    version: Version
    name: str
    sha256: str
    date: str
    address: str = field(repr=False, compare=False)
    is_yanked: bool = False

    @property
    def is_wheel(self) -> bool:
        """Whether it is a wheel."""
        return self.name.endswith(".whl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which origin is meant.

    Attributes:
        kind: A key of `ORIGINS`.
        place: Folder or repository; empty for an index.
        cache: Folder that the origin may use.
        tag: How tags are spelled, with `{version}` in it; empty for the usual spellings.
        index_url: Base of an index, instead of the configured one; empty for that.
        extra_index_urls: More indexes.
    """

    kind: str
    place: str
    cache: Path
    tag: str = ""
    index_url: str = ""
    extra_index_urls: tuple[str, ...] = ()


class Origin(Protocol):
    """A place that has releases. Several threads may read from it at once."""

    def artefacts(self, distribution: DistributionName, known: Iterable[Release]) -> list[Artefact]:
        """Return the artefact to read of every final release, oldest first.

        What was read before stays: a release keeps its artefact and date.

        Args:
            distribution: Normalised name.
            known: Releases that were read before.

        Raises:
            OutsideError: The origin cannot be asked, has nothing, or has another hash than before.
        """

    def read(self, artefact: Artefact, roots: Sequence[str]) -> Mapping[str, bytes]:
        """Return the modules below the import roots: path from the import root on, to content.

        Raises:
            OutsideError: The artefact is gone, damaged, another one than stated, or holds no such module.
        """

    def members(self, artefact: Artefact) -> Sequence[str]:
        """Return the paths of all files, without the folder that an sdist has around everything.

        Raises:
            OutsideError: The artefact cannot be read.
        """


def open_origin(request: Request) -> Origin:
    """Return the origin that is asked for.

    Raises:
        OutsideError: It cannot be opened.
    """
    found: Origin = import_module(ORIGINS[request.kind]).open_origin(request)
    return found
