"""The one place that knows where the TOML parser comes from.

Source: https://toml.io/en/v1.0.0, PEP 680 (`tomllib` is in the standard library from Python 3.11 on).
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

try:
    from tomllib import loads
except ModuleNotFoundError:  # Python 3.10
    loads = import_module("tomli").loads

_MOST_DOTS = 100
_DEEP_KEY = re.compile(
    r"""(?:(?:(?<![\w-])[\w-]+|"(?:\\.|[^"\\])*"|'[^']*')[ \t]*\.[ \t]*)""" + f"{{{_MOST_DOTS}}}",
)


def parse_toml(text: str) -> dict[str, Any]:
    """Return the document as plain values.

    Args:
        text: TOML, with any newlines.

    Raises:
        ValueError: The text is no TOML, or is nested deeper than the parser can follow; the message says where.
    """
    if _has_deep_key(text):
        raise ValueError("nested too deeply")
    try:
        return loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _has_deep_key(text: str) -> bool:
    """Tell whether there is a key `a.a.a` of absurd depth: the parser's time grows with the square of it."""
    return any(line.count(".") >= _MOST_DOTS and _DEEP_KEY.search(line) for line in text.split("\n"))
