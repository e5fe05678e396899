"""Behavioural witnesses: their data is sound, verdicts follow from values, rows carry what was measured."""

from __future__ import annotations

import ast
import math
import sys
from collections import Counter
from dataclasses import replace
from fnmatch import fnmatchcase

import pytest

from defaultdrift.model.change import Evidence, Kind
from defaultdrift.model.literal import canonical, is_literal
from defaultdrift.model.toml import parse_toml
from support import ROOT, SHIPPED

FOLDER = ROOT / "benchmarks" / "witness"
sys.path.append(str(FOLDER))

from record import add_evidence, shorten  # noqa: E402
from situation import Situation, find_situation, matches, plan, read_situations  # noqa: E402
from verdict import Outcome, Verdict, compare, judge  # noqa: E402

DISTRIBUTION = SHIPPED.distributions()[[str(name) for name in SHIPPED.distributions()].index("scikit-learn")]
LIBRARY = SHIPPED.library(DISTRIBUTION)
JUDGED = {Kind.SILENT, Kind.ANNOUNCED, Kind.EQUIVALENT, Kind.RENAMED, Kind.REMOVED}
ROWS = [row for row in SHIPPED.changes(DISTRIBUTION) if row.kind in JUDGED and LIBRARY.is_reviewed(row.release)]
SITUATIONS = read_situations()
SILENT = next(row for row in ROWS if row.kind is Kind.SILENT and row.keep and str(row.impact.value) == "results")
RAISING = next(row for row in ROWS if row.kind is Kind.SILENT and row.impact.value == "error")
EQUIVALENT = next(row for row in ROWS if row.kind is Kind.EQUIVALENT)


def answer(**values):
    """Return an answer whose measures are lists of numbers."""
    leaves = {name: {"type": "ndarray", "shape": [len(v)], "numbers": v} for name, v in values.items()}
    return {"key": "k", "value": leaves}


def expressions(situation):
    """Return every expression of an entry of the data."""
    for table in ("values", "arguments", "construct", "fit"):
        yield from situation.get(table, {}).values()
    yield from (text for _, text in situation.get("then", ()))
    yield from situation.get("prepare", ())
    yield from (situation[key] for key in ("keep", "accept") if situation.get(key, "-") != "-")


def test_every_release_has_one_environment_together_with_the_release_before():
    """Nothing but scikit-learn differs between the two ends of a step."""
    groups = parse_toml((FOLDER / "environments.toml").read_text())["group"]
    group_of = {release: index for index, group in enumerate(groups) for release in group["releases"]}
    order = [str(release.version) for release in LIBRARY.releases]
    before = dict(zip(order[1:], order, strict=False))
    releases = {str(row.release) for row in ROWS}

    assert Counter(release for group in groups for release in group["releases"]).most_common(1)[0][1] == 1
    assert {release: group_of.get(release) for release in releases} == {
        release: group_of.get(before[release], "none") for release in releases
    }


def test_every_situation_is_about_some_row():
    """An entry that matches nothing is a mistake in a name."""
    idle = [entry for entry in SITUATIONS if not any(matches(entry, row) for row in ROWS)]
    callables = {row.callable for row in ROWS}
    lost = [
        glob for entry in SITUATIONS for glob in entry["callables"] if not any(fnmatchcase(c, glob) for c in callables)
    ]

    assert idle == []
    assert lost == []


def test_every_expression_is_one():
    """What the data calls an expression parses as one, unless it is empty."""
    for entry in SITUATIONS:
        for text in filter(None, expressions(entry)):
            assert ast.parse(text.strip(), mode="eval"), text


def test_program_meets_the_conditions_of_its_row():
    """Where a row holds for some literals only, its program passes one of them."""
    for row in ROWS:
        situation = find_situation(SITUATIONS, row)
        arguments = situation.arguments
        for condition in () if situation.skip else row.when:
            text = arguments.get(condition.parameter, "") or condition.default
            is_one = is_literal(text) and canonical(text) in condition.values

            assert is_one != condition.negated, f"{row.release} {row.callable}({row.parameter}): {condition}"


def test_program_leaves_the_parameter_out_unless_it_is_written():
    """The first program says nothing about the parameter; the one with the old value says that."""
    order = [release.version for release in LIBRARY.releases]
    before = order[order.index(SILENT.release) - 1]
    programs = plan(SILENT, before, SHIPPED.api(DISTRIBUTION), find_situation(SITUATIONS, SILENT))

    assert f'"{SILENT.parameter}": ""' in programs["old"].text
    assert f'"{SILENT.parameter}": ""' in programs["new"].text
    assert f'"{SILENT.parameter}": ""' not in programs["new_keep"].text
    assert programs["old"].key != programs["new"].key


@pytest.mark.parametrize(
    ("old", "new", "fixed", "outcome"),
    [
        ([1.0, 2.0], [1.0, 3.0], [1.0, 2.0], Outcome.SHOWN),
        ([1.0, 2.0], [1.0, 2.0], [1.0, 2.0], Outcome.HIDDEN),
        ([1.0, 2.0], [1.0, 3.0], [1.0, 3.0], Outcome.HIDDEN),
        ([1.0, 2.0], [1.0, 3.0], [1.0, 4.0], Outcome.APART),
    ],
)
def test_silent_change_is_shown_by_a_difference_that_the_old_value_mends(old, new, fixed, outcome):
    """Old and new differ, old and fixed agree; or the default's share shows in the new release by itself."""
    answers = {"old": answer(a=old), "new": answer(a=new), "new_keep": answer(a=fixed)}

    assert judge(SILENT, "1.0", answers, Situation()).outcome is outcome


@pytest.mark.parametrize(
    ("new", "fixed", "outcome"),
    [
        ([1.0], [1.0], Outcome.SHOWN),
        ([2.0], [2.0], Outcome.OTHER),
        ([2.0], [1.0], Outcome.CONTRADICTED),
    ],
)
def test_change_that_is_not_silent_leaves_the_results(new, fixed, outcome):
    """A difference that stays with the old value written has another cause; one that goes contradicts the row."""
    answers = {"old": answer(a=[1.0]), "new": answer(a=new), "new_keep": answer(a=fixed)}

    assert judge(EQUIVALENT, "1.0", answers, Situation()).outcome is outcome


def test_error_counts_where_the_row_is_about_errors_only():
    """A program that fails by itself shows nothing."""
    answers = {"old": answer(a=[1.0]), "new": {"error": "ValueError: no"}}

    assert judge(RAISING, "1.0", answers, Situation()).outcome is Outcome.SHOWN
    assert judge(SILENT, "1.0", answers, Situation()).outcome is Outcome.UNTOLD
    assert judge(SILENT, "1.0", answers, Situation(raises=True)).outcome is Outcome.SHOWN


def test_comparison_knows_numbers_from_noise():
    """Rounding is no difference, nor is nan against nan; shapes, infinities and counted numbers are."""
    old = answer(noise=[1.0, 1e6], nan=[math.nan], shape=[1.0], inf=[math.inf], far=[1.0, 2.0], fit_time=[1.0])
    new = answer(noise=[1.0, 1e6 + 1e-3], nan=[math.nan], shape=[1.0, 1.0], inf=[1.0], far=[1.0, 2.5], fit_time=[2.0])
    found = {name: str(difference) for name, difference in compare(old, new, Situation()).items()}

    assert found == {
        "shape": "shape is 1 and 2",
        "inf": "1 of 1 in inf differ",
        "far": "1 of 2 in far differ by up to 0.5",
    }


def test_callables_of_one_row_share_its_evidence():
    """What was measured replaces what was there, once for the whole row."""
    stale = Evidence("witness", "old news", "1.0", "somewhere")
    rows = [
        replace(SILENT, callable=name, evidence=(*SILENT.evidence, stale)) for name in ("sklearn.a.A", "sklearn.b.B")
    ]
    told = {
        rows[0]: (Situation(file="1_rows.toml"), Verdict(Outcome.HIDDEN, "no difference")),
        rows[1]: (Situation(file="1_rows.toml"), Verdict(Outcome.SHOWN, "2 of 9 differ")),
    }
    first, second = add_evidence(rows, told)
    witness = [entry for entry in first.evidence if entry.kind == "witness"]

    assert first.evidence == second.evidence
    assert [entry.quote for entry in witness] == ["b.B: 2 of 9 differ (1 of 2 callables)"]


def test_text_is_shortened_only_where_it_is_too_long():
    """A quote has at most 200 characters."""
    assert [shorten("abcdef", most) for most in (6, 4)] == ["abcdef", "abc…"]


def test_witnesses_of_shipped_rows_name_a_file_of_situations():
    """The evidence can be followed, and is about the release of its row."""
    for row in ROWS:
        for entry in row.evidence:
            if entry.kind == "witness":
                assert (ROOT / entry.file).is_file()
                assert entry.release == str(row.release)


def test_every_silent_row_is_shown_or_told_on_the_page():
    """A silent row of scikit-learn without a witness stands on the page, with the reason."""
    page = (ROOT / "docs" / "witnesses.md").read_text()
    bare = [row for row in ROWS if row.kind is Kind.SILENT and all(entry.kind != "witness" for entry in row.evidence)]

    assert [row.callable for row in bare if f"`{row.callable}({row.parameter})`" not in page] == []
