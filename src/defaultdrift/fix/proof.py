"""Prove edits before they are published: on the call that they repair, and all together on the whole text.

Law 4 of the project: the new text parses, the call has its old arguments and the new ones, nothing else changed, no
comment is lost or doubled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from defaultdrift.fix import tree
from defaultdrift.fix.tokens import tokens_of
from defaultdrift.model.edit import Edit, apply_edits

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Sequence

    from defaultdrift.fix.argument import KeywordText
    from defaultdrift.fix.lines import Lines
    from defaultdrift.fix.shape import Shape
    from defaultdrift.model.call import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CallRepair:
    """What is done to one call.

    Attributes:
        span: The call.
        arguments: What is written into it.
        edits: That write it.
    """

    span: Span
    arguments: tuple[KeywordText, ...]
    edits: tuple[Edit, ...]


def is_call_proved(text: str, shape: Shape, repair: CallRepair) -> bool:
    """Tell whether the edits do to the call what they should, and nothing else."""
    if not all(shape.start < edit.start == edit.end < shape.end for edit in repair.edits):
        return False
    before = text[shape.start : shape.end]
    edits = [Edit(edit.start - shape.start, edit.end - shape.start, edit.replacement) for edit in repair.edits]
    after = apply_edits(before, edits)
    old, new = tokens_of(before), tokens_of(after)
    if old is None or new is None or not old.is_kept_in(new):
        return False
    old_tree, new_tree = tree.parse_call(before), tree.parse_call(after)
    if old_tree is None:
        from defaultdrift.fix import concrete  # noqa: PLC0415  imports LibCST

        return concrete.is_same_but(before, after, repair.arguments)
    added = {tree.key_of(old_tree): repair.arguments}
    return new_tree is not None and tree.is_same_but(old_tree, new_tree, added)


def is_text_proved(lines: Lines, before: ast.Module | None, repairs: Sequence[CallRepair]) -> bool:
    """Tell whether the text still parses after all repairs, and, where the standard library can, is otherwise the same.

    Args:
        lines: Of the text before.
        before: Its tree, or `None` where only LibCST parses it.
        repairs: To be made, each of them proved on its call.
    """
    after = apply_edits(lines.text, [edit for repair in repairs for edit in repair.edits])
    if before is None:
        from defaultdrift.fix import concrete  # noqa: PLC0415  imports LibCST

        return concrete.can_parse(after)
    added = {repair.span: repair.arguments for repair in repairs}
    parsed = tree.parse(after)
    return parsed is not None and tree.is_same_but(before, parsed, tree.keys_of(lines, added))


def keep_proved(
    items: Sequence[T], is_proved: Callable[[Sequence[T]], bool], kept: tuple[T, ...] = ()
) -> tuple[T, ...]:
    """Return `kept` and as many of the items as are proved together with it, leaving out the culprits.

    One proof where there is no culprit; for each culprit as many more as it takes to halve the items down to it.

    Args:
        items: To be kept, if possible.
        is_proved: Tells whether these are proved together; true of none at all.
        kept: Proved already.
    """
    together = (*kept, *items)
    if not items or is_proved(together):
        return together
    if len(items) == 1:
        return kept
    half = len(items) // 2
    return keep_proved(items[half:], is_proved, keep_proved(items[:half], is_proved, kept))
