"""Read calls from, and compare, the trees of the standard library's parser: the first choice wherever it parses.

Its columns count bytes of UTF-8; spans count code points.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from defaultdrift.fix.shape import Shape, Written
from defaultdrift.model.call import Star

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from defaultdrift.fix.argument import KeywordText
    from defaultdrift.fix.lines import Lines
    from defaultdrift.model.call import Span

Key = tuple[int, int, int, int]
"""Line and column of a node's first character and of its end, as the parser counts them."""

_FORMATTED: tuple[type[ast.AST], ...] = (ast.JoinedStr, *filter(None, [getattr(ast, "TemplateStr", None)]))


def parse(text: str) -> ast.Module | None:
    """Return the tree, or `None` where this Python cannot parse the text."""
    try:
        with warnings.catch_warnings():
            # The parser warns of things that are none of our business, such as an invalid escape in a string.
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def parse_call(text: str) -> ast.Call | None:
    """Return the tree of a call's own text, whatever the indentation of its lines; `None` where it is not one call."""
    module = parse(f"({text}\n)")
    statement = module.body[0] if module is not None and len(module.body) == 1 else None
    return statement.value if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) else None


def find_shapes(tree: ast.Module, lines: Lines, spans: Iterable[Span]) -> dict[Span, Shape | str]:
    """Return the shape of the call at each span, or the reason why there is none."""
    wanted = {key: span for span in spans if (key := _key_of_span(lines, span)) is not None}
    found: dict[Span, Shape | str] = {}
    strings: list[Key] = []
    for node, is_formatted in _walk(tree):
        if isinstance(node, _FORMATTED) and not is_formatted:
            strings.append(key_of(node))
        elif isinstance(node, ast.Call) and not is_formatted and (span := wanted.get(key_of(node))):
            found[span] = _shape(node, lines)
    for key, span in wanted.items():
        # Before Python 3.12 the places of what stands inside a formatted string are
        # not reliable; those of the string are.
        if span not in found and any(string[:2] <= key[:2] and key[2:] <= string[2:] for string in strings):
            found[span] = "the call is inside a formatted string"
    return found


def key_of(node: ast.AST) -> Key:
    """Return the place of a node."""
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]


def is_same_but(before: ast.AST, after: ast.AST, added: Mapping[Key, Sequence[KeywordText]]) -> bool:
    """Tell whether the trees differ in nothing but keywords added to calls, every one of them.

    Args:
        before: The old tree.
        after: The new one.
        added: The keywords added, by the place of the call in the old tree.
    """
    missing = {key for key, arguments in added.items() if arguments}
    pending: list[tuple[object, object]] = [(before, after)]
    while pending:
        old, new = pending.pop()
        if type(old) is not type(new):
            return False
        if isinstance(old, ast.Call) and isinstance(new, ast.Call) and (key := key_of(old)) in missing:
            missing.discard(key)
            rest = _without(new.keywords, added[key])
            if rest is None:
                return False
            pending += ((old.func, new.func), (old.args, new.args), (old.keywords, rest))
        elif isinstance(old, ast.AST):
            pending += ((getattr(old, name, None), getattr(new, name, None)) for name in old._fields)
        elif isinstance(old, list) and isinstance(new, list):
            if len(old) != len(new):
                return False
            pending += zip(old, new, strict=True)
        elif old != new:
            return False
    return not missing


def keys_of(lines: Lines, added: Mapping[Span, Sequence[KeywordText]]) -> dict[Key, Sequence[KeywordText]]:
    """Return the same mapping, by the place as the parser counts it."""
    return {key: arguments for span, arguments in added.items() if (key := _key_of_span(lines, span)) is not None}


def named_by_literal(node: ast.expr) -> Iterator[str]:
    """Yield the keywords that a literal after `**` passes: `{"a": 1}`, `dict(a=1)`, and these inside each other."""
    pending = [node]
    while pending:
        value = pending.pop()
        if isinstance(value, ast.Dict):
            for key, item in zip(value.keys, value.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value
                elif key is None:
                    pending.append(item)
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "dict":
            for argument in value.keywords:
                if argument.arg is None:
                    pending.append(argument.value)
                else:
                    yield argument.arg


def _walk(tree: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """Yield every node and whether it stands inside a formatted string; deep trees are no problem."""
    pending = [(tree, False)]
    while pending:
        node, is_formatted = pending.pop()
        yield node, is_formatted
        inside = is_formatted or isinstance(node, _FORMATTED)
        pending += ((child, inside) for child in ast.iter_child_nodes(node))


def _shape(node: ast.Call, lines: Lines) -> Shape:
    arguments: list[ast.expr | ast.keyword] = sorted((*node.args, *node.keywords), key=lambda item: key_of(item)[:2])
    end = _end(node, lines)
    is_bare = len(arguments) == 1 and isinstance(arguments[0], ast.GeneratorExp) and _end(arguments[0], lines) == end
    return Shape(
        start=_offset(lines, node.lineno, node.col_offset),
        end=end,
        callee_end=_end(node.func, lines),
        arguments=tuple(_written(item, lines, is_bare=is_bare) for item in arguments),
        is_bare_generator=is_bare,
        unpacked=frozenset(name for item in node.keywords if item.arg is None for name in named_by_literal(item.value)),
    )


def _written(item: ast.expr | ast.keyword, lines: Lines, *, is_bare: bool) -> Written:
    if isinstance(item, ast.keyword):
        return Written(_end(item.value, lines), item.arg, Star.DOUBLE_SPLAT if item.arg is None else Star.NONE)
    if isinstance(item, ast.Starred):
        return Written(_end(item.value, lines), None, Star.SPLAT)
    last = item
    if is_bare and isinstance(item, ast.GeneratorExp):
        # Its own place is that of the call's parentheses; the text of the generator ends with its last clause.
        last = (item.generators[-1].ifs or [item.generators[-1].iter])[-1]
    return Written(_end(last, lines), None, Star.NONE)


def _without(keywords: Sequence[ast.keyword], added: Sequence[KeywordText]) -> list[ast.keyword] | None:
    """Return the keywords without those added, or `None` unless each is there once with the value asked for."""
    values = {argument.name: argument.value for argument in added}
    rest = []
    for item in keywords:
        if item.arg is None or item.arg not in values:
            rest.append(item)
            continue
        expected = parse(f"({values.pop(item.arg)})")
        if expected is None or not is_same_but(expected.body[0], ast.Expr(item.value), {}):
            return None
    return None if values else rest


def _key_of_span(lines: Lines, span: Span) -> Key | None:
    start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
    if start is None or end is None:
        return None
    return span.line, _width(lines.before(start)), span.end_line, _width(lines.before(end))


def _end(node: ast.AST, lines: Lines) -> int:
    _, _, line, column = key_of(node)
    return _offset(lines, line, column)


def _offset(lines: Lines, line: int, column: int) -> int:
    text = lines.of(line)
    if not text.isascii():
        column = len(text.encode()[:column].decode())
    offset = lines.offset(line, column + 1)
    assert offset is not None, "the parser counts lines as we do"  # noqa: S101  ours
    return offset


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
