"""Join call sites, steps and changes: the findings of `DD001` and `DD002`.

Call sites, a step and the changes on it in; findings out, sorted. What a finding is: `docs/` and the design.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from defaultdrift.match.arguments import evaluate, find_omission, find_position
from defaultdrift.match.consequence import offer_what_holds
from defaultdrift.match.repair import Wish, find_fix, find_refusal
from defaultdrift.model.call import Certainty
from defaultdrift.model.finding import Finding
from defaultdrift.model.library import notes_address
from defaultdrift.model.name import CallablePath, last_name
from defaultdrift.rules.effective import find_drift, group_by_parameter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from defaultdrift.model.call import CallSite
    from defaultdrift.model.change import Change
    from defaultdrift.model.pin import Step
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.effective import Drift
    from defaultdrift.rules.moved import Moved

_DISAGREEMENT = "not all versions compared want the same value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One step with all that is known about it.

    Attributes:
        code: `DD001` or `DD002`.
        step: The versions compared.
        changes: Changes of the distribution, by canonical callable, at least those on the step.
        histories: Histories of the callables that changed, by every import path that leads to them.
        moved: What the step changed, for those who look for it before anything else is read.
        is_read: Whether the rules have read both versions; what an unread one does cannot be told.
        changelog: Address of a release's notes, with `{release}` and `{minor}` to fill in; may be empty.
    """

    code: str
    step: Step
    changes: Mapping[CallablePath, Sequence[Change]]
    histories: Mapping[str, CallableHistory]
    moved: Moved
    is_read: bool
    changelog: str


def find_findings(calls: Iterable[CallSite], comparisons: Iterable[Comparison], file: str, wish: Wish) -> list[Finding]:
    """Return what the steps change for the calls of one file, sorted.

    Args:
        calls: Of one file.
        comparisons: The steps.
        file: Relative, POSIX.
        wish: Which effect a fix shall write.
    """
    found = list(calls)
    known = list(comparisons)
    findings = _find_for_calls(found, known, file, wish)
    if any(finding.fix for finding in findings):
        findings = offer_what_holds(findings, found, lambda written: _find_for_calls(written, known, file, wish))
    return findings


def _find_for_calls(
    calls: Iterable[CallSite], comparisons: Sequence[Comparison], file: str, wish: Wish
) -> list[Finding]:
    findings = {
        finding
        for call in calls
        for comparison in comparisons
        for finding in _find_for_call(call, comparison, file, wish)
    }
    return sorted(_agreed(findings, comparisons), key=lambda finding: finding.sort_key)


def _agreed(findings: Iterable[Finding], comparisons: Sequence[Comparison]) -> Iterable[Finding]:
    """Take the fix from findings where the versions of a lock do not all want it: it would change one of them."""
    versions = Counter(comparison.step.distribution for comparison in comparisons)
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.span, finding.callable, finding.parameter), []).append(finding)
    for group in groups.values():
        texts = {finding.fix.text if finding.fix else "" for finding in group}
        if len(texts) == 1 and len(group) == versions[group[0].distribution]:
            yield from group
        else:
            yield from (replace(finding, fix=None, advice=_DISAGREEMENT) for finding in group)


def _find_for_call(call: CallSite, comparison: Comparison, file: str, wish: Wish) -> Iterable[Finding]:
    history = comparison.histories.get(call.callee)
    if history is None or history.path not in comparison.changes:
        return
    step = comparison.step
    signature = history.at(step.old)
    if signature is None or history.at(step.new) is None:
        # A callable that one end lacks fails loudly there: nothing drifts in silence.
        return
    for group in group_by_parameter(comparison.changes[history.path]):
        drift = find_drift(group, step.old, step.new, lambda condition: evaluate(condition, call, signature))
        if drift is None:
            continue
        there = (name for name in sorted(drift.names) if signature.parameter(name))
        position = find_position(call, signature, next(there, ""))
        certainty = find_omission(call, drift.names, position)
        if certainty is None:
            continue
        if not comparison.is_read:
            certainty = certainty.lowered(Certainty.LIKELY)
        if not (drift.is_sure and drift.is_judged):
            certainty = Certainty.POSSIBLE
        yield _build(call, comparison, file, history, _Omission(drift, certainty, wish))


@dataclass(frozen=True, slots=True)
class _Omission:
    drift: Drift
    certainty: Certainty
    wish: Wish


def _build(call: CallSite, comparison: Comparison, file: str, history: CallableHistory, omission: _Omission) -> Finding:
    drift, step = omission.drift, comparison.step
    fix, advice = find_fix(call, history, step, drift, omission.certainty, omission.wish)
    if fix is not None and (refusal := find_refusal(fix, comparison.moved.rules.accepts(history.path), step)):
        fix, advice = None, refusal
    if fix is not None and not comparison.is_read:
        advice = "the rules have not read both versions, so it cannot be told what they accept"
    return Finding(
        code=comparison.code,
        file=file,
        span=call.span,
        callable=CallablePath(history.shown),
        parameter=drift.parameter,
        old=drift.old,
        new=drift.new,
        step=step,
        changed_in=drift.last.release,
        kind=drift.last.kind,
        impact=drift.last.impact,
        certainty=omission.certainty,
        message=_message(comparison, history, drift),
        url=notes_address(comparison.changelog, drift.last.release),
        fix=fix,
        advice=advice,
        other_names=history.other_names,
    )


def _message(comparison: Comparison, history: CallableHistory, drift: Drift) -> str:
    step = comparison.step
    verb = "changed" if comparison.code == "DD001" else "changes"
    where = f" where {step.marker}" if step.marker else ""
    what = f"{last_name(history.shown)} leaves out {drift.parameter}, which {verb} from {drift.old} to {drift.new}"
    summary = drift.last.summary.rstrip(".")
    return f"{what} between {step.distribution} {step.old} and {step.new}{where}: {summary}"
