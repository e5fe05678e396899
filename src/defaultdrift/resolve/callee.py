"""Which library callables a call may reach, and how certain that is. The rules are told in docs/certainty.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.model.call import Certainty
from defaultdrift.model.name import last_name
from defaultdrift.resolve.value import (
    Alternative,
    Class,
    Entries,
    Instance,
    Items,
    Literal,
    Many,
    Mark,
    Method,
    Parameter,
    Path,
    Plain,
    Value,
    given_by,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from defaultdrift.model.known import Known

CONSTRUCTORS = frozenset({"__init__", "__new__"})
"""A class that defines one of these has a signature of its own."""


class Candidate(NamedTuple):
    """One callable that a call may reach.

    Attributes:
        path: Where the names lead to.
        certainty: Whether this is what is called.
        takes_instance: Whether the first argument is the instance, as in `KMeans.fit(km, X)`.
        receiver: What of a library gave the object that the method is taken from; empty where that is not known.
        has_others: Whether something else that the file names may be called there.
    """

    path: str
    certainty: Certainty
    takes_instance: bool
    receiver: str
    has_others: bool = False


def candidates(callee: Value, known: Known, replaced: Collection[str] = ()) -> list[Candidate]:
    """Return the known callables among the alternatives of a callee, in the order of the alternatives.

    Args:
        callee: What may be called.
        known: What is to be found.
        replaced: Paths of what the file puts something else in the place of.
    """
    callables = callables_of(callee)
    certainty = _certainty(callables, known)
    if replaced and any(_is_replaced(alternative, replaced, known) for alternative in callables):
        certainty = Certainty.POSSIBLE
    has_others = len({_identity(a, known) for a in callables if not isinstance(a, (Mark, Parameter))}) > 1
    found: dict[str, Candidate] = {}
    for alternative in callables:
        path = path_called(alternative)
        if path in known.paths and path not in found:
            is_constructor = isinstance(alternative, Path) and alternative.dotted != path
            takes_instance = is_constructor or (isinstance(alternative, Path) and path in known.methods)
            found[path] = Candidate(path, certainty, takes_instance, given_by(alternative), has_others)
    if certainty is Certainty.CERTAIN:  # several paths to one class: one is enough
        return list(found.values())[:1]
    return list(found.values())


def callables_of(callee: Value) -> list[Alternative]:
    """Return the alternatives that can be called: with any other the call would raise."""
    return [a for a in callee if a is not Mark.ABSENT and not isinstance(a, (Literal, Items, Entries, Many, Plain))]


def path_called(alternative: Alternative) -> str:
    """Return the path of what calling the alternative calls; empty where it has none."""
    if isinstance(alternative, (Path, Method)):
        owner, _, name = alternative.dotted.rpartition(".")
        return owner if name == "__init__" else alternative.dotted
    if isinstance(alternative, Class) and not alternative.overridden & CONSTRUCTORS:
        return alternative.base
    if isinstance(alternative, Instance):
        return f"{alternative.class_path}.__call__"
    return ""


def _certainty(callables: list[Alternative], known: Known) -> Certainty:
    if any(alternative is Mark.UNKNOWN or isinstance(alternative, Parameter) for alternative in callables):
        return Certainty.POSSIBLE
    is_one = len({_identity(alternative, known) for alternative in callables}) == 1
    if not is_one or any(_may_be_overridden(alternative, known) for alternative in callables):
        return Certainty.LIKELY
    return Certainty.CERTAIN


def _is_replaced(alternative: Alternative, replaced: Collection[str], known: Known) -> bool:
    path = path_called(alternative)
    names = (path, known.returns.get(path, path))
    return any(name + suffix in replaced for name in names for suffix in ("", *(f".{n}" for n in CONSTRUCTORS)))


def _may_be_overridden(alternative: Alternative, known: Known) -> bool:
    """Tell whether a method is of an object that is mostly one of a subclass with methods of its own."""
    return isinstance(alternative, Method) and alternative.dotted.rpartition(".")[0] in known.subclassed


def _identity(alternative: Alternative, known: Known) -> object:
    """Return something equal for two import paths of one class.

    A function gives what it returns, not itself, so only a path that ends in the name of its class is such a path.
    """
    if isinstance(alternative, Path):
        class_path = known.returns.get(alternative.dotted, "")
        if last_name(class_path) == last_name(alternative.dotted):
            return Path(class_path)
    return alternative
