"""Foresee what writing a fix does to the rest of its call: a fix that brings what nobody can repair is not offered.

The change of one parameter may hold only for some values of another one. So a value that is written may end another
finding of the call, or begin one; that one is repaired as well, or else the fix is taken back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.model.call import Argument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from defaultdrift.model.call import CallSite, Span
    from defaultdrift.model.finding import Finding, Fix


def offer_what_holds(
    findings: Sequence[Finding], calls: Iterable[CallSite], find: Callable[[Sequence[CallSite]], Sequence[Finding]]
) -> list[Finding]:
    """Return the findings, without the fixes that would bring a finding which cannot be repaired in turn.

    Args:
        findings: Of one file.
        calls: Of the same file.
        find: Gives the findings of calls.
    """
    by_span: dict[Span, list[CallSite]] = {}
    for call in calls:
        by_span.setdefault(call.span, []).append(call)
    by_call: dict[Span, list[Finding]] = {}
    for finding in findings:
        by_call.setdefault(finding.span, []).append(finding)
    offered = []
    for finding in findings:
        if finding.fix and _is_passed(finding.fix, by_span[finding.span]):
            advice = "on another way the same call passes it"
            finding = replace(finding, fix=None, advice=advice)  # noqa: PLW2901
        begun = finding.fix and _find_begun(finding.fix, by_call[finding.span], by_span[finding.span], find)
        if begun:
            finding = replace(finding, fix=None, advice=f"it would bring another finding, of {begun}")  # noqa: PLW2901
        offered.append(finding)
    return offered


def _is_passed(fix: Fix, calls: Iterable[CallSite]) -> bool:
    """Tell whether a call that is met several times, as through two partials, passes the argument of a fix once."""
    name = fix.text.partition("=")[0]
    return any(argument.keyword == name for call in calls for argument in call.arguments)


def _find_begun(
    fix: Fix,
    before: Sequence[Finding],
    calls: Sequence[CallSite],
    find: Callable[[Sequence[CallSite]], Sequence[Finding]],
) -> str:
    """Return the parameter of a finding that a fix brings and nothing repairs; empty where there is none."""
    known = {(entry.callable, entry.parameter) for entry in before}
    written = [fix]
    # Each round writes what was not written before, so that there is an end.
    while written:
        calls = [_with_arguments(call, written) for call in calls]
        begun = [entry for entry in find(calls) if (entry.callable, entry.parameter) not in known]
        known.update((entry.callable, entry.parameter) for entry in begun)
        written = []
        for entry in begun:
            if entry.fix is None or (fix.is_safe and not entry.fix.is_safe):
                return entry.parameter
            written.append(entry.fix)
    return ""


def _with_arguments(call: CallSite, fixes: Iterable[Fix]) -> CallSite:
    written = (fix.text.partition("=") for fix in fixes)
    arguments = tuple(Argument(keyword=name, value=value) for name, _, value in written)
    return replace(call, arguments=(*call.arguments, *arguments))
