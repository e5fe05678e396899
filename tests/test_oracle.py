"""The oracle: the tracer writes down what a script calls, the scorer counts what was said of it, and nothing more."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from defaultdrift.locks.requirements import parse
from support import ROOT

FOLDER = ROOT / "benchmarks" / "oracle"
sys.path.append(str(FOLDER))

from cells import read_cells  # noqa: E402
from construct import find_constructs  # noqa: E402
from fetch import ENVIRONMENT, Script, draw, find_imports, read_plan, take, translate  # noqa: E402
from page import Group, render_failures, render_page, share  # noqa: E402
from run import OUT_OF_TIME, Record, read_record  # noqa: E402
from score import Claim, Compared, Found, Judged, Known, Names, Ran, Tally, read_run, score  # noqa: E402

LIBRARY = """\
import functools

class Base:
    def __init__(self, size, *, depth=3, **more): self.size = size
    def fit(self, data, weight=None): return self

class Mixin:
    def show(self, long=False): return long

class Model(Mixin, Base): pass

def load(path, mode="r"): return Model(1)

def twice(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs): return function(*args, **kwargs)
    return wrapper

@twice
def wrapped(first, second=2): return first
"""
PLACE = (None, 1, 1, 1, 8)
MODEL = Names("lib.Model", "lib.Model")
KNOWN = Known(
    {"lib.Model": ("lib.Model", "lib.Model"), "lib.Model.fit": ("lib.Model.fit", "lib.Base.fit")},
    {"lib.Model": "lib", "lib.Model.fit": "lib"},
    {"lib.Model": frozenset({"depth", "size"}), "lib.Model.fit": frozenset({"weight"})},
    {"lib.models.Model": "lib.Model"},
)


def trace(tmp_path, script, name="script.py"):
    """Return what the tracer writes about a script, by line and text of the callee, and how the script ended."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "lib.py").write_text(LIBRARY)
    root = tmp_path / "scripts"
    root.mkdir()
    (root / name).write_text(script)
    output = tmp_path / "record.jsonl"
    command = (sys.executable, str(FOLDER / "tracer.py"), str(root / name), str(output), str(root))
    subprocess.run(command, check=True, capture_output=True, env={"PYTHONPATH": str(library)}, cwd=tmp_path)
    return read_record(None, output.read_text())


def names(record):
    """Return line and own name of every call that is of the stand-in for a library."""
    return [
        (entry["place"][1], entry["own"])
        for entry in record.entries
        if str(entry["own"]).startswith("lib.") and not entry.get("through")
    ]


def make_run(names=MODEL, *, passed=("size",), defaulted=("depth",), is_through=False):
    """Return a call that ran."""
    passed, defaulted = frozenset(passed), frozenset(defaulted)
    return Ran(place=PLACE, kind="constructor", names=names, passed=passed, defaulted=defaulted, is_through=is_through)


def make_claim(callable_="lib.Model", certainty="certain", omitted=("depth",)):
    """Return what is said about the same call site."""
    return Claim(
        place=PLACE,
        callable=callable_,
        distribution="lib",
        certainty=certainty,
        omitted=frozenset(omitted),
        is_open=False,
    )


def judge(runs, claims):
    """Return the counts of one call site."""
    return score("project/script.py", runs, claims, {PLACE: "import"}, KNOWN)


def test_tracer_writes_what_is_called_and_how_it_is_passed(tmp_path):
    """Constructors, functions and methods are told apart; what is left to its default is what `inspect` says."""
    record = trace(tmp_path, "import lib\nlib.load('x').fit([1], weight=2)\nlib.Model(1, colour=3)\nlib.wrapped(1)\n")

    assert record.problem == ""
    assert [
        (entry["place"], entry["kind"], entry["own"], entry["definition"], entry["passed"], entry["defaulted"])
        for entry in record.entries
    ] == [
        ([None, 2, 1, 2, 14], "function", "lib.load", "lib.load", ["path"], ["mode"]),
        ([None, 2, 1, 2, 33], "method", "lib.Model.fit", "lib.Base.fit", ["data", "weight"], []),
        ([None, 3, 1, 3, 23], "constructor", "lib.Model", "lib.Model", ["size", "colour"], ["depth"]),
        ([None, 4, 1, 4, 15], "function", "lib.wrapped", "lib.wrapped", ["first"], ["second"]),
    ]


def test_tracer_tells_the_base_that_gives_the_signature(tmp_path):
    """A class of the script is no library class: its inherited constructor is that of the base that has one."""
    script = """\
import lib
class Mixed(lib.Mixin, lib.Base): pass
class Own(lib.Model):
    def __init__(self):
        super().__init__(2)
class Plain(lib.Mixin): pass
Mixed(1).show()
Own().fit([])
Plain()
"""

    assert names(trace(tmp_path, script)) == [
        (7, "lib.Base"),
        (7, "lib.Mixin.show"),
        (5, "lib.Model"),
        (8, "lib.Model.fit"),
    ]


def test_tracer_keeps_what_ran_until_an_error(tmp_path):
    """A script that fails, or ends the process, has called what it called."""
    record = trace(tmp_path, "import lib\nlib.Model(1)\nraise SystemExit(lib.load('x').missing)\nlib.Model(2)\n")

    assert names(record) == [(2, "lib.Model"), (3, "lib.load")]
    assert record.problem.startswith("AttributeError")


def test_tracer_leaves_calls_in_the_frame_of_the_script(tmp_path):
    """What looks at the frame that calls it sees the script's names, and the script sees none of the tracer's."""
    script = "import sys, lib\ndef here():\n    secret = 1\n    return sys._getframe(0).f_locals\nlib.Model(**here())\n"

    assert names(trace(tmp_path, script.replace("secret", "size"))) == [(5, "lib.Model")]


def test_tracer_tells_what_a_function_of_the_script_reaches(tmp_path):
    """A call inside a function of the script is told of at the function's callers too."""
    record = trace(tmp_path, "import lib\ndef make(**given):\n    return lib.Model(**given)\nmake(size=1)\n")

    assert [(entry["place"][1], entry.get("through")) for entry in record.entries if entry["own"] == "lib.Model"] == [
        (3, None),
        (4, True),
    ]


def test_tracer_tells_the_callable_of_a_partial(tmp_path):
    """What is made by `partial` is told of where it is made, and where it is called."""
    record = trace(tmp_path, "import functools, lib\nmake = functools.partial(lib.Model, 1)\nmake(depth=2)\n")
    found = [(e["place"][1], e.get("through"), e["passed"]) for e in record.entries if e["own"] == "lib.Model"]

    assert found == [(2, True, None), (3, None, ["depth"])]


def test_tracer_runs_tests_that_ask_for_nothing(tmp_path):
    """Of a module of tests, functions and methods without arguments are called, whatever becomes of the others."""
    script = """\
import lib, unittest
def test_fails(): lib.load('x'); raise ValueError
def test_fixture(tmp): lib.Model(tmp)
class TestModel:
    def test_fit(self): lib.Model(1)
class Cases(unittest.TestCase):
    def setUp(self): self.model = lib.Model(2)
    def test_show(self): self.model.show()
"""

    found = names(trace(tmp_path, script, "test_lib.py"))

    assert found == [(2, "lib.load"), (5, "lib.Model"), (7, "lib.Model"), (8, "lib.Model.show")]


def test_tracer_runs_the_cells_of_a_notebook(tmp_path):
    """Cells share their names; magic is no Python, and a place has its cell."""
    sources = ["# title", "import lib\n%matplotlib inline\nmodel = lib.Model(1)", "x = !ls", "model.show()"]
    kinds = ["markdown", "code", "code", "code"]
    cells = [{"cell_type": kind, "source": text} for kind, text in zip(kinds, sources, strict=True)]
    record = trace(tmp_path, json.dumps({"cells": cells}), "book.ipynb")

    assert record.problem == ""
    assert [entry["place"][:5] for entry in record.entries[:1]] + [
        [entry["place"][0], *entry["place"][1:3], entry["place"][4]] for entry in record.entries[1:]
    ] == [[1, 3, 9, 3, 21], [3, 1, 1, 13]]


def test_record_that_was_cut_off_counts_up_to_there():
    """A process that is ended leaves whole lines and perhaps a part of one."""
    line = json.dumps({"place": [None, 1, 1, 1, 2]})

    assert Record(None, (json.loads(line),), OUT_OF_TIME) == read_record(None, f"{line}\n{line[:9]}")


def test_score_of_what_was_said_and_ran():
    """A call that is told of as it ran is found, right, and right in each parameter that both sides know."""
    tally = judge([make_run(passed=("size", "colour"))], [make_claim()])

    assert {Found("lib", "constructor", "import", "certain"): 1} == tally.found
    assert {Judged("lib", "constructor", "import", "certain", is_right=True): 1} == tally.judged
    assert tally.compared[Compared("certain", is_open=False, is_right=True)] == 2
    assert tally.failures == []


def test_score_of_a_call_that_nobody_told_of():
    """It is not found, and no claim is wrong for that."""
    tally = judge([make_run()], [])

    assert {Found("lib", "constructor", "import", "not found"): 1} == tally.found
    assert not tally.judged
    assert [failure.where for failure in tally.failures] == ["project/script.py:1"]


@pytest.mark.parametrize("ran", [None, Names("other.Model", "other.Model")])
def test_score_of_a_claim_where_something_else_ran(ran):
    """It is wrong; what ran is no callable of the rules, so nothing is missing."""
    tally = judge([make_run(ran)], [make_claim()])

    assert not tally.found
    assert [key.is_right for key in tally.judged] == [False]


def test_score_of_a_site_that_called_two_things():
    """No claim about it can be certain; one of several may well be likely."""
    runs = [make_run(), make_run(None)]

    assert [key.is_right for key in judge(runs, [make_claim()]).judged] == [False]
    assert [key.is_right for key in judge(runs, [make_claim(certainty="likely")]).judged] == [True]


def test_score_of_what_a_function_of_the_script_calls():
    """It makes a likely claim about the caller right, never a certain one, and it is nothing to be found there."""
    runs = [make_run(None), make_run(is_through=True)]

    assert [key.is_right for key in judge(runs, [make_claim(certainty="likely")]).judged] == [True]
    assert [key.is_right for key in judge(runs, [make_claim()]).judged] == [False]
    assert not judge(runs, []).found


def test_score_of_a_site_that_did_not_run():
    """Nothing is known about it."""
    assert Tally() == judge([], [make_claim()])


def test_score_knows_a_callable_by_each_of_its_paths():
    """What is told by another import path is the same."""
    assert [key.is_right for key in judge([make_run()], [make_claim("lib.models.Model")]).judged] == [True]


def test_score_knows_a_method_by_its_definition():
    """A method that a subclass inherits is the method of the base."""
    inherited = Names("other.Child.fit", "lib.Base.fit")

    assert [key.is_right for key in judge([make_run(inherited)], [make_claim("lib.Model.fit")]).judged] == [True]


@pytest.mark.parametrize(("passed", "defaulted", "wrong"), [(("size", "depth"), (), 1), (("size",), ("depth",), 0)])
def test_score_of_a_parameter(passed, defaulted, wrong):
    """A parameter that is said to be left out and was passed is wrong."""
    tally = judge([make_run(passed=passed, defaulted=defaulted)], [make_claim()])

    assert wrong == tally.compared[Compared("certain", is_open=False, is_right=False)]
    assert ["parameters"] * wrong == [failure.sort for failure in tally.failures]


CONSTRUCTS = {
    "import a.b\na.b.C()": "import",
    "from a import C as D\nD()": "import",
    "print()": "built-in or unknown name",
    "x = 1\nx()": "variable",
    "x = 1\nx.m()": "method of a variable",
    "x = 1\nx.y.m()": "method of an attribute of a variable",
    "def f(x): x.m()": "method of a parameter",
    "def f(x): return [x() for x in x]": "loop variable",
    "for k, (x, y) in z:\n    x.m()": "method of a loop variable",
    "class C:\n    def m(self): self.n()": "method of self",
    "class C:\n    def m(self): self.x.n()": "method of an attribute of self",
    "d[1]()": "item",
    "d[1].m()": "method of an item",
    "def f(): pass\nf()": "class or function",
    "x = 1\nclass C:\n    def x(self): x()": "variable",
    "(a or b).m()": "method of another expression",
}


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_construct_is_how_the_callee_is_written(text):
    """One word from a short list, for the one call of a text."""
    assert [CONSTRUCTS[text]] == list(find_constructs(text).values())


def test_construct_of_a_chain_has_the_place_of_each_call():
    """Columns count characters, and both calls of a chain have their own place."""
    found = find_constructs("import a\né = a.é().m()\n")

    assert found == {(2, 5, 2, 10): "import", (2, 5, 2, 14): "method of the result of a call"}


def test_constructs_know_what_super_is():
    """A call of a method of `super()` says so."""
    found = find_constructs("class C(B):\n    def m(self):\n        super().m()\n")

    assert [how for how in found.values() if how.startswith("method")] == ["method of super()"]


def test_plan_holds_out_enough_scripts():
    """At least two of five scripts that were not used to improve the resolver are held out, and only such."""
    plan = read_plan()

    assert plan.held_out >= 0.4
    assert {"scikit-learn"} == {project.name for project in plan.projects if project.is_tuned}
    assert len({project.name for project in plan.projects}) == len(plan.projects)


def test_environment_names_one_version_of_everything():
    """Each project of the plan runs in its own release, and pip has nothing to choose."""
    lines = ENVIRONMENT.read_text().splitlines()
    pins = {str(pin.distribution): str(pin.version) for pin in parse(ENVIRONMENT.read_text()).pins}

    assert [line for line in lines if "==" not in line] == []
    assert [p for p in read_plan().projects if pins.get(p.distribution) != p.version] == []


def test_scripts_are_taken_by_a_hash_of_their_path(tmp_path):
    """Only scripts that use a library are taken, and which ones depends on no order of files."""
    plan = read_plan()
    project = next(project for project in plan.projects if project.limit)
    for number in range(project.limit + 20):
        (tmp_path / f"plot_{number}.py").write_text("import sklearn" if number % 40 else "import json")
    taken = list(take(plan, project, tmp_path))

    assert len(taken) == project.limit
    assert all(isinstance(script, Script) and find_imports(script.file) == {"sklearn"} for script in taken)
    assert sorted(taken, key=lambda script: script.path) == taken
    assert draw("held out", "a") == draw("held out", "a") != draw("taken", "a")


@pytest.mark.parametrize(
    ("pattern", "path", "is_wanted"),
    [
        ("*.py", "a.py", True),
        ("*.py", "b/a.py", False),
        ("**/*.py", "a.py", True),
        ("**/test_*.py", "b/c/test_a.py", True),
        ("**/test_*.py", "b/attest_a.py", False),
    ],
)
def test_pattern_of_scripts(pattern, path, is_wanted):
    """A star is a part of a name, two are any folders."""
    import re

    assert is_wanted == bool(re.fullmatch(translate(pattern), path))


def test_cells_of_a_file_are_the_file(tmp_path):
    """A plain file has no cell."""
    (tmp_path / "a.py").write_text("x = 1\n")

    assert list(read_cells(str(tmp_path / "a.py"))) == [(None, "x = 1\n")]


def test_page_never_rounds_up_to_all():
    """Only what is whole is told as a hundred percent."""
    assert [share(9999, 10000), share(5, 5), share(0, 0)] == ["99.9 % (9999 of 10000)", "100 % (5 of 5)", "-"]


def test_page_lists_failing_constructs_with_their_places():
    """The page says where, what was said and what ran; a group without calls has no figures."""
    tally = judge([make_run()], [])
    page = render_page([Group("all", tally, ())], tally, {"seconds": 10, "held_out": 0.5}, ["lib 1"])

    assert "| all | all with rules | 1 | 0 % (0 of 1) | - | - | - |" in page
    assert "  * `project/script.py:1` said: nothing; ran: lib.Model" in render_failures(tally.failures)
    assert read_run({"place": PLACE, "kind": None, "own": None, "definition": None, "passed": None, "defaulted": None})
