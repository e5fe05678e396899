"""Read the configuration: `[tool.defaultdrift]` in the nearest `pyproject.toml`, or the nearest `defaultdrift.toml`.

The command line overrides every key. Unknown keys are errors: a misspelt option must not be silently without effect.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from defaultdrift.errors import ConfigError, OutsideError
from defaultdrift.model.call import Certainty
from defaultdrift.model.day import is_day
from defaultdrift.model.toml import parse_toml
from defaultdrift.shell.discovery import display

_LISTS = ("select", "ignore", "exclude", "from", "to", "rules")
_STRINGS = ("certainty", "lock", "rules-as-of")
_FLAGS = ("doctests",)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What is left out.

    Attributes:
        patterns: Of paths, as `fnmatch` reads them; a folder stands for all below it, a name for every file or folder
            of that name.
        folder: The folder that the paths are relative to, whatever the working directory is.
    """

    patterns: tuple[str, ...] = ()
    folder: Path = Path()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the configuration says; what it does not say is `None` or empty.

    Attributes:
        file: The file read, as the user may name it; empty where there is none.
        folder: The folder that paths in it are relative to.
        select: Codes to look for.
        ignore: Codes to leave out.
        exclude: What is left out.
        old_pins: Pins as `--from` takes them.
        new_pins: Pins as `--to` takes them.
        certainty: Lowest certainty to report.
        lock: Lock file, relative to `folder`.
        rules: Folders of rules of the user's own, relative to `folder`.
        rules_as_of: Day as of which the rules count; empty for all of them.
        doctests: Whether the examples in docstrings are looked at, too.
    """

    file: str = ""
    folder: Path = Path()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: Exclusion = Exclusion()
    old_pins: tuple[str, ...] = ()
    new_pins: tuple[str, ...] = ()
    certainty: str | None = None
    lock: str | None = None
    rules: tuple[str, ...] = ()
    rules_as_of: str = ""
    doctests: bool = False

    @property
    def rules_folders(self) -> tuple[Path, ...]:
        """Where the rules of the user's own are."""
        return tuple(self.folder / path for path in self.rules)

    @property
    def lock_file(self) -> Path | None:
        """Where the lock is that it names; `None` where it names none."""
        return self.folder / self.lock if self.lock else None


def find_config(start: Path) -> Config:
    """Return the configuration that governs a path: the nearest one upward, or an empty one.

    A `pyproject.toml` without our table does not end the search: in a monorepo the table may stand further up.

    Args:
        start: A file or folder; it need not exist.

    Raises:
        ConfigError: The nearest configuration is damaged, or has an unknown key or a value of a wrong type.
        OutsideError: It cannot be read.
    """
    absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        for name in ("defaultdrift.toml", "pyproject.toml"):
            path = folder / name
            if os.path.isfile(path) and (table := _read_table(path)) is not None:  # noqa: PTH113  this one never raises
                return _build(table, path)
    return Config()


def _read_table(path: Path) -> dict[str, Any] | None:
    """Return our table, or `None` where the file has none."""
    file = display(str(path))
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OutsideError(f"read {file}", error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(file, f"byte {error.start}", "expected UTF-8 text") from error
    if path.name == "pyproject.toml" and "defaultdrift" not in text:
        return None
    try:
        document = parse_toml(text)
    except ValueError as error:
        raise ConfigError(file, "", str(error)) from error
    if path.name == "defaultdrift.toml":
        return document
    table = document
    for name, key in (("tool", "tool"), ("defaultdrift", "tool.defaultdrift")):
        if name not in table:
            return None
        table = table[name]
        if not isinstance(table, dict):
            raise ConfigError(file, key, f"expected a table, got {type(table).__name__}")
    return table


def _build(table: dict[str, Any], path: Path) -> Config:
    file = display(str(path))
    if not isinstance(table.get("rules-as-of", ""), str):
        table = {**table, "rules-as-of": _day(table["rules-as-of"])}
    for key, value in table.items():
        _check(file, key, value)
    certainty = table.get("certainty")
    levels = [level.value for level in Certainty]
    if certainty is not None and certainty not in levels:
        raise ConfigError(file, "certainty", f"expected one of {', '.join(levels)}, got {certainty!r}")
    day = table.get("rules-as-of", "")
    if day and not is_day(day):
        raise ConfigError(file, "rules-as-of", f"expected a day such as 2026-11-20, got {day!r}")
    lists = {key: tuple(table.get(key, ())) for key in _LISTS}
    return Config(
        file=file,
        folder=path.parent,
        select=lists["select"],
        ignore=lists["ignore"],
        exclude=Exclusion(lists["exclude"], path.parent),
        old_pins=lists["from"],
        new_pins=lists["to"],
        certainty=certainty,
        lock=table.get("lock"),
        rules=lists["rules"],
        rules_as_of=day,
        doctests=table.get("doctests", False),
    )


def _check(file: str, key: str, value: object) -> None:
    """Raise an error where a key is unknown, or its value of a wrong type."""
    if key in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(file, key, "expected an array of strings")
    elif key in _STRINGS:
        if not isinstance(value, str):
            raise ConfigError(file, key, f"expected a string, got {type(value).__name__}")
    elif key not in _FLAGS:
        raise ConfigError(file, key, f"unknown key{_suggestion(key)}")
    elif not isinstance(value, bool):
        raise ConfigError(file, key, f"expected true or false, got {type(value).__name__}")


def _day(value: object) -> object:
    """Return the text of a day that is written as TOML writes days: people may write either."""
    from datetime import date

    return value.isoformat() if isinstance(value, date) else value


def _suggestion(key: str) -> str:
    from difflib import get_close_matches

    known = sorted([*_LISTS, *_STRINGS, *_FLAGS])
    close = get_close_matches(key, known, n=1)
    return f", did you mean {close[0]!r}?" if close else f", known are {', '.join(known)}"
