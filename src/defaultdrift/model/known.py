"""What the resolver is told about libraries: plain paths, and what calling one of them gives. No rules, no versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The callables that matter, by every dotted import path that leads to them.

    A method is listed under each class that has it (`sklearn.cluster.KMeans.fit_predict`), and it is found on a value
    whose class `returns` names. So `returns` should hold every class of the libraries, also those whose own
    constructor does not matter.

    Attributes:
        roots: Import roots, such as `sklearn`.
        paths: Import paths of the callables whose calls are wanted.
        returns: What calling a path gives: path to class path. A class gives itself, by its own path or another one.
        methods: Those of `paths` that are methods of an instance: called through the class, the first argument is
            the instance, and is not among the arguments of the call site.
    """

    roots: frozenset[str]
    paths: frozenset[str]
    returns: Mapping[str, str]
    methods: frozenset[str] = frozenset()
