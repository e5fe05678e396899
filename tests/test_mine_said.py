"""What a release says beside its signatures: accepted values, notes, constants, and which texts are one value."""

from __future__ import annotations

import pytest
from packaging.version import Version

pytest.importorskip("griffe", reason="the miner needs Python 3.11")

from defaultdrift.mine.accepts import find_accepts
from defaultdrift.mine.extract import extract
from defaultdrift.mine.facts import Source
from defaultdrift.mine.history import lineages
from defaultdrift.mine.notes import find_notes
from defaultdrift.mine.record import parse_facts, render_facts
from defaultdrift.mine.same import is_same, is_stand_in
from defaultdrift.mine.statement import find_statements, successor
from defaultdrift.model.library import Library
from defaultdrift.model.name import normalise
from defaultdrift.rules.accepts import parse_accepts, render_accepts
from defaultdrift.rules.notes import parse_notes, render_notes
from support import CASES as ROOT

CASES = sorted((ROOT / "mine").iterdir())
RELEASES = {"old": Version("1.0"), "new": Version("2.0")}
LIBRARY = Library(
    distribution=normalise("pkg"),
    import_roots=("pkg",),
    first=Version("1.0"),
    reviewed_from=Version("1.0"),
    changelog="",
    sentinels=("'warn'", "'deprecated'"),
    exclude=("pkg.**.tests", "pkg.**.setup"),
    releases=(),
)


def read(case):
    """Return the callables of a case and its releases."""
    facts = []
    for name, version in RELEASES.items():
        files = sorted((case / name).rglob("*.py*"))
        sources = [Source(file.relative_to(case / name).as_posix(), file.read_text()) for file in files]
        if sources:
            facts.append(extract(version, sources, LIBRARY))
    return lineages(facts), [release.version for release in facts]


def define(text, name="grow"):
    """Return the definition of a function or class in a module."""
    facts = extract(Version("1.0"), [Source("pkg/__init__.py", text)], LIBRARY)
    return facts.definitions[f"pkg.{name}"]


def expected(case, name):
    """Return the text of an expected file; empty where the case has none."""
    file = case / name
    return file.read_text() if file.is_file() else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mine_case_gives_the_accepted_values(case):
    """What each release accepts is what the case expects; without a file, nothing is stated."""
    assert expected(case, "accepts.jsonl") == render_accepts(find_accepts(*read(case)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mine_case_gives_the_notes(case):
    """What docstrings say about defaults is what the case expects; without a file, nothing."""
    assert expected(case, "notes.jsonl") == render_notes(find_notes(*read(case)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mine_case_files_survive_reading_and_writing(case):
    """Reading and writing the expected files gives them back."""
    accepts, notes = expected(case, "accepts.jsonl"), expected(case, "notes.jsonl")

    assert accepts == render_accepts(parse_accepts(accepts, "accepts.jsonl"))
    assert notes == render_notes(parse_notes(notes))


def test_mine_facts_keep_what_is_said():
    """Decorators, warnings, accepted values and constants survive being kept as text."""
    case = ROOT / "mine" / "stand_in_keeps_the_effect" / "new" / "pkg" / "__init__.py"
    facts = extract(Version("1.0"), [Source("pkg/__init__.py", case.read_text())], LIBRARY)

    assert parse_facts(render_facts(facts)) == facts
    assert facts.definitions["pkg.KMeans"].warnings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("np.inf", "numpy.inf"),
        ("-np.inf", "float('-inf')"),
        ("np.nan", "float('nan')"),
        ("1e-3", "0.001"),
        ("1000.0", "1000"),
        ("int(1e5)", "100000"),
        ("{}", "dict()"),
        ("()", "tuple()"),
        ("'ab'", "'a' 'b'"),
        ("1_000", "1000"),
        ("bool(True)", "True"),
        ("np.float", "float"),
        ("np.finfo(np.float).eps", "np.finfo(float).eps"),
        ("numpy.float64", "np.float64"),
        ("lib.no_default", "no_default"),
        ("...", "10"),
    ],
)
def test_same_knows_two_spellings_of_one_value(old, new):
    """These texts are certainly one value, in either order."""
    assert is_same(old, new)
    assert is_same(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1", "True"),
        ("0", "False"),
        ("0", "None"),
        ("'1'", "1"),
        ("'inf'", "np.inf"),
        ("np.inf", "-np.inf"),
        ("[]", "()"),
        ("{}", "set()"),
        ("np.float64", "np.float32"),
        ("int(0.5)", "0.5"),
        ("int('5')", "5"),
        ("f()", "g()"),
        ("dict(a=1)", "{}"),
        ("1.5", "1"),
        ("'auto'", "'Auto'"),
    ],
)
def test_same_does_not_take_likeness_for_equality(old, new):
    """These texts are not certainly one value."""
    assert not is_same(old, new)
    assert not is_same(new, old)


@pytest.mark.parametrize(
    "text", ["lib.no_default", "np._NoValue", "UNSET", "_MISSING_TYPE", "'warn'", "'auto_deprecated'", "'own'"]
)
def test_stand_in_is_known_by_its_name(text):
    """A name that says that nothing was given stands for another value, as do the sentinels of the library."""
    assert is_stand_in(text, ("'own'",))


@pytest.mark.parametrize(
    "text", ["None", "'auto'", "'default'", "np.nan", "missing_values", "10", "'warning sign'", "f()"]
)
def test_stand_in_is_not_guessed(text):
    """Other defaults mean themselves."""
    assert not is_stand_in(text, ())


@pytest.mark.parametrize(
    ("note", "other", "is_plain"),
    [
        ("`old` was renamed to `new` in 2.0.", "new", True),
        ("``old`` is deprecated in favour of ``new``.", "new", False),
        ("Deprecated, use the new parameter `new` instead.", "new", False),
    ],
)
def test_statement_names_the_successor(note, other, is_plain):
    """A note that says what a parameter became is understood."""
    document = f"Parameters\n    ----------\n    old : int\n        .. deprecated:: 2.0\n           {note}\n    "
    definition = define(f'def grow(old=1, new=1, more=2):\n    """{document}"""\n')
    found = successor(find_statements(definition, "old"), "old", ("old", "new", "more"))

    assert (other, is_plain) == (found[0], found[2])


@pytest.mark.parametrize(
    "note",
    [
        "Use ``grow(new=True)`` instead.",
        "Use `new=3` instead.",
        "It will be removed.",
        "Use `newer` instead.",
        "Use `new` and `more` instead.",
    ],
)
def test_statement_that_names_no_successor_gives_none(note):
    """A value, a call, another name or two names at once are no new name."""
    document = f"Parameters\n    ----------\n    old : int\n        .. deprecated:: 2.0\n           {note}\n    "
    definition = define(f'def grow(old=1, new=1, more=2):\n    """{document}"""\n')

    assert successor(find_statements(definition, "old"), "old", ("old", "new", "more")) is None


def test_statement_finds_warnings_behind_a_name():
    """The message may be put together before it is warned with; one that names another parameter is not about it."""
    text = """\
import warnings


def grow(depth=1, size=2):
    message = (
        "The default of depth will change from 1 "
        "to 3 in 4.0"
    )
    warnings.warn(message, FutureWarning)
    warnings.warn("size of the input is odd")
"""
    definition = define(text)

    assert [statement.kind for statement in find_statements(definition, "depth")] == ["warning"]
    assert find_statements(definition, "size") == ()


def test_constant_that_is_bound_twice_is_none():
    """A name that is assigned in two places, or not a literal, stands for nothing that is known."""
    text = "A = 1\nB = 2\nif A:\n    B = 3\nC = open\n\n\ndef grow(a=A, b=B, c=C):\n    pass\n"

    assert define(text).constants == (("A", "1"),)
