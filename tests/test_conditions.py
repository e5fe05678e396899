"""Conditions on another argument, where the old signature takes that one through `**kwargs`."""

from __future__ import annotations

import pytest

from defaultdrift.match.arguments import evaluate
from defaultdrift.model.change import Condition
from defaultdrift.model.known import Known
from defaultdrift.model.name import CallablePath
from defaultdrift.model.signature import CallableHistory, CallableKind, ImportPath, Parameter, ParameterKind, Signature
from defaultdrift.resolve.calls import find_calls
from defaultdrift.rules.audit import find_faults
from defaultdrift.rules.effective import Truth
from defaultdrift.rules.release import parse_release
from support import SHIPPED, SKLEARN, Version

OLD, NEW = Version("1.3.2"), Version("1.4.0")
SIZE = Parameter("size", ParameterKind.POSITIONAL_OR_KEYWORD, "1")
WIDTH = Parameter("width", ParameterKind.POSITIONAL_OR_KEYWORD, "1")
REST = Parameter("kwargs", ParameterKind.VAR_KEYWORD, None)
KNOWN = Known(roots=frozenset({"k"}), paths=frozenset({"k.f"}), returns={}, methods=frozenset())
ROW = """\
[[change]]
callable = "k.f"
parameter = "size"
position = 0
old = "1"
new = "2"
old_effective = "1"
new_effective = "2"
kind = "silent"
impact = "results"
summary = "The size goes from 1 to 2."
added = "2026-11-20"
when = [{ parameter = "width", is = ["3"], default = "4" }]
evidence = [
    { kind = "code", release = "1.4.0", file = "k.py", quote = "size=2" },
]
"""


def history_of(*others):
    """Return a function whose `size` goes from 1 to 2, beside other parameters."""
    after = Parameter("size", ParameterKind.POSITIONAL_OR_KEYWORD, "2")
    signatures = (Signature(OLD, (SIZE, *others)), Signature(NEW, (after, *others)))
    return CallableHistory(CallablePath("k.f"), CallableKind.FUNCTION, (ImportPath("k.f", OLD, None),), signatures)


@pytest.mark.parametrize(
    ("others", "faults"),
    [((WIDTH,), []), ((REST,), []), ((), ["1.4.0 k.f.size: 'when' names 'width', which is no parameter"])],
    ids=["declared", "behind kwargs", "missing"],
)
def test_condition_names_what_a_call_can_pass(others, faults):
    """A row may name what the release before takes through `**kwargs`, and nothing that it refuses."""
    rows = parse_release(ROW, SKLEARN, NEW)

    assert list(find_faults(SHIPPED.library(SKLEARN), [history_of(*others)], {"k.f": rows})) == faults


@pytest.mark.parametrize(
    ("arguments", "truth"),
    [
        ("width=3", Truth.YES),
        ("5, width=3", Truth.YES),
        ('**{"width": 3}', Truth.YES),
        ("", Truth.NO),
        ("width=4", Truth.NO),
        ("kwargs=3", Truth.NO),
        ("5, 3", Truth.NO),
        ("width=w", Truth.UNKNOWN),
        ("**given", Truth.UNKNOWN),
    ],
)
def test_argument_behind_kwargs_decides_a_condition(arguments, truth):
    """It is told by its name; what is not passed is what the row says that it is then."""
    condition = Condition("width", ("3",), negated=False, default="4")
    (call,) = find_calls(f"import k\n\nk.f({arguments})\n", KNOWN).calls

    assert evaluate(condition, call, history_of(REST).at(OLD)) is truth
