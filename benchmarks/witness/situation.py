"""Turn a row of the rules into small programs, by the data in `situations.toml`.

A situation says how to call what its globs match: data, arguments, what to look at. All situations that match a row are
laid over each other in the order of the file, so that general ones come first.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from defaultdrift.model.change import Kind
from defaultdrift.model.signature import CallableKind
from defaultdrift.model.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from packaging.version import Version

    from defaultdrift.model.change import Change, Condition
    from defaultdrift.model.signature import CallableHistory

FOLDER = Path(__file__).parent
SITUATIONS = FOLDER / "situations"
RUNNER = FOLDER / "program.py"
MATERIAL = FOLDER / "material.py"
SELECTORS = ("callables", "parameters", "releases", "kinds", "when")
TABLES = ("values", "arguments", "construct", "fit")


@dataclass(slots=True)
class Situation:
    """How to call something so that a default shows.

    Attributes:
        values: Expressions by name: `X`, `y`, and whatever a signature requires.
        arguments: Of the call whose parameter is left out.
        construct: Of the constructor, where the callable is a method.
        fit: Of `fit`, besides the values that it requires.
        then: Pairs of a name and an expression over `result` to look at, in place of everything that is found.
        prepare: Expressions evaluated first.
        only: Globs of the measured names that count; all where empty.
        ignore: Globs of measured names that do not count.
        types: Whether types count as well as values.
        tolerance: Largest difference that is none, as a share of the largest number of an array.
        keep: How to write the old effect, where the row cannot say it.
        accept: How to write the new effect, likewise.
        skip: Why it cannot be run.
        raises: Whether an error in one release alone is what the row is about.
        reason: Why the outcome is not what the kind of the row promises.
        file: The last file that told something special.
    """

    values: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)
    construct: dict[str, str] = field(default_factory=dict)
    fit: dict[str, str] = field(default_factory=dict)
    then: list[list[str]] = field(default_factory=list)
    prepare: list[str] = field(default_factory=list)
    only: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    types: bool = False
    tolerance: float = 1e-6
    keep: str = ""
    accept: str = ""
    skip: str = ""
    raises: bool = False
    reason: str = ""
    file: str = ""


def read_situations() -> list[dict[str, Any]]:
    """Return all situations, the general file first, each with the name of its file.

    Raises:
        ValueError: One has a key that is not known, or matches nothing.
    """
    known = {*SELECTORS, *(entry.name for entry in fields(Situation))}
    found = []
    for path in sorted(SITUATIONS.glob("*.toml")):
        for entry in parse_toml(path.read_text(encoding="utf-8"))["situation"]:
            if unknown := set(entry) - known:
                raise ValueError(f"{path.name}: {entry.get('callables')}: no such keys: {sorted(unknown)}")
            found.append({**entry, "file": path.name})
    return found


def matches(entry: Mapping[str, Any], row: Change) -> bool:
    """Tell whether a situation is about a row."""

    def agrees(key: str, text: str) -> bool:
        return key not in entry or any(fnmatchcase(text, glob) for glob in entry[key])

    conditions = " & ".join(map(str, row.when))
    return (
        agrees("callables", row.callable)
        and agrees("parameters", row.parameter)
        and agrees("releases", str(row.release))
        and agrees("kinds", row.kind.value)
        and entry.get("when", "") in conditions
    )


def find_situation(entries: Iterable[Mapping[str, Any]], row: Change) -> Situation:
    """Return the situations that match a row, laid over each other."""
    found = Situation()
    for entry in entries:
        if not matches(entry, row):
            continue
        for key, value in entry.items():
            if key in TABLES:
                getattr(found, key).update(value)
            elif key == "ignore":
                found.ignore = [*found.ignore, *value]
            elif key not in SELECTORS:
                setattr(found, key, value)
    for condition in row.when:
        if condition.parameter not in found.arguments and (text := satisfy(condition)):
            found.arguments[condition.parameter] = text
    return found


def isolate(situation: Situation, row: Change, siblings: Iterable[Change], old: Version, api: Any) -> None:  # noqa: ANN401
    """Write the other parameters out whose default the same release changed, so that only one is left to speak."""
    history = api.find(row.callable)
    signatures = [history.at(release) for release in (old, row.release)] if history else []
    for other in siblings:
        if other.parameter in (row.parameter, row.renamed_to) or other.parameter in situation.arguments:
            continue
        is_known = all(signature and signature.parameter(other.parameter) for signature in signatures)
        for spelling in (other.keep, other.accept):
            if is_known and spelling and spelling.is_accepted(old) and spelling.is_accepted(row.release):
                situation.arguments[other.parameter] = spelling.text
                break


def satisfy(condition: Condition) -> str:
    """Return a value that makes a condition true, or an empty text where leaving the argument out does."""
    if condition.is_met_by(condition.default):
        return ""
    return "" if condition.negated or condition.pattern else condition.values[0]


@dataclass(frozen=True, slots=True)
class Program:
    """One call in one release.

    Attributes:
        release: Where it runs.
        text: The program as the runner reads it, without its key.
    """

    release: str
    text: str

    @property
    def key(self) -> str:
        """The same for the same program and the same runner."""
        data = f"{self.release} {self.text} {_runner()}"
        return hashlib.sha256(data.encode()).hexdigest()[:24]


def _runner(cache: list[str] = []) -> str:  # noqa: B006  read once
    if not cache:
        cache.append(hashlib.sha256(RUNNER.read_bytes() + MATERIAL.read_bytes()).hexdigest())
    return cache[0]


def plan(row: Change, old: Version, api: Any, situation: Situation) -> dict[str, Program]:  # noqa: ANN401  the index of histories
    """Return the programs of a row, by what is written for the parameter.

    They are `old` and `new`, with it left out; `old_keep`, `new_keep` and `new_accept`, with an effect written, where
    it can be; `old_passed`, `new_passed` and `new_passed_before` (by the old name), where the parameter takes data.

    Raises:
        LookupError: The callable cannot be reached in one of the releases, or the situation tells why it cannot be run.
    """
    if situation.skip:
        raise LookupError(situation.skip)
    history = api.find(row.callable)
    owner = api.find(row.callable.rpartition(".")[0]) if is_method(history) else None
    keep, accept = find_spellings(row, situation)
    keep_before = "" if row.keep and not row.keep.is_accepted(old) else keep
    programs = {}
    value = row.parameter if row.kind is not Kind.SILENT and row.parameter in situation.values else ""
    for name, release, text in (
        ("old", old, ""),
        ("new", row.release, ""),
        ("old_keep", old, keep_before),
        ("new_keep", row.release, keep),
        ("new_accept", row.release, accept),
        ("old_passed", old, value),
        ("new_passed", row.release, value),
        ("new_passed_before", row.release, value if row.renamed_to else ""),
    ):
        if "_" in name and not text:
            continue
        path = history.path_at(release) if history else None
        signature = history.at(release) if history else None
        if path is None or signature is None:
            raise LookupError(f"no public path in {release}")
        names = {row.parameter, row.renamed_to} - {""}
        declared = [entry for entry in (row.renamed_to, row.parameter) if entry and signature.parameter(entry)]
        arguments = dict(situation.arguments) | dict.fromkeys(names, "")
        if text and declared:
            arguments[declared[-1 if name.endswith("before") else 0]] = text
        elif "_" in name and "passed" not in name:
            continue
        owner_path = owner.path_at(release) if owner else None
        program = {
            "paths": [path],
            "owner": [owner_path or path.rpartition(".")[0]] if owner or is_method(history) else [],
            "construct": situation.construct,
            "arguments": arguments,
            "values": situation.values,
            "then": situation.then,
            "prepare": situation.prepare,
            "fit": situation.fit,
            "is_bound_to_class": history.kind in (CallableKind.CLASSMETHOD, CallableKind.STATICMETHOD),
        }
        programs[name] = Program(str(release), json.dumps(program, sort_keys=True))
    return programs


def is_method(history: CallableHistory | None) -> bool:
    """Tell whether an instance is bound first."""
    return history is not None and history.kind in (
        CallableKind.METHOD,
        CallableKind.CLASSMETHOD,
        CallableKind.STATICMETHOD,
    )


def find_spellings(row: Change, situation: Situation) -> tuple[str, str]:
    """Return how the old and the new effect are written; empty where they cannot be."""
    written = []
    for given, spelling, effect in (
        (situation.keep, row.keep, row.old_effective),
        (situation.accept, row.accept, row.new_effective),
    ):
        text = given or (spelling.text if spelling and spelling.is_accepted(row.release) else "")
        if not text and effect is not None and not effect.is_description and row.kind is not Kind.SILENT:
            text = effect.text
        written.append("" if text == "-" else text)
    return written[0], written[1]


__all__ = ["Program", "Situation", "find_situation", "isolate", "matches", "plan", "read_situations"]
