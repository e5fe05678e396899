"""`defaultdrift rules verify DIST==VERSION --python PATH`, or `--sweep DIST...`: the database against real releases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from defaultdrift.errors import UsageError
from defaultdrift.locks.pin import parse_pin
from defaultdrift.model.name import normalise
from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.exit import FOUND, FOUND_NOTHING
from defaultdrift.shell.output import print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from packaging.version import Version

    from defaultdrift.mine.verify import Disagreement, Verdict
    from defaultdrift.model.name import DistributionName

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("verify")
@click.argument("subjects", nargs=-1, metavar="DIST==VERSION | DIST...")
@click.option("--python", metavar="PATH", help="Interpreter that has the release installed.")
@click.option("--sweep", is_flag=True, help="Install a release of each minor version, and verify all of them.")
@click.option("--record", type=_FOLDER, help="With --sweep: folder of the pages to write.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(subjects: tuple[str, ...], python: str | None, sweep: bool, record: Path | None, style: str) -> int:
    """Compare every default in the database with what inspect.signature says of the installed release.

    The library is imported in a process of the interpreter given, never in this one. With --sweep, the newest release
    of each reviewed minor version for which an interpreter is at hand is installed, from the index that pip is
    configured for, into an environment that is thrown away.

    Exit code 1: some disagreement has no explanation, or a release could not be installed.
    """
    if sweep:
        if python:
            raise UsageError("--python: a sweep finds its interpreters", "leave it out")
        verdicts, is_whole = _sweep([normalise(subject) for subject in subjects], record, style)
    else:
        if len(subjects) != 1 or not python:
            raise UsageError("expected one DIST==VERSION and --python", "or --sweep DIST...")
        verdicts, is_whole = [_verify(subjects[0], python)], True
        if style == "text":
            _print(verdicts[0])
    if style == "json":
        documents = [_document(verdict) for verdict in verdicts]
        print_json(documents if sweep else documents[0])
    return FOUND if not is_whole or any(verdict.unexplained for verdict in verdicts) else FOUND_NOTHING


def _verify(subject: str, python: str) -> Verdict:
    from defaultdrift.shell.verification import verify_release

    release = parse_pin(subject)
    return verify_release(Database(find_rules()), release.distribution, release.version, python)


def _sweep(distributions: Sequence[DistributionName], record: Path | None, style: str) -> tuple[list[Verdict], bool]:
    """Return all verdicts, and whether every release could be asked."""
    from defaultdrift.errors import OutsideError
    from defaultdrift.shell.cache import default_cache
    from defaultdrift.shell.index import Index
    from defaultdrift.shell.sweep import sweep, write_pages

    database, index = Database(find_rules()), Index(default_cache() / "pip-tools")
    every, is_whole = [], True
    for distribution in distributions or database.distributions():
        verdicts: list[Verdict] = []
        failed: dict[Version, str] = {}
        for release, verdict in sweep(database, distribution, index.wheels(distribution)):
            if isinstance(verdict, OutsideError):
                failed[release.version] = str(verdict)
                click.echo(f"{distribution} {release.version}: {verdict}", err=True)
                continue
            verdicts.append(verdict)
            if style == "text":
                _print(verdict)
        if record is not None:
            write_pages(record, distribution, verdicts, failed)
        every += verdicts
        is_whole = is_whole and not failed
    return every, is_whole


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
