"""Where the modules lie in an archive or a repository, and which import roots a library has: names in, names out."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Folders that hold modules which nobody imports from an installation.
_BESIDE = re.compile(
    r"tests?|testing|docs?|examples?|demos?|(asv_)?bench(marks?)?|tools|scripts|build|dist|ci|\.github|conftest|setup|"
    r"noxfile|tasks|release|packaging"
)
_PLAIN = ("", "src/")


def is_module(name: str, roots: Sequence[str]) -> bool:
    """Tell whether a path is a module (or a stub) below an import root, and stays below it."""
    parts = PurePosixPath(name).parts
    return name.endswith((".py", ".pyi")) and ".." not in parts and PurePosixPath(parts[0]).stem in roots


def find_modules(members: Iterable[str], roots: Sequence[str]) -> dict[str, str]:
    """Return the members that are modules of the library, to their paths from the import root on.

    A package lies at the top, in `src`, or below a folder of its language (`python-package/lightgbm`): the place
    nearest to the top that has its `__init__.py` counts, so that copies in tests do not.

    Args:
        members: Paths in a repository, or in an sdist without the folder around everything.
        roots: Top-level modules.
    """
    names = sorted(set(members))
    found: dict[str, str] = {}
    for root in roots:
        place = _place(names, root)
        for name in names:
            if name.startswith(place) and is_module(inner := name[len(place) :], [root]):
                found[name] = inner
    return found


def _place(names: Sequence[str], root: str) -> str:
    """Return the folder that holds an import root, with its slash; empty for the top."""
    marks = (f"{root}/__init__.py", f"{root}/__init__.pyi", f"{root}.py")
    places = {
        place for name in names for mark in marks if name.endswith(mark) and _is_folder(place := name[: -len(mark)])
    }
    # A namespace package has no `__init__.py`.
    places = places or {place for place in _PLAIN if any(name.startswith(f"{place}{root}/") for name in names)}
    return min(places, key=lambda place: (_is_beside(place), place.count("/"), place), default="")


def _is_folder(place: str) -> bool:
    return not place or place.endswith("/")


def _is_beside(place: str) -> bool:
    return any(map(_BESIDE.fullmatch, PurePosixPath(place).parts))


def guess_roots(members: Iterable[str], distribution: str) -> tuple[str, ...]:
    """Return the top-level modules of a library that nobody has described yet, sorted; empty where there is none.

    Args:
        members: Paths in a wheel, a repository, or an sdist without the folder around everything.
        distribution: Normalised name; a single module counts only where it is called like it.
    """
    names = set(members)
    folders = {str(PurePosixPath(name).parent) for name in names if name.endswith(("/__init__.py", "/__init__.pyi"))}
    single = distribution.replace("-", "_")
    by_place: dict[str, set[str]] = {}
    for folder in folders:
        place, _, root = folder.rpartition("/")
        is_beside = _is_beside(place) or (_is_beside(root) and root != single)
        if place not in folders and not is_beside and root.isidentifier():
            by_place.setdefault(place, set()).add(root)
    for place in ("", "src"):
        if f"{place}/{single}.py".lstrip("/") in names:
            by_place.setdefault(place, set()).add(single)
    place = min(by_place, key=lambda place: (place.count("/") + bool(place), place), default="")
    return tuple(sorted(by_place.get(place, ())))
