"""Read the rules database from disk: what is there, and no more of it than a command needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from packaging.version import InvalidVersion, Version

from defaultdrift.errors import DocumentError, OutsideError, RuleError, UsageError
from defaultdrift.model.name import DistributionName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.name import CallablePath
    from defaultdrift.rules.ruleset import Api, Ruleset

T = TypeVar("T")


@lru_cache(maxsize=1)
def find_rules() -> Path:
    """Return the folder of the database: inside the installed wheel, or beside `src` in a checkout.

    Raises:
        OutsideError: The installation has no rules.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "_rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise OutsideError("find the rules database", f"neither in the package nor beside {package.parents[0].name}")


@dataclass(frozen=True, slots=True)
class Database:
    """The folder of rules; each distribution is read when it is asked for.

    Attributes:
        folder: One folder a distribution.
    """

    folder: Path
    _libraries: dict[DistributionName, Library] = field(default_factory=dict, compare=False, repr=False)

    def distributions(self) -> list[DistributionName]:
        """Return the distributions that have rules, sorted."""
        entries = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return [DistributionName(entry.name) for entry in entries if (entry / "library.toml").is_file()]

    def library(self, distribution: DistributionName) -> Library:
        """Return what is known about a distribution.

        Raises:
            UsageError: There are no rules for it.
            RuleError: Its `library.toml` does not follow the schema.
        """
        if distribution not in self._libraries:
            from defaultdrift.rules.library import parse_library

            path = self.folder / distribution / "library.toml"
            if not path.is_file():
                known = ", ".join(self.distributions()) or "none"
                raise UsageError(f"no rules for {distribution!r}", f"known distributions: {known}")
            self._libraries[distribution] = _parse(path, parse_library)
        return self._libraries[distribution]

    def api(self, distribution: DistributionName) -> Api:
        """Return the signatures of a distribution."""
        from defaultdrift.rules.ruleset import Api

        return Api(_read(self.folder / distribution / "api.jsonl"))

    def changes(
        self, distribution: DistributionName, low: Version | None = None, high: Version | None = None
    ) -> list[Change]:
        """Return the changes in the releases after `low` up to `high`, oldest release first.

        Args:
            distribution: One that has rules.
            low: Leave out this release and those before; `None` for all.
            high: Leave out the releases after this one; `None` for all.

        Raises:
            RuleError: A file does not follow the schema; the message names it.
        """
        from defaultdrift.rules.release import parse_release

        changes: list[Change] = []
        for release, path in self.release_files(distribution):
            if (low is None or release > low) and (high is None or release <= high):
                changes += _parse(path, partial(parse_release, distribution=distribution, release=release))
        return changes

    def release_files(self, distribution: DistributionName) -> list[tuple[Version, Path]]:
        """Return the release files of a distribution, oldest release first.

        Raises:
            RuleError: A file is not named after a release.
        """
        found = []
        for path in (self.folder / distribution).glob("*.toml"):
            if path.name == "library.toml":
                continue
            try:
                found.append((Version(path.stem), path))
            except InvalidVersion:
                raise RuleError(_shown(path), "", "expected a file named after a release") from None
        return sorted(found)

    def ruleset(self, distribution: DistributionName) -> Ruleset:
        """Return everything about a distribution."""
        from defaultdrift.rules.ruleset import Ruleset

        return Ruleset(self.library(distribution), self.api(distribution), by_callable(self.changes(distribution)))


def by_callable(changes: Iterable[Change]) -> dict[CallablePath, tuple[Change, ...]]:
    """Return the changes by canonical callable, their order kept."""
    found: dict[CallablePath, tuple[Change, ...]] = {}
    for change in changes:
        found[change.callable] = (*found.get(change.callable, ()), change)
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(f"read {_shown(path)}", str(error)) from error


def _parse(path: Path, parse: Callable[[str], T]) -> T:
    try:
        return parse(_read(path))
    except DocumentError as error:
        raise error.in_file(_shown(path)) from error


def _shown(path: Path) -> str:
    return f"rules/{path.parent.name}/{path.name}"
