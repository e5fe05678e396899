"""The resolver, case by case: every call that a case claims is found, and no other.

A case claims a call on the line where it begins, such as `# call: sklearn.cluster.KMeans(_, max_iter, **?) likely`. An
argument is `_` or its literal, a keyword `name` or `name=literal`, and all of one call are written in the same way.
What is set on the object later stands behind it: `then n_init`, `perhaps n_init`.
"""

from __future__ import annotations

import ast
import io
import json
import pickle
import re
import tokenize
import warnings
from pathlib import Path

import pytest

from defaultdrift.model.call import Argument, CallSite, Certainty, Span, Star
from defaultdrift.model.known import Known
from defaultdrift.resolve.calls import find_calls
from defaultdrift.resolve.project import Link, Project
from defaultdrift.resolve.screen import make_needles, may_matter
from defaultdrift.shell.modules import ModuleFiles

CASES = Path(__file__).parent / "cases" / "resolve"
FILES = sorted(CASES.glob("*/*.py"))
CONSTRUCTS = Path(__file__).parents[1] / "src" / "defaultdrift" / "resolve" / "construct"

_FACTS = json.loads((CASES / "known.json").read_text(encoding="utf-8"))
KEYWORDS = _FACTS["paths"]
KNOWN = Known(
    roots=frozenset(_FACTS["roots"]),
    paths=frozenset(KEYWORDS),
    returns=_FACTS["returns"],
    methods=frozenset(_FACTS["methods"]),
    attributes=_FACTS["attributes"],
    items=_FACTS["items"],
    members={path: frozenset(names) for path, names in _FACTS["members"].items()},
    subclassed=frozenset(_FACTS["subclassed"]),
    modules=_FACTS["modules"],
)

each_case = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")


def _claims(text: str) -> list[tuple[int, str]]:
    """Return line and text of each claim, read from the comments."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    comments = [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
    found = [(line, re.search(r"# call: (.*)", comment)) for line, comment in comments]
    return sorted((line, claim) for line, match in found if match for claim in match.group(1).split("; "))


def _rendered(call: CallSite, *, with_values: bool) -> str:
    arguments = ", ".join(_rendered_argument(argument, with_values=with_values) for argument in call.arguments)
    certainty = "" if call.certainty is Certainty.CERTAIN else f" {call.certainty.value}"
    later = "".join(f" then {name}" for name in sorted(call.set_later))
    later += "".join(f" perhaps {name}" for name in sorted(call.perhaps_set_later))
    return f"{call.callee}({arguments}){certainty}{'' if call.is_fixable else ' unfixable'}{later}"


def _rendered_argument(argument: Argument, *, with_values: bool) -> str:
    value = argument.value if with_values else None
    if argument.star is not Star.NONE:
        return f"{argument.star.value}?"
    if argument.keyword is None:
        return value or "_"
    return argument.keyword if value is None else f"{argument.keyword}={value}"


def _seen(text: str, claims: list[tuple[int, str]], link: Link | None = None) -> list[tuple[int, str]]:
    """Return line and text of each call found, written in the way of the claims."""
    search = find_calls(text, KNOWN, link)
    assert search.skips == ()
    seen = []
    for call in search.calls:
        exact = (call.span.line, _rendered(call, with_values=True))
        seen.append(exact if exact in claims else (call.span.line, _rendered(call, with_values=False)))
    return sorted(seen)


@each_case
def test_case_holds(file: Path) -> None:
    """The calls found are exactly the calls claimed."""
    text = file.read_text(encoding="utf-8")
    claims = _claims(text)

    assert claims == _seen(text, claims)


@each_case
def test_case_says_its_claim(file: Path) -> None:
    """The first line says what the case is about."""
    assert re.match(r"# case: \S.*[^.]\n", file.read_text(encoding="utf-8"))


def test_cases_are_silent_often_enough() -> None:
    """At least 45 % of the cases claim that nothing fires."""
    silent = [file for file in FILES if not _claims(file.read_text(encoding="utf-8"))]

    assert len(silent) >= 0.45 * len(FILES), f"{len(silent)} of {len(FILES)}"


def test_each_construct_has_cases_that_fire_and_cases_that_are_silent() -> None:
    """Each module of constructs has a folder of cases."""
    modules = {module.stem for module in CONSTRUCTS.glob("*.py")} - {"__init__", "registry"}
    fires = {file.parent.name for file in FILES if _claims(file.read_text(encoding="utf-8"))}
    silent = {file.parent.name for file in FILES} - {
        folder.name for folder in CASES.iterdir() if folder.is_dir() and all(map(_fires, folder.glob("*.py")))
    }

    assert modules <= fires & silent


def test_documentation_names_cases_that_exist() -> None:
    """Each case that the page on certainty names is there."""
    page = (CASES.parents[2] / "docs" / "certainty.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+/\w+)`", page)) - {"tests/cases", "cases/project"}

    assert len(named) > 40
    assert named <= {f"{file.parent.name}/{file.stem}" for file in FILES}


def _fires(file: Path) -> bool:
    return bool(_claims(file.read_text(encoding="utf-8")))


@each_case
def test_spans_are_those_of_the_syntax_tree(file: Path) -> None:
    """Each call found stands where `ast` sees a call, counted in code points."""
    text = file.read_text(encoding="utf-8")
    tree = _parsed(text)
    if tree is None:
        pytest.skip("newer syntax than this interpreter's")
    lines = text.split("\n")
    spans = {_span(node, lines) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert {call.span for call in find_calls(text, KNOWN).calls if call.is_fixable} <= spans


def _parsed(text: str) -> ast.Module | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except SyntaxError:
            return None


def _span(node: ast.Call, lines: list[str]) -> Span:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return Span(
        node.lineno,
        len(lines[node.lineno - 1].encode()[: node.col_offset].decode()) + 1,
        node.end_lineno,
        len(lines[node.end_lineno - 1].encode()[: node.end_col_offset].decode()) + 1,
    )


@each_case
@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_newlines_change_nothing(file: Path, newline: str) -> None:
    """A file with other newlines holds the same calls at the same places."""
    text = file.read_text(encoding="utf-8")

    assert find_calls(text, KNOWN) == find_calls(text.replace("\n", newline), KNOWN)


@each_case
def test_a_block_around_the_file_changes_nothing_but_places(file: Path) -> None:
    """A file inside `if True:` holds the same calls, one line further down."""
    text = file.read_text(encoding="utf-8")
    if '"""' in text or "__future__" in text or "\\\n" in text:
        pytest.skip("cannot be indented")
    indented = "if True:\n" + "".join(f"    {line}" for line in text.splitlines(keepends=True))
    before = [(call.span.line + 1, call.callee, call.arguments) for call in find_calls(text, KNOWN).calls]

    assert before == [(call.span.line, call.callee, call.arguments) for call in find_calls(indented, KNOWN).calls]


@each_case
def test_result_is_plain_data(file: Path) -> None:
    """A search can be sent to another process, and gives the same when it is repeated."""
    search = find_calls(file.read_text(encoding="utf-8"), KNOWN)

    assert search == pickle.loads(pickle.dumps(search))  # noqa: S301  made here
    assert search == find_calls(file.read_text(encoding="utf-8"), KNOWN)


@each_case
@pytest.mark.parametrize("wanted", [KEYWORDS, {}], ids=["some keywords", "every call"])
def test_screen_drops_nothing_that_matters(file: Path, wanted: dict[str, list[str]]) -> None:
    """Where the screen drops a file, no call in it lacks a keyword that matters."""
    source = file.read_bytes()
    if may_matter(source, make_needles(KNOWN, wanted)):
        return
    calls = find_calls(source.decode("utf-8"), KNOWN).calls

    assert [call for call in calls if _lacks_one(call, wanted.get(call.callee, []))] == []


def _lacks_one(call: CallSite, wanted: list[str]) -> bool:
    return not wanted or not set(wanted) <= {argument.keyword for argument in call.arguments}


PROJECTS = sorted((CASES.parent / "project").iterdir())


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_project_holds(folder: Path) -> None:
    """The calls found in the modules of a project are exactly the calls claimed, wherever one begins."""
    files = sorted(folder.rglob("*.py"))
    claims = {file: _claims(file.read_text(encoding="utf-8")) for file in files}
    for order in (files, files[::-1]):
        project = Project(ModuleFiles(), KNOWN)
        seen = {file: _seen(file.read_text(), claims[file], Link(str(file), project)) for file in order}

        assert claims == seen
