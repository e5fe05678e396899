"""Say what a function returns so that it can be read without the module: names become dotted paths.

Names of `typing` and `collections.abc` stay as they are written there (`Self`, `Iterator[...]`), forward references
lose their quotes, and what leads nowhere (type variables, aliases) stays a bare name.

Source: https://typing.readthedocs.io/en/latest/spec/annotations.html
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, cast

import griffe

from defaultdrift.mine.namespace import Defined, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from defaultdrift.mine.module import Module
    from defaultdrift.mine.namespace import Namespace

_DEEPEST = 8
_VOCABULARY = frozenset({"typing", "typing_extensions", "collections.abc", "builtins"})


def find_typed(tree: ast.Module, name: str, *, is_package: bool) -> Iterator[tuple[str, str]]:
    """Yield the names that are imported below `TYPE_CHECKING`, and what they lead to.

    Args:
        tree: A module.
        name: Its dotted name.
        is_package: Whether relative imports start at the module itself.
    """
    for statement in tree.body:
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            for inner in statement.body:
                for node in ast.walk(inner):
                    yield from _imports(node, name.split(".") if is_package else name.split(".")[:-1])


def _imports(node: ast.AST, package: list[str]) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Import(names=aliases):
            for alias in aliases:
                yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
        case ast.ImportFrom(module=module, names=aliases, level=level):
            start = package[: len(package) - level + 1] if level else []
            origin = [*start, *([module] if module else [])]
            for alias in aliases:
                yield alias.asname or alias.name, ".".join([*origin, alias.name])
        case _:
            pass


def resolved(namespace: Namespace, module: Module, text: str | None) -> str | None:
    """Return an annotation of a module with the names resolved; `None` where there is none."""
    if text is None:
        return None
    key = (module.file, text)
    if key not in namespace.resolved:
        try:
            node = ast.parse(text, mode="eval").body
            namespace.resolved[key] = ast.unparse(_Resolver(namespace, module).visit(node))
        except (SyntaxError, ValueError, RecursionError):
            namespace.resolved[key] = text
    return namespace.resolved[key]


class _Resolver(ast.NodeTransformer):
    def __init__(self, namespace: Namespace, module: Module) -> None:
        self.namespace = namespace
        self.module = module

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._named([node.id]) or node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        names: list[str] = []
        inner: ast.expr = node
        while isinstance(inner, ast.Attribute):
            names.insert(0, inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name):
            return self._named([inner.id, *names]) or node
        return self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.Subscript:
        node.value = self.visit(node.value)
        if ast.unparse(node.value).rpartition(".")[2] != "Literal":
            node.slice = self.visit(node.slice)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not isinstance(node.value, str):
            return node
        try:
            return cast("ast.expr", self.visit(ast.parse(node.value.strip(), mode="eval").body))
        except (SyntaxError, ValueError):
            return node

    def _named(self, names: list[str]) -> ast.expr | None:
        path = self._path(names)
        return None if path is None else ast.parse(path, mode="eval").body

    def _path(self, names: list[str]) -> str | None:
        found = self.namespace.dotted(self.module, names)
        imported = self._imported(names)
        if found is None and imported is not None:
            found = self.namespace.imported(imported)
        if isinstance(found, Defined):
            return found.path
        if isinstance(found, Unread):
            return found.target
        if imported is None:
            return None
        origin, _, name = imported.rpartition(".")
        return name if origin in _VOCABULARY else imported

    def _imported(self, names: list[str]) -> str | None:
        member = self.module.members.get(names[0])
        target = member.target_path if isinstance(member, griffe.Alias) else self.module.typed.get(names[0])
        return None if target is None else self._followed(".".join([target, *names[1:]]))

    def _followed(self, path: str) -> str:
        """Return where a path leads that other modules of the library import for annotations, too."""
        for _ in range(_DEEPEST):
            parts = path.split(".")
            modules = self.namespace.modules
            known = next((n for n in range(len(parts) - 1, 0, -1) if ".".join(parts[:n]) in modules), None)
            if known is None:
                break
            module = modules[".".join(parts[:known])]
            member = module.members.get(parts[known])
            target = member.target_path if isinstance(member, griffe.Alias) else module.typed.get(parts[known])
            if target is None:
                break
            path = ".".join([target, *parts[known + 1 :]])
        return path
