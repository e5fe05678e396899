"""Write arguments into calls: text and insertions in, proved edits and refusals out.

Where and how is `fix/layout.py`; what is believed of it is `fix/proof.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.fix import tree
from defaultdrift.fix.argument import KeywordText, parse_argument
from defaultdrift.fix.layout import insert
from defaultdrift.fix.lines import Lines
from defaultdrift.fix.proof import CallRepair, is_call_proved, is_text_proved, keep_proved
from defaultdrift.fix.shape import Shape, find_parentheses
from defaultdrift.model.edit import Refusal, Repair

if TYPE_CHECKING:
    import ast
    from collections.abc import Collection, Mapping, Sequence

    from defaultdrift.model.call import Span
    from defaultdrift.model.edit import Insertion

_UNPARSED = "the file does not parse"
_NO_CALL = "there is no call at this place"
_UNPROVED = "the new call could not be proved to differ in nothing else"


def insert_arguments(text: str, insertions: Sequence[Insertion]) -> Repair:
    """Return the edits that write the arguments, proved, and the insertions that were not made, with the reason.

    Arguments of one call are written in the order of their fixes; the same argument asked for twice is written once.

    Args:
        text: Source of a file, without a byte order mark, with its original newlines.
        insertions: In any order; several may name one call.
    """
    refused: dict[Insertion, str] = {}
    asked: dict[Span, dict[Insertion, KeywordText]] = {}
    for insertion in insertions:
        argument = parse_argument(insertion.fix.text)
        if isinstance(argument, str):
            refused[insertion] = argument
        else:
            asked.setdefault(insertion.span, {})[insertion] = argument
    kept = _repairs(text, asked, refused) if asked else ()
    return Repair(
        edits=tuple(sorted(edit for repair in kept for edit in repair.edits)),
        refusals=tuple(Refusal(insertion, refused[insertion]) for insertion in insertions if insertion in refused),
    )


def _repairs(
    text: str, asked: Mapping[Span, Mapping[Insertion, KeywordText]], refused: dict[Insertion, str]
) -> Sequence[CallRepair]:
    """Return what is proved, and add to `refused` what is not."""
    lines = Lines(text)
    module = tree.parse(text)
    shapes = _shapes(lines, module, asked)
    repairs = []
    for span, wanted in asked.items():
        shape = shapes.get(span, _NO_CALL)
        if isinstance(shape, Shape):
            refused.update(_objections(shape, wanted))
        accepted = {insertion: wanted[insertion] for insertion in wanted if insertion not in refused}
        repair = _repair(lines, shape, span, _in_order(accepted)) if isinstance(shape, Shape) else shape
        if isinstance(repair, str):
            refused.update(dict.fromkeys(accepted, repair))
        elif accepted:
            repairs.append(repair)
    kept = keep_proved(repairs, lambda some: is_text_proved(lines, module, some))
    for repair in set(repairs).difference(kept):
        refused.update({insertion: refused.get(insertion, _UNPROVED) for insertion in asked[repair.span]})
    return kept


def _shapes(lines: Lines, module: ast.Module | None, spans: Collection[Span]) -> Mapping[Span, Shape | str]:
    if module is not None:
        return tree.find_shapes(module, lines, spans)
    from defaultdrift.fix import concrete  # noqa: PLC0415  imports LibCST

    if concrete.can_parse(lines.text):
        return concrete.find_shapes(lines, spans)
    return dict.fromkeys(spans, _UNPARSED)


def _objections(shape: Shape, wanted: Mapping[Insertion, KeywordText]) -> dict[Insertion, str]:
    """Return what cannot be written into the call whatever its layout, and why."""
    passed = {argument.keyword for argument in shape.arguments}
    objections = {}
    for insertion, argument in wanted.items():
        values = sorted({other.value for other in wanted.values() if other.name == argument.name})
        if argument.name in passed:
            objections[insertion] = f"{argument.name!r} is passed already"
        elif argument.name in shape.unpacked:
            objections[insertion] = f"{argument.name!r} is passed already, by '**'"
        elif len(values) > 1:
            objections[insertion] = f"{argument.name!r} cannot be {' and '.join(values)} at once"
    return objections


def _in_order(accepted: Mapping[Insertion, KeywordText]) -> tuple[KeywordText, ...]:
    ranked = sorted(accepted, key=lambda insertion: (insertion.fix.order, accepted[insertion].name))
    return tuple(dict.fromkeys(accepted[insertion] for insertion in ranked))


def _repair(lines: Lines, shape: Shape, span: Span, arguments: tuple[KeywordText, ...]) -> CallRepair | str:
    """Return the repair of one call, proved on that call, or why there is none."""
    call = find_parentheses(lines.text, shape)
    if call is None:
        return "the arguments of the call could not be told apart"
    if not arguments:
        return CallRepair(span, (), ())
    texts = [argument.text for argument in arguments]
    repair = CallRepair(span, arguments, insert(lines, call, texts, is_bare_generator=shape.is_bare_generator))
    return repair if is_call_proved(lines.text, shape, repair) else _UNPROVED
