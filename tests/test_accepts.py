"""Which values a release accepts: what a text takes, and that no fix writes what is refused."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.change import Kind
from defaultdrift.model.literal import is_literal
from defaultdrift.rules.accepts import is_accepted, parse_accepts, render_accepts
from defaultdrift.shell.database import Database
from support import ROOT, SHIPPED, SKLEARN, compare, scan

LINE = '{"callable":"pkg.f","accepts":{"n":[["1.0",["\'auto\'","int[1,inf)"]],["2.0",null]]}}\n'


@pytest.mark.parametrize(
    ("texts", "literal"),
    [
        (["'auto'"], '"auto"'),
        (["int[1,inf)"], "1"),
        (["int[1,inf)"], "True"),
        (["real(0,1]"], "1"),
        (["real(0,1]"], "0.5"),
        (["float(0.0,1.0)"], "0.5"),
        (["real(-inf,inf)"], "-3.5"),
        (["bool"], "False"),
        (["None"], "None"),
        (["1.0"], "1"),
        (["list", "other"], "[1, 2]"),
        (["any"], "'whatever'"),
        (["int[1,inf)"], "np.inf"),
        (["int[1,inf)"], "f()"),
    ],
)
def test_accepts_takes_what_is_stated(texts, literal):
    """A literal that one of the texts takes is accepted, and so is what is no literal."""
    assert is_accepted(texts, literal)


@pytest.mark.parametrize(
    ("texts", "literal"),
    [
        (["'auto'"], "'full'"),
        (["'auto'", "other"], "None"),
        (["int[1,inf)"], "0"),
        (["int[1,inf)"], "2.0"),
        (["int[1,9]"], "10"),
        (["real(0,1]"], "0"),
        (["real(0,1]"], "1.5"),
        (["float(0.0,1.0)"], "1"),
        (["bool"], "1"),
        (["str"], "b'a'"),
        (["other"], "'text'"),
        ([], "1"),
    ],
)
def test_accepts_refuses_the_rest(texts, literal):
    """A literal that none of the texts takes is refused."""
    assert not is_accepted(texts, literal)


def test_accepts_is_asked_by_release():
    """Only what a release states counts; what is not stated is accepted."""
    entry = next(parse_accepts(LINE, "accepts.jsonl"))

    assert not entry.refuses("n", Version("0.9"), "0")
    assert entry.refuses("n", Version("1.5"), "0")
    assert not entry.refuses("n", Version("1.5"), "'auto'")
    assert not entry.refuses("n", Version("2.0"), "0")
    assert not entry.refuses("m", Version("1.5"), "0")


def test_accepts_survives_reading_and_writing():
    """Writing what was read gives the same text."""
    assert render_accepts(parse_accepts(LINE, "accepts.jsonl")) == LINE


@pytest.mark.parametrize(
    "line", ["{}", "[]", "nonsense", '{"callable":"a","accepts":{"n":[["x",[]]]}}', '{"callable":"a","accepts":3}']
)
def test_accepts_file_that_is_none_is_refused(line):
    """A line that does not follow the schema is told with its number."""
    with pytest.raises(RuleError, match="line 1"):
        list(parse_accepts(line, "accepts.jsonl"))


def write_rules(folder, accepts):
    """Write rules of one class whose default goes from 10 to 'auto', and what it accepts."""
    home = folder / "pkg"
    home.mkdir()
    release = '[[release]]\nversion = "{}"\ndate = ""\nartefact = "pkg.whl"\nsha256 = "' + "0" * 64 + '"\n'
    head = 'distribution = "pkg"\nimport_roots = ["pkg"]\nfirst = "1.0"\nreviewed_from = "1.0"\n'
    (home / "library.toml").write_text(head + release.format("1.0") + release.format("2.0"))
    (home / "api.jsonl").write_text(
        '{"callable":"pkg.Means","kind":"class","paths":[["pkg.Means","1.0",null]],"signatures":['
        '{"since":"1.0","parameters":[["runs","positional-or-keyword","10"]],"returns":null},'
        '{"since":"2.0","parameters":[["runs","positional-or-keyword","\'auto\'"]],"returns":null}]}\n'
    )
    (home / "2.0.toml").write_text(
        '[[change]]\ncallable = "pkg.Means"\nparameter = "runs"\nposition = 0\nold = "10"\nnew = "\'auto\'"\n'
        'old_effective = "10"\nnew_effective = "\'auto\'"\nkind = "silent"\nimpact = "results"\nsummary = "Fewer."\n'
        'evidence = [{ kind = "code", quote = "runs" }]\n'
    )
    if accepts:
        (home / "accepts.jsonl").write_text(accepts)
    return Database(folder, keep=False)


def find(database):
    """Return the finding of a call that leaves the parameter out."""
    (finding,) = scan("import pkg\n\npkg.Means()\n", compare("1.0", "2.0", database, "pkg")).findings
    return finding


def test_fix_is_not_offered_where_a_version_of_the_step_refuses_the_value(tmp_path):
    """The finding stays, without a fix, and says which version refuses the value."""
    refusing = '{"callable":"pkg.Means","accepts":{"runs":[["2.0",["\'auto\'","int[1,5]"]]]}}\n'
    finding = find(write_rules(tmp_path, refusing))

    assert finding.fix is None
    assert finding.advice == "pkg 2.0 does not accept runs=10"


@pytest.mark.parametrize(
    "accepts",
    [
        "",
        '{"callable":"pkg.Means","accepts":{"runs":[["2.0",["\'auto\'","int[1,inf)"]]]}}\n',
        '{"callable":"pkg.Means","accepts":{"runs":[["2.0",["any"]]]}}\n',
        '{"callable":"pkg.Means","accepts":{"other":[["1.0",["None"]]]}}\n',
        '{"callable":"pkg.Other","accepts":{"runs":[["1.0",["None"]]]}}\n',
    ],
)
def test_fix_is_offered_where_no_version_is_known_to_refuse(tmp_path, accepts):
    """What is accepted, not understood or not stated is written."""
    finding = find(write_rules(tmp_path, accepts))

    assert finding.fix is not None
    assert finding.fix.text == "runs=10"


def test_shipped_spellings_are_accepted_where_the_rules_say_so():
    """What a judged row would write is not refused by any release for which the row says that it is accepted."""
    entries = {
        entry.path: entry
        for entry in parse_accepts((ROOT / "rules" / SKLEARN / "accepts.jsonl").read_text(), "accepts.jsonl")
    }
    versions = [release.version for release in SHIPPED.library(SKLEARN).releases]
    contradicted, checked = [], 0
    for change in SHIPPED.changes(SKLEARN):
        entry = entries.get(change.callable)
        if entry is None or change.kind in (Kind.UNREVIEWED, Kind.INTERNAL):
            continue
        for spelling in (change.keep, change.accept):
            if spelling is None or not is_literal(spelling.text):
                continue
            for version in versions:
                if entry.at(change.parameter, version) is not None and spelling.is_accepted(version):
                    checked += 1
                    if entry.refuses(change.parameter, version, spelling.text):
                        contradicted.append(f"{version} {change.callable}.{change.parameter}={spelling.text}")

    assert contradicted == []
    assert checked > 5000
