"""`defaultdrift rules stats [DIST]`: totals of the rules, and the notes about defaults that no row accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from defaultdrift.model.change import Kind
from defaultdrift.model.name import normalise
from defaultdrift.shell.exit import FOUND, FOUND_NOTHING
from defaultdrift.shell.options import RulesChoice, add_rules_options, open_rules
from defaultdrift.shell.output import print_json, print_table

if TYPE_CHECKING:
    from defaultdrift.model.name import DistributionName
    from defaultdrift.shell.database import Database

_COUNTS = ("releases", "callables", "parameters", "changes", *(kind.value for kind in Kind), "proposed")
_HEADS = ("distribution", *_COUNTS, "reviewed")


@click.command("stats")
@click.argument("distribution", metavar="[DIST]", required=False)
@click.option("--unexplained", is_flag=True, help="List notes about defaults that have neither a row nor a reason.")
@add_rules_options
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(distribution: str | None, style: str, rules: RulesChoice, *, unexplained: bool) -> int:
    """Count distributions, releases, callables, parameters and changes by kind.

    A parameter is counted once for each callable, over all releases. A change is reviewed when a person judged it;
    of those that are not, "proposed" counts the ones for which the miner can tell what they mean.

    --unexplained lists what docstrings say about a change of a default, where no row and no reason in explained.toml
    accounts for it; exit code 1 where there is any.
    """
    database = open_rules(rules)
    known = [name for name in database.distributions() if database.knows(name)]
    names = [normalise(distribution)] if distribution else known
    if unexplained:
        return _print_unexplained(database, names, style)
    rows = [_count(database, name) for name in names]
    totals = {head: sum(int(str(row[head])) for row in rows) for head in _COUNTS}
    if style == "json":
        total: dict[str, object] = {"distributions": len(rows), **totals, "reviewed": _share(totals)}
        print_json({"rules": database.version(), "distributions": rows, "total": total})
        return FOUND_NOTHING
    shown = [*rows, {"distribution": "total", **totals, "reviewed": _share(totals)}] if len(rows) > 1 else rows
    print_table(_HEADS, [[_cell(row[head]) for head in _HEADS] for row in shown], right=range(1, len(_HEADS)))
    click.echo(f"\nrules {database.version()}")
    return FOUND_NOTHING


def _count(database: Database, distribution: DistributionName) -> dict[str, object]:
    rules = database.ruleset(distribution)
    callables = parameters = 0
    for history in rules.api.all():
        callables += 1
        parameters += len({p.name for signature in history.signatures for p in signature.parameters or ()})
    rows = [change for changes in rules.changes.values() for change in changes]
    kinds = [change.kind for change in rows]
    counts = {
        "releases": len(rules.library.releases),
        "callables": callables,
        "parameters": parameters,
        "changes": len(kinds),
        **{kind.value: kinds.count(kind) for kind in Kind},
        "proposed": sum(change.proposed_kind is not None for change in rows),
    }
    return {"distribution": distribution, **counts, "reviewed": _share(counts)}


def _share(counts: dict[str, int]) -> float:
    """Return the share of changes that people judged; all of none."""
    return 1 - counts[Kind.UNREVIEWED.value] / counts["changes"] if counts["changes"] else 1.0


def _cell(value: object) -> str:
    return f"{value:.0%}" if isinstance(value, float) else str(value)


def _print_unexplained(database: Database, names: list[DistributionName], style: str) -> int:
    from defaultdrift.rules.notes import NOTES
    from defaultdrift.shell.said_files import folder_of_texts, read_unexplained

    gathered = [name for name in names if (folder_of_texts(database, name) / NOTES).is_file()]
    entries: list[dict[str, str]] = []
    unused: list[str] = []
    for name in gathered if len(names) > 1 else names:
        notes, reasons = read_unexplained(database, name)
        entries += [
            {
                "distribution": name,
                "release": str(note.release),
                "callable": note.callable,
                "parameter": note.parameter,
                "file": note.file,
                "quote": note.quote,
            }
            for note in notes
        ]
        unused += [f"{name}: no note needs the reason for {reason.callable}: {reason.reason}" for reason in reasons]
    if style == "json":
        print_json({"unexplained": entries, "unused": unused})
    else:
        for entry in entries:
            place = ".".join(part for part in (entry["callable"], entry["parameter"]) if part)
            click.echo(f"{entry['distribution']} {entry['release']} {place}: {entry['quote']}")
        for line in unused:
            click.echo(line)
        click.echo(f"{len(entries)} notes without a row or a reason", err=True)
    return FOUND if entries else FOUND_NOTHING
