"""`defaultdrift rules verify DIST==VERSION --python PATH`: the database against an installed release."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from defaultdrift.locks.pin import parse_pin
from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.exit import FOUND, FOUND_NOTHING
from defaultdrift.shell.output import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.mine.verify import Disagreement, Verdict


@click.command("verify")
@click.argument("pin", metavar="DIST==VERSION")
@click.option("--python", required=True, metavar="PATH", help="Interpreter that has the release installed.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(pin: str, python: str, style: str) -> int:
    """Compare every default in the database with what inspect.signature says of the installed release.

    The library is imported in a process of the interpreter given, never in this one.
    Exit code 1: some disagreement has no explanation.
    """
    from defaultdrift.shell.verification import verify_release

    release = parse_pin(pin)
    verdict = verify_release(Database(find_rules()), release.distribution, release.version, python)
    if style == "json":
        print_json(_document(verdict))
    else:
        _print(verdict)
    return FOUND if verdict.unexplained else FOUND_NOTHING


def _document(verdict: Verdict) -> dict[str, object]:
    def shown(found: Sequence[Disagreement]) -> list[dict[str, str]]:
        return [{"path": d.path, "difference": d.difference, "reason": d.reason} for d in found]

    return {
        "distribution": verdict.distribution,
        "version": str(verdict.version),
        "python": verdict.python,
        "callables": verdict.callables,
        "defaults": verdict.defaults,
        "agreed": verdict.agreed,
        "explained": shown(verdict.explained),
        "unexplained": shown(verdict.unexplained),
    }


def _print(verdict: Verdict) -> None:
    click.echo(
        f"{verdict.distribution} {verdict.version} under Python {verdict.python}: {verdict.callables} callables with "
        f"{verdict.defaults} defaults compared, {verdict.agreed} callables agree, "
        f"{len(verdict.explained)} disagreements explained, {len(verdict.unexplained)} unexplained"
    )
    reasons: dict[str, int] = {}
    for entry in verdict.explained:
        reasons[entry.reason] = reasons.get(entry.reason, 0) + 1
    for reason, count in sorted(reasons.items()):
        click.echo(f"  explained {count:>5}  {reason}")
    for entry in verdict.unexplained:
        click.echo(f"  unexplained  {entry.path}: {entry.difference}")
