"""A call site: what may be called at a place in source, and what is passed there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

ANYTHING = "**"
"""Stands for the names of parameters that nobody knows."""


class Certainty(str, Enum):
    """Do we know that the call leaves the parameter out? Each construct on the way may only lower it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    def lowered(self, other: Certainty) -> Certainty:
        """Return the lower of the two.

        Example:
            >>> Certainty.CERTAIN.lowered(Certainty.LIKELY).value
            'likely'
        """
        order = list(Certainty)
        return max(self, other, key=order.index)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of source. Lines and columns are 1-based; columns count code points.

    Attributes:
        line: Line of the first character.
        column: Column of the first character.
        end_line: Line of the last character.
        end_column: Column just after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Star(str, Enum):
    """How an argument is unpacked."""

    NONE = ""
    SPLAT = "*"
    DOUBLE_SPLAT = "**"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument as the callee receives it.

    An unpacked literal in reach (`**{"n_init": 3}`, `*(1, 2)`) is given as the single arguments that it unpacks to;
    an argument with a star is one whose content is not known.

    Attributes:
        keyword: Keyword it is passed by; `None` where it is passed by position or unpacked.
        value: Source text where the value is a literal, otherwise `None`: not known.
        star: Whether it is an unpacking whose content is not known.
    """

    keyword: str | None
    value: str | None
    star: Star = Star.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSite:
    """A call in source.

    Attributes:
        span: From the callee to after the closing parenthesis; in a configuration, that of the dotted path.
        callee: Dotted path as the names in the file lead to it: an import path, not necessarily canonical.
        certainty: Whether this path is what is called here.
        arguments: In the order of the source. A bound `self` is not among them.
        passed_positional: Positional arguments as written, stars not counted.
        passed_keywords: Keywords as written, in the order of the source.
        has_splat: Whether `*something` is written.
        has_double_splat: Whether `**something` is written.
        is_fixable: Whether a keyword can be inserted at `span`: not where its text is not its own, as in an f-string
            before Python 3.12. A `partial(KMeans, 3)` is a call of `KMeans` whose span is the whole `partial(...)`.
        set_later: Parameters that are set on the object that the call makes, as by `km.n_init = 10` in the next line.
        perhaps_set_later: Those that may be set on it, as by a search over `{"kmeans__n_init": ...}`; `ANYTHING` among
            them where nobody knows which, as by `km.set_params(**chosen)`.
        receiver: Of a method, what of a library gave the object: `pandas.DataFrame.isna` for `df.isna().sum()`. Empty
            where that is not known.
        has_others: Whether the file names another callable that may be called here as well.
    """

    span: Span
    callee: str
    certainty: Certainty
    arguments: tuple[Argument, ...]
    passed_positional: int
    passed_keywords: tuple[str, ...]
    has_splat: bool
    has_double_splat: bool
    is_fixable: bool = True
    set_later: frozenset[str] = frozenset()
    perhaps_set_later: frozenset[str] = frozenset()
    receiver: str = ""
    has_others: bool = False
