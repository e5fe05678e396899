"""Functions that other functions make: a tree in, the same tree with `read = make_reader(...)` written out.

`Model = complete(Model)` behind a definition is a decorator in other words, and dropped: the definition is what counts.
Else only where nothing is left to guess: the maker stands in the same module and returns the one function that it
defines.
What a default takes from the maker's own parameters is unknown.
"""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_made_functions(tree: ast.Module) -> None:
    """Replace the assignments of a module that bind a made function by its definition, in place."""
    makers = {s.name: made for s in tree.body if isinstance(s, ast.FunctionDef) and (made := _made(s)) is not None}
    defined: set[str] = set()
    kept: list[ast.stmt] = []
    for statement in tree.body:
        if not _is_decoration(statement, defined):
            kept.append(written := _written_out(statement, makers) or statement)
            if isinstance(written, (ast.FunctionDef, ast.ClassDef)):
                defined.add(written.name)
    tree.body = kept


def _is_decoration(statement: ast.stmt, defined: set[str]) -> bool:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[ast.Name(id=given), *_])):
            return name == given and name in defined
        case _:
            return False


def _made(maker: ast.FunctionDef) -> ast.FunctionDef | None:
    match maker.body[-1]:
        case ast.Return(value=ast.Name(id=name)) as last:
            pass
        case _:
            return None
    inner = [s for s in maker.body if isinstance(s, ast.FunctionDef) and s.name == name]
    bindings = [node for node in _outside_of_functions(maker) if isinstance(node, (ast.Name, ast.Return))]
    is_rebound = any(isinstance(node, ast.Name) and node.id == name and _is_stored(node) for node in bindings)
    has_other = any(isinstance(node, ast.Return) and node is not last for node in bindings)
    if len(inner) != 1 or is_rebound or has_other or maker.decorator_list or inner[0].decorator_list:
        return None
    arguments = inner[0].args
    if not (arguments.posonlyargs or arguments.args or arguments.kwonlyargs):
        return None  # a wrapper: what it takes is what the wrapped function takes
    made = copy.copy(inner[0])
    made.args = _without_names_of(maker, arguments)
    return made


def _outside_of_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield child
            yield from _outside_of_functions(child)


def _is_stored(node: ast.Name) -> bool:
    return not isinstance(node.ctx, ast.Load)


def _without_names_of(maker: ast.FunctionDef, arguments: ast.arguments) -> ast.arguments:
    """Return the arguments with `...` for each default that the maker decides."""
    bound = {argument.arg for argument in ast.walk(maker.args) if isinstance(argument, ast.arg)}
    bound |= {node.id for node in _outside_of_functions(maker) if isinstance(node, ast.Name) and _is_stored(node)}

    def told(default: ast.expr) -> ast.expr:
        is_local = any(isinstance(node, ast.Name) and node.id in bound for node in ast.walk(default))
        return ast.copy_location(ast.Constant(value=...), default) if is_local else default

    changed = copy.copy(arguments)
    changed.defaults = [told(default) for default in arguments.defaults]
    changed.kw_defaults = [None if default is None else told(default) for default in arguments.kw_defaults]
    return changed


def _written_out(statement: ast.stmt, makers: Mapping[str, ast.FunctionDef]) -> ast.FunctionDef | None:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
            pass
        case _:
            return None
    # `register("name")(make_reader(...))`: what is registered is what was made.
    while isinstance(call.func, ast.Call) and len(call.args) == 1 and isinstance(call.args[0], ast.Call):
        call = call.args[0]
    if not isinstance(call.func, ast.Name) or call.func.id not in makers:
        return None
    made = copy.copy(makers[call.func.id])
    made.name = name
    return made
