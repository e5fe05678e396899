"""Each case of `tests/cases/suppress`: which findings an ignore comment hides, and which comments are of no use.

Each call of `Hidden` or `Told` has a finding; its name says what becomes of it. Comments `# unused: LINE IGNORE` and
`# fault: LINE PROBLEM` name all ignores of no use and all faults.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.version import Version

from defaultdrift.model.call import Certainty, Span
from defaultdrift.model.change import Effect, Impact, Kind
from defaultdrift.model.finding import Finding, Skip
from defaultdrift.model.name import CallablePath, normalise
from defaultdrift.model.pin import Step
from defaultdrift.suppress import Ignore, Ignores, Sifted, apply, parse_ignores

FOLDER = Path(__file__).parent / "cases" / "suppress"
CASES = sorted(FOLDER.glob("*.py"))
NEWLINE = re.compile(r"\r\n?|\n")


def finding(span, code="DD001", parameter="n_init"):
    """Return a finding of `KMeans` at a place."""
    return Finding(
        code=code,
        file="a.py",
        span=span,
        callable=CallablePath("sklearn.cluster.KMeans"),
        parameter=parameter,
        old=Effect("10"),
        new=Effect("'auto'"),
        step=Step(distribution=normalise("scikit-learn"), old=Version("1.3.2"), new=Version("1.4.0")),
        changed_in=Version("1.4.0"),
        kind=Kind.SILENT,
        impact=Impact.RESULTS,
        certainty=Certainty.CERTAIN,
        message="",
        url="",
        fix=None,
    )


def findings_of(text):
    """Return what is to be hidden and what is to be told: the calls of these names, up to the next `)`."""
    found = {"Hidden": [], "Told": []}
    for call in re.finditer(r"\b(Hidden|Told)\([^)]*\)", text):
        places = []
        for offset in call.span():
            newlines = list(NEWLINE.finditer(text[:offset]))
            places += [len(newlines) + 1, offset - (newlines[-1].end() if newlines else 0) + 1]
        found[call.group(1)].append(finding(Span(*places)))
    return tuple(found["Hidden"]), tuple(found["Told"])


def expected(text, word):
    """Return the lines and texts that the comments of the case name."""
    return [(int(line), rest) for line, rest in re.findall(rf"# {word}: (\d+) (.*)", text)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_ignore_comments_hide_what_they_name(path):
    """Hidden is what the case calls hidden, and nothing else; what is of no use is told."""
    text = path.read_bytes().decode()
    hidden, told = findings_of(text)
    ignores = parse_ignores(text)

    sifted = apply([*told, *hidden], ignores, {"DD001"})

    assert told == sifted.kept
    assert hidden == sifted.suppressed
    assert expected(text, "unused") == [(ignore.line, str(ignore)) for ignore in sifted.unused]
    assert expected(text, "fault") == [(fault.line, fault.problem) for fault in ignores.faults]


def test_ignore_cases_say_their_claim_and_cover_both():
    """Every case says its claim; there are as many findings told as hidden."""
    texts = [path.read_bytes().decode() for path in CASES]
    hidden, told = zip(*map(findings_of, texts), strict=True)

    assert all(text.startswith("# case: ") for text in texts)
    assert sum(map(len, hidden)) <= sum(map(len, told))


def test_text_without_our_name_has_no_ignores():
    """Nothing is taken apart that need not be."""
    assert Ignores() == parse_ignores('x = """  # type: ignore\n')


def test_ignore_of_a_code_that_is_not_looked_for_is_not_unused():
    """It may hide something in the run that looks for it."""
    ignores = parse_ignores("a = 1  # defaultdrift: ignore[DD001, DD002]\n")

    assert list(map(str, apply([], ignores, {"DD001"}).unused)) == ["ignore[DD001]"]
    assert list(map(str, apply([], ignores, {"DD001", "DD002"}).unused)) == ["ignore[DD001]", "ignore[DD002]"]


def test_ignore_hides_one_parameter_of_a_call_and_not_the_other():
    """Two findings of one call are told apart by parameter and by code."""
    span = Span(1, 1, 1, 10)
    ours = [finding(span), finding(span, parameter="max_iter"), finding(span, "DD002", "tol")]

    by_parameter = apply(ours, parse_ignores("KMeans(3)  # defaultdrift: ignore[max_iter]"), {"DD001", "DD002"})
    by_code = apply(ours, parse_ignores("KMeans(3)  # defaultdrift: ignore[DD001]"), {"DD001", "DD002"})
    bare = apply(ours, parse_ignores("KMeans(3)  # defaultdrift: ignore"), {"DD001", "DD002"})

    assert Sifted((ours[0], ours[2]), (ours[1],), ()) == by_parameter
    assert Sifted((ours[2],), (ours[0], ours[1]), ()) == by_code
    assert Sifted((), tuple(ours), ()) == bare


def test_ignore_keeps_its_reason():
    """The reason is kept as it is written."""
    text = "# defaultdrift: ignore[n_init,tol] --  measured: no difference  \nKMeans(3)"

    assert (
        Ignore(1, "n_init", "measured: no difference", 2),
        Ignore(1, "tol", "measured: no difference", 2),
    ) == parse_ignores(text).ignores


def test_faults_are_told_as_skips_of_the_file():
    """A comment that counts for nothing is not dropped in silence."""
    ignores = parse_ignores("\nx = 1  # defaultdrift: skip-file\n")

    assert (Skip("a/b.py", 2, "'skip-file' needs a line of its own"),) == ignores.skips("a/b.py")


def test_first_skip_file_is_the_one_told():
    """Its line is known."""
    assert parse_ignores("x = 1\n# defaultdrift: skip-file -- generated\n# defaultdrift: skip-file\n").skip_file == 2


def test_many_ignores_and_long_calls_are_sifted_by_line():
    """A call over many lines finds its ignore, and thousands of ignores are no obstacle."""
    text = "f(\n" + "x,\n" * 3000 + "KMeans(3)  # defaultdrift: ignore[n_init]\n" + ")\n"
    many = "KMeans(3)  # defaultdrift: ignore[n_init]\n" * 3000
    outer = finding(Span(1, 1, 3003, 2))

    assert (outer,) == apply([outer], parse_ignores(text), {"DD001"}).suppressed
    assert apply([finding(Span(n, 1, n, 10)) for n in range(1, 3001)], parse_ignores(many), {"DD001"}).kept == ()
