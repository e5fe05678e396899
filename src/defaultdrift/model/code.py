"""The codes of findings. They carry no version and are never reused; new rules never change the meaning of one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for.

    Attributes:
        name: One word.
        compares: The step that is compared.
        found_when: When there is a finding.
    """

    name: str
    compares: str
    found_when: str


CODES: dict[str, Code] = {
    "DD001": Code(
        "drifted",
        "an older version (`--from`) with the lock now, or with `--to`",
        "this upgrade changed what the call does",
    ),
    "DD002": Code(
        "upcoming",
        "the lock now with a newer release (`--to`, else the newest one known)",
        "the next upgrade will change what the call does",
    ),
}
"""Every code that this version can find."""
