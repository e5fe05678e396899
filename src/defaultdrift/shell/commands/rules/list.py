"""`defaultdrift rules list`: what the database covers."""

from __future__ import annotations

import click

from defaultdrift.model.change import Kind
from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.output import print_json, print_table


@click.command("list")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(style: str) -> None:
    """List the distributions, the releases covered, the changes and the share that is reviewed."""
    database = Database(find_rules())
    rows = []
    for distribution in database.distributions():
        releases = database.library(distribution).releases
        changes = database.changes(distribution)
        reviewed = sum(change.kind is not Kind.UNREVIEWED for change in changes)
        silent = sum(change.kind is Kind.SILENT for change in changes)
        rows.append(
            (
                distribution,
                str(releases[0].version),
                str(releases[-1].version),
                len(releases),
                len(changes),
                silent,
                reviewed,
            )
        )
    if style == "json":
        keys = ("distribution", "first", "newest", "releases", "changes", "silent", "reviewed")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    heads = ("distribution", "first", "newest", "releases", "changes", "silent", "reviewed")
    print_table(heads, rows, right=(3, 4, 5, 6))
