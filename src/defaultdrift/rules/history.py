"""Look at the rules from the side of one callable: its parameters at a version, the history of one default.

Values in, values out; the shell prints them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.change import Kind
from defaultdrift.rules.effective import (
    Truth,
    effective_default,
    find_drift,
    group_by_parameter,
    holds_by_default,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change, Effect, Evidence, Impact
    from defaultdrift.model.signature import CallableHistory, Parameter
    from defaultdrift.rules.effective import Drift


@dataclass(frozen=True, slots=True)
class Epoch:
    """The time in which one default was in force.

    Attributes:
        since: First release of it.
        default: Declared default; `None` where there is none, or no such parameter.
        effective: What leaving the parameter out does; `None` where it cannot be left out.
        kind: Of the change that began it; `None` for the first epoch, and where no row tells.
        impact: Likewise.
        evidence: Of the changes that began it.
    """

    since: Version
    default: str | None
    effective: Effect | None
    kind: Kind | None
    impact: Impact | None
    evidence: tuple[Evidence, ...]


def find_parameters(
    history: CallableHistory, changes: Sequence[Change], version: Version
) -> list[tuple[Parameter, Effect | None]]:
    """Return every parameter of a callable at a version, with what leaving it out does.

    Args:
        history: Of the callable.
        changes: All changes of the callable, in any order.
        version: The version asked about.
    """
    signature = history.at(version)
    groups = group_by_parameter(changes)
    found = []
    for parameter in (signature.parameters if signature else None) or ():
        group = _group_of(groups, parameter.name)
        found.append((parameter, effective_default(group, parameter.name, parameter.default, version)))
    return found


def find_epochs(history: CallableHistory, changes: Sequence[Change], parameter: str) -> list[Epoch]:
    """Return the history of one default, oldest first: one entry where the declared or effective default changed.

    Args:
        history: Of the callable.
        changes: All changes of the callable, in any order.
        parameter: Its name; what it was called before or after a rename is another parameter's history.
    """
    group = _group_of(group_by_parameter(changes), parameter)
    own = [change for change in group if parameter in (change.parameter, change.renamed_to)]
    releases = sorted({signature.since for signature in history.signatures} | {change.release for change in own})
    epochs: list[Epoch] = []
    for release in releases:
        signature = history.at(release)
        declared = signature.parameter(parameter) if signature else None
        if declared is None and not epochs:
            continue
        default = declared.default if declared else None
        effective = effective_default(group, parameter, default, release) if declared else None
        # The row that speaks for a bare call tells the kind; a silent one under a condition is an epoch too.
        began = sorted((change for change in own if change.release == release), key=_is_conditional)
        is_same = bool(epochs) and (epochs[-1].default, epochs[-1].effective) == (default, effective)
        if is_same and not any(change.kind is Kind.SILENT for change in began):
            continue
        kind, impact = (began[0].kind, began[0].impact) if began else (None, None)
        evidence = tuple(entry for change in began for entry in change.evidence)
        epochs.append(Epoch(release, default, effective, kind, impact, evidence))
    return epochs


def _is_conditional(change: Change) -> bool:
    return any(holds_by_default(condition) is not Truth.YES for condition in change.when)


def find_effective_changes(changes: Iterable[Change], old: Version, new: Version) -> list[Drift]:
    """Return the drifts of one callable between two versions.

    A drift is the one of a call that passes nothing; where there is none, that of a call for which the conditions hold.

    Args:
        changes: All changes of the callable, in any order.
        old: Version compared from.
        new: Version compared to.
    """
    drifts = (
        find_drift(group, old, new, holds_by_default) or find_drift(group, old, new, lambda _: Truth.UNKNOWN)
        for group in group_by_parameter(changes)
    )
    return [drift for drift in drifts if drift is not None]


def _group_of(groups: Sequence[Sequence[Change]], parameter: str) -> Sequence[Change]:
    return next(
        (group for group in groups if any(parameter in (change.parameter, change.renamed_to) for change in group)), ()
    )
