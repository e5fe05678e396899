"""`defaultdrift rules review DIST`: judge what nobody has judged yet, in a terminal or from a file of answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from defaultdrift.errors import DocumentError, UsageError
from defaultdrift.locks.pin import parse_pin
from defaultdrift.model.name import normalise
from defaultdrift.report.look import visible
from defaultdrift.shell.options import RulesChoice, add_rules_options, open_rules
from defaultdrift.shell.output import is_terminal, print_json, width

if TYPE_CHECKING:
    from defaultdrift.shell.judging import Item
    from defaultdrift.shell.material import Material, Side

_WIDE = 110


@click.command("review")
@click.argument("distribution", metavar="DIST")
@click.option("--release", metavar="R", help="Only the changes of this release.")
@click.option("--callable", "callable_", metavar="C", help="Only the changes of this callable, or of all that end so.")
@click.option("--answers", type=click.Path(path_type=Path), metavar="FILE", help="Take the answers from a TOML file.")
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), help="Folder that keeps what was mined.")
@add_rules_options
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(  # noqa: PLR0913  one for each option
    *,
    distribution: str,
    release: str | None,
    callable_: str | None,
    answers: Path | None,
    cache: Path | None,
    style: str,
    rules: RulesChoice,
) -> None:
    """Judge the changes that nobody has judged yet; each answer is written to its release file at once.

    In a terminal both releases are shown side by side and the answers are asked for, the proposal of the miner filled
    in. Elsewhere, and with --format json, what is open is listed; --answers takes the answers from a file with
    [[answer]]: release, callable, parameter, kind, impact, old_effective, new_effective, summary, renamed_to, evidence.
    """
    from defaultdrift.shell.cache import default_cache
    from defaultdrift.shell.judging import find_items
    from defaultdrift.shell.material import Material
    from defaultdrift.shell.said_files import folder_of_texts

    name = normalise(distribution)
    database = open_rules(rules)
    folder = folder_of_texts(database, name)
    version = parse_pin(f"{name}=={release}").version if release else None
    items = find_items(folder, version, callable_)
    material = Material.of(database, name, cache or default_cache())
    if answers is not None:
        _take(items, answers)
    elif style == "json":
        print_json([_document(item, material) for item in items])
    elif is_terminal() and sys.stdin.isatty():
        _walk(items, material)
    else:
        for number, item in enumerate(items, 1):
            _show(number, len(items), item, material)


def _take(items: list[Item], file: Path) -> None:
    """Write the answers of a file; the first one that is refused ends it, and those before are written."""
    from defaultdrift.shell.judging import judge, parse_answers, write_judgement
    from defaultdrift.shell.said_files import read_text

    open_items = {item.key: item for item in items}
    try:
        for key, answer in parse_answers(read_text(file)):
            if key not in open_items:
                release, path, parameter = key
                raise UsageError(f"{file.name}: {release} {path}.{parameter} is not open")
            write_judgement(open_items[key], judge(open_items[key], answer))
            click.echo(f"{key[0]} {key[1]}.{key[2]}: {answer.kind.value}")
    except DocumentError as error:
        raise error.in_file(error.file or file.name) from error


def _walk(items: list[Item], material: Material) -> None:
    from defaultdrift.shell.review_session import Session

    def ask(question: str, proposal: str) -> str:
        try:
            answer: str = click.prompt(question, default=proposal, show_default=bool(proposal))
        except click.Abort as error:
            raise EOFError from error
        return answer

    session = Session(
        items=items,
        ask=ask,
        tell=click.echo,
        show=lambda number, count, item: _show(number, count, item, material),
        is_quoted=material.is_quoted,
    )
    click.echo(f"{session.run()} of {len(items)} judged")


def _document(item: Item, material: Material) -> dict[str, object]:
    change = item.change
    old, new = material.sides(change)
    return {
        "release": str(change.release),
        "callable": change.callable,
        "also": [row.callable for row in item.rows[1:]],
        "parameter": change.parameter,
        "renamed_to": change.renamed_to,
        "old": change.old,
        "new": change.new,
        "proposed_kind": None if change.proposed_kind is None else change.proposed_kind.value,
        "impact": change.impact.value,
        "old_effective": None if change.old_effective is None else str(change.old_effective),
        "new_effective": None if change.new_effective is None else str(change.new_effective),
        "summary": change.summary,
        "evidence": [{"kind": e.kind, "release": e.release, "file": e.file, "quote": e.quote} for e in change.evidence],
        "sides": [_side(side) for side in (old, new)],
    }


def _side(side: Side) -> dict[str, object]:
    said = [{"kind": kind, "text": text} for kind, text in side.statements]
    return {"release": side.release, "signature": side.signature, "entry": side.entry, "said": said}


def _show(number: int, count: int, item: Item, material: Material) -> None:
    """Print one item: both releases side by side where the terminal is wide enough, one below the other elsewhere."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    change = item.change
    columns = width() if is_terminal() else 100
    console = Console(width=columns, highlight=False)
    old, new = material.sides(change)
    console.print(Text(f"\n{number}/{count}  {change.release}  {change.callable}.{change.parameter}", style="bold"))
    for row in item.rows[1:]:
        console.print(Text(f"      also {row.callable}"))
    console.print(Text(f"{change.old} -> {change.new}"))
    texts = [Text(_lines(side, change.parameter)) for side in (old, new)]
    if columns >= _WIDE:
        table = Table(box=None, expand=True, pad_edge=False)
        for side in (old, new):
            table.add_column(side.release, ratio=1, overflow="fold")
        table.add_row(*texts)
        console.print(table)
    else:
        for side, text in zip((old, new), texts, strict=True):
            console.print(Text(side.release, style="bold"))
            console.print(text)
    if not material.is_kept(change.release):
        advice = f"docstrings are not kept: defaultdrift rules mine {change.distribution} reads them"
        console.print(Text(advice, style="italic"))
    proposal = "none" if change.proposed_kind is None else change.proposed_kind.value
    console.print(Text(f"proposed: {proposal}, {change.old_effective} => {change.new_effective}"))


def _lines(side: Side, parameter: str) -> str:
    """Return what a release says: the parameter's part of the signature, its entry, and what else is said."""
    signature = side.signature.split("\n")
    near = [
        index
        for index, line in enumerate(signature)
        if line.strip().lstrip("*").startswith((f"{parameter}=", f"{parameter},"))
    ]
    if near and len(signature) > 12:
        low, high = max(near[0] - 2, 1), near[0] + 3
        signature = [signature[0], "    ...", *signature[low:high], "    ...", signature[-1]]
    said = [f"{kind}: {text}" for kind, text in side.statements]
    parts = ["\n".join(part) for part in (signature, side.entry.split("\n"), said)]
    text = "\n\n".join(part for part in parts if part)
    return "\n".join(visible(line) for line in text.split("\n"))
