"""Each file of `tests/cases/locks/<format>` says what its `.json` says, and obeys the laws that hold for every lock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from defaultdrift.errors import DocumentError, LockError
from defaultdrift.locks import FORMATS, parse_lock

FOLDER = Path(__file__).parent / "cases" / "locks"
CASES = sorted(path for path in FOLDER.glob("*/*") if path.suffix != ".json")
REAL = [path for path in CASES if path.stem.startswith("real_") or path.stem == "real"]
# Here all pins stand on one line, or a version goes on below the line where its requirement starts.
ELSEWHERE = {"array_as_one_value", "continuations_and_comments"}
FILES = {
    "uv": "uv.lock",
    "pylock": "pylock.toml",
    "poetry": "poetry.lock",
    "pdm": "pdm.lock",
    "pipfile": "Pipfile.lock",
    "requirements": "requirements.txt",
}


def case_id(path):
    """Return format and claim of a case."""
    return f"{path.parent.name}-{path.stem}"


def read(path):
    """Return the text of a case, with its newlines."""
    return path.read_bytes().decode()


def told(text, name):
    """Return what a text says, in the form of the expectations."""
    try:
        lock = parse_lock(FILES[name], text, name)
    except DocumentError as error:
        return {"error": str(error)}
    document = {
        "pins": [[pin.distribution, str(pin.version), pin.line, pin.marker] for pin in lock.pins],
        "ranges": [[entry.distribution, entry.specifier, entry.line, entry.marker] for entry in lock.ranges],
        "skips": [[skip.line, skip.reason] for skip in lock.skips],
        "includes": [[include.path, include.line] for include in lock.includes],
    }
    return {key: value for key, value in document.items() if value or key == "pins"}


def spread(text, count):
    """Return so many offsets of a text, from its start to its end."""
    return [len(text) * index // count for index in range(count)]


def pinned(lock):
    """Return distributions and versions of a lock."""
    return {(pin.distribution, pin.version) for pin in lock.pins}


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_lock_says_what_is_expected(path):
    """Pins, ranges, skips and includes with their lines, or the error, are those of the `.json` beside the case."""
    assert json.loads(path.with_suffix(".json").read_text()) == told(read(path), path.parent.name)


@pytest.mark.parametrize("path", CASES, ids=case_id)
def test_lock_says_the_same_with_windows_newlines(path):
    """A carriage return before each newline changes neither versions nor lines."""
    text = read(path)
    windows = told(text.replace("\n", "\r\n"), path.parent.name)

    assert json.dumps(told(text, path.parent.name)) == json.dumps(windows).replace("\\r\\n", "\\n")


@pytest.mark.parametrize("path", [path for path in CASES if path.stem not in ELSEWHERE], ids=case_id)
def test_lock_names_the_line_that_holds_the_version(path):
    """The line of a pin holds its version."""
    lines = read(path).split("\n")
    found = told(read(path), path.parent.name)

    for _, version, line, _ in found.get("pins", []):
        near = "".join(lines[line - 1 : line + (path.parent.name == "pipfile")])
        assert version in near.replace("%2B", "+")


@pytest.mark.parametrize("path", REAL, ids=case_id)
def test_cut_lock_never_says_what_the_whole_does_not(path):
    """A file cut anywhere gives an error for the user, or versions that the whole file gives too."""
    name, text = path.parent.name, read(path)
    whole = pinned(parse_lock(FILES[name], text, name))
    for end in spread(text, 307):
        try:
            lock = parse_lock(FILES[name], text[:end], name)
        except DocumentError:
            continue

        assert pinned(lock) <= whole, f"cut at {end}"


@pytest.mark.parametrize("path", REAL, ids=case_id)
@pytest.mark.parametrize("damage", ["\0", "\x1b", "}", "]", '"', "\n\n{{{\n"])
def test_damaged_lock_is_an_error_for_the_user(path, damage):
    """What stands where it does not belong never raises anything but an error for the user."""
    name, text = path.parent.name, read(path)
    complaints = [
        complaint
        for place in spread(text, 41)
        if (complaint := told(text[:place] + damage + text[place:], name).get("error"))
    ]

    assert complaints or name == "requirements"
    assert all(complaint.startswith(f"{FILES[name]}: ") for complaint in complaints)


@pytest.mark.parametrize("path", REAL, ids=case_id)
def test_lock_of_another_format_is_refused(path):
    """Every other format refuses a real file."""
    for other in set(FORMATS) - {path.parent.name}:
        with pytest.raises(LockError):
            parse_lock(FILES[other], read(path), other)


@pytest.mark.parametrize("path", REAL, ids=case_id)
def test_content_tells_the_format_of_a_file_of_any_name(path):
    """A real lock under an unknown name is read as what it is."""
    lock = parse_lock("locked", read(path), None)

    assert path.parent.name == lock.format
    assert pinned(parse_lock("locked", read(path), path.parent.name)) == pinned(lock)


@pytest.mark.parametrize("name", FORMATS)
def test_format_has_cases_for_what_every_format_meets(name):
    """Every format is proved on a minimal, a real and an empty file, on foreign ones and on errors."""
    stems = {path.stem for path in CASES if path.parent.name == name}
    errors = [path for path in (FOLDER / name).glob("*.json") if "error" in json.loads(path.read_text())]

    assert any(stem.startswith("minimal") for stem in stems)
    assert any(stem.startswith("real") for stem in stems)
    assert stems & {"no_packages", "only_comments"}
    assert any(stem.startswith("foreign") for stem in stems)
    assert any("cut" in stem for stem in stems)
    assert len(errors) >= 3
