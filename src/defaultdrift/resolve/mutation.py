"""Which names hold containers that may change after they were written down.

A name counts as changing unless every use of it in the file is one that cannot change what it holds: reading an item,
unpacking it, iterating, comparing, a method that only reads. What is assigned from one name to another changes with it.
Names are told apart by their spelling alone, over the whole file: that is rough, on the safe side, and quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.binding import target_names
from defaultdrift.resolve.tree import Node, children, identifier, kind

if TYPE_CHECKING:
    from collections.abc import Callable

_READING_METHODS = frozenset({"copy", "count", "get", "index", "items", "keys", "values"})
_READING_FUNCTIONS = frozenset(
    {"all", "any", "bool", "dict", "enumerate", "frozenset", "isinstance", "len", "list", "max", "min", "print", "repr",
     "reversed", "set", "sorted", "str", "sum", "tuple", "type", "zip"}
)  # fmt: skip
_NEVER_READ = frozenset({"Annotation", "Global", "Nonlocal", "Import", "ImportFrom", "LazyImport", "LazyImportFrom"})


def changing_names(module: Node) -> frozenset[str]:
    """Return the names in a module whose content may change."""
    uses = _Uses()
    uses.visit(module)
    changing = set(uses.changing)
    remaining = uses.pairs
    while True:
        touched = [pair for pair in remaining if changing & pair]
        if not touched:
            return frozenset(changing)
        remaining = [pair for pair in remaining if not changing & pair]
        changing.update(*touched)


class _Uses:
    """Collects names that may change, and pairs of names that may hold one object."""

    def __init__(self) -> None:
        self.changing: set[str] = set()
        self.pairs: list[frozenset[str]] = []

    def visit(self, node: Node) -> None:
        node_kind = kind(node)
        handler = _HANDLERS.get(node_kind)
        if handler is not None:
            handler(self, node)
        elif node_kind not in _NEVER_READ:
            self.visit_children(node)

    def visit_children(self, node: Node) -> None:
        for child in children(node):
            self.visit(child)

    def read(self, node: Node) -> None:
        """Visit an expression in a place that only reads it."""
        if kind(node) != "Name":
            self.visit(node)

    def name(self, node: Node) -> None:
        self.changing.add(identifier(node))

    def attribute(self, node: Node) -> None:
        self.visit(node.value)

    def subscript(self, node: Node) -> None:
        self.read(node.value)
        for element in node.slice:
            self.read_children(element)

    def read_children(self, node: Node) -> None:
        for child in children(node):
            if kind(child) in ("Index", "Slice", "Element", "StarredElement"):
                self.read_children(child)
            else:
                self.read(child)

    def call(self, node: Node) -> None:
        func = node.func
        if kind(func) == "Attribute" and func.attr.value in _READING_METHODS:
            self.read(func.value)
        else:
            self.read(func)
        is_reading = kind(func) == "Name" and func.value in _READING_FUNCTIONS
        for argument in node.args:
            (self.read if is_reading or argument.star else self.visit)(argument.value)

    def assign(self, node: Node) -> None:
        for target in node.targets:
            self.assigned(target.target, node.value)
        self.read(node.value)

    def annotated(self, node: Node) -> None:
        if node.value is not None:
            self.assigned(node.target, node.value)
            self.read(node.value)

    def loop(self, node: Node) -> None:
        self.assigned(node.target, node.iter)
        for child in children(node):
            if child is node.iter:
                self.read(child)
            elif child is not node.target:
                self.visit(child)

    def assigned(self, target: Node, value: Node) -> None:
        """Take note of one target: names go with the value's name, other targets change what they reach into."""
        self.changed(target)
        root = _root(value)
        if root is not None:
            names = list(target_names(target))
            self.pairs.extend(frozenset({name, root}) for name in names)
            if not names:  # kept in an attribute or an item
                self.changing.add(root)

    def changed(self, target: Node) -> None:
        if kind(target) in ("Tuple", "List", "Element", "StarredElement"):
            for child in children(target):
                self.changed(child)
        elif kind(target) != "Name":
            root = _root(target)
            if root is not None:
                self.changing.add(root)
            self.visit_children(target)

    def augmented(self, node: Node) -> None:
        root = _root(node.target)
        if root is not None:
            self.changing.add(root)
        self.visit(node.value)

    def deleted(self, node: Node) -> None:
        self.changed(node.target)

    def parameter(self, node: Node) -> None:
        if node.default is not None:
            self.visit(node.default)

    def walrus(self, node: Node) -> None:
        self.visit(node.value)
        self.changing.update(target_names(node.target))

    def definition(self, node: Node) -> None:
        for child in children(node):
            if child is not node.name:
                self.visit(child)

    def argument(self, node: Node) -> None:
        self.visit(node.value)

    def reading(self, node: Node) -> None:
        for child in children(node):
            self.read(child)


def _root(node: Node) -> str | None:
    """Return the name that items and attributes are reached from, or `None` where there is none."""
    while kind(node) in ("Subscript", "Attribute", "Call"):
        if kind(node) != "Call":
            node = node.value
        elif kind(node.func) == "Attribute" and node.func.attr.value in _READING_METHODS:
            node = node.func.value
        else:
            return None
    return identifier(node) if kind(node) == "Name" else None


_HANDLERS: dict[str, Callable[[_Uses, Node], None]] = {
    "AnnAssign": _Uses.annotated,
    "Arg": _Uses.argument,
    "Assign": _Uses.assign,
    "Attribute": _Uses.attribute,
    "AugAssign": _Uses.augmented,
    "BinaryOperation": _Uses.reading,
    "Call": _Uses.call,
    "ClassDef": _Uses.definition,
    "CompFor": _Uses.loop,
    "CompIf": _Uses.reading,
    "Comparison": _Uses.reading,
    "ComparisonTarget": _Uses.reading,
    "Del": _Uses.deleted,
    "Expr": _Uses.reading,
    "For": _Uses.loop,
    "FormattedStringExpression": _Uses.reading,
    "FunctionDef": _Uses.definition,
    "If": _Uses.reading,
    "Name": _Uses.name,
    "NamedExpr": _Uses.walrus,
    "Param": _Uses.parameter,
    "StarredDictElement": _Uses.reading,
    "StarredElement": _Uses.reading,
    "Subscript": _Uses.subscript,
    "UnaryOperation": _Uses.reading,
    "While": _Uses.reading,
}
