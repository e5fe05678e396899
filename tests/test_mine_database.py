"""The mined facts hold together, and say what is known about releases."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest
from packaging.version import Version

from defaultdrift.model.name import normalise
from defaultdrift.rules.api import parse_api, render_api
from defaultdrift.rules.audit import find_faults
from defaultdrift.shell.database import by_callable
from support import SHIPPED, SKLEARN

if TYPE_CHECKING:
    from defaultdrift.model.library import Library
    from defaultdrift.model.signature import CallableHistory

DISTRIBUTIONS = SHIPPED.distributions()


@cache
def histories(distribution=SKLEARN):
    """Return every callable."""
    return parse_api((SHIPPED.folder / distribution / "api.jsonl").read_text(), "api.jsonl")


@dataclass(frozen=True)
class Facts:
    """What was mined about one distribution.

    Attributes:
        library: Its `library.toml`.
        text: Its `api.jsonl`.
        histories: Every callable.
        order: Release to its index, oldest first.
    """

    library: Library
    text: str
    histories: tuple[CallableHistory, ...]
    order: dict[Version, int]

    def span(self, since, until):
        """Return the half-open range of releases between two of them."""
        return self.order[since], len(self.order) if until is None else self.order[until]


def is_in_the_form_that_is_written(facts):
    """Sorted, compact, keys in order."""
    keys = json.loads(facts.text.partition("\n")[0]).keys()
    return facts.text == render_api(facts.histories) and list(keys) == ["callable", "kind", "paths", "signatures"]


def dates_by_final_releases_only(facts):
    """Releases stand oldest first, each once, and none is a candidate."""
    found = [release.version for release in facts.library.releases]
    return found == sorted(set(found)) and not any(version.is_prerelease for version in found)


def knows_where_its_facts_come_from(facts):
    """Each release has its upload date, and an artefact with a hash of its own."""
    read = facts.library.releases
    return all(release.date for release in read) and len({release.sha256 for release in read}) == len(read)


def dates_only_releases_that_were_read(facts):
    """Every release that a line names was read."""
    named = {signature.since for history in facts.histories for signature in history.signatures}
    named |= {path.since for history in facts.histories for path in history.paths}
    named |= {path.until for history in facts.histories for path in history.paths if path.until is not None}
    return named <= set(facts.order)


def has_entries_only_where_something_changed(facts):
    """A signature differs from the one before, oldest first."""
    pairs = [pair for history in facts.histories for pair in itertools.pairwise(history.signatures)]
    return all(history.signatures[0].parameters is not None for history in facts.histories) and all(
        a.since < b.since and (a.parameters, a.returns) != (b.parameters, b.returns) for a, b in pairs
    )


def has_callables_as_long_as_a_path_leads_to_them(facts):
    """Paths and signatures of a callable live in the same releases, and the canonical path is one of them."""
    for history in facts.histories:
        reachable = {n for path in history.paths for n in range(*facts.span(path.since, path.until))}
        ends = [*(signature.since for signature in history.signatures[1:]), None]
        living = {
            n
            for signature, end in zip(history.signatures, ends, strict=True)
            if signature.parameters is not None
            for n in range(*facts.span(signature.since, end))
        }
        if reachable != living or history.path not in {path.path for path in history.paths}:
            return False
    return True


def has_import_paths_that_mean_one_callable_at_a_time(facts):
    """No import path leads to two callables in one release."""
    spans = defaultdict(list)
    for history in facts.histories:
        for path in history.paths:
            spans[path.path].append(facts.span(path.since, path.until))
    pairs = [pair for found in spans.values() for pair in itertools.pairwise(sorted(found))]
    return all(end <= start for (_, end), (start, _) in pairs)


def leaves_out_what_is_not_the_interface(facts):
    """Nothing private is a callable of its own, no test holds one, and all lie below the import roots."""
    paths = [history.path.split(".") for history in facts.histories]
    return not any(
        (part.startswith("_") and part != "__call__") or part == "tests" for path in paths for part in path
    ) and {path[0] for path in paths} <= set(facts.library.import_roots)


def lists_a_callable_once(facts):
    """No two lines are about callables of one name."""
    return len({history.path for history in facts.histories}) == len(facts.histories)


CLAIMS = (
    is_in_the_form_that_is_written,
    dates_by_final_releases_only,
    knows_where_its_facts_come_from,
    dates_only_releases_that_were_read,
    has_entries_only_where_something_changed,
    has_callables_as_long_as_a_path_leads_to_them,
    has_import_paths_that_mean_one_callable_at_a_time,
    leaves_out_what_is_not_the_interface,
    lists_a_callable_once,
)


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
def test_database_holds_together(distribution):
    """Facts are whole, and rows and facts are the same set; one test, because reading them takes the time."""
    library = SHIPPED.library(distribution)
    text = (SHIPPED.folder / distribution / "api.jsonl").read_text()
    order = {release.version: number for number, release in enumerate(library.releases)}
    facts = Facts(library, text, parse_api(text, "api.jsonl"), order)

    assert [claim.__name__ for claim in CLAIMS if not claim(facts)] == []
    assert list(find_faults(library, facts.histories, by_callable(SHIPPED.changes(distribution)))) == []
    assert normalise(distribution) == library.distribution


def test_database_covers_every_final_release_of_scikit_learn():
    """All releases from 0.13 on were read, post releases included."""
    found = {release.version for release in SHIPPED.library(SKLEARN).releases}

    assert len(found) >= 63
    assert {Version("0.13"), Version("0.22.2.post1"), Version("1.4.1.post1"), Version("1.9.1")} <= found


@pytest.mark.parametrize(
    ("path", "release", "canonical"),
    [
        ("sklearn.cluster.KMeans", "0.13", "sklearn.cluster.KMeans"),
        ("sklearn.cluster.k_means_.KMeans", "0.19.2", "sklearn.cluster.KMeans"),
        ("sklearn.cluster.k_means_.KMeans", "0.23.2", "sklearn.cluster.KMeans"),
        ("sklearn.cluster._kmeans.KMeans", "1.9.1", "sklearn.cluster.KMeans"),
        ("sklearn.base.clone", "1.3.2", "sklearn.clone"),
        (
            "sklearn.ensemble.HistGradientBoostingClassifier",
            "0.21.0",
            "sklearn.ensemble.HistGradientBoostingClassifier",
        ),
        ("sklearn.impute.IterativeImputer", "1.9.1", "sklearn.impute.IterativeImputer"),
        ("sklearn.cross_validation.train_test_split", "0.19.2", "sklearn.cross_validation.train_test_split"),
        ("sklearn.model_selection.train_test_split", "0.19.2", "sklearn.model_selection.train_test_split"),
        ("sklearn.cluster.KMeans.fit_predict", "1.0", "sklearn.cluster.KMeans.fit_predict"),
        ("sklearn.linear_model.Lasso.path", "1.0", "sklearn.linear_model.Lasso.path"),
    ],
)
def test_database_resolves_re_exports(path, release, canonical):
    """Every path of a callable leads to its one line."""
    version = Version(release)
    found = [
        history.path
        for history in histories()
        for entry in history.paths
        if entry.path == path and entry.since <= version and (entry.until is None or version < entry.until)
    ]

    assert found == [canonical]


@pytest.mark.parametrize(
    ("callable_", "parameter", "expected"),
    [
        ("sklearn.cluster.KMeans", "n_init", {"1.1.3": "10", "1.2.0": "'warn'", "1.3.2": "'warn'", "1.4.0": "'auto'"}),
        (
            "sklearn.ensemble.RandomForestClassifier",
            "n_estimators",
            {"0.19.2": "10", "0.20.0": "'warn'", "0.22": "100"},
        ),
        ("sklearn.model_selection.GridSearchCV", "cv", {"0.19.2": "None", "0.20.0": "'warn'", "0.22": "None"}),
        ("sklearn.linear_model.LogisticRegression", "solver", {"0.19.0": "'liblinear'", "0.22": "'lbfgs'"}),
        ("sklearn.svm.SVC", "gamma", {"0.19.0": "'auto'", "0.20.0": "'auto_deprecated'", "0.22": "'scale'"}),
        ("sklearn.decomposition.NMF", "init", {"0.18": "None", "1.0": "'warn'", "1.1.0": "None"}),
    ],
)
def test_database_knows_the_history_of_a_default(callable_, parameter, expected):
    """Known histories are what the releases say, constructors that are inherited included."""
    history = next(history for history in histories() if history.path == callable_)
    found = {}
    for release in expected:
        signature = history.at(Version(release))
        found[release] = signature.parameter(parameter).default if signature else "gone"

    assert expected == found
