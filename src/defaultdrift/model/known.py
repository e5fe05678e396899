"""What the resolver is told about libraries: plain paths, and what calling one of them gives. No rules, no versions."""

from __future__ import annotations

from dataclasses import dataclass, field
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
        returns: What calling a path gives, as a return annotation spells it, with whole paths; a class gives itself, by
            its own path or another one. `path(keyword)` is what calling gives where that keyword is passed.
        methods: Those of `paths` that are methods of an instance: called through the class, the first argument is
            the instance, and is not among the arguments of the call site.
        attributes: What an attribute of an object is, spelled in the same way: path below its class to type.
        items: What an object gives for an item: its class path and how it is asked, as in `pandas.DataFrame[text]`, to
            type. The ways are `text`, `number`, `list`, `slice`, `mask` (a comparison), the class path of a library's
            object, `other`; two of these with a comma between them, else `several`; `operator` (with anything),
            `iteration`, `attribute` (a name that is none of the members); and what `argument_of_` a method a function
            that it is given receives, and `result_of_` a method `gives`, where that is what the function gives.
        modules: Path of a module under a name that another module gives it, to its own path.
        members: All attributes of a class, by class path, where all of them are known.
        subclassed: Classes whose objects are mostly objects of a subclass that has methods of its own.
    """

    roots: frozenset[str]
    paths: frozenset[str]
    returns: Mapping[str, str]
    methods: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subclassed: frozenset[str] = frozenset()
    modules: Mapping[str, str] = field(default_factory=dict)
