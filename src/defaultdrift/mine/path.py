"""Dotted paths: which are public, which are at home, which are no part of the interface."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_public(path: str) -> bool:
    """Tell whether no segment of a path starts with `_`."""
    return not any(segment.startswith("_") for segment in path.split("."))


def is_home(path: str, definition: str) -> bool:
    """Tell whether a path leads through the module that defines the callable, or through a package around it.

    Any module that needs `clone` imports it and thereby has it; its homes are `sklearn.base.clone` and `sklearn.clone`.
    """
    module = path.rpartition(".")[0]
    place = definition.rpartition(".")[0]
    return place == module or place.startswith(f"{module}.")


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
