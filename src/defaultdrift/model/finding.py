"""What a scan has to tell: findings, skips, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.version import Version

    from defaultdrift.model.call import Certainty, Span
    from defaultdrift.model.change import Effect, Impact, Kind
    from defaultdrift.model.name import CallablePath, DistributionName
    from defaultdrift.model.pin import Lock, Step


@dataclass(frozen=True, slots=True)
class Fix:
    """The argument that makes the call explicit.

    Attributes:
        text: Such as `n_init=10`.
        is_safe: Whether the finding is certain and every version of the step accepts the value.
        order: 0-based place of the parameter in the signature; several fixes of one call are written in this order.
    """

    text: str
    is_safe: bool
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One parameter that one call site leaves out, and whose effective default the step changes.

    Attributes:
        code: `DD001` and so on.
        file: Relative, POSIX.
        span: The call.
        callable: The path by which people are told of it.
        parameter: Its name at the step's old version.
        old: Effective default at the step's old version.
        new: Effective default at the step's new version.
        step: The versions compared.
        changed_in: The last release on the step that changed the effect.
        kind: Of the change that decided.
        impact: Of the change that decided.
        certainty: Do we know that the call leaves it out?
        message: One sentence, lower case, no full stop.
        url: Where people can read about the change; empty where nowhere.
        fix: The repair; `None` where none can be written.
        advice: Why there is no fix, or why it is not safe; empty where it is.
        cell: 0-based index of the notebook cell; `None` in a plain file.
        excerpt: The source lines that the call stands on, for people to look at; empty where not wanted.
        other_names: The paths by which an ignore may name the callable as well.
    """

    code: str
    file: str
    span: Span
    callable: CallablePath
    parameter: str
    old: Effect
    new: Effect
    step: Step
    changed_in: Version
    kind: Kind
    impact: Impact
    certainty: Certainty
    message: str
    url: str
    fix: Fix | None
    advice: str = ""
    cell: int | None = None
    excerpt: str = ""
    other_names: tuple[str, ...] = ()

    @property
    def distribution(self) -> DistributionName:
        """The distribution whose step is compared."""
        return self.step.distribution

    @property
    def sort_key(self) -> tuple[str, int, Span, str, str, str, str]:
        """Order of every output: path, cell, place, parameter, code, then the step."""
        return (
            self.file,
            -1 if self.cell is None else self.cell,
            self.span,
            self.parameter,
            self.code,
            self.step.marker,
            f"{self.step.old} {self.step.new}",
        )


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that was not analysed, and why. Nothing is dropped in silence.

    Attributes:
        file: Relative, POSIX; empty where the skip is about a distribution.
        line: 1-based, in the cell if there is one; 0 where it is about the file, or the cell, as a whole.
        reason: One clause, lower case, no full stop.
        is_internal: Whether the reason is a fault of ours, which the exit code tells as well.
        cell: 0-based index of the notebook cell; `None` in a plain file, and where it is about all of a notebook.
    """

    file: str
    line: int
    reason: str
    is_internal: bool = False
    cell: int | None = None

    def __lt__(self, other: Skip) -> bool:
        """Order by path, cell, place, reason."""
        return self._sort_key < other._sort_key

    @property
    def _sort_key(self) -> tuple[str, int, int, str, bool]:
        return self.file, -1 if self.cell is None else self.cell, self.line, self.reason, self.is_internal


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one scan found.

    Attributes:
        steps: The steps compared, sorted by distribution, old and new version.
        findings: Sorted by `Finding.sort_key`.
        skips: Sorted.
        files: How many files were looked at.
        fixed: How many findings were repaired; those are not among `findings`.
        suppressed: How many findings an ignore comment hid.
        unused_ignores: Ignore comments that hid nothing.
        locks: The locks that gave the versions.
    """

    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]
    skips: tuple[Skip, ...]
    files: int
    fixed: int = 0
    suppressed: int = 0
    unused_ignores: tuple[Skip, ...] = ()
    locks: tuple[Lock, ...] = ()
