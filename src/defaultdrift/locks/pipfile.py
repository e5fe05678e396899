"""Read `Pipfile.lock` (specification 6): text in, `Lock` out.

Source: https://github.com/pypa/pipfile#pipfilelock and what pipenv writes. Every table beside `_meta` is a category:
`default`, `develop`, and those that a `Pipfile` names itself.

An entry states a specifier, not a version: `==1.4.2`, or `*` where pipenv was told to keep it open. Earlier pipenv
locked versions that PEP 440 does not know, so one such entry is skipped and the others hold.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from defaultdrift.errors import LockError, UnsupportedVersionError
from defaultdrift.locks._pins import Entries
from defaultdrift.locks._read import Faults, describe, is_name, parse_json_document
from defaultdrift.locks._requirement import read_specifier
from defaultdrift.model.name import normalise
from defaultdrift.model.pin import Pin, Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from defaultdrift.model.pin import Lock

NAME = "pipfile"

_TOKEN = re.compile(r'"((?:\\.|[^"\\])*)"(\s*:)?|[\[\]{}]', re.DOTALL)


def matches(file_name: str) -> bool:
    """Tell whether a file of this name is read here."""
    return file_name.rpartition("/")[2] == "Pipfile.lock"


def parse(text: str) -> Lock:
    """Return the versions in a lock.

    Raises:
        LockError: The text is not what pipenv writes, or of a specification that is not known.
    """
    document = parse_json_document(text)
    _expect_specification(document.pop("_meta", None))
    lines = _find_lines(text)
    entries, faults = Entries(), Faults()
    for category, packages in document.items():
        if not isinstance(packages, dict):
            faults.expect(category, "an object", packages)
            continue
        for name, values in packages.items():
            key = f"{category}.{name}"
            if not is_name(name):
                faults.expect(key, "the name of a distribution", name)
            elif not isinstance(values, dict):
                faults.expect(key, "an object", values)
            else:
                _expect_texts(values, key, faults)
                _read_entry(name, values, lines.get((category, name), 0), entries)
    faults.tell()
    return entries.lock(NAME)


def _expect_specification(meta: object) -> None:
    if not isinstance(meta, dict):
        raise LockError("", "_meta", f"expected an object, got {describe(meta)}")
    specification = meta.get("pipfile-spec")
    if not isinstance(specification, int) or isinstance(specification, bool):
        raise LockError("", "_meta.pipfile-spec", f"expected 6, got {describe(specification)}")
    if specification != 6:
        raise UnsupportedVersionError("", "_meta.pipfile-spec", f"expected 6, got {specification}")


def _expect_texts(values: Mapping[str, object], place: str, faults: Faults) -> None:
    for key in ("version", "markers"):
        if not isinstance(values.get(key, ""), str):
            faults.expect(f"{place}.{key}", "a string", values[key])


def _read_entry(name: str, values: Mapping[str, object], line: int, entries: Entries) -> None:
    if "version" not in values:
        entries.skip(line, f"{name!r} has no version")
        return
    distribution, specifier, marker = normalise(name), str(values["version"]), str(values.get("markers", ""))
    version = read_specifier("" if specifier == "*" else specifier)
    if version is None:
        entries.skip(line, f"{name!r}: expected '==' and a version, got {describe(specifier)}")
    elif isinstance(version, str):
        entries.ranges.append(Range(distribution=distribution, specifier=version, line=line, marker=marker))
    else:
        entries.pins.append(Pin(distribution=distribution, version=version, line=line, marker=marker))


def _find_lines(text: str) -> dict[tuple[str, str], int]:
    """Return the line of the version of each entry, or of its name where it has none, by category and name."""
    lines: dict[tuple[str, str], int] = {}
    path = ["", "", ""]
    line, last, depth = 1, 0, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", last, token.start())
        last = token.start()
        character = text[last]
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
        elif token[2] is not None and depth <= 3:
            path[depth - 1] = json.loads(f'"{token[1]}"') if "\\" in token[1] else token[1]
            if depth == 2 or (depth == 3 and path[2] == "version"):
                lines[path[0], path[1]] = line
    return lines
