"""Repairs of a whole source: what brings other findings is not written, and the rest is."""

from __future__ import annotations

from dataclasses import replace

from defaultdrift.model.change import Condition, Effect
from support import compare, scan

KMEANS = "sklearn.cluster.KMeans"


def with_follow_up(comparison):
    """Return the comparison with one more change of KMeans, which holds only once `n_init=10` is written."""
    rows = comparison.changes[KMEANS]
    follow_up = replace(
        rows[0],
        parameter="tol",
        old="0.0001",
        new="0.0001",
        old_effective=Effect("0.0001"),
        new_effective=Effect("0.1"),
        when=(Condition("n_init", ("10",), negated=False, default="'warn'"),),
        keep=None,
    )
    return replace(comparison, changes={**comparison.changes, KMEANS: (*rows, follow_up)})


def test_repair_that_would_bring_another_finding_is_not_written_and_the_others_are():
    """Each call is proved: the one whose value brings a finding stays, the other is repaired."""
    text = "from sklearn.cluster import KMeans, MiniBatchKMeans\n\na = KMeans(3)\nb = MiniBatchKMeans(3)\n"
    result = scan(text, [with_follow_up(entry) for entry in compare("1.3.2", "1.4.2")], repair=True)

    assert result.repair is not None
    assert result.repair.text == text.replace("MiniBatchKMeans(3)", "MiniBatchKMeans(3, n_init=3)")
    assert [(skip.line, skip.reason) for skip in result.repair.result.skips] == [
        (3, "n_init=10 is not written: other findings would appear")
    ]


def test_repair_without_a_follow_up_is_written_everywhere():
    """The same source under the real rules: both calls are repaired, and nothing is skipped."""
    text = "from sklearn.cluster import KMeans, MiniBatchKMeans\n\na = KMeans(3)\nb = MiniBatchKMeans(3)\n"
    repair = scan(text, compare("1.3.2", "1.4.2"), repair=True).repair

    assert repair is not None
    assert repair.text.count("n_init=") == 2
    assert repair.result.skips == ()
