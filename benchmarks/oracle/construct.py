"""Say how the callee of each call is written: a short vocabulary, told by the syntax tree of one file alone."""

from __future__ import annotations

import ast
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Bindings = dict[str, set[str]]

IMPORT, DEFINITION, PARAMETER, LOOP, VARIABLE = "import", "class or function", "parameter", "loop variable", "variable"
RANKED = (PARAMETER, LOOP, VARIABLE, DEFINITION, IMPORT)
"""What a name is that is bound in several ways."""
UNBOUND = "built-in or unknown name"


Function = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
Comprehension = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def find_constructs(text: str) -> dict[tuple[int, int, int, int], str]:
    """Return how each callee is written, by the place of the call: lines and columns as a call site has them."""
    tree = ast.parse(text)
    lines = text.split("\n")

    def column(line: int, offset: int) -> int:
        return len(lines[line - 1].encode()[:offset].decode("utf-8", "replace")) + 1

    found = {}
    for call, scopes in walk(tree, (bind(tree.body),)):
        last, end = call.end_lineno or 0, call.end_col_offset or 0
        place = (call.lineno, column(call.lineno, call.col_offset), last, column(last, end))
        found[place] = describe(call.func, scopes)
    return found


def describe(callee: ast.expr, scopes: tuple[Bindings, ...]) -> str:
    """Return the construct of one callee.

    Args:
        callee: The expression that is called.
        scopes: How names are bound, the innermost scope last.
    """
    if isinstance(callee, ast.Name):
        return what_is(callee.id, scopes)
    if not isinstance(callee, ast.Attribute):
        return {ast.Subscript: "item", ast.Call: "result of a call"}.get(type(callee), "other expression")
    receiver, is_attribute = callee.value, isinstance(callee.value, ast.Attribute)
    while isinstance(receiver, ast.Attribute):
        receiver = receiver.value
    kind = describe_receiver(receiver, scopes)
    if kind == IMPORT:
        return IMPORT
    return f"method of an attribute of {kind}" if is_attribute else f"method of {kind}"


def describe_receiver(receiver: ast.expr, scopes: tuple[Bindings, ...]) -> str:
    """Return what an object is whose method is called, or whose attribute has the method."""
    if isinstance(receiver, ast.Name):
        kind = what_is(receiver.id, scopes)
        is_self = receiver.id in ("self", "cls") and kind == PARAMETER
        return "self" if is_self else kind if kind == IMPORT else f"a {kind}"
    if isinstance(receiver, ast.Call):
        is_super = isinstance(receiver.func, ast.Name) and receiver.func.id == "super"
        return "super()" if is_super else "the result of a call"
    return "an item" if isinstance(receiver, ast.Subscript) else "another expression"


def what_is(name: str, scopes: tuple[Bindings, ...]) -> str:
    """Return how a name is bound, in the innermost scope that binds it."""
    for bindings in reversed(scopes):
        for kind in RANKED:
            if kind in bindings.get(name, ()):
                return kind
    return UNBOUND


def walk(node: ast.AST, scopes: tuple[Bindings, ...]) -> Iterator[tuple[ast.Call, tuple[Bindings, ...]]]:
    """Yield each call with the scopes around it. The body of a class is no scope of its methods, and counts as none."""
    if isinstance(node, ast.Call):
        yield node, scopes
    if isinstance(node, Function):
        body = node.body if isinstance(node.body, list) else [node.body]
        inner = bind(body)
        for argument in find_arguments(node.args):
            inner[argument.arg].add(PARAMETER)
        scopes = (*scopes, inner)
    elif isinstance(node, Comprehension):
        scopes = (*scopes, bind(node.generators))
    for child in ast.iter_child_nodes(node):
        yield from walk(child, scopes)


def bind(body: Iterable[ast.AST]) -> Bindings:
    """Return how each name of a scope is bound there, without the scopes in it."""
    found: Bindings = defaultdict(set)
    pending = list(body)
    while pending:
        node = pending.pop()
        for name, kind in bound_by(node):
            found[name].add(kind)
        if isinstance(node, (*Function, *Comprehension, ast.ClassDef)):
            continue
        pending += ast.iter_child_nodes(node)
    return found


def bound_by(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the names that a node binds and how. A loop's names are told as a loop's before they are as variables."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name, DEFINITION
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0], IMPORT
    elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        for target in ast.walk(node.target):
            if isinstance(target, ast.Name):
                yield target.id, LOOP
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id, VARIABLE


def find_arguments(arguments: ast.arguments) -> Iterator[ast.arg]:
    """Yield every parameter."""
    yield from (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    yield from (argument for argument in (arguments.vararg, arguments.kwarg) if argument is not None)
