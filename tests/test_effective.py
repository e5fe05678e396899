"""What leaving a parameter out does at a version, and between two."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.model.change import Condition
from defaultdrift.model.name import normalise
from defaultdrift.rules.effective import (
    Truth,
    effective_default,
    find_drift,
    group_by_parameter,
    holds_by_default,
)
from defaultdrift.rules.release import parse_release

EVIDENCE = 'evidence = [{ kind = "docstring", release = "1", file = "m.py", quote = "q" }]'


def row(**keys):
    """Return a row of a release file; `kind` decides nothing about the effects given."""
    lines = ["[[change]]"]
    fields = {"callable": "m.K", "position": 0, "impact": "results", "summary": "s", **keys}
    for key, value in fields.items():
        if value is not None:
            lines.append(f"{key} = {value if key == 'when' or isinstance(value, int) else repr_toml(value)}")
    return "\n".join([*lines, EVIDENCE])


def repr_toml(text):
    return '"' + text.replace('"', '\\"') + '"'


def history(*releases):
    """Return all rows of (release, row) pairs."""
    return [change for release, text in releases for change in parse_release(text, normalise("m"), Version(release))]


SENTINEL_CYCLE = history(
    ("1.2", row(parameter="n", old="10", new="'warn'", old_effective="10", new_effective="10", kind="announced")),
    ("1.4", row(parameter="n", old="'warn'", new="'auto'", old_effective="10", new_effective="'auto'", kind="silent")),
)
THERE_AND_BACK = history(
    ("1.2", row(parameter="n", old="1", new="2", old_effective="1", new_effective="2", kind="silent")),
    ("1.3", row(parameter="n", old="2", new="1", old_effective="2", new_effective="1", kind="silent")),
)
CONDITIONAL = history(
    (
        "1.4",
        row(
            parameter="n",
            old="'warn'",
            new="'auto'",
            old_effective="10",
            new_effective="'auto'",
            kind="silent",
            when="""[{ parameter = "init", is = ["'k-means++'"], default = "'k-means++'" }]""",
        ),
    )
)
RENAMED = history(
    (
        "1.2",
        row(
            parameter="affinity",
            renamed_to="metric",
            old="'euclidean'",
            new="'deprecated'",
            old_effective="'euclidean'",
            new_effective="'euclidean'",
            kind="renamed",
        ),
    ),
    (
        "1.4",
        row(
            parameter="metric",
            old="None",
            new="'euclidean'",
            old_effective="'euclidean'",
            new_effective="'euclidean'",
            kind="equivalent",
        ),
    ),
)
SAME_LITERAL = history(
    ("0.22", row(parameter="cv", old="None", new="None", old_effective="3", new_effective="5", kind="silent"))
)
UNREVIEWED_VALUES = history(("1.1", row(parameter="n", old="1", new="2", kind="unreviewed")))
UNREVIEWED_SENTINEL = history(("1.1", row(parameter="n", old="1", new="UNSET", kind="unreviewed")))
SAME_NUMBER = history(
    (
        "1.1",
        row(parameter="tol", old="1e-4", new="0.0001", old_effective="1e-4", new_effective="0.0001", kind="equivalent"),
    )
)

EXCLUSIVE = history(
    (
        "1.1",
        row(
            parameter="n",
            old="'auto'",
            new="'auto'",
            old_effective="'a'",
            new_effective="'x'",
            kind="silent",
            when="""[{ parameter = "init", is = ["'k'"], default = "'k'" }]""",
        )
        + "\n"
        + row(
            parameter="n",
            old="'auto'",
            new="'auto'",
            old_effective="'b'",
            new_effective="'a'",
            kind="silent",
            when="""[{ parameter = "init", not = ["'k'"], default = "'k'" }]""",
        ),
    )
)


def test_rows_of_one_release_are_alternatives_and_no_sequence():
    """With an unknown argument each row may hold, none follows the other, and no one old effect can be written."""
    (group,) = group_by_parameter(EXCLUSIVE)
    drift = find_drift(group, Version("1.0"), Version("1.1"), lambda _: Truth.UNKNOWN)

    assert drift is not None
    assert (drift.old.text, drift.new.text, drift.has_one_old) == ("'a'", "'x'", False)


def drift_of(changes, old, new, holds=holds_by_default):
    found = [find_drift(group, Version(old), Version(new), holds) for group in group_by_parameter(changes)]
    drifts = [drift for drift in found if drift]
    assert len(drifts) <= 1
    return (drifts[0].old.text, drifts[0].new.text, drifts[0].is_sure and drifts[0].is_judged) if drifts else None


@pytest.mark.parametrize(
    ("changes", "old", "new", "expected"),
    [
        pytest.param(SENTINEL_CYCLE, "1.1", "1.3", None, id="a_sentinel_alone_is_no_drift"),
        pytest.param(SENTINEL_CYCLE, "1.3", "1.4", ("10", "'auto'", True), id="the_end_of_the_cycle_is_drift"),
        pytest.param(SENTINEL_CYCLE, "1.1", "1.5", ("10", "'auto'", True), id="over_the_cycle_the_end_points_decide"),
        pytest.param(SENTINEL_CYCLE, "1.4", "1.9", None, id="after_the_change_nothing_drifts"),
        pytest.param(SENTINEL_CYCLE, "1.0", "1.1", None, id="before_the_change_nothing_drifts"),
        pytest.param(SENTINEL_CYCLE, "1.3", "1.3", None, id="no_step_no_drift"),
        pytest.param(SENTINEL_CYCLE, "1.5", "1.1", ("'auto'", "10", True), id="a_downgrade_drifts_back"),
        pytest.param(THERE_AND_BACK, "1.1", "1.4", None, id="there_and_back_is_nothing"),
        pytest.param(THERE_AND_BACK, "1.1", "1.2", ("1", "2", True), id="there_is_drift"),
        pytest.param(RENAMED, "1.1", "1.5", None, id="a_rename_that_carries_the_value_is_no_drift"),
        pytest.param(SAME_LITERAL, "0.21", "0.22", ("3", "5", True), id="the_same_literal_can_drift"),
        pytest.param(UNREVIEWED_VALUES, "1.0", "1.1", ("1", "2", True), id="unreviewed_literals_count_as_silent"),
        pytest.param(UNREVIEWED_SENTINEL, "1.0", "1.1", ("1", "UNSET", False), id="unreviewed_names_are_not_sure"),
        pytest.param(SAME_NUMBER, "1.0", "1.1", None, id="another_spelling_of_a_number_is_no_drift"),
    ],
)
def test_drift_is_what_the_end_points_say(changes, old, new, expected):
    """The effects at the two ends decide, through every change in between."""
    assert drift_of(changes, old, new) == expected


@pytest.mark.parametrize(
    ("truth", "expected"),
    [
        (Truth.YES, ("10", "'auto'", True)),
        (Truth.UNKNOWN, ("10", "'auto'", False)),
        (Truth.NO, None),
    ],
)
def test_drift_under_a_condition_follows_it(truth, expected):
    """A condition that holds, may hold or does not hold makes the drift sure, unsure or none."""

    def holds(condition):
        assert condition.parameter == "init"
        return truth

    assert drift_of(CONDITIONAL, "1.3", "1.4", holds) == expected


@pytest.mark.parametrize(
    ("version", "declared", "expected"),
    [("1.1", "10", "10"), ("1.2", "'warn'", "10"), ("1.3", "'warn'", "10"), ("1.4", "'auto'", "'auto'")],
)
def test_effective_default_sees_through_the_sentinel(version, declared, expected):
    """A sentinel is shown as what it acts as."""
    effect = effective_default(SENTINEL_CYCLE, "n", declared, Version(version))

    assert str(effect) == expected


def test_effective_default_of_a_required_parameter_is_none():
    """What cannot be left out has no effect when left out."""
    assert effective_default([], "n", None, Version("1")) is None


def test_effective_default_before_an_unrelated_default_is_the_declared_one():
    """A first row whose old text is not the declared one says nothing about releases long before it."""
    assert str(effective_default(SENTINEL_CYCLE, "n", "7", Version("0.9"))) == "7"


@pytest.mark.parametrize(("rare", "is_sure"), [("true", False), ("false", True)])
def test_change_that_shows_in_few_calls_is_never_sure(rare, is_sure):
    """A row that is marked `rare` is found with its effects, and what is said of it is no certainty."""
    changes = history(
        (
            "1.1",
            row(parameter="n", old="1", new="2", old_effective="1", new_effective="2", kind="silent")
            + f"\nrare = {rare}",
        )
    )

    assert drift_of(changes, "1.0", "1.1") == ("1", "2", is_sure)


@pytest.mark.parametrize(
    ("truth", "expected"),
    [(Truth.YES, ("1", "2", False)), (Truth.UNKNOWN, None), (Truth.NO, None)],
    ids=["holds", "is_not_known", "does_not_hold"],
)
def test_change_that_shows_in_few_calls_needs_its_condition_to_hold(truth, expected):
    """`pd.DataFrame(data)` is hardly ever without data: nothing is said of it, but of `pd.DataFrame()`."""
    condition = """[{ parameter = "data", is = ["None"], default = "None" }]"""
    effects = {"old": "1", "new": "2", "old_effective": "1", "new_effective": "2", "kind": "silent"}
    changes = history(("1.1", row(parameter="n", when=condition, **effects) + "\nrare = true"))

    assert expected == drift_of(changes, "1.0", "1.1", lambda _: truth)


def test_change_that_shows_in_few_calls_does_not_hide_another_one():
    """Where a rare change and a common one lie on the step, the common one is sure."""
    changes = history(
        (
            "1.1",
            row(parameter="n", old="1", new="2", old_effective="1", new_effective="2", kind="silent") + "\nrare = true",
        ),
        ("1.2", row(parameter="n", old="2", new="3", old_effective="2", new_effective="3", kind="silent")),
    )

    assert drift_of(changes, "1.0", "1.2") == ("1", "3", True)


@pytest.mark.parametrize(
    ("old", "new", "is_told", "is_sure"),
    [
        ("3", "5", True, True),
        ("[]", "None", True, False),
        ("3", "None", True, False),
        ("None", "5", True, False),
        ("3", None, False, False),
    ],
)
def test_change_that_nobody_judged_tells_what_two_values_show(old, new, is_told, is_sure):
    """Only from value to value it is clear; `None` stands for some value, and what is gone was left out anyway."""
    (group,) = group_by_parameter(history(("1.1", row(parameter="n", old=old, new=new, kind="unreviewed"))))
    drift = find_drift(group, Version("1.0"), Version("1.1"), lambda _: Truth.YES)

    assert (drift is not None) is is_told
    assert (drift is not None and drift.is_judged) is is_sure


@pytest.mark.parametrize(
    ("condition", "value", "is_met"),
    [
        (Condition("a", ("str",), negated=True, default="None"), "'x'", False),
        (Condition("a", ("str",), negated=True, default="None"), "3", True),
        (Condition("a", ("str",), negated=False, default="None"), "'x'", True),
        (Condition("a", (), negated=False, default="''", pattern="[.]"), "'a.b'", True),
        (Condition("a", (), negated=False, default="''", pattern="[.]"), "'ab'", False),
        (Condition("a", (), negated=False, default="''", pattern="[.]"), "3", False),
        (Condition("a", (), negated=False, default="''", pattern="d"), r"'\d'", True),
        (Condition("self", ("m.K.isna",), negated=True, default="None"), "m.K.isna", False),
        (Condition("self", ("m.K.isna",), negated=True, default="None"), "None", True),
    ],
)
def test_condition_is_met_by_values_texts_and_patterns(condition, value, is_met):
    """`str` is any text, a pattern is searched in a text, and anything else is compared."""
    assert condition.is_met_by(value) is is_met
