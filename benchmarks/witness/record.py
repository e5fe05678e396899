"""Write down what the witnesses say: the evidence of rows and the page of counts. Values in, text out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from verdict import LONGEST, Outcome, Verdict

from defaultdrift.model.change import Change, Evidence, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from packaging.version import Version
    from situation import Situation

    Verdicts = Mapping[Change, tuple[Situation, Verdict]]

KIND = "witness"
FOLDER = "benchmarks/witness/situations"
BACKING = (Outcome.SHOWN, Outcome.APART, Outcome.OTHER)
COLUMNS = tuple(Outcome)
LEAD = """\
# Behavioural witnesses

Written by `make witness`. For every reviewed change, a small seeded program runs in the release before with the
parameter left out, in the release of the change with it left out, and there with the old value written, which is what a
fix writes. Between the two releases of a step nothing else differs: same interpreter, same numpy, same scipy.

| outcome | says |
|---|---|
| shown | silent: the results differ, and the old value, if one can be written, restores them; else: they are the same |
| shown apart | the results move for another cause too; left out and the old value differ in the new release only |
| other cause | not silent: the results differ, and as much with the old value written, so it is not the default |
| not shown | a silent change that makes no difference on our data |
| contradicted | the results say something else than the row |
| not run | no program can be run; the reason is told below |
"""


def identify(row: Change) -> tuple[object, ...]:
    """Return what tells a row from all others, whatever its evidence."""
    return (row.release, row.callable, row.parameter, row.renamed_to, row.when)


def add_evidence(rows: Sequence[Change], verdicts: Verdicts) -> tuple[Change, ...]:
    """Return the rows of one release with the evidence of witnesses in place of what they had of it.

    Callables that share a row share its evidence: the measure of one of them, and for how many it holds.
    """
    told = {identify(row): verdict for row, verdict in verdicts.items()}
    groups: dict[Change, list[Change]] = defaultdict(list)
    for row in rows:
        plain = replace(row, evidence=tuple(entry for entry in row.evidence if entry.kind != KIND))
        groups[replace(plain, callable=rows[0].callable)].append(plain)
    found = []
    for group in groups.values():
        evidence = find_evidence(group, [told.get(identify(row)) for row in group])
        found += [replace(row, evidence=(*row.evidence, *evidence)) for row in group]
    return tuple(found)


def find_evidence(
    group: Sequence[Change], verdicts: Sequence[tuple[Situation, Verdict] | None]
) -> tuple[Evidence, ...]:
    """Return the evidence that a group of callables shares: none where no witness backs the row."""
    backing = [(row, *told) for row, told in zip(group, verdicts, strict=True) if told and told[1].outcome in BACKING]
    if not backing:
        return ()
    row, situation, verdict = min(backing, key=lambda entry: (BACKING.index(entry[2].outcome), entry[0].callable))
    name = row.callable.removeprefix("sklearn.")
    share = f" ({len(backing)} of {len(group)} callables)" if len(group) > 1 else ""
    quote = f"{name}: {verdict.measure}" if len(group) > 1 else verdict.measure
    return (
        Evidence(KIND, shorten(quote, LONGEST - len(share)) + share, str(row.release), f"{FOLDER}/{situation.file}"),
    )


def shorten(text: str, most: int) -> str:
    """Return a text of at most so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def render_page(verdicts: Verdicts, before: Mapping[Version, Version]) -> str:
    """Return the page: counts by release, and every row that no witness shows."""
    counts: dict[Version, Counter[Outcome]] = defaultdict(Counter)
    silent: Counter[Outcome] = Counter()
    for row, (_, verdict) in verdicts.items():
        counts[row.release][verdict.outcome] += 1
        if row.kind is Kind.SILENT:
            silent[verdict.outcome] += 1
    head = " | ".join(outcome.value for outcome in COLUMNS)
    lines = [LEAD, "## Counts, one callable and parameter each", ""]
    lines += [f"| release | before | {head} |", f"|---|---|{'---:|' * len(COLUMNS)}"]
    for release in sorted(counts):
        lines.append(f"| {release} | {before[release]} | {_cells(counts[release])} |")
    lines.append(f"| all | | {_cells(sum(counts.values(), Counter()))} |")
    lines.append(f"| of these silent | | {_cells(silent)} |")
    for outcome in (Outcome.CONTRADICTED, Outcome.HIDDEN, Outcome.APART, Outcome.OTHER, Outcome.UNTOLD):
        lines += _list(outcome, verdicts)
    return "\n".join(lines) + "\n"


def _cells(counts: Mapping[Outcome, int]) -> str:
    return " | ".join(str(counts.get(outcome, 0)) for outcome in COLUMNS)


def _list(outcome: Outcome, verdicts: Verdicts) -> Iterable[str]:
    rows = [(row, told[0], told[1]) for row, told in verdicts.items() if told[1].outcome is outcome]
    if not rows:
        return
    yield f"\n## {outcome.value.capitalize()}\n"
    yield "| release | kind | parameter | why |\n|---|---|---|---|"
    for row, situation, verdict in sorted(
        rows, key=lambda entry: (entry[0].release, entry[0].callable, entry[0].parameter)
    ):
        measure = " ".join(verdict.measure.split()).replace("|", "\\|")
        why = f"{measure}: {situation.reason}" if situation.reason else measure
        yield f"| {row.release} | {row.kind.value} | `{row.callable}({row.parameter})` | {shorten(why, 300)} |"
