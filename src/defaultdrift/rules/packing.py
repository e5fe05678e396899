"""Values of the rules as plain JSON values and back: rows, libraries. For the compiled form, which is trusted.

Every field of a row is written in the order of its declaration, so that a field that is added takes part.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from packaging.version import Version

from defaultdrift.model.change import Change, Condition, Effect, Evidence, Impact, Kind, Spelling
from defaultdrift.model.library import Decorator, Library, Made, Release
from defaultdrift.rules.types import Types

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from defaultdrift.model.name import CallablePath, DistributionName

_FIELDS = tuple(name for name in Change.__slots__ if name not in ("distribution", "callable"))
ADDED = _FIELDS.index("added")
"""Where in a packed row the day stands on which it was added."""

MOVING = "!"
"""Marks a parameter whose effects differ, where what a release changed is listed."""

SECTIONS = ("moves", "paths", "types", "rows", "names", "api", "accepts", "attributes")
"""What a compiled file consists of; `rules.compile` says what is in each."""

SHAPE = (*SECTIONS, *Change.__slots__, *Library.__slots__, *Made.__slots__, *Types.__slots__)
"""What the packed form depends on: rules packed with other fields are not read."""


# A file repeats a few dozen versions some ten thousand times.
@lru_cache(maxsize=4096)
def read_version(text: str) -> Version:
    """Return the version that a text spells; equal texts give one object."""
    return Version(text)


def pack_row(change: Change) -> list[object]:
    """Return a row without its distribution and its callable."""
    row = [_pack_field(name, getattr(change, name)) for name in _FIELDS]
    # A field of another type than text needs its line in the tables.
    assert repr(unpack_row(row, change.distribution, change.callable)) == repr(change), "a field is lost"  # noqa: S101
    return row


def unpack_row(row: Sequence[Any], distribution: DistributionName, path: CallablePath) -> Change:
    """Return the row that was packed.

    Raises:
        ValueError, TypeError, KeyError: It is none.
    """
    values: dict[str, Any] = {name: _unpack_field(name, value) for name, value in zip(_FIELDS, row, strict=True)}
    return Change(distribution=distribution, callable=path, **values)


def pack_library(library: Library) -> dict[str, object]:
    """Return a library as an object."""
    packed: dict[str, object] = {name: getattr(library, name) for name in Library.__slots__}
    packed["first"] = str(library.first)
    packed["reviewed_from"] = None if library.reviewed_from is None else str(library.reviewed_from)
    packed["releases"] = [[str(r.version), r.date, r.artefact, r.sha256] for r in library.releases]
    packed["made"] = [
        [m.classes, m.names, m.like, m.defaults, *(None if v is None else str(v) for v in (m.since, m.until))]
        for m in library.made
    ]
    packed["decorators"] = [[d.name, d.adds, dict(d.told)] for d in library.decorators]
    return packed


def unpack_library(packed: dict[str, Any]) -> Library:
    """Return the library that was packed.

    Raises:
        ValueError, TypeError, KeyError: It is none.
    """
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in packed.items()}
    values["first"] = Version(packed["first"])
    values["reviewed_from"] = None if packed["reviewed_from"] is None else Version(packed["reviewed_from"])
    values["releases"] = tuple(
        Release(version=read_version(version), date=date, artefact=artefact, sha256=sha256)
        for version, date, artefact, sha256 in packed["releases"]
    )
    values["decorators"] = tuple(
        Decorator(name=name, adds=tuple((parameter, value) for parameter, value in adds), told=told)
        for name, adds, told in packed["decorators"]
    )
    values["made"] = tuple(
        Made(
            classes=tuple(classes),
            names=tuple(names),
            like=like,
            defaults=tuple((parameter, value) for parameter, value in defaults),
            since=None if since is None else Version(since),
            until=None if until is None else Version(until),
        )
        for classes, names, like, defaults, since, until in packed["made"]
    )
    values["shown"] = tuple((path, tuple(ways)) for path, ways in packed["shown"])
    return Library(**values)


def _pack_field(name: str, value: Any) -> object:  # noqa: ANN401  any field
    return _PACK[name](value) if name in _PACK else value


def _unpack_field(name: str, value: Any) -> object:  # noqa: ANN401  any JSON
    return _UNPACK[name](value) if name in _UNPACK else value


def _pack_effect(effect: Effect | None) -> object:
    if effect is None:
        return None
    return [effect.text] if effect.is_description else effect.text


def _unpack_effect(value: str | list[str] | None) -> Effect | None:
    if value is None:
        return None
    return Effect(value) if isinstance(value, str) else Effect(value[0], is_description=True)


def _pack_spelling(spelling: Spelling | None) -> object:
    if spelling is None:
        return None
    return [spelling.text, *(None if version is None else str(version) for version in (spelling.since, spelling.until))]


def _unpack_spelling(value: Sequence[Any] | None) -> Spelling | None:
    if value is None:
        return None
    text, since, until = value
    return Spelling(
        text, None if since is None else read_version(since), None if until is None else read_version(until)
    )


def _pack_conditions(when: Sequence[Condition]) -> object:
    return [[entry.parameter, entry.values, entry.negated, entry.default, entry.pattern] for entry in when]


def _unpack_conditions(value: Sequence[Any]) -> tuple[Condition, ...]:
    return tuple(
        Condition(parameter, tuple(values), negated=negated, default=default, pattern=pattern)
        for parameter, values, negated, default, pattern in value
    )


def _pack_evidence(evidence: Sequence[Evidence]) -> object:
    return [[getattr(entry, name) for name in Evidence.__slots__] for entry in evidence]


def _unpack_evidence(value: Sequence[Any]) -> tuple[Evidence, ...]:
    return tuple(Evidence(*entry) for entry in value)


def _unpack_kind(value: str | None) -> Kind | None:
    return None if value is None else Kind(value)


_PACK: dict[str, Callable[[Any], object]] = {
    "release": str,
    "old_effective": _pack_effect,
    "new_effective": _pack_effect,
    "when": _pack_conditions,
    "keep": _pack_spelling,
    "accept": _pack_spelling,
    "evidence": _pack_evidence,
}
_UNPACK: dict[str, Callable[[Any], object]] = {
    "release": read_version,
    "old_effective": _unpack_effect,
    "new_effective": _unpack_effect,
    "kind": Kind,
    "proposed_kind": _unpack_kind,
    "impact": Impact,
    "when": _unpack_conditions,
    "keep": _unpack_spelling,
    "accept": _unpack_spelling,
    "evidence": _unpack_evidence,
}
