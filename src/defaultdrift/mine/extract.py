"""Read one release: the text of its modules in, its callables and every path that leads to them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import griffe

from defaultdrift.mine.construct import constructor, parameters_of
from defaultdrift.mine.facts import Definition, ReleaseFacts, Source
from defaultdrift.mine.history import is_public
from defaultdrift.mine.inherit import Classes, Member
from defaultdrift.mine.module import Module, Reader, module_name, text_of
from defaultdrift.mine.namespace import Defined, Namespace, Unread
from defaultdrift.model.signature import CallableKind

if TYPE_CHECKING:
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


def excluded(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what the names of excluded modules match: `*` is one segment, `**` any number of them.

    Example:
        >>> bool(excluded(["sklearn.**.tests"]).match("sklearn.utils.tests.test_x"))
        True
    """
    alternatives = [
        re.escape(pattern).replace(r"\*\*\.", r"(?:[^.]+\.)*").replace(r"\*", r"[^.]+") for pattern in patterns
    ]
    return re.compile(rf"(?:{'|'.join(alternatives)})(?:\.|$)" if alternatives else r"(?!)")


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
        try:
            modules[name] = reader.read(source)
        except SyntaxError as error:
            unparsed[source.file] = f"{error.msg} (line {error.lineno})"
    return modules, unparsed


def _define(classes: Classes, target: Defined) -> Definition:
    if isinstance(target.value, griffe.Function):
        return Definition(
            path=target.path,
            kind=CallableKind.FUNCTION,
            parameters=parameters_of(target.value, is_bound=False),
            returns=text_of(target.value.returns),
            file=target.module.file,
            documents=_documents([(target.module, target.value)]),
            written=_written(target.module, target.name, target.value),
        )
    parameters, owner = constructor(classes, target)
    described: list[tuple[Module, griffe.Object]] = []
    for defined in [target, owner or target]:
        described.append((defined.module, defined.value))
        member = classes.own(defined, "__init__")
        if member is not None and member.function is not None:
            described.append((member.owner.module, member.function))
    return Definition(
        path=target.path,
        kind=CallableKind.CLASS,
        parameters=parameters,
        returns=None,
        file=(owner or target).module.file,
        documents=_documents(described),
        written=_written_constructor(classes, owner),
    )


def _methods(classes: Classes, defined: Defined) -> Iterator[tuple[str, Definition]]:
    for name in sorted(classes.names(defined)):
        if name.startswith("_") and name != "__call__":
            continue
        member = classes.member(defined, name)
        if member is not None and member.function is not None:
            yield name, _method(defined, name, member, member.function)


def _method(defined: Defined, name: str, member: Member, function: griffe.Function) -> Definition:
    kind = CallableKind.METHOD
    if member.is_class or member.is_static:
        kind = CallableKind.CLASSMETHOD if member.is_class else CallableKind.STATICMETHOD
    return Definition(
        path=f"{defined.path}.{name}",
        kind=kind,
        parameters=parameters_of(function, is_bound=not member.is_static),
        returns=text_of(function.returns),
        file=member.owner.module.file,
        documents=_documents([(member.owner.module, function)]),
        written=_written(member.owner.module, f"{member.owner.name}.{function.name}", function),
    )


def _documents(described: Iterable[tuple[Module, griffe.Object]]) -> tuple[tuple[str, str], ...]:
    found = {(module.file, value.docstring.value): None for module, value in described if value.docstring is not None}
    return tuple(found)


def _written_constructor(classes: Classes, owner: Defined | None) -> tuple[tuple[str, str], ...]:
    if owner is None:
        return ()
    for name in ("__init__", "__new__"):
        member = classes.own(owner, name)
        if member is not None and member.function is not None:
            return _written(member.owner.module, f"{member.owner.name}.{name}", member.function)
    return tuple(owner.module.written.get(owner.name, {}).items())


def _written(module: Module, name: str, function: griffe.Function) -> tuple[tuple[str, str], ...]:
    """Return the declarations that the source spells in another way than the default's text."""
    found = module.written.get(name, {})
    plain = {parameter.name: f"{parameter.name}={parameter.default}" for parameter in function.parameters}
    return tuple((parameter, text) for parameter, text in found.items() if text != plain.get(parameter))


def _is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")
