"""Run a scan: find the sources, compare, repair, report. What is costly is imported where it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift import __version__
from defaultdrift.shell.options import STDIN
from defaultdrift.shell.output import emit, emit_bytes, has_colour, is_terminal, tell, width, with_progress
from defaultdrift.shell.sources import find_candidates
from defaultdrift.shell.target import find_target, load_comparisons

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from defaultdrift.match.steps import CodedStep
    from defaultdrift.model.finding import Report
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


@dataclass(frozen=True, slots=True)
class _Part:
    """The sources that one lock governs, and what they are compared with."""

    target: Target
    steps: tuple[CodedStep, ...]
    candidates: Candidates

    @property
    def is_checked(self) -> bool:
        return (
            self.candidates.count + self.candidates.excluded > 0 and self.target.steps.known > self.target.steps.untold
        )


def run_scan(options: ScanOptions) -> Outcome:
    """Scan, repair where asked to, and write the report.

    Raises:
        DefaultDriftError: The versions, the rules or the paths cannot be used at all.
    """
    database = options.database
    parts = [_find_part(paths, options) for paths in _group_by_lock(options)]
    _tell_parts(parts, options)
    found = [result for part in parts for result in _inspect(part, options)]
    results = _publish(sorted(found, key=lambda result: result.file), parts[0].candidates, options)
    report = _build_report(parts, results, database.problems)
    if options.diff or (options.fix and options.paths == (STDIN,)):
        _tell_remarks(report)
    else:
        _write(report, options)
    is_checked = any(part.is_checked for part in parts)
    return Outcome(is_checked, any(skip.is_internal for skip in report.skips), len(report.findings))


def _group_by_lock(options: ScanOptions) -> list[tuple[str, ...]]:
    """Return the paths that have the same nearest lock together, so that the order of the paths decides nothing."""
    if options.lock is not None or len(options.paths) == 1:
        return [options.paths]
    from defaultdrift.shell.locking import find_lock

    by_folder: dict[Path, str] = {}
    groups: dict[str, list[str]] = {}
    for path in options.paths:
        start = Path(path)
        folder = start if start.is_dir() else start.parent
        if folder not in by_folder:
            by_folder[folder] = str(find_lock(folder) or "")
        groups.setdefault(by_folder[folder], []).append(path)
    return [tuple(groups[lock]) for lock in sorted(groups)]


def _find_part(paths: tuple[str, ...], options: ScanOptions) -> _Part:
    database = options.database
    start = options.start if paths == options.paths else Path(paths[0])
    target = find_target(start, options.lock, options.old_pins, options.new_pins, database)
    steps = tuple(entry for entry in target.steps.steps if entry.code in options.codes)
    roots = {root for entry in steps for root in database.library(entry.step.distribution).import_roots}
    return _Part(target, steps, find_candidates(paths, options.stdin_name, options.exclude, roots))


def _tell_parts(parts: Sequence[_Part], options: ScanOptions) -> None:
    """Say which versions are compared, and why; in a machine's format that is part of the report."""
    if not any(part.candidates.count for part in parts):
        is_excluded = any(part.candidates.excluded for part in parts)
        tell("the configuration excludes every source file" if is_excluded else "no source files found")
    if options.style == "text" and any(part.target.steps.steps for part in parts):
        tell(f"using rules {options.database.version()}")
    for target in {id(part.target): part.target for part in parts}.values():
        _tell_target(target, options)


def _tell_target(target: Target, options: ScanOptions) -> None:
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


def _inspect(part: _Part, options: ScanOptions) -> list[FileResult]:
    if not (part.steps and part.candidates.found):
        return []
    from defaultdrift.match.repair import Wish
    from defaultdrift.shell.inspection import Request, build_job
    from defaultdrift.shell.processes import run_all

    request = Request(
        wish=Wish.ACCEPT if options.accept else Wish.KEEP,
        codes=options.codes,
        certainty=options.certainty,
        repair=options.fix or options.diff,
        unsafe=options.unsafe_fixes,
        doctests=options.doctests,
    )
    # A version that this comparison does not move has no findings, but a say in what may be written.
    moved = {entry.step.distribution for entry in part.steps}
    standing = [entry for entry in part.target.steps.standing if entry.step.distribution in moved]
    job = build_job(load_comparisons(part.target, (*part.steps, *standing)), request)
    sources = part.candidates.found
    return list(with_progress(run_all(sources, job, options.jobs), len(sources), "scanning"))


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


def _build_report(parts: Sequence[_Part], results: Sequence[FileResult], problems: Iterable[str]) -> Report:
    from defaultdrift.model.finding import Report, Skip

    skips = {skip for part in parts for skip in (*part.candidates.skips, *part.target.steps.skips)}
    skips.update(Skip("", 0, problem) for problem in problems)
    steps = {entry.step: None for part in parts for entry in part.steps}
    return Report(
        steps=tuple(sorted(steps, key=lambda step: (step.distribution, step.old, step.new, step.marker))),
        findings=tuple(
            sorted((f for result in results for f in result.findings), key=lambda finding: finding.sort_key)
        ),
        skips=tuple(sorted({*skips, *(skip for result in results for skip in result.skips)})),
        files=sum(part.candidates.count for part in parts),
        fixed=sum(result.fixed for result in results),
        suppressed=sum(result.suppressed for result in results),
        unused_ignores=tuple(sorted(entry for result in results for entry in result.unused_ignores)),
        locks=tuple({lock.file: lock for part in parts for lock in _locks(part.target)}.values()),
    )


def _locks(target: Target) -> Iterable[Lock]:
    """Return the locks that gave a version."""
    sources = (target.source(distribution) for distribution in target.database.distributions())
    return [lock for lock in sources if lock]


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
        rules_version=options.database.version() if options.style != "text" else "",
        with_statistics=options.statistics,
    )
    emit(render(report, options.style, look), options.output)
