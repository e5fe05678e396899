"""The compiled rules say what the texts say, are read piece by piece, and a damaged file is told and never executed."""

from __future__ import annotations

import json
import pickle
import random
import re
import zlib

import pytest
from packaging.version import Version

from defaultdrift.errors import DefaultDriftError, RuleError
from defaultdrift.model.name import last_name, normalise
from defaultdrift.rules.api import parse_api, render_callable
from defaultdrift.rules.compile import compile_rules
from defaultdrift.rules.compiled import CompiledRules
from defaultdrift.rules.container import Memory, is_whole
from defaultdrift.rules.moved import Moved, MovedHistories, MovedRows
from defaultdrift.rules.release import parse_release
from defaultdrift.rules.ruleset import Ruleset
from defaultdrift.shell.rules_folder import compile_folder, parse_library_file, release_files
from support import CASES, FROZEN, SKLEARN, compare

FOLDERS = [CASES / "own_rules" / "shapes", CASES / "rules" / SKLEARN]
SHAPES = FOLDERS[0]


class Counted:
    """A source that knows how much of it was read."""

    name = "counted"

    def __init__(self, content):
        self.content = content
        self.read_so_far = 0

    def read(self, start, stop):
        """Count, and return what is asked for."""
        self.read_so_far += stop - start
        return self.content[start:stop]


def read_text(folder):
    """Return library, histories and rows as the texts have them."""
    name = normalise(folder.name)
    rows = [
        row for release, path in release_files(folder, "") for row in parse_release(path.read_text(), name, release)
    ]
    return parse_library_file(folder, ""), parse_api((folder / "api.jsonl").read_text(), ""), rows


def open_rules(content, as_of=""):
    return Ruleset.of(CompiledRules(Memory("some.rules", content), as_of))


def read_everything(content):
    """Open a file and read every part of it."""
    rules = open_rules(content)
    moved = Moved(rules, Version("1.0"), Version("2.0"), Version("1.0"))
    types = [rules.compiled.types(section) for section in ("types", "attributes")]
    return list(rules.api.all()), list(rules.changes.values()), moved.affected, moved.paths, types


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_compiled_rules_say_what_the_texts_say(folder):
    """Every field of the library, of every callable and of every row comes back as it was, type and all."""
    library, histories, rows = read_text(folder)
    rules = open_rules(compile_rules(library, histories, rows))
    found = [row for changes in rules.changes.values() for row in changes]

    assert repr(rules.library) == repr(library)
    assert repr(list(rules.api.all())) == repr(sorted(histories, key=lambda history: history.path))
    assert repr(found) == repr(sorted(rows, key=lambda row: (row.callable, row.release)))
    assert list(rules.api.names()) == sorted({last_name(e.path) for history in histories for e in history.paths})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_each_callable_is_found_alone(folder):
    """Whatever is asked for first, by its canonical path or by another one, it is the same callable."""
    library, histories, rows = read_text(folder)
    content = compile_rules(library, histories, rows)
    for history in histories[:: max(1, len(histories) // 40)]:
        rules = open_rules(content)
        assert rules.api.find(history.path) == history
        assert history in [rules.api.find_by_import_path(entry.path, entry.since) for entry in history.paths]
        assert list(rules.changes.get(history.path, ())) == [row for row in rows if row.callable == history.path]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_callables_are_found_by_how_their_paths_end(folder):
    """By the end of any import path, the outermost first; a piece of a segment is no end."""
    library, histories, rows = read_text(folder)
    api = open_rules(compile_rules(library, histories, rows)).api
    for history in histories[:: max(1, len(histories) // 40)]:
        for entry in history.paths:
            for count in range(1, entry.path.count(".") + 1):
                ending = ".".join(entry.path.split(".")[-count:])
                found = api.find_by_ending(ending)
                assert history in [other for _, other in found]
                assert [depth for depth, _ in found] == sorted(depth for depth, _ in found)
            assert history not in [other for _, other in api.find_by_ending(last_name(entry.path)[1:])]


@pytest.mark.parametrize("path", ["", "shapes", "shapes.Circ", "shapes.Circle.", "shapes.zzz", 'shapes.Circle"', "{"])
def test_what_is_not_there_is_not_found(path):
    """Neither the beginning of a path nor a piece of the file's own spelling leads to a callable."""
    rules = open_rules(compile_folder(SHAPES, ""))

    assert rules.api.find(path) is None
    assert rules.api.find_by_import_path(path, Version("1.0")) is None
    assert rules.api.find_by_ending(path) == []
    assert path not in rules.changes


def test_equal_rules_give_equal_bytes():
    """The order in which callables and rows come decides nothing."""
    library, histories, rows = read_text(FOLDERS[1])
    shuffled = list(histories)
    random.Random(1).shuffle(shuffled)

    assert compile_rules(library, histories, rows) == compile_rules(library, shuffled, rows)


def test_a_step_reads_little():
    """The head and what changed on the step: no signature and no evidence."""
    content = compile_folder(FOLDERS[1], "")
    source = Counted(content)
    moved = Moved(Ruleset.of(CompiledRules(source)), *map(Version, ("1.3.2", "1.4.2", "1.3.2")))

    assert "sklearn.cluster.KMeans" in moved.affected
    assert "sklearn.cluster.KMeans" in MovedRows(moved)
    assert source.read_so_far < len(content) / 3


def test_a_callable_is_looked_for_by_every_name_it_had():
    """A path may end in another name than the canonical one, and methods are reached as attributes."""
    rules = open_rules(compile_folder(SHAPES, ""))
    moved = Moved(rules, Version("1.0"), Version("2.0"), Version("1.0"))
    affected = moved.affected

    assert set(affected) == {"shapes.Circle", "shapes.Circle.scale", "shapes.line"}
    assert affected["shapes.Circle"].names == ("Circle", "Disc")
    assert (affected["shapes.Circle"].is_method, affected["shapes.Circle.scale"].is_method) == (False, True)
    assert affected["shapes.line"].parameters == {"width", "style"}
    assert MovedHistories(moved)["shapes.round.Disc"].path == "shapes.Circle"


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("1.0", "1.1", {"shapes.Circle.scale", "shapes.line"}),
        ("1.1", "2.0", {"shapes.Circle"}),
        ("1.0", "1.0", set()),
        ("2.0", "3.0", set()),
    ],
)
def test_a_step_has_the_rows_of_its_releases(low, high, wanted):
    """What the lower version changed is behind it; a callable whose rows are without effect is not looked for."""
    rules = open_rules(compile_folder(SHAPES, ""))
    rows = MovedRows(Moved(rules, Version(low), Version(high), Version(low)))

    assert set(rows) == wanted
    assert {row.release for changes in rows.values() for row in changes} <= {Version(high)}


def test_a_job_is_small_between_processes():
    """What is sent is where the rules are; each process reads what it needs."""
    comparisons = compare("0.20.0", "1.9.0")
    size = len(pickle.dumps(comparisons))
    again = pickle.loads(pickle.dumps(comparisons))  # noqa: S301  just written

    assert len(comparisons[0].histories) > 50
    assert size < 4_000
    assert dict(again[0].changes) == dict(comparisons[0].changes)
    assert dict(again[0].histories) == dict(comparisons[0].histories)


def test_rules_of_several_chunks_are_whole():
    """Callables at either side of a chunk's end are found, the first and the last one too."""
    library, histories, _ = read_text(SHAPES)
    many = [
        parse_api((SHAPES / "api.jsonl").read_text().replace("shapes.line", f"shapes.line{number:04}"), "")[2]
        for number in range(2000)
    ]
    rules = open_rules(compile_rules(library, [*many, *histories], []))

    assert [rules.api.find(history.path) for history in many] == many
    assert [history.path for history in rules.api.all()] == sorted(history.path for history in (*many, *histories))
    assert all(rules.api.find_by_ending(last_name(history.path)) for history in many)


def test_text_beyond_ascii_comes_back():
    """Quotes, line separators and lone surrogates in a default do not tear a line apart."""
    text = (SHAPES / "api.jsonl").read_text()
    odd = json.dumps("\u2028\x85\n\"'\\ \ud800 é 💥")
    library, _, rows = read_text(SHAPES)
    histories = parse_api(text.replace("\"'solid'\"", odd), "")
    rules = open_rules(compile_rules(library, histories, rows))

    assert rules.api.find("shapes.line").signatures[0].parameters[1].default == json.loads(odd)
    assert rules.api.find("shapes.Circle") == histories[0]


def test_a_callable_listed_twice_is_refused():
    """One line would hide the other."""
    library, histories, rows = read_text(SHAPES)
    with pytest.raises(RuleError, match=r"shapes\.line: is listed twice"):
        compile_rules(library, [*histories, histories[2]], rows)


def damage():
    """Yield damaged files by what happened to them."""
    whole = compile_folder(SHAPES, "")
    yield "empty", b""
    yield "another_file", b"SQLite format 3\0" + bytes(100)
    yield "another_format", whole.replace(b"rules 2\n", b"rules 9\n", 1)
    yield "a_pickle", pickle.dumps(print)
    yield "half", whole[: len(whole) // 2]
    yield "only_the_magic", whole[:22]
    yield "no_end", whole[:-40]
    yield "bits_in_the_head", whole[:60] + bytes(8) + whole[68:]
    yield "bits_in_the_body", whole[:-200] + bytes(50) + whole[-150:]


@pytest.mark.parametrize("content", [pytest.param(content, id=name) for name, content in damage()])
def test_damaged_rules_are_told_as_such(content):
    """One sentence that names the file, whatever is broken, as soon as it is read; nothing else is raised."""
    assert not is_whole(content)
    with pytest.raises(RuleError, match=r"^some\.rules: the compiled rules are damaged: ") as error:
        read_everything(content)
    assert "\n" not in str(error.value)


def forge(head):
    """Return a file whose checksums are right and whose head is anything."""
    whole = compile_folder(SHAPES, "")
    start = whole.index(b"\n") + 1
    length = int.from_bytes(whole[start : start + 4], "big")
    packed = zlib.compress(head if isinstance(head, bytes) else json.dumps(head).encode())
    body = whole[start + 16 + length :]
    numbers = (len(packed), zlib.crc32(packed), len(body), zlib.crc32(body))
    return whole[:start] + b"".join(number.to_bytes(4, "big") for number in numbers) + packed + body


def original_head():
    whole = compile_folder(SHAPES, "")
    start = whole.index(b"\n") + 1
    length = int.from_bytes(whole[start : start + 4], "big")
    return json.loads(zlib.decompress(whole[start + 16 : start + 16 + length]))


HEAD = original_head()
FORGED = {
    "no_json": b"}{",
    "a_list": [],
    "deep": b"[" * 200_000,
    "no_sections": {key: value for key, value in HEAD.items() if key != "sections"},
    "sections_of_text": {**HEAD, "sections": "api"},
    "a_chunk_of_minus_one": {**HEAD, "sections": {**HEAD["sections"], "api": [["a", 10, -1]]}},
    "a_chunk_of_a_terabyte": {**HEAD, "sections": {**HEAD["sections"], "api": [["a", 10, 2**40]]}},
    "a_chunk_behind_the_end": {**HEAD, "sections": {**HEAD["sections"], "api": [["a", 2**30, 10]]}},
    "another_shape": {**HEAD, "shape": ["callable"]},
    "no_library": {**HEAD, "library": None},
    "a_library_of_numbers": {**HEAD, "library": dict.fromkeys(HEAD["library"], 3)},
    "a_version_that_is_none": {**HEAD, "library": {**HEAD["library"], "first": "x"}},
    "a_field_more": {**HEAD, "library": {**HEAD["library"], "__class__": "x"}},
    "moves_of_no_release": {**HEAD, "sections": {**HEAD["sections"], "moves": [["x", 10, 10]]}},
}


@pytest.mark.parametrize("head", FORGED.values(), ids=FORGED)
def test_forged_rules_end_in_a_sentence(head):
    """A file with right checksums and a hostile head is told as damaged, and inflates nothing beyond its measure."""
    content = forge(head)
    assert is_whole(content)
    with pytest.raises(RuleError, match="the compiled rules are damaged"):
        read_everything(content)


def test_no_flipped_bit_leads_to_another_error():
    """Anywhere in a file, a wrong byte is either told as damage or does not matter."""
    whole = compile_folder(SHAPES, "")
    chance = random.Random(3)
    told = 0
    for _ in range(300):
        at = chance.randrange(len(whole))
        content = whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :]
        try:
            read_everything(content)
        except DefaultDriftError as error:
            told += 1
            assert re.search("damaged", str(error))
    assert told > 200


def test_frozen_rules_are_compiled():
    """The cases read the same form as everybody."""
    assert FROZEN.ruleset(SKLEARN).compiled.source.name.endswith(SKLEARN)


@pytest.mark.parametrize(("at", "wanted"), [("1.0", "shapes.Circle"), ("1.1", "shapes.Circle"), ("2.0", "shapes.line")])
def test_path_that_two_callables_had_belongs_to_the_one_of_the_version(at, wanted):
    """A name may be used again for something else."""
    library, histories, rows = read_text(SHAPES)
    text = render_callable(histories[2]).replace('[["shapes.line"', '[["shapes.round.Disc","2.0",null],["shapes.line"')
    rules = open_rules(compile_rules(library, [*histories[:2], *parse_api(text, "")], rows))
    moved = Moved(rules, Version("1.0"), Version("2.0"), Version(at))

    assert MovedHistories(moved)["shapes.round.Disc"].path == wanted
    assert MovedHistories(moved)["shapes.line"].path == "shapes.line"
    assert "Disc" in moved.affected["shapes.line"].names
