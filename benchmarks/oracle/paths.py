# ruff: noqa: ANN401, PTH100, PTH118, PTH120 - it asks objects of every type, and shares the tracer's habits
"""Tell what the import paths of the rules are in an environment: run as a program, under the scripts' interpreter.

Standard input: a JSON list of `[canonical path, is a method, [import paths]]`. Standard output: a JSON object, by
canonical path, of the own name and the name of the definition, as the tracer names what is called. What cannot be
imported is left out.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import sys
import warnings
from typing import TYPE_CHECKING, Any

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [HERE] + [entry for entry in sys.path if os.path.abspath(entry or ".") != HERE]
from callee import name_callee, name_method  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

    from callee import Named

NOWHERE = os.path.join(HERE, "nowhere")


def find(path: str) -> Any:
    """Return what a dotted path leads to; raises whatever the import raises."""
    parts = path.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for name in parts[length:]:
            value = getattr(value, name)
        return value
    raise ImportError(path)


def name_path(path: str, is_method: bool) -> Named | None:
    """Return the names of what a path leads to; `None` where it leads nowhere."""
    try:
        if not is_method:
            return name_callee(find(path), NOWHERE)
        owner, _, name = path.rpartition(".")
        cls = find(owner)
        return name_method(cls, name, None, NOWHERE) if inspect.isclass(cls) else None
    except BaseException:  # noqa: BLE001  a module may even end the process when it is imported
        return None


def name_all(callables: Iterable[Any]) -> Any:
    """Return the names of every callable that one of its paths leads to."""
    found = {}
    for canonical, is_method, paths in callables:
        named = next(filter(None, (name_path(path, is_method) for path in paths)), None)
        if named is not None:
            found[canonical] = [named.own, named.definition]
    return found


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    answer = sys.stdout
    sys.stdout = sys.stderr  # some modules print when they are imported
    json.dump(name_all(json.load(sys.stdin)), answer)
