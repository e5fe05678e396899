"""The main job on plain files: a folder holds a step, a source and what safe fixes make of it.

`tests/cases/check/<claim>/` is held against frozen rules of scikit-learn, `tests/cases/shipped/<claim>/` against the
rules as they are shipped, of the distribution that its step names.
"""

from __future__ import annotations

import ast

import pytest

from support import CASES, compare_case, find_actual, find_expected, scan

CHECKS = sorted(path.parent for folder in ("check", "shipped") for path in (CASES / folder).glob("*/source.py"))


def read(case):
    return (case / "source.py").read_text(), compare_case(case)


@pytest.mark.parametrize("case", CHECKS, ids=lambda case: case.name)
def test_case_has_exactly_the_findings_of_its_comments(case):
    """The full set of findings is the full set of comments: a line without one must stay silent."""
    text, comparisons = read(case)
    result = scan(text, comparisons)

    assert find_actual(result) == find_expected(text)
    assert result.skips == ()


@pytest.mark.parametrize("case", CHECKS, ids=lambda case: case.name)
def test_case_is_repaired_as_its_fixed_file_says(case):
    """Safe fixes give the fixed file; without one there is nothing that may be written."""
    text, comparisons = read(case)
    fixed = case / "source.fixed.py"
    repair = scan(text, comparisons, repair=True).repair

    assert (repair.text if repair else text) == (fixed.read_text() if fixed.exists() else text)


@pytest.mark.parametrize("case", CHECKS, ids=lambda case: case.name)
def test_case_repaired_with_everything_is_clean_and_a_fixed_point(case):
    """After safe and unsafe fixes nothing is left that could be fixed, and fixing again changes nothing."""
    text, comparisons = read(case)
    repair = scan(text, comparisons, repair=True, unsafe=True).repair
    if repair is None:
        assert all(finding.fix is None for finding in scan(text, comparisons).findings)
        return
    ast.parse(repair.text)
    again = scan(repair.text, comparisons, repair=True, unsafe=True)

    assert [finding for finding in again.findings if finding.fix] == []
    assert again.repair is None


def test_at_least_45_percent_of_the_cases_are_silent():
    """What must not fire is claimed as often as what must."""
    silent = [case for case in CHECKS if not find_expected((case / "source.py").read_text())]

    assert len(silent) >= 0.45 * len(CHECKS)


def test_every_case_says_its_claim_in_the_first_line():
    """A reviewer reads the claim, then the source."""
    assert [case.name for case in CHECKS if not (case / "source.py").read_text().startswith("# case: ")] == []
