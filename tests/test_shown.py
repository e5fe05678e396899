"""Methods of objects that nobody makes by their class: people write `Series.str.replace`, and are told of it so."""

from __future__ import annotations

import json

import pytest

from defaultdrift.errors import RuleError
from defaultdrift.model.name import normalise
from defaultdrift.rules.library import parse_library, render_library
from defaultdrift.shell.cli import main
from support import SHIPPED, compare, scan

PANDAS = normalise("pandas")
LIBRARY = (
    '''\
distribution = "k"
import_roots = ["k"]
first = "1.0"

[shown]
"k.inner.Strings" = ["k.Series.str", "k.Index.str"]
"k.inner.Plot" = ["k.Series.plot"]

[[release]]
version = "1.0"
date = ""
artefact = "k-1.0.tar.gz"
sha256 = "'''
    + 64 * "0"
    + '"\n'
)
CALL = """\
import pandas as pd

pd.read_csv("a")["b"].str.replace("c.", "d")
"""
SHOWN = [name for name in SHIPPED.distributions() if SHIPPED.library(name).shown]


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("k.inner.Strings.replace", ("k.Series.str.replace", "k.Index.str.replace")),
        ("k.inner.Plot.__call__", ("k.Series.plot",)),
        ("k.inner.Plot.bar", ("k.Series.plot.bar",)),
        ("k.inner.Plot", ()),
        ("k.inner.Plots.bar", ()),
        ("k.inner.bar", ()),
    ],
)
def test_method_is_called_as_its_object_is_reached(path, called):
    """The class itself is not: it is no object."""
    assert parse_library(LIBRARY).called(path) == called


@pytest.mark.parametrize(
    ("ending", "meant"),
    [
        ("k.Series.str.replace", [(0, "k.inner.Strings.replace")]),
        ("Series.str.replace", [(1, "k.inner.Strings.replace")]),
        ("str.replace", [(2, "k.inner.Strings.replace"), (2, "k.inner.Strings.replace")]),
        ("k.Series.plot", [(0, "k.inner.Plot.__call__")]),
        ("replace", []),
        ("ing.replace", []),
        ("Series.replace", []),
    ],
)
def test_path_as_people_write_it_means_the_method(ending, meant):
    """Whole segments, up to the whole of it."""
    assert list(parse_library(LIBRARY).meant(ending)) == meant


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["k.Series.plot"]', "[]"),
        ('["k.Series.plot"]', '"k.Series.plot"'),
        ("k.Series.plot", "k.Series.plot()"),
        ("k.inner.Plot", "k..Plot"),
    ],
)
def test_shown_paths_of_another_form_are_refused(old, new):
    """A path is a dotted name."""
    with pytest.raises(RuleError, match="shown"):
        parse_library(LIBRARY.replace(old, new, 1))


def test_miner_keeps_what_people_say_is_shown():
    """It writes the releases alone."""
    assert render_library(LIBRARY, parse_library(LIBRARY).releases) == LIBRARY


@pytest.mark.parametrize("distribution", SHOWN)
def test_shipped_classes_that_are_shown_otherwise_have_methods(distribution):
    """A path that is spelled wrong would show nothing."""
    owners = {history.path.rpartition(".")[0] for history in SHIPPED.api(distribution).all()}

    assert [owner for owner, _ in SHIPPED.library(distribution).shown if owner not in owners] == []


def test_finding_is_told_as_people_write_it():
    """The row keeps the path of the class."""
    findings = scan(CALL, compare("1.5.3", "2.0.3", SHIPPED, PANDAS)).findings
    finding = next(finding for finding in findings if finding.parameter == "regex")

    assert finding.callable == "pandas.Series.str.replace"
    assert "pandas.core.strings.accessor.StringMethods.replace" in finding.other_names


@pytest.mark.parametrize(
    ("target", "hidden"),
    [
        ("regex", 1),
        ("str.replace.regex", 1),
        ("pandas.Series.str.replace.regex", 1),
        ("Index.str.replace.regex", 1),
        ("StringMethods.replace.regex", 1),
        ("pandas.core.strings.accessor.StringMethods.replace.regex", 1),
        ("Series.replace.regex", 0),
        ("DataFrame.str.replace.regex", 0),
    ],
)
def test_ignore_names_the_method_in_any_way(target, hidden):
    """As it is shown, or by its class."""
    text = CALL.replace('"d")', f'"d")  # defaultdrift: ignore[{target}]')

    assert scan(text, compare("1.5.3", "2.0.3", SHIPPED, PANDAS)).suppressed == hidden


@pytest.mark.parametrize(
    "subject",
    [
        "pandas.Series.str.replace.regex",
        "pandas.Index.str.replace.regex",
        "Series.str.replace.regex",
        "pandas.core.strings.accessor.StringMethods.replace.regex",
        "StringMethods.replace.regex",
    ],
)
def test_explain_takes_every_spelling_and_gives_the_one_that_is_shown(capsys, subject):
    """Who asks by either is told the same."""
    assert main(["explain", subject, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["callable"] == "pandas.Series.str.replace"
