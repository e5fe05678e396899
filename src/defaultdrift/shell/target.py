"""Find out what a scan compares: configuration, lock and pins in; comparisons with their rules out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.errors import UsageError
from defaultdrift.match.steps import find_steps
from defaultdrift.shell.discovery import display
from defaultdrift.shell.locking import find_locks, read_lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from defaultdrift.match.drift import Comparison
    from defaultdrift.match.steps import CodedStep, Steps
    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.pin import Lock, Pin
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
    check_known([*old_pins, *new_pins], database)
    asked = {pin.distribution for pin in (*old_pins, *new_pins)}
    overridden = frozenset({pin.distribution for pin in old_pins} & {pin.distribution for pin in new_pins})
    if lock_file:
        paths: Sequence[Path] = [lock_file]
    else:
        # A lock that has nothing to say here must not fail the scan by being damaged.
        paths = () if asked and overridden.issuperset(asked) else find_locks(start)
    lock = read_lock(paths[0]) if paths else None
    # Who names versions asks about those distributions, and not about everything that is locked.
    named = asked or _locked(lock)
    # Only rules that somebody asks for are read.
    known = [name for name in distributions if name in named and database.knows(name)]
    return Target(
        lock=lock,
        passed_over=tuple(display(str(path)) for path in paths[1:]),
        overridden=overridden,
        steps=find_steps(lock, old_pins, new_pins, known, database.library),
        database=database,
    )


def _locked(lock: Lock | None) -> set[DistributionName]:
    """Return the distributions that a lock pins or gives a range for."""
    if lock is None:
        return set()
    return {pin.distribution for pin in lock.pins} | {requirement.distribution for requirement in lock.ranges}


def check_known(pins: Iterable[Pin], database: Database) -> None:
    """Raise a `UsageError` where a pin names a distribution that has no rules, or had none on the day in question."""
    distributions = database.distributions()
    for pin in pins:
        if pin.distribution not in distributions:
            known = ", ".join(distributions)
            raise UsageError(f"there are no rules for {pin.distribution!r}", f"known distributions: {known}")
        if not database.knows(pin.distribution):
            day = f" on {database.as_of}" if database.as_of else " yet"
            raise UsageError(f"the rules have not read any release of {pin.distribution!r}{day}")


def load_comparisons(target: Target, coded_steps: Iterable[CodedStep]) -> list[Comparison]:
    """Return the steps with the changes on them and the signatures of the callables that changed, read when needed.

    Args:
        target: What `find_target` returned.
        coded_steps: Those of its steps that are wanted.

    Raises:
        RuleError: The rules of a distribution do not follow the schema.
    """
    from defaultdrift.match.drift import Comparison
    from defaultdrift.rules.moved import Moved, MovedHistories, MovedRows

    comparisons = []
    for coded in coded_steps:
        step = coded.step
        rules = target.database.ruleset(step.distribution)
        moved = Moved(rules, min(step.old, step.new), max(step.old, step.new), step.old)
        comparisons.append(
            Comparison(
                code=coded.code,
                step=step,
                changes=MovedRows(moved),
                histories=MovedHistories(moved),
                moved=moved,
                is_read={step.old, step.new} <= {release.version for release in rules.library.releases},
                changelog=rules.library.changelog,
            )
        )
    return comparisons
