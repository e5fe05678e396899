"""The constructors that `attrs` and `pydantic` make of the fields of a class.

Source: https://www.attrs.org/en/stable/api.html and https://docs.pydantic.dev/latest/concepts/fields/.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import griffe

from defaultdrift.mine.inherit import Classes, Outside
from defaultdrift.model.literal import canonical
from defaultdrift.model.signature import Parameter, ParameterKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from defaultdrift.mine.namespace import Defined

_MAKERS = frozenset({"s", "attrs", "attributes", "dataclass", "define", "frozen", "mutable"})
_ATTRIBUTES = frozenset({"ib", "attrib", "attr", "field"})
_MODELS = frozenset({"BaseModel", "BaseSettings"})


def modelled_fields(classes: Classes, defined: Defined) -> tuple[Parameter, ...] | None:
    """Return the parameters of a class that one of the two makes a constructor for; `None` for any other class."""
    own = _maker(defined)
    if own is None and not _is_model(classes, defined):
        return None
    fields: dict[str, Parameter] = {}
    for ancestor in reversed(classes.order(defined)):
        if isinstance(ancestor, Outside) or ancestor.path.startswith("pydantic."):
            continue
        if own is None:
            fields |= {p.name: p for p in _model_fields(ancestor)}
        elif (maker := _maker(ancestor)) is not None:
            fields |= {p.name: p for p in _attributes(ancestor, maker)}
    return tuple(sorted(fields.values(), key=lambda p: p.kind is ParameterKind.KEYWORD_ONLY))


def _maker(defined: Defined) -> str | None:
    """Return the text of `@attr.s`, `@attrs.define(...)` and their like."""
    for decorator in defined.value.decorators if isinstance(defined.value, griffe.Class) else ():
        package, _, name = decorator.callable_path.rpartition(".")
        if package in {"attr", "attrs"} and name in _MAKERS:
            return str(decorator.value)
    return None


def _is_model(classes: Classes, defined: Defined) -> bool:
    behind = classes.order(defined)[1:]
    return any(isinstance(ancestor, Outside) and ancestor.name.rpartition(".")[2] in _MODELS for ancestor in behind)


def _model_fields(defined: Defined) -> Iterator[Parameter]:
    """Yield the annotated names: a model takes its fields by keyword."""
    for name, member in _members(defined):
        if member.annotation is None or name.startswith("_") or name == "model_config":
            continue
        call, text = _call(member, frozenset({"Field", "PrivateAttr"}))
        if "instance-attribute" not in member.labels or (call and ast.unparse(call.func).endswith("PrivateAttr")):
            continue
        default = text if call is None else _given(call, "default_factory")
        yield Parameter(name, ParameterKind.KEYWORD_ONLY, None if default == "..." else default)


def _attributes(defined: Defined, maker: str) -> Iterator[Parameter]:
    takes_annotated = "auto_attribs=True" in maker or not maker.partition("(")[0].endswith((".s", "attrs", "ributes"))
    for name, member in _members(defined):
        call, text = _call(member, _ATTRIBUTES)
        is_annotated = member.annotation is not None and "instance-attribute" in member.labels
        if call is None and not (takes_annotated and is_annotated):
            continue
        given = {keyword.arg: ast.unparse(keyword.value) for keyword in (call.keywords if call else ())}
        if given.get("init") == "False":
            continue
        is_keyword = "kw_only=True" in maker or given.get("kw_only") == "True"
        kind = ParameterKind.KEYWORD_ONLY if is_keyword else ParameterKind.POSITIONAL_OR_KEYWORD
        alias = given.get("alias", "").strip("'") or name.lstrip("_")
        yield Parameter(alias, kind, text if call is None else _given(call, "factory"))


def _members(defined: Defined) -> Iterator[tuple[str, griffe.Attribute]]:
    members = defined.value.members if isinstance(defined.value, griffe.Class) else {}
    return ((name, member) for name, member in members.items() if isinstance(member, griffe.Attribute))


def _call(member: griffe.Attribute, names: frozenset[str]) -> tuple[ast.Call | None, str | None]:
    """Return the call that describes a field, and the text of the value where there is none."""
    if member.value is None:
        return None, None
    node = ast.parse(str(member.value), mode="eval").body
    is_call = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in names
    return (node, None) if isinstance(node, ast.Call) and is_call else (None, _made(node))


def _made(value: ast.expr) -> str:
    match value:
        case ast.Call(func=ast.Name(id="Factory") | ast.Attribute(attr="Factory"), args=[factory, *_]):
            return canonical(f"({ast.unparse(factory)})()")
        case _:
            return canonical(ast.unparse(value))


def _given(call: ast.Call, factory: str) -> str | None:
    """Return the default that a field is described with; what a factory makes is said by calling it."""
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    value = given.get("default", call.args[0] if call.args else None)
    if value is not None:
        return None if ast.unparse(value).rpartition(".")[2] == "NOTHING" else _made(value)
    return canonical(f"({ast.unparse(given[factory])})()") if factory in given else None
