"""The second half of the screen: whether the syntax tree uses a name in a way that the resolver has to look at.

A name is looked for by its spelling, wherever it is bound: as a name, as an attribute, as a string (`getattr`), and
under every name that an import of this file gives it. A use is closed where nothing can come of it: a call that passes
every keyword that matters, and an import. Any other use is open, because its value may go anywhere.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name

if TYPE_CHECKING:
    from collections.abc import Mapping


def has_open_use(source: bytes, keywords: Mapping[str, frozenset[str]], members: frozenset[str]) -> bool:
    """Tell whether a file has an open use of one of the names, or cannot be parsed.

    Args:
        source: Content of the file.
        keywords: For each name, the keywords that a call has to pass to be closed; empty where no call is.
        members: Names that are reached as attributes only.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the scanned code, such as invalid escapes
            nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    aliases = _aliases(nodes, keywords)
    wanted = {**keywords, **aliases}
    members = members - aliases.keys()
    closed = {id(node.func) for node in nodes if isinstance(node, ast.Call) and _is_closed(node, wanted)}
    return any(id(node) not in closed and _is_use(node, wanted, members) for node in nodes)


def _aliases(nodes: list[ast.AST], keywords: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the names that imports give to the callables. One alias of several callables has no closed calls."""
    aliases: dict[str, frozenset[str]] = {}
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                name = last_name(alias.name)
                if alias.asname is not None and name in keywords:
                    other = aliases.get(alias.asname, keywords.get(alias.asname, keywords[name]))
                    aliases[alias.asname] = keywords[name] if other == keywords[name] else frozenset()
    return aliases


def _is_closed(call: ast.Call, wanted: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a call passes all keywords that matter for the name it is called by."""
    needed = wanted.get(_spelled(call.func), frozenset())
    return bool(needed) and needed <= {keyword.arg for keyword in call.keywords}


def _is_use(node: ast.AST, wanted: Mapping[str, frozenset[str]], members: frozenset[str]) -> bool:
    if isinstance(node, ast.Name):
        return node.id in wanted and node.id not in members and isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.Attribute):
        return node.attr in wanted and isinstance(node.ctx, ast.Load)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and last_name(node.value) in wanted


def _spelled(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
