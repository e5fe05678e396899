"""The release files of the rules: what is refused, and that writing is the inverse of reading."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.name import normalise
from defaultdrift.rules.release import parse_release, render_release

GOOD = """\
[[change]]
callable = "sklearn.cluster.KMeans"
also = [
    "sklearn.cluster.k_means",
]
parameter = "n_init"
position = 2
old = "'warn'"
new = "'auto'"
old_effective = "10"
new_effective = "'auto'"
kind = "silent"
impact = "results"
summary = "One run instead of ten."
when = [{ parameter = "init", is = ["'k-means++'"], default = "'k-means++'" }]
rare = true
accept_since = "1.2.0"
evidence = [
    { kind = "docstring", release = "1.4.0", file = "sklearn/cluster/_kmeans.py", quote = "Default value" },
]

[[change]]
callable = "sklearn.svm.SVC"
parameter = "gamma"
position = "keyword"
old_effective = { description = "one divided by the number of features" }
new_effective = "'scale'"
kind = "silent"
impact = "results"
summary = "A \\"quoted\\" word."
when = [{ parameter = "kernel", matches = "^r.f$", default = "'rbf'" }]
keep = "'auto'"
keep_until = "1.7.0"
accept = ""
evidence = [
    { kind = "changelog", url = "https://example.org/notes", quote = "gamma" },
]
"""


def parse(text):
    return parse_release(text, normalise("scikit-learn"), Version("1.4.0"))


def test_release_file_in_canonical_form_survives_reading_and_writing():
    """Writing what was read gives the same text."""
    assert render_release(parse(GOOD)) == GOOD


def test_release_file_row_is_spread_over_the_callables_it_names():
    """`also` gives each callable a change of its own."""
    assert [change.callable for change in parse(GOOD)][:2] == ["sklearn.cluster.KMeans", "sklearn.cluster.k_means"]


def test_release_file_keeps_the_old_effect_by_default_where_it_is_a_literal():
    """Without `keep`, the old effective default itself is what a fix writes; a description is never written."""
    first, _, last = parse(GOOD)

    assert first.keep is not None
    assert first.keep.text == "10"
    assert last.keep is not None
    assert (last.keep.text, last.accept) == ("'auto'", None)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('kind = "silent"', 'kind = "loud"', "change[0].kind: expected one of 'silent', 'announced'"),
        ("position = 2", "position = -2", "change[0].position: expected an index or 'keyword', got -2"),
        ('old_effective = "10"', 'old_effective = "open(1)"', "old_effective: expected a literal or a dotted name"),
        (
            'old_effective = "10"',
            'old_effective = "1; import os"',
            "old_effective: expected a literal or a dotted name",
        ),
        ('old_effective = "10"', "old_effective = \"'auto'\"", "a silent change has two different effective defaults"),
        ('kind = "silent"', 'kind = "equivalent"', "a change of kind 'equivalent' has one effective default, not two"),
        ('matches = "^r.f$"', 'matches = "("', "change[1].when[0].matches: expected a regular expression"),
        ('matches = "^r.f$"', 'matches = "r", not = ["1"]', "expected one of 'is', 'not' and 'matches'"),
        ('kind = "docstring"', 'kind = "rumour"', "evidence[0].kind: expected one of signature, docstring"),
        ('kind = "docstring"', 'kind = "signature"', "a reviewed row needs evidence besides the signature"),
        ('parameter = "n_init"\n', "", "change[0].parameter: is missing"),
        ("position = 2", "position = 2\ncolour = 1", "unknown key 'colour'"),
        ('accept_since = "1.2.0"', 'accept_since = "new"', "accept_since: expected a version, got 'new'"),
        ("is = [", "maybe = [", "unknown key 'maybe'"),
        ('quote = "Default value"', 'quote = ""', "quote: expected 1 to 200 characters, got 0"),
        ("[[change]]", "[[change", "Expected"),
    ],
)
def test_release_file_with_a_fault_is_refused_with_its_place(old, new, problem):
    """Each fault is told with the key and what was expected."""
    with pytest.raises(RuleError) as caught:
        parse(GOOD.replace(old, new, 1))

    assert problem in str(caught.value)


def test_release_file_without_evidence_is_not_believed():
    """A row without evidence does not load."""
    start = GOOD.index("evidence = [")
    text = GOOD[:start] + "evidence = []\n" + GOOD[GOOD.index("]\n\n[[change]]") + 1 :]

    with pytest.raises(RuleError, match="a row without evidence is not believed"):
        parse(text)
