"""Source text of values: which text may be written into code, and which two texts are one value.

Nothing is evaluated: text is parsed to a syntax tree and looked at.
"""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache

_LONGEST = 2000  # characters; a default longer than this is not something to compare or write


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return one spelling of an expression, so that equal texts mean equal values of equal type.

    Text that is no expression is returned as it is.

    Example:
        >>> canonical('"auto"'), canonical("1e-4"), canonical("(1)")
        ("'auto'", '0.0001', '1')
    """
    tree = _parse(text)
    return text if tree is None else ast.unparse(tree)


def is_literal(text: str) -> bool:
    """Tell whether the text is a Python literal: numbers, strings, bytes, constants and containers of them.

    Example:
        >>> is_literal("-1"), is_literal("np.inf"), is_literal("f()")
        (True, False, False)
    """
    tree = _parse(text)
    return tree is not None and _is_literal_node(tree.body)


def text_of(literal: str) -> str | None:
    """Return the string that a literal stands for; `None` for every other value.

    Example:
        >>> text_of("'a' 'b'"), text_of("3")
        ('ab', None)
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an invalid escape, as patterns have them, is a text all the same
            value = ast.literal_eval(literal.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return value if isinstance(value, str) else None


def is_dotted_name(text: str) -> bool:
    """Tell whether the text is a dotted name such as `np.inf`: writable, but only beside its import."""
    return all(part.isidentifier() for part in text.split("."))


def _parse(text: str) -> ast.Expression | None:
    """Return the tree of an expression that fills the whole text, or `None`."""
    stripped = text.strip()
    if len(text) > _LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what Python warns of, such as an invalid escape, is no value to us
            tree = ast.parse(stripped, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError, Warning):
        return None
    rest = stripped.encode()[tree.body.end_col_offset :] if tree.body.end_lineno == 1 else b"#"
    return None if b"#" in rest else tree  # a comment is no part of a value


def _is_literal_node(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, (ast.USub, ast.UAdd)) and _is_number(node.operand)
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return all(map(_is_literal_node, node.elts))
    if isinstance(node, ast.Dict):
        return all(key is not None and _is_literal_node(key) for key in node.keys) and all(
            map(_is_literal_node, node.values)
        )
    return False


def _is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float, complex)
