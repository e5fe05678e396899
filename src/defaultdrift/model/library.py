"""A tracked library: what `library.toml` says about it, and the releases that were read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from packaging.version import Version

    from defaultdrift.model.name import DistributionName

_ITSELF = ".__call__"
"""The method that calling an object calls: `df.plot()`."""


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
class Decorator:
    """A decorator behind which the parameters or their defaults are others than those declared.

    Attributes:
        name: Its last name: `_axis_nan_policy_factory`.
        adds: Parameter, passed by keyword, to the source text of its default; only where it is not declared anyway.
            `{0}` is the parameter that the decorator's first argument names.
        told: Parameter to the keyword by which the decorator is told another default.
        hides: Whether what it decorates only names the parameters, and other code has the defaults.
    """

    name: str
    adds: tuple[tuple[str, str], ...]
    told: Mapping[str, str]
    hides: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Methods that running code gives to classes, where no reader of the source can follow.

    Attributes:
        classes: Import paths of the classes; one that leads nowhere in a release is passed over.
        names: The methods.
        like: Dotted path of what they are declared like: a method, or a function inside others (`module.maker.inner`);
            `*` at the end is the name, `inner[1]` the second function of that name. Where a release has no such thing,
            it made no methods of it.
        defaults: Parameter to the source text of its default, where the maker supplies it.
        since: First release in which they are made so; `None` for all.
        until: First release in which they are not any more; `None` for none.
    """

    classes: tuple[str, ...]
    names: tuple[str, ...]
    like: str
    defaults: tuple[tuple[str, str], ...] = ()
    since: Version | None = None
    until: Version | None = None

    def is_made(self, release: Version) -> bool:
        """Tell whether a release may have the methods."""
        return (self.since is None or self.since <= release) and (self.until is None or release < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What people decided about a library, and what the miner read of it.

    Attributes:
        distribution: Normalised name.
        import_roots: Top-level modules.
        first: Oldest release that is read.
        reviewed_from: From this release on, a person has judged every row; `None` where that holds for no release.
        changelog: Address of a release's notes, with `{release}` and `{minor}` to fill in; may be empty.
        sentinels: Source texts of defaults that stand for another value.
        exclude: Dotted module paths that are no part of the interface, with everything below; `*` is one segment, `**`
            any number of them, and what one with `!` in front covers stays.
        releases: Every release read, oldest first.
        decorators: Those that add parameters.
        internal: Modules, written like `exclude`, whose own paths are no part of the interface, although what public
            modules hand on from them is.
        apart: Names of classes whose methods are listed with them alone, not with each class that inherits them;
            `!Class.method` is listed with each all the same.
        made: Methods that running code gives to classes.
        adopts: Function that is called with a class and another one and gives the first methods of the second, to the
            attribute of the first whose keys are their names.
        shown: Canonical path of a class, to how people reach an object of it without importing the class
            (`pandas.Series.str`), the usual way first.
    """

    distribution: DistributionName
    import_roots: tuple[str, ...]
    first: Version
    reviewed_from: Version | None
    changelog: str
    sentinels: tuple[str, ...]
    exclude: tuple[str, ...]
    releases: tuple[Release, ...]
    decorators: tuple[Decorator, ...] = ()
    internal: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()
    adopts: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def is_reviewed(self, release: Version) -> bool:
        """Tell whether a person has judged every row of a release."""
        return self.reviewed_from is not None and release >= self.reviewed_from

    def called(self, path: str) -> tuple[str, ...]:
        """Return how people reach a method without importing its class, the usual way first; empty where they do.

        Args:
            path: Canonical.
        """
        for owner, ways in self.shown:
            if path.startswith(f"{owner}."):
                member = path[len(owner) :]
                return ways if member == _ITSELF else tuple(f"{way}{member}" for way in ways)
        return ()

    def meant(self, ending: str) -> Iterator[tuple[int, str]]:
        """Yield the canonical paths that the end of such a way may mean, and how many segments precede it.

        Args:
            ending: One or more whole segments, such as `Series.str.replace`.
        """
        parts = ending.split(".")
        for owner, ways in self.shown:
            for way in (way.split(".") for way in ways):
                for count in range(1, min(len(parts), len(way)) + 1):
                    if way[-count:] == parts[:count]:
                        yield len(way) - count, ".".join((owner, *parts[count:])) + ("" if parts[count:] else _ITSELF)


def notes_address(changelog: str, release: Version) -> str:
    """Return the address of a release's notes.

    Args:
        changelog: Address with `{release}` (`1.4.0`) and `{minor}` (`1.4`) to fill in; may be empty.
        release: The release.
    """
    minor = ".".join(str(part) for part in release.release[:2])
    return changelog.replace("{release}", str(release)).replace("{minor}", minor)
