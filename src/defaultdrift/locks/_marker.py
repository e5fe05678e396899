"""Say shortly where any of several markers holds: the forks of a resolution in, one marker out.

uv splits its forks by Python version and by platform, so that a version that holds from Python 3.11 on may carry nine
markers. Only the form in which uv writes most of them is understood: comparisons joined by `and`.

Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
"""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from defaultdrift.locks._pins import join_markers

if TYPE_CHECKING:
    from collections.abc import Sequence

    # Variable, operator, value: `python_full_version`, `>=`, `3.12`.
    Comparison = tuple[str, str, str]
    Term = frozenset[Comparison]

_COMPARISON = re.compile(r"(\w+) (==|!=|<|>=|<=|>) '([^']*)'")
_MINOR = re.compile(r"(\d+)\.(\d+)\.\*")
# Merging looks at all pairs again and again; more forks than this are told as they are.
_MOST_TERMS = 32


def shorten_markers(markers: Sequence[str]) -> str:
    """Return a marker that holds exactly where any of these does; empty for everywhere.

    Example:
        >>> shorten_markers(["python_full_version >= '3.12'", "python_full_version == '3.11.*'"])
        "python_full_version >= '3.11'"
    """
    terms = [_parse(marker) for marker in markers]
    understood = [term for term in terms if term is not None]
    if len(understood) < len(terms) or len(terms) > _MOST_TERMS:
        return join_markers(markers)
    merged = dict.fromkeys(understood)
    while pair := _find_mergeable(list(merged)):
        first, second, union = pair
        merged = dict.fromkeys([*(term for term in merged if term not in (first, second)), union])
    return join_markers([_render(term) for term in merged])


def _parse(marker: str) -> Term | None:
    """Return the comparisons that a marker joins by `and`, or `None` where it is of another form."""
    comparisons: set[Comparison] = set()
    for part in marker.split(" and "):
        match = _COMPARISON.fullmatch(part)
        if match is None:
            return None
        variable, operator, value = match.groups()
        minor = _MINOR.fullmatch(value) if operator == "==" else None
        if minor:
            following = f"{minor[1]}.{int(minor[2]) + 1}"
            comparisons |= {(variable, ">=", value.removesuffix(".*")), (variable, "<", following)}
        else:
            comparisons.add((variable, operator, value))
    return frozenset(comparisons)


def _find_mergeable(terms: Sequence[Term]) -> tuple[Term, Term, Term] | None:
    """Return two terms, and one that holds where either does."""
    for first, second in permutations(terms, 2):
        if first < second:
            return first, second, first
        for comparison in first:
            union = _merge(first, second, comparison)
            if union is not None:
                return first, second, union
    return None


def _merge(first: Term, second: Term, comparison: Comparison) -> Term | None:
    variable, operator, value = comparison
    if operator == "<" and (variable, ">=", value) in second:
        # [a, b) and [b, c) make [a, c).
        below = _of_operator(first, variable, ">=")
        above = _of_operator(second, variable, "<")
        rest = first - below - {comparison}
        return rest | below | above if rest == second - above - {(variable, ">=", value)} else None
    if operator == "==" and (variable, "!=", value) in second:
        # What is `a` is no `b`, so `a` or (neither `a` nor `b`) is not `b`.
        rest = first - {comparison}
        return second - {(variable, "!=", value)} if rest == second - _of_operator(second, variable, "!=") else None
    return None


def _of_operator(term: Term, variable: str, operator: str) -> Term:
    return frozenset(comparison for comparison in term if comparison[:2] == (variable, operator))


def _render(term: Term) -> str:
    """Return a term as uv writes it: sorted, one minor version with a wildcard."""
    order = (">=", "<")
    told = sorted(term, key=lambda entry: (entry[0], order.index(entry[1]) if entry[1] in order else 2, entry[1:]))
    text = " and ".join(f"{variable} {operator} '{value}'" for variable, operator, value in told)
    return re.sub(r"(\w+) >= '(\d+)\.(\d+)' and \1 < '\2\.(\d+)'", _fold_minor, text)


def _fold_minor(match: re.Match[str]) -> str:
    variable, major, minor, following = match.groups()
    return f"{variable} == '{major}.{minor}.*'" if int(following) == int(minor) + 1 else match[0]
