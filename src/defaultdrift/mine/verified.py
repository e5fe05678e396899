"""The pages that record what a sweep over installed releases found: one over all, and one a distribution."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.mine.verify import Disagreement, Verdict
    from defaultdrift.model.name import DistributionName

_HEAD = """\
Every callable of the database is compared with `inspect.signature` of the release that is installed:
the names, kinds and order of its parameters, and each default as a value.
Callables that the release has and the database has not are counted as well.
"""
_COUNTS = "| release | Python | callables | defaults | confirmed | explained | unexplained |"
_ROW = re.compile(r"\| \S+ \| [\d.]+ \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|")


def render_verdicts(
    distribution: DistributionName, verdicts: Iterable[Verdict], failed: Mapping[Version, str] | None = None
) -> str:
    """Write the page of one distribution.

    Args:
        distribution: Normalised name.
        verdicts: On its releases, in any order.
        failed: Why other releases could not be asked.
    """
    ordered = sorted(verdicts, key=lambda verdict: verdict.version)
    lines = [f"# Verification of {distribution}", "", _HEAD, "Written by `defaultdrift rules verify --sweep`.", ""]
    lines += [_COUNTS, "|---|---|---:|---:|---:|---:|---:|"]
    lines += [
        f"| {v.version} | {v.python} | {v.callables} | {v.defaults} | {v.agreed} | {len(v.explained)} | "
        f"{len(v.unexplained)} |"
        for v in ordered
    ]
    if failed:
        lines += ["", "Not asked:", "", *(f"- {version}: {problem}" for version, problem in sorted(failed.items()))]
    lines.append("")
    lines += _render_disagreements("Unexplained", [(v.version, d) for v in ordered for d in v.unexplained])
    lines += _render_disagreements("Explained", [(v.version, d) for v in ordered for d in v.explained])
    return "\n".join(lines)


def render_summary(pages: Mapping[str, str]) -> str:
    """Write the page over all distributions.

    Args:
        pages: Distribution to its page, as `render_verdicts` wrote it.
    """
    lines = ["# Verification", "", _HEAD, "Written by `defaultdrift rules verify --sweep`; summed over releases.", ""]
    lines += ["| distribution | releases | callables | defaults | confirmed | explained | unexplained |"]
    lines += ["|---|---:|---:|---:|---:|---:|---:|"]
    total = [0] * 6
    for name, page in sorted(pages.items()):
        rows = [[int(count) for count in row] for row in _ROW.findall(page)]
        sums = [len(rows), *(sum(column) for column in zip(*rows, strict=True))] if rows else [0] * 6
        total = [a + b for a, b in zip(total, sums, strict=True)]
        lines.append(f"| [{name}](verification/{name}.md) | {' | '.join(map(str, sums))} |")
    return "\n".join([*lines, f"| all | {' | '.join(map(str, total))} |", ""])


def _render_disagreements(title: str, found: Sequence[tuple[Version, Disagreement]]) -> Iterator[str]:
    yield from (f"## {title}", "")
    if not found:
        yield from ("None.", "")
    for reason in sorted({disagreement.reason for _, disagreement in found}):
        if reason:
            yield from (f"### {reason[0].upper()}{reason[1:]}", "")
        releases: dict[str, list[str]] = {}
        for version, disagreement in found:
            if disagreement.reason == reason:
                shown = f"`{disagreement.path}`" if reason else f"`{disagreement.path}` {disagreement.difference}"
                releases.setdefault(shown, []).append(str(version))
        for shown, versions in sorted(releases.items()):
            yield f"- {shown} ({', '.join(versions)})"
        yield ""
