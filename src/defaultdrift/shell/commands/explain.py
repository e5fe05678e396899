"""`defaultdrift explain CALLABLE[.PARAMETER]` or a code: the history of a default, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from defaultdrift.errors import UsageError
from defaultdrift.model.code import CODES
from defaultdrift.rules.history import find_epochs
from defaultdrift.shell.lookup import find_callable
from defaultdrift.shell.options import RulesChoice, add_rules_options, open_rules
from defaultdrift.shell.output import print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.model.change import Evidence
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.history import Epoch
    from defaultdrift.rules.ruleset import Ruleset
    from defaultdrift.shell.database import Database


@click.command("explain")
@click.argument("subject", metavar="CALLABLE[.PARAMETER]|CODE")
@add_rules_options
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(subject: str, style: str, rules: RulesChoice) -> None:
    """Show the history of a default, release by release, with its evidence; or what a code means.

    CALLABLE is any path by which it was ever imported (sklearn.cluster.KMeans) or the end of one (KMeans).
    Without a parameter, every parameter whose default ever changed is shown.
    """
    if subject in CODES:
        _explain_code(subject, style)
        return
    ruleset, history, parameters = _find_subject(subject, open_rules(rules))
    changes = ruleset.changes.get(history.path, ())
    epochs = {name: find_epochs(history, changes, name) for name in parameters}
    if style == "json":
        documents = [_document(ruleset, history, name, found) for name, found in epochs.items()]
        print_json(documents[0] if len(documents) == 1 else documents)
        return
    for name, found in epochs.items():
        _print(ruleset, history, name, found)
    if not epochs:
        click.echo(f"{history.path}: no default changed in the releases read")


def _explain_code(code: str, style: str) -> None:
    meaning = CODES[code]
    if style == "json":
        print_json({"code": code, "name": meaning.name, "compares": meaning.compares, "found_when": meaning.found_when})
        return
    click.echo(f"{code} {meaning.name}\n  compares    {meaning.compares}\n  found when  {meaning.found_when}")


def _find_subject(subject: str, database: Database) -> tuple[Ruleset, CallableHistory, list[str]]:
    """Return the rules, the callable and the parameters that are asked for."""
    problems: list[UsageError] = []
    found: list[tuple[Ruleset, CallableHistory, str]] = []
    root = subject.partition(".")[0]
    rulesets = [database.ruleset(name) for name in database.distributions() if database.knows(name)]
    # A whole path names its distribution; only the end of one may be anywhere.
    for ruleset in [ruleset for ruleset in rulesets if root in ruleset.library.import_roots] or rulesets:
        for path, parameter in ((subject, ""), subject.rpartition(".")[::2]):
            try:
                found.append((ruleset, find_callable(ruleset.api, path), parameter))
            except UsageError as error:
                problems.append(error)
            else:
                break
    if not found:
        raise _nearest(problems)
    found = [entry for entry in found if not entry[2] or entry[2] in _names(entry[1])] or found
    if len(found) > 1:
        paths = ", ".join(history.path for _, history, _ in found)
        raise UsageError(f"{subject!r} may be {len(found)} callables", f"give one of: {paths}")
    ruleset, history, parameter = found[0]
    return ruleset, history, _parameters(ruleset, history, parameter)


def _nearest(problems: Sequence[UsageError]) -> UsageError:
    """Return the problem of the distribution that has something like it, else the first."""
    if not problems:
        return UsageError("there are no rules")
    return next(
        (problem for problem in problems if "close names" in problem.advice or "may be" in problem.problem), problems[0]
    )


def _parameters(ruleset: Ruleset, history: CallableHistory, asked: str) -> list[str]:
    """Return the parameter asked for; without one, those whose default ever changed."""
    names = _names(history)
    if not asked:
        changes = ruleset.changes.get(history.path, ())
        return [name for name in names if len(find_epochs(history, changes, name)) > 1]
    if asked not in names:
        raise UsageError(f"{history.path} never had a parameter {asked!r}", f"it had: {', '.join(names)}")
    return [asked]


def _names(history: CallableHistory) -> list[str]:
    """Return every parameter name that a callable ever had, in the order of the newest signatures first."""
    names: dict[str, None] = {}
    for signature in reversed(history.signatures):
        names.update(dict.fromkeys(parameter.name for parameter in signature.parameters or ()))
    return list(names)


def _document(ruleset: Ruleset, history: CallableHistory, parameter: str, epochs: Sequence[Epoch]) -> dict[str, object]:
    return {
        "callable": history.path,
        "parameter": parameter,
        "distribution": ruleset.library.distribution,
        "history": [
            {
                "since": str(epoch.since),
                "default": epoch.default,
                "effective": None if epoch.effective is None else epoch.effective.text,
                "kind": None if epoch.kind is None else epoch.kind.value,
                "impact": None if epoch.impact is None else epoch.impact.value,
                "evidence": [_evidence(entry) for entry in epoch.evidence],
            }
            for epoch in epochs
        ],
    }


def _evidence(entry: Evidence) -> dict[str, str]:
    fields = {"kind": entry.kind, "release": entry.release, "file": entry.file, "url": entry.url, "quote": entry.quote}
    return {name: value for name, value in fields.items() if value}


def _print(ruleset: Ruleset, history: CallableHistory, parameter: str, epochs: Sequence[Epoch]) -> None:
    dates = {release.version: release.date for release in ruleset.library.releases}
    click.echo(f"{history.path}.{parameter} ({ruleset.library.distribution})")
    rows = [
        (
            epoch.since,
            dates.get(epoch.since, ""),
            "(none)" if epoch.default is None else epoch.default,
            "" if epoch.effective is None else str(epoch.effective),
            "" if epoch.kind is None else epoch.kind.value,
            "" if epoch.impact is None else epoch.impact.value,
        )
        for epoch in epochs
    ]
    print_table(("since", "date", "default", "effective", "kind", "impact"), rows)
    changes = ruleset.changes.get(history.path, ())
    for epoch in epochs:
        for change in changes:
            if change.release == epoch.since and parameter in (change.parameter, change.renamed_to):
                _print_reasons(str(epoch.since), change.summary, change.evidence)
    click.echo()


def _print_reasons(release: str, summary: str, evidence: Sequence[Evidence]) -> None:
    click.echo(f"\n  {release}: {summary}")
    for entry in evidence:
        place = " ".join(part for part in (entry.release, entry.file or entry.url) if part)
        click.echo(f"    {entry.kind}{f' ({place})' if place else ''}: {entry.quote}")
