"""Read one release: the text of its modules in, its callables and every path that leads to them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import griffe

from defaultdrift.mine.construct import constructor, parameters_of
from defaultdrift.mine.facts import Definition, ReleaseFacts, Source
from defaultdrift.mine.inherit import Classes, Member
from defaultdrift.mine.module import Module, Reader, module_name, text_of
from defaultdrift.mine.namespace import Defined, Namespace, Unread
from defaultdrift.mine.path import excluded, is_public
from defaultdrift.model.signature import CallableKind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from packaging.version import Version

    from defaultdrift.model.library import Library


def extract(version: Version, sources: Iterable[Source], library: Library) -> ReleaseFacts:
    """Read one release.

    Args:
        version: The release.
        sources: Its modules, in any order. Where a module has both, its stub (`.pyi`) is left aside.
        library: Its import roots, and the modules that are no part of its interface.
    """
    left_out = excluded(library.exclude)
    modules, unparsed = _read_modules(sources, library, left_out)
    namespace = Namespace(modules, frozenset(library.import_roots))
    classes = Classes(namespace)
    definitions: dict[str, Definition] = {}
    methods: dict[str, dict[str, Definition]] = {}
    paths: dict[str, str] = {}
    unread: dict[str, str] = {}
    for module in modules.values():
        for name in sorted(namespace.names(module)):
            target = namespace.lookup(module, name)
            if isinstance(target, Unread) and is_public(f"{module.name}.{name}") and not left_out.match(target.target):
                unread[f"{module.name}.{name}"] = target.target
            if not isinstance(target, Defined) or _is_dunder(name):
                continue
            paths[f"{module.name}.{name}"] = target.path
            if target.path not in definitions:
                definitions[target.path] = _define(classes, target)
                if not isinstance(target.value, griffe.Function):
                    methods[target.path] = dict(_methods(classes, target))
    return ReleaseFacts(
        version=version,
        definitions=definitions,
        methods=methods,
        paths=paths,
        exported=frozenset(f"{m.name}.{name}" for m in modules.values() for name in m.exported or ()),
        unread=unread,
        unparsed=unparsed,
    )


def _read_modules(
    sources: Iterable[Source], library: Library, left_out: re.Pattern[str]
) -> tuple[dict[str, Module], dict[str, str]]:
    by_name: dict[str, Source] = {}
    # Sorted, a `.py` comes before its `.pyi`; a package comes before its modules only if sorted by dotted name.
    for source in sorted(sources, key=lambda source: source.file):
        name = module_name(source.file)
        if name.partition(".")[0] in library.import_roots and not left_out.match(name):
            by_name.setdefault(name, source)
    reader, modules, unparsed = Reader(), {}, {}
    for name, source in sorted(by_name.items()):
        found = reader.read(source)
        if isinstance(found, str):
            unparsed[source.file] = found
        else:
            modules[name] = found
    return modules, unparsed


def _define(classes: Classes, target: Defined) -> Definition:
    if isinstance(target.value, griffe.Function):
        return Definition(
            path=target.path,
            kind=CallableKind.FUNCTION,
            parameters=parameters_of(target.value, is_bound=False),
            returns=text_of(target.value.returns),
            file=target.module.file,
            documents=_documents([(target.module, target.name)]),
            written=_written(target.module, target.name),
        )
    found = constructor(classes, target)
    owner = found.owner or target
    declared = (owner.module, owner.name) if found.function is None else _home(classes, found.function, owner)
    # People document a constructor in the class, in `__init__`, or only in the class that it is inherited from.
    own = (target.module, f"{target.name}.__init__")
    return Definition(
        path=target.path,
        kind=CallableKind.CLASS,
        parameters=found.parameters,
        returns=None,
        file=declared[0].file,
        documents=_documents([(target.module, target.name), own, (owner.module, owner.name), declared]),
        written=_written(*declared),
    )


def _methods(classes: Classes, defined: Defined) -> Iterator[tuple[str, Definition]]:
    for name in sorted(classes.names(defined)):
        if name.startswith("_") and name != "__call__":
            continue
        member = classes.member(defined, name)
        if member is not None and member.function is not None:
            yield name, _method(classes, f"{defined.path}.{name}", member, member.function)


def _method(classes: Classes, path: str, member: Member, function: griffe.Function) -> Definition:
    kind = CallableKind.METHOD
    if member.is_class or member.is_static:
        kind = CallableKind.CLASSMETHOD if member.is_class else CallableKind.STATICMETHOD
    home = _home(classes, function, member.owner)
    return Definition(
        path=path,
        kind=kind,
        parameters=parameters_of(function, is_bound=not member.is_static),
        returns=text_of(function.returns),
        file=home[0].file,
        documents=_documents([home]),
        written=_written(*home),
    )


def _home(classes: Classes, function: griffe.Function, owner: Defined) -> tuple[Module, str]:
    """Return where a function stands: `path = staticmethod(enet_path)` makes a method of one from anywhere."""
    module = classes.namespace.modules.get(function.module.path, owner.module)
    parent = function.parent
    return module, f"{parent.name}.{function.name}" if isinstance(parent, griffe.Class) else function.name


def _documents(places: Iterable[tuple[Module, str]]) -> tuple[tuple[str, str], ...]:
    found = {(module.file, written.document): None for module, name in places if (written := module.written.get(name))}
    return tuple(pair for pair in found if pair[1])


def _written(module: Module, name: str) -> tuple[tuple[str, str], ...]:
    found = module.written.get(name)
    return () if found is None else tuple(found.parameters.items())


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
