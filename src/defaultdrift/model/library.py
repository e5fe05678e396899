"""A tracked library: what `library.toml` says about it, and the releases that were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.version import Version

    from defaultdrift.model.name import DistributionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release that was read.

    Attributes:
        version: As the index states it.
        date: Day of the upload, `2024-01-17`; empty where the index does not tell.
        artefact: File name of the artefact that was read.
        sha256: Its hash as the index states it, lower case hexadecimal.
    """

    version: Version
    date: str
    artefact: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What people decided about a library, and what the miner read of it.

    Attributes:
        distribution: Normalised name.
        import_roots: Top-level modules.
        first: Oldest release that is read.
        reviewed_from: From this release on, a person has judged every row.
        changelog: Address of a release's notes, with `{release}` and `{minor}` to fill in; may be empty.
        sentinels: Source texts of defaults that stand for another value.
        exclude: Dotted module paths that are no part of the interface, with everything below; `*` is one segment, `**`
            any number of them.
        releases: Every release read, oldest first.
    """

    distribution: DistributionName
    import_roots: tuple[str, ...]
    first: Version
    reviewed_from: Version
    changelog: str
    sentinels: tuple[str, ...]
    exclude: tuple[str, ...]
    releases: tuple[Release, ...]
