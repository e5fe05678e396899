# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN202, B905, BLE001, S307
# The text is run by other interpreters, as old as Python 3.6: generic types and `zip(strict=True)` are not there.
"""Look at an installed library from inside: what does `inspect.signature` say about the callables asked for?

Not imported by this project: its text is run by the interpreter that has the library, question on standard input,
answer on standard output, both JSON. Only the standard library is there, and whatever is printed while the library is
imported goes to standard error. Here, and nowhere else, the text of a default is evaluated: in the module that declares
it.
"""

import ast
import importlib
import inspect
import json
import os
import pkgutil
import re
import sys
import warnings

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_KINDS = ("positional-only", "positional-or-keyword", "var-positional", "keyword-only", "var-keyword")


def main():
    """Read the question, import everything, answer."""
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    question = json.loads(sys.stdin.read())
    failed = _import_all(question["roots"], re.compile(question["exclude"]))
    answer = {
        "python": ".".join(map(str, sys.version_info[:3])),
        "version": _version(question),
        "failed": failed,
        "callables": [_ask(entry) for entry in question["callables"]],
        "others": sorted(_others(question, failed)),
    }
    json.dump(answer, out)
    out.close()


def _version(question):
    for root in question["roots"]:
        if hasattr(sys.modules.get(root), "__version__"):
            return sys.modules[root].__version__
    return ""


def _import_all(roots, excluded):
    """Import every module, because some put names into others; return those that cannot be, and why."""
    failed, names = {}, list(roots)
    while names:
        name = names.pop(0)
        try:
            module = importlib.import_module(name)
        except BaseException as error:  # a library may do anything while it is imported
            failed[name] = f"{type(error).__name__}: {error}"
            continue
        for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
            inner = f"{name}.{found[1]}"
            if not excluded.match(inner) and found[1] != "__main__":
                names.append(inner)
    return failed


def _ask(entry):
    """Compare one callable by each of its paths until one is found."""
    problem = ""
    for path in entry["at"]:
        try:
            owner, found = _find(path, entry["kind"])
        except BaseException as error:
            problem = problem or f"{type(error).__name__}: {error}"
            continue
        return dict(_compare(entry, owner, found), path=entry["path"], at=path)
    return {"path": entry["path"], "at": entry["at"][0], "missing": problem}


def _find(path, kind):
    """Return what holds a callable, and the callable."""
    parts = path.split(".")
    is_method = kind not in ("class", "function")
    owner = importlib.import_module(".".join(parts[: -2 if is_method else -1]))
    if is_method:
        owner = getattr(owner, parts[-2])
    return owner, getattr(owner, parts[-1])


def _compare(entry, owner, found):
    clues = _clues(found)
    try:
        parameters = list(inspect.signature(found).parameters.values())
    except (ValueError, TypeError) as error:
        return {"clues": clues, "opaque": str(error)}
    if entry["kind"] == "method":
        parameters = parameters[1:]
    names = [[p.name, _KINDS[int(p.kind)]] for p in parameters]
    declared = entry["parameters"]
    if [name for name, _ in names] != [name for name, _, _ in declared]:
        return {"clues": clues, "names": names}
    kinds = {} if names == [[name, kind] for name, kind, _ in declared] else {"kinds": names}
    space = _namespace(owner, found)
    differing = [
        [p.name, repr(p.default)]
        for p, (_, _, text) in zip(parameters, declared)
        if not _is_same(text, p.default, space)
    ]
    return dict(kinds, clues=clues, defaults=differing) if differing or kinds else {}


def _clues(found):
    """Tell what may explain a difference."""
    constructor = getattr(found, "__init__", None) if inspect.isclass(found) else None
    return {
        "module": getattr(found, "__module__", None) or "",
        "is_deprecated": hasattr(constructor, "deprecated_original")
        or ".deprecated" in getattr(constructor, "__qualname__", "").split("<locals>")[0]
        or "deprecat" in getattr(constructor, "__qualname__", "").split(".<locals>")[0],
        "is_protocol": bool(getattr(found, "_is_protocol", False)),
        "is_class": inspect.isclass(found),
        "type": type(found).__name__,
        "is_compiled": _nature(found) == "compiled",
    }


def _namespace(owner, found):
    """Return the names that a default may use: those of the module, and those of the class around it."""
    space = {}
    if inspect.isclass(found):
        for base in reversed(found.__mro__):
            constructor = vars(base).get("__init__") or vars(base).get("__new__")
            space.update(getattr(inspect.unwrap(constructor), "__globals__", {}) if callable(constructor) else {})
        return space
    if inspect.isclass(owner):
        for base in reversed(owner.__mro__):
            space.update(vars(base))
    function = inspect.unwrap(found)
    space.update(getattr(function, "__globals__", None) or getattr(getattr(function, "__func__", 0), "__globals__", {}))
    return space


def _is_same(text, value, space):
    if text == "...":
        # A stub tells that there is a default, not which.
        return value is not inspect.Parameter.empty
    if text is None or value is inspect.Parameter.empty:
        return text is None and value is inspect.Parameter.empty
    try:
        expected = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        try:
            expected = eval(text, dict(space))
        except Exception:
            return False
    if expected is value or _shown(expected) == _shown(value):
        return type(expected) is type(value)
    code = getattr(expected, "__code__", None)
    return code is not None and code.co_code == getattr(getattr(value, "__code__", None), "co_code", None)


def _shown(value):
    return _ADDRESS.sub("", repr(value))


def _others(question, failed):
    """Yield public callables of the library that were not asked for: path, and what they are."""
    asked = {path for entry in question["callables"] for path in entry["at"]}
    excluded = re.compile(question["exclude"])
    for name, module in sorted(sys.modules.items()):
        is_public = name.split(".")[0] in question["roots"] and not re.search(r"\._", name)
        if is_public and module is not None and name not in failed and not excluded.match(name):
            is_compiled = not (getattr(module, "__file__", None) or "").endswith(".py")
            for key, value in sorted(vars(module).items()):
                if not key.startswith("_") and _is_ours(value, question["roots"], excluded):
                    home = f"{value.__module__}.{value.__name__}"
                    is_alias = home in asked and value.__name__ != key
                    for path, what in _public(f"{name}.{key}", value, question["roots"]):
                        # A module has what it imports for itself, too: what counts is the place of the definition.
                        is_known = path in asked or (not is_alias and home + path[len(f"{name}.{key}") :] in asked)
                        if not is_known:
                            yield path, "compiled" if is_compiled else "alias" if is_alias else what


def _is_ours(value, roots, excluded):
    module = getattr(value, "__module__", None)
    if not isinstance(module, str) or module.split(".")[0] not in roots or excluded.match(module):
        return False
    return inspect.isclass(value) or (inspect.isroutine(value) and hasattr(value, "__name__"))


def _public(path, value, roots):
    """Yield a callable and its public methods, with what each is; what comes from elsewhere is not the library's."""
    nature = _nature(value)
    yield path, nature
    for base in value.__mro__ if inspect.isclass(value) else ():
        if base.__module__.split(".")[0] in roots:
            for name, member in vars(base).items():
                is_plain = isinstance(member, (staticmethod, classmethod)) or inspect.isroutine(member)
                if not name.startswith("_") and is_plain and inspect.getattr_static(value, name) is member:
                    function = getattr(member, "__func__", member)
                    if (getattr(function, "__module__", None) or base.__module__).split(".")[0] in roots:
                        # A class made at run time has its inherited methods from then on, too.
                        yield f"{path}.{name}", nature if nature == "generated" else _nature(function, base)


def _nature(value, owner=None):
    """Tell whether there is source to read: what has none was compiled, or made at run time."""
    if inspect.isclass(value):
        module = sys.modules.get(value.__module__)
        if not (getattr(module, "__file__", None) or "").endswith(".py"):
            return "compiled"
        try:
            inspect.getsource(value)
        except (OSError, TypeError):
            return "generated"
        return "class"
    function = inspect.unwrap(value)
    if not inspect.isfunction(function):
        return (
            "compiled"
            if "descriptor" in type(function).__name__ or "function" in type(function).__name__
            else "generated"
        )
    if owner is not None and function.__module__ != owner.__module__ and "<locals>" in function.__qualname__:
        return "generated"
    return "function"


if __name__ == "__main__":
    main()
