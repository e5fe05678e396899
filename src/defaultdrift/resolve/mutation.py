"""Which names hold containers that may change after they were written down.

A name counts as changing unless every use of it in the file is one that cannot change what it holds (reading an item,
unpacking it, iterating, comparing, a method that only reads), or changes it in plain sight: `params["n_init"] = 3` and
`params.update(...)` in the function that binds the name are followed. What is assigned from one name to another changes
with it.
Names are told apart by the function that binds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from defaultdrift.resolve.binding import names_of_function, target_names
from defaultdrift.resolve.settings import SEARCHING
from defaultdrift.resolve.tree import Node, children, identifier, kind

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGING_METHODS = frozenset({"add", "append", "extend", "insert", "pop", "setdefault", "update"})
"""Methods of containers that change them, and are followed."""
_READING_METHODS = frozenset({"copy", "count", "get", "index", "items", "keys", "values"})
_READING_FUNCTIONS = frozenset(
    {"all", "any", "bool", "dict", "enumerate", "frozenset", "isinstance", "len", "list", "max", "min", "print", "repr",
     "reversed", "set", "sorted", "str", "sum", "tuple", "type", "zip"}
)  # fmt: skip
_ITEM = "[]"
"""Stands for an item that is changed without having a name."""
_NEVER_READ = frozenset({"Annotation", "Global", "Nonlocal", "Import", "ImportFrom", "LazyImport", "LazyImportFrom"})


class Changing(NamedTuple):
    """The names that hold something that may change.

    Attributes:
        owned: With the function that binds them, by identity; 0 for the module.
        spelled: All of them, whoever binds them.
        owned_inside: Those that hold containers in which other containers may change.
        spelled_inside: All of them, whoever binds them.
        attributes: Attributes that hold such containers, whosever they are.
    """

    owned: frozenset[tuple[int, str]]
    spelled: frozenset[str]
    owned_inside: frozenset[tuple[int, str]]
    spelled_inside: frozenset[str]
    attributes: frozenset[str]


def changing_names(module: Node, *, has_walrus: bool) -> Changing:
    """Return the names in a module whose content may change.

    Args:
        module: The module.
        has_walrus: Whether `:=` occurs in it.
    """
    uses = _Uses(has_walrus=has_walrus)
    uses.visit(module)
    seen = uses.functions[0]
    # One object may have two names: what is done in plain sight to the one is done to the other unseen.
    paired = {name for pair in seen.pairs for name in pair}
    changing = _closed(seen.changing | (seen.followed & paired), seen.pairs, seen.parts)
    moving = changing | seen.followed
    inside = _closed({whole for part, whole in seen.parts if part in moving}, seen.pairs, [])
    while more := {whole for part, whole in seen.parts if part in inside} - inside:
        inside = _closed(inside | more, seen.pairs, [])
    owned, owned_inside = (
        frozenset(n if isinstance(n, tuple) else (0, n) for n in found) for found in (changing, inside)
    )
    return Changing(
        owned,
        frozenset(n for _, n in owned),
        owned_inside,
        frozenset(n for _, n in owned_inside),
        frozenset(uses.attributes),
    )


def _closed(names: set[_Use], pairs: list[tuple[_Use, _Use]], parts: list[tuple[_Use, _Use]]) -> set[_Use]:
    """Return names with those that may hold the same object, or a part of it."""
    found = set(names)
    remaining = [*((a, b) for a, b in pairs), *((b, a) for a, b in pairs), *((whole, part) for part, whole in parts)]
    while touched := [pair for pair in remaining if pair[0] in found]:
        remaining = [pair for pair in remaining if pair[0] not in found]
        found.update(other for _, other in touched)
    return found


_Use: TypeAlias = "str | tuple[int, str]"
"""A name as it is used: with the function that binds it, once that is known."""


class _Function:
    """What was collected in a function and those in it: of the names that it binds itself, and of others."""

    def __init__(self, key: int, bound: frozenset[str]) -> None:
        self.key = key
        self.bound = bound
        self.changing: set[_Use] = set()
        self.followed: set[_Use] = set()
        self.pairs: list[tuple[_Use, _Use]] = []
        self.parts: list[tuple[_Use, _Use]] = []

    def resolved(self, use: _Use) -> _Use:
        return (self.key, use) if isinstance(use, str) and use in self.bound else use


class _Uses:
    """Collects names that may change, and pairs of names that may hold one object."""

    def __init__(self, *, has_walrus: bool) -> None:
        self.has_walrus = has_walrus
        self.functions = [_Function(0, frozenset())]
        self.attributes: set[str] = set()
        self.searches: set[str] = set()

    @property
    def here(self) -> _Function:
        return self.functions[-1]

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
        if kind(node) == "Attribute":
            self.visit(node.value)
        elif kind(node) != "Name":
            self.visit(node)

    def name(self, node: Node) -> None:
        self.here.changing.add(identifier(node))

    def attribute(self, node: Node) -> None:
        self.attributes.add(identifier(node.attr))
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
        if kind(func) == "Attribute" and func.attr.value in CHANGING_METHODS and kind(func.value) == "Name":
            self.follow(func.value)
        elif kind(func) == "Attribute" and func.attr.value in CHANGING_METHODS and kind(func.value) == "Subscript":
            self.changed_inside(func.value)
        elif kind(func) == "Attribute" and func.attr.value in _READING_METHODS:
            self.read(func.value)
        else:
            self.read(func)
        is_reading = kind(func) == "Name" and func.value in _READING_FUNCTIONS
        called = func.attr if kind(func) == "Attribute" else func
        is_reading = is_reading or (kind(called) == "Name" and self.is_search(called.value))
        for argument in node.args:
            (self.read if is_reading or argument.star else self.visit)(argument.value)

    def is_search(self, name: str) -> bool:
        """Tell whether a name is that of a search, which reads the grid that it is given."""
        return name in self.searches or name.endswith(SEARCHING)

    def imported(self, node: Node) -> None:
        for alias in node.names if isinstance(node.names, (list, tuple)) else ():
            name = alias.name.attr if kind(alias.name) == "Attribute" else alias.name
            if alias.asname is not None and identifier(name).endswith(SEARCHING):
                self.searches.update(target_names(alias.asname.name))

    def changed_inside(self, node: Node) -> None:
        """Take note that something in what a name holds is changed: `params["km"].update(n_init=3)`."""
        root = _root(node)
        if root is not None:
            self.here.parts.append((_ITEM, root))
            self.here.changing.add(_ITEM)
        self.visit(node)

    def assign(self, node: Node) -> None:
        for target in node.targets:
            self.assigned(target.target, node.value)
        self.read(node.value)

    def annotated(self, node: Node) -> None:
        if node.value is not None:
            self.assigned(node.target, node.value)
            self.read(node.value)

    def loop(self, node: Node) -> None:
        self.assigned(node.target, node.iter, is_element=True)
        for child in children(node):
            if child is node.iter:
                self.read(child)
            elif child is not node.target:
                self.visit(child)

    def assigned(self, target: Node, value: Node, *, is_element: bool = False) -> None:
        """Take note of one target: names go with the value's name, other targets change what they reach into."""
        self.changed(target)
        if kind(value) == "Attribute" and not is_element:
            self.attributes.add(identifier(value.attr))
        root = _root(value)
        if root is not None:
            names = list(target_names(target))
            is_same = kind(value) == "Name" and kind(target) == "Name" and not is_element
            into = self.here.pairs if is_same else self.here.parts
            into.extend((name, root) for name in names)
            if not names:  # kept in an attribute or an item
                self.here.changing.add(root)

    def follow(self, name: Node) -> None:
        """Take note of a change that is made in plain sight, if the function that makes it binds the name."""
        self.here.followed.add(identifier(name))

    def function(self, node: Node) -> None:
        """Visit a function; what it does to the names of others is for those around it to sort out."""
        for child in children(node):
            if child is not node.body and kind(child) != "Name":
                self.visit(child)  # decorators, defaults and annotations belong to the scope around
        bound = names_of_function(node.params, node.body, has_walrus=self.has_walrus).bound
        self.functions.append(_Function(id(node), bound))
        self.visit(node.body)
        inner = self.functions.pop()
        outer = self.here
        for use in map(inner.resolved, inner.changing):
            outer.changing.add(use)
        for use in map(inner.resolved, inner.followed):
            (outer.followed if isinstance(use, tuple) else outer.changing).add(use)
        outer.pairs.extend((inner.resolved(one), inner.resolved(other)) for one, other in inner.pairs)
        outer.parts.extend((inner.resolved(part), inner.resolved(whole)) for part, whole in inner.parts)

    def returned(self, node: Node) -> None:
        """A function is done with a name of its own that it returns."""
        if node.value is not None and kind(node.value) == "Name":
            self.here.followed.add(identifier(node.value))
        elif node.value is not None:
            self.visit(node.value)

    def changed(self, target: Node) -> None:
        if kind(target) == "Subscript" and kind(target.value) == "Name":
            self.follow(target.value)
            for element in target.slice:
                self.read_children(element)
        elif kind(target) in ("Tuple", "List", "Element", "StarredElement"):
            for child in children(target):
                self.changed(child)
        elif kind(target) != "Name":
            root = _root(target)
            if root is not None:
                self.here.changing.add(root)
            self.visit_children(target)

    def augmented(self, node: Node) -> None:
        if kind(node.target) == "Name" and kind(node.operator) == "BitOrAssign":
            self.follow(node.target)
            self.read(node.value)
            return
        root = _root(node.target)
        if root is not None:
            self.here.changing.add(root)
        self.visit(node.value)

    def deleted(self, node: Node) -> None:
        self.changed(node.target)

    def parameter(self, node: Node) -> None:
        if node.default is not None:
            self.visit(node.default)

    def walrus(self, node: Node) -> None:
        self.visit(node.value)
        self.here.changing.update(target_names(node.target))

    def definition(self, node: Node) -> None:
        for child in children(node):
            if child is not node.name:
                self.visit(child)

    def argument(self, node: Node) -> None:
        self.visit(node.value)

    def reading(self, node: Node) -> None:
        for child in children(node):
            self.read(child)

    def conditional(self, node: Node) -> None:
        """Visit what is done or not: of a condition nothing but the truth is asked."""
        for child in children(node):
            (self.test if child is node.test else self.visit)(child)

    def test(self, node: Node) -> None:
        """Visit an expression of which nothing but the truth is asked."""
        if kind(node) == "BooleanOperation":
            self.test(node.left)
            self.test(node.right)
        elif kind(node) == "UnaryOperation":
            self.test(node.expression)
        else:
            self.read(node)


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
    "Assert": _Uses.conditional,
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
    "FunctionDef": _Uses.function,
    "Lambda": _Uses.function,
    "If": _Uses.conditional,
    "IfExp": _Uses.conditional,
    "ImportFrom": _Uses.imported,
    "Name": _Uses.name,
    "NamedExpr": _Uses.walrus,
    "Param": _Uses.parameter,
    "Return": _Uses.returned,
    "StarredDictElement": _Uses.reading,
    "StarredElement": _Uses.reading,
    "Subscript": _Uses.subscript,
    "UnaryOperation": _Uses.reading,
    "While": _Uses.conditional,
}
