"""No text kills the resolver, or keeps it for long: what cannot be parsed is a skip, with its line and reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from defaultdrift.model.finding import Skip
from defaultdrift.model.known import Known
from defaultdrift.resolve.calls import CallSearch, find_calls
from defaultdrift.resolve.guard import MOST_BRACKETS, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = Known(
    roots=frozenset({"sklearn"}),
    paths=frozenset({"sklearn.cluster.KMeans"}),
    returns={"sklearn.cluster.KMeans": "sklearn.cluster.KMeans"},
)
IMPORT = "from sklearn.cluster import KMeans\n"

BRACKETS = f"is nested too deeply: more than {MOST_BRACKETS} brackets are open"
TOKENS = "has an expression that may be nested 1000 deep"
ELIFS = "has an 'if' with more than 800 branches"
SIZE = "is too large to be parsed: more than 500000 tokens"
CASE = "is nested too deeply: more than 8 brackets are open"

REFUSED = {
    "parentheses": ("(" * 10_000 + ")" * 10_000, BRACKETS),
    "parentheses_never_closed": ("(" * 10_000, BRACKETS),
    "calls": ("f(" * 10_000 + ")" * 10_000, BRACKETS),
    "lists_over_lines": ("[\n" * 10_000 + "]\n" * 10_000, BRACKETS),
    "parentheses_after_strings_that_close": ("(')'," * 10_000, BRACKETS),
    "parentheses_after_an_apostrophe_in_a_comment": ("# it's\n" + "(" * 10_000, BRACKETS),
    "parentheses_after_a_string_with_escapes": (r"'\'' " + "(" * 10_000, BRACKETS),
    "parentheses_in_a_format_string": ('f"{' + "(" * 10_000 + ")" * 10_000 + '}"', BRACKETS),
    "format_strings_in_format_strings": ("f'{" * 10_000 + "}'" * 10_000, BRACKETS),
    "format_specifications": ("f'" + "{a:" * 10_000 + "}" * 10_000 + "'", BRACKETS),
    "quotes_in_a_format_string": ('f"{a["b"]}"; ' * 200 + "(" * 10_000, BRACKETS),
    "sum": ("+".join(["a"] * 10_000), TOKENS),
    "sum_over_lines": ("(" + "\n+ ".join(["a"] * 10_000) + ")", TOKENS),
    "strings": ("(" + "\n".join(["'a'"] * 10_000) + ")", TOKENS),
    "attributes": ("a" + ".b" * 10_000, TOKENS),
    "call_chain": ("a" + "()" * 10_000, TOKENS),
    "negations": ("not " * 10_000 + "a", TOKENS),
    "lambdas": ("lambda: " * 10_000 + "a", TOKENS),
    "conditional_expressions": ("a if b else " * 10_000 + "c", TOKENS),
    "continued_lines": ("a = 1 \\\n" + " + 1 \\\n" * 10_000 + "+ 1", TOKENS),
    "dotted_import": ("import a" + ".b" * 10_000, TOKENS),
    "chains_in_brackets": (("(" + "not " * 240) * 90 + "1" + ")" * 90, TOKENS),
    "chains_around_brackets": ("(" * 90 + "1" + (" + 1" * 240 + ")") * 90, TOKENS),
    "elifs": ("if a: pass\n" + "elif a: pass\n" * 10_000, ELIFS),
    "case_patterns": ("match a:\n case " + "[" * 30 + "]" * 30 + ": pass\n", CASE),
    "list_of_numbers": ("x = [" + "1, " * 400_000 + "]", SIZE),
    "blank_lines": ("\n" * 700_000, SIZE),
    "statements": ("a = b + c\n" * 120_000, SIZE),
    "nul": (IMPORT + "\0", "has a NUL character"),
}

PARSED = {
    "nothing": "",
    "strings_full_of_brackets": f"x = '{'(' * 1000}', \"{'[' * 1000}\"\ny = '''{'{' * 1000}'''\nKMeans()",
    "raw_string_with_a_quote": 'x = r"\\"("; ' * 200 + "KMeans()",
    "comment_full_of_brackets": f"# {'(' * 1000}\nKMeans()",
    "escaped_braces": f"x = f'{'{{' * 1000}'; KMeans()",
    "many_elements": f"x = [{'(1 + 2), ' * 5000}]\nKMeans()",
    "many_statements": "a = b + c\n" * 5000 + "KMeans()",
    "many_keys": "x = {" + "'a': f(b)[0].c,\n" * 3000 + "}\nKMeans()",
    "many_short_ifs": "if a: pass\nelif b: pass\n" * 1000 + "KMeans()",
    "format_strings_with_inner_quotes": "x = f'{a[\"b\"]!r:>{w}}'\n" * 1000 + "KMeans()",
    "long_condition": "if (" + " and\n".join(["abcdefghij_klmnopq == 'a long text'"] * 100) + "): KMeans()",
    "name_beginning_with_case": "case_of = [[[[[[[[[[1]]]]]]]]]]\ncase = [[[[[[[[[[1]]]]]]]]]]\nKMeans()",
    "body_of_a_case": "match a:\n case 1: x = [[[[[[[[[[1]]]]]]]]]]; KMeans()",
    "two_hundred_terms": "x = " + " + ".join(["a"] * 200) + "\nKMeans()",
    "long_text": "x = '''" + "a, b c\n" * 200_000 + "'''\nKMeans()",
    "pairs_of_pairs": "k = KMeans\n" + "k = (k, k)\n" * 40 + "KMeans()",
    "dictionaries_of_dictionaries": "k = KMeans\n" + "k = {'a': k, 'b': dict(c=k, d=k)}\n" * 40 + "KMeans()",
    "unpacked_twice": "k = (KMeans,)\n" + "k = (*k, *k) if a else (k, [k, k])\n" * 40 + "KMeans()",
}

NOT_PARSED = {
    "syntax_error": (IMPORT + "def f(:\n", 2, "does not parse as Python"),
    "python_2": ("print 'a'\n", 1, "does not parse as Python"),
    "unfinished_string": (IMPORT + "\nx = '''\n", 3, "does not parse as Python"),
    "bad_indentation": (IMPORT + "  x\n", 2, "does not parse as Python"),
    "bytes_and_string": (IMPORT + "x = 'a' b'b'\n", 2, "does not parse as Python"),
    "no_text": ("\x7fELF\x02\x01", 1, "does not parse as Python"),
    "lone_surrogate": (IMPORT + "x = '\ud800'", 2, "has a lone surrogate"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_text_is_refused_before_it_is_parsed(text: str, reason: str) -> None:
    """A text that might kill the parser is refused with the reason."""
    skip = refusal(text)

    assert skip is not None
    assert reason == skip.reason


@pytest.mark.parametrize("text", PARSED.values(), ids=PARSED)
def test_text_that_a_person_may_write_is_not_refused(text: str) -> None:
    """A long or odd text is parsed, and the call in it found."""
    search = find_calls(IMPORT + text, KNOWN)

    assert search.skips == ()
    assert len(search.calls) == ("KMeans()" in text)


@pytest.mark.parametrize(("text", "line", "reason"), NOT_PARSED.values(), ids=NOT_PARSED)
def test_text_that_does_not_parse_is_a_skip(text: str, line: int, reason: str) -> None:
    """A text that is no Python is told with its line."""
    search = find_calls(text, KNOWN)

    assert CallSearch((), (Skip("", search.skips[0].line, reason),)) == search
    assert line <= search.skips[0].line <= line + 1


def test_refusal_names_the_line() -> None:
    """The line is the one where the bound is exceeded."""
    skip = refusal(IMPORT + "\n" + "[" * 200)

    assert skip is not None
    assert skip.line == 3


def test_expressions_just_within_the_bounds_do_not_kill_the_process() -> None:
    """What the guard lets through, the parser survives: a skip at most, and soon."""
    code = (
        "from test_resolve_guard import KNOWN, within_bounds\n"
        "from defaultdrift.resolve.calls import find_calls\n"
        "for name, text in within_bounds():\n"
        "    find_calls(text, KNOWN)\n"
        "print('alive')\n"
    )
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(here)!r})\n{code}"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "alive\n")


def within_bounds() -> Iterator[tuple[str, str]]:
    """Yield texts that are as deep as the guard allows."""
    brackets, tokens = 99, 480
    for opening, closing in (
        "()",
        "[]",
        ("f(", ")"),
        ("{a:", "}"),
        ("f(a for a in ", ")"),
        ("a[b:", "]"),
        ("(a:=", ")"),
    ):
        yield "brackets", opening * brackets + "1" + closing * brackets
    for operator in (" + ", " ** ", " and ", " < ", " if a else ", ".", " | "):
        yield "chain", operator.join(["a"] * (tokens // len(operator.split())))
    for prefix in ("not ", "-", "~", "lambda: "):
        yield "prefix", prefix * (tokens // len(prefix.split())) + "1"
    yield "both", ("(" + "-" * 8) * 90 + "1" + ")" * 90
    yield "elifs", "if a: pass\n" + "elif a: pass\n" * 790
    yield "blocks", "".join(" " * depth + "if a:\n" for depth in range(99)) + " " * 99 + "pass\n"
    yield "case", "match a:\n case " + "[" * 8 + "]" * 8 + ": pass\n"
