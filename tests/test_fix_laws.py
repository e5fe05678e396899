"""Laws of the fix, on call sites composed of every layout that the grammar allows."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from hypothesis import given, settings
from hypothesis import strategies as st

from defaultdrift.fix import apply_edits, insert_arguments
from defaultdrift.model.call import Span
from defaultdrift.model.edit import Insertion
from defaultdrift.model.finding import Fix

BOUNDED = settings(max_examples=400, derandomize=True, deadline=None)

SPACES = [
    "",
    "",
    "",
    " ",
    "  ",
    "\t",
    "\f",
    "\\\n ",
    "\n    ",
    "\n",
    "\r\n\t",
    "\r",
    "  # it's, (\n    ",
    "# )\r\n",
    " # a\n # b\n",
]
VALUES = [
    *(
        "3",
        "(3)",
        "( # x )\n (3 ) )",
        "'a, b' \"c)\"",
        "lambda x, y=(1, 2): (x, y)",
        "(n := 3)",
        "[x for x in y]",
        "{1: 2}",
    ),
    *(
        "'''3,\n)'''",
        "f'{x}, {y!r:>{z}}'",
        "é",
        "'日本'",
        "(x for x in y)",
        "-1",
        "a if b else c",
        "not a",
        "x[1, 2:3]",
    ),
    *("await_", "(yield_)", "()", "(1,)", "r'\\d'", "b''", "f(1, k=2)", "f(\n1  # one\n)", "x.y\n"),
]
CALLEES = ["f", "a.b", "(f)", "(\n f # c (\n)", "x[1](2)", "f()()", "é.ü", "f \\\n"]
BEFORE = ["", "x = ", "é = '🙂'; x = ", "if x:\n\ty = ", "@", "(lambda: ", "'# (' + ", "[\n", "def g():\n  return "]
AFTER = {"@": "\ndef g(): ...", "(lambda: ": ")", "[\n": "\n# end\n]"}

space = st.sampled_from(SPACES)
value = st.sampled_from(VALUES)


@st.composite
def arguments(draw):
    """Return texts of arguments that may stand in this order, and the separators around them."""
    positional = draw(st.lists(st.one_of(value, value.map("*{}".format)), max_size=3))
    keywords = draw(st.lists(value, max_size=3))
    named = [f"k{number}{draw(st.sampled_from(['=', ' = ']))}{text}" for number, text in enumerate(keywords)]
    splats = [
        f"**{text}"
        for text in draw(st.lists(st.sampled_from(["kw", "(kw)", "{**kw, 'x': 1}", "dict(\n)"]), max_size=2))
    ]
    last = [] if draw(st.integers(0, 3)) else [f"z={draw(value)}"]
    return [*positional, *named, *splats, *last]


@st.composite
def call_sites(draw):
    """Return a text and the offsets of the call in it."""
    before = draw(st.sampled_from(BEFORE))
    written = draw(st.one_of(arguments(), st.just(["x for x in y"]), st.just(["(x) for x in (y) if (z)"])))
    pieces = [draw(st.sampled_from(CALLEES)), "("]
    for number, text in enumerate(written):
        pieces += [draw(space), text, draw(space), "," if number + 1 < len(written) else ""]
    is_generator = written and " for x in " in written[0] and not written[0].startswith(("(x for", "[", "f(", "*"))
    if written and not is_generator and draw(st.booleans()):
        pieces += [",", draw(space)]
    if not written:
        pieces.append(draw(space))
    call = "".join([*pieces, ")"])
    text = before + call + AFTER.get(before, "") + draw(st.sampled_from(["", "\n", "  # end\n", "; z = 1\r\n"]))
    return text, len(before), len(before) + len(call)


def span_of(text, start, end):
    """Return the span between two offsets."""
    places = []
    for offset in (start, end):
        newlines = list(re.finditer(r"\r\n?|\n", text[:offset]))
        places += [len(newlines) + 1, offset - (newlines[-1].end() if newlines else 0) + 1]
    return Span(*places)


def dump_without(text, name):
    """Return the tree without the keyword, and how often it was there."""
    tree = ast.parse(text)
    count = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            count += sum(keyword.arg == name for keyword in node.keywords)
            node.keywords = [keyword for keyword in node.keywords if keyword.arg != name]
    return ast.dump(tree), count


def comments_of(text):
    """Return the comments in order."""
    lines = io.StringIO(re.sub(r"\r\n?", "\n", text)).readline
    return [token.string for token in tokenize.generate_tokens(lines) if token.type == tokenize.COMMENT]


@BOUNDED
@given(call_sites())
def test_fix_of_any_layout_obeys_the_law(site):
    """One keyword more, in this call; the rest of the tree, every comment and every other character as before."""
    text, start, end = site
    insertion = Insertion(span_of(text, start, end), Fix("zz=10", is_safe=True, order=0))

    repair = insert_arguments(text, [insertion])

    assert not repair.refusals
    assert all(start < edit.start == edit.end < end for edit in repair.edits)
    after = apply_edits(text, repair.edits)
    assert (ast.dump(ast.parse(text)), 1) == dump_without(after, "zz")
    assert comments_of(text) == comments_of(after)


@BOUNDED
@given(call_sites())
def test_fix_of_any_layout_keeps_keywords_behind_and_splats_last(site):
    """The new keyword follows every argument but the `**` that end the call, which it precedes."""
    text, start, end = site
    insertion = Insertion(span_of(text, start, end), Fix("zz=10", is_safe=True, order=0))

    after = apply_edits(text, insert_arguments(text, [insertion]).edits)

    call = next(
        n for n in ast.walk(ast.parse(after)) if isinstance(n, ast.Call) and any(k.arg == "zz" for k in n.keywords)
    )
    written = sorted((*call.args, *call.keywords), key=lambda node: (node.lineno, node.col_offset))
    names = [node.arg if isinstance(node, ast.keyword) else "" for node in written]
    assert all(name is None for name in names[names.index("zz") + 1 :])
    assert names.index("zz") == 0 or names[names.index("zz") - 1] is not None


@BOUNDED
@given(call_sites(), st.integers(2, 4))
def test_fix_of_several_calls_and_arguments_obeys_the_law(site, count):
    """The same call several times, two arguments each, given in the wrong order and all at once."""
    text, start, end = site
    text += "\n"
    whole = text * count
    fixes = [Fix("zz=10", is_safe=True, order=1), Fix("yy='a, )'", is_safe=True, order=0)]
    insertions = [
        Insertion(span_of(whole, n * len(text) + start, n * len(text) + end), fix)
        for n in range(count)
        for fix in fixes
    ]

    repair = insert_arguments(whole, insertions)

    assert not repair.refusals
    after = apply_edits(whole, repair.edits)
    assert count == dump_without(after, "zz")[1] == dump_without(after, "yy")[1]
    assert comments_of(whole) == comments_of(after)
    for node in ast.walk(ast.parse(after)):
        names = [keyword.arg for keyword in getattr(node, "keywords", ())]
        if "zz" in names:
            assert names.index("yy") + 1 == names.index("zz")
