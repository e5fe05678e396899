"""Find out what a scan compares: configuration, lock and pins in; comparisons with their rules out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from defaultdrift.errors import UsageError
from defaultdrift.match.steps import find_steps
from defaultdrift.shell.database import by_callable
from defaultdrift.shell.discovery import display
from defaultdrift.shell.locking import find_locks, read_lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from packaging.version import Version

    from defaultdrift.match.drift import Comparison
    from defaultdrift.match.steps import CodedStep, Steps
    from defaultdrift.model.change import Change
    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.pin import Lock, Pin
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.ruleset import Api
    from defaultdrift.shell.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a scan compares.

    Attributes:
        lock: What the project is locked to; `None` where no lock was found or none was needed.
        passed_over: Locks beside it that were not chosen, as the user may name them.
        overridden: Distributions for which the command line gives both versions, so that no lock counts.
        steps: The steps, and what cannot be told.
        database: Where the rules are.
    """

    lock: Lock | None
    passed_over: tuple[str, ...]
    overridden: frozenset[DistributionName]
    steps: Steps
    database: Database

    def source(self, distribution: DistributionName) -> Lock | None:
        """Return the lock that gave a version of a distribution; `None` where the command line gave all of them."""
        if self.lock is None or distribution in self.overridden:
            return None
        return self.lock if any(pin.distribution == distribution for pin in self.lock.pins) else None


def find_target(
    start: Path, lock_file: Path | None, old_pins: Sequence[Pin], new_pins: Sequence[Pin], database: Database
) -> Target:
    """Return what is compared for the sources at a path.

    Args:
        start: The first path that is scanned; a lock is looked for from there upward.
        lock_file: The lock the user named; `None` to look for one.
        old_pins: From `--from`.
        new_pins: From `--to`.
        database: The rules.

    Raises:
        LockError: The lock is damaged, foreign or of an unknown version.
        UsageError: A pin names a distribution that has no rules.
    """
    distributions = database.distributions()
    check_known([*old_pins, *new_pins], distributions)
    overridden = frozenset({pin.distribution for pin in old_pins} & {pin.distribution for pin in new_pins})
    if lock_file:
        paths: Sequence[Path] = [lock_file]
    else:
        # A lock that has nothing to say here must not fail the scan by being damaged.
        paths = () if overridden.issuperset(distributions) else find_locks(start)
    lock = read_lock(paths[0]) if paths else None
    return Target(
        lock=lock,
        passed_over=tuple(display(str(path)) for path in paths[1:]),
        overridden=overridden,
        steps=find_steps(lock, old_pins, new_pins, distributions, database.library),
        database=database,
    )


def check_known(pins: Iterable[Pin], distributions: Sequence[DistributionName]) -> None:
    """Raise a `UsageError` where a pin names a distribution that has no rules."""
    for pin in pins:
        if pin.distribution not in distributions:
            known = ", ".join(distributions)
            raise UsageError(f"there are no rules for {pin.distribution!r}", f"known distributions: {known}")


def load_comparisons(target: Target, coded_steps: Iterable[CodedStep]) -> list[Comparison]:
    """Return the steps with the changes on them and the signatures of the callables that changed.

    Args:
        target: What `find_target` returned.
        coded_steps: Those of its steps that are wanted.

    Raises:
        RuleError: A rule file on a step does not follow the schema.
    """
    from defaultdrift.match.drift import Comparison

    comparisons = []
    for coded in coded_steps:
        step = coded.step
        low, high = min(step.old, step.new), max(step.old, step.new)
        changes = by_callable(_effective(target.database.changes(step.distribution, low, high)))
        api = target.database.api(step.distribution)
        library = target.database.library(step.distribution)
        comparisons.append(
            Comparison(
                code=coded.code,
                step=step,
                changes=changes,
                histories=find_histories(api, changes, step.old),
                is_read={step.old, step.new} <= {release.version for release in library.releases},
                changelog=library.changelog,
            )
        )
    return comparisons


def find_histories(api: Api, callables: Iterable[str], version: Version) -> dict[str, CallableHistory]:
    """Return the histories of callables by every import path that ever led to them.

    Args:
        api: The signatures.
        callables: Canonical paths.
        version: Where two callables had one path at different times, the one that has it in this version is meant.
    """
    found: dict[str, CallableHistory] = {}
    for path in callables:
        history = api.find(path)
        for entry in history.paths if history else ():
            if entry.path not in found or entry.covers(version):
                found[entry.path] = cast("CallableHistory", history)
    return found


def _effective(changes: Sequence[Change]) -> list[Change]:
    """Leave out callables whose changes are all without effect, so that the screen looks for few names."""
    from defaultdrift.rules.effective import first_effect, last_effect

    moving = {change.callable for change in changes if first_effect(change) != last_effect(change)}
    return [change for change in changes if change.callable in moving]
