"""How the source spells what griffe understood: declarations and docstrings, so that evidence can quote them."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_QUOTES = re.compile(r"""^[rRuUbB]*('{3}|"{3}|'|")(?P<text>.*)\1$""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A function or class as the source spells it.

    Attributes:
        parameters: Parameter (or field) with a default, to its declaration, white space folded.
        document: The docstring between its quotes, escapes included; empty where there is none.
        decorators: Each as a tree, and its source, white space folded.
    """

    parameters: Mapping[str, str]
    document: str
    decorators: tuple[tuple[ast.expr, str], ...] = ()


def find_written(tree: ast.Module, text: str) -> Iterator[tuple[str, Written]]:
    """Yield each function and class of a module, and the functions of its classes: `name`, `Class.name`.

    Args:
        tree: The module, its untaken branches dropped; positions are those in the text.
        text: The text that the tree was made of.
    """
    lines = text.split("\n")
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef):
            yield statement.name, Written(dict(_fields(statement, lines)), _document(statement, lines))
        for function in statement.body if isinstance(statement, ast.ClassDef) else [statement]:
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                name = function.name if function is statement else f"{statement.name}.{function.name}"  # type: ignore[attr-defined]
                declared = dict(_declarations(function.args, lines))
                yield name, Written(declared, _document(function, lines), tuple(_decorators(function, lines)))


def _document(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, lines: Sequence[str]) -> str:
    match node.body[0]:
        case ast.Expr(value=ast.Constant(value=str(value)) as constant):
            # Implicitly joined strings have no quotes around them all: then the value must do.
            found = _QUOTES.match(source_between(constant, constant, lines))
            return found["text"] if found else value
        case _:
            return ""


def _decorators(
    function: ast.FunctionDef | ast.AsyncFunctionDef, lines: Sequence[str]
) -> Iterator[tuple[ast.expr, str]]:
    for decorator in function.decorator_list:
        yield decorator, " ".join(source_between(decorator, decorator, lines).split())


def _declarations(arguments: ast.arguments, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    positional = [*arguments.posonlyargs, *arguments.args]
    with_default = zip(positional[len(positional) - len(arguments.defaults) :], arguments.defaults, strict=True)
    for argument, default in [*with_default, *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]:
        if default is not None:
            yield argument.arg, " ".join(source_between(argument, default, lines).split())


def _fields(statement: ast.ClassDef, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the annotated assignments of a class: the fields of a dataclass or a named tuple."""
    for inner in statement.body:
        match inner:
            case ast.AnnAssign(target=ast.Name(id=name) as target, value=ast.expr() as value):
                yield name, " ".join(source_between(target, value, lines).split())
            case _:
                pass


def source_between(first: ast.arg | ast.expr | ast.stmt, last: ast.expr | ast.stmt, lines: Sequence[str]) -> str:
    """Return the source from the start of one node to the end of another; columns count bytes of UTF-8."""
    covered = [line.encode() for line in lines[first.lineno - 1 : last.end_lineno]]
    covered[-1] = covered[-1][: last.end_col_offset]
    covered[0] = covered[0][first.col_offset :]
    return b"\n".join(covered).decode(errors="replace")
