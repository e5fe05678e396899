"""Tell people what the miner did: lines for a terminal, Markdown for the body of a pull request."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

from defaultdrift.report.look import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from defaultdrift.model.change import Change
    from defaultdrift.shell.mining import Mined
    from defaultdrift.shell.origins import Artefact

# A body holds 65536 characters: https://docs.github.com/en/rest/pulls/pulls
_LONGEST_BODY = 60_000
_MOST_MEMBERS = 20
_MOST_RELEASES = 8


def render_lines(mined: Mined) -> Iterator[str]:
    """Yield what was done for one distribution."""
    if mined.problem:
        yield f"{mined.distribution}: {mined.problem}"
        return
    if not mined.callables:
        yield f"{mined.distribution}: {len(mined.releases)} releases, nothing new"
        return
    yield (
        f"{mined.distribution}: {len(mined.releases)} releases ({len(mined.fetched)} read now), "
        f"{mined.callables} callables, {len(mined.proposed)} new rows"
    )
    for artefact in mined.new:
        if artefact.is_yanked:
            yield f"  yanked: {artefact.version}"
    for change in mined.proposed:
        yield f"  {change.release} {change.callable}.{change.parameter}: {change.old} -> {change.new}"
    for line in mined.unparsed:
        yield f"  not parsed: {line}"
    if mined.unparsed:
        yield f"  this is Python {sys.version_info[0]}.{sys.version_info[1]}; a newer one may know a newer syntax"
    for name in mined.written:
        yield f"wrote {name}"


def render_proposal(runs: Sequence[Mined]) -> str:
    """Return the run as Markdown: what is new, what has to be judged, what failed.

    Args:
        runs: One a distribution; those without news are counted.
    """
    changed = [run for run in runs if run.written and not run.problem]
    failed = [run for run in runs if run.problem]
    releases = sum(len(run.new) for run in changed)
    rows = sum(len(run.proposed) for run in changed)
    head = [
        f"{_count(releases, 'new release')}, {_count(rows, 'new row')}.",
        "",
        "Every row is `unreviewed`: judge it, give it its evidence, and merge. `rules/README.md` says how.",
        "",
        "| library | releases | rows |",
        "|---|---|---|",
    ]
    head += [f"| {run.distribution} | {_releases(run.new)} | {len(run.proposed)} |" for run in changed]
    head += [""] if changed else []
    unchanged = len(runs) - len(changed) - len(failed)
    head += [f"{_count(unchanged, 'library', 'libraries')} without a new release.", ""] if unchanged else []
    for run in failed:
        head += [
            f"**Not read: {run.distribution}**",
            "",
            *(f"> {visible(line)}" for line in run.problem.splitlines()),
            "",
        ]
    text = "\n".join(head)
    return text + _cut(_details(changed), _LONGEST_BODY - len(text))


def _details(runs: Iterable[Mined]) -> Iterator[str]:
    for run in runs:
        if run.proposed:
            yield f"\n## {run.distribution}\n\n| release | parameter | old | new |\n|---|---|---|---|\n"
            yield from map(_row, run.proposed)
        if run.unparsed:
            yield f"\n{run.distribution}: {_count(len(run.unparsed), 'member')} could not be parsed:\n\n"
            yield from (f"* {_code(line)}\n" for line in islice(run.unparsed, _MOST_MEMBERS))


def _cut(pieces: Iterable[str], room: int) -> str:
    """Return the pieces as far as there is room, and say that there are more."""
    kept: list[str] = []
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            return "".join((*kept, "\nThere is more than fits here: see the changed files.\n"))
        kept.append(piece)
    return "".join(kept)


def _row(change: Change) -> str:
    return (
        f"| {change.release} | `{change.callable}.{change.parameter}` | {_code(change.old)} | {_code(change.new)} |\n"
    )


def _releases(artefacts: Sequence[Artefact]) -> str:
    """Return the releases of a cell; of a library that is new, the first and the last one."""
    if len(artefacts) <= _MOST_RELEASES:
        return ", ".join(map(_release, artefacts))
    return f"{len(artefacts)}, {_release(artefacts[0])} to {_release(artefacts[-1])}"


def _release(artefact: Artefact) -> str:
    notes = [artefact.date] if artefact.date else []
    notes += ["yanked"] if artefact.is_yanked else []
    return f"{artefact.version} ({', '.join(notes)})" if notes else str(artefact.version)


def _code(text: str | None) -> str:
    """Return source text for a cell of a table: it comes from anywhere, and stays one cell and one span of code."""
    if text is None:
        return ""
    shown = visible(" ".join(text.split())).replace("|", "\\|")
    shown = f"{shown[:100]}…" if len(shown) > 100 else shown
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
