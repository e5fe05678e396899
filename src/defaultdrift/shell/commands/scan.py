"""`defaultdrift scan [PATH]...`: the main job. Options are parsed here; the work is in `shell/scanning.py`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from defaultdrift.model.call import Certainty
from defaultdrift.report import FORMATS
from defaultdrift.shell.exit import FOUND, FOUND_NOTHING, INTERNAL_ERROR, NOTHING_TO_CHECK
from defaultdrift.shell.options import ScanOptions, add_doctests_option, add_rules_options, add_target_options

if TYPE_CHECKING:
    from defaultdrift.shell.scanning import Outcome


@click.command("scan")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--fix", is_flag=True, help="Write the old default into the calls where that is safe.")
@click.option("--diff", is_flag=True, help="Show what --fix would write, and write nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Also write fixes of findings that are not certain.")
@click.option("--accept", is_flag=True, help="Write the new default instead of the old one.")
@add_target_options
@add_rules_options
@click.option("--select", multiple=True, metavar="CODE", help="Look for these codes only (repeatable, or with commas).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these codes out (repeatable, or with commas).")
@click.option(
    "--certainty",
    type=click.Choice([certainty.value for certainty in Certainty]),
    help="Lowest certainty to report.  [default: possible]",
)
@add_doctests_option
@click.option("--format", "style", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file.")
@click.option("--statistics", is_flag=True, help="Count the findings by callable and parameter.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where there are findings.")
@click.option("--no-cache", is_flag=True, help="Do not read or write the cache of compiled rules.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, help="Processes; 0 lets the amount of work decide.")
@click.option("--stdin-filename", metavar="NAME", help="What to call standard input, with PATH -.")
def command(paths: tuple[str, ...], **given: object) -> int:
    """Find the calls that leave out a parameter whose effective default differs between two versions.

    PATH is a file or a folder, - is standard input; without any, the working directory. Versions come from the nearest
    lock file upward, from --lock, or from --from and --to.
    """
    from defaultdrift.shell.scanning import run_scan

    options = ScanOptions.build(paths, given)
    outcome = run_scan(options)
    return _exit_code(outcome, exit_zero=options.exit_zero)


def _exit_code(outcome: Outcome, *, exit_zero: bool) -> int:
    if outcome.has_internal_error:
        return INTERNAL_ERROR
    if outcome.findings:
        return FOUND_NOTHING if exit_zero else FOUND
    return FOUND_NOTHING if outcome.is_checked else NOTHING_TO_CHECK
