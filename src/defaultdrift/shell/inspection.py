"""Look at one source: screen, resolve, match, sift by comments, repair. A job in, a result out; both can be pickled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from defaultdrift.match.drift import find_findings
from defaultdrift.model.finding import Skip
from defaultdrift.model.known import Known
from defaultdrift.model.signature import CallableKind
from defaultdrift.resolve.screen import make_needles, may_matter
from defaultdrift.shell.files import Source, decode_source
from defaultdrift.suppress.apply import apply
from defaultdrift.suppress.parse import parse_ignores

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from defaultdrift.match.drift import Comparison
    from defaultdrift.match.repair import Wish
    from defaultdrift.model.call import Certainty
    from defaultdrift.model.finding import Finding
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.resolve.screen import Needles
    from defaultdrift.shell.sources import Candidate

# What Python calls a line: not the form feed and its kin, at which `str.splitlines` splits as well.
_NEWLINE = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a user wants to know and to have repaired.

    Attributes:
        wish: Which effect a fix writes.
        codes: Codes that are looked for.
        certainty: Lowest certainty that is reported.
        repair: Whether to repair; what is written is decided by the caller.
        unsafe: Whether fixes that are not safe are made as well.
    """

    wish: Wish
    codes: frozenset[str]
    certainty: Certainty
    repair: bool
    unsafe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked of every source of a scan.

    Attributes:
        comparisons: The steps.
        known: The callables that changed, for the resolver.
        needles: What the screen looks for, to drop quickly what cannot hold a finding.
        request: What the user wants.
    """

    comparisons: tuple[Comparison, ...]
    known: Known
    needles: Needles
    request: Request


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What was found in one source.

    Attributes:
        file: As it is told.
        findings: Sorted.
        skips: What was not analysed, and why.
        suppressed: How many findings a comment hid.
        unused_ignores: Comments that hid nothing.
        fixed: How many findings were repaired; those are not among `findings`.
        repair: What repairing would make of the source; `None` where nothing can be repaired or nobody asked.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    suppressed: int = 0
    unused_ignores: tuple[Skip, ...] = ()
    fixed: int = 0
    repair: Repaired | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A repair that was proved and not yet written.

    Attributes:
        source: The source as it was read.
        text: Its text after the repair.
        result: What is found in that text.
    """

    source: Source
    text: str
    result: FileResult


def build_job(comparisons: Sequence[Comparison], request: Request) -> Job:
    """Return the job that answers a request on some steps."""
    known = build_known([comparison.histories for comparison in comparisons])
    parameters: dict[str, set[str]] = {}
    for comparison in comparisons:
        for path, history in comparison.histories.items():
            names = (change.parameter for change in comparison.changes.get(history.path, ()))
            parameters.setdefault(path, set()).update(names)
    return Job(
        comparisons=tuple(comparisons),
        known=known,
        needles=make_needles(known, parameters),
        request=request,
    )


def build_known(tables: Iterable[Mapping[str, CallableHistory]]) -> Known:
    """Return what the resolver has to know about callables, given by import path."""
    paths: dict[str, CallableHistory] = {}
    for table in tables:
        paths.update(table)
    methods = {path for path, history in paths.items() if history.kind is CallableKind.METHOD}
    classes = {path for path, history in paths.items() if history.kind is CallableKind.CLASS}
    classes |= {path.rpartition(".")[0] for path in methods}
    return Known(
        roots=frozenset(path.partition(".")[0] for path in paths),
        paths=frozenset(paths),
        returns={path: path for path in classes},
        methods=frozenset(methods),
    )


def inspect(candidate: Candidate, job: Job) -> FileResult:
    """Look at one source, and repair it where the job says so; nothing is written."""
    source = decode_source(candidate.path, candidate.raw)
    if isinstance(source, Skip):
        return FileResult(file=source.file, skips=(source,))
    if not may_matter(candidate.raw, job.needles):
        return FileResult(file=source.file)
    result = _look(source.file, source.text, job)
    return _repair(source, result, job) if job.request.repair and result.findings else result


def _look(file: str, text: str, job: Job) -> FileResult:
    from defaultdrift.resolve.calls import find_calls

    search = find_calls(text, job.known)
    skips = [replace(skip, file=file) for skip in search.skips]
    findings = find_findings(search.calls, job.comparisons, file, job.request.wish)
    ignores = parse_ignores(text)
    sifted = apply(findings, ignores, job.request.codes)
    kept = [finding for finding in sifted.kept if _is_wanted(finding, job)]
    lines = _NEWLINE.split(text)
    return FileResult(
        file=file,
        findings=tuple(replace(finding, excerpt=_excerpt(finding, lines)) for finding in kept),
        skips=(*skips, *ignores.skips(file)),
        suppressed=len(sifted.suppressed),
        unused_ignores=tuple(Skip(file, ignore.line, str(ignore)) for ignore in sifted.unused),
    )


def _is_wanted(finding: Finding, job: Job) -> bool:
    return (
        finding.code in job.request.codes and finding.certainty.lowered(job.request.certainty) is job.request.certainty
    )


def _excerpt(finding: Finding, lines: Sequence[str]) -> str:
    return "\n".join(lines[finding.span.line - 1 : finding.span.end_line])


def _repair(source: Source, result: FileResult, job: Job) -> FileResult:
    """Add the repair to the result, or skips that say why there is none."""
    from defaultdrift.fix.insert import insert_arguments
    from defaultdrift.model.edit import Insertion, apply_edits

    chosen, conflicts = _choose(result.findings, unsafe=job.request.unsafe)
    repair = insert_arguments(source.text, [Insertion(finding.span, finding.fix) for finding in chosen if finding.fix])
    refused = {(refusal.insertion.span, refusal.insertion.fix.text) for refusal in repair.refusals}
    skips = [
        Skip(source.file, r.insertion.span.line, f"{r.insertion.fix.text} is not written: {r.reason}")
        for r in repair.refusals
    ]
    skips += conflicts
    fixed = [f for f in chosen if f.fix and (f.span, f.fix.text) not in refused]
    if not fixed:
        return replace(result, skips=(*result.skips, *skips))
    text = apply_edits(source.text, repair.edits)
    after = _look(source.file, text, job)
    if _names(after.findings) != _names(set(result.findings) - set(fixed)):
        skips.append(Skip(source.file, 0, "is not repaired: the findings would not be gone, or others would appear"))
        return replace(result, skips=(*result.skips, *skips))
    repaired = replace(after, skips=(*after.skips, *skips), fixed=len(fixed))
    return replace(result, repair=Repaired(source=source, text=text, result=repaired))


def _choose(findings: Iterable[Finding], *, unsafe: bool) -> tuple[list[Finding], list[Skip]]:
    """Return the findings to repair; where two steps want another value for one parameter, none is right."""
    wanted = [finding for finding in findings if finding.fix and (unsafe or finding.fix.is_safe)]
    texts: dict[object, set[str]] = {}
    for finding in findings:
        texts.setdefault((finding.span, finding.parameter), set()).add(finding.fix.text if finding.fix else "")
    chosen, conflicts = [], set()
    for finding in wanted:
        if len(texts[finding.span, finding.parameter]) == 1:
            chosen.append(finding)
        else:
            reason = f"{finding.parameter} is not written: the versions compared want different values"
            conflicts.add(Skip(finding.file, finding.span.line, reason))
    return chosen, sorted(conflicts)


def _names(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Return what identifies findings across a repair, which moves their places."""
    return sorted((f.code, f.callable, f.parameter, f"{f.step}") for f in findings)
