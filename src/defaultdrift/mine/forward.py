"""What functions do with `**kwargs`: to which one other callable do they hand them, and what do they take out before?

Source: https://docs.python.org/3/reference/expressions.html#calls. A function is told about only where its body leaves
no doubt: one callee, and nothing that may put other keywords in or hide the dictionary from view.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from defaultdrift.mine.written import source_between
from defaultdrift.model.literal import canonical, is_literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_Function: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"

UNKNOWN = "..."
"""The text of a default that exists and is not written where it can be read, as stubs write it."""

_READING = frozenset({"keys", "items", "values", "copy"})


@dataclass(frozen=True, slots=True)
class Forward:
    """What becomes of the `**kwargs` of a function.

    Attributes:
        callee: Source text of the one callable that gets them; empty where none does.
        positional: How many of the callee's parameters the call passes by position.
        taken: Keywords that do not reach the callee from outside.
        settled: Keyword to the text of the default that it gets on the way.
        own: Keyword that the function takes out itself, to the text of its default.
        quotes: Keyword to the source of the statement that gives it its default here.
    """

    callee: str
    positional: int
    taken: frozenset[str]
    settled: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, str], ...]
    quotes: Mapping[str, str]


def find_forwards(tree: ast.Module, text: str) -> Iterator[tuple[str, Forward]]:
    """Yield the functions of a module, and those of its classes, that hand on what they do not know.

    Args:
        tree: The module, bodies of functions included.
        text: The text that the tree was made of.
    """
    lines = text.split("\n")
    for statement in _open(tree.body):
        if isinstance(statement, ast.ClassDef):
            for inner in _open(statement.body):
                if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)) and (found := _read(inner, lines)):
                    yield f"{statement.name}.{inner.name}", found
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) and (found := _read(statement, lines)):
            yield statement.name, found


def _open(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a block, those inside of conditions included."""
    for statement in statements:
        yield statement
        if isinstance(statement, (ast.If, ast.Try, ast.With)):
            for name in ("body", "orelse", "finalbody"):
                yield from _open(getattr(statement, name, []))
            for handler in getattr(statement, "handlers", []):
                yield from _open(handler.body)


@dataclass(slots=True)
class _Body:
    """What was found in a body so far; `is_clear` is lost with the first use that is not understood."""

    name: str
    lines: Sequence[str]
    calls: list[ast.Call] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    settled: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    quotes: dict[str, str] = field(default_factory=dict)
    is_clear: bool = True

    def settle(self, into: dict[str, str], keyword: str, value: ast.expr, node: ast.expr | ast.stmt) -> None:
        self.quotes[keyword] = " ".join(source_between(node, node, self.lines).split())
        text = canonical(ast.unparse(value))
        text = text if is_literal(text) else UNKNOWN
        into[keyword] = text if into.get(keyword, text) == text else UNKNOWN

    def is_it(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Name) and node.id == self.name


def _read(function: _Function, lines: Sequence[str]) -> Forward | None:
    if function.args.kwarg is None:
        return None
    body = _Body(function.args.kwarg.arg, lines)
    for statement in function.body:
        _visit(statement, body, is_sure=True)
    callees = {ast.unparse(call.func) for call in body.calls}
    if not body.is_clear or len(body.calls) > 1:
        return None
    own = {name: default for name, default in body.own.items() if name not in _declared(function)}
    if not body.calls:
        return Forward("", 0, frozenset(), (), tuple(sorted(own.items())), body.quotes) if own else None
    call, callee = body.calls[0], callees.pop()
    is_spread = any(isinstance(argument, ast.Starred) for argument in call.args)
    is_spread |= sum(keyword.arg is None for keyword in call.keywords) > 1
    if is_spread or _is_local(call.func, function):
        return None
    given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
    taken = body.taken | given | set(own) | _declared(function)
    settled = tuple(sorted(body.settled.items()))
    return Forward(callee, len(call.args), frozenset(taken), settled, tuple(sorted(own.items())), body.quotes)


def _declared(function: _Function) -> set[str]:
    arguments = function.args
    return {argument.arg for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]}


def _is_local(callee: ast.expr, function: _Function) -> bool:
    """Tell whether the callee is a value of the call: then it is one function today and another one tomorrow."""
    while isinstance(callee, ast.Attribute):
        callee = callee.value
    if isinstance(callee, ast.Call):
        return not (isinstance(callee.func, ast.Name) and callee.func.id == "super")
    if not isinstance(callee, ast.Name):
        return True
    bound = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return callee.id in bound or (callee.id in _declared(function) and callee.id not in {"self", "cls"})


def _visit(node: ast.AST, body: _Body, *, is_sure: bool) -> None:
    """Look at a node and below.

    Args:
        node: Of the body of the function.
        body: Collects what is found.
        is_sure: Whether the node is run by every call.
    """
    if _is_understood(node, body, is_sure=is_sure):
        return
    if body.is_it(node):
        body.is_clear = False
    inner = is_sure and not isinstance(node, (ast.If, ast.For, ast.While, ast.IfExp, ast.Try))
    for child in ast.iter_child_nodes(node):
        _visit(child, body, is_sure=inner)


def _is_understood(node: ast.AST, body: _Body, *, is_sure: bool) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=target, attr=method)) if body.is_it(target):
            return _method(node, method, body, is_sure=is_sure)
        case ast.Call(keywords=keywords) if any(k.arg is None and body.is_it(k.value) for k in keywords):
            body.calls.append(node)
            for child in [node.func, *node.args, *(k.value for k in keywords if not body.is_it(k.value))]:
                _visit(child, body, is_sure=is_sure)
        case ast.If(test=ast.Compare(left=ast.Constant(value=str(keyword)), ops=[ast.NotIn()], comparators=[target])):
            return body.is_it(target) and _missing(node, keyword, body)
        case ast.Compare(left=left, ops=[ast.In() | ast.NotIn()], comparators=[target]) if body.is_it(target):
            _visit(left, body, is_sure=is_sure)
        case ast.If(test=target) if body.is_it(target):
            for statement in [*node.body, *node.orelse]:
                _visit(statement, body, is_sure=False)
        case ast.Subscript(value=target, slice=ast.Constant(value=str(keyword))) if body.is_it(target):
            _subscript(node, keyword, body, is_sure=is_sure)
        case _:
            return False
    return True


def _subscript(node: ast.Subscript, keyword: str, body: _Body, *, is_sure: bool) -> None:
    if isinstance(node.ctx, ast.Del) or (isinstance(node.ctx, ast.Store) and is_sure):
        body.taken.add(keyword)
    elif isinstance(node.ctx, ast.Store):
        body.settled[keyword] = UNKNOWN


def _method(call: ast.Call, method: str, body: _Body, *, is_sure: bool) -> bool:
    match method, call.args:
        case "pop" | "get" | "setdefault", [ast.Constant(value=str(keyword)), *rest]:
            for value in rest:
                _visit(value, body, is_sure=is_sure)
            if method == "setdefault" and rest:
                body.settle(body.settled, keyword, rest[0], call)
            elif method == "pop":
                body.taken.add(keyword)
                if rest:
                    body.settle(body.own, keyword, rest[0], call)
            return True
        case _, []:
            return method in _READING
        case _:
            return False


def _missing(node: ast.If, keyword: str, body: _Body) -> bool:
    """Read `if "x" not in kwargs: kwargs["x"] = 1`, which is `kwargs.setdefault("x", 1)`."""
    match node:
        case ast.If(
            body=[ast.Assign(targets=[ast.Subscript(value=target, slice=ast.Constant(value=name))], value=value)],
            orelse=[],
        ) if body.is_it(target) and name == keyword:
            body.settle(body.settled, keyword, value, node.body[0])
            return True
        case _:
            return False
