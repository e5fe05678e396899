"""Read one module with griffe: its text in, what its names are bound to out; nothing is imported or executed.

Source: https://mkdocstrings.github.io/griffe/guide/users/loading/ (`griffe.visit` reads a module from text alone).
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import griffe

from defaultdrift.mine.branch import prune
from defaultdrift.mine.python2 import parse_module
from defaultdrift.mine.written import Written, find_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path  # noqa: TID251 - griffe's type for what is only a name here

    from defaultdrift.mine.facts import Source

_NO_EXTENSIONS = griffe.Extensions()


@dataclass(frozen=True, slots=True)
class Module:
    """What a module binds.

    Attributes:
        name: Dotted name.
        file: Member that holds it.
        members: Name to definition, import or assignment; the last binding wins, as at run time.
        stars: Modules of `from m import *`, the last one first.
        forwards: Name, in this module, of the one to which `__getattr__` passes every name; empty for none.
        attached: What this module puts into others: name of the module here, attribute, source text of the value.
        exported: What `__all__` lists; `None` where there is none that can be read.
        written: How the source spells each function and class; methods as `Class.name`.
    """

    name: str
    file: str
    members: Mapping[str, griffe.Object | griffe.Alias]
    stars: tuple[str, ...]
    forwards: str
    attached: tuple[tuple[str, str, str], ...]
    exported: tuple[str, ...] | None
    written: Mapping[str, Written]


def module_name(file: str) -> str:
    """Return the dotted name of the module that a member holds.

    Example:
        >>> module_name("sklearn/cluster/__init__.py")
        'sklearn.cluster'
    """
    parts = PurePosixPath(file).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@dataclass(slots=True)
class Reader:
    """Reads the modules of one release; keeps the packages, because relative imports need them.

    Attributes:
        packages: Packages read so far, keyed by dotted name.
    """

    packages: dict[str, griffe.Module] = field(default_factory=dict)

    def read(self, source: Source) -> Module | str:
        """Read a module, or tell why it is no Python, neither 3 nor 2. Its package must have been read before."""
        try:
            tree, text = parse_module(source.text)
        except SyntaxError as error:
            return f"{error.msg} (line {error.lineno})"
        forwards, attached = _forwarded(tree), tuple(_attached(tree))
        prune(tree)
        name = module_name(source.file)
        package, _, last = name.rpartition(".")
        parent = self.packages.get(package)
        # Without its package a module keeps its whole dotted name, which is enough for all but relative imports.
        read = griffe.visit(
            last if parent else name,
            cast("Path", PurePosixPath(source.file)),
            ast.unparse(tree),
            extensions=_NO_EXTENSIONS,
            parent=parent,
        )
        if read.is_init_module:
            self.packages[name] = read
        stars = [m.target_path for key, m in read.members.items() if "/" in key and isinstance(m, griffe.Alias)]
        return Module(
            name=name,
            file=source.file,
            members={key: member for key, member in read.members.items() if "/" not in key},
            stars=tuple(reversed(stars)),
            forwards=forwards,
            attached=attached,
            exported=_exported(read),
            written=dict(find_written(tree, text)),
        )


def _exported(module: griffe.Module) -> tuple[str, ...] | None:
    """Return `__all__` where it is written out; one that is put together from other modules says no more than none."""
    names = [name for name in module.exports or () if isinstance(name, str)]
    return None if module.exports is None or len(names) < len(module.exports) else tuple(names)


def _forwarded(tree: ast.Module) -> str:
    """Return the module whose names `def __getattr__(name): return getattr(module, name)` hands on; empty for none."""
    for statement in tree.body:
        match statement:
            case ast.FunctionDef(
                name="__getattr__",
                body=[*_, ast.Return(value=ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id=target), _]))],
            ):
                return target
            case _:
                pass
    return ""


def _attached(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Yield `setattr(ensemble, "X", X)` and `ensemble.X = X`: the way in which experimental estimators are enabled."""
    for statement in tree.body:
        match statement:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Name(id="setattr"),
                    args=[ast.Name(id=module), ast.Constant(value=str(name)), value],
                )
            ):
                yield module, name, ast.unparse(value)
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id=module), attr=name)], value=value):
                yield module, name, ast.unparse(value)
            case _:
                pass


def text_of(expression: Any) -> str | None:  # noqa: ANN401 - griffe has an `Expr` or a text or nothing here
    """Return the source text of what griffe made of an expression."""
    return None if expression is None else str(expression)
