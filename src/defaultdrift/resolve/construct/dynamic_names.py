"""Names that are spelled in strings: `getattr(cluster, "KMeans")`, `importlib.import_module("sklearn.cluster")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.model.call import Star
from defaultdrift.resolve.construct.names import attribute_of
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.content import literal_text, string_of
from defaultdrift.resolve.value import UNKNOWN, Module, Path, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.value import Given, Value
    from defaultdrift.resolve.walk import Walk


def _getattr(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    """A third argument is what comes where there is no such attribute."""
    if any(one.star is not Star.NONE or one.keyword is not None for one in given) or len(given) not in (2, 3):
        return UNKNOWN
    name = string_of(literal_text(given[1].value))
    if name is None:
        return UNKNOWN
    return join(attribute_of(walk, given[0].value, name), *(one.value for one in given[2:]))


def _import_module(walk: Walk, _: cst.Call, given: tuple[Given, ...]) -> Value:
    """A name that begins with dots is looked for in the package that the second argument names."""
    name = _first_string(given)
    if name is not None and name.startswith("."):
        package = next((string_of(literal_text(one.value)) for one in given[1:2] if not one.star), None)
        is_inside = package is not None and not name.startswith("..")
        name = f"{package}{name}" if is_inside else None
    if name is None:
        return UNKNOWN
    file = None if walk.link is None else walk.link.find(0, name)
    return (Path(name),) if file is None else (Module(file),)


def _dunder_import(_: Walk, __: cst.Call, given: tuple[Given, ...]) -> Value:
    """`__import__("a.b")` gives `a`; with a `fromlist`, which is not read, it would give `a.b`."""
    name = _first_string(given)
    return UNKNOWN if name is None or len(given) != 1 else (Path(name.partition(".")[0]),)


def _first_string(given: tuple[Given, ...]) -> str | None:
    if not given or given[0].star is not Star.NONE or given[0].keyword not in (None, "name"):
        return None
    return string_of(literal_text(given[0].value))


CONSTRUCT = Construct(
    callees={
        "builtins.getattr": _getattr,
        "builtins.__import__": _dunder_import,
        "importlib.import_module": _import_module,
    }
)
