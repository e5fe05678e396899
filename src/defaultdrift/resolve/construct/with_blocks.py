"""`with ... as name`: what a context manager gives is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.assignments import bind
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.value import UNKNOWN

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _with_item(walk: Walk, node: cst.WithItem) -> None:
    walk.visit(node.item)
    if node.asname is not None:
        bind(walk, node.asname.name, UNKNOWN)


CONSTRUCT = Construct(nodes={"WithItem": _with_item})
