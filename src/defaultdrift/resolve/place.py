"""Find where calls stand: one pass over the tree, with positions for those calls alone.

LibCST nodes hold no positions; its own provider computes them for every node, at twice the price of parsing. Here the
module writes itself out once, and the lengths of the pieces written give the offsets of the few nodes asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import nullcontext
from typing import TYPE_CHECKING

from libcst._nodes.internal import CodegenState

from defaultdrift.model.call import Span
from defaultdrift.resolve.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from types import TracebackType

    import libcst as cst


def spans_of(module: cst.Module, nodes: Iterable[cst.CSTNode], text: str) -> dict[int, Span] | None:
    """Return the span of each node by its identity; `None` where the tree does not give back the text.

    Args:
        module: The parsed text.
        nodes: Expressions of the module. Parentheses around them are not part of the span.
        text: What was parsed.
    """
    state = _State(module.default_indent, module.default_newline)
    state.wanted = {id(node) for node in nodes}
    module._codegen(state)  # noqa: SLF001  what LibCST's own position provider does
    lost = _lost_form_feeds("".join(state.tokens), text)
    if lost is None:
        return None
    offsets = [0]
    for token in state.tokens:
        offsets.append(offsets[-1] + len(token))
    lines = Lines(text)

    def position(piece: int) -> tuple[int, int]:
        return lines.position(offsets[piece] + bisect_right(lost, offsets[piece]))

    return {identity: Span(*position(first), *position(end)) for identity, (first, end) in state.found.items()}


def _lost_form_feeds(written: str, text: str) -> list[int] | None:
    """Return where the written text lacks a form feed of the text; `None` where anything else is different.

    LibCST drops those directly before a statement.
    """
    lost: list[int] = []
    first, *others = text.split("\f")
    if not written.startswith(first):
        return None
    at = len(first)
    for other in others:
        if written.startswith("\f", at):
            at += 1
        else:
            lost.append(at)
        if not written.startswith(other, at):
            return None
        at += len(other)
    return lost if at == len(written) else None


class _State(CodegenState):
    """Writes a module out, and remembers which of the written pieces belong to the nodes wanted."""

    wanted: set[int]

    def __init__(self, default_indent: str, default_newline: str) -> None:
        super().__init__(default_indent, default_newline)
        self.wanted = set()
        self.found: dict[int, tuple[int, int]] = {}

    def record_syntactic_position(  # type: ignore[override]  # a generator costs more than the recording
        self, node: cst.CSTNode, **_: cst.CSTNode | None
    ) -> AbstractContextManager[None]:
        """Surround the writing of a node, without what is around it."""
        return _Recording(self, id(node)) if id(node) in self.wanted else _NOTHING


class _Recording:
    def __init__(self, state: _State, identity: int) -> None:
        self.state = state
        self.identity = identity
        self.first = 0

    def __enter__(self) -> None:
        self.first = len(self.state.tokens)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.state.found[self.identity] = (self.first, len(self.state.tokens))


_NOTHING: AbstractContextManager[None] = nullcontext()
