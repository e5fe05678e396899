"""`with ... as name`: a function of the project that yields, or an object that is hardly ever another than itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.construct.assignments import bind
from defaultdrift.resolve.construct.registry import Construct
from defaultdrift.resolve.flow import Branch
from defaultdrift.resolve.tree import kind
from defaultdrift.resolve.value import UNKNOWN, Alternative, Class, Function, Instance, Many, Mark, Object, Value, join

if TYPE_CHECKING:
    import libcst as cst

    from defaultdrift.resolve.tree import Node
    from defaultdrift.resolve.walk import Walk


_SWALLOWING = frozenset({"assertRaises", "assertRaisesRegex", "raises", "suppress"})
_SWALLOWING_PATHS = frozenset({"contextlib.suppress", "pytest.raises"})


def _with_item(walk: Walk, node: cst.WithItem) -> None:
    value = walk.visit(node.item)
    if node.asname is not None:
        bind(walk, node.asname.name, join(*(_entered(alternative) for alternative in value)))


def _entered(alternative: Alternative) -> Value:
    """Return what `__enter__` gives: nearly all of them return their object, and nothing says which do not."""
    if isinstance(alternative, Many):
        return alternative.element
    if isinstance(alternative, (Instance, Object)):
        return (alternative, Mark.SHADOW)
    return UNKNOWN


def _with(walk: Walk, node: cst.With) -> None:
    """The body may end anywhere where the block swallows what is raised in it."""
    walk.visit_all(node.items)
    if not any(_may_swallow(walk, item.item) for item in node.items):
        walk.visit(node.body)
        return
    meanwhile = walk.flow.watch()
    end = walk.branch(node.body)
    walk.flow.unwatch()
    walk.flow.merge([end, Branch(meanwhile, is_dead=False)])


def _may_swallow(walk: Walk, manager: Node) -> bool:
    """Tell whether a context manager may end an exception: what is known to, and those of the project."""
    if kind(manager) == "Call" and kind(manager.func) == "Attribute" and manager.func.attr.value in _SWALLOWING:
        return True
    func = manager.func if kind(manager) == "Call" else manager
    value = walk.visit(func) if kind(func) in ("Name", "Attribute") else ()
    return any(isinstance(a, (Class, Function, Object)) or walk.path_of((a,)) in _SWALLOWING_PATHS for a in value)


CONSTRUCT = Construct(nodes={"With": _with, "WithItem": _with_item})
