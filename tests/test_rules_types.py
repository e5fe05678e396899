"""What callables and attributes give, as the rules say it: only what leads to something that changed is kept."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.name import CallablePath
from defaultdrift.model.signature import CallableHistory, CallableKind, ImportPath, Signature
from defaultdrift.rules.attributes import Attributes, parse_attributes, render_attributes
from defaultdrift.rules.types import Types, find_types, parse_types

FIRST, SECOND = Version("1.0"), Version("2.0")


def history(path, kind, *returns, others=()):
    """Return a callable that returns something in each of two releases."""
    return CallableHistory(
        path=CallablePath(path),
        kind=CallableKind(kind),
        paths=tuple(ImportPath(entry, FIRST, None) for entry in sorted((path, *others))),
        signatures=tuple(Signature(v, (), text) for v, text in zip((FIRST, SECOND), returns, strict=False)),
    )


HISTORIES = [
    history("pkg.Frame", "class", None, others=["pkg.core.Frame"]),
    history("pkg.Frame.group", "method", "pkg.core.Groups", None),
    history("pkg.Frame.head", "method", None, "Self"),
    history("pkg.Frame.size", "method", "int"),
    history("pkg.Groups", "class", None, others=["pkg.core.Groups"]),
    history("pkg.Groups.sum", "method", "pkg.core.Frame | None"),
    history("pkg.Other", "class", None),
    history("pkg.Other.group", "method", "Self"),
    history("pkg.Reader", "class", None),
    history("pkg.Reader.read", "method", "bytes"),
    history("pkg.load", "function", "pkg.core.Frame | pkg.Reader", others=["pkg.io.load"]),
    history("pkg.make_other", "function", "pkg.Other"),
]
ATTRIBUTES = [Attributes(CallablePath("pkg.Frame"), {"T": "Self", "other": "pkg.Other"})]


def test_types_lead_to_what_is_wanted():
    """A function, a method and an attribute stay that give what has the method, directly or through others."""
    types = find_types(HISTORIES, ATTRIBUTES, Types(), {"pkg.Groups.sum"})

    assert types.returns == {
        "pkg.Frame.group": "pkg.core.Groups",
        "pkg.Frame.head": "Self",
        "pkg.Groups.sum": "pkg.core.Frame | None",
        "pkg.load": "pkg.core.Frame | pkg.Reader",
        "pkg.io.load": "pkg.core.Frame | pkg.Reader",
    }
    assert types.attributes == {"pkg.Frame.T": "Self"}
    assert {"pkg.Frame", "pkg.Groups", "pkg.Reader"} == set(types.members)
    assert types.classes["pkg.core.Frame"] == "pkg.Frame"


def test_types_that_lead_nowhere_are_left_out():
    """Without a method that is wanted nothing is kept."""
    types = find_types(HISTORIES, ATTRIBUTES, Types(), {"pkg.load"})

    assert Types() == types


def test_path_of_two_classes_leads_to_the_later_one():
    """A class that moved away leaves its path to another."""
    old = CallableHistory(
        path=CallablePath("pkg.old.Frame"),
        kind=CallableKind.CLASS,
        paths=(ImportPath("pkg.Frame", FIRST, SECOND), ImportPath("pkg.old.Frame", FIRST, None)),
        signatures=(Signature(FIRST, (), None),),
    )
    types = find_types([*HISTORIES, old], [], Types(), None)

    assert (types.classes["pkg.Frame"], types.classes["pkg.old.Frame"]) == ("pkg.Frame", "pkg.old.Frame")


def test_types_of_everything_are_kept_without_a_wish():
    """The inventory asks for all."""
    types = find_types(HISTORIES, ATTRIBUTES, Types(), None)

    assert types.returns["pkg.make_other"] == "pkg.Other"
    assert types.members["pkg.Reader"] == frozenset({"read"})


def test_types_said_by_people_have_the_last_word():
    """What is written by hand replaces what was mined, and adds items."""
    said = parse_types(
        '[types]\n"pkg.load()" = "pkg.Groups"\n"pkg.Frame[text]" = "pkg.Groups"\n"pkg.Frame.U" = "pkg.Groups"'
    )
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.Groups.sum"})

    assert types.returns["pkg.load"] == "pkg.Groups"
    assert types.items == {"pkg.Frame[text]": "pkg.Groups"}
    assert types.attributes["pkg.Frame.U"] == "pkg.Groups"
    assert Types.unpack(types.pack()) == types


def test_types_are_said_by_any_path_of_a_class():
    """What is said of items and attributes holds for the class, whichever of its paths is written."""
    said = parse_types('[types]\n"pkg.core.Frame[text]" = "pkg.Groups"\n"pkg.core.Frame.U" = "pkg.Groups"')
    types = find_types(HISTORIES, [], said, {"pkg.Groups.sum"})

    assert types.items == {"pkg.Frame[text]": "pkg.Groups"}
    assert types.attributes == {"pkg.Frame.U": "pkg.Groups"}


def test_objects_that_modules_keep_are_no_attributes_of_a_class():
    """A module is where functions and classes are; it has other names than those of which something is said."""
    types = find_types(HISTORIES, [], parse_types('[types]\n"pkg.main" = "pkg.Groups"'), {"pkg.Groups.sum"})

    assert types.attributes == {"pkg.main": "pkg.Groups"}
    assert "pkg" not in find_types(HISTORIES, [], parse_types('[types]\n"pkg.main" = "pkg.Groups"')).members


def test_what_stands_between_a_class_and_its_items_is_an_object_of_its_own():
    """`frame.at[...]` is asked for items, so `frame.at` is something that gives them."""
    said = parse_types('[types]\n"pkg.core.Frame.at[slice,text]" = "pkg.Groups"')
    types = find_types(HISTORIES, [], said, {"pkg.Groups.sum"})

    assert types.items == {"pkg.Frame.at[slice,text]": "pkg.Groups"}
    assert types.attributes == {"pkg.Frame.at": "pkg.Frame.at"}
    assert types.classes["pkg.Frame.at"] == "pkg.Frame.at"


def test_types_of_another_library_are_kept():
    """What people say leads to other libraries; what is mined and leads out is not followed."""
    said = parse_types('[types]\n"pkg.Frame.array" = "other.Array"')
    types = find_types(
        HISTORIES, [Attributes(CallablePath("pkg.Frame"), {"T": "third.Array"})], said, {"pkg.Groups.sum"}
    )

    assert types.attributes == {"pkg.Frame.array": "other.Array"}


def test_classes_with_subclasses_are_said():
    """They are kept as long as something leads to them."""
    said = parse_types('subclassed = ["pkg.core.Groups", "pkg.Other"]')

    assert find_types(HISTORIES, [], said, {"pkg.Groups.sum"}).subclassed == {"pkg.Groups"}


def test_types_said_of_many_methods_hold_for_each():
    """The longest pattern has the say, and what names a method goes before all of them."""
    said = parse_types(
        '[types]\n"pkg.*.group()" = "Self"\n"pkg.Fr*.group()" = "pkg.Groups"\n"pkg.*.sum()" = "Self"\n'
        '"pkg.Groups.sum()" = "pkg.Frame"\n"pkg.*.nothing()" = "Self"'
    )
    types = find_types(HISTORIES, ATTRIBUTES, said, None)

    assert types.returns["pkg.Other.group"] == "Self"
    assert types.returns["pkg.Frame.group"] == "pkg.Groups"
    assert types.returns["pkg.Groups.sum"] == "pkg.Frame"
    assert not any("*" in path or path.endswith("nothing") for path in types.returns)


def test_types_said_of_a_class_by_another_path_are_its_own():
    """Whoever writes them takes the path that he knows; a method that nobody mined is one all the same."""
    said = parse_types(
        '[types]\n"pkg.core.Frame[text]" = "pkg.Groups"\n"pkg.core.Frame.U" = "pkg.Groups"\n'
        '"pkg.core.Frame.flat()" = "Self"'
    )
    types = find_types(HISTORIES, ATTRIBUTES, said, None)

    assert types.items == {"pkg.Frame[text]": "pkg.Groups"}
    assert types.attributes["pkg.Frame.U"] == "pkg.Groups"
    assert types.returns["pkg.Frame.flat"] == "Self"
    assert {"U", "flat"} <= types.members["pkg.Frame"]


def test_types_said_of_a_keyword_stay_where_the_call_without_it_leads_on():
    """What a keyword makes unknown has to be known as unknown."""
    said = parse_types('[types]\n"pkg.load(raw)" = "Any"\n"pkg.make_other(raw)" = "Any"')
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.Groups.sum"})

    assert types.returns["pkg.load(raw)"] == "Any"
    assert "pkg.make_other(raw)" not in types.returns


def test_modules_under_other_names_are_kept_whatever_is_wanted():
    """They lead to functions as well, of which types know nothing."""
    said = parse_types('[modules]\n"pkg.parts" = "pkg.core.parts"')
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.load"})

    assert types.modules == {"pkg.parts": "pkg.core.parts"}
    assert Types.unpack(types.pack()) == types


def test_types_said_of_what_is_no_callable_are_kept():
    """`polars.col` is an object that is called: no release says what it gives, people do."""
    said = parse_types('[types]\n"pkg.col()" = "pkg.Groups"\n"pkg.row()" = "pkg.Other"')
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.Groups.sum"})

    assert types.returns["pkg.col"] == "pkg.Groups"
    assert "pkg.row" not in types.returns


@pytest.mark.parametrize(
    "text", ['[types]\n"pkg" = "x"', '[types]\n"pkg.load(" = "x"', "[types]\npkg = 3", "[other]\n"]
)
def test_types_of_another_form_are_refused(text):
    """A path has at least two parts, and a type is text."""
    with pytest.raises(RuleError):
        parse_types(text)


def test_attributes_are_read_as_they_are_written():
    """Writing and reading give the same; another line is refused, with its number."""
    text = render_attributes(ATTRIBUTES)

    assert list(parse_attributes(text, "attributes.jsonl")) == ATTRIBUTES
    with pytest.raises(RuleError, match="line 2"):
        list(parse_attributes(f"{text}[]\n", "attributes.jsonl"))


def test_argument_that_decides_stays_beside_what_is_given_without_it():
    """What a callable gives is kept for every argument that decides it, and for arguments that nobody knows."""
    said = parse_types(
        '[types]\n"pkg.load()" = "pkg.Frame"\n"pkg.load(parts)" = "pkg.Reader"\n"pkg.load(by=text)" = "int"'
    )
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.Groups.sum"})
    idle = find_types(HISTORIES, ATTRIBUTES, said, set())

    assert {path: text for path, text in types.returns.items() if path.startswith("pkg.load")} == {
        "pkg.load": "pkg.Frame",
        "pkg.load(**)": "pkg.Frame | pkg.Reader | int",
        "pkg.load(by=text)": "int",
        "pkg.load(parts)": "pkg.Reader",
    }
    assert idle.returns == {}


def test_class_that_only_people_name_is_one():
    """What stands behind an attribute may be no public class, and gives items all the same."""
    said = parse_types('[types]\n"pkg.Frame.at" = "pkg._Indexer"\n"pkg._Indexer[list]" = "pkg.Frame"')
    types = find_types(HISTORIES, ATTRIBUTES, said, {"pkg.Frame.group"})

    assert types.classes["pkg._Indexer"] == "pkg._Indexer"
    assert types.attributes["pkg.Frame.at"] == "pkg._Indexer"
    assert types.items == {"pkg._Indexer[list]": "pkg.Frame"}
