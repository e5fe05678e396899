"""Format strings: calls in them are calls, but their text is not their own before Python 3.12."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def _format_string(walk: Walk, node: cst.FormattedString | cst.TemplatedString) -> None:
    walk.format_strings += 1
    walk.visit_all(node.parts)
    walk.format_strings -= 1


CONSTRUCT = Construct(nodes={"FormattedString": _format_string, "TemplatedString": _format_string})
