"""`defaultdrift rules mine DIST`: read what is new on the index, and propose rows. Needs the extra `mine`."""

from __future__ import annotations

from pathlib import Path

import click

from defaultdrift.errors import UsageError
from defaultdrift.shell.database import Database, find_rules


@click.command("mine")
@click.argument("distribution", metavar="DIST")
@click.option("--rules", type=click.Path(path_type=Path, file_okay=False), help="Folder of the rules to extend.")
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help="Folder that keeps what was read.")
def command(distribution: str, rules: Path | None, cache: Path | None) -> None:
    """Read every final release of a distribution from the index, and extend its rules by what is new.

    The index, its mirror and its credentials are those of pip's configuration. Sources are read and not run. Rows that
    people wrote are never touched; proposals have kind "unreviewed".
    """
    try:
        from defaultdrift.shell.mining import default_cache, mine_library

        mined = mine_library(Database(rules or find_rules()), distribution, cache or default_cache())
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is not installed", "install the extra: pip install 'defaultdrift[mine]'"
        ) from error
    click.echo(
        f"{distribution}: {mined.releases} releases ({len(mined.fetched)} read now), {mined.callables} callables, "
        f"{len(mined.proposed)} new rows"
    )
    for change in mined.proposed:
        click.echo(f"  {change.release} {change.callable}.{change.parameter}: {change.old} -> {change.new}")
    for line in mined.unparsed:
        click.echo(f"  not parsed: {line}")
    for name in mined.written:
        click.echo(f"wrote {name}")
