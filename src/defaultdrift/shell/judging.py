"""Rows that nobody has judged, and how a judgement gets into their file: at once, and nothing else of it changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from defaultdrift.errors import DocumentError, UsageError
from defaultdrift.model.change import Change, Effect, Evidence, Impact, Kind, Spelling
from defaultdrift.model.literal import is_dotted_name, is_literal
from defaultdrift.rules.release import parse_release, render_release
from defaultdrift.shell.cache import write_whole
from defaultdrift.shell.rules_folder import release_files
from defaultdrift.shell.said_files import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from packaging.version import Version

    from defaultdrift.model.name import DistributionName

_BLOCK = re.compile(r"^(?=\[\[change\]\]\s*$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a release file that nobody has judged.

    Attributes:
        file: The release file.
        rows: The row, once for each callable that it is about.
    """

    file: Path
    rows: tuple[Change, ...]

    @property
    def change(self) -> Change:
        """The row of the first callable."""
        return self.rows[0]

    @property
    def key(self) -> tuple[Version, str, str]:
        """What an answer names it by: release, callable and parameter."""
        return self.change.release, self.change.callable, self.change.parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person says about a row.

    Attributes:
        kind: What the change means.
        impact: What it does.
        old: Effect before, as `parse_effect` reads it; empty where there is none to tell.
        new: Effect from this release on.
        summary: One sentence.
        renamed_to: The other name of a renamed parameter; empty otherwise.
        evidence: What shows it, besides the evidence that is there.
    """

    kind: Kind
    impact: Impact
    old: str
    new: str
    summary: str
    renamed_to: str = ""
    evidence: tuple[Evidence, ...] = ()


def find_items(folder: Path, release: Version | None, callable_: str | None) -> list[Item]:
    """Return the rows that nobody has judged, oldest release first, in the order of the files.

    Args:
        folder: Of one distribution.
        release: Only those of this release; `None` for all.
        callable_: Only those of callables whose canonical path ends so; `None` for all.

    Raises:
        RuleError: A file does not follow the schema; the message names it.
    """
    shown = f"{folder.parent.name}/{folder.name}"
    return [
        Item(path, rows)
        for version, path in release_files(folder, shown)
        if release in (None, version)
        for block in _blocks(read_text(path))[1:]
        for rows in [_parse(block, folder.name, version, f"{shown}/{path.name}")]
        if rows[0].kind is Kind.UNREVIEWED
        and (callable_ is None or any(_ends(row.callable, callable_) for row in rows))
    ]


def judge(item: Item, answer: Answer) -> tuple[Change, ...]:
    """Return the rows with the judgement in them, checked as the rules are.

    Raises:
        RuleError: The answer does not follow the schema: effects that contradict the kind, text that cannot be written,
            no evidence.
    """
    old, new = parse_effect(answer.old), parse_effect(answer.new)
    kept = tuple(entry for entry in item.change.evidence if entry not in answer.evidence)
    rows = tuple(
        replace(
            row,
            kind=answer.kind,
            proposed_kind=None,
            impact=answer.impact,
            old_effective=old,
            new_effective=new,
            summary=answer.summary,
            added=row.added if (old, new) == (row.old_effective, row.new_effective) else _today(),
            renamed_to=answer.renamed_to,
            keep=_spelling(old, row.keep),
            accept=_spelling(new, row.accept),
            evidence=(*kept, *answer.evidence),
        )
        for row in item.rows
    )
    change = item.change
    return parse_release(render_release(rows), change.distribution, change.release)


def write_judgement(item: Item, rows: Sequence[Change]) -> None:
    """Put the judged rows where the item was; everything else in the file stays as it is, comments included.

    Raises:
        UsageError: The item is not in the file any more.
        RuleError: The file does not follow the schema.
        OutsideError: It cannot be written; it is then as it was.
    """
    change, shown = item.change, f"{item.file.parent.name}/{item.file.name}"
    text = read_text(item.file)
    blocks = _blocks(text)
    for index, block in enumerate(blocks[1:], 1):
        if _parse(block, change.distribution, change.release, shown) == item.rows:
            blocks[index] = f"{render_release(tuple(rows)).rstrip()}\n{_tail(block)}"
            joined = "".join(blocks)
            _parse(joined, change.distribution, change.release, shown)
            write_whole(item.file, joined.encode())
            return
    raise UsageError(f"{shown}: {change.callable}.{change.parameter} is not there as it was", "start again")


def parse_effect(text: str) -> Effect | None:
    """Return what a person wrote as an effect: a value, or words; words may stand in angle brackets.

    Example:
        >>> str(parse_effect("'auto'")), str(parse_effect("<one run>")), str(parse_effect("one run"))
        ("'auto'", '<one run>', '<one run>')
    """
    stripped = text.strip()
    if not stripped:
        return None
    if stripped.startswith("<") and stripped.endswith(">"):
        return Effect(stripped[1:-1].strip(), is_description=True)
    is_value = is_literal(stripped) or is_dotted_name(stripped)
    return Effect(stripped, is_description=not is_value)


def parse_answers(text: str) -> Iterator[tuple[tuple[Version, str, str], Answer]]:
    """Yield the answers of a file, each with the release, callable and parameter that it is about.

    Raises:
        RuleError: The text does not follow the schema: `[[answer]]` with `release`, `callable`, `parameter`, `kind`,
            `impact`, `old_effective`, `new_effective`, `summary`, `renamed_to`, and `evidence` as in a release file.
    """
    from defaultdrift.rules._read import parse_document, parse_version
    from defaultdrift.rules.release import parse_evidence

    known = {"release", "callable", "parameter", "kind", "impact", "old_effective", "new_effective", "summary"}
    root = parse_document(text)
    root.expect_keys(frozenset({"answer"}))
    for table in root.tables("answer", lambda table: table):
        table.expect_keys(frozenset({*known, "renamed_to", "evidence"}))
        release = parse_version(table.text("release"), f"{table.where}.release")
        yield (
            (release, table.text("callable"), table.text("parameter")),
            Answer(
                kind=table.choice("kind", Kind),
                impact=table.choice("impact", Impact),
                old=table.text_or("old_effective", ""),
                new=table.text_or("new_effective", ""),
                summary=table.text("summary"),
                renamed_to=table.text_or("renamed_to", ""),
                evidence=table.tables("evidence", parse_evidence),
            ),
        )


def _blocks(text: str) -> list[str]:
    """Return what stands before the first row, then the text of each row."""
    return _BLOCK.split(text)


def _tail(block: str) -> str:
    """Return the blank lines and comments behind a row: they belong to what follows."""
    lines = block.splitlines(keepends=True)
    start = len(lines)
    while start and (not lines[start - 1].strip() or lines[start - 1].startswith("#")):
        start -= 1
    return "".join(lines[start:])


def _parse(text: str, distribution: DistributionName | str, release: Version, shown: str) -> tuple[Change, ...]:
    from defaultdrift.model.name import normalise

    try:
        return parse_release(text, normalise(distribution), release)
    except DocumentError as error:
        raise error.in_file(shown) from error


def _today() -> str:
    """Return the day: a row that is judged anew with another effect gets a new one."""
    return datetime.now(tz=timezone.utc).date().isoformat()


def _ends(path: str, wanted: str) -> bool:
    return path == wanted or path.endswith(f".{wanted}")


def _spelling(effect: Effect | None, before: Spelling | None) -> Spelling | None:
    """Write an effect as itself where that is a literal; what was known of the same spelling stays."""
    if effect is None or effect.is_description or not is_literal(effect.text):
        return None
    return before if before is not None and before.text == effect.text else Spelling(effect.text)
