"""Days of the calendar as text, `2026-11-20`: sorted as text they are sorted in time."""

from __future__ import annotations

import re

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(text: str) -> bool:
    """Tell whether a text is a day that the calendar has (ISO 8601, extended format).

    Example:
        >>> is_day("2024-02-29"), is_day("2026-02-29"), is_day("20261120")
        (True, False, False)
    """
    match = _DAY.fullmatch(text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    if not (year and 1 <= month <= len(_LENGTHS)):
        return False
    is_leap_day = (month, day) == (2, 29) and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _LENGTHS[month - 1] or is_leap_day
