"""Tell which member of a release is which module, as Python would find them.

Source: https://docs.python.org/3/reference/import.html#searching (a package stands before a module of the same name),
and the same page on `__path__` (a package may look for its modules in other folders, too).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from defaultdrift.mine.facts import Source

_MORE_FOLDERS = re.compile(r"^__path__\.append\(.*['\"](?P<folder>\w+)['\"]\s*\)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Members:
    """The modules of a release as text, keyed by dotted name.

    Attributes:
        modules: What an import reads; a stub where there is no source.
        stubs: Those beside source.
    """

    modules: Mapping[str, Source]
    stubs: Mapping[str, Source]


def module_name(file: str) -> str:
    """Return the dotted name of the module that a member holds.

    Example:
        >>> module_name("sklearn/cluster/__init__.py")
        'sklearn.cluster'
    """
    parts = PurePosixPath(file).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_members(sources: Iterable[Source], roots: Sequence[str], left_out: re.Pattern[str]) -> Members:
    """Return the modules to read.

    Args:
        sources: Of the release, in any order.
        roots: The import roots.
        left_out: What the names of excluded modules match.
    """
    modules: dict[str, Source] = {}
    stubs: dict[str, Source] = {}
    for source in sorted(sources, key=lambda source: _rank(source.file)):
        name = module_name(source.file)
        if name.partition(".")[0] not in roots or left_out.match(name):
            continue
        if modules.setdefault(name, source) is not source and source.file.endswith(".pyi"):
            stubs.setdefault(name, source)
    for name, other in list(_found_elsewhere(modules)):
        if not left_out.match(name):
            modules.setdefault(name, modules[other])
    return Members(dict(sorted(modules.items())), dict(sorted(stubs.items())))


def _rank(file: str) -> tuple[bool, bool, str]:
    return file.endswith(".pyi"), PurePosixPath(file).stem != "__init__", file


def _found_elsewhere(modules: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Yield the names that modules have because a package also looks into one of its folders: `__path__.append`."""
    for package, source in modules.items():
        for found in _MORE_FOLDERS.finditer(source.text) if "__path__" in source.text else ():
            folder = f"{package}.{found['folder']}."
            yield from ((f"{package}.{name.removeprefix(folder)}", name) for name in modules if name.startswith(folder))
