"""Repair one source: choose what is written, and prove that the findings are gone and no other has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from defaultdrift.fix.insert import insert_arguments
from defaultdrift.model.edit import Insertion, apply_edits
from defaultdrift.model.finding import Skip
from defaultdrift.shell.inspection import FileResult, Repaired, look

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from defaultdrift.model.call import Span
    from defaultdrift.model.finding import Finding
    from defaultdrift.shell.files import Source
    from defaultdrift.shell.inspection import Job


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A text with some findings repaired, and what is found in it."""

    text: str
    fixed: tuple[Finding, ...]
    skips: tuple[Skip, ...]
    after: FileResult

    def is_proved(self, before: Sequence[Finding]) -> bool:
        """Tell whether exactly the repaired findings are gone."""
        return _identities(self.after.findings) == _identities(set(before) - set(self.fixed))


def add_repair(source: Source, result: FileResult, job: Job) -> FileResult:
    """Return the result with its repair, and with skips that say what is not written and why.

    Args:
        source: The source as it was read.
        result: What is found in it.
        job: What is asked.
    """
    chosen = [f for f in result.findings if f.fix and (job.request.unsafe or f.fix.is_safe)]
    skips: list[Skip] = []
    attempt = _attempt(source, chosen, job)
    if not attempt.is_proved(result.findings):
        # Rare: a value that is written brings another finding of the same call. Those calls are left as they are.
        kept, unproved = _keep_proved(source, chosen, result.findings, job)
        skips += unproved
        attempt = _attempt(source, kept, job)
        if not attempt.is_proved(result.findings):
            skips.append(Skip(source.file, 0, "is not repaired: other findings would appear"))
            attempt = _attempt(source, [], job)
    skips += attempt.skips
    if not attempt.fixed:
        return replace(result, skips=(*result.skips, *skips))
    repaired = replace(attempt.after, skips=(*attempt.after.skips, *skips), fixed=len(attempt.fixed))
    return replace(result, repair=Repaired(source=source, text=attempt.text, result=repaired))


def _attempt(source: Source, findings: Sequence[Finding], job: Job) -> _Attempt:
    wanted = {finding: Insertion(finding.span, finding.fix) for finding in findings if finding.fix}
    repair = insert_arguments(source.text, list(wanted.values()))
    refused = {refusal.insertion for refusal in repair.refusals}
    skips = tuple(
        Skip(source.file, refusal.insertion.span.line, f"{refusal.insertion.fix.text} is not written: {refusal.reason}")
        for refusal in repair.refusals
    )
    text = apply_edits(source.text, repair.edits)
    fixed = tuple(finding for finding, insertion in wanted.items() if insertion not in refused)
    return _Attempt(text, fixed, skips, look(source.file, text, job))


def _keep_proved(
    source: Source, chosen: Sequence[Finding], before: Sequence[Finding], job: Job
) -> tuple[list[Finding], list[Skip]]:
    """Try the calls one by one; return the findings of those that are proved, and a skip for each of the others."""
    by_call: dict[Span, list[Finding]] = {}
    for finding in chosen:
        by_call.setdefault(finding.span, []).append(finding)
    kept: list[Finding] = []
    skips = []
    for span, findings in by_call.items():
        if _attempt(source, findings, job).is_proved(before):
            kept += findings
        else:
            texts = ", ".join(finding.fix.text for finding in findings if finding.fix)
            skips.append(Skip(source.file, span.line, f"{texts} is not written: other findings would appear"))
    return kept, skips


def _identities(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Return what identifies findings across a repair, which moves their places."""
    return sorted((f.code, f.callable, f.parameter, f"{f.step}") for f in findings)
