"""Read the files of a distribution that are not compiled: what its releases say in words, and why that needs no row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.errors import DocumentError, OutsideError, UsageError
from defaultdrift.rules.notes import EXPLAINED, NOTES, find_unexplained, parse_explained, parse_notes

if TYPE_CHECKING:
    from pathlib import Path

    from defaultdrift.model.name import DistributionName
    from defaultdrift.rules.notes import Note, Reason
    from defaultdrift.shell.database import Database


def folder_of_texts(database: Database, distribution: DistributionName) -> Path:
    """Return the folder with the rules of a distribution as text.

    Raises:
        UsageError: There are none, or they are compiled.
    """
    folder = database.source(distribution)
    if folder.is_compiled:
        raise UsageError(f"the rules of {distribution} are compiled", "give --rules, a folder of rules as text")
    return folder.path / distribution


def read_unexplained(database: Database, distribution: DistributionName) -> tuple[list[Note], list[Reason]]:
    """Return the notes about defaults that have neither a row nor a reason, and the reasons that no note needs.

    Raises:
        UsageError: There are no rules for the distribution, they are compiled, or its notes were never gathered.
        RuleError: A file does not follow the schema; the message names it.
    """
    folder = folder_of_texts(database, distribution)
    if not (folder / NOTES).is_file():
        advice = f"run: defaultdrift rules mine {distribution}"
        raise UsageError(f"the notes of {distribution} were not gathered", advice)
    try:
        name = NOTES
        notes = list(parse_notes(read_text(folder / NOTES)))
        name = EXPLAINED
        reasons = parse_explained(read_text(folder / EXPLAINED)) if (folder / EXPLAINED).is_file() else ()
    except DocumentError as error:
        raise error.in_file(f"{folder.parent.name}/{folder.name}/{name}") from error
    return find_unexplained(notes, database.ruleset(distribution).changes, reasons)


def read_text(file: Path) -> str:
    """Return the text of a file of the rules.

    Raises:
        OutsideError: It cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(f"read {file.name}", str(error)) from error
