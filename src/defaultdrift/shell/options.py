"""The options of a scan as one value, the configuration filled in where the command line says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from defaultdrift.errors import UsageError
from defaultdrift.locks.pin import parse_pin
from defaultdrift.model.call import Certainty
from defaultdrift.model.code import CODES
from defaultdrift.model.day import is_day
from defaultdrift.shell.config import find_config

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from defaultdrift.model.pin import Pin
    from defaultdrift.shell.config import Config, Exclusion
    from defaultdrift.shell.database import Database

    FunctionT = TypeVar("FunctionT", bound=Callable[..., object])
    ResultT = TypeVar("ResultT")

STDIN = "-"


def add_target_options(function: FunctionT) -> FunctionT:
    """Add the options that say which versions are compared."""
    new = click.option("--to", "new", multiple=True, metavar="PIN", help="Compare to this pin (repeatable).")
    return add_old_options(new(function))


def add_old_options(function: FunctionT) -> FunctionT:
    """Add the options that say which versions the code was written for."""
    pin = "Compare from this pin, such as scikit-learn==1.3.2 (repeatable)."
    old = click.option("--from", "old", multiple=True, metavar="PIN", help=pin)
    lock = click.option(
        "--lock", type=click.Path(path_type=Path), metavar="FILE", help="Lock file with the versions now."
    )
    return lock(old(function))


def add_doctests_option(function: FunctionT) -> FunctionT:
    """Add the option that takes the examples in docstrings for code."""
    return click.option("--doctests", is_flag=True, help="Also look at the examples in docstrings.")(function)


@dataclass(frozen=True, slots=True)
class RulesChoice:
    """Which rules the command line names.

    Attributes:
        folders: From `--rules`; empty for those of the configuration.
        as_of: From `--rules-as-of`; `None` for what the configuration says.
    """

    folders: tuple[Path, ...] = ()
    as_of: str | None = None


def add_rules_options(function: Callable[..., ResultT]) -> Callable[..., ResultT]:
    """Add the options that say which rules count; the function gets them as `rules`, a `RulesChoice`."""

    @wraps(function)
    def with_choice(*arguments: object, rules: tuple[Path, ...], rules_as_of: str | None, **given: object) -> ResultT:
        return function(*arguments, rules=RulesChoice(rules, rules_as_of), **given)

    folder = click.option(
        "--rules",
        multiple=True,
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="Folder of your own rules, which come before those shipped (repeatable).",
    )
    day = click.option(
        "--rules-as-of",
        metavar="DATE",
        help="Leave out rules added and releases uploaded after this day, such as 2026-11-20.",
    )
    return folder(day(with_choice))


def open_rules(choice: RulesChoice, config: Config | None = None, *, keep: bool = True) -> Database:
    """Return the rules in use: what the command line says, else the configuration.

    Args:
        choice: What the command line says.
        config: The configuration; `None` for the one that governs the working directory.
        keep: Whether compiled rules are kept in the user's cache.

    Raises:
        UsageError: The day is none, or before all rules; or a folder holds no rules.
        ConfigError: The configuration is damaged.
    """
    from defaultdrift.shell.database import open_database

    if config is None:
        config = find_config(Path())
    if choice.as_of is not None and not is_day(choice.as_of):
        raise UsageError(f"{choice.as_of!r} is no day", "give --rules-as-of a day such as 2026-11-20")
    day = config.rules_as_of if choice.as_of is None else choice.as_of
    return open_database(choice.folders or config.rules_folders, day, keep=keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOptions:
    """All options of a scan. Defaults are written in one place: the option declarations and `Config`.

    Attributes:
        paths: What to scan; `-` is standard input.
        start: Where a lock and a configuration are looked for, upward.
        stdin_name: What standard input is called in the report.
        lock: The lock the user named, or `None` to look for one.
        old_pins: From `--from`.
        new_pins: From `--to`.
        codes: Codes that are looked for.
        certainty: Lowest certainty that is reported.
        exclude: What is left out.
        fix: Whether to write fixes.
        diff: Whether to show fixes instead.
        unsafe_fixes: Whether fixes of findings that are not certain are written as well.
        accept: Whether a fix writes the new effect.
        doctests: Whether the examples in docstrings are looked at, too.
        style: Format of the report.
        output: File for the report; `None` for standard output.
        statistics: Whether to count.
        exit_zero: Whether findings leave the exit code 0.
        jobs: Number of processes; 0 lets the amount of work decide.
        database: The rules in use.
    """

    paths: tuple[str, ...]
    start: Path
    stdin_name: str
    lock: Path | None
    old_pins: tuple[Pin, ...]
    new_pins: tuple[Pin, ...]
    codes: frozenset[str]
    certainty: Certainty
    exclude: Exclusion
    fix: bool
    diff: bool
    unsafe_fixes: bool
    accept: bool
    doctests: bool
    style: str
    output: Path | None
    statistics: bool
    exit_zero: bool
    jobs: int
    database: Database

    @classmethod
    def build(cls, paths: tuple[str, ...], given: Mapping[str, Any]) -> ScanOptions:
        """Join what the command line and the configuration say.

        Raises:
            UsageError: Options exclude each other, or a code or pin is none.
            ConfigError: The configuration is damaged or has an unknown key.
        """
        if given["fix"] and given["diff"]:
            raise UsageError("--fix writes and --diff only shows", "give one of them")
        if STDIN in paths and len(paths) > 1:
            raise UsageError("standard input is scanned alone", "give either - or paths")
        name = given["stdin_filename"] or "<stdin>"
        start = Path(paths[0] if paths and paths[0] != STDIN else given["stdin_filename"] or ".")
        config = find_config(start)
        return cls(
            paths=paths or (".",),
            start=start,
            stdin_name=name,
            lock=given["lock"] or config.lock_file,
            old_pins=parse_pins(given["old"] or config.old_pins),
            new_pins=parse_pins(given["new"] or config.new_pins),
            codes=_codes(given["select"] or config.select, given["ignore"] or config.ignore),
            certainty=Certainty(given["certainty"] or config.certainty or Certainty.POSSIBLE.value),
            exclude=config.exclude,
            fix=given["fix"],
            diff=given["diff"],
            unsafe_fixes=given["unsafe_fixes"],
            accept=given["accept"],
            doctests=given["doctests"] or config.doctests,
            style=given["style"],
            output=given["output"],
            statistics=given["statistics"],
            exit_zero=given["exit_zero"],
            jobs=given["jobs"],
            database=open_rules(given["rules"], config, keep=not given["no_cache"]),
        )


def parse_pins(texts: tuple[str, ...]) -> tuple[Pin, ...]:
    """Return the pins of `--from` or `--to`.

    Raises:
        UsageError: One of them is no exact pin.
    """
    return tuple(parse_pin(text) for text in texts)


def _codes(selected: tuple[str, ...], ignored: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_parse_codes(selected) or CODES) - frozenset(_parse_codes(ignored))


def _parse_codes(texts: tuple[str, ...]) -> list[str]:
    codes = [code.strip().upper() for text in texts for code in text.split(",") if code.strip()]
    for code in codes:
        if code not in CODES:
            raise UsageError(f"no code {code!r}", f"known codes: {', '.join(CODES)}")
    return codes
