"""Loops: `for`, `while`, `break`, `continue`. A loop may be run not at all, and its end leads to its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import bound_in
from defaultdrift.resolve.construct.assignments import bind
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.flow import NO_CHANGE, Branch
from defaultdrift.resolve.scope import Loop
from defaultdrift.resolve.tree import Node, kind
from defaultdrift.resolve.value import Literal, Mark, only

if TYPE_CHECKING:
    from collections.abc import Callable

    import libcst as cst

    from defaultdrift.resolve.walk import Walk

_MOST_NESTED = 3
"""A loop in more loops than this is followed once only; what it binds is not known at its beginning."""


def _for(walk: Walk, node: cst.For) -> None:
    elements = walk.elements_of(walk.visit(node.iter))
    _loop(walk, node, lambda: bind(walk, node.target, elements), is_endless=False)


def _while(walk: Walk, node: cst.While) -> None:
    test = only(walk.visit(node.test)) if kind(node.test) in ("Name", "Integer") else None
    is_endless = isinstance(test, Literal) and test.text in ("True", "1")
    _loop(walk, node, lambda: walk.visit(node.test), is_endless=is_endless)


def _loop(walk: Walk, node: cst.For | cst.While, begin: Callable[[], object], *, is_endless: bool) -> None:
    flow, loops = walk.flow, walk.scope.loops
    if len(loops) >= _MOST_NESTED:
        flow.weaken(bound_in([node.body], has_walrus=walk.has_walrus), Mark.UNKNOWN)
    loop, end = _iteration(walk, node.body, begin)
    if len(loops) < _MOST_NESTED and _matters_to_the_next(walk, end):
        flow.merge([NO_CHANGE, end])
        loop, end = _iteration(walk, node.body, begin)
    if not is_endless:
        flow.merge([NO_CHANGE, end])
        rest = walk.branch() if node.orelse is None else walk.branch(node.orelse.body)
        flow.merge([rest, *loop.breaks])
    elif loop.breaks:
        flow.merge(loop.breaks)
    else:
        flow.merge([end._replace(is_dead=True)])


def _iteration(walk: Walk, body: Node, begin: Callable[[], object]) -> tuple[Loop, Branch]:
    """Follow the body once, and return what it changes by the time that the next iteration begins."""
    flow, loops = walk.flow, walk.scope.loops
    loop = Loop(flow.depth)
    loops.append(loop)
    flow.fork()
    begin()
    walk.visit(body)
    end = flow.leave()
    loops.pop()
    flow.fork()
    flow.merge([end, *loop.continues])
    return loop, flow.leave()


def _matters_to_the_next(walk: Walk, end: Branch) -> bool:
    flow = walk.flow
    for name, value in end.changes.items():
        before = flow.get(name)
        if name in flow.missed if before is None else not set(value) <= set(before):
            return True
    return False


def _break(walk: Walk, _: cst.Break) -> None:
    if walk.scope.loops:
        walk.scope.loops[-1].breaks.append(walk.flow.snapshot(walk.scope.loops[-1].depth))
    walk.flow.is_dead = True


def _continue(walk: Walk, _: cst.Continue) -> None:
    if walk.scope.loops:
        walk.scope.loops[-1].continues.append(walk.flow.snapshot(walk.scope.loops[-1].depth))
    walk.flow.is_dead = True


CONSTRUCT = Construct(nodes={"For": _for, "While": _while, "Break": _break, "Continue": _continue})
