# ruff: noqa: ANN401, PTH100 - it asks objects of every type, and runs inside scripts
"""Name what is called, by what it is and not by how it is written: runs under Python 3.8 and later, by itself.

A callable has two names: its own one, where a method stands below the class of the object, and that of its definition,
where it stands below the class that defines it. What a class of the script inherits has the name that it has in the
first library class that gives it.
"""

from __future__ import annotations

import functools
import inspect
import os
import sys
import types
from typing import Any, NamedTuple

CONSTRUCTOR, FUNCTION, METHOD = "constructor", "function", "method"


class Named(NamedTuple):
    """What is called.

    Attributes:
        kind: `constructor`, `function` or `method`.
        own: Module and qualified name; a method's below the class of its object.
        definition: The same below the class that defines it.
    """

    kind: str
    own: str
    definition: str


def is_own(module: str | None, root: str) -> bool:
    """Tell whether a module is of the script: it lies below the folder of the scripts, or is what was started."""
    if module == "__main__":
        return True
    file = getattr(sys.modules.get(module or ""), "__file__", None)
    return isinstance(file, str) and os.path.abspath(file).startswith(root + os.sep)


def name_callee(callee: Any, root: str) -> Named | None:
    """Return the name of what is called; `None` for what the script defines, and for what has no name."""
    if inspect.isclass(callee):
        return name_constructor(callee, root)
    if isinstance(callee, functools.partial):
        return name_callee(callee.func, root)
    owner, name = getattr(callee, "__self__", None), getattr(callee, "__name__", None)
    if owner is not None and not isinstance(owner, types.ModuleType) and isinstance(name, str):
        cls = owner if inspect.isclass(owner) else type(owner)
        return name_method(cls, name, getattr(callee, "__func__", callee), root)
    module = getattr(callee, "__module__", None) or type(callee).__module__
    name = getattr(callee, "__qualname__", None) or (name if name != "__call__" else None)
    if isinstance(module, str) and isinstance(name, str):
        path, is_constructor = f"{module}.{name}", name.endswith(".__init__")
        path = path[: -len(".__init__")] if is_constructor else path
        if "<" in name or is_own(module, root):
            return None
        return Named(CONSTRUCTOR if is_constructor else FUNCTION, path, path)
    return name_method(type(callee), "__call__", None, root)


def name_constructor(cls: Any, root: str) -> Named | None:
    """Return the class that gives a class its signature, itself unless the script defines it."""
    if not is_own(cls.__module__, root):
        return Named(CONSTRUCTOR, path_of(cls), path_of(cls))
    for name in ("__init__", "__new__"):
        given = getattr(cls, name)
        if given is getattr(object, name):
            continue
        for base in cls.__mro__:
            if name in vars(base) and is_own(base.__module__, root):
                return None
            if not is_own(base.__module__, root) and getattr(base, name) is given:
                return Named(CONSTRUCTOR, path_of(base), path_of(base))
    return None


def name_method(cls: Any, name: str, function: Any, root: str) -> Named | None:
    """Return the name of a method of a class; a constructor that is called as a method is one.

    Args:
        cls: Of the object.
        name: Of the method.
        function: What is called, without its object; `None` where that is not known.
        root: Folder of the scripts.
    """
    for base in cls.__mro__:
        defined = vars(base).get(name)
        if defined is None:
            continue
        if is_own(base.__module__, root):
            if function is None or getattr(defined, "__func__", defined) is function:
                return None
            continue
        giver = next(one for one in cls.__mro__ if base in one.__mro__ and not is_own(one.__module__, root))
        if name in ("__init__", "__new__"):
            return None if base is object else Named(CONSTRUCTOR, path_of(giver), path_of(giver))
        return Named(METHOD, f"{path_of(giver)}.{name}", f"{path_of(base)}.{name}")
    return None


def path_of(cls: Any) -> str:
    """Return module and qualified name of a class."""
    return f"{cls.__module__}.{cls.__qualname__}"
