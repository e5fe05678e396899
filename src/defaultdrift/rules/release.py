"""Read and write the changes of one release, `rules/<distribution>/<release>.toml`.

Source: `rules/README.md`, which defines the schema. A rule file is data from anywhere: text that may be written into
someone's code is parsed as a literal or a dotted name, never evaluated, and refused otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.errors import RuleError
from defaultdrift.model.change import Change, Condition, Effect, Evidence, Impact, Kind, Spelling
from defaultdrift.model.literal import canonical, is_dotted_name, is_literal
from defaultdrift.model.name import CallablePath, DistributionName
from defaultdrift.rules._read import Table, parse_document

if TYPE_CHECKING:
    from packaging.version import Version

_KEYS = frozenset(
    {
        *("callable", "also", "parameter", "renamed_to", "position", "old", "new", "old_effective", "new_effective"),
        *("kind", "proposed_kind", "impact", "summary", "added", "when", "keep", "keep_since", "keep_until"),
        *("rare", "accept", "accept_since", "accept_until", "evidence"),
    }
)
_EVIDENCE_KINDS = ("signature", "docstring", "code", "warning", "changelog", "witness")
_LONGEST_QUOTE = 200
_MAY_DIFFER = (Kind.SILENT, Kind.UNREVIEWED)


def parse_release(text: str, distribution: DistributionName, release: Version) -> tuple[Change, ...]:
    """Return the rows of a release file, one for each callable (`also` is spread out), in the order of the file.

    Args:
        text: TOML.
        distribution: Name of the folder.
        release: Stem of the file.

    Raises:
        RuleError: The text does not follow the schema; the file is left for the caller to name.
    """
    root = parse_document(text)
    root.expect_keys(frozenset({"change"}))
    rows = root.tables("change", lambda table: _parse_row(table, distribution, release))
    return tuple(change for row in rows for change in row)


def _parse_row(table: Table, distribution: DistributionName, release: Version) -> list[Change]:
    table.expect_keys(_KEYS)
    kind = table.choice("kind", Kind)
    proposed = _proposed_kind(table, kind)
    meant = proposed or kind
    old_effective, new_effective = _effect(table, "old_effective"), _effect(table, "new_effective")
    if meant not in _MAY_DIFFER and old_effective != new_effective:
        raise RuleError("", table.where, f"a change of kind {meant.value!r} has one effective default, not two")
    if meant is Kind.SILENT and old_effective == new_effective:
        raise RuleError("", table.where, "a silent change has two different effective defaults")
    evidence = table.tables("evidence", parse_evidence)
    _check_evidence(table, kind, evidence)
    renamed_to = table.text_or("renamed_to", "")
    if (meant is Kind.RENAMED) != bool(renamed_to):
        raise RuleError("", table.where, "'renamed_to' and kind 'renamed' go together")
    paths = [table.text("callable"), *table.texts("also")]
    return [
        Change(
            distribution=distribution,
            release=release,
            callable=CallablePath(path),
            parameter=table.text("parameter"),
            renamed_to=renamed_to,
            position=_position(table),
            old=table.text_or("old", None),
            new=table.text_or("new", None),
            old_effective=old_effective,
            new_effective=new_effective,
            kind=kind,
            proposed_kind=proposed,
            impact=table.choice("impact", Impact),
            summary=table.text("summary"),
            added=table.day_or("added", ""),
            rare=table.flag("rare"),
            when=table.tables("when", _parse_condition),
            keep=_spelling(table, "keep", old_effective),
            accept=_spelling(table, "accept", new_effective),
            evidence=evidence,
        )
        for path in paths
    ]


def _proposed_kind(table: Table, kind: Kind) -> Kind | None:
    """Read what the miner takes a change for. It never stands beside what a person says."""
    if table.value("proposed_kind") is None:
        return None
    proposed = table.choice("proposed_kind", Kind)
    if kind is not Kind.UNREVIEWED or proposed is Kind.UNREVIEWED:
        raise RuleError("", f"{table.where}.proposed_kind", "stands only in an unreviewed row, and says more than that")
    if proposed not in (*_MAY_DIFFER, Kind.INTERNAL) and table.value("old_effective") is None:
        raise RuleError("", f"{table.where}.proposed_kind", "a change that is no drift needs its effective default")
    return proposed


def _check_evidence(table: Table, kind: Kind, evidence: tuple[Evidence, ...]) -> None:
    if not evidence:
        raise RuleError("", f"{table.where}.evidence", "a row without evidence is not believed")
    if kind not in (Kind.UNREVIEWED, Kind.INTERNAL) and all(entry.kind == "signature" for entry in evidence):
        raise RuleError("", f"{table.where}.evidence", "a reviewed row needs evidence besides the signature")


def _position(table: Table) -> int | None:
    value = table.value("position")
    if value == "keyword":
        return None
    if isinstance(value, int) and value >= 0:
        return value
    raise RuleError("", f"{table.where}.position", f"expected an index or 'keyword', got {value!r}")


def _effect(table: Table, key: str) -> Effect | None:
    value = table.value(key)
    if value is None:
        return None
    if isinstance(value, dict):
        words = Table(value, f"{table.where}.{key}")
        words.expect_keys(frozenset({"description"}))
        return Effect(words.text("description"), is_description=True)
    return Effect(_writable(table.text(key), f"{table.where}.{key}"))


def _spelling(table: Table, key: str, effect: Effect | None) -> Spelling | None:
    """Read how an effect is written: by default as the effect itself, where that is a literal."""
    text = table.text_or(key, None)
    if text is None:
        text = effect.text if effect is not None and not effect.is_description and is_literal(effect.text) else ""
    if not text:
        return None
    where = f"{table.where}.{key}"
    return Spelling(_writable(text, where), table.version(f"{key}_since"), table.version(f"{key}_until"))


def _writable(text: str, where: str) -> str:
    if not (is_literal(text) or is_dotted_name(text)):
        raise RuleError("", where, f"expected a literal or a dotted name, got {text!r}")
    return canonical(text)


def _parse_condition(table: Table) -> Condition:
    table.expect_keys(frozenset({"parameter", "is", "not", "matches", "default"}))
    wanted, unwanted, pattern = table.texts("is"), table.texts("not"), table.text_or("matches", "")
    if sum(map(bool, (wanted, unwanted, pattern))) != 1:
        raise RuleError("", table.where, "expected one of 'is', 'not' and 'matches'")
    return Condition(
        table.text("parameter"),
        tuple(canonical(value) for value in wanted or unwanted),
        negated=bool(unwanted),
        default=canonical(table.text("default")),
        pattern=_pattern(pattern, table.where),
    )


def _pattern(text: str, where: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise RuleError("", f"{where}.matches", f"expected a regular expression, got {text!r}: {error}") from error
    return text


def parse_evidence(table: Table) -> Evidence:
    """Read one entry of `evidence`.

    Raises:
        RuleError: It does not follow the schema.
    """
    table.expect_keys(frozenset({"kind", "release", "file", "quote", "url"}))
    kind, quote = table.text("kind"), table.text("quote")
    if kind not in _EVIDENCE_KINDS:
        raise RuleError("", f"{table.where}.kind", f"expected one of {', '.join(_EVIDENCE_KINDS)}, got {kind!r}")
    if not quote or len(quote) > _LONGEST_QUOTE:
        raise RuleError("", f"{table.where}.quote", f"expected 1 to {_LONGEST_QUOTE} characters, got {len(quote)}")
    return Evidence(kind, quote, table.text_or("release", ""), table.text_or("file", ""), table.text_or("url", ""))


def render_release(changes: tuple[Change, ...]) -> str:
    """Return the text of a release file: sorted, equal rows of several callables joined by `also`.

    It is the inverse of `parse_release` for files in this form, and brings others into it.
    """
    groups: dict[object, list[Change]] = {}
    for change in sorted(changes, key=lambda change: (change.callable, change.parameter, repr(change.when))):
        groups.setdefault(_without_callable(change), []).append(change)
    return "\n".join(_render_row(group) for group in groups.values())


def _without_callable(change: Change) -> object:
    return tuple(getattr(change, name) for name in Change.__slots__ if name != "callable")


def _render_row(group: list[Change]) -> str:
    change = group[0]
    lines = ["[[change]]", _line("callable", change.callable)]
    if also := [other.callable for other in group[1:]]:
        lines += ["also = [", *(f"    {_quoted(path)}," for path in also), "]"]
    lines.append(_line("parameter", change.parameter))
    lines += _optional("renamed_to", change.renamed_to or None)
    lines.append(_line("position", "keyword") if change.position is None else f"position = {change.position}")
    lines += _optional("old", change.old) + _optional("new", change.new)
    lines += _render_effect("old_effective", change.old_effective)
    lines += _render_effect("new_effective", change.new_effective)
    lines.append(_line("kind", change.kind.value))
    lines += _optional("proposed_kind", None if change.proposed_kind is None else change.proposed_kind.value)
    lines += [_line("impact", change.impact.value), _line("summary", change.summary)]
    lines += _optional("added", change.added or None)
    if change.when:
        lines.append(f"when = [{', '.join(map(_render_condition, change.when))}]")
    if change.rare:
        lines.append("rare = true")
    lines += _render_spelling("keep", change.keep, change.old_effective)
    lines += _render_spelling("accept", change.accept, change.new_effective)
    lines += ["evidence = [", *(f"    {_render_evidence(entry)}," for entry in change.evidence), "]"]
    return "\n".join(lines) + "\n"


def _render_effect(key: str, effect: Effect | None) -> list[str]:
    if effect is None:
        return []
    if effect.is_description:
        return [f"{key} = {{ description = {_quoted(effect.text)} }}"]
    return [_line(key, effect.text)]


def _render_spelling(key: str, spelling: Spelling | None, effect: Effect | None) -> list[str]:
    is_value = effect is not None and not effect.is_description and is_literal(effect.text)
    if spelling is None:
        return [_line(key, "")] if is_value else []
    lines = [] if is_value and effect is not None and spelling.text == effect.text else [_line(key, spelling.text)]
    lines += _optional(f"{key}_since", None if spelling.since is None else str(spelling.since))
    return lines + _optional(f"{key}_until", None if spelling.until is None else str(spelling.until))


def _render_condition(condition: Condition) -> str:
    values = ", ".join(map(_quoted, condition.values))
    relation = "not" if condition.negated else "is"
    said = f"matches = {_quoted(condition.pattern)}" if condition.pattern else f"{relation} = [{values}]"
    return f"{{ parameter = {_quoted(condition.parameter)}, {said}, default = {_quoted(condition.default)} }}"


def _render_evidence(evidence: Evidence) -> str:
    pairs = [(name, getattr(evidence, name)) for name in ("kind", "release", "file", "url", "quote")]
    return f"{{ {', '.join(f'{name} = {_quoted(value)}' for name, value in pairs if value)} }}"


def _optional(key: str, value: str | None) -> list[str]:
    return [] if value is None else [_line(key, value)]


def _line(key: str, value: str) -> str:
    return f"{key} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """Quote a basic string of TOML: the escapes of JSON, without those for surrogates.

    Source: https://toml.io/en/v1.0.0#string
    """
    import json  # noqa: PLC0415  only writing needs it

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
