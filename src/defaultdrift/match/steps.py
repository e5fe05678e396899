"""Decide which versions are compared: pins in, steps and skips out.

| pins | step | code |
|---|---|---|
| `--from A` and `--to B` | A → B | `DD001` |
| `--from A` and a lock | A → the lock | `DD001` |
| `--from A`, nothing else | A → the newest release known | `DD002` |
| a lock and `--to B` | the lock → B | `DD002` |
| a lock | the lock → the newest release known | `DD002` |

A lock may pin one distribution several times, by marker: each pin gives a step. A range is never read as a version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.model.pin import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from packaging.version import Version

    from defaultdrift.model.library import Library
    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.pin import Lock, Pin

DRIFTED = "DD001"
UPCOMING = "DD002"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStep:
    """A step and what a finding on it is called.

    Attributes:
        code: `DD001` or `DD002`.
        step: The versions compared.
    """

    code: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What can be compared, and what cannot be told.

    Attributes:
        steps: Sorted by distribution and versions; without those from a version to itself.
        standing: Steps from a version to itself: a lock's pins that this comparison does not move.
        skips: Sorted: ranges, versions that no rule covers.
        known: How many distributions have rules and a version.
        untold: How many steps touch a release that the database has not read.
    """

    steps: tuple[CodedStep, ...]
    standing: tuple[CodedStep, ...]
    skips: tuple[Skip, ...]
    known: int
    untold: int


def find_steps(
    lock: Lock | None,
    old_pins: Sequence[Pin],
    new_pins: Sequence[Pin],
    distributions: Iterable[DistributionName],
    find_library: Callable[[DistributionName], Library],
) -> Steps:
    """Return the steps of all distributions that have rules.

    Args:
        lock: What the project is locked to now; `None` where there is no lock.
        old_pins: From `--from`.
        new_pins: From `--to`.
        distributions: Those that have rules.
        find_library: Gives what is known about one of them.
    """
    steps: set[CodedStep] = set()
    skips: set[Skip] = set()
    known = untold = 0
    for distribution in distributions:
        found = list(_steps_of(distribution, lock, old_pins, new_pins, find_library))
        skips.update(_open_ranges(distribution, lock, has_version=bool(found)))
        known += bool(found)
        for coded, pin in found:
            problems = list(_find_unread(coded.step, find_library(distribution), lock, pin))
            skips.update(problems)
            untold += bool(problems)
            steps.add(coded)
    ordered = sorted(steps, key=lambda coded: (coded.step.distribution, *_versions(coded), coded.step.marker))
    return Steps(
        steps=tuple(coded for coded in ordered if coded.step.old != coded.step.new),
        standing=tuple(coded for coded in ordered if coded.step.old == coded.step.new),
        skips=tuple(sorted(skips)),
        known=known,
        untold=untold,
    )


def _versions(coded: CodedStep) -> tuple[Version, Version]:
    return coded.step.old, coded.step.new


def _steps_of(
    distribution: DistributionName,
    lock: Lock | None,
    old_pins: Sequence[Pin],
    new_pins: Sequence[Pin],
    find_library: Callable[[DistributionName], Library],
) -> Iterable[tuple[CodedStep, Pin]]:
    locked = [pin for pin in (lock.pins if lock else ()) if pin.distribution == distribution]
    old = [pin for pin in old_pins if pin.distribution == distribution]
    new = [pin for pin in new_pins if pin.distribution == distribution]
    code = DRIFTED if old and (new or locked) else UPCOMING
    for first in old or locked:
        for last in new or (locked if old else ()):
            yield _coded(code, first, last.version, last.marker or first.marker), last if old else first
        if not new and not (old and locked):
            newest = find_library(distribution).releases[-1].version
            # What a lock beyond the database holds is told as unread; it is no downgrade.
            yield _coded(code, first, max(newest, _public(first.version)), first.marker), first


def _coded(code: str, first: Pin, last: Version, marker: str) -> CodedStep:
    step = Step(distribution=first.distribution, old=_public(first.version), new=_public(last), marker=marker)
    return CodedStep(code=code, step=step)


def _public(version: Version) -> Version:
    """Return the version without its local part: `1.4.0+cpu` is the same sources built in another way (PEP 440)."""
    return type(version)(version.public) if version.local else version


def _open_ranges(distribution: DistributionName, lock: Lock | None, *, has_version: bool) -> Iterable[Skip]:
    if lock is None or has_version:
        return
    for requirement in lock.ranges:
        if requirement.distribution == distribution:
            what = requirement.specifier or "any version"
            yield Skip(
                requirement.file or lock.file, requirement.line, f"{distribution} is not pinned to one version ({what})"
            )


def _find_unread(step: Step, library: Library, lock: Lock | None, pin: Pin) -> Iterable[Skip]:
    read = {release.version for release in library.releases}
    newest = library.releases[-1].version
    for version in sorted({step.old, step.new} - read):
        place = (pin.file or lock.file, pin.line) if lock and pin in lock.pins else ("", 0)
        problem = f"the rules have not read {step.distribution} {version} (newest read: {newest})"
        yield Skip(*place, f"{problem}: what it changed cannot be told")
