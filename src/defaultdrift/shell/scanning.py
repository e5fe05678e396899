"""Run a scan: find the sources, compare, repair, report. What is costly is imported where it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift import __version__
from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.options import STDIN
from defaultdrift.shell.output import emit, emit_bytes, has_colour, is_terminal, tell, width, with_progress
from defaultdrift.shell.sources import find_candidates
from defaultdrift.shell.target import find_target, load_comparisons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from defaultdrift.match.steps import CodedStep
    from defaultdrift.model.finding import Report, Skip
    from defaultdrift.model.pin import Lock
    from defaultdrift.shell.inspection import FileResult
    from defaultdrift.shell.options import ScanOptions
    from defaultdrift.shell.sources import Candidates
    from defaultdrift.shell.target import Target


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scan ended, as far as the exit code needs it.

    Attributes:
        is_checked: Whether there were sources, and a version of a known distribution to compare them with.
        has_internal_error: Whether a fault of ours kept something from being looked at.
        findings: How many findings are left.
    """

    is_checked: bool
    has_internal_error: bool
    findings: int


def run_scan(options: ScanOptions) -> Outcome:
    """Scan, repair where asked to, and write the report.

    Raises:
        DefaultDriftError: The versions, the rules or the paths cannot be used at all.
    """
    target = find_target(options.start, options.lock, options.old_pins, options.new_pins, Database(find_rules()))
    steps = [entry for entry in target.steps.steps if entry.code in options.codes]
    candidates = find_candidates(options.paths, options.stdin_name, options.exclude, _roots(target, steps))
    _tell_target(target, candidates, options)
    results = _inspect(candidates, options, target, steps) if steps and candidates.found else []
    results = _publish(results, candidates, options)
    report = _build_report(target, steps, results, [*candidates.skips, *target.steps.skips], candidates.count)
    if options.diff or (options.fix and options.paths == (STDIN,)):
        _tell_remarks(report)
    else:
        _write(report, options)
    is_checked = candidates.count + candidates.excluded > 0 and target.steps.known > target.steps.untold
    return Outcome(is_checked, any(skip.is_internal for skip in report.skips), len(report.findings))


def _roots(target: Target, steps: Iterable[CodedStep]) -> set[str]:
    return {root for entry in steps for root in target.database.library(entry.step.distribution).import_roots}


def _tell_target(target: Target, candidates: Candidates, options: ScanOptions) -> None:
    """Say which versions are compared, and why; in a machine's format that is part of the report."""
    if not candidates.count:
        tell("the configuration excludes every source file" if candidates.excluded else "no source files found")
    passed_over = ", ".join(target.passed_over)
    if target.steps.known == 0:
        where = f"{target.lock.file} pins none of the distributions" if target.lock else "no lock file was found"
        others = f" (not looked at: {passed_over})" if passed_over else ""
        tell(f"nothing to compare: {where}{others}; give --lock, or --from and --to")
    elif not (target.steps.steps or target.steps.untold):
        tell("nothing to compare: the old and the new version are the same")
    elif options.style == "text":
        for entry in target.steps.steps:
            where = f" where {entry.step.marker}" if entry.step.marker else ""
            lock = target.source(entry.step.distribution)
            source = f" ({lock.file}{f', not {passed_over}' if passed_over else ''})" if lock else ""
            tell(f"comparing {entry.step.distribution} {entry.step.old} with {entry.step.new}{where}{source}")


def _inspect(
    candidates: Candidates, options: ScanOptions, target: Target, steps: Sequence[CodedStep]
) -> list[FileResult]:
    from defaultdrift.match.repair import Wish
    from defaultdrift.shell.inspection import Request, build_job
    from defaultdrift.shell.processes import run_all

    request = Request(
        wish=Wish.ACCEPT if options.accept else Wish.KEEP,
        codes=options.codes,
        certainty=options.certainty,
        repair=options.fix or options.diff,
        unsafe=options.unsafe_fixes,
    )
    job = build_job(load_comparisons(target, steps), request)
    return list(with_progress(run_all(candidates.found, job, options.jobs), len(candidates.found), "scanning"))


def _publish(results: list[FileResult], candidates: Candidates, options: ScanOptions) -> list[FileResult]:
    """Write the repairs, or show them; return what is found afterwards."""
    if not (options.fix or options.diff):
        return results
    from defaultdrift.shell.publication import emit_source, render_diff, write_repair

    if options.fix and options.paths == (STDIN,):
        emit_source(candidates.found[0].raw, [result.repair for result in results if result.repair])
        return [result.repair.result if result.repair else result for result in results]
    if options.diff:
        emit_bytes(b"".join(render_diff(result.repair) for result in results if result.repair), options.output)
        return results
    return [write_repair(result, result.repair) if result.repair else result for result in results]


def _build_report(
    target: Target, steps: Iterable[CodedStep], results: Sequence[FileResult], skips: Iterable[Skip], count: int
) -> Report:
    from defaultdrift.model.finding import Report

    return Report(
        steps=tuple(dict.fromkeys(entry.step for entry in steps)),
        findings=tuple(
            sorted((f for result in results for f in result.findings), key=lambda finding: finding.sort_key)
        ),
        skips=tuple(sorted({*skips, *(skip for result in results for skip in result.skips)})),
        files=count,
        fixed=sum(result.fixed for result in results),
        suppressed=sum(result.suppressed for result in results),
        unused_ignores=tuple(sorted(entry for result in results for entry in result.unused_ignores)),
        locks=_locks(target),
    )


def _locks(target: Target) -> tuple[Lock, ...]:
    """Return the locks that gave a version, each once."""
    sources = (target.source(distribution) for distribution in target.database.distributions())
    return tuple({lock.file: lock for lock in sources if lock}.values())


def _tell_remarks(report: Report) -> None:
    """Say what was not looked at or not written, where standard output is a patch or a source."""
    from defaultdrift.report.text import remarks_of, summary_of

    for line in (*remarks_of(report), summary_of(report)):
        tell(line)


def _write(report: Report, options: ScanOptions) -> None:
    from defaultdrift.report import render
    from defaultdrift.report.look import Look

    is_live = options.output is None and is_terminal()
    look = Look(
        is_terminal=is_live,
        has_colour=is_live and has_colour(),
        width=width(),
        tool_version=__version__,
        with_statistics=options.statistics,
    )
    emit(render(report, options.style, look), options.output)
