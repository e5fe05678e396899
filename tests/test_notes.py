"""Notes about defaults: which have a row, which a reason, and that nothing is left over in what is shipped."""

from __future__ import annotations

import json

import pytest
from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.name import CallablePath
from defaultdrift.rules.notes import Note, find_unexplained, parse_explained, parse_notes
from defaultdrift.rules.release import parse_release
from defaultdrift.shell.cli import main
from defaultdrift.shell.said_files import read_unexplained
from support import SHIPPED, SKLEARN

ROW = """\
[[change]]
callable = "pkg.Means"
parameter = "runs"
renamed_to = "rounds"
position = 0
old = "10"
new = "'deprecated'"
old_effective = "10"
new_effective = "10"
kind = "renamed"
impact = "none"
summary = "runs becomes rounds."
evidence = [{ kind = "docstring", quote = "runs" }]
"""


def note(release="1.2.1", path="pkg.Means", parameter="runs", quote="The default changed."):
    return Note(Version(release), CallablePath(path), parameter, "pkg/__init__.py", quote)


def left(*notes, reasons=""):
    """Return the notes that neither the row nor the reasons account for, and the unused reasons."""
    rows = parse_release(ROW, SKLEARN, Version("1.2.0"))
    return find_unexplained(notes, {CallablePath("pkg.Means"): rows}, parse_explained(reasons))


@pytest.mark.parametrize(
    "found",
    [
        note(),
        note(parameter="rounds"),
        note(release="1.4.0", quote=".. versionchanged:: 1.2 The default changed."),
        note(release="1.4.0", quote=".. versionchanged:: v1.2 The default changed."),
        note(release="1.4.0", quote="The default has changed in 1.2.3."),
        note(parameter="", quote="The default of `runs` changed."),
    ],
)
def test_note_has_a_row_of_its_release_or_of_one_it_names(found):
    """The patch does not matter, nor under which of its names the parameter is meant."""
    assert left(found) == ([], [])


@pytest.mark.parametrize(
    "found",
    [
        note(release="1.3.0"),
        note(release="1.4.0", quote=".. versionchanged:: 11.2 The default changed."),
        note(path="pkg.Other"),
        note(parameter="size"),
        note(parameter="", quote="The default of `size` changed."),
    ],
)
def test_note_about_something_else_has_none(found):
    """Another release, callable or parameter is another change."""
    assert left(found) == ([found], [])


@pytest.mark.parametrize(
    "reason",
    [
        'callable = "pkg.Other"\n',
        'callable = "pkg.*"\n',
        'callable = "nothing"\nalso = ["pkg.Other"]\n',
        'callable = "*"\nparameter = "size"\nrelease = "1.3.0"\nquote = "default"\n',
    ],
)
def test_note_is_explained_by_a_reason_that_covers_it(reason):
    """What a reason leaves out holds for any."""
    found = note(release="1.3.0", path="pkg.Other", parameter="size")

    assert left(found, reasons=f'[[explained]]\n{reason}reason = "It is not."\n')[0] == []


@pytest.mark.parametrize(
    "reason",
    [
        'callable = "pkg.Mean"\n',
        'callable = "*"\nparameter = "runs"\n',
        'callable = "*"\nrelease = "1.3.1"\n',
        'callable = "*"\nquote = "nowhere"\n',
    ],
)
def test_note_is_not_explained_by_another_reason_and_that_is_told(reason):
    """A reason that covers nothing explains nothing, and is unused."""
    found = note(release="1.3.0", path="pkg.Other", parameter="size")
    notes, unused = left(found, reasons=f'[[explained]]\n{reason}reason = "It is not."\n')

    assert notes == [found]
    assert len(unused) == 1


@pytest.mark.parametrize(
    "text",
    [
        '[[explained]]\ncallable = "a"\n',
        '[[explained]]\nreason = "a"\n',
        '[[explained]]\ncallable = "a"\nreason = " "\n',
        '[[explained]]\ncallable = "a"\nreason = "a"\nsince = "1.0"\n',
        '[[explain]]\ncallable = "a"\n',
    ],
)
def test_explained_file_that_is_none_is_refused(text):
    """A reason has a callable and a sentence, and nothing that is not known."""
    with pytest.raises(RuleError):
        parse_explained(text)


@pytest.mark.parametrize("text", ["{}", '["1.0","a"]', '["x","a","b","c","d"]', "nonsense"])
def test_notes_file_that_is_none_is_refused(text):
    """A line that does not follow the schema is told with its number."""
    with pytest.raises(RuleError, match="line 1"):
        list(parse_notes(text))


def test_shipped_notes_have_a_row_or_a_reason():
    """No note about a default of a reviewed library is left over, and no reason is there for nothing."""
    assert read_unexplained(SHIPPED, SKLEARN) == ([], [])


def test_stats_counts_what_the_rules_hold(capsys):
    """The counts of a distribution add up, and their sum is the total."""
    assert main(["rules", "stats", "--format", "json"]) == 0

    document = json.loads(capsys.readouterr().out)
    for row in document["distributions"]:
        kinds = ("silent", "announced", "equivalent", "renamed", "removed", "internal", "unreviewed")
        assert row["changes"] == sum(row[kind] for kind in kinds)
        assert row["proposed"] <= row["unreviewed"]
        assert 0 <= row["reviewed"] <= 1
    assert document["total"]["changes"] == sum(row["changes"] for row in document["distributions"])
    assert document["total"]["distributions"] == len(document["distributions"])


def test_stats_prints_a_table(capsys):
    """People get one line a distribution."""
    assert main(["rules", "stats", SKLEARN]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["distribution", "releases", "callables"]
    assert lines[1].startswith(SKLEARN)


def test_stats_of_unexplained_notes_is_a_gate(tmp_path, capsys):
    """A note without row and reason is listed, and the exit code says so; with a reason it is not."""
    home = tmp_path / "pkg"
    home.mkdir()
    head = 'distribution = "pkg"\nimport_roots = ["pkg"]\nfirst = "1.0"\nreviewed_from = "1.0"\n'
    (home / "library.toml").write_text(
        f'{head}[[release]]\nversion = "1.0"\ndate = ""\nartefact = "a"\nsha256 = "{"0" * 64}"\n'
    )
    (home / "api.jsonl").write_text("")
    (home / "notes.jsonl").write_text('["1.0","pkg.f","n","pkg/__init__.py","The default changed."]\n')
    command = ["rules", "stats", "--unexplained", "pkg", "--rules", str(tmp_path)]

    assert main(command) == 1
    assert capsys.readouterr().out == "pkg 1.0 pkg.f.n: The default changed.\n"

    (home / "explained.toml").write_text('[[explained]]\ncallable = "pkg.f"\nreason = "It did not."\n')

    assert main(command) == 0
    assert capsys.readouterr().out == ""


def test_stats_says_where_notes_come_from(tmp_path, capsys):
    """Without notes it is not said that there are none."""
    home = tmp_path / "pkg"
    home.mkdir()
    head = 'distribution = "pkg"\nimport_roots = ["pkg"]\nfirst = "1.0"\nreviewed_from = "1.0"\n'
    (home / "library.toml").write_text(
        f'{head}[[release]]\nversion = "1.0"\ndate = ""\nartefact = "a"\nsha256 = "{"0" * 64}"\n'
    )
    (home / "api.jsonl").write_text("")

    assert main(["rules", "stats", "--unexplained", "pkg", "--rules", str(tmp_path)]) == 2
    assert "run: defaultdrift rules mine pkg" in capsys.readouterr().err
