"""Look at one source: screen, resolve, match, sift by comments, repair. A job in, a result out; both can be pickled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from defaultdrift.match.drift import find_findings
from defaultdrift.model.finding import Skip
from defaultdrift.model.known import Known
from defaultdrift.model.signature import CallableKind
from defaultdrift.resolve.screen import Needles, has_names
from defaultdrift.shell.files import Source, decode_source
from defaultdrift.shell.kinds import kind_of
from defaultdrift.suppress.apply import apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from defaultdrift.match.drift import Comparison
    from defaultdrift.match.repair import Wish
    from defaultdrift.model.call import Certainty
    from defaultdrift.model.finding import Finding
    from defaultdrift.model.name import CallablePath
    from defaultdrift.resolve.project import Project
    from defaultdrift.rules.types import Types
    from defaultdrift.shell.kinds import Part, Reader
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
        doctests: Whether the examples in docstrings are looked at, too.
    """

    wish: Wish
    codes: frozenset[str]
    certainty: Certainty
    repair: bool
    unsafe: bool
    doctests: bool = False


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is asked of every source of a scan.

    Attributes:
        comparisons: The steps.
        needles: What the screen looks for, to drop quickly what cannot hold a finding.
        request: What the user wants.
    """

    comparisons: tuple[Comparison, ...]
    needles: Needles
    request: Request

    @cached_property
    def known(self) -> Known:
        """The callables that changed, for the resolver: put together where a source passes the screen."""
        tables = [comparison.moved.paths for comparison in self.comparisons]
        return build_known(tables, [comparison.moved.rules.compiled.types("types") for comparison in self.comparisons])

    @cached_property
    def project(self) -> Project:
        """The modules around the sources; read where a source imports them."""
        from defaultdrift.resolve.project import Project
        from defaultdrift.shell.modules import ModuleFiles

        return Project(ModuleFiles(), self.known)

    def takes_anything(self, path: str) -> bool:
        """Tell whether a module may call a library through what it imports from the project's other modules."""
        from defaultdrift.shell.modules import module_of

        return self.project.takes_anything(module_of(path))


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
    return Job(comparisons=tuple(comparisons), needles=_find_needles(comparisons), request=request)


def _find_needles(comparisons: Iterable[Comparison]) -> Needles:
    """Return what the screen looks for: of each step, the names of the callables and the parameters that changed."""
    keywords: dict[str, set[str]] = {}
    roots: set[str] = set()
    importable: set[str] = set()
    for comparison in comparisons:
        roots.update(comparison.moved.roots)
        for affected in comparison.moved.affected.values():
            for name in affected.names:
                keywords.setdefault(name, set()).update(affected.parameters)
            if not affected.is_method:
                importable.update(affected.names)
    return Needles(
        roots=frozenset(root.encode() for root in roots),
        names=frozenset(name.encode() for name in keywords),
        keywords={name: frozenset(wanted) for name, wanted in keywords.items()},
        members=frozenset(keywords) - importable,
    )


def build_known(tables: Iterable[Mapping[str, tuple[CallablePath, CallableKind]]], types: Iterable[Types]) -> Known:
    """Return what the resolver has to know about callables.

    Args:
        tables: Canonical path and kind of each callable, by import path.
        types: What callables, attributes and items give, of each distribution.
    """
    paths: dict[str, tuple[CallablePath, CallableKind]] = {}
    for table in tables:
        paths.update(table)
    methods = {path for path, (_, kind) in paths.items() if kind is CallableKind.METHOD}
    returns: dict[str, str] = {}
    attributes: dict[str, str] = {}
    items: dict[str, str] = {}
    members: dict[str, frozenset[str]] = {}
    subclassed: set[str] = set()
    modules: dict[str, str] = {}
    for one in types:
        returns |= one.returns
        returns |= one.classes
        attributes |= one.attributes
        items |= one.items
        members |= one.members
        subclassed |= one.subclassed
        modules |= one.modules
    # By its canonical path a class is one class, whichever of its paths was imported; the tables know the versions.
    returns |= {path.rpartition(".")[0]: paths[path][0].rpartition(".")[0] for path in methods}
    returns |= {path: canonical for path, (canonical, kind) in paths.items() if kind is CallableKind.CLASS}
    return Known(
        roots=frozenset(path.partition(".")[0] for path in paths),
        paths=frozenset(paths),
        returns=returns,
        methods=frozenset(methods),
        attributes=attributes,
        items=items,
        members=members,
        subclassed=frozenset(subclassed),
        modules=modules,
    )


def inspect(candidate: Candidate, job: Job) -> FileResult:
    """Look at one source, and repair it where the job says so; nothing is written."""
    source = decode_source(candidate.path, candidate.raw)
    if isinstance(source, Skip):
        return FileResult(file=source.file, skips=(source,))
    kind = kind_of(candidate.path)
    matters = kind.reader.may_matter(candidate.raw, job.needles)
    if job.request.doctests and b">>>" in candidate.raw:
        source = replace(source, with_doctests=True)
        matters = matters or has_names(candidate.raw, job.needles)
    if not (matters or (kind.is_module and job.takes_anything(candidate.path))):
        return FileResult(file=source.file)
    result = look(source, source.text, job)
    if not (job.request.repair and result.findings):
        return result
    from defaultdrift.shell.repairing import add_repair

    return add_repair(source, result, job)


def look(source: Source, text: str, job: Job) -> FileResult:
    """Return what is found in the text of a source, as the screen has let it through or as a repair has made it."""
    reader = kind_of(source.path).reader
    looked_at = [_look_at(part, source.file, reader, job) for part in reader.read(source, text, job.project)]
    return FileResult(
        file=source.file,
        findings=tuple(finding for result in looked_at for finding in result.findings),
        skips=tuple(skip for result in looked_at for skip in result.skips),
        suppressed=sum(result.suppressed for result in looked_at),
        unused_ignores=tuple(ignore for result in looked_at for ignore in result.unused_ignores),
    )


def _look_at(part: Part, file: str, reader: Reader, job: Job) -> FileResult:
    findings = find_findings(part.calls, job.comparisons, file, job.request.wish)
    sifted = apply(findings, part.ignores, job.request.codes)
    kept = (_writable(finding, reader) for finding in sifted.kept if _is_wanted(finding, job))
    lines = _NEWLINE.split(part.text)
    return FileResult(
        file=file,
        findings=tuple(replace(finding, cell=part.cell, excerpt=_excerpt(finding, lines)) for finding in kept),
        skips=(
            *(replace(skip, file=file) for skip in part.skips),
            *(replace(skip, cell=part.cell) for skip in part.ignores.skips(file)),
        ),
        suppressed=len(sifted.suppressed),
        unused_ignores=tuple(Skip(file, ignore.line, str(ignore), cell=part.cell) for ignore in sifted.unused),
    )


def _writable(finding: Finding, reader: Reader) -> Finding:
    """Return a finding without its fix where a source of this kind cannot say it."""
    problem = reader.objection(finding.fix) if finding.fix else ""
    return replace(finding, fix=None, advice=problem) if problem else finding


def _is_wanted(finding: Finding, job: Job) -> bool:
    return (
        finding.code in job.request.codes and finding.certainty.lowered(job.request.certainty) is job.request.certainty
    )


def _excerpt(finding: Finding, lines: Sequence[str]) -> str:
    return "\n".join(lines[finding.span.line - 1 : finding.span.end_line])
