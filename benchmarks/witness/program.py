# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN204, BLE001, PTH123, S112, S307, UP003, UP008, UP010, UP030, UP032
"""Run witness programs inside one release: JSON lines in by standard input, JSON lines out to a file.

It runs under the interpreters of ten years, CPython 2.7 among them, so it is written in what they have in common.

A program is `{"key", "paths", "owner", "is_bound_to_class", "construct", "arguments", "values", "then", "prepare",
"fit"}`; all values are Python expressions, which are evaluated when they are first needed. The answer is `{"key",
"value"}`, a flat mapping of measured names to leaves, or `{"key", "error"}`. A leaf is `{"type", "shape", "numbers"}`
or `{"type", "texts"}`.
"""

from __future__ import unicode_literals

import inspect
import json
import signal
import sys
import warnings

MOST = 3000
SECONDS = 120
METHODS = ("predict", "predict_proba", "decision_function", "transform", "score_samples")
WITHOUT_FIT = ("fit", "fit_transform", "fit_predict", "partial_fit", "path")


class Scope(dict):
    """Names of a program: values are evaluated when they are first used."""

    def __init__(self, values, base):
        """Keep expressions by name, and what they may use."""
        super(Scope, self).__init__()
        self.expressions, self.base = values, base

    def __missing__(self, name):
        """Evaluate the expression of this name."""
        if name not in self.expressions:
            raise KeyError(name)
        self[name] = self.evaluate(self.expressions[name])
        return self[name]

    def has(self, name):
        """Tell whether there is a value of this name."""
        return name in self.expressions or name in self

    def evaluate(self, expression):
        """Return the value of an expression, whose literals are what they are in its interpreter."""
        return eval(compile(expression, "<expression>", "eval", 0, True), self.base, self)


def parameters_of(function):
    """Return the parameters by name, without the bound one; none where nothing tells."""
    try:
        signature = inspect.signature
    except AttributeError:
        from sklearn.externals.funcsigs import signature
    try:
        if inspect.isclass(function) and sys.version_info < (3,):
            return dict(list(signature(function.__init__).parameters.items())[1:])
        return dict(signature(function).parameters)
    except (TypeError, ValueError):
        return {}


def fill(declared, scope, arguments):
    """Return the keyword arguments of a call: those named, and what is required and known by its name."""
    is_open = not declared or any(parameter.kind == parameter.VAR_KEYWORD for parameter in declared.values())
    given = {name: text for name, text in arguments.items() if text != "" and (name in declared or is_open)}
    filled = {name: scope.evaluate(text) for name, text in given.items()}
    for name, parameter in declared.items():
        is_required = parameter.default is parameter.empty and parameter.kind in (
            parameter.POSITIONAL_ONLY,
            parameter.POSITIONAL_OR_KEYWORD,
            parameter.KEYWORD_ONLY,
        )
        if name not in arguments and scope.has(name) and (is_required or name in ("y", "random_state")):
            filled[name] = scope[name]
    return filled


def call(function, scope, arguments):
    """Call a function with what it takes."""
    declared = parameters_of(function)
    filled = fill(declared, scope, arguments)
    given = [filled.pop(name) for name, p in declared.items() if p.kind == p.POSITIONAL_ONLY and name in filled]
    for name, parameter in declared.items():
        if parameter.kind == parameter.VAR_POSITIONAL and scope.has(name):
            given += list(scope[name])
    return function(*given, **filled)


def leaf_of(value, numpy):
    """Return the leaf of an array, a number or a text, or `None`."""
    kind = type(value).__name__
    if hasattr(value, "toarray"):
        value = value.toarray()
    if value is None or isinstance(value, (str, bytes, type(""))):
        return {"type": kind, "texts": ["{0}".format(value)]}
    if callable(value) or hasattr(value, "get_params"):
        return None
    try:
        array = numpy.ma.filled(value) if isinstance(value, numpy.ma.MaskedArray) else numpy.asarray(value)
    except Exception:
        return None
    if array.dtype.kind in "USOM":
        texts = [text_of(entry) for entry in array.ravel()[:MOST].tolist()]
        return None if None in texts else {"type": kind, "texts": texts}
    return {"type": kind, "shape": list(array.shape), "numbers": numbers_of(array, numpy)}


def numbers_of(array, numpy):
    """Return the entries of an array, or some of them at equal distances where they are many."""
    flat = array.ravel()[:: max(1, array.size // MOST)]
    if array.dtype.kind == "c":
        flat = numpy.concatenate([flat.real, flat.imag])
    return [float(number) for number in flat] if array.dtype.kind in "biufc" else []


def text_of(value):
    """Return the text of a scalar, or `None` for anything larger."""
    if isinstance(value, float):
        return "{0:.9g}".format(value)
    if value is None or isinstance(value, (bool, int, bytes, str, type(""))) or hasattr(value, "isoformat"):
        return "{0}".format(value)
    return None


def is_nested(value):
    """Tell whether a list holds more than scalars."""
    return isinstance(value, (list, tuple)) and any(hasattr(e, "__len__") and not isinstance(e, str) for e in value)


def flatten(name, value, found, numpy, depth=0):
    """Write the leaves of a value under dotted names."""
    if inspect.isgenerator(value) or type(value).__name__ == "map":
        value = list(value)
    leaf = None if is_nested(value) or isinstance(value, dict) else leaf_of(value, numpy)
    if leaf is not None:
        found[name] = leaf
    elif depth == 4:
        found[name] = {"type": type(value).__name__, "texts": []}
    elif hasattr(value, "items"):
        for key in sorted(value, key=str)[:60]:
            flatten("{0}.{1}".format(name, key), value[key], found, numpy, depth + 1)
    elif isinstance(value, (list, tuple)):
        found["len({0})".format(name)] = leaf_of(len(value), numpy)
        for index, entry in enumerate(value[:30]):
            flatten("{0}[{1}]".format(name, index), entry, found, numpy, depth + 1)
    elif isinstance(value, numpy.ndarray):
        flatten(name, value.tolist(), found, numpy, depth + 1)
    else:
        found[name] = {"type": type(value).__name__, "texts": []}


def attributes_of(thing, found, numpy):
    """Write what was fitted: the public names that end with an underscore."""
    for name in sorted(dir(thing)):
        if name.endswith("_") and not name.startswith("_"):
            try:
                value = getattr(thing, name)
            except Exception:
                continue
            if not inspect.ismethod(value):
                flatten(name, value, found, numpy)


def observe(thing, scope, numpy):
    """Return what an object computes: predictions and fitted attributes, splits, or what it holds."""
    found = {}
    if hasattr(thing, "fit"):
        call(thing.fit, scope, scope["fit_arguments"])
        for name in METHODS:
            try:
                flatten(name, call(getattr(thing, name), scope, {}), found, numpy)
            except Exception:
                continue
        attributes_of(thing, found, numpy)
    elif hasattr(thing, "split"):
        flatten("split", list(call(thing.split, scope, {"y": "y", "groups": "groups"})), found, numpy)
    else:
        for name, value in sorted(vars(thing).items()):
            if not name.startswith("_"):
                flatten(name, value, found, numpy)
    return found


def bind(program, scope, find):
    """Return what is called: a function or class by its path, or a method of an owner that is fitted first."""
    if not program["owner"]:
        return find(program["paths"])
    owner = find(program["owner"])
    name = program["paths"][0].rpartition(".")[2]
    if not program["is_bound_to_class"]:
        owner = call(owner, scope, program["construct"])
        if hasattr(owner, "fit") and name not in WITHOUT_FIT:
            call(owner.fit, scope, program["fit"])
    scope["self"] = owner
    return getattr(owner, name)


def run(program, base, numpy):
    """Return the leaves of one program."""
    scope = Scope(program["values"], base)
    numpy.random.seed(1234)
    for expression in program["prepare"]:
        scope.evaluate(expression)
    scope["fit_arguments"] = program["fit"]
    function = bind(program, scope, base["find"])
    thing = call(function, scope, program["arguments"])
    scope["result"] = thing
    found = {}
    for name, expression in program["then"]:
        value = scope.evaluate(expression)
        if name != "_":
            flatten(name, value, found, numpy)
    if program["then"]:
        return found
    if thing is not None and thing is scope.get("self"):
        attributes_of(thing, found, numpy)
    elif inspect.isclass(function):
        found = observe(thing, scope, numpy)
    else:
        flatten("result", thing, found, numpy)
    return found


def too_long(_number, _frame):
    """Stop a program that takes too long."""
    message = "more than {0} seconds".format(SECONDS)
    raise RuntimeError(message)


def answer(program, base, numpy):
    """Return the answer to one program."""
    signal.alarm(SECONDS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return {"key": program["key"], "value": run(program, base, numpy)}
    except Exception as error:
        return {"key": program["key"], "error": "{0}: {1}".format(type(error).__name__, error)[:300]}
    finally:
        signal.alarm(0)


def main():
    """Run every program of standard input."""
    sys.path[:0] = json.loads(sys.argv[1])
    import material

    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, too_long)
    with open(sys.argv[2], "a") as stream:
        for line in sys.stdin:
            program = json.loads(line)
            stream.write(json.dumps({"start": program["key"]}) + "\n")
            stream.flush()
            stream.write(json.dumps(answer(program, vars(material), material.numpy)) + "\n")
            stream.flush()


if __name__ == "__main__":
    main()
