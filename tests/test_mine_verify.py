"""Verification: the database against installed releases, and what counts as explained."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.version import Version

from defaultdrift.errors import OutsideError, UsageError
from defaultdrift.mine.verified import render_summary, render_verdicts
from defaultdrift.mine.verify import judge, question
from defaultdrift.model.library import Library
from defaultdrift.model.name import normalise
from defaultdrift.rules.api import parse_callable
from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.probe import _public
from defaultdrift.shell.verification import verify_release

SKLEARN = normalise("scikit-learn")
LIBRARY = Library(
    distribution=normalise("pkg"),
    import_roots=("pkg",),
    first=Version("1.0"),
    reviewed_from=Version("1.0"),
    changelog="",
    sentinels=(),
    exclude=(),
    releases=(),
)
LINE = {
    "callable": "pkg.Thing",
    "kind": "class",
    "paths": [["pkg.Thing", "1.0", None], ["pkg._thing.Thing", "1.0", None], ["pkg.thing_.Thing", "0.5", "1.0"]],
    "signatures": [{"since": "1.0", "parameters": [["n", "positional-or-keyword", "8"]], "returns": None}],
}
CLUES = {"module": "pkg._thing", "is_deprecated": False, "is_protocol": False, "is_class": True, "type": "type"}


def asked(parameters=None):
    """Return the question about one class."""
    line = LINE if parameters is None else LINE | {"signatures": [LINE["signatures"][0] | {"parameters": parameters}]}
    return question(LIBRARY, [parse_callable(json.dumps(line), "api.jsonl", 1)], Version("1.0"))


def verdict(answer, others=(), parameters=None):
    """Return the verdict on one answer about the class."""
    callables = [{"path": "pkg.Thing", "at": "pkg.Thing", **answer}]
    whole = {"python": "3.12.1", "failed": {}, "callables": callables, "others": list(others)}
    return judge(LIBRARY, Version("1.0"), asked(parameters), whole)


def test_verify_asks_by_the_paths_of_the_release():
    """The canonical path comes first, and paths of other releases are not asked for."""
    assert asked()["callables"][0]["at"] == ["pkg.Thing", "pkg._thing.Thing"]


def test_verify_does_not_ask_for_what_is_gone():
    """A callable that the release does not have is not asked for."""
    history = parse_callable(json.dumps(LINE), "api.jsonl", 1)

    assert question(LIBRARY, [history], Version("0.9"))["callables"] == []


def test_verify_confirms_what_agrees():
    """A callable without any difference counts as confirmed, with its defaults."""
    found = verdict({})

    assert (found.callables, found.defaults, found.agreed) == (1, 1, 1)
    assert found.explained == found.unexplained == ()


@pytest.mark.parametrize(
    ("answer", "difference"),
    [
        ({"clues": CLUES, "defaults": [["n", "9"]]}, "n is 9, not 8"),
        ({"clues": CLUES, "names": [["m", "positional-or-keyword"]]}, "has the parameters (m), not (n)"),
        ({"missing": "AttributeError: no Thing"}, "is not there: AttributeError: no Thing"),
        ({"clues": CLUES, "opaque": "no signature found"}, "has no signature: no signature found"),
    ],
    ids=["default", "parameters", "absence", "opaque"],
)
def test_verify_counts_a_difference_against_the_database(answer, difference):
    """A difference that nothing explains is told as it is."""
    found = verdict(answer)

    assert [entry.difference for entry in found.unexplained] == [difference]
    assert found.agreed == 0


ANYTHING = [["args", "var-positional"], ["kwargs", "var-keyword"]]


@pytest.mark.parametrize(
    ("answer", "parameters", "reason"),
    [
        ({"missing": "ModuleNotFoundError: No module named 'pytest'"}, None, "needs 'pytest', which is not installed"),
        (
            {"clues": CLUES | {"is_deprecated": True}, "names": ANYTHING},
            None,
            "`@deprecated` wraps the constructor and hides its parameters",
        ),
        (
            {"clues": CLUES, "names": [["jobs", "positional-or-keyword"]]},
            [[*entry, None] for entry in ANYTHING],
            "the constructor is inherited from outside the library",
        ),
        (
            {"clues": CLUES | {"module": "posix"}, "names": []},
            None,
            "this platform or interpreter takes it from outside the library",
        ),
        ({"clues": CLUES | {"is_protocol": True}, "names": ANYTHING}, None, "a protocol is not constructed"),
        ({"clues": CLUES, "defaults": [["n", "<factory>"]]}, None, "the default is made by a factory"),
    ],
)
def test_verify_explains_by_name(answer, parameters, reason):
    """Each known reason is told by its name."""
    found = verdict(answer, parameters=parameters)

    assert [entry.reason for entry in found.explained] == [reason]
    assert found.unexplained == ()


def test_verify_counts_what_the_database_lacks():
    """A public callable of the library that was not asked for is explained, or counts against the database."""
    found = verdict({}, others=[["pkg.Tree", "compiled"], ["pkg.set_x_request", "generated"], ["pkg.lost", "function"]])

    assert [entry.path for entry in found.explained] == ["pkg.Tree", "pkg.set_x_request"]
    assert [entry.path for entry in found.unexplained] == ["pkg.lost"]
    assert found.agreed == 1


def test_verify_methods_of_a_class_made_at_run_time_are_made_too(tmp_path, monkeypatch):
    """Nobody can read which class inherits them; those of a class that stands in the source count."""
    text = "class Base:\n    def draw(self, n=1):\n        return n\n\nMade = type('Made', (Base,), {})\n"
    (tmp_path / "made_here.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    module = import_module("made_here")
    natures = {name: dict(_public(name, getattr(module, name), ["made_here"])) for name in ("Base", "Made")}

    assert natures["Base"] == {"Base": "class", "Base.draw": "function"}
    assert natures["Made"] == {"Made": "generated", "Made.draw": "generated"}


def test_verify_page_holds_every_disagreement():
    """The page of a sweep has a row for each release and names each disagreement."""
    verdicts = [verdict({}, others=[["pkg.Tree", "compiled"]]), verdict({"clues": CLUES, "defaults": [["n", "9"]]})]
    page = render_verdicts("pkg", verdicts, {Version("2.0"): "cannot install pkg==2.0: no wheel"})

    assert "| 1.0 | 3.12.1 | 1 | 1 | 1 | 1 | 0 |" in page
    assert "- 2.0: cannot install pkg==2.0: no wheel" in page
    assert "- `pkg.Thing` n is 9, not 8 (1.0)" in page
    assert "### Compiled: there is no source to read\n\n- `pkg.Tree` (1.0)" in page


def test_verify_summary_adds_up_the_pages():
    """The page over all distributions sums the releases of each, and all."""
    page = render_verdicts("pkg", [verdict({}), verdict({}, others=[["pkg.Tree", "compiled"]])])

    assert "| [pkg](verification/pkg.md) | 2 | 2 | 2 | 2 | 1 | 0 |" in render_summary({"pkg": page, "other": ""})
    assert "| all | 2 | 2 | 2 | 2 | 1 | 0 |" in render_summary({"pkg": page, "other": ""})


def test_verify_refuses_a_release_that_was_not_read():
    """Nothing can be said about a release that is not in the database."""
    with pytest.raises(UsageError, match=r"scikit-learn 0\.1 was not read"):
        verify_release(Database(find_rules()), SKLEARN, Version("0.1"), sys.executable)


def test_verify_tells_an_interpreter_that_is_none(tmp_path):
    """A path that cannot be run is told as it was given."""
    with pytest.raises(OutsideError, match=r"cannot ask .*nothing"):
        verify_release(Database(find_rules()), SKLEARN, Version("1.3.2"), str(tmp_path / "nothing"))


@pytest.fixture(scope="module")
def installed():
    """The release of scikit-learn that is installed here."""
    try:
        found = Version(version("scikit-learn"))
    except PackageNotFoundError:
        pytest.skip("scikit-learn is not installed")
    if all(release.version != found for release in Database(find_rules()).library(SKLEARN).releases):
        pytest.skip(f"scikit-learn {found} was not read yet")
    return found


def test_verify_installed_release_agrees_with_the_database(installed):
    """Every default of the release installed here is what `inspect.signature` says."""
    found = verify_release(Database(find_rules()), SKLEARN, installed, sys.executable)

    assert found.unexplained == ()
    assert found.agreed > 2500


def test_verify_installed_release_betrays_a_wrong_database(installed, tmp_path):
    """A wrong default, a missing parameter and a missing callable are all found."""
    rules = Path(find_rules()) / SKLEARN
    (tmp_path / SKLEARN).mkdir()
    (tmp_path / SKLEARN / "library.toml").write_text((rules / "library.toml").read_text())
    lines = {json.loads(line)["callable"]: json.loads(line) for line in (rules / "api.jsonl").read_text().splitlines()}
    lines["sklearn.cluster.KMeans"]["signatures"][-1]["parameters"][0][2] = "9"
    del lines["sklearn.cluster.DBSCAN"]["signatures"][-1]["parameters"][0]
    del lines["sklearn.cluster.OPTICS"]
    (tmp_path / SKLEARN / "api.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines.values()))
    found = verify_release(Database(tmp_path), SKLEARN, installed, sys.executable)
    wrong = {entry.path: entry.difference for entry in found.unexplained}

    assert wrong["sklearn.cluster.KMeans"] == "n_clusters is 8, not 9"
    assert wrong["sklearn.cluster.DBSCAN"].startswith("has the parameters (eps, ")
    assert wrong["sklearn.cluster.OPTICS"] == "+ class that is not in the database"
