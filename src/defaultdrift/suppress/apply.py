"""Sift the findings of one file by its ignore comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from defaultdrift.model.finding import Finding
    from defaultdrift.suppress.parse import Ignore, Ignores


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings of one file, sifted.

    Attributes:
        kept: To be told, in the order given.
        suppressed: Hidden by a comment, in the order given.
        unused: Ignores that hid nothing although their code was looked for, in the order of the text.
    """

    kept: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    unused: tuple[Ignore, ...]


def apply(findings: Iterable[Finding], ignores: Ignores, codes: Collection[str]) -> Sifted:
    """Sift findings of one file (or of one cell of a notebook).

    Args:
        findings: Of the text that the ignores were read from.
        ignores: Of that text. `skip-file` is never unused: a file that is skipped need not be looked at.
        codes: Those that this run looks for; an ignore of another code has nothing to hide here.
    """
    if ignores.skip_file:
        return Sifted((), tuple(findings), ())
    beside: dict[int, list[Ignore]] = {}
    above: dict[int, list[Ignore]] = {}
    for ignore in ignores.ignores:
        beside.setdefault(ignore.line, []).append(ignore)
        above.setdefault(ignore.applies_to, []).append(ignore)
    kept: list[Finding] = []
    suppressed: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        near = [*above.get(finding.span.line, ()), *_within(finding, beside)]
        hits = [ignore for ignore in near if _matches(ignore, finding)]
        used.update(hits)
        (suppressed if hits else kept).append(finding)
    unused = (ignore for ignore in ignores.ignores if ignore not in used)
    told = tuple(ignore for ignore in unused if not ignore.is_code or ignore.target in codes)
    return Sifted(tuple(kept), tuple(suppressed), told)


def _within(finding: Finding, beside: dict[int, list[Ignore]]) -> Iterator[Ignore]:
    """Yield the ignores on the lines of the call, whichever is fewer: those lines, or the lines with an ignore."""
    lines = range(finding.span.line, finding.span.end_line + 1)
    for line in lines if len(lines) < len(beside) else filter(lines.__contains__, beside):
        yield from beside.get(line, ())


def _matches(ignore: Ignore, finding: Finding) -> bool:
    if not ignore.target:
        return True
    if ignore.is_code:
        return ignore.target == finding.code
    # A dot in front: the whole path ends in its own end as well.
    paths = (f".{name}.{finding.parameter}" for name in (finding.callable, *finding.other_names))
    return any(path.endswith(f".{ignore.target}") for path in paths)
