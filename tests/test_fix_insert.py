"""What is written into a call, what is refused, and that nothing unproved is published."""

from __future__ import annotations

import pytest

from defaultdrift.fix import apply_edits, insert_arguments
from defaultdrift.fix.argument import KeywordText
from defaultdrift.fix.lines import Lines
from defaultdrift.fix.proof import CallRepair, is_call_proved, is_text_proved, keep_proved
from defaultdrift.fix.shape import Shape
from defaultdrift.fix.tree import find_shapes, parse
from defaultdrift.model.call import Span
from defaultdrift.model.edit import Edit, Insertion, Refusal, Repair
from defaultdrift.model.finding import Fix

CALL = "KMeans(3)"
SPAN = Span(1, 1, 1, 10)


def ask(text="n_init=10", order=0, span=SPAN):
    """Return an insertion."""
    return Insertion(span, Fix(text, is_safe=True, order=order))


def repaired(text, *insertions):
    """Return the text after all insertions, none of which is refused."""
    repair = insert_arguments(text, insertions)
    assert not repair.refusals
    return apply_edits(text, repair.edits)


def reason(text, insertion):
    """Return why the only insertion is refused, and that nothing is edited."""
    repair = insert_arguments(text, [insertion])
    assert not repair.edits
    (refusal,) = repair.refusals
    assert insertion == refusal.insertion
    return refusal.reason


@pytest.mark.parametrize(
    "value",
    [
        "10",
        "-1",
        "1e-4",
        "'auto'",
        '"a, )#"',
        "None",
        "True",
        "(1, 2)",
        "[1, 'a']",
        "{'a': 1}",
        "np.inf",
        "b'x'",
        "()",
        "1j",
    ],
)
def test_value_that_is_literal_or_dotted_name_is_written(value):
    """The text of the value is written as it is given."""
    assert f"KMeans(3, a={value})" == repaired(CALL, ask(f"a={value}"))


@pytest.mark.parametrize(
    "value",
    [
        *(
            "f()",
            "__import__('os')",
            "1 + f",
            "x[0]",
            "lambda: 0",
            "f'{x}'",
            "a if b else c",
            "not x",
            "[x for x in y]",
        ),
        *(
            "10)",
            "10, b=3",
            "10 # c",
            "10\n",
            " 10",
            "10 ",
            "(1,\n2)",
            "'a'\n'b'",
            "10;x",
            "",
            "*a",
            "a := 1",
            "'",
            "(",
            "10\f",
        ),
        *(
            "1 2",
            "a b",
            "...x",
            "await x",
            "yield",
            "import os",
            "'a' 'b' # c",
            "10\\\n",
            "\u2028",
            "$",
            "9" * 5000,
            r"'\d'",
            "(np).inf",
            "np . inf",
            "np.",
            "np.None",
        ),
    ],
)
def test_value_that_is_anything_else_is_refused(value):
    """Rule files are data from anywhere: what is neither a literal nor a dotted name, in one piece, is not written."""
    assert f"{value!r} is neither a literal nor a dotted name" == reason(CALL, ask(f"a={value}"))


@pytest.mark.parametrize(
    "text", ["", "10", "=10", "a b=10", "1a=10", "lambda=1", "a.b=1", "**a", "a)=1", "None=1", "a:=1", "a ==1"]
)
def test_text_that_is_no_keyword_argument_is_refused(text):
    """The name must be an identifier that may be written before `=`."""
    assert f"{text!r} is not a keyword argument" == reason(CALL, ask(text))


def test_source_that_python_warns_of_is_repaired():
    """The parser's warnings about other people's strings are nobody's business here."""
    assert repaired(r"KMeans('\d')", ask(span=Span(1, 1, 1, 13))) == r"KMeans('\d', n_init=10)"
    assert parse(r"'\d'") is not None


@pytest.mark.parametrize(
    "span",
    [
        Span(1, 1, 1, 9),
        Span(1, 2, 1, 10),
        Span(1, 1, 2, 1),
        Span(2, 1, 2, 10),
        Span(0, 0, 0, 0),
        Span(1, 1, 1, 99),
        Span(1, -5, 1, 10),
    ],
)
def test_span_that_is_no_call_is_refused(span):
    """A call is known by its exact place."""
    assert reason(CALL, ask(span=span)) == "there is no call at this place"


@pytest.mark.parametrize(
    "text", ["KMeans(3) KMeans", "print 'x', KMeans(3)", "KMeans(3)\0", "KMeans(3)\n  x", "KMeans(3)" + "(" * 5000]
)
def test_text_that_does_not_parse_is_refused(text):
    """Nothing is edited in a file that nobody can parse, however deep it nests."""
    assert reason(text, ask()) == "the file does not parse"


def test_calls_that_nest_deep_are_repaired_each():
    """A chain of calls inside each other is repaired at every depth."""
    depth = 60
    text = "f(" * depth + ")" * depth
    insertions = [ask("a=1", span=Span(1, 2 * n + 1, 1, 3 * depth - n + 1)) for n in range(depth)]

    assert "f(" * depth + "a=1)" + ", a=1)" * (depth - 1) == repaired(text, *insertions)


def test_hundreds_of_calls_are_repaired_at_once():
    """Each of many calls gets its argument, on its own line or beside its neighbours."""
    count = 700
    lines = "KMeans(3)\n" * count
    row = "[" + "KMeans(3), " * count + "]"

    by_line = [ask(span=Span(n, 1, n, 10)) for n in range(1, count + 1)]
    by_column = [ask(span=Span(1, 11 * n + 2, 1, 11 * n + 11)) for n in range(count)]

    assert "KMeans(3, n_init=10)\n" * count == repaired(lines, *by_line)
    assert "[" + "KMeans(3, n_init=10), " * count + "]" == repaired(row, *reversed(by_column))


def test_arguments_of_one_call_follow_their_order():
    """The order of the signature decides, then the name; not the order in which they are asked for."""
    insertions = [ask("c=1", 2), ask("b=1", 5), ask("a=1", 5), ask("d=1", 0)]

    assert repaired(CALL, *insertions) == "KMeans(3, d=1, c=1, a=1, b=1)"


def test_argument_asked_for_twice_is_written_once():
    """Two findings of one call may ask for the same argument."""
    assert repaired(CALL, ask(), ask(order=3), ask()) == "KMeans(3, n_init=10)"


def test_argument_asked_to_be_two_values_is_refused_and_its_neighbour_is_written():
    """Two steps may ask for two values; nobody can decide, and the other parameter does not suffer."""
    insertions = [ask("n_init=10"), ask("n_init=3"), ask("tol=0.1")]

    repair = insert_arguments(CALL, insertions)

    assert apply_edits(CALL, repair.edits) == "KMeans(3, tol=0.1)"
    assert repair.refusals == tuple(Refusal(i, "'n_init' cannot be 10 and 3 at once") for i in insertions[:2])


def test_refusals_come_in_the_order_asked():
    """Whatever the reason, and beside what is made."""
    bad = [ask("x"), ask(span=Span(9, 9, 9, 9)), ask("a=f()")]

    repair = insert_arguments(CALL, [bad[0], ask(), *bad[1:]])

    assert bad == [refusal.insertion for refusal in repair.refusals]
    assert apply_edits(CALL, repair.edits) == "KMeans(3, n_init=10)"


def test_nothing_asked_is_nothing_done():
    """An empty request reads nothing, not even a text that does not parse."""
    assert Repair((), ()) == insert_arguments("(", [])


def _shape(text):
    lines = Lines(text)
    shape = find_shapes(parse(text), lines, [SPAN])[SPAN]
    assert isinstance(shape, Shape)
    return lines, shape


@pytest.mark.parametrize(
    ("text", "edit", "is_proved"),
    [
        ("f(a, (b))", Edit(8, 8, ", k=1"), True),
        ("f(a, (b))", Edit(7, 7, ", k=1"), False),  # a tuple, and no keyword
        ("f(a, (b))", Edit(8, 8, ", k=2"), False),  # another value
        ("f(a, (b))", Edit(8, 8, ", j=1"), False),  # another keyword
        ("f(a, (b))", Edit(8, 8, ", k=1, j=1"), False),  # one too many
        ("f(a, (b))", Edit(8, 8, ", "), False),  # none
        ("f(a, (b))", Edit(9, 9, ", k=1"), False),  # outside the call
        ("f(a, (b))", Edit(5, 8, "b, k=1"), False),  # no pure insertion
        ("f(a, (b))", Edit(8, 8, ", k=1  # x\n"), False),  # a comment that was not there
        ("f(a, (b))", Edit(8, 8, ", k=1#"), False),  # swallows the parenthesis
        ("f(a,g(b))", Edit(7, 7, ", k=1"), False),  # the call inside
    ],
)
def test_proof_of_one_call_believes_nothing_else(text, edit, is_proved):
    """The call with its old arguments and the new one is believed; anything else is not."""
    _, shape = _shape(text)
    repair = CallRepair(SPAN, (KeywordText("k", "1"),), (edit,))

    assert is_proved is is_call_proved(text, shape, repair)


@pytest.mark.parametrize(
    ("edit", "is_proved"), [(Edit(8, 8, ", k=1"), True), (Edit(8, 8, ", k=2"), False), (Edit(8, 8, ""), False)]
)
def test_proof_of_the_text_believes_nothing_else(edit, is_proved):
    """The proof of the whole text stands on its own feet."""
    text = "KMeans(3); f(KMeans(3))"
    repair = CallRepair(SPAN, (KeywordText("k", "1"),), (edit,))

    assert is_proved is is_text_proved(Lines(text), parse(text), [repair])


def test_proof_of_a_text_in_newer_syntax_asks_whether_it_parses():
    """Without a tree to compare, what was proved call by call must still parse together."""
    text = "KMeans(3); type X = int\n"

    good = CallRepair(SPAN, (KeywordText("k", "1"),), (Edit(8, 8, ", k=1"),))
    bad = CallRepair(SPAN, (KeywordText("k", "1"),), (Edit(8, 8, ", k=("),))

    assert is_text_proved(Lines(text), None, [good])
    assert not is_text_proved(Lines(text), None, [bad])


@pytest.mark.parametrize("culprits", [set(), {0}, {6}, {2, 3}, {0, 1, 5}, set(range(7))])
def test_culprits_are_left_out_and_nothing_else(culprits):
    """Whatever cannot be proved together with the rest is not published."""
    kept = keep_proved(range(7), lambda some: not culprits.intersection(some))

    assert kept == tuple(item for item in range(7) if item not in culprits)


def test_items_without_culprit_are_proved_once():
    """One proof is enough for any number of repairs."""
    proofs = []

    keep_proved(range(500), lambda some: proofs.append(len(some)) or True)

    assert proofs == [500]


def test_items_that_exclude_each_other_are_kept_as_far_as_proved():
    """Where two items cannot both be, the first one stays."""
    assert keep_proved(range(5), lambda some: not {1, 3} <= set(some)) == (0, 1, 2, 4)


def test_edits_are_applied_in_any_order():
    """Offsets are those of the text before."""
    edits = [Edit(4, 5, "X"), Edit(0, 0, "<"), Edit(6, 6, ">"), Edit(0, 1, "A"), Edit(2, 2, "1"), Edit(2, 2, "2")]

    assert apply_edits("abcdef", edits) == "<Ab12cdXf>"


@pytest.mark.parametrize(
    "edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(0, 9, "")], [Edit(3, 2, "")], [Edit(-1, 0, "")]]
)
def test_edits_that_overlap_or_leave_the_text_are_a_fault_of_ours(edits):
    """Nothing is written from edits that make no sense."""
    with pytest.raises(AssertionError, match="overlap or leave"):
        apply_edits("abcdef", edits)
