"""Find the rules that installed packages bring: the entry-point group `defaultdrift.rules`.

The value of an entry point names the folder as Python names modules: `mypackage.rules` and `mypackage:rules` are the
folder `rules` in the package `mypackage`. The package is located and never imported.

Source: https://packaging.python.org/en/latest/specifications/entry-points/
"""

# Every scan looks through the environment, so that this must not take longer than it has to.
# ruff: noqa: PTH112, PTH118, PTH123
from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUP = "defaultdrift.rules"


@dataclass(frozen=True, slots=True)
class Provider:
    """An entry point of the group.

    Attributes:
        name: Of the entry point.
        folder: Where its rules are; `None` where the value leads to no folder.
        value: What the entry point says.
    """

    name: str
    folder: Path | None
    value: str


def find_providers(search_path: Iterable[str]) -> list[Provider]:
    """Return the entry points of the group, sorted by name; of one name, the first on the path counts.

    `importlib.metadata` takes as long to import as a small scan takes in all. So the files that declare entry points
    are looked through for the name of the group first; mostly there is none.

    Args:
        search_path: Folders as in `sys.path`.
    """
    folders = [folder for folder in dict.fromkeys(search_path) if folder]
    if not any(_names_group(folder) for folder in folders):
        return []
    from importlib.metadata import distributions

    found: dict[str, str] = {}
    for distribution in distributions(path=folders):
        for entry in distribution.entry_points:
            if entry.group == GROUP:
                found.setdefault(entry.name, entry.value)
    return [Provider(name, _locate(value), value) for name, value in sorted(found.items())]


def _names_group(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            described = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:  # a zip file, or a folder that is gone
        return False
    return any(GROUP.encode() in _read(os.path.join(path, "entry_points.txt")) for path in described)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except OSError:  # most have none
        return b""


def _locate(value: str) -> Path | None:
    """Return the folder that a value names, without importing anything."""
    package, *inner = value.partition("[")[0].replace(":", ".").strip().split(".")
    for place in _package_folders(package):
        folder = os.path.join(place, *(part.strip() for part in inner))
        if os.path.isdir(folder):
            return Path(folder)
    return None


def _package_folders(package: str) -> Iterator[str]:
    """Yield the folders of a top-level package. Finding its spec asks the finders and runs nothing of the package."""
    for finder in sys.meta_path:
        find_spec = getattr(finder, "find_spec", None)
        try:
            spec = None if find_spec is None else find_spec(package, None)
        except (ImportError, ValueError):
            continue
        if spec is not None:
            yield from spec.submodule_search_locations or ()
            return
