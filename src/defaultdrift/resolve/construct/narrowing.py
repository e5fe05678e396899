"""Narrowing: below `isinstance(x, pd.DataFrame)` the name is such an object; after `assert isinstance(...)` as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Items, Mark, Parameter, Value, join, only

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.walk import Walk


def narrowed(walk: Walk, test: Node) -> dict[str, Value]:
    """Return what names are where a test holds, as far as it says so and nothing better is known.

    Args:
        walk: Where the test stands.
        test: Its expression, visited already.
    """
    if kind(test) == "BooleanOperation" and kind(test.operator) == "And":
        return {**narrowed(walk, test.left), **narrowed(walk, test.right)}
    found = _isinstance(walk, test)
    return dict([found]) if found else {}


def narrowed_otherwise(walk: Walk, test: Node) -> dict[str, Value]:
    """Return what names are where a test does not hold: `if not isinstance(...)`."""
    if kind(test) == "UnaryOperation" and kind(test.operator) == "Not":
        return narrowed(walk, test.expression)
    return {}


def _isinstance(walk: Walk, test: Node) -> tuple[str, Value] | None:
    is_call = kind(test) == "Call" and kind(test.func) == "Name" and len(test.args) == 2
    if not is_call or walk.path_of(walk.lookup(identifier(test.func))) != "builtins.isinstance":
        return None
    subject, classes = (argument.value for argument in test.args)
    return narrowed_to(walk, subject, walk.visit(classes))


def narrowed_to(walk: Walk, subject: Node, classes: Value) -> tuple[str, Value] | None:
    """Return the name of a subject and what it is as an object of classes, as far as nothing better is known."""
    if kind(subject) != "Name":
        return None
    name = identifier(subject)
    told = _objects(walk, classes)
    # What is known is more exact: an object of a subclass is one of the class, too.
    is_known = not any(a is Mark.UNKNOWN or isinstance(a, Parameter) for a in walk.lookup(name))
    if Mark.UNKNOWN in told or is_known:
        return None
    return name, told


def _objects(walk: Walk, classes: Value) -> Value:
    several = only(classes)
    if isinstance(several, Items):
        return join(*(walk.objects_of(value) for value in several.values)) if several.values else UNKNOWN
    return walk.objects_of(classes)


def _assert(walk: Walk, node: cst.Assert) -> None:
    walk.visit(node.test)
    if node.msg is not None:
        walk.visit(node.msg)
    for name, value in narrowed(walk, node.test).items():
        walk.flow.set(name, value)


CONSTRUCT = Construct(nodes={"Assert": _assert})
