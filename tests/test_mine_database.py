"""The mined facts about scikit-learn hold together, and say what is known about its releases."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from functools import cache

import pytest
from packaging.version import Version

from defaultdrift.model.name import normalise
from defaultdrift.rules.api import parse_api, render_api
from defaultdrift.rules.library import parse_library
from defaultdrift.shell.database import find_rules

FOLDER = find_rules() / "scikit-learn"


@cache
def histories():
    """Return every callable."""
    return parse_api((FOLDER / "api.jsonl").read_text(), "api.jsonl")


@cache
def releases():
    """Return every release read, oldest first."""
    return [release.version for release in parse_library((FOLDER / "library.toml").read_text()).releases]


def test_database_is_in_the_form_that_is_written():
    """Reading and writing `api.jsonl` gives it back: sorted, compact, keys in order."""
    text = (FOLDER / "api.jsonl").read_text()

    assert text == render_api(histories())
    assert json.loads(text.partition("\n")[0]).keys() == {"callable", "kind", "paths", "signatures"}


def test_database_covers_every_final_release():
    """All releases from 0.13 on were read, post releases included, oldest first, each once."""
    found = releases()

    assert found == sorted(set(found))
    assert len(found) >= 63
    assert {Version("0.13"), Version("0.22.2.post1"), Version("1.4.1.post1"), Version("1.9.1")} <= set(found)
    assert not any(version.is_prerelease for version in found)


def test_database_knows_where_its_facts_come_from():
    """Each release has its upload date, and an artefact with a hash of its own."""
    read = parse_library((FOLDER / "library.toml").read_text()).releases

    assert all(release.date for release in read)
    assert len({release.sha256 for release in read}) == len(read)


def test_database_dates_only_releases_that_were_read():
    """Every release that a line names was read."""
    named = {signature.since for history in histories() for signature in history.signatures}
    named |= {path.since for history in histories() for path in history.paths}
    named |= {path.until for history in histories() for path in history.paths if path.until is not None}

    assert named <= set(releases())


def test_database_signature_differs_from_the_one_before():
    """A new entry stands only where something changed, oldest first."""
    for history in histories():
        for before, after in itertools.pairwise(history.signatures):
            assert before.since < after.since
            assert (before.parameters, before.returns) != (after.parameters, after.returns)
        assert history.signatures[0].parameters is not None


def test_database_callable_is_there_as_long_as_a_path_leads_to_it():
    """Paths and signatures of a callable live in the same releases, and the canonical path is one of them."""
    for history in histories():
        reachable = {
            v for v in releases() if any(p.since <= v and (p.until is None or v < p.until) for p in history.paths)
        }

        assert reachable == {v for v in releases() if history.at(v) is not None}
        assert history.path in {path.path for path in history.paths}


def test_database_import_path_means_one_callable_at_a_time():
    """No import path leads to two callables in one release."""
    owners = defaultdict(list)
    for history in histories():
        for path in history.paths:
            for version in releases():
                if path.since <= version and (path.until is None or version < path.until):
                    owners[path.path, version].append(history.path)

    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


def test_database_leaves_out_what_is_not_the_interface():
    """Nothing private is a callable of its own, and no test or build file holds one."""
    segments = {segment for history in histories() for segment in history.path.split(".")}
    paths = {path.path for history in histories() for path in history.paths}

    assert {segment for segment in segments if segment.startswith("_")} == {"__call__"}
    assert not [path for path in paths if ".tests." in path or ".setup.configuration" in path]


def test_database_lists_a_callable_once():
    """No two lines are about callables of one name."""
    paths = [history.path for history in histories()]

    assert len(set(paths)) == len(paths)


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


def test_database_names_its_distribution():
    """The folder is named after the distribution."""
    library = parse_library((FOLDER / "library.toml").read_text())

    assert normalise(FOLDER.name) == library.distribution
    assert library.import_roots == ("sklearn",)
