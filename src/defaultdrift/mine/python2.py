"""Turn Python 2 source into Python 3 source: releases before 0.14 hold modules that only Python 2 parses."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# Only what concerns the syntax: what a name means is decided elsewhere.
_FIXES = (
    "except",
    "exec",
    "funcattrs",
    "ne",
    "numliterals",
    "paren",
    "print",
    "raise",
    "repr",
    "throw",
    "tuple_params",
)

# `ur"..."` is in no grammar of Python 3, and no fixer drops only the prefix.
_RAW_UNICODE = re.compile(r"\b[uU][rR](?=['\"])")


def parse_module(text: str) -> tuple[ast.Module, str]:
    """Parse a module of either Python; return its tree and the text that the tree was made of.

    Raises:
        SyntaxError: It is neither.
    """
    try:
        return _parse(text), text
    except SyntaxError as error:
        converted = _converter()(text)
        if converted is None:
            raise error from None
        return _parse(converted), converted


def _parse(text: str) -> ast.Module:
    """Parse without the warnings about invalid escapes, which are the library's affair."""
    import warnings  # noqa: PLC0415 - only the miner pays for it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except ValueError as error:
            # Null bytes raise `ValueError` before Python 3.12.
            raise SyntaxError(str(error)) from None


@cache
def _converter() -> Callable[[str], str | None]:
    from fissix import refactor  # noqa: PLC0415 - absent where no release needs it
    from fissix.pgen2.parse import ParseError  # noqa: PLC0415
    from fissix.pgen2.tokenize import TokenError  # noqa: PLC0415

    tool: Any = refactor.RefactoringTool([f"fissix.fixes.fix_{name}" for name in _FIXES])

    def convert(text: str) -> str | None:
        try:
            return str(tool.refactor_string(_RAW_UNICODE.sub("r", text).rstrip() + "\n", "module"))
        except (ParseError, TokenError):
            return None

    return convert
