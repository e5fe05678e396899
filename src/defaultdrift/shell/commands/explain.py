"""`defaultdrift explain CALLABLE[.PARAMETER]` or a code: the history of a default, with its evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from defaultdrift.errors import UsageError
from defaultdrift.model.code import CODES
from defaultdrift.rules.audit import UNTOLD
from defaultdrift.rules.history import find_epochs
from defaultdrift.shell.lookup import ambiguous_callable, find_candidates, unknown_callable, unknown_parameter
from defaultdrift.shell.options import RulesChoice, add_rules_options, open_rules
from defaultdrift.shell.output import print_json, print_table, print_wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.model.change import Change, Effect, Evidence
    from defaultdrift.model.signature import CallableHistory
    from defaultdrift.rules.history import Epoch
    from defaultdrift.rules.ruleset import Ruleset
    from defaultdrift.shell.database import Database

_CODE = re.compile(r"DD\d{3}")


@click.command("explain")
@click.argument("subject", metavar="CALLABLE[.PARAMETER]|CODE")
@add_rules_options
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(subject: str, style: str, rules: RulesChoice) -> None:
    """Show the history of a default, release by release, with its evidence; or what a code means.

    CALLABLE is any path by which it was ever imported (sklearn.cluster.KMeans) or the end of one (KMeans).
    Without a parameter, every parameter whose default ever changed is shown.
    """
    if _CODE.fullmatch(subject):
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
        click.echo(f"{history.shown} ({_span(ruleset)})\n  no default changed")


def _explain_code(code: str, style: str) -> None:
    if code not in CODES:
        raise UsageError(f"no code {code!r}", f"codes: {', '.join(CODES)}")
    meaning = CODES[code]
    if style == "json":
        print_json({"code": code, "name": meaning.name, "compares": meaning.compares, "found_when": meaning.found_when})
        return
    click.echo(f"{code} {meaning.name}\n  compares    {meaning.compares}\n  found when  {meaning.found_when}")


def _find_subject(subject: str, database: Database) -> tuple[Ruleset, CallableHistory, list[str]]:
    """Return the rules, the callable and the parameters that are asked for."""
    if not subject:
        raise UsageError("no callable given")
    root = subject.partition(".")[0]
    rulesets = [database.ruleset(name) for name in database.distributions() if database.knows(name)]
    # A whole path names its distribution; only the end of one may be anywhere.
    rulesets = [ruleset for ruleset in rulesets if root in ruleset.library.import_roots] or rulesets
    found = [entry for ruleset in rulesets for entry in _find_in(ruleset, subject)]
    if not found:
        parts = subject.split(".")[-2:]
        raise unknown_callable(subject, parts, (name for ruleset in rulesets for name in ruleset.api.names()))
    found = [entry for entry in found if not entry[2] or entry[2] in _names(entry[1])] or found
    found = [entry for entry in found if subject == _path_of(entry)] or found
    if len(found) > 1:
        paths = [_path_of(entry) for entry in found]
        raise ambiguous_callable(subject, sorted(paths, key=lambda path: (path.count("."), path)))
    ruleset, history, parameter = found[0]
    return ruleset, history, _parameters(ruleset, history, parameter)


def _path_of(found: tuple[Ruleset, CallableHistory, str]) -> str:
    return ".".join(filter(None, (found[1].shown, found[2])))


def _find_in(ruleset: Ruleset, subject: str) -> list[tuple[Ruleset, CallableHistory, str]]:
    """Return the callables of a distribution that may be meant, and the parameter; empty for all of them."""
    newest = ruleset.library.releases[-1].version
    head, _, parameter = subject.rpartition(".")
    for path, name in ((subject, ""), (head, parameter)):
        if path and (histories := find_candidates(ruleset.api, path, newest)):
            return [(ruleset, history, name) for history in histories]
    return []


def _parameters(ruleset: Ruleset, history: CallableHistory, asked: str) -> list[str]:
    """Return the parameter asked for; without one, those whose default ever changed."""
    names = _names(history)
    if not asked:
        changes = ruleset.changes.get(history.path, ())
        return [name for name in names if len(find_epochs(history, changes, name)) > 1]
    if asked not in names:
        raise unknown_parameter(history.shown, asked, names)
    return [asked]


def _names(history: CallableHistory) -> list[str]:
    """Return every parameter name that a callable ever had, in the order of the newest signatures first."""
    names: dict[str, None] = {}
    for signature in reversed(history.signatures):
        names.update(dict.fromkeys(parameter.name for parameter in signature.parameters or ()))
    return list(names)


def _document(ruleset: Ruleset, history: CallableHistory, parameter: str, epochs: Sequence[Epoch]) -> dict[str, object]:
    return {
        "callable": history.shown,
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
    changes = [
        change for change in ruleset.changes.get(history.path, ()) if parameter in (change.parameter, change.renamed_to)
    ]
    dates = {release.version: release.date for release in ruleset.library.releases}
    click.echo(f"{history.shown}.{parameter} ({_span(ruleset)})")
    rows = []
    before: Effect | None = None
    for epoch in epochs:
        began = [change for change in changes if change.release == epoch.since]
        told = [_row(epoch, change, before) for change in began] or [_row(epoch, None, before)]
        rows += [(epoch.since, dates.get(epoch.since, ""), *cells) for cells in dict.fromkeys(told)]
        before = epoch.effective
    heads = ("since", "date", "default", "effective", "kind", "impact", "when")
    print_table(*((heads, rows) if any(row[-1] for row in rows) else (heads[:-1], [row[:-1] for row in rows])))
    for epoch in epochs:
        for change in changes:
            if change.release == epoch.since:
                _print_reasons(str(epoch.since), change.summary, change.evidence)
    click.echo()


def _span(ruleset: Ruleset) -> str:
    releases = ruleset.library.releases
    return f"{ruleset.library.distribution} {releases[0].version} to {releases[-1].version}"


def _row(epoch: Epoch, change: Change | None, before: Effect | None) -> tuple[str, ...]:
    """Return what is told of an epoch by a change that began it: where that has a condition, what holds under it.

    Args:
        epoch: The time in which one default was in force.
        change: One of those that began it; `None` where no row tells of any.
        before: What leaving the parameter out did before, in a call that passes nothing else.
    """
    conditions = " and ".join(map(str, change.when)) if change else ""
    effective = _effect(change.new_effective if change and conditions else epoch.effective)
    if change and conditions and change.old_effective not in (before, change.new_effective):
        effective = f"{_effect(change.old_effective)} → {effective}"
    kind, impact = (change.kind, change.impact) if change else (epoch.kind, epoch.impact)
    return (
        {None: "(none)", UNTOLD: "(not told)"}.get(epoch.default, epoch.default or ""),
        effective,
        "" if kind is None else kind.value,
        "" if impact is None else impact.value,
        conditions,
    )


def _effect(effect: Effect | None) -> str:
    return "" if effect is None or effect.text == UNTOLD else str(effect)


def _print_reasons(release: str, summary: str, evidence: Sequence[Evidence]) -> None:
    click.echo()
    print_wrapped(f"{release}: {summary}", "  ")
    for entry in evidence:
        place = " ".join(part for part in (entry.release, entry.file or entry.url) if part)
        print_wrapped(f"{entry.kind}{f' ({place})' if place else ''}: {entry.quote}", "    ")
