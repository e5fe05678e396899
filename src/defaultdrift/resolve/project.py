"""The modules of a project, seen from one another: what does `from .models import KM` give?

A module is followed by itself, and what its names are in the end is what it exports. Modules that import each other
are followed together, twice, in the order of their paths: so what is found does not depend on where one begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from defaultdrift.model.name import last_name
from defaultdrift.resolve.cycles import strong_components
from defaultdrift.resolve.guard import refusal
from defaultdrift.resolve.imported import find_imported
from defaultdrift.resolve.lines import with_newlines
from defaultdrift.resolve.memory import Fact
from defaultdrift.resolve.value import (
    Alternative,
    Class,
    Entries,
    Function,
    Instance,
    Items,
    Method,
    Module,
    Object,
    Partial,
    Path,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import libcst as cst

    from defaultdrift.model.known import Known
    from defaultdrift.resolve.memory import Memory
    from defaultdrift.resolve.value import Value
    from defaultdrift.resolve.walk import Walk

_NAME = re.compile(r"[^\W\d]\w*")
_DEEPEST = 5
"""Containers and functions in one another, from which on nothing is looked for."""
_GIVEN_BACK = (Fact.RETURNED, Fact.YIELDED)
_MOST_TEXT = 500_000
"""A module that leads to more text than this, in characters with its own, is not followed by those that import it: it
takes longer than people wait for a hook. It depends on the module alone, so it is the same wherever one begins."""
_ROUNDS = 2
"""How often modules that import each other are followed."""


class Files(Protocol):
    """Finds and reads the modules of a project. Files are told apart by their paths."""

    def find(self, importer: str, level: int, dotted: str) -> str | None:
        """Return the file of a module, or the folder of a package without one; `None` where it is not the project's.

        Args:
            importer: File of the module that imports it.
            level: How many dots stand before the name.
            dotted: The name; may be empty where there are dots.
        """

    def inside(self, package: str, name: str) -> str | None:
        """Return the file of a module in a package, or `None`."""

    def read(self, file: str) -> str | None:
        """Return the text of a module, or `None` where it cannot be read."""


class Link(NamedTuple):
    """A module of the project as an import statement sees it.

    Attributes:
        file: Its file.
        project: Where it is looked into.
    """

    file: str
    project: Project

    def find(self, level: int, dotted: str) -> str | None:
        """Return the file of a module that this one imports; `None` where it is a library's."""
        if not level and dotted.partition(".")[0] in self.project.known.roots:
            return None
        return self.project.files.find(self.file, level, dotted)

    def walk(self, text: str) -> Walk | None:
        """Return how this module was followed for what it exports; `None` where it was not, or had another text."""
        return self.project.walk(self.file, text)

    def exports(self, file: str) -> Mapping[str, Value]:
        """Return what the names of a module are in the end."""
        return self.project.exports(file)

    def inside(self, package: str, name: str) -> str | None:
        """Return the file of a module in a package, or `None`."""
        return self.project.files.inside(package, name)


class Project:
    """The modules of a project.

    Attributes:
        files: Finds and reads them.
        known: What is to be found.
        owners: What is remembered of functions and classes, by their key.
    """

    def __init__(self, files: Files, known: Known) -> None:
        """Begin without having read any."""
        self.files = files
        self.known = known
        self.owners: dict[int, Memory] = {}
        self._exports: dict[str, Mapping[str, Value]] = {}
        self._texts: dict[str, str | None] = {}
        self._imports: dict[str, tuple[str, ...]] = {}
        self._trees: dict[str, cst.Module] = {}
        self._walks: dict[str, tuple[str, Walk]] = {}
        self._live: dict[str, bool] = {}
        self._keeping: dict[int, bool] = {}
        self._followed: dict[str, bool] = {}
        self._root = re.compile("|".join(sorted(map(re.escape, known.roots))) or "(?!)")
        self._names = frozenset(last_name(path) for path in (*known.paths, *known.returns))

    def exports(self, file: str) -> Mapping[str, Value]:
        """Return what the names of a module are when it is done.

        Nothing is known of one that leads to no library, nor of one that leads to too much text.

        Args:
            file: Of the module.
        """
        if file not in self._exports and self._is_followed(file):
            for component in strong_components(file, self.imports):
                self._follow(component)
        return self._exports.get(file, {})

    def walk(self, file: str, text: str) -> Walk | None:
        """Return a module as it was followed for what it exports; `None` where that is not how it is to be looked at.

        So a module that others import is followed once. One that is in a circle of imports is followed once more, when
        all is known of the others.

        Args:
            file: Of the module.
            text: What it holds, which a repair may have changed.
        """
        self.exports(file)
        followed, walk = self._walks.pop(file, ("", None))
        return walk if followed == text else None

    def _is_followed(self, file: str) -> bool:
        if file not in self._followed:
            seen = {file}
            waiting = [file]
            length = 0
            while waiting and length <= _MOST_TEXT:
                reached = waiting.pop()
                length += len(self._text(reached) or "")
                new = [other for other in self.imports(reached) if other not in seen]
                seen.update(new)
                waiting += new
            self._followed[file] = length <= _MOST_TEXT
        return self._followed[file]

    def takes_anything(self, file: str) -> bool:
        """Tell whether a module may call a library through what it imports from the project's other modules.

        Args:
            file: Of the module.
        """
        text = self._text(file) or ""
        statements = find_imported(text)
        if not statements:
            return False
        # An object has methods: without one of the names that are looked for, only what is called itself matters.
        has_names = not self._names.isdisjoint(_NAME.findall(text))
        link = Link(file, self)
        for level, dotted, names in statements:
            target = link.find(level, dotted)
            if target is not None and self._gives(target, names, has_names=has_names):
                return True
        return False

    def _gives(self, file: str, names: tuple[str, ...], *, has_names: bool) -> bool:
        exports = self.exports(file)
        inner = [found for name in names if name not in exports and (found := self.files.inside(file, name))]
        wanted = exports if not names or "*" in names else {name: exports[name] for name in names if name in exports}
        return any(self._matters(value, has_names=has_names) for value in wanted.values()) or any(
            self._gives(found, (), has_names=has_names) for found in inner
        )

    def _matters(self, value: Value, *, has_names: bool, depth: int = 0) -> bool:
        return depth <= _DEEPEST and any(self._leads_to_library(a, has_names=has_names, depth=depth) for a in value)

    def _leads_to_library(self, alternative: Alternative, *, has_names: bool, depth: int) -> bool:
        def inner(values: Iterable[Value]) -> bool:
            return any(self._matters(value, has_names=has_names, depth=depth + 1) for value in values)

        if isinstance(alternative, Path):
            is_own = alternative.dotted.partition(".")[0] in self.known.roots
            return is_own and (has_names or alternative.dotted in self.known.paths)
        if isinstance(alternative, Function):
            return self._function_leads(alternative.key, inner)
        if isinstance(alternative, (Class, Object)):
            cls = alternative if isinstance(alternative, Class) else alternative.cls
            is_called = isinstance(alternative, Class) and bool(cls.base)
            return is_called or (has_names and (bool(cls.base) or self._keeps_anything(cls.key)))
        if isinstance(alternative, (Items, Entries)):
            parts = alternative.values if isinstance(alternative, Items) else (value for _, value in alternative.pairs)
            return inner(parts)
        is_live = isinstance(alternative, Module) and self._live.get(alternative.file, False)
        is_object = is_live or isinstance(alternative, (Instance, Method))
        return isinstance(alternative, Partial) or (has_names and is_object)

    def _function_leads(self, key: int, leads: Callable[[Iterable[Value]], bool]) -> bool:
        memory = self.owners.get(key)
        if memory is None:
            return False
        return bool(memory.forwards(key)) or leads(memory.recall(fact, key) or () for fact in _GIVEN_BACK)

    def _keeps_anything(self, key: int) -> bool:
        """Tell whether the module of a class keeps or gives anything of a library."""
        memory = self.owners.get(key)
        if memory is None:
            return False
        if id(memory) not in self._keeping:
            self._keeping[id(memory)] = False  # a class that keeps itself keeps nothing more
            self._keeping[id(memory)] = memory.has_forwards or any(
                self._matters(value, has_names=True, depth=_DEEPEST - 1) for value in memory.gives()
            )
        return self._keeping[id(memory)]

    def imports(self, file: str) -> tuple[str, ...]:
        """Return the files of the project's modules that a module imports, sorted."""
        if file not in self._imports:
            self._imports[file] = tuple(sorted(set(self._find_imports(file)) - {file}))
        return self._imports[file]

    def _find_imports(self, file: str) -> list[str]:
        found: list[str] = []
        for level, dotted, names in find_imported(self._text(file) or ""):
            target = Link(file, self).find(level, dotted)
            if target is not None:
                found.append(target)
                found += [inner for name in names if (inner := self.files.inside(target, name)) is not None]
            elif not level and "." in dotted:
                package = Link(file, self).find(0, dotted.partition(".")[0])
                found += [] if package is None else [package]
        return found

    def _text(self, file: str) -> str | None:
        if file not in self._texts:
            self._texts[file] = self.files.read(file)
        return self._texts[file]

    def _follow(self, component: list[str]) -> None:
        """Follow modules that import each other; all that they import besides was followed before."""
        missing = [file for file in sorted(component) if file not in self._exports]
        is_live = any(self._leads_anywhere(file) for file in missing)
        self._live.update(dict.fromkeys(missing, is_live))
        self._exports.update({file: {} for file in missing})
        for _ in range(_ROUNDS if len(component) > 1 else 1):
            for file in missing if is_live else ():
                self._exports[file] = self._exports_of(file)
        for file in missing if len(component) > 1 else ():
            self._walks.pop(file, None)

    def _leads_anywhere(self, file: str) -> bool:
        text = self._text(file)
        if text is not None and self._root.search(text):  # also `import pandas as pd` alone: others take `pd` from here
            return True
        return any(self._live.get(other, False) for other in self.imports(file))

    def _exports_of(self, file: str) -> Mapping[str, Value]:
        from defaultdrift.resolve.follow import follow, parse  # noqa: PLC0415  imports LibCST

        text = with_newlines(self._text(file) or "")
        if refusal(text) is not None:
            return {}
        if file not in self._trees:
            tree = parse(text)
            if tree is None:
                return {}
            self._trees[file] = tree
        try:
            walk = follow(self._trees[file], text, self.known, Link(file, self))
        except RecursionError:  # told where the module itself is looked at
            return {}
        self._walks[file] = text, walk
        self.owners.update(dict.fromkeys(walk.memory.keys(), walk.memory))
        return {name: value for name in walk.flow.names() if (value := walk.exported(name))}
