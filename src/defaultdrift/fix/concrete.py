"""Read calls from, and compare, LibCST's trees: for source in a newer syntax than that of the running Python.

Import this module where it is needed: LibCST takes longer to import than a file takes to fix without it.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider

from defaultdrift.fix import tree
from defaultdrift.fix.shape import Shape, Written
from defaultdrift.model.call import Span, Star

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from libcst.metadata import CodePosition, CodeRange

    from defaultdrift.fix.argument import KeywordText
    from defaultdrift.fix.lines import Lines

_DEEPEST = 200
"""CPython refuses more nested brackets than this; LibCST's native parser crashes the process on some thousands."""

_BRACKETS = re.compile(r"[(\[{]|([)\]}])")


def can_parse(text: str) -> bool:
    """Tell whether LibCST parses the text and gives it back unchanged."""
    if _depth(text) > _DEEPEST:
        return False
    try:
        return libcst.parse_module(text).code == text
    except (libcst.ParserSyntaxError, RecursionError, ValueError):
        return False


def find_shapes(lines: Lines, spans: Collection[Span]) -> dict[Span, Shape | str]:
    """Return the shape of the call at each span of a text that `can_parse`, or the reason why there is none."""
    wrapper = MetadataWrapper(libcst.parse_module(lines.text), unsafe_skip_copy=True)
    places = wrapper.resolve(PositionProvider)
    found: dict[Span, Shape | str] = {}
    for node, is_formatted in _walk(wrapper.module):
        if isinstance(node, libcst.Call) and (span := _span(places[node])) in spans:
            found[span] = "the call is inside a formatted string" if is_formatted else _shape(node, places, lines)
    return found


def is_same_but(before: str, after: str, added: Sequence[KeywordText]) -> bool:
    """Tell whether the call `after` is the call `before` with nothing but these keywords added."""
    old, new = _parse_call(before), _parse_call(after)
    if old is None or new is None:
        return False
    arguments = _arguments(new)
    for argument in added:
        item = ("", argument.name, argument.value)
        if arguments.count(item) != 1:
            return False
        arguments.remove(item)
    return arguments == _arguments(old) and _code(old.func) == _code(new.func)


def _parse_call(text: str) -> libcst.Call | None:
    try:
        # The parentheses make the lines of the call one logical line.
        node = libcst.parse_expression(f"({text}\n)")
    except (libcst.ParserSyntaxError, RecursionError, ValueError):
        return None
    return node if isinstance(node, libcst.Call) else None


def _arguments(call: libcst.Call) -> list[tuple[str, str, str]]:
    """Return star, keyword and value of each argument as written, without the parentheses of a generator."""
    arguments: list[tuple[str, str, str]] = []
    for item in call.args:
        value = item.value
        if isinstance(value, libcst.GeneratorExp):
            value = value.with_changes(lpar=[], rpar=[])
        arguments.append((item.star, item.keyword.value if item.keyword else "", _code(value)))
    return arguments


def _code(node: libcst.CSTNode) -> str:
    return libcst.Module(body=[]).code_for_node(node)


def _walk(module: libcst.Module) -> Iterator[tuple[libcst.CSTNode, bool]]:
    """Yield every node and whether it stands inside a formatted string."""
    formatted = (libcst.FormattedString, *filter(None, [getattr(libcst, "TemplatedString", None)]))
    pending: list[tuple[libcst.CSTNode, bool]] = [(module, False)]
    while pending:
        node, is_formatted = pending.pop()
        yield node, is_formatted
        inside = is_formatted or isinstance(node, formatted)
        pending += ((child, inside) for child in node.children)


def _shape(node: libcst.Call, places: Mapping[libcst.CSTNode, CodeRange], lines: Lines) -> Shape:
    def end(child: libcst.CSTNode) -> int:
        return _offset(lines, places[child].end)

    only = node.args[0].value if len(node.args) == 1 else None
    return Shape(
        start=_offset(lines, places[node].start),
        end=end(node),
        callee_end=end(node.func),
        arguments=tuple(
            Written(end(item.value), item.keyword.value if item.keyword else None, Star(item.star))
            for item in node.args
        ),
        is_bare_generator=isinstance(only, libcst.GeneratorExp) and not only.lpar,
        unpacked=frozenset(name for item in node.args if item.star == "**" for name in _named(item.value)),
    )


def _named(value: libcst.BaseExpression) -> Iterator[str]:
    parsed = tree.parse(f"({_code(value)})")
    if parsed is not None and isinstance(parsed.body[0], ast.Expr):
        yield from tree.named_by_literal(parsed.body[0].value)


def _span(place: CodeRange) -> Span:
    return Span(place.start.line, place.start.column + 1, place.end.line, place.end.column + 1)


def _offset(lines: Lines, position: CodePosition) -> int:
    offset = lines.offset(position.line, position.column + 1)
    assert offset is not None, "LibCST counts lines as we do"  # noqa: S101  ours
    return offset


def _depth(text: str) -> int:
    """Return how deep brackets nest at most; those in strings and comments count too, which errs to the safe side."""
    depth = deepest = 0
    for bracket in _BRACKETS.finditer(text):
        depth = max(0, depth - 1) if bracket.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
