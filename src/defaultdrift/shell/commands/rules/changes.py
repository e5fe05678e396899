"""`defaultdrift rules changes DIST --from V --to V`: what an upgrade changes for code that relies on defaults."""

from __future__ import annotations

import click

from defaultdrift.errors import UsageError
from defaultdrift.locks.pin import parse_pin
from defaultdrift.model.name import normalise
from defaultdrift.rules.history import find_effective_changes
from defaultdrift.shell.options import RulesChoice, add_rules_options, open_rules
from defaultdrift.shell.output import print_json, print_table


@click.command("changes")
@click.argument("distribution", metavar="DIST")
@click.option("--from", "old", metavar="V", help="Version compared from.  [default: the first one read]")
@click.option("--to", "new", metavar="V", help="Version compared to.  [default: the newest one read]")
@add_rules_options
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(distribution: str, old: str | None, new: str | None, style: str, rules: RulesChoice) -> None:
    """List the effective changes of a distribution between two releases."""
    name = normalise(distribution)
    database = open_rules(rules)
    releases = database.library(name).releases
    if not releases:
        raise UsageError(f"the rules have not read any release of {name}")
    first = parse_pin(f"{name}=={old or releases[0].version}").version
    last = parse_pin(f"{name}=={new or releases[-1].version}").version
    for version in (first, last):
        if all(release.version != version for release in releases):
            raise UsageError(
                f"the rules have not read {name}=={version}", f"newest release read: {releases[-1].version}"
            )
    found = [
        (path, drift)
        for path, changes in database.ruleset(name).changes.items()
        for drift in find_effective_changes(changes, first, last)
    ]
    rows = [
        (
            *(path, drift.parameter, drift.old.text, drift.new.text, str(drift.last.release)),
            *(drift.last.kind.value, drift.last.impact.value, " and ".join(map(str, drift.last.when))),
        )
        for path, drift in found
    ]
    heads = ("callable", "parameter", "old", "new", "changed_in", "kind", "impact", "when")
    if style == "json":
        print_json([dict(zip(heads, row, strict=True)) for row in rows])
        return
    print_table(heads, rows)
