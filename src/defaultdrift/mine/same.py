"""Which two source texts of defaults are certainly one value, and which stand for another value."""

from __future__ import annotations

import ast
import re

from defaultdrift.model.literal import canonical, is_dotted_name, is_literal

_FLOATS = {
    **dict.fromkeys(("np.inf", "numpy.inf", "math.inf", "np.Inf", "np.infty", "np.PINF", "inf"), "inf"),
    **dict.fromkeys(("np.nan", "numpy.nan", "math.nan", "np.NaN", "np.NAN", "nan"), "nan"),
}
# `np.int` was the built-in type itself until it was removed (NumPy 1.20 release notes, "Using the aliases of builtin").
_BUILTINS = {
    f"{module}.{name}": name
    for module in ("np", "numpy")
    for name in ("bool", "int", "float", "complex", "object", "str")
}
_EMPTY = {"dict": "{}", "list": "[]", "tuple": "()", "set": "set()"}
_UNKNOWN = "..."
_WARNING = re.compile(r"""['"][$_<]*(?:warn(?:ing)?|(?:\w+[-_])?deprecat(?:ed|ing|ion)(?:[-_]\w+)?)[$_>]*['"]""")
_STAND_IN = re.compile(
    r"_*(?:no_?default|no_?value|unset|not_?set|not_?given|missing|sentinel|deprecated|omitted|undefined"
    r"|unspecified|not_?specified|default_?sentinel)(?:_?type|_?arg\w*|_?param\w*)?_*",
    re.IGNORECASE,
)


def normal_form(text: str) -> str:
    """Return one spelling of a default, so that texts which are certainly one value are equal.

    Example:
        >>> normal_form("numpy.inf"), normal_form("float('inf')"), normal_form("dict()"), normal_form("1e3")
        ('inf', 'inf', '{}', '1000')
        >>> normal_form("True"), normal_form("1")
        ('True', '1')
    """
    text = canonical(text)
    if text.startswith("-") and not is_literal(text):
        return f"-{normal_form(text[1:])}"
    if text in _FLOATS:
        return _FLOATS[text]
    try:
        node = _Spelled().visit(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError):
        return text
    return _normal(node)


class _Spelled(ast.NodeTransformer):
    """Spell the built-in types that NumPy had under names of its own."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Replace `np.float` by `float`."""
        name = _BUILTINS.get(ast.unparse(node))
        self.generic_visit(node)
        return node if name is None else ast.Name(name, ast.Load())


def _normal(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=float(value)) if value.is_integer() and abs(value) < 2**53:
            return repr(int(value))  # a parameter that is handed 0.0 for 0 computes the same
        case ast.Call(func=ast.Name(id=name), args=[], keywords=[]) if name in _EMPTY:
            return _EMPTY[name]
        case ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str(value))], keywords=[]):
            return value.strip().lower().removeprefix("+")
        case ast.Call(func=ast.Name(id="int" | "float" | "bool" | "str"), args=[ast.Constant() as inner], keywords=[]):
            return _normal(inner) if _is_own_type(node, inner) else ast.unparse(node)
        case _:
            return ast.unparse(node)


def _is_own_type(call: ast.Call, inner: ast.Constant) -> bool:
    """`bool(True)` is `True`, and `int(1e5)` is `100000`; `str(1)` is not `1`."""
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    is_number = isinstance(inner.value, (int, float)) and not isinstance(inner.value, bool)
    is_whole = is_number and (name == "float" or float(inner.value) == int(inner.value))  # type: ignore[arg-type]
    return type(inner.value).__name__ == name or (name in ("int", "float") and is_whole)


def is_same(old: str, new: str) -> bool:
    """Tell whether two defaults are certainly one value, spelled in two ways.

    A name reached in another way (`numpy.float64`, `np.float64`) is the same name; `...` in a stub says nothing.
    """
    if _UNKNOWN in (old, new) or normal_form(old) == normal_form(new):
        return True
    are_names = all(is_dotted_name(text) and not is_literal(text) for text in (old, new))
    return are_names and old.rpartition(".")[2].lstrip("_") == new.rpartition(".")[2].lstrip("_")


def is_stand_in(text: str, sentinels: tuple[str, ...]) -> bool:
    """Tell whether a default stands for another value: a sentinel of the library, or a name that says so.

    Example:
        >>> is_stand_in("lib.no_default", ()), is_stand_in("np._NoValue", ()), is_stand_in("'warn'", ("'warn'",))
        (True, True, True)
    """
    if text in sentinels or _WARNING.fullmatch(text):
        return True
    return is_dotted_name(text) and _STAND_IN.fullmatch(text.rpartition(".")[2]) is not None
