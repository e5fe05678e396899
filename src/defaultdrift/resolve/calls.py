"""Find the calls of known callables in a text.

LibCST is imported when the first text is parsed, not before.
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.call import CallSite, Certainty, Span, Star
from defaultdrift.model.finding import Skip
from defaultdrift.resolve.argument import is_hardly_told, received
from defaultdrift.resolve.callee import Candidate, candidates
from defaultdrift.resolve.guard import parses, refusal
from defaultdrift.resolve.lines import line_of, with_newlines

if TYPE_CHECKING:
    from defaultdrift.model.known import Known
    from defaultdrift.resolve.project import Link
    from defaultdrift.resolve.walk import Seen, Walk


@dataclass(frozen=True, slots=True)
class CallSearch:
    """What one text holds.

    Attributes:
        calls: Sorted by span, then callee. A call that may reach several callables is there once for each.
        skips: Why the text, or a part of it, was not looked at. Their `file` is empty: a text has no name.
    """

    calls: tuple[CallSite, ...]
    skips: tuple[Skip, ...]


def find_calls(text: str, known: Known, link: Link | None = None) -> CallSearch:
    """Return every call that may reach one of `known.paths`.

    Whatever the text is, this returns: what cannot be parsed is a skip.

    Args:
        text: Source of a module, decoded, without a byte order mark. Which newlines it has changes nothing.
        known: What is to be found.
        link: Where its imports lead, if it is one module of a project.
    """
    text = with_newlines(text)
    skip = refusal(text)
    if skip is not None:
        return CallSearch((), (skip,))
    try:
        return _search(text, known, link)
    except RecursionError:
        return CallSearch((), (Skip("", 0, "is nested too deeply"),))


def problem_of(text: str) -> Skip | None:
    """Return why a text cannot be looked at, or `None` where it can be; its `file` is empty.

    Args:
        text: Source of a module, or a part of it.
    """
    skip = refusal(text)
    if skip is not None or parses(text):
        return skip
    from defaultdrift.resolve.follow import parse  # noqa: PLC0415  imports LibCST, which knows newer syntax as well

    return (
        None if parse(with_newlines(text)) is not None else Skip("", _line_of_error(text), "does not parse as Python")
    )


def _search(text: str, known: Known, link: Link | None) -> CallSearch:
    from defaultdrift.resolve.place import spans_of  # noqa: PLC0415  imports LibCST

    walk: Walk | Skip | None = None if link is None else link.walk(text)
    if walk is None:
        walk = _follow(text, known, link)
    if isinstance(walk, Skip):
        return CallSearch((), (walk,))
    reached = [(seen, found) for seen in walk.seen.values() if (found := candidates(seen.callee, known, walk.replaced))]
    if not reached:
        return CallSearch((), ())
    spans = spans_of(walk.module, [seen.node for seen, _ in reached], text)
    if spans is None:
        return CallSearch((), (Skip("", 0, "is not given back by the parser as it was read"),))
    calls = [
        _call_site(seen, candidate, spans[id(seen.node)], walk.settings.of(id(seen.node)))
        for seen, found in reached
        for candidate in found
    ]
    return CallSearch(tuple(sorted(calls, key=lambda call: (call.span, call.callee))), ())


def _follow(text: str, known: Known, link: Link | None) -> Walk | Skip:
    import libcst as cst  # noqa: PLC0415  a scan that finds nothing to resolve must not pay for it

    from defaultdrift.resolve.follow import follow  # noqa: PLC0415  imports LibCST

    try:
        return follow(cst.parse_module(text), text, known, link)
    except cst.ParserSyntaxError as error:
        return Skip("", _line_of_error(text) or error.raw_line, "does not parse as Python")
    except SyntaxError:  # a node that LibCST itself finds invalid
        return Skip("", _line_of_error(text), "does not parse as Python")
    except UnicodeEncodeError as error:
        return Skip("", line_of(text, error.start), "has a lone surrogate")


def _line_of_error(text: str) -> int:
    """Return where `ast` sees an error: LibCST says line 1 of all that its tokenizer refuses."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the scanned code, such as invalid escapes
            ast.parse(text)
    except SyntaxError as error:
        return error.lineno or 0
    except (ValueError, RecursionError, MemoryError):
        return 0
    return 0


def _call_site(seen: Seen, candidate: Candidate, span: Span, later: tuple[frozenset[str], frozenset[str]]) -> CallSite:
    given = seen.given
    arguments = received(given)
    if candidate.takes_instance and arguments and arguments[0].star is Star.NONE and arguments[0].keyword is None:
        arguments = arguments[1:]
        given = given[1:] if given[0].star is Star.NONE else given
    is_less = seen.is_indirect or is_hardly_told(seen.given)
    return CallSite(
        span=span,
        callee=candidate.path,
        certainty=candidate.certainty.lowered(Certainty.LIKELY) if is_less else candidate.certainty,
        arguments=arguments,
        passed_positional=sum(one.star is Star.NONE and one.keyword is None for one in given),
        passed_keywords=tuple(one.keyword for one in given if one.keyword is not None),
        has_splat=any(one.star is Star.SPLAT for one in given),
        has_double_splat=any(one.star is Star.DOUBLE_SPLAT for one in given),
        is_fixable=seen.is_own_text,
        receiver=candidate.receiver,
        set_later=later[0],
        perhaps_set_later=later[1],
        has_others=candidate.has_others,
    )
