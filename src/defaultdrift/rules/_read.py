"""Typed readers for the documents of the rules database: each says what it expected and where.

`Any` lives here and nowhere else in this folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from packaging.version import InvalidVersion, Version

from defaultdrift.errors import RuleError
from defaultdrift.model.day import is_day
from defaultdrift.model.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

    EnumT = TypeVar("EnumT", bound=Enum)

T = TypeVar("T")


class Table:
    """A table of a document that knows where it stands, so that every complaint names the place.

    Attributes:
        where: Key path of the table, such as `change[3]`.
    """

    def __init__(self, values: object, where: str) -> None:
        if not isinstance(values, dict):
            raise RuleError("", where, f"expected a table, got {type(values).__name__}")
        self.where = where
        self._values: Mapping[str, Any] = values

    def expect_keys(self, known: frozenset[str]) -> None:
        """Refuse keys that the schema does not have.

        Raises:
            RuleError: Some key is not known; all of them are named.
        """
        if unknown := sorted(set(self._values) - known):
            raise RuleError("", self.where, f"unknown key {', '.join(map(repr, unknown))}")

    def text(self, key: str) -> str:
        """Return a string that must be there.

        Raises:
            RuleError: It is missing or no string.
        """
        if key not in self._values:
            raise RuleError("", self._place(key), "is missing")
        return self._typed(key, str)

    def text_or(self, key: str, otherwise: T) -> str | T:
        """Return a string, or `otherwise` where the key is missing.

        Raises:
            RuleError: It is there and no string.
        """
        return self._typed(key, str) if key in self._values else otherwise

    def day(self, key: str) -> str:
        """Return a day of the calendar that must be there, such as `2026-11-20`.

        Raises:
            RuleError: It is missing, or is no such day.
        """
        text = self.text(key)
        if not is_day(text):
            raise RuleError("", self._place(key), f"expected a day such as '2026-11-20', got {text!r}")
        return text

    def day_or(self, key: str, otherwise: str) -> str:
        """Return a day of the calendar, or `otherwise` where the key is missing.

        Raises:
            RuleError: It is there and no such day.
        """
        return self.day(key) if key in self._values else otherwise

    def value(self, key: str) -> object:
        """Return whatever is there, or `None`."""
        return self._values.get(key)

    def version(self, key: str) -> Version | None:
        """Return a version, or `None` where the key is missing.

        Raises:
            RuleError: The text is no version by PEP 440.
        """
        text = self.text_or(key, None)
        return None if text is None else parse_version(text, self._place(key))

    def choice(self, key: str, choices: type[EnumT]) -> EnumT:
        """Return the member of an enumeration that the string names.

        Raises:
            RuleError: No member has this value.
        """
        text = self.text(key)
        try:
            return choices(text)
        except ValueError:
            known = ", ".join(repr(member.value) for member in choices)
            raise RuleError("", self._place(key), f"expected one of {known}, got {text!r}") from None

    def flag(self, key: str) -> bool:
        """Return a boolean; false where the key is missing.

        Raises:
            RuleError: It is there and no boolean.
        """
        return key in self._values and self._typed(key, bool)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return an array of strings; empty where the key is missing.

        Raises:
            RuleError: It is no array, or holds something else.
        """
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise RuleError("", self._place(key), "expected an array of strings")
        return tuple(values)

    def text_table(self, key: str) -> Mapping[str, str]:
        """Return a table of strings; empty where the key is missing.

        Raises:
            RuleError: It is no table, or holds something else.
        """
        values = self._values.get(key, {})
        if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
            raise RuleError("", self._place(key), "expected a table of strings")
        return values

    def list_table(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a table of arrays of strings, none of them empty; empty where the key is missing.

        Raises:
            RuleError: It is no table, or holds something else.
        """
        table = Table(self._values.get(key, {}), self._place(key))
        found = {inner: table.texts(inner) for inner in table._values}
        if not all(found.values()):
            raise RuleError("", self._place(key), "expected at least one string in each array")
        return found

    def tables(self, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
        """Return what `read` makes of each table of an array; empty where the key is missing.

        Raises:
            RuleError: It is no array of tables, or `read` refuses one.
        """
        values = self._values.get(key, [])
        if not isinstance(values, list):
            raise RuleError("", self._place(key), "expected an array of tables")
        prefix = self._place(key)
        return tuple(read(Table(value, f"{prefix}[{index}]")) for index, value in enumerate(values))

    def _place(self, key: str) -> str:
        return f"{self.where}.{key}".lstrip(".")

    def _typed(self, key: str, kind: type[T]) -> T:
        value = self._values[key]
        if not isinstance(value, kind):
            where = self._place(key)
            raise RuleError("", where, f"expected {kind.__name__}, got {type(value).__name__}")
        return value


def parse_document(text: str) -> Table:
    """Return the root table of a TOML document.

    Raises:
        RuleError: The text is no TOML.
    """
    try:
        return Table(parse_toml(text), "")
    except ValueError as error:
        raise RuleError("", "", str(error)) from error


def parse_version(text: str, where: str) -> Version:
    """Return a version.

    Args:
        text: A version by PEP 440.
        where: Key path for the complaint.

    Raises:
        RuleError: The text is no version.
    """
    try:
        return Version(text)
    except InvalidVersion:
        raise RuleError("", where, f"expected a version, got {text!r}") from None
