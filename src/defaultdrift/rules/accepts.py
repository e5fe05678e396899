"""Which values each release accepts, where the library states it: read and write `accepts.jsonl`, and ask it.

Source: `rules/README.md`, which defines the texts. What is not stated, or not understood, is accepted.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.literal import canonical, is_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from defaultdrift.model.name import CallablePath

FILE = "accepts.jsonl"
START = '{"callable":'
ANYTHING = "any"
OTHER = "other"
_RANGE = re.compile(r"(?P<kind>int|float|real)(?P<open>[\[(])(?P<low>[^,]+),(?P<high>[^,]+)(?P<close>[\])])")
_TYPES: dict[str, tuple[type, ...]] = {
    "bool": (bool,),
    "str": (str,),
    "int": (int,),
    "float": (float,),
    "real": (int, float),
    "dict": (dict,),
    "list": (list,),
    "tuple": (tuple,),
    "set": (set,),
}


@dataclass(frozen=True, slots=True)
class Accepts:
    """What the parameters of one callable accept, release by release.

    Attributes:
        path: Canonical path of the callable.
        parameters: Name to the history: first release that states it so, and what it accepts; `None` from the release
            on that states nothing more.
    """

    path: CallablePath
    parameters: Mapping[str, tuple[tuple[Version, tuple[str, ...] | None], ...]]

    def at(self, parameter: str, version: Version) -> tuple[str, ...] | None:
        """Return what a parameter accepts in a release, or `None` where the release does not say."""
        current = None
        for since, texts in self.parameters.get(parameter, ()):
            if since > version:
                break
            current = texts
        return current

    def refuses(self, parameter: str, version: Version, literal: str) -> bool:
        """Tell whether a release is known to refuse a literal."""
        texts = self.at(parameter, version)
        return texts is not None and not is_accepted(texts, literal)


def is_accepted(texts: Iterable[str], literal: str) -> bool:
    """Tell whether a literal is among what is accepted; what is no literal is.

    Example:
        >>> is_accepted(["'auto'", "int[1,inf)"], "10"), is_accepted(["'auto'", "int[1,inf)"], "0")
        (True, False)
    """
    known = frozenset(texts)
    if ANYTHING in known or not is_literal(literal):
        return True
    text = canonical(literal)
    return text in known or any(_takes(entry, ast.literal_eval(text)) for entry in known - {OTHER, "None"})


def _takes(entry: str, value: object) -> bool:
    """Tell whether one text, which is no literal, takes a value."""
    if entry in _TYPES:
        # As for `isinstance`, `True` is an `int`.
        return isinstance(value, _TYPES[entry])
    found = _RANGE.fullmatch(entry)
    if found is None:
        # `1` where `1.0` is among the options; of equal type, the texts would be equal.
        return bool(is_literal(entry) and ast.literal_eval(entry) == value)
    if not isinstance(value, _TYPES[found["kind"]]) or not isinstance(value, (int, float)):
        return False
    low, high = float(found["low"]), float(found["high"])
    is_above = low <= value if found["open"] == "[" else low < value
    return is_above and (value <= high if found["close"] == "]" else value < high)


def render_accepts(entries: Iterable[Accepts]) -> str:
    """Return the text of the file: one callable a line, sorted; callables of which nothing is stated are left out."""
    lines = [render_entry(entry) for entry in sorted(entries, key=lambda entry: entry.path) if entry.parameters]
    return "".join(f"{line}\n" for line in lines)


def render_entry(entry: Accepts) -> str:
    """Return one line of the file, without its newline."""
    parameters = {
        name: [[str(since), None if texts is None else list(texts)] for since, texts in entry.parameters[name]]
        for name in sorted(entry.parameters)
    }
    return json.dumps({"callable": entry.path, "accepts": parameters}, ensure_ascii=False, separators=(",", ":"))


def parse_accepts(text: str, file: str) -> Iterator[Accepts]:
    """Yield every callable of the file.

    Raises:
        RuleError: A line does not follow the schema.
    """
    for number, line in enumerate(text.splitlines(), 1):
        yield parse_accepts_line(line, file, number)


def parse_accepts_line(line: str, file: str, number: int) -> Accepts:
    """Return what one line says.

    Raises:
        RuleError: It does not follow the schema.
    """
    try:
        values = json.loads(line)
        parameters = {
            str(name): tuple((Version(since), texts and tuple(map(str, texts))) for since, texts in known)
            for name, known in values["accepts"].items()
        }
        return Accepts(values["callable"], parameters)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RuleError(file, f"line {number}", f"expected a callable and what it accepts: {error}") from error
