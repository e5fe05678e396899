"""A change: in one release, the declared or the effective default of one parameter differs from the release before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from defaultdrift.model.literal import text_of

if TYPE_CHECKING:
    from packaging.version import Version

    from defaultdrift.model.name import CallablePath, DistributionName


RECEIVER = "self"
"""The parameter of a condition on the object that a method is taken from."""
_TEXT = "str"
"""Among the values of a condition: any text."""


class Kind(str, Enum):
    """What a change means for a call that leaves the parameter out."""

    SILENT = "silent"
    """The effective default differs."""
    ANNOUNCED = "announced"
    """A sentinel or a warning appeared; the effect stays."""
    EQUIVALENT = "equivalent"
    """Another spelling of the same effect."""
    RENAMED = "renamed"
    """The parameter has another name; the effect carries over."""
    REMOVED = "removed"
    """The parameter is gone; the effect stays."""
    INTERNAL = "internal"
    """Not reachable by users."""
    UNREVIEWED = "unreviewed"
    """Mined, not yet judged by a person."""


class Impact(str, Enum):
    """What a change does to whoever relied on the default."""

    RESULTS = "results"
    SPEED = "speed"
    OUTPUT = "output"
    ERROR = "error"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Effect:
    """An effective default: what the library does when the argument is left out.

    Two effects are the same effect exactly when they are equal: the database spells one effect in one way.

    Attributes:
        text: Source text of a value, or a description in words.
        is_description: Whether `text` is words; such an effect can be found and never written.
    """

    text: str
    is_description: bool = False

    def __str__(self) -> str:
        """Render as in a message: a value as source text, a description in angle brackets."""
        return f"<{self.text}>" if self.is_description else self.text


@dataclass(frozen=True, slots=True)
class Condition:
    """A change holds only where another argument of the call is (or is not) one of some literals.

    Attributes:
        parameter: The other parameter; `self` for the object that a method is taken from, whose value is the path of
            what of the library gave it (`pandas.DataFrame.isna`).
        values: Source texts of literals; compared as values, so quotes and spacing do not matter. `str` is any text.
        negated: Whether the argument must be *none* of the values.
        default: Source text of what the other parameter is when it is left out.
        pattern: Regular expression that is found in the argument, which is a text; there are no values then.
    """

    parameter: str
    values: tuple[str, ...]
    negated: bool
    default: str
    pattern: str = ""

    @property
    def is_open(self) -> bool:
        """Whether what is no literal fulfils it: it only says that the argument is not written as a text."""
        return self.negated and self.values == (_TEXT,)

    def is_met_by(self, value: str) -> bool:
        """Tell whether a value fulfils it.

        Args:
            value: Source text of a literal, in canonical form; of `self`, a path.
        """
        text = text_of(value) if self.pattern or _TEXT in self.values else None
        if self.pattern:
            return text is not None and re.search(self.pattern, text) is not None
        is_one = value in self.values or (text is not None and _TEXT in self.values)
        return is_one != self.negated

    def __str__(self) -> str:
        """Render as in a message: `init is 'random'`, `solver is not one of 'a', 'b'`."""
        if self.pattern:
            return f"{self.parameter} matches {self.pattern}"
        relation = "is not" if self.negated else "is"
        several = " one of" if len(self.values) > 1 else ""
        return f"{self.parameter} {relation}{several} {', '.join(self.values)}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A text that states an effective default explicitly, and the releases that accept it.

    Attributes:
        text: Literal or dotted name to write after `parameter=`.
        since: First release that accepts it; `None` where every release that has the parameter does.
        until: First release that no longer accepts it; `None` where the newest release read still does.
    """

    text: str
    since: Version | None = None
    until: Version | None = None

    def is_accepted(self, version: Version) -> bool:
        """Tell whether a release accepts the text, as far as the database knows."""
        return (self.since is None or self.since <= version) and (self.until is None or version < self.until)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a row is believed.

    Attributes:
        kind: `signature`, `docstring`, `code`, `warning`, `changelog` or `witness`.
        release: The release whose artefact shows it, as written in `library.toml`; empty for a changelog.
        file: Path of the member inside the artefact; empty for a changelog.
        quote: At most 200 characters found there, white space folded.
        url: Where people can read it; empty where there is none.
    """

    kind: str
    quote: str
    release: str = ""
    file: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row of a release file.

    Attributes:
        distribution: Normalised name.
        release: The release that made the change.
        callable: Canonical path.
        parameter: Its name in the old signature; in the new one where it was added.
        renamed_to: Its name from this release on; empty where the name stays.
        position: 0-based index in the old signature, without `self`; `None` for keyword-only.
        old: Declared default before; `None` where the parameter did not exist or had none.
        new: Declared default from this release on; `None` where the parameter is gone or has none.
        old_effective: What leaving it out did before; `None` where nobody has judged it.
        new_effective: What leaving it out does from this release on; `None` where nobody has judged it.
        kind: What the change means.
        proposed_kind: What the miner takes an unreviewed change for; `None` where it cannot tell, or a person has.
        impact: What it does.
        summary: One sentence whose subject is the parameter.
        when: All conditions under which the row holds; empty for always.
        keep: How to write the old effective default; `None` where it cannot be written.
        accept: How to write the new effective default; `None` where it cannot be written.
        evidence: Never empty.
        added: Day on which the row entered the rules with this meaning; empty where it was always there.
        rare: Whether the change shows in few of the calls that it holds for, and nothing that they pass tells in which.
    """

    distribution: DistributionName
    release: Version
    callable: CallablePath
    parameter: str
    renamed_to: str
    position: int | None
    old: str | None
    new: str | None
    old_effective: Effect | None
    new_effective: Effect | None
    kind: Kind
    impact: Impact
    summary: str
    when: tuple[Condition, ...]
    keep: Spelling | None
    accept: Spelling | None
    evidence: tuple[Evidence, ...]
    proposed_kind: Kind | None = None
    added: str = ""
    rare: bool = False

    @property
    def meant_kind(self) -> Kind:
        """What the change means: by a person, else by the miner."""
        return self.proposed_kind or self.kind
