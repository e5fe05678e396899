"""Exit codes: a contract that scripts depend on; they do not change with the output format."""

from __future__ import annotations

FOUND_NOTHING = 0
"""Everything could be compared, and no finding is left."""
FOUND = 1
"""Findings are left, after fixing."""
BAD_INPUT = 2
"""The request makes no sense, or a lock, rule or configuration file is damaged."""
NOTHING_TO_CHECK = 3
"""No source, no version, no known distribution: what was not looked at is not called clean."""
INTERNAL_ERROR = 4
"""Our fault."""
