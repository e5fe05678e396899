"""Judging rows: what is asked, what is written, and that nothing is lost."""

from __future__ import annotations

import json

import pytest
from packaging.version import Version

from defaultdrift.errors import RuleError, UsageError
from defaultdrift.model.change import Evidence, Impact, Kind
from defaultdrift.rules.release import parse_release
from defaultdrift.shell.cli import main
from defaultdrift.shell.judging import Answer, find_items, judge, parse_effect, write_judgement
from defaultdrift.shell.review_session import Session

HEAD = 'distribution = "pkg"\nimport_roots = ["pkg"]\nfirst = "1.0"\nreviewed_from = "1.0"\n'
RELEASE = '[[release]]\nversion = "{}"\ndate = ""\nartefact = "pkg.whl"\nsha256 = "' + "0" * 64 + '"\n'
API = (
    '{"callable":"pkg.Means","kind":"class","paths":[["pkg.Means","1.0",null]],"signatures":['
    '{"since":"1.0","parameters":[["runs","positional-or-keyword","10"],["seed","keyword-only","None"]],"returns":null},'
    '{"since":"2.0","parameters":[["runs","positional-or-keyword","\'warn\'"],["seed","keyword-only","0"]],"returns":null}]}\n'
)
ROWS = """\
# What this release did.

[[change]]
callable = "pkg.Means"
parameter = "runs"
position = 0
old = "10"
new = "'warn'"
old_effective = "10"
new_effective = "10"
kind = "unreviewed"
proposed_kind = "announced"
impact = "output"
summary = "runs goes from 10 to 'warn'."
added = "2026-01-01"
evidence = [
    { kind = "signature", release = "2.0", file = "pkg/__init__.py", quote = "runs='warn'" },
]

# A person wrote this.
[[change]]
callable = "pkg.Means"
parameter = "seed"
position = "keyword"
old = "None"
new = "0"
old_effective = "None"
new_effective = "0"
kind = "unreviewed"
impact = "results"
summary = "seed goes from None to 0."
added = "2026-01-01"
evidence = [
    { kind = "signature", release = "2.0", file = "pkg/__init__.py", quote = "seed=0" },
]
"""
QUOTE = Evidence("docstring", "The default will change.", "2.0", "pkg/__init__.py")
ANNOUNCED = Answer(
    kind=Kind.ANNOUNCED, impact=Impact.OUTPUT, old="10", new="10", summary="It warns.", evidence=(QUOTE,)
)


@pytest.fixture
def rules(tmp_path):
    """Rules of one library with two rows that nobody has judged."""
    home = tmp_path / "pkg"
    home.mkdir()
    (home / "library.toml").write_text(HEAD + RELEASE.format("1.0") + RELEASE.format("2.0"))
    (home / "api.jsonl").write_text(API)
    (home / "2.0.toml").write_text(ROWS)
    return tmp_path


def rows(rules):
    """Return the rows of the release file."""
    return parse_release((rules / "pkg" / "2.0.toml").read_text(), "pkg", Version("2.0"))


def walk(rules, *lines, is_quoted=None):
    """Walk through the open rows with these answers; an empty one takes what is filled in. Return count and talk."""
    answers, said = iter(lines), []

    def ask(question, proposal):
        try:
            answer = next(answers)
        except StopIteration:
            raise EOFError from None
        said.append(f"{question} [{proposal}]")
        return answer or proposal

    shown = []
    session = Session(
        items=find_items(rules / "pkg", None, None),
        ask=ask,
        tell=said.append,
        show=lambda number, count, item: shown.append((number, count, item.change.parameter)),
        is_quoted=lambda _: is_quoted,
    )
    return session.run(), said, shown


def test_review_finds_what_nobody_has_judged(rules):
    """Judged rows are not open; a release or a callable narrows the search."""
    folder = rules / "pkg"

    assert [item.change.parameter for item in find_items(folder, None, None)] == ["runs", "seed"]
    assert len(find_items(folder, Version("2.0"), "Means")) == 2
    assert find_items(folder, Version("1.0"), None) == []
    assert find_items(folder, None, "eans") == []


def test_review_writes_a_judgement_and_nothing_else(rules):
    """The row is as answered, with its evidence; comments and the other row stay as they were."""
    item = find_items(rules / "pkg", None, None)[0]
    write_judgement(item, judge(item, ANNOUNCED))
    text = (rules / "pkg" / "2.0.toml").read_text()
    first, second = rows(rules)

    assert (first.kind, first.proposed_kind, first.summary) == (Kind.ANNOUNCED, None, "It warns.")
    assert first.evidence[1:] == (QUOTE,)
    assert first.added == "2026-01-01"
    assert second.kind is Kind.UNREVIEWED
    assert text.startswith("# What this release did.\n\n[[change]]\n")
    assert text.partition("# A person")[2] == ROWS.partition("# A person")[2]


def test_review_dates_a_row_whose_effect_becomes_another_one(rules):
    """A row that is judged anew with another effect gets a new day."""
    item = find_items(rules / "pkg", None, None)[1]
    answer = Answer(
        kind=Kind.SILENT, impact=Impact.RESULTS, old="<drawn anew>", new="0", summary="It is fixed.", evidence=(QUOTE,)
    )

    assert judge(item, answer)[0].added > "2026-01-01"


@pytest.mark.parametrize(
    "answer",
    [
        {"evidence": ()},
        {"new": "'auto'"},
        {"kind": Kind.SILENT},
        {"kind": Kind.RENAMED},
        {"renamed_to": "rounds"},
        {"evidence": (Evidence("hearsay", "I know."),)},
    ],
)
def test_review_refuses_what_the_schema_refuses(rules, answer):
    """A contradiction, a missing quote or a kind that does not exist is refused, and nothing is written."""
    item = find_items(rules / "pkg", None, None)[0]
    given = {name: getattr(ANNOUNCED, name) for name in Answer.__slots__} | answer

    with pytest.raises(RuleError):
        judge(item, Answer(**given))
    assert (rules / "pkg" / "2.0.toml").read_text() == ROWS


def test_review_does_not_write_over_a_row_that_changed_meanwhile(rules):
    """Who was quicker is not overwritten."""
    item = find_items(rules / "pkg", None, None)[0]
    judged = judge(item, ANNOUNCED)
    write_judgement(item, judged)

    with pytest.raises(UsageError, match="is not there as it was"):
        write_judgement(item, judged)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("10", "10"), (" 'auto' ", "'auto'"), ("np.inf", "np.inf"), ("<3 runs>", "<3 runs>"), ("3 runs", "<3 runs>")],
)
def test_review_tells_values_from_words(text, shown):
    """What is no literal and no name is a description."""
    assert str(parse_effect(text)) == shown


def test_review_fills_in_the_proposal(rules):
    """Pressing return takes over what the miner made of it; one quote is all that has to be added."""
    count, said, shown = walk(rules, "", "", "", "It warns.", "will change", "", "", "", "", "q")

    assert count == 1
    assert said[0].endswith("[announced]")
    assert shown == [(1, 2, "runs"), (2, 2, "seed")]
    assert rows(rules)[0].kind is Kind.ANNOUNCED
    assert rows(rules)[0].evidence[1].quote == "will change"


def test_review_that_is_interrupted_keeps_what_was_answered(rules):
    """Each answer is written at once: the end of the input in the middle of the second row loses nothing."""
    count, _, _ = walk(rules, "a", "", "output", "It warns.", "will change", "d", "", "", "", "silent", "None")

    assert count == 1
    assert [row.kind for row in rows(rules)] == [Kind.ANNOUNCED, Kind.UNREVIEWED]


def test_review_skips_goes_back_and_quits(rules):
    """What is skipped is asked again on the way back; quitting writes nothing more."""
    count, _, shown = walk(rules, "s", "b", "q")

    assert count == 0
    assert [entry[2] for entry in shown] == ["runs", "seed", "runs"]
    assert (rules / "pkg" / "2.0.toml").read_text() == ROWS


def test_review_asks_again_where_an_answer_is_none(rules):
    """An unknown word, a contradiction and a quote that is not there are told, and asked again."""
    silent = ("silent", "10", "10", "results", "Less.", "found", "", "", "", "")
    count, said, _ = walk(rules, "what", *silent, "q")

    assert count == 0
    assert any(line.startswith("expected one of silent, announced") for line in said)
    assert "refused: a silent change has two different effective defaults" in said

    _, said, _ = walk(rules, "a", "", "", "It warns.", "not there", "", "", "", "", is_quoted=False)

    assert "the quote is not in pkg/__init__.py of 2.0" in said


def test_review_lists_what_is_open_where_nobody_looks(rules, capsys):
    """Without a terminal both releases are printed, and how to see more."""
    assert main(["rules", "review", "pkg", "--rules", str(rules), "--cache", str(rules / "cache")]) == 0

    out = capsys.readouterr().out
    assert "1/2  2.0  pkg.Means.runs" in out
    assert "    runs=10,\n    *,\n    seed=None,\n)" in out
    assert "proposed: announced, 10 => 10" in out
    assert "docstrings are not kept: defaultdrift rules mine pkg reads them" in out


def test_review_gives_json_and_takes_answers_from_a_file(rules, capsys):
    """What is listed can be judged elsewhere and handed back."""
    command = ["rules", "review", "pkg", "--rules", str(rules), "--cache", str(rules / "cache")]
    assert main([*command, "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)

    assert (first["callable"], first["parameter"], first["proposed_kind"]) == ("pkg.Means", "runs", "announced")
    assert second["proposed_kind"] is None
    assert [side["release"] for side in second["sides"]] == ["1.0", "2.0"]

    answers = rules / "answers.toml"
    answers.write_text(
        '[[answer]]\nrelease = "2.0"\ncallable = "pkg.Means"\nparameter = "seed"\nkind = "silent"\nimpact = "results"\n'
        'old_effective = "None"\nnew_effective = "0"\nsummary = "It is fixed."\n'
        'evidence = [{ kind = "code", release = "2.0", file = "pkg/__init__.py", quote = "seed=0" }]\n'
    )

    assert main([*command, "--answers", str(answers)]) == 0
    assert rows(rules)[1].kind is Kind.SILENT
    assert main([*command, "--answers", str(answers)]) == 2
    assert "answers.toml: 2.0 pkg.Means.seed is not open" in capsys.readouterr().err


@pytest.mark.parametrize("change", [("2.0", "3.0"), ('"silent"', '"loud"'), ("summary", "remark"), ('"0"', '"None"')])
def test_review_refuses_answers_that_are_none(rules, capsys, change):
    """An answer about nothing, with an unknown word or key, or that contradicts itself ends with a complaint."""
    text = (
        '[[answer]]\nrelease = "2.0"\ncallable = "pkg.Means"\nparameter = "seed"\nkind = "silent"\nimpact = "results"\n'
        'old_effective = "None"\nnew_effective = "0"\nsummary = "It is fixed."\n'
        'evidence = [{ kind = "code", quote = "seed" }]\n'
    )
    answers = rules / "answers.toml"
    answers.write_text(text.replace(*change))

    assert main(["rules", "review", "pkg", "--rules", str(rules), "--answers", str(answers)]) == 2
    assert "answers.toml" in capsys.readouterr().err
    assert (rules / "pkg" / "2.0.toml").read_text() == ROWS
