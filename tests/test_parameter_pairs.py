"""The benchmark of parameter pairs: which call a script is about, and what a definition says that it passes."""

from __future__ import annotations

import ast
import sys

import pytest

from support import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from parameter_pairs import Target, find_definitions, find_target, judge

LIBRARY = """\
def sort(values, axis=-1, *, stable=None): ...
class Frame:
    def __init__(self, data, copy=False, **rest): ...
    def sort(self, by, *more, ascending=True): ...
    @staticmethod
    def load(path, mode="r"): ...
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import numpy as np\nnp.sort(a)\nb = np.sort(a, axis=0)", Target(3, 5, 1, ("axis",))),
        ("from numpy import sort as order\norder(a, 0)", Target(2, 1, 2, ())),
        ("from numpy import argsort as order\norder(a, 0)", None),
        ("sort(*a)\nsort(**b)", None),
    ],
    ids=["last", "alias", "other", "unpacked"],
)
def test_target_is_the_last_call_of_the_name(text, expected):
    """A call that unpacks something tells nobody what it passes."""
    assert find_target(text, "sort") == expected


def test_definitions_of_a_name_are_all_functions_methods_and_constructors():
    """What is bound is no parameter; of a static method nothing is bound."""
    tree = ast.parse(LIBRARY)

    assert {one.positional for one in find_definitions(tree, "sort")} == {("values", "axis"), ("by",)}
    assert [one.positional for one in find_definitions(tree, "Frame")] == [("data", "copy")]
    assert [one.positional for one in find_definitions(tree, "load")] == [("path", "mode")]


@pytest.mark.parametrize(
    ("name", "positional", "keywords", "passed"),
    [
        pytest.param("load", 1, ("mode",), {"path", "mode"}, id="mixed"),
        pytest.param("load", 0, ("mode",), None, id="without_what_is_needed"),
        pytest.param("load", 3, (), None, id="too_many"),
        pytest.param("load", 2, ("mode",), None, id="twice"),
        pytest.param("Frame", 1, ("else_",), {"data"}, id="any_keyword"),
    ],
)
def test_call_is_bound_as_python_binds_it(name, positional, keywords, passed):
    """A call that Python would refuse is a call of something else."""
    (definition,) = find_definitions(ast.parse(LIBRARY), name)
    bound = definition.bind(Target(1, 1, positional, keywords))

    assert (None if passed is None else frozenset(passed)) == bound


@pytest.mark.parametrize(("omitted", "expected"), [(("stable",), (2, 0)), ((), (1, 1)), (("axis", "stable"), (1, 1))])
def test_pair_is_right_where_both_say_the_same(omitted, expected):
    """A parameter that is passed is not left out, and one that is not passed is."""
    definitions = list(find_definitions(ast.parse(LIBRARY), "sort"))

    assert judge(omitted, Target(1, 1, 2, ()), definitions[:1]) == expected
    assert judge(omitted, Target(1, 1, 0, ()), definitions[:1]) is None
