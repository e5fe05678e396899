"""Follow a parsed module in the order of execution, and take note of every call.

The walk itself knows scopes and branches. What each thing of the language does is in `construct`, one module for each.
Bodies of functions are followed when the scope around them is done, because they run later.
"""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.resolve.argument import Given, joined
from defaultdrift.resolve.callee import callables_of, path_called, result_of
from defaultdrift.resolve.construct import CALLEES, NODES
from defaultdrift.resolve.mutation import changing_names
from defaultdrift.resolve.scope import Scope, ScopeKind
from defaultdrift.resolve.tree import Node, children, kind
from defaultdrift.resolve.value import UNKNOWN, Builtin, Mark, Path, Value, is_mutable, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import libcst as cst

    from defaultdrift.model.known import Known
    from defaultdrift.resolve.construct.registry import Handler
    from defaultdrift.resolve.flow import Branch, Flow

_BUILTINS = frozenset(dir(builtins))
_DECLARED = re.compile(r"\b(?:global|nonlocal)\b((?:[^\r\n;#\\]|\\\r?\n)*)")


class Seen(NamedTuple):
    """A call that was met, once or several times.

    Attributes:
        node: The call.
        callee: What may be called.
        given: The arguments, those for the callee.
        is_own_text: Whether the text of the call is its own, so that an argument can be written there.
        is_delayed: Whether the callee is called later, with these arguments and perhaps others.
    """

    node: cst.Call
    callee: Value
    given: tuple[Given, ...]
    is_own_text: bool
    is_delayed: bool


class Walk:
    """The state of following one module.

    Attributes:
        known: What the shell says about libraries.
        scope: The scope reached.
        seen: The calls met, by the identity of their node and whether they are delayed.
        has_walrus: Whether `:=` occurs.
        has_lazy_annotations: Whether annotations are not evaluated (`from __future__ import annotations`).
        has_star: Whether names of an unknown module were imported by `*`.
        format_strings: How many format strings there are around the place reached.
    """

    def __init__(self, module: cst.Module, text: str, known: Known) -> None:
        self.module = module
        self.known = known
        declared = frozenset(name for found in _DECLARED.findall(text) for name in re.findall(r"\w+", found))
        self.scope = Scope(ScopeKind.MODULE, None, declared)
        self.seen: dict[tuple[int, bool], Seen] = {}
        self.has_walrus = ":=" in text
        self.has_lazy_annotations = False
        self.has_star = False
        self.format_strings = 0
        self._begun: set[int] = set()
        self._changing: frozenset[str] | None = None
        self._handlers: dict[type, Handler | None] = {}

    def run(self) -> None:
        """Follow the module to its end, and all functions in it."""
        self.visit_all(self.module.body)
        self._run_deferred(self.scope)

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
        if is_mutable(value) and name in self._changing_names():
            return join(*(UNKNOWN if is_mutable((alternative,)) else (alternative,) for alternative in value))
        return value

    def is_followed(self, callee: Value) -> bool:
        """Tell whether a call of the callee gives anything known, or is one to take note of."""
        known = self.known
        return any(
            path_called(alternative) in known.paths
            or result_of(alternative, known) != UNKNOWN
            or _dotted(alternative) in CALLEES
            for alternative in callables_of(callee)
        )

    def call(self, node: cst.Call, callee: Value, given: tuple[Given, ...]) -> Value:
        """Take note of a call, and find what it gives."""
        self.note(node, callee, given)
        results = []
        for alternative in callables_of(callee):
            reader = CALLEES.get(_dotted(alternative))
            results.append(result_of(alternative, self.known) if reader is None else reader(self, node, given))
        return join(*results) if results else UNKNOWN

    def note(self, node: cst.Call, callee: Value, given: tuple[Given, ...], *, is_delayed: bool = False) -> None:
        """Take note that a call may reach any of the callees."""
        key = (id(node), is_delayed)
        before = self.seen.get(key)
        if before is not None:
            callee, given = join(before.callee, callee), joined(before.given, given)
        self.seen[key] = Seen(node, callee, given, self.format_strings == 0, is_delayed)

    def _run_deferred(self, scope: Scope) -> None:
        for start in scope.deferred:  # grows while functions define others
            start()

    def _changing_names(self) -> frozenset[str]:
        if self._changing is None:
            self._changing = changing_names(self.module)
        return self._changing


def _dotted(alternative: object) -> str:
    if isinstance(alternative, Path):
        return alternative.dotted
    return f"builtins.{alternative.name}" if isinstance(alternative, Builtin) else ""
