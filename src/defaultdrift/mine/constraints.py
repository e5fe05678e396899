"""Which values a release accepts, where the library states it: the statements in, one text for each parameter out.

Stated by the class attribute `_parameter_constraints` and the decorator `@validate_params({...})` of scikit-learn and
imbalanced-learn (`sklearn/utils/_param_validation.py` defines the forms), and by `Literal[...]` annotations elsewhere.
The texts are those of `rules/accepts.py`; a form that is not understood accepts anything.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from defaultdrift.mine.namespace import Defined
from defaultdrift.mine.spoken import CONSTRAINTS
from defaultdrift.model.literal import canonical, is_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import griffe

    from defaultdrift.mine.inherit import Classes

ANYTHING = "any"
OTHER = "other"
# What the names of scikit-learn's constraints mean for a literal.
_NAMED = {
    "boolean": ("bool",),
    "verbose": ("bool", "int[0,inf)"),
    "random_state": ("None", "int[0,inf)", OTHER),
    "cv_object": ("None", "int[2,inf)", "list", "tuple", OTHER),
    "array-like": ("dict", "list", "set", "tuple", OTHER),
    "sparse matrix": (OTHER,),
    "sparse array": (OTHER,),
    "nan": (OTHER,),
}
_TYPES = {
    "bool": "bool",
    "str": "str",
    "dict": "dict",
    "list": "list",
    "tuple": "tuple",
    "set": "set",
    "int": "int",
    "float": "float",
    "Integral": "int",
    "numbers.Integral": "int",
    "Real": "real",
    "numbers.Real": "real",
    "callable": OTHER,
    "np.ndarray": OTHER,
    "np.random.RandomState": OTHER,
    **dict.fromkeys(("Iterable", "Sequence", "Collection", "Container", "Mapping", "Hashable", "Sized"), ANYTHING),
}


def constraints_of_class(classes: Classes, defined: Defined) -> dict[str, tuple[str, ...]]:
    """Return what each parameter of a constructor accepts; parameters of which nothing is said are missing."""
    return _of_class(classes, defined, frozenset())


def _of_class(classes: Classes, defined: Defined, seen: frozenset[str]) -> dict[str, tuple[str, ...]]:
    for ancestor in classes.order(defined):
        if isinstance(ancestor, Defined):
            spoken = ancestor.module.spoken.get(ancestor.name)
            if spoken is not None and spoken.constraints:
                return _evaluate(classes, ancestor, spoken.constraints, seen | {ancestor.path})
    return {}


def constraints_of_function(decorators: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what each parameter of a function accepts, by its decorator `validate_params`."""
    for decorator in decorators:
        match _expression(decorator):
            case ast.Call(
                func=ast.Name(id="validate_params") | ast.Attribute(attr="validate_params"),
                args=args,
                keywords=keywords,
            ):
                given = args[0] if args else next((k.value for k in keywords if k.arg == "parameter_constraints"), None)
                return dict(_entries(given)) if isinstance(given, ast.Dict) else {}
            case _:
                pass
    return {}


def constraints_of_annotations(function: griffe.Function | None) -> dict[str, tuple[str, ...]]:
    """Return what each parameter accepts by an annotation that is `Literal[...]`, alone or beside `None`."""
    found: dict[str, tuple[str, ...]] = {}
    for parameter in function.parameters if function is not None else ():
        text = "" if parameter.annotation is None else str(parameter.annotation)
        if "Literal[" in text and (values := _literals(_expression(text))):
            found[parameter.name] = values
    return found


def _evaluate(
    classes: Classes, defined: Defined, statements: Iterable[ast.stmt], seen: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Follow the statements of a class body. What cannot be followed leaves nothing known."""
    found: dict[str, tuple[str, ...]] = {}
    for statement in statements:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == CONSTRAINTS:
                found = _dictionary(classes, defined, value, seen)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name == CONSTRAINTS:
                found = _dictionary(classes, defined, value, seen)
            case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value=str(name)))], value=value):
                found[name] = tuple(_options(value))
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="pop"), args=[ast.Constant(value=str(name)), *_])):
                found.pop(name, None)
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="update"), args=[ast.Dict() as value])):
                found |= _dictionary(classes, defined, value, seen)
            case ast.For(iter=ast.List(elts=names) | ast.Tuple(elts=names)) if "pop" in ast.unparse(statement):
                for popped in names:
                    found.pop(getattr(popped, "value", ""), None)
            case _:
                return {}
    return found


def _dictionary(
    classes: Classes, defined: Defined, value: ast.expr, seen: frozenset[str]
) -> dict[str, tuple[str, ...]]:
    """Evaluate `{**Base._parameter_constraints, "n_init": [...]}`."""
    if not isinstance(value, ast.Dict):
        return _inherited(classes, defined, value, seen)
    found: dict[str, tuple[str, ...]] = {}
    for key, item in zip(value.keys, value.values, strict=True):
        if key is None:
            found |= _inherited(classes, defined, item, seen)
        elif isinstance(key, ast.Constant):
            found[str(key.value)] = tuple(_options(item))
    return found


def _inherited(classes: Classes, defined: Defined, value: ast.expr, seen: frozenset[str]) -> dict[str, tuple[str, ...]]:
    match value:
        case ast.Call(func=ast.Attribute(value=inner, attr="copy")) | ast.Call(args=[inner]):
            return _inherited(classes, defined, inner, seen)
        case ast.Attribute(value=owner, attr=name) if name == CONSTRAINTS:
            base = classes.namespace.expression(defined.module, ast.unparse(owner))
            return _of_class(classes, base, seen) if isinstance(base, Defined) and base.path not in seen else {}
        case _:
            return {}


def _entries(value: ast.Dict) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, item in zip(value.keys, value.values, strict=True):
        if isinstance(key, ast.Constant):
            yield str(key.value), tuple(_options(item))


def _options(value: ast.expr) -> Iterator[str]:
    """Yield what a list of constraints accepts, sorted and each once."""
    if isinstance(value, ast.List):
        yield from sorted({text for element in value.elts for text in _option(element)})
    else:
        yield ANYTHING  # such as "no_validation"


def _option(node: ast.expr) -> Iterable[str]:
    match node:
        case ast.Constant(value=None):
            return ("None",)
        case ast.Constant(value=str(name)):
            return _NAMED.get(name, (ANYTHING,))
        case ast.Call(func=ast.Name(id="StrOptions" | "Hidden" | "Options" | "Interval" | "MissingValues")):
            return _called(node)
        case ast.Call(func=ast.Name(id="HasMethods"), args=[ast.List(elts=names)]):
            # No literal can `fit`; a text can `split`.
            methods = [getattr(name, "value", "") for name in names]
            return (ANYTHING if any(hasattr(kind, m) for m in methods for kind in (str, list, dict)) else OTHER,)
        case ast.Name() | ast.Attribute():
            name = ast.unparse(node)
            # A class of the library or a function that no literal is an instance of.
            return (_TYPES.get(name, OTHER if name[:1].isupper() and not name.isupper() else ANYTHING),)
        case _:
            return (ANYTHING,)


def _called(node: ast.Call) -> Iterable[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name == "MissingValues":
        return ("None", "str", "int", "real", OTHER)
    if name == "Hidden" and node.args:
        return _option(node.args[0])
    if name == "Interval":
        return (_interval(node),)
    # `StrOptions({"auto"}, deprecated={"auto"})`, `Options(str, {"auto"})`
    values = node.args[-1] if node.args else None
    if isinstance(values, ast.Set) and all(is_literal(ast.unparse(value)) for value in values.elts):
        return tuple(canonical(ast.unparse(value)) for value in values.elts)
    return (ANYTHING,)


def _interval(node: ast.Call) -> str:
    """Return `Interval(Integral, 1, None, closed="left")` as `int[1,inf)`; open ends do not matter where infinite."""
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    names = ("type", "left", "right", "closed")
    given |= dict(zip(names, node.args, strict=False))
    texts = {name: ast.unparse(value) for name, value in given.items() if name}
    kinds = {"Integral": "int", "numbers.Integral": "int", "int": "int", "RealNotInt": "float", "float": "float"}
    kind = kinds.get(texts.get("type", ""), "real")
    left, right = (
        _bound(texts.get(name, "None"), otherwise) for name, otherwise in (("left", "-inf"), ("right", "inf"))
    )
    closed = texts.get("closed", "'neither'").strip("'\"")
    opening = "[" if closed in ("left", "both") else "("
    return f"{kind}{opening}{left},{right}{']' if closed in ('right', 'both') else ')'}"


def _bound(text: str, otherwise: str) -> str:
    try:
        return repr(float(text)) if "." in text or "e" in text else str(int(text))
    except ValueError:
        return otherwise


def _literals(node: ast.expr | None) -> tuple[str, ...]:
    """Return the values of `Literal["a", "b"] | None` and `Optional[Literal["a"]]`; empty where more is accepted."""
    match node:
        case ast.Subscript(value=ast.Name(id="Literal") | ast.Attribute(attr="Literal"), slice=values):
            items = values.elts if isinstance(values, ast.Tuple) else [values]
            texts = [canonical(ast.unparse(item)) for item in items]
            return tuple(texts) if all(map(is_literal, texts)) else ()
        case ast.Subscript(value=ast.Name(id="Optional") | ast.Attribute(attr="Optional"), slice=inner):
            found = _literals(inner)
            return (*found, "None") if found else ()
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            sides = _literals(left), _literals(right)
            return (*sides[0], *sides[1]) if all(sides) else ()
        case ast.Constant(value=None):
            return ("None",)
        case _:
            return ()


def _expression(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return None
