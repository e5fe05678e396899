"""Follow a parsed module in the order of execution, and take note of every call.

The walk itself knows scopes and branches. What each thing of the language does is in `construct`, one module for each.
Bodies of functions are followed when the scope around them is done, because they run later.
"""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.resolve.argument import joined
from defaultdrift.resolve.construct import CALLEES, NODES
from defaultdrift.resolve.content import PLAIN, element_of, forget, forget_inner, is_mutable
from defaultdrift.resolve.library import attribute_of_library, item_of_library, name_of_library, object_of
from defaultdrift.resolve.memory import Fact, Memory
from defaultdrift.resolve.mutation import changing_names
from defaultdrift.resolve.replacement import may_rebind_unseen
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.settings import Settings
from defaultdrift.resolve.tree import Node, children, kind
from defaultdrift.resolve.value import (
    UNKNOWN,
    Alternative,
    Builtin,
    Class,
    Entries,
    Instance,
    Many,
    Mark,
    Object,
    Parameter,
    Path,
    Plain,
    Record,
    Value,
    join,
    only,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import libcst as cst

    from defaultdrift.model.known import Known
    from defaultdrift.resolve.construct.registry import CalleeReader, Handler
    from defaultdrift.resolve.flow import Branch, Flow
    from defaultdrift.resolve.mutation import Changing
    from defaultdrift.resolve.project import Link
    from defaultdrift.resolve.value import Given

_BUILTINS = frozenset(dir(builtins))
_DECLARED = re.compile(r"\b(?:global|nonlocal)\b((?:[^\r\n;#\\]|\\\r?\n)*)")


class Seen(NamedTuple):
    """A call that was met, once or several times.

    Attributes:
        node: The call.
        callee: What may be called.
        given: The arguments, those for the callee.
        is_own_text: Whether the text of the call is its own, so that an argument can be written there.
        is_indirect: Whether something stands between the call and the callee: it is called later, with perhaps other
            arguments, or by a function of the project.
    """

    node: cst.Call
    callee: Value
    given: tuple[Given, ...]
    is_own_text: bool
    is_indirect: bool


class Walk:
    """The state of following one module.

    Attributes:
        known: What the shell says about libraries.
        scope: The scope reached.
        memory: What was learnt about the functions and classes of the module.
        seen: The calls met, by the identity of their node and of the call behind it that is really made, if any, and by
            how the arguments are passed.
        link: Where imports of other modules of the project lead; `None` where the module stands alone.
        settings: What is set on objects after they are made.
        replaced: Paths of library attributes that are replaced somewhere in the module.
        may_rebind_unseen: Whether names of the module may be bound where no statement shows it.
        has_walrus: Whether `:=` occurs.
        has_yield: Whether `yield` occurs.
        has_lazy_annotations: Whether annotations are not evaluated (`from __future__ import annotations`).
        has_star: Whether names of an unknown module were imported by `*`.
        format_strings: How many format strings there are around the place reached.
    """

    def __init__(self, module: cst.Module, text: str, known: Known, memory: Memory, link: Link | None) -> None:
        self.module = module
        self.known = known
        self.memory = memory
        self.link = link
        declared = frozenset(name for found in _DECLARED.findall(text) for name in re.findall(r"\w+", found))
        self.scope = Scope(ScopeKind.MODULE, None, declared)
        self.seen: dict[tuple[int, int, object], Seen] = {}
        self.settings = Settings()
        self.replaced: set[str] = set()
        self.may_rebind_unseen = may_rebind_unseen(text)
        self.has_walrus = ":=" in text
        self.has_yield = "yield" in text
        self.has_lazy_annotations = False
        self.has_star = False
        self.format_strings = 0
        self._begun: set[int] = set()
        self._handlers: dict[type, Handler | None] = {}

    def run(self) -> None:
        """Follow the module to its end, and all functions in it."""
        self.visit_all(self.module.body)
        self._run_deferred(self.scope)

    @property
    def place(self) -> tuple[int, int]:
        """The scope reached, by identity, and how many branches lie below it."""
        return id(self.scope), self.flow.depth

    @property
    def flow(self) -> Flow:
        """What the names of the scope reached may be."""
        return self.scope.flow

    def visit(self, node: Node) -> Value:
        """Do what a statement does, or find what an expression may be."""
        try:
            handler = self._handlers[type(node)]
        except KeyError:
            handler = self._handlers[type(node)] = NODES.get(kind(node))
        if handler is None:
            self.visit_parts(children(node))
            return UNKNOWN
        value = handler(self, node)
        return UNKNOWN if value is None else value

    def visit_all(self, nodes: Iterable[Node]) -> None:
        """Visit nodes one after the other."""
        for node in nodes:
            self.visit(node)

    def visit_parts(self, nodes: Iterable[Node]) -> None:
        """Visit nodes whose values nobody asks for, so that names need not be looked up."""
        for node in nodes:
            if kind(node) != "Name":
                self.visit(node)

    def branch(self, *nodes: Node, changes: dict[str, Value] | None = None) -> Branch:
        """Follow nodes that may be run or not, and go back."""
        self.flow.fork(changes)
        self.visit_all(nodes)
        return self.flow.leave()

    def inside(self, scope: Scope, run: Callable[[], None]) -> None:
        """Follow something in another scope, and then the functions defined there."""
        outer, self.scope = self.scope, scope
        run()
        if scope.is_deferred:
            self._run_deferred(scope)
        self.scope = outer

    def later(self, node: Node, scope: Scope, run: Callable[[], None]) -> None:
        """Follow the body of a function, once, when the function around it is done."""
        if id(node) in self._begun:
            return
        self._begun.add(id(node))
        format_strings = self.format_strings

        def start() -> None:
            outer, self.format_strings = self.format_strings, format_strings
            self.inside(scope, run)
            self.format_strings = outer

        self.scope.function().deferred.append(start)

    def lookup(self, name: str) -> Value:
        """Return what a name may be here."""
        value = self.scope.lookup(name)
        if value is None or (Mark.ABSENT in value and name in _BUILTINS):
            built_in: Value = (Builtin(name),) if name in _BUILTINS else UNKNOWN
            built_in = join(built_in, (Mark.SHADOW,)) if self.has_star else built_in
            return built_in if value is None else join(tuple(a for a in value if a is not Mark.ABSENT), built_in)
        if is_mutable(value):
            value = self._without_changes(name, value)
        return join(value, (Mark.SHADOW,)) if self.may_rebind_unseen and self.scope.owner(name) == 0 else value

    def exported(self, name: str) -> Value:
        """Return what a name of the module is when it is done, as other modules see it; empty where it is unbound.

        What a container holds, any of them may change.
        """
        value = self.flow.get(name) or ()
        if not value:
            return value
        if name in self.scope.rebound:
            value = join(value, UNKNOWN)
        is_weak = self.may_rebind_unseen or (is_mutable(value) and name != "__all__")
        value = self._without_changes(name, value) if is_mutable(value) else value
        return join(value, (Mark.SHADOW,)) if is_weak else value

    def unless_changed(self, attribute: str, value: Value) -> Value:
        """Return what is left of the value of an attribute if the containers in attributes of its name may change."""
        return forget(value) if is_mutable(value) and attribute in self._changing().attributes else value

    def path_of(self, value: Value) -> str:
        """Return the path that a value stands for and nothing else; built-in names are those of `builtins`."""
        return _dotted(only(value))

    def expanded(self, value: Value) -> Value:
        """Return a value in which parameters stand beside their defaults and what they are known to receive."""
        if not any(isinstance(alternative, Parameter) for alternative in value):
            return value
        found: list[Value] = []
        for alternative in value:
            if isinstance(alternative, Parameter) and not alternative.stars:
                facts = (Fact.DEFAULT, Fact.RECEIVED)
                found += [self.memory.recall(f, alternative.function, alternative.name) or () for f in facts]
            found.append((alternative,))
        return join(*found)

    def iterable(self, value: Value) -> Value:
        """Return a value that is iterated or unpacked: an object of a library is what iterating gives, if told."""
        return join(*map(self._opened, self.expanded(value)))

    def _opened(self, alternative: Alternative) -> Value:
        element = self.library_item(alternative, "iteration") if isinstance(alternative, Instance) else UNKNOWN
        return (alternative,) if element == UNKNOWN else (Many(element, UNKNOWN),)

    def objects_of(self, value: Value) -> Value:
        """Return the objects of classes."""
        return join(*(self._object_of(alternative) for alternative in value))

    def _object_of(self, alternative: Alternative) -> Value:
        if isinstance(alternative, Class):
            return (Object(alternative),)
        if isinstance(alternative, Record):
            pairs = tuple((repr(key), UNKNOWN) for key in alternative.keys)
            return (Entries(pairs, is_open=alternative.is_open),)
        if isinstance(alternative, Builtin) and alternative.name in PLAIN:
            return (Plain(alternative.name),)
        return object_of(alternative, self.known)

    def name_in_library(self, dotted: str) -> Value:
        """Return what a dotted path leads to: a module may be known under a name that another module gives it."""
        owner, _, name = dotted.rpartition(".")
        dotted = f"{self.known.modules[owner]}.{name}" if owner in self.known.modules else dotted
        return name_of_library(self.known.modules.get(dotted, dotted), self.known)

    def library_attribute(self, owner: Instance, name: str) -> Value:
        """Return what an attribute of an object of a library is."""
        return attribute_of_library(owner, name, self.known)

    def library_item(self, owner: Instance, way: str) -> Value:
        """Return what an object of a library gives for an item, or an operator.

        Args:
            owner: The object.
            way: How it is asked: see `model.known`.
        """
        return item_of_library(owner, way, self.known)

    def elements_of(self, value: Value) -> Value:
        """Return what iterating over a value gives."""
        return join(*(self._elements_of(alternative) for alternative in self.expanded(value)))

    def _elements_of(self, alternative: Alternative) -> Value:
        if isinstance(alternative, Instance):
            return self.library_item(alternative, "iteration")
        return element_of((alternative,))

    def reader_of(self, callee: Alternative) -> CalleeReader | None:
        """Return what reads calls of something of the standard library; `None` for everything else."""
        return CALLEES.get(_dotted(callee))

    def note(
        self, node: cst.Call, callee: Value, given: tuple[Given, ...], *, via: int = 0, is_own_text: bool = True
    ) -> None:
        """Take note that a call may reach any of the callees.

        Args:
            node: The call.
            callee: What it may reach.
            given: What the callee is given.
            via: Identity of the call that is really made, where that is another one, later or elsewhere.
            is_own_text: Whether an argument of the callee can be written into the call.
        """
        key = (id(node), via, tuple((one.keyword, one.star) for one in given))
        self.settings.make(id(node), self.place)
        before = self.seen.get(key)
        if before is not None:
            callee, given = join(before.callee, callee), joined(before.given, given)
        self.seen[key] = Seen(node, callee, given, is_own_text and self.format_strings == 0, bool(via))

    def _run_deferred(self, scope: Scope) -> None:
        for start in scope.deferred:  # grows while functions define others
            start()

    def _without_changes(self, name: str, value: Value) -> Value:
        """Return what is left of a value if the containers that a name holds may change, or those in them."""
        changing = self._changing()
        owner = self.scope.owner(name)
        if name in changing.spelled if owner is None else (owner, name) in changing.owned:
            return forget(value)
        is_inside = name in changing.spelled_inside if owner is None else (owner, name) in changing.owned_inside
        return forget_inner(value) if is_inside else value

    def _changing(self) -> Changing:
        changing = self.memory.changing
        if changing is None:
            changing = self.memory.changing = changing_names(self.module, has_walrus=self.has_walrus)
        return changing


def _dotted(alternative: object) -> str:
    if isinstance(alternative, Path):
        return alternative.dotted
    if isinstance(alternative, Record):
        return "builtins.dict"  # calling it makes a dictionary in the same way
    return f"builtins.{alternative.name}" if isinstance(alternative, Builtin) else ""
