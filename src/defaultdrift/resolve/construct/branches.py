"""Branches: `if`, `elif`, `else`, and `match`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import pattern_names
from defaultdrift.resolve.construct.narrowing import narrowed, narrowed_otherwise, narrowed_to
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.flow import NO_CHANGE, Branch
from defaultdrift.resolve.tree import Node, children, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Mark

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.value import Value
    from defaultdrift.resolve.walk import Walk


def _if(walk: Walk, node: cst.If) -> None:
    branches: list[Branch] = []
    otherwise: dict[str, Value] = {}
    rest: Node = node
    while kind(rest) == "If":  # a chain of hundreds of `elif` is nested in `orelse`
        walk.visit(rest.test)
        branches.append(_narrowed_branch(walk, [rest.body], narrowed(walk, rest.test)))
        otherwise.update(narrowed_otherwise(walk, rest.test))
        rest = rest.orelse
    is_guard = rest is None and all(branch.is_dead for branch in branches)
    branches.append(_narrowed_branch(walk, [] if rest is None else [rest.body], otherwise))
    walk.flow.merge(branches)
    for name, value in otherwise.items() if is_guard else ():
        walk.flow.set(name, value)  # `if not isinstance(...): raise`


def _narrowed_branch(walk: Walk, bodies: list[Node], told: dict[str, Value]) -> Branch:
    """Follow a branch in which a test tells what names are; after it they are what they were before."""
    branch = walk.branch(*bodies, changes=told)
    return Branch({name: v for name, v in branch.changes.items() if v is not told.get(name)}, branch.is_dead)


def _match(walk: Walk, node: cst.Match) -> None:
    walk.visit(node.subject)
    branches = [_narrowed_branch(walk, [case], _told(walk, node.subject, case.pattern)) for case in node.cases]
    if not any(_takes_all(case) for case in node.cases):
        branches.append(NO_CHANGE)
    walk.flow.merge(branches)


def _told(walk: Walk, subject: Node, pattern: Node) -> dict[str, Value]:
    """Return what `case pd.DataFrame():` tells of the subject, as `isinstance` does."""
    inner = _without_name(pattern)
    told = narrowed_to(walk, subject, walk.visit(inner.cls)) if kind(inner) == "MatchClass" else None
    return {} if told is None else dict([told])


def _without_name(pattern: Node) -> Node:
    return pattern.pattern if kind(pattern) == "MatchAs" and pattern.pattern is not None else pattern


def _case(walk: Walk, node: cst.MatchCase) -> None:
    for name in pattern_names(node.pattern):
        walk.flow.set(name, UNKNOWN)
    pattern: Node = node.pattern
    inner = _without_name(pattern)
    if inner is not pattern and kind(inner) == "MatchClass" and pattern.name is not None:
        told = walk.objects_of(walk.visit(inner.cls))
        walk.flow.set(identifier(pattern.name), UNKNOWN if Mark.UNKNOWN in told else told)
    if node.guard is not None:
        walk.visit(node.guard)
    walk.visit(node.body)


def _takes_all(case: cst.MatchCase) -> bool:
    is_capture = kind(case.pattern) == "MatchAs" and not any(
        kind(c).startswith("Match") for c in children(case.pattern)
    )
    return is_capture and case.guard is None


CONSTRUCT = Construct(nodes={"If": _if, "Match": _match, "MatchCase": _case})
