"""`defaultdrift calls [PATH]...`: the inventory of calls of known libraries. The work is in `shell/inventory.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from defaultdrift.errors import UsageError
from defaultdrift.shell.exit import FOUND_NOTHING, INTERNAL_ERROR, NOTHING_TO_CHECK
from defaultdrift.shell.options import STDIN, RulesChoice, add_doctests_option, add_old_options, add_rules_options


@click.command("calls")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@add_old_options
@add_rules_options
@add_doctests_option
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the inventory to a file.")
@click.option("--stdin-filename", "stdin_name", metavar="NAME", help="What to call standard input, with PATH -.")
def command(paths: tuple[str, ...], rules: RulesChoice, **given: Any) -> int:  # noqa: ANN401  click's values
    """List every call of a library that has rules: what it passes and what it leaves out.

    What is left out is told by the signature at the locked version, or at the one that --from names; where the rules
    do not know the callable in that release, by the nearest signature that they know.
    """
    from defaultdrift.shell.inventory import Inventory, render_inventory

    if STDIN in paths and len(paths) > 1:
        raise UsageError("standard input is scanned alone", "give either - or paths")
    name = given["stdin_name"] or ""
    inventory = Inventory.collect(paths or (".",), name, given["lock"], given["old"], rules, doctests=given["doctests"])
    render_inventory(inventory, given["style"], given["output"])
    if any(skip.is_internal for skip in inventory.skips):
        return INTERNAL_ERROR
    return FOUND_NOTHING if inventory.count and inventory.versions else NOTHING_TO_CHECK
