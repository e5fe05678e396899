"""What leaving a parameter out does at a version, and how that differs between two versions.

Changes in, effects out. Semantics: `rules/README.md` and the section *What a finding is* of the design: over several
releases the end points decide, through every change in between; there and back is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from defaultdrift.model.change import Effect, Kind
from defaultdrift.model.literal import canonical, is_literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change, Condition

_MOST_READINGS = 64
"""More ways of reading unknown conditions than this are not told apart any more."""


class Truth(Enum):
    """Whether a condition holds for a call; what is not written as a literal is not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """The effect of leaving one parameter out differs between two versions.

    Attributes:
        parameter: Its name at the lower version.
        names: Every name that it had on the way.
        first: The first change that took part; `first.keep` writes the old effect of an upgrade.
        turning: The first change that took part and did not keep the effect; where its `keep` says that the old effect
            cannot be written, what wrote it before means something else from then on.
        last: The last change that took part; `last.accept` writes the new effect of an upgrade.
        old: Effect at the step's old version.
        new: Effect at the step's new version.
        is_sure: Whether every reading of the conditions leads to this difference, and calls commonly show it.
        has_one_old: Whether every reading of the conditions starts from the same effect.
        is_judged: Whether people have judged every change that took part.
    """

    parameter: str
    names: frozenset[str]
    first: Change
    turning: Change
    last: Change
    old: Effect
    new: Effect
    is_sure: bool
    has_one_old: bool
    is_judged: bool


def group_by_parameter(changes: Iterable[Change]) -> list[list[Change]]:
    """Return the changes of one callable by parameter, followed across renames; each group oldest first.

    Args:
        changes: Of one callable, in any order.
    """
    groups: dict[str, list[Change]] = {}
    # A release that renames a parameter and changes its effect at once has two rows: the one of the old name is first.
    for change in sorted(changes, key=lambda change: (change.release, not change.renamed_to, change.parameter)):
        if change.meant_kind is Kind.INTERNAL:
            continue
        group = groups.setdefault(change.parameter, [])
        group.append(change)
        if change.renamed_to:
            # From here on both names mean one parameter: what happens to either is one history.
            later = groups.setdefault(change.renamed_to, group)
            if later is not group:
                group[:] = sorted([*later, *group], key=lambda change: change.release)
                groups[change.renamed_to] = group
    return list({id(group): group for group in groups.values()}.values())


def find_drift(
    history: Sequence[Change], old: Version, new: Version, holds: Callable[[Condition], Truth]
) -> Drift | None:
    """Return how the effect of leaving the parameter out differs between two versions, or `None`.

    Args:
        history: Changes of one parameter, oldest first, as `group_by_parameter` returns them.
        old: Version compared from.
        new: Version compared to; below `old` in a downgrade, which is read through the same changes.
        holds: Whether a condition on another argument holds for the call.
    """
    low, high = min(old, new), max(old, new)
    on_the_way = [change for change in history if low < change.release <= high]
    readings = _follow(on_the_way, holds)
    drifting = [reading for reading in readings if reading and first_effect(reading[0]) != last_effect(reading[-1])]
    if not drifting:
        return None
    chosen = drifting[0]
    start, end = first_effect(chosen[0]), last_effect(chosen[-1])
    is_upgrade = old <= new
    return Drift(
        parameter=chosen[0].parameter,
        names=frozenset(name for change in history for name in (change.parameter, change.renamed_to) if name),
        first=chosen[0],
        turning=(_that_differ(chosen) or chosen)[0],
        last=_last_that_differs(chosen),
        old=start if is_upgrade else end,
        new=end if is_upgrade else start,
        is_sure=len(drifting) == len(readings) and not all(change.rare for change in _that_differ(chosen)),
        has_one_old=len({first_effect(reading[0]) for reading in readings if reading}) == 1,
        is_judged=all(_is_clear(change) for change in chosen),
    )


def _follow(changes: Sequence[Change], holds: Callable[[Condition], Truth]) -> list[tuple[Change, ...]]:
    """Return every way of reading the changes: which of them apply to the call, oldest first.

    Rows of one parameter in one release exclude each other, so at most one of them applies; where a condition is not
    known, it may as well be none. A row that shows in few calls needs its condition to hold.

    Args:
        changes: Of one parameter, oldest first.
        holds: Whether a condition on another argument holds for the call.
    """
    readings: list[tuple[Change, ...]] = [()]
    for rows in _by_release_and_name(changes):
        truths = {id(row): _holds_all(row, holds) for row in rows}
        sure = [row for row in rows if truths[id(row)] is Truth.YES]
        open_ = [row for row in rows if truths[id(row)] is Truth.UNKNOWN and not row.rare]
        if sure:
            readings = [(*reading, sure[0]) for reading in readings]
        elif open_:
            applied = [(*reading, row) for row in open_ for reading in readings if _connects(reading, row)]
            readings = [*applied, *readings][:_MOST_READINGS]
    return readings


def _connects(reading: tuple[Change, ...], row: Change) -> bool:
    """A row that starts from another effect than the one reached belongs to another reading of the conditions."""
    return not reading or last_effect(reading[-1]) == first_effect(row)


def _by_release_and_name(changes: Sequence[Change]) -> list[list[Change]]:
    groups: dict[tuple[Version, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.release, change.parameter), []).append(change)
    return list(groups.values())


def _holds_all(change: Change, holds: Callable[[Condition], Truth]) -> Truth:
    truths = {holds(condition) for condition in change.when}
    if Truth.NO in truths:
        return Truth.NO
    return Truth.UNKNOWN if Truth.UNKNOWN in truths else Truth.YES


def first_effect(change: Change) -> Effect:
    """Return the old effective default; for a change that nobody has judged, the declared one."""
    return change.old_effective or _declared(change.old)


def last_effect(change: Change) -> Effect:
    """Return the new effective default; for a change that nobody has judged, the declared one.

    That a parameter is gone changes nothing for who left it out, unless someone found that it does: of 3,300 removals
    that were judged, one in fifty did.
    """
    if change.new is None and change.new_effective is None and change.kind is Kind.UNREVIEWED:
        return first_effect(change)
    return change.new_effective or _declared(change.new)


def _declared(default: str | None) -> Effect:
    if default is None:
        return Effect("no such parameter", is_description=True)
    return Effect(canonical(default))


def _that_differ(changes: Sequence[Change]) -> list[Change]:
    return [change for change in changes if first_effect(change) != last_effect(change)]


def _last_that_differs(changes: Sequence[Change]) -> Change:
    return (_that_differ(changes) or changes)[-1]


def _is_clear(change: Change) -> bool:
    """An unjudged change counts as silent only from one value to another; `None` mostly stands for some value."""
    return change.kind is not Kind.UNREVIEWED or (_is_value(change.old) and _is_value(change.new))


def _is_value(default: str | None) -> bool:
    return default is not None and default != "None" and is_literal(default)


def effective_default(
    history: Sequence[Change], parameter: str, declared: str | None, version: Version
) -> Effect | None:
    """Return what leaving a parameter out does at a version.

    Of conditional changes (`when`) the answer is the one for a call that passes nothing else.

    Args:
        history: Changes of the callable's parameter, oldest first.
        parameter: Its name at the version.
        declared: Its declared default there; `None` where it has none.
        version: The version asked about.
    """
    own = _plain(change for change in history if parameter in (change.parameter, change.renamed_to))
    earlier = [change for change in own if change.release <= version]
    if earlier:
        return last_effect(earlier[-1])
    if own and own[0].old == declared:
        return first_effect(own[0])
    return None if declared is None else Effect(canonical(declared))


def _plain(changes: Iterable[Change]) -> list[Change]:
    """Return the row of each release that speaks for a call which passes nothing else.

    Where none of a release holds for such a call, a row whose declared default differs still tells what the new
    declared default acts as; rows of the same text say nothing then.
    """
    by_release: dict[Version, list[Change]] = {}
    for change in changes:
        by_release.setdefault(change.release, []).append(change)
    plain = []
    for rows in by_release.values():
        holding = [row for row in rows if all(holds_by_default(condition) is Truth.YES for condition in row.when)]
        plain += (holding or [row for row in rows if row.old != row.new])[:1]
    return plain


def holds_by_default(condition: Condition) -> Truth:
    """Tell whether a condition holds for a call that passes nothing."""
    return Truth.YES if condition.is_met_by(condition.default) else Truth.NO
