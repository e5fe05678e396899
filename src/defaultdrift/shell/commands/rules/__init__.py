"""The commands below `defaultdrift rules`; each module has `command`."""

from __future__ import annotations

from defaultdrift.shell.lazy import LazyGroup

command = LazyGroup(
    "rules",
    "Look into the rules database, extend it, prove it.",
    __name__,
    {
        "list": "Distributions, releases covered, changes and how many are reviewed.",
        "show": "Every parameter of a release with its declared and its effective default.",
        "changes": "The effective changes between two releases.",
        "stats": "Totals, and notes about defaults that no row accounts for.",
        "review": "Judge the changes that nobody has judged yet.",
        "mine": "Read new releases from the index and propose rows.",
        "verify": "Compare the database with a release installed under an interpreter.",
    },
)
