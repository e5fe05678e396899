"""Find the sources that name no library, and import a module of the project that leads to one.

Which modules a source imports is read off its bytes, which is quick and finds a little too much. A module that is not
among the sources is looked at on disk: a hook names the files that are staged, and those import others.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.resolve.imported import find_imported
from defaultdrift.shell.files import read_bytes
from defaultdrift.shell.modules import ModuleFiles

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from defaultdrift.resolve.imported import Imported


def find_imports(raw: bytes) -> tuple[Imported, ...]:
    """Return each import in the bytes of a source, once.

    Args:
        raw: The bytes; what only looks like an import, as in a string, does no harm.
    """
    return tuple(dict.fromkeys(find_imported(raw.decode("utf-8", "replace")))) if b"import" in raw else ()


def find_importers(
    imports: Mapping[str, Sequence[Imported]], live: Collection[str], names: re.Pattern[bytes]
) -> Iterator[str]:
    """Yield the sources that import a live one, directly or through others, in the order given.

    Args:
        imports: What each source imports that is not live itself, by its path.
        live: Paths of the sources that name a library.
        names: What the bytes of a live module hold.
    """
    graph = _Graph(live, names)
    for path, found in imports.items():
        graph.add(os.path.abspath(path), found)  # noqa: PTH100  many files, and Path is slow
    graph.read_the_rest()
    reached = graph.leading_to_live()
    yield from (path for path in imports if os.path.abspath(path) in reached)  # noqa: PTH100


class _Graph:
    """Which modules import which, as far as sources lead."""

    def __init__(self, live: Collection[str], names: re.Pattern[bytes]) -> None:
        self.live = {os.path.abspath(path) for path in live}  # noqa: PTH100
        self._names = names
        self._files = ModuleFiles()
        self._imported: dict[str, set[str]] = {}
        self._waiting: list[str] = []

    def add(self, path: str, imports: Sequence[Imported]) -> None:
        targets = self._imported[path] = set()
        for level, module, names in imports:
            target = self._files.find(path, level, module)
            if target is not None:
                targets.add(target)
                targets.update(inner for name in names if (inner := self._files.inside(target, name)) is not None)
        self._waiting.extend(targets)

    def read_the_rest(self) -> None:
        """Look at the modules that are imported and no sources themselves."""
        while self._waiting:
            path = self._waiting.pop()
            if path in self._imported or path in self.live:
                continue
            raw = b"" if os.path.isdir(path) else read_bytes(path)  # noqa: PTH112
            if isinstance(raw, Skip):
                self._imported[path] = set()
            elif self._names.search(raw):
                self.live.add(path)
            else:
                self.add(path, find_imports(raw))

    def leading_to_live(self) -> set[str]:
        """Return the live modules and those that import one of these."""
        importers: dict[str, list[str]] = {}
        for path, targets in self._imported.items():
            for target in targets:
                importers.setdefault(target, []).append(path)
        reached = set(self.live)
        waiting = list(self.live)
        while waiting:
            for importer in importers.get(waiting.pop(), ()):
                if importer not in reached:
                    reached.add(importer)
                    waiting.append(importer)
        return reached
