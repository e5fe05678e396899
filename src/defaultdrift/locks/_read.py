"""Read documents and the values in them: text in, plain values, line numbers and complaints out.

Sources: https://toml.io/en/v1.0.0, RFC 8259 (JSON), and for names and versions
https://packaging.python.org/en/latest/specifications/name-normalization/ and
https://packaging.python.org/en/latest/specifications/version-specifiers/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from defaultdrift.errors import LockError
from defaultdrift.model.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")

# What can hide a newline or a bracket, or is one. The text is known to be TOML, so no string is left open.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # up to two quotes may stand before the three that close the string
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_BLANK = r"[ \t]*"
_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*')"""
_HEADER = re.compile(rf"{_BLANK}\[(\[?){_BLANK}({_KEY}(?:{_BLANK}\.{_BLANK}{_KEY})*){_BLANK}\]")
_ASSIGNMENT = re.compile(rf"{_BLANK}({_KEY}){_BLANK}=")

_SECRET = re.compile(r"//[^/@\s]*@")
_LONGEST = 60
_MOST_FAULTS = 5


class Faults:
    """What is wrong with one document, told all together."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str]] = []

    def expect(self, key: str, expected: str, found: object) -> None:
        """Take down that something else than expected stands at a key; `None` is told as nothing."""
        self._found.append((key, f"expected {expected}, got {describe(found)}"))

    def tell(self) -> None:
        """Give up the document if anything was wrong.

        Raises:
            LockError: At least one fault was found; the first five are told.
        """
        if not self._found:
            return
        (key, problem), *others = self._found
        told = [problem, *(f"{key}: {problem}" for key, problem in others[: _MOST_FAULTS - 1])]
        if len(self._found) > _MOST_FAULTS:
            told.append(f"and {len(self._found) - _MOST_FAULTS} more")
        raise LockError("", key, "; ".join(told))


def describe(value: object) -> str:
    """Return a value as a message shows it: what kind of container, or the value itself, short, without a password."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "an array"
    shown = repr(_SECRET.sub("//", value) if isinstance(value, str) else value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."


def parse_toml_document(text: str) -> dict[str, object]:
    """Return a TOML document.

    Raises:
        LockError: The text is no TOML; the key is the line where the parser gave up.
    """
    try:
        return parse_toml(text)
    except ValueError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.match(r"line \d+", place)
        raise LockError("", line[0] if line else "", _not_a("TOML", message)) from None


def parse_json_document(text: str) -> dict[str, object]:
    """Return a JSON document.

    Raises:
        LockError: The text is no JSON object; the key is the line where the parser gave up.
    """
    import json  # noqa: PLC0415  only one format is JSON

    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise LockError("", f"line {error.lineno}", _not_a("JSON", error.msg.removesuffix(" starting at"))) from None
    except ValueError as error:
        raise LockError("", "", _not_a("JSON", str(error))) from None
    except RecursionError:
        raise LockError("", "", _not_a("JSON", "nested too deeply")) from None
    if not isinstance(document, dict):
        raise LockError("", "", f"expected a JSON object, got {describe(document)}")
    return document


def _not_a(language: str, message: str) -> str:
    if message.startswith("Exceeds the limit"):  # Python reads no number of thousands of digits, and says so at length
        message = "a number is too long"
    return f"expected {language} ({message[:1].lower()}{message[1:]})"


def is_name(value: object) -> bool:
    """Tell whether a value can be the name of a distribution."""
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def read_version(value: object) -> Version | None:
    """Return the version that a value spells, or `None` where it spells none."""
    try:
        return Version(value) if isinstance(value, str) else None
    except InvalidVersion:
        return None


def find_lines(text: str, table: str, key: str) -> list[int]:
    """Return where a key stands in each table of an array of tables, in the order of the document.

    Args:
        text: A valid TOML document.
        table: Name of the array of tables: `package` for `[[package]]`. Where the array is written as one value,
            `package = [{…}]`, the one line where it starts is returned.
        key: A key of these tables. Where a table lacks it, the line of its header is returned.
    """
    lines: list[int] = []
    inside, is_root = False, True
    for line, start in _find_statements(text):
        if header := _HEADER.match(text, start):
            inside, is_root = bool(header[1]) and _plain(header[2]) == table, False
            if inside:
                lines.append(line)
        elif (inside or is_root) and (assignment := _ASSIGNMENT.match(text, start)):
            name = _plain(assignment[1])
            if inside and name == key:
                lines[-1] = line
            elif is_root and name == table:
                return [line]
    return lines


def _find_statements(text: str) -> Iterator[tuple[int, int]]:
    """Yield line and offset of each header and each assignment; a value may go on over several lines."""
    line, start, first_line, depth = 1, 0, 1, 0
    for token in _TOKEN.finditer(text):
        character = text[token.start()]
        if character == "\n":
            line += 1
            if depth == 0:
                yield first_line, start
                start, first_line = token.end(), line
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
        elif character != "#":
            line += text.count("\n", token.start(), token.end())
    yield first_line, start


def _plain(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" else key
