"""Describe a library that has no rules yet: the first `library.toml`, for a person to go on with.

Source: `rules/README.md`, section `library.toml`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from packaging.version import Version


def describe_library(distribution: str, roots: Sequence[str], first: Version) -> str:
    """Return the text of a `library.toml` without releases.

    Args:
        distribution: Normalised name.
        roots: Top-level modules.
        first: The oldest release.
    """
    excluded = json.dumps([f"{root}.**.tests" for root in roots])
    return "\n".join(
        (
            "# Written by `defaultdrift rules mine`; what each key means is in rules/README.md.",
            f"distribution = {json.dumps(distribution)}",
            f"import_roots = {json.dumps(roots)}",
            f'first = "{first}"  # the oldest release that is read',
            "# reviewed_from: the release from which on every row is judged; none is yet",
            'changelog = ""  # address of the notes, with {release} or {minor} in it',
            'sentinels = []  # defaults that stand for another value, such as "\'warn\'" or "_NoValue"',
            f"exclude = {excluded}  # modules that are no part of the interface",
            "",
        )
    )
