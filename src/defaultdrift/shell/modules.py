"""Find the modules of a project on disk, as Python would when the importing module is imported or run.

Source: https://docs.python.org/3/reference/import.html and, for where a project keeps its packages,
https://packaging.python.org/en/latest/discussions/src-layout-vs-flat-layout/.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import decode_source, read_bytes
from defaultdrift.shell.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = ("pyproject.toml", "setup.py", "setup.cfg", ".git", ".hg")
"""What the topmost folder of a project holds."""
_SOURCES = "src"
_MOST_FOLDERS = 12
"""Folders above a file that may be the project's."""


def module_of(path: str) -> str:
    """Return the one path by which the modules of a project know a file."""
    return os.path.abspath(path)  # noqa: PTH100  many files, and Path is slow


class ModuleFiles:
    """Finds and reads modules. Each question is asked of the disk once."""

    def __init__(self) -> None:
        """Begin without having asked anything."""
        self._is_file = cache(os.path.isfile)
        self._is_folder = cache(os.path.isdir)
        self._roots = cache(lambda folder: tuple(self._find_roots(folder)))
        self.find = cache(self._find)

    def _find(self, importer: str, level: int, dotted: str) -> str | None:
        """Return the file of a module, or the folder of a package without one; `None` where it is not the project's.

        Args:
            importer: File of the module that imports it.
            level: How many dots stand before the name.
            dotted: The name.
        """
        folder = os.path.dirname(importer)  # noqa: PTH120  many files, and Path is slow
        if level:
            for _ in range(level - 1):
                folder = os.path.dirname(folder)  # noqa: PTH120
            return self._descend(folder, dotted)
        if dotted.partition(".")[0] in sys.stdlib_module_names:
            return None
        found = (self._descend(root, dotted) for root in self._roots(folder))
        return next((file for file in found if file is not None), None)

    def inside(self, package: str, name: str) -> str | None:
        """Return the file of a module in a package, or `None`.

        Args:
            package: File or folder of the package.
            name: Of the module.
        """
        folder, file = os.path.split(package)
        if self._is_folder(package):
            folder = package
        elif file != "__init__.py":
            return None
        return self._module(folder, name)

    def read(self, file: str) -> str | None:
        """Return the text of a module, or `None` where it cannot be read."""
        if not self._is_file(file):
            return None
        raw = read_bytes(file)
        if isinstance(raw, Skip):
            return None
        source = decode_source(file, raw)
        return None if isinstance(source, Skip) else kind_of(file).reader.code_of(source.text)

    def _descend(self, folder: str, dotted: str) -> str | None:
        found: str | None = folder
        if not dotted:
            return self._package(folder)
        for name in dotted.split("."):
            found = self._module(folder, name)
            if found is None:
                return None
            folder = os.path.join(folder, name)  # noqa: PTH118
        return found

    def _module(self, folder: str, name: str) -> str | None:
        """Return a package, a module, or a folder that holds modules, in this order."""
        below = os.path.join(folder, name)  # noqa: PTH118
        package = self._package(below)
        if package is not None and package != below:
            return package
        return f"{below}.py" if self._is_file(f"{below}.py") else package

    def _package(self, folder: str) -> str | None:
        start = os.path.join(folder, "__init__.py")  # noqa: PTH118
        if self._is_file(start):
            return start
        return folder if self._is_folder(folder) else None

    def _find_roots(self, folder: str) -> Iterator[str]:
        """Yield the folders in which absolute imports are looked for, the nearest first, up to the project's top."""
        for above in (Path(folder), *list(Path(folder).parents)[:_MOST_FOLDERS]):
            if not self._is_file(str(above / "__init__.py")):
                yield str(above)
            if any((above / name).exists() for name in _TOP):
                yield str(above / _SOURCES)
                return
