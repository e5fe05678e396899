"""Propose rows for the defaults that releases changed: what the signatures and the docstrings say, nothing more.

A proposal is `unreviewed`. Its effective defaults are a guess that a person has to judge: a value means itself, and a
sentinel means the default that is documented beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.mine.docstring import Entry, find_entry
from defaultdrift.model.change import Change, Effect, Evidence, Impact, Kind, Spelling
from defaultdrift.model.literal import is_dotted_name, is_literal
from defaultdrift.model.name import CallablePath
from defaultdrift.rules.audit import Difference, find_differences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from packaging.version import Version

    from defaultdrift.mine.facts import Definition
    from defaultdrift.mine.history import Lineage
    from defaultdrift.model.library import Library

_LONGEST_QUOTE = 200
_NOTE = re.compile(r"\.\. *(?:versionchanged|deprecated)::[^\n]*(?:\n[ \t]+[^\n]+)*")


def propose(
    lineages: Iterable[Lineage], versions: Sequence[Version], existing: Iterable[Change], library: Library
) -> tuple[Change, ...]:
    """Return a row for every raw difference that has none, sorted by release, callable and parameter.

    Args:
        lineages: Every callable.
        versions: Every release read, oldest first.
        existing: All rows there are. A person may have written them, so none is touched.
        library: Its name and its sentinels.
    """
    rows: dict[tuple[str, str], list[Change]] = {}
    for change in existing:
        rows.setdefault((change.callable, change.parameter), []).append(change)
        if change.renamed_to:
            rows.setdefault((change.callable, change.renamed_to), []).append(change)
    previous = dict(zip(versions[1:], versions, strict=False))
    found: list[Change] = []
    for lineage in lineages:
        for difference in find_differences(lineage.history(versions)):
            earlier = rows.setdefault((difference.callable, difference.parameter), [])
            if not any(row.release == difference.release and row.parameter == difference.parameter for row in earlier):
                case = _Case(difference, previous[difference.release], lineage, library)
                earlier.append(change := _propose(case, earlier))
                found.append(change)
    return tuple(sorted(found, key=lambda change: (change.release, change.callable, change.parameter)))


@dataclass(frozen=True, slots=True)
class _Case:
    """One difference and where to look."""

    difference: Difference
    before: Version
    lineage: Lineage
    library: Library

    @property
    def old(self) -> Definition:
        return self.lineage.definitions[self.before]

    @property
    def new(self) -> Definition:
        return self.lineage.definitions[self.difference.release]

    @property
    def is_removed(self) -> bool:
        return all(parameter.name != self.difference.parameter for parameter in self.new.parameters)

    def entry(self, definition: Definition) -> Entry | None:
        return find_entry(definition.documents, self.difference.parameter)


def _propose(case: _Case, rows: Sequence[Change]) -> Change:
    difference = case.difference
    # "The `old_effective` of a row is the `new_effective` of the row before it for that parameter."
    earlier = [row for row in rows if row.release < difference.release and row.new_effective is not None]
    last = max(earlier, key=lambda row: row.release, default=None)
    old = _guess(difference.old, case.entry(case.old), case.library) if last is None else last.new_effective
    new = None if case.is_removed else _guess(difference.new, case.entry(case.new), case.library)
    return Change(
        distribution=case.library.distribution,
        release=difference.release,
        callable=CallablePath(difference.callable),
        parameter=difference.parameter,
        renamed_to="",
        position=difference.position,
        old=difference.old,
        new=difference.new,
        old_effective=old,
        new_effective=new,
        kind=Kind.UNREVIEWED,
        # Nobody has judged it: the impact that nobody wants to miss.
        impact=Impact.RESULTS,
        summary=_summary(case),
        when=(),
        keep=None if case.is_removed else _spelling(old),
        accept=_spelling(new),
        evidence=tuple(_evidence(case)),
    )


def _guess(default: str | None, entry: Entry | None, library: Library) -> Effect | None:
    if default in library.sentinels:
        documented = None if entry is None else entry.default
        default = None if documented in library.sentinels else documented
    if default is None or not (is_literal(default) or is_dotted_name(default)):
        return None
    return Effect(default)


def _spelling(effect: Effect | None) -> Spelling | None:
    return Spelling(effect.text) if effect is not None and is_literal(effect.text) else None


def _summary(case: _Case) -> str:
    difference = case.difference
    if case.is_removed:
        return f"{difference.parameter} is gone; its default was {difference.old}."
    if difference.old is None:
        return f"{difference.parameter} gets the default {difference.new}."
    if difference.new is None:
        return f"{difference.parameter} loses its default {difference.old}."
    return f"{difference.parameter} goes from {difference.old} to {difference.new}."


def _evidence(case: _Case) -> Iterator[Evidence]:
    release, definition = (case.before, case.old) if case.is_removed else (case.difference.release, case.new)
    parameter = next(p for p in definition.parameters if p.name == case.difference.parameter)
    quote = definition.declaration(parameter)[:_LONGEST_QUOTE]
    yield Evidence("signature", quote, str(release), definition.file)
    entry = case.entry(definition)
    if entry is not None and (said := _said(entry, None if case.is_removed else case.entry(case.old))):
        yield Evidence("docstring", said, str(release), entry.file)


def _said(entry: Entry, before: Entry | None) -> str:
    """Return what the entry says about the change: a note that is new, else the header where it names the default."""
    known = set() if before is None else {_folded(note) for note in _NOTE.findall(before.text)}
    notes = [note for found in _NOTE.findall(entry.text) if (note := _folded(found)) not in known]
    # A header that goes on behind a backslash is quoted as far as the line goes.
    header = _folded(entry.text.partition("\n")[0].rstrip("\\"))
    return (notes[0] if notes else header if "default" in header else "")[:_LONGEST_QUOTE].rstrip()


def _folded(text: str) -> str:
    return " ".join(text.split())
