"""Modules that import their names when they are asked for: a tree in, the same tree with plain imports out.

Such a module says twice what it has: in a table for the loader, and below `TYPE_CHECKING` for those who only read it.
The second is taken.

Source: https://peps.python.org/pep-0562/ (`__getattr__` of a module), and https://docs.python.org/3/library/sys.html
#sys.modules (a module may put another object in its place).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def take_lazy_imports(tree: ast.Module) -> None:
    """Replace each `if TYPE_CHECKING:` of a lazy module by its imports, in place."""
    is_replaced = any(_is_replacement(statement) for statement in _open(tree.body))
    if not is_replaced and not _has_getattr(tree.body):
        return
    names = None if is_replaced else _exported(tree.body)
    body: list[ast.stmt] = []
    for statement in tree.body:
        if isinstance(statement, ast.If) and _is_type_checking(statement.test):
            body += statement.body if names is None else _chosen(statement.body, names)
            # What stands below `else` is for the loader.
            body += [inner for inner in statement.orelse if isinstance(inner, (ast.FunctionDef, ast.ClassDef))]
        else:
            body.append(statement)
    tree.body = body


def _open(statements: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in statements:
        yield statement
        if isinstance(statement, ast.If):
            yield from _open([*statement.body, *statement.orelse])


def _is_replacement(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assign(
            targets=[ast.Subscript(value=ast.Attribute(value=ast.Name(id="sys"), attr="modules"), slice=key)]
        ):
            return isinstance(key, ast.Name) and key.id == "__name__"
        case _:
            return False


def _has_getattr(statements: Sequence[ast.stmt]) -> bool:
    return any(isinstance(statement, ast.FunctionDef) and statement.name == "__getattr__" for statement in statements)


def _is_type_checking(test: ast.expr) -> bool:
    return getattr(test, "id", getattr(test, "attr", "")) == "TYPE_CHECKING"


def _exported(statements: Sequence[ast.stmt]) -> frozenset[str]:
    """Return what `__all__` lists; without it nobody can tell such imports from those that serve annotations."""
    listed = [
        statement.value
        for statement in statements
        if isinstance(statement, (ast.Assign, ast.AugAssign))
        and any(isinstance(node, ast.Name) and node.id == "__all__" for node in _targets(statement))
    ]
    nodes = (node for value in listed for node in ast.walk(value))
    return frozenset(n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))


def _targets(statement: ast.Assign | ast.AugAssign) -> Sequence[ast.expr]:
    return statement.targets if isinstance(statement, ast.Assign) else [statement.target]


def _chosen(statements: Sequence[ast.stmt], names: frozenset[str]) -> Iterator[ast.stmt]:
    for statement in statements:
        if isinstance(statement, ast.ImportFrom):
            statement.names = [alias for alias in statement.names if (alias.asname or alias.name) in names]
            if statement.names:
                yield statement
