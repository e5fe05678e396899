"""Repairs of a whole source: what brings a finding that nobody can repair is not offered, and the rest is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from defaultdrift.model.change import Condition, Effect, Spelling
from support import compare, scan

KMEANS = "sklearn.cluster.KMeans"
TEXT = "from sklearn.cluster import KMeans, MiniBatchKMeans\n\na = KMeans(3)\nb = MiniBatchKMeans(3)\n"
ONCE_WRITTEN = (Condition("n_init", ("10",), negated=False, default="'warn'"),)


def with_rows(*rows):
    """Return the comparison with more changes of KMeans: parameter, when it holds, and how to write the old effect."""
    (comparison,) = compare("1.3.2", "1.4.2")
    known = comparison.changes[KMEANS]
    more = [
        replace(
            known[0],
            parameter=parameter,
            old_effective=Effect("1"),
            new_effective=Effect("2"),
            when=when,
            keep=Spelling(keep) if keep else None,
        )
        for parameter, when, keep in rows
    ]
    return replace(comparison, changes={**comparison.changes, KMEANS: (*known, *more)})


def test_fix_that_would_bring_a_finding_beyond_repair_is_not_offered():
    """Each call is looked at alone: the one whose value brings a finding stays, the other is repaired."""
    result = scan(TEXT, [with_rows(("tol", ONCE_WRITTEN, ""))], repair=True)

    assert [(finding.fix and finding.fix.text, finding.advice) for finding in result.findings] == [
        (None, "it would bring another finding, of tol"),
        ("n_init=3", ""),
    ]
    assert result.repair is not None
    assert result.repair.text == TEXT.replace("MiniBatchKMeans(3)", "MiniBatchKMeans(3, n_init=3)")
    assert (result.repair.result.fixed, result.repair.result.skips) == (1, ())


def test_finding_that_a_fix_brings_is_repaired_as_well():
    """What is written next may have a say again; in the end nothing of the call is left out any more."""
    chain = [
        ("tol", ONCE_WRITTEN, "1"),
        ("max_iter", (Condition("tol", ("1",), negated=False, default="0.0001"),), "1"),
    ]
    result = scan(TEXT, [with_rows(*chain)], repair=True)

    assert [finding.parameter for finding in result.findings] == ["n_init", "n_init"]
    assert result.repair is not None
    assert "a = KMeans(3, n_init=10, tol=1, max_iter=1)\n" in result.repair.text
    assert (result.repair.result.findings, result.repair.result.fixed) == ((), 2)


def test_finding_that_a_fix_ends_needs_no_fix_of_its_own():
    """A change that does not hold for the value written is no finding any more: that is no fault of the repair."""
    rows = with_rows(("tol", (replace(ONCE_WRITTEN[0], negated=True),), ""))
    result = scan(TEXT, [rows], repair=True)

    assert [(finding.parameter, finding.fix is None) for finding in result.findings] == [
        ("n_init", False),
        ("tol", True),
        ("n_init", False),
    ]
    assert result.repair is not None
    assert (result.repair.result.findings, result.repair.result.fixed) == ((), 3)


def test_fixes_that_only_together_bring_a_finding_are_not_written():
    """Each is offered, since each could be written; where the proof of both fails, it is told."""
    both = (*ONCE_WRITTEN, Condition("tol", ("1",), negated=False, default="0.0001"))
    result = scan(TEXT, [with_rows(("tol", (), "1"), ("max_iter", both, ""))], repair=True)

    assert result.repair is not None
    assert result.repair.text == TEXT.replace("MiniBatchKMeans(3)", "MiniBatchKMeans(3, n_init=3)")
    assert [(skip.line, skip.reason) for skip in result.repair.result.skips] == [
        (3, "n_init=10, tol=1 is not written: other findings would appear")
    ]


@pytest.mark.parametrize("unsafe", [False, True])
def test_finding_that_only_an_unsafe_fix_ends_takes_back_a_safe_one(unsafe):
    """A safe fix is written without being asked for more; one that is unsafe anyway may bring its like."""
    text = TEXT.replace("\n\n", "\nfrom other import *\n\n", 1) if unsafe else TEXT
    unsure = (*ONCE_WRITTEN, Condition("algorithm", ("'lloyd'",), negated=False, default="'lloyd'"))
    result = scan(text.replace("3", "3, algorithm=a", 1), [with_rows(("tol", unsure, "1"))])

    assert (result.findings[0].fix is not None) == unsafe


def test_repair_without_a_follow_up_is_written_everywhere():
    """The same source under the real rules: both calls are repaired, and nothing is skipped."""
    repair = scan(TEXT, compare("1.3.2", "1.4.2"), repair=True).repair

    assert repair is not None
    assert repair.text.count("n_init=") == 2
    assert repair.result.skips == ()


@pytest.mark.parametrize(
    "after",
    [
        "KMeans(3, **options)",
        "(KMeans if fast else DBSCAN)(3)",
        "{1: partial(KMeans, n_init=3), 2: partial(KMeans, 3)}[which]()",
    ],
)
def test_nothing_is_written_where_the_call_might_fail(after):
    """An argument that is there already, or that another callable does not take, ends the call with an error."""
    names = "from functools import partial\nfrom sklearn.cluster import DBSCAN\n"
    text = names + TEXT.replace("KMeans(3)", after, 1)
    findings = scan(text, compare("1.3.2", "1.4.2")).findings
    found = [finding for finding in findings if (finding.span.line, finding.span.column) == (5, 5)]

    assert found
    assert all(finding.fix is None and finding.advice for finding in found)


@pytest.mark.parametrize(
    "after", ["KMeans(3, **{'max_iter': 5})", "KMeans(*(3,))", "(KMeans if fast else cluster.KMeans)(3)"]
)
def test_argument_is_written_where_nothing_can_hold_it(after):
    """What is unpacked is known, or all that may be called is one class."""
    names = "import sys\nfrom sklearn import cluster\n"
    text = names + TEXT.replace("KMeans(3)", after, 1)

    found = [finding for finding in scan(text, compare("1.3.2", "1.4.2")).findings if finding.span.line == 5]

    assert [finding.fix and finding.fix.text for finding in found] == ["n_init=10"]
