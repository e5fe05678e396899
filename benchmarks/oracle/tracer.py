# ruff: noqa: ANN401, PTH100, PTH119, PTH120, PTH123 - it asks objects of every type, and runs inside scripts
"""Run a script under the real libraries, and write down each call that its own lines make: run as a program.

`python tracer.py SCRIPT OUTPUT ROOT`. Every call expression of the script is rewritten so that callee and arguments
pass by a recorder; the call itself stays where it is, because some libraries look at the frame that calls them. Each
call is written when it is first seen, so what ran until an error, or until someone ends the process, is not lost. Runs
under Python 3.8 and later, with nothing but the libraries.

A module of tests is run by calling its functions and methods that ask for no argument; a notebook cell by cell.
"""

from __future__ import annotations

import ast
import functools
import inspect
import json
import os
import sys
import threading
import types
import unittest
from typing import TYPE_CHECKING, Any

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [HERE] + [entry for entry in sys.path if os.path.abspath(entry or ".") != HERE]
from callee import name_callee  # noqa: E402
from cells import read_cells  # noqa: E402

sys.path.remove(HERE)  # the script does not see what lies here

UNTOUCHED = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "__import__"}
"""Built-in functions that look at the frame that calls them, or at the cell `__class__`."""
NAME = "__defaultdrift__"
METHODS = ("callee", "positional", "keywords")
"""Of the recorder, that rewritten code calls."""
HAS_PLACES_IN_FORMAT_STRINGS = sys.version_info >= (3, 12)
if TYPE_CHECKING:
    Place = tuple[int | None, int, int, int, int]
    """Cell, line, column, last line and last column of a call; columns begin with 1 and count characters."""


class Rewriter(ast.NodeTransformer):
    """Puts the recorder around callee and arguments.

    `f(a, k=b)` becomes `R.callee(0, f)(*R.positional(0, (a,)), **R.keywords(0, {"k": b}))`.
    """

    def __init__(self, text: str, cell: int | None, places: list[Place]) -> None:
        self.lines = text.split("\n")
        self.cell = cell
        self.places = places

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Rewrite one call, after those inside it."""
        place = (self.cell, *self._position(node.lineno, node.col_offset), *self._end(node))
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in UNTOUCHED:
            return node
        number = len(self.places)
        self.places.append(place)
        positional = ast.Tuple(node.args, ast.Load())
        keys: list[Any] = [ast.Constant(keyword.arg) if keyword.arg else None for keyword in node.keywords]
        keywords = ast.Dict(keys, [keyword.value for keyword in node.keywords])
        made = ast.Call(
            self._passed("callee", number, node.func),
            [ast.Starred(self._passed("positional", number, positional), ast.Load())],
            [ast.keyword(None, self._passed("keywords", number, keywords))],
        )
        return ast.fix_missing_locations(ast.copy_location(made, node))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        """Leave format strings alone where Python does not tell where in them something stands."""
        return self.generic_visit(node) if HAS_PLACES_IN_FORMAT_STRINGS else node

    def _passed(self, method: str, number: int, value: ast.expr) -> ast.expr:
        recorder = ast.Attribute(ast.Name(NAME, ast.Load()), method, ast.Load())
        return ast.copy_location(ast.Call(recorder, [ast.Constant(number), value], []), value)

    def _end(self, node: ast.Call) -> tuple[int, int]:
        return self._position(node.end_lineno or 0, node.end_col_offset or 0)

    def _position(self, line: int, offset: int) -> tuple[int, int]:
        return line, len(self.lines[line - 1].encode()[:offset].decode("utf-8", "replace")) + 1


class Recorder:
    """Writes each call once for each thing it calls and each way to pass arguments."""

    def __init__(self, output: str, root: str) -> None:
        self.places: list[Place] = []
        self.root = root
        self.process = os.getpid()
        self.file = open(output, "w", encoding="utf-8")  # noqa: SIM115  open until the process ends
        self.seen: set[Any] = set()
        self.local = threading.local()

    def __reduce__(self) -> Any:
        """Record nothing in a worker process: what is sent there passes everything on."""
        passing = "lambda number, value: value"
        return eval, (f"__import__('types').SimpleNamespace(**dict.fromkeys({METHODS}, {passing}))",)

    def callee(self, number: int, callee: Any) -> Any:
        """Remember what is called until its arguments are known; what the script defines is followed."""
        self._pending().append([number, callee, ()])
        return self._followed(number, callee) if self._is_of_the_script(callee) else callee

    def positional(self, number: int, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """Remember positional arguments."""
        pending = self._pending()
        while pending and pending[-1][0] != number:
            pending.pop()  # what an error in an argument left behind
        if pending:
            pending[-1][2] = values
        return values

    def keywords(self, number: int, values: dict[str, Any]) -> dict[str, Any]:
        """Write the call down: everything is known."""
        pending = self._pending()
        while pending and pending[-1][0] != number:
            pending.pop()
        if pending and os.getpid() == self.process:
            _, callee, positional = pending.pop()
            try:
                self._note(number, callee, positional, values)
            except Exception as error:  # noqa: BLE001  an object may refuse every question
                self._write({"problem": repr(error)[:200]})
        return values

    def close(self, problem: str) -> None:
        """Say how it ended."""
        self._write({"end": problem})
        self.file.close()

    def _pending(self) -> list[list[Any]]:
        if not hasattr(self.local, "pending"):
            self.local.pending, self.local.callers = [], []
        pending: list[list[Any]] = self.local.pending
        return pending

    def _is_of_the_script(self, callee: Any) -> bool:
        if inspect.isclass(callee):
            return bool(callee.__module__ == "__main__" and type(callee) is type)
        function = getattr(callee, "__func__", callee)
        return isinstance(function, types.FunctionType) and function.__globals__.get(NAME) is self

    def _followed(self, number: int, callee: Any) -> Any:
        @functools.wraps(callee)
        def followed(*args: Any, **kwargs: Any) -> Any:
            self._pending()
            self.local.callers.append(number)
            try:
                return callee(*args, **kwargs)
            finally:
                self.local.callers.pop()

        return followed

    def _note(self, number: int, callee: Any, positional: tuple[Any, ...], keywords: dict[str, Any]) -> None:
        callers = tuple(self.local.callers[-2:])
        key = (number, *_identity(callee), len(positional), tuple(keywords), callers)
        if key in self.seen:
            return
        self.seen.add(key)
        named = name_callee(callee, self.root)
        names = named._asdict() if named is not None else dict.fromkeys(("kind", "own", "definition"))
        entry = {**names, **bind(callee, positional, keywords)}
        self._write({"place": self.places[number], **entry})
        if named is None:
            return
        for caller in callers:
            self._write({"place": self.places[caller], **entry, "through": True})
        if callee is functools.partial and positional:
            later = name_callee(positional[0], self.root)
            if later is not None:
                unknown = {"passed": None, "defaulted": None, "through": True}
                self._write({"place": self.places[number], **later._asdict(), **unknown})

    def _write(self, entry: dict[str, Any]) -> None:
        self.file.write(json.dumps(entry) + "\n")
        self.file.flush()


def _identity(callee: Any) -> tuple[Any, ...]:
    """Return what tells a callee from others, without keeping objects alive."""
    if inspect.isclass(callee) or isinstance(callee, types.FunctionType):
        return (callee,)
    owner = getattr(callee, "__self__", None)
    owner = owner if inspect.isclass(owner) else type(owner)
    return owner, type(callee), getattr(callee, "__func__", None), getattr(callee, "__name__", None)


def bind(callee: Any, positional: tuple[Any, ...], keywords: dict[str, Any]) -> dict[str, list[str] | None]:
    """Return which parameters are passed and which are left to their defaults; `None` without a signature that fits."""
    try:
        signature = inspect.signature(callee)
        bound = signature.bind(*positional, **keywords).arguments
    except (TypeError, ValueError):
        return {"passed": None, "defaulted": None}
    passed: list[str] = []
    for name, value in bound.items():
        kind = signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_KEYWORD:
            passed += list(value)
        elif kind is not inspect.Parameter.VAR_POSITIONAL:
            passed.append(name)
    parameters = signature.parameters.values()
    defaulted = [one.name for one in parameters if one.default is not inspect.Parameter.empty and one.name not in bound]
    return {"passed": passed, "defaulted": defaulted}


def run(script: str, recorder: Recorder) -> None:
    """Run a script, or a notebook, as the main module; then the tests in it."""
    module = types.ModuleType("__main__")
    module.__file__ = script
    setattr(module, NAME, recorder)
    sys.modules["__main__"] = module
    sys.argv = [script]
    sys.path[:0] = [os.path.dirname(script), recorder.root]
    if script.endswith(".ipynb"):
        module.__dict__["display"] = lambda *_, **__: None
    for cell, text in read_cells(script):
        tree = Rewriter(text, cell, recorder.places).visit(ast.parse(text))
        exec(compile(ast.fix_missing_locations(tree), script, "exec", dont_inherit=True), module.__dict__)  # noqa: S102
    if os.path.basename(script).startswith("test_"):
        run_tests(module)


def run_tests(module: types.ModuleType) -> None:
    """Call the functions and methods of tests that ask for nothing; a test that fails does not end the others."""
    for name, value in list(vars(module).items()):
        if isinstance(value, types.FunctionType) and name.startswith("test") and value.__module__ == module.__name__:
            attempt(value)
        elif inspect.isclass(value) and value.__module__ == module.__name__:
            if issubclass(value, unittest.TestCase):
                unittest.defaultTestLoader.loadTestsFromTestCase(value).run(unittest.TestResult())
            elif name.startswith("Test"):
                for method in [method for method in dir(value) if method.startswith("test")]:
                    attempt(functools.partial(call_method, value, method))


def call_method(cls: Any, name: str) -> None:
    """Call a method of a new object if it asks for no argument."""
    test = getattr(cls(), name)
    inspect.signature(test).bind()
    test()


def attempt(test: Any) -> None:
    """Call a test if it asks for no argument."""
    try:
        inspect.signature(test).bind()
        test()
    except Exception:  # noqa: BLE001  a test may fail in any way
        return
    except BaseException as error:
        if type(error).__module__.startswith("_pytest"):  # what was skipped there is no exception like others
            return
        raise


def main(script: str, output: str, root: str) -> None:
    """Run a script and write down what it called."""
    recorder = Recorder(output, os.path.abspath(root))
    problem = ""
    try:
        run(os.path.abspath(script), recorder)
    except BaseException as error:  # noqa: BLE001  what ran until then was run
        problem = f"{type(error).__name__}: {error}"[:200]
    recorder.close(problem)


if __name__ == "__main__":
    main(*sys.argv[1:4])
