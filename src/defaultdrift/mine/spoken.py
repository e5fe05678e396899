"""What a module says about parameters beside signatures and docstrings: decorators, warnings, constraints, values."""

from __future__ import annotations

import ast
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from defaultdrift.model.literal import is_literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Function: TypeAlias = "ast.FunctionDef | ast.AsyncFunctionDef"

CONSTRAINTS = "_parameter_constraints"
"""The class attribute in which scikit-learn and its kin state which values each parameter accepts."""

TELLING = re.compile(r"default|deprecat|renam|remov|will (?:be|change)|instead", re.IGNORECASE)
"""What a text names that may be about a change of a parameter."""

_MARKS = re.compile(r"""["'`]\s+[fFrRbBuU]*["'`]|["`]""")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the source of a function or class says.

    Attributes:
        decorators: Source text of each, white space folded, without the `@`.
        warnings: Source text of the messages that its body warns with, white space folded; of a class, those of the
            functions in its body.
        constraints: The statements of a class body that make up `_parameter_constraints`.
    """

    decorators: tuple[str, ...]
    warnings: tuple[str, ...]
    constraints: tuple[ast.stmt, ...] = ()


def find_spoken(tree: ast.Module, text: str) -> Iterator[tuple[str, Spoken]]:
    """Yield what is said about each function and class of a module, and the functions of its classes.

    Args:
        tree: The module, bodies of functions included.
        text: The text that the tree was made of.
    """
    lines = text.split("\n")
    for statement in _open(tree.body):
        if isinstance(statement, ast.ClassDef):
            functions = [s for s in _open(statement.body) if isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))]
            found = [(f"{statement.name}.{function.name}", _function(function, lines)) for function in functions]
            yield from found
            yield (
                statement.name,
                Spoken(
                    _decorators(statement, lines),
                    tuple(dict.fromkeys(text for _, spoken in found for text in spoken.warnings)),
                    tuple(s for s in statement.body if CONSTRAINTS in _names(s)),
                ),
            )
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield statement.name, _function(statement, lines)


def find_constants(tree: ast.Module) -> dict[str, str]:
    """Return the names of a module that stand for one literal, to its source text; assigned twice is no constant."""
    values: dict[str, str] = {}
    times: Counter[str] = Counter()
    for statement in _open(tree.body):
        match statement:
            case ast.Assign(targets=targets, value=value):
                names = [target.id for target in targets if isinstance(target, ast.Name)]
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                names = [name]
            case _:
                times.update(_stored(statement))
                continue
        times.update(names)
        values.update(dict.fromkeys(names, ast.unparse(value)))
    return {name: text for name, text in values.items() if times[name] == 1 and is_literal(text)}


def words_of(message: str) -> str:
    """Return the words of a message as the source spells it: without the marks of joined strings and of code.

    Example:
        >>> words_of('''"The default of `n_init` will change from " "10 to 'auto' in 1.4"''')
        "The default of n_init will change from 10 to 'auto' in 1.4"
    """
    return " ".join(_MARKS.sub("", message).split())


def _open(statements: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements, those inside of `if`, `try` and `with` included."""
    for statement in statements:
        if isinstance(statement, (ast.If, ast.Try, ast.With)):
            blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
            handlers = [handler.body for handler in getattr(statement, "handlers", [])]
            for block in (*blocks, *handlers):
                yield from _open(block)
        else:
            yield statement


def _stored(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that another statement than a plain assignment binds, outside of functions and classes."""
    if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def _names(statement: ast.stmt) -> set[str]:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return set()
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}


def _function(function: _Function, lines: Sequence[str]) -> Spoken:
    return Spoken(_decorators(function, lines), tuple(dict.fromkeys(_warnings(function, lines))))


def _decorators(node: _Function | ast.ClassDef, lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(_source(decorator, lines) for decorator in node.decorator_list)


def _warnings(function: _Function, lines: Sequence[str]) -> Iterator[str]:
    """Yield the messages of `warnings.warn(...)` and its like; a name stands for what was last assigned to it."""
    if not any("warn" in line for line in lines[function.lineno - 1 : function.end_lineno]):
        return  # walking every function of a release takes longer than reading it
    assigned: dict[str, ast.expr] = {}
    calls: list[ast.Call] = []
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                assigned[name] = value
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if "warn" in name:
                calls.append(node)
            case _:
                pass
    for call in calls:
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            message = assigned.get(argument.id) if isinstance(argument, ast.Name) else argument
            if message is not None and _is_text(message) and TELLING.search(text := _source(message, lines)):
                yield text


def _is_text(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            return True
        case ast.BinOp(left=left):
            return _is_text(left)
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            return _is_text(value)
        case _:
            return False


def _source(node: ast.expr, lines: Sequence[str]) -> str:
    """Return the source of a node, white space folded; columns count bytes of UTF-8."""
    covered = [line.encode() for line in lines[node.lineno - 1 : node.end_lineno]]
    covered[-1] = covered[-1][: node.end_col_offset]
    covered[0] = covered[0][node.col_offset :]
    return " ".join(b"\n".join(covered).decode(errors="replace").split())
