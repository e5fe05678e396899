"""What the callables and attributes of a library give, as far as it leads to something that matters.

A scan looks for calls of what changed. For methods it has to know which objects there are: what `read_csv` returns is a
`DataFrame`, its `groupby` gives a `DataFrameGroupBy`, whose methods changed. What leads to no such method is left out.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING

from defaultdrift.errors import RuleError
from defaultdrift.model.signature import CallableKind
from defaultdrift.rules._read import parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from packaging.version import Version

    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.attributes import Attributes

_SELF = "Self"
_ARGUMENT = "{"
"""What begins a type that is that of an argument: `{0}`."""
_METHODS = frozenset({CallableKind.METHOD, CallableKind.CLASSMETHOD, CallableKind.STATICMETHOD})


_KEY = re.compile(r"(?P<path>\w+(?:\.[\w*]+)*\.\w+)(?P<shape>\((?:\w+(?:=\w+)?)?\)|\[[\w.]+(?:,[\w.]+)?\]|)")
_ANY = "*"
"""What stands for any letters of a name in the path of a method: `transformers.*.from_pretrained()`."""


@dataclass(frozen=True, slots=True)
class Types:
    """Types, spelled as return annotations with whole paths.

    Attributes:
        classes: Every import path of a class, to its canonical path.
        returns: Import path of a function, or canonical path of a method, to what it returns; `path(keyword)` to what
            it returns where that is passed, `path(keyword=way)` where it is a text, a number or a list, and `path(**)`
            where arguments are passed that nobody knows.
        attributes: Canonical path of a class and name of an attribute, as one path, to what it is.
        items: Canonical path of a class and how it is asked for an item, as `pandas.DataFrame[text]`, to what it gives.
        modules: Path of a module under another name, to its own path.
        members: Names of the methods of a class and of its attributes that are typed, by its canonical path.
        subclassed: Canonical paths of classes whose objects are mostly of a subclass.
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    returns: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modules: Mapping[str, str] = field(default_factory=dict)
    subclassed: frozenset[str] = frozenset()

    def pack(self) -> str:
        """Return them as JSON, the same for equal types."""
        document = {
            "classes": self.classes,
            "returns": self.returns,
            "attributes": self.attributes,
            "items": self.items,
            "members": {path: sorted(names) for path, names in self.members.items()},
            "subclassed": sorted(self.subclassed),
            "modules": self.modules,
        }
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"

    @classmethod
    def unpack(cls, text: str) -> Types:
        """Return the types that a text holds, which `pack` has made."""
        document = json.loads(text)
        members = {path: frozenset(names) for path, names in document.pop("members").items()}
        subclassed = frozenset(document.pop("subclassed"))
        return cls(**document, members=members, subclassed=subclassed)


def parse_types(text: str) -> Types:
    """Read what people say of types, where the library does not say it itself.

    Args:
        text: Of `types.toml`: `"path()"`, `"path(keyword)"` where that is passed, `"path(keyword=way)"`,
            `"path.attribute"` or `"path[way]"`, to the type. In the path of a method, `*` stands for any letters of one
            name. And classes that have subclasses.

    Raises:
        RuleError: The text does not follow the schema.
    """
    table = parse_document(text)
    table.expect_keys(frozenset({"modules", "subclassed", "types"}))
    tables: dict[str, dict[str, str]] = {"(": {}, "[": {}, "": {}}
    for key, said in table.text_table("types").items():
        found = _KEY.fullmatch(key)
        if found is None:
            raise RuleError("", "types", f"expected a path, got {key!r}")
        tables[found["shape"][:1]][key.removesuffix("()")] = said
    modules = table.text_table("modules")
    subclassed = frozenset(table.texts("subclassed"))
    return Types(returns=tables["("], attributes=tables[""], items=tables["["], modules=modules, subclassed=subclassed)


def find_types(
    histories: Collection[CallableHistory],
    attributes: Iterable[Attributes],
    said: Types,
    wanted: Collection[str] | None = None,
) -> Types:
    """Return the types of a distribution.

    What a callable returns hardly ever changes, while old releases rarely say it: the newest that does has the say.

    Args:
        histories: All of its callables.
        attributes: What attributes its classes have.
        said: What people say, who have the last word.
        wanted: Canonical paths of the callables that matter; `None` where all do.
    """
    everything = _Everything(histories, attributes, said)
    if wanted is None:
        members = {path: frozenset(names) for path, names in everything.members.items()}
        return Types(
            everything.classes,
            everything.returns,
            everything.attributes,
            everything.items,
            members,
            said.modules,
            everything.subclassed,
        )
    leading = everything.leading_to(wanted)
    kept = leading | everything.beside(leading)
    return Types(
        classes={path: canonical for path, canonical in everything.classes.items() if canonical in kept},
        returns={
            path: text
            for path, text in everything.returns.items()
            if everything.gives(path, leading) and (_owner(path) in kept or _bare(path) in everything.functions)
        },
        attributes={
            path: text
            for path, text in everything.attributes.items()
            if everything.leads(text, path, leading) and everything.may_be_asked(path.rpartition(".")[0], kept)
        },
        items={
            path: text
            for path, text in everything.items.items()
            if everything.leads(text, path, leading) and path.partition("[")[0] in kept
        },
        members={path: frozenset(names) for path, names in everything.members.items() if path in kept},
        subclassed=everything.subclassed & kept,
        modules=said.modules,
    )


class _Everything:
    """All types of a distribution, before anything is left out."""

    def __init__(self, histories: Collection[CallableHistory], attributes: Iterable[Attributes], said: Types) -> None:
        self.classes: dict[str, str] = {}
        self.returns: dict[str, str] = {}
        self.attributes: dict[str, str] = {}
        self.items: dict[str, str] = {}
        self.members: dict[str, set[str]] = {}
        self.functions: set[str] = set()
        latest: dict[str, tuple[bool, Version]] = {}
        for history in histories:
            if history.kind is CallableKind.CLASS:
                self.members.setdefault(history.path, set())
                for place in history.paths:
                    # Two classes may have had one path at different times: the later one has it.
                    rank = (place.until is None, place.since)
                    if place.path not in latest or latest[place.path] <= rank:
                        latest[place.path] = rank
                        self.classes[place.path] = history.path
        for history in histories:
            if history.kind is not CallableKind.CLASS:
                self._add(history)
        self.modules = {
            entry.path.rpartition(".")[0]
            for history in histories
            if history.kind not in _METHODS
            for entry in history.paths
        } - self.members.keys()
        for entry in attributes:
            for name, text in entry.types.items():
                self._keep(entry.path, name, text)
        self.subclassed = frozenset(self.classes.get(path, path) for path in said.subclassed)
        self.foreign: set[str] = set()
        self._take(said, histories)

    def _take(self, said: Types, histories: Collection[CallableHistory]) -> None:
        """Take what people say, who may name a class by any of its paths."""
        returns = self._spelled_out(said.returns, histories)
        self.functions.update(returns)
        for path, text in returns.items():
            owner, _, name = self._canonical(path).rpartition(".")
            self.returns[f"{owner}.{name}"] = text
            if owner in self.members and "(" not in name:
                self.members[owner].add(name)
        for path in [path for path in self.returns if path != _bare(path)]:
            unknown = f"{_bare(path)}(**)"
            before = self.returns.get(unknown) or self.returns.get(_bare(path))
            self.returns[unknown] = " | ".join(dict.fromkeys(filter(None, (before, self.returns[path]))))
        for path, text in said.attributes.items():
            owner, _, name = self._canonical(path).rpartition(".")
            self._keep(owner, name, text)
        for path, text in said.items.items():
            owner, _, way = path.partition("[")
            if owner not in self.classes:
                self._stand_between(self._canonical(owner))
            self.items[f"{self.classes.get(owner, self._canonical(owner))}[{way}"] = text
        texts = (*said.returns.values(), *said.attributes.values(), *said.items.values())
        self.foreign.update(name for text in texts for name in names_in(text) if "." in name)
        self.foreign.difference_update(self.classes)

    def _keep(self, owner: str, name: str, text: str) -> None:
        """Take what an attribute of a class is, or an object that a module keeps."""
        self.attributes[f"{owner}.{name}"] = text
        if owner not in self.modules:
            self.members.setdefault(owner, set()).add(name)

    def _stand_between(self, path: str) -> None:
        """Take what stands between a class and its items for an object of its own: `df.loc[...]`."""
        owner, _, name = path.rpartition(".")
        self.attributes[path] = path
        self.members.setdefault(owner, set()).add(name)
        self.classes[path] = path
        self.members.setdefault(path, set())

    def _canonical(self, path: str) -> str:
        owner, _, name = path.rpartition(".")
        return f"{self.classes.get(owner, owner)}.{name}"

    @staticmethod
    def _spelled_out(said: Mapping[str, str], histories: Collection[CallableHistory]) -> dict[str, str]:
        """Return what is said of each callable: what names it goes before what covers many, and more letters first."""
        found = {key: text for key, text in said.items() if _ANY not in key}
        patterns: dict[str, list[str]] = {}
        for key in sorted(said.keys() - found.keys(), key=len, reverse=True):
            patterns.setdefault(key.rpartition(".")[2], []).append(key)
        for history in histories if patterns else ():
            for key in patterns.get(history.path.rpartition(".")[2], ()):
                if _covers(key, history.path):
                    found.setdefault(history.path, said[key])
        # Where no callables are known yet, what is said of many waits for them.
        return found if histories else dict(said)

    def _add(self, history: CallableHistory) -> None:
        text = next((s.returns for s in reversed(history.signatures) if s.returns is not None), None)
        if history.kind in _METHODS:
            owner, _, name = history.path.rpartition(".")
            self.members.setdefault(owner, set()).add(name)
            if text is not None:
                self.returns[history.path] = text
            return
        self.functions.update(entry.path for entry in history.paths)
        if text is not None:
            self.returns.update({entry.path: text for entry in history.paths})

    def leading_to(self, wanted: Collection[str]) -> set[str]:
        """Return the classes that have a wanted method, or give an object of such a class, and so on."""
        leading = {owner for path in wanted if (owner := path.rpartition(".")[0]) in self.members}
        while True:
            more = {
                owner
                for table in (self.returns, self.attributes, self.items)
                for path, text in table.items()
                if (owner := _owner(path)) in self.members
                and owner not in leading
                and not self._named(text, "").isdisjoint(leading)
            }
            if not more:
                return leading
            leading |= more

    def beside(self, leading: Collection[str]) -> set[str]:
        """Return the classes that stand beside leading ones in a union: whether they have a method decides as well."""
        texts = (*self.returns.values(), *self.attributes.values(), *self.items.values())
        named = (self._named(text, "") for text in texts)
        return {cls for classes in named if not classes.isdisjoint(leading) for cls in classes if cls in self.members}

    def leads(self, text: str, path: str, leading: Collection[str]) -> bool:
        """Tell whether a type names a class that leads on; of a method, `Self` is its class."""
        is_foreign = not self.foreign.isdisjoint(names_in(text))
        return is_foreign or _ARGUMENT in text or not self._named(text, _owner(path)).isdisjoint(leading)

    def may_be_asked(self, owner: str, kept: Collection[str]) -> bool:
        """Tell whether something has attributes that matter: a class that is kept, or a module."""
        return owner in kept or owner in self.modules

    def gives(self, path: str, leading: Collection[str]) -> bool:
        """Tell whether a callable gives an object of a class that leads on, whatever is passed."""
        texts = (self.returns.get(key, "") for key in (path, _bare(path), f"{_bare(path)}(**)"))
        return any(self.leads(text, _bare(path), leading) for text in texts)

    def _named(self, text: str, owner: str) -> frozenset[str]:
        names = names_in(text)
        found = {self.classes[name] for name in names if name in self.classes}
        return frozenset(found | ({owner} if _SELF in names else set()))


def _covers(pattern: str, path: str) -> bool:
    said, names = pattern.split("."), path.split(".")
    return len(said) == len(names) and all(map(fnmatchcase, names, said))


def _bare(path: str) -> str:
    """Return a callable without the argument that a type is for."""
    return path.partition("(")[0]


def _owner(path: str) -> str:
    return path.partition("[")[0] if path.endswith("]") else path.rpartition(".")[0]


@lru_cache(maxsize=8192)
def names_in(text: str) -> frozenset[str]:
    """Return the dotted names in an annotation.

    Example:
        >>> sorted(names_in("tuple[pkg.Frame, int] | None"))
        ['int', 'pkg', 'pkg.Frame', 'tuple']
    """
    try:
        nodes = list(ast.walk(ast.parse(text, mode="eval")))
    except (SyntaxError, ValueError, RecursionError):
        return frozenset()
    return frozenset(ast.unparse(node) for node in nodes if isinstance(node, (ast.Attribute, ast.Name)))
