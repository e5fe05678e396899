"""Measure the proposals of the miner against what people judged: strip the judgement, propose anew, compare.

    python benchmarks/proposals.py FACTS [DIST]

FACTS is a folder with the facts of each release as the miner keeps them (`<version>.json.gz`). Every row of a raw
difference that a person judged is proposed anew with no row in sight; a change that a person split by conditions counts
as right where the proposal is the kind of one of its rows. Precision is the share of proposals of a kind that people
judged to be that kind, recall the share of judged rows of a kind that were proposed as it. What matters most is the
last line: proposals that would hide a drift.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.mine.history import lineages
from defaultdrift.mine.propose import propose
from defaultdrift.mine.record import parse_facts
from defaultdrift.model.change import Kind
from defaultdrift.model.name import normalise
from defaultdrift.shell.database import Database, find_rules

if TYPE_CHECKING:
    from defaultdrift.model.change import Change

DRIFTS = (Kind.SILENT, Kind.UNREVIEWED)


def measure(folder: Path, distribution: str) -> list[tuple[Change, list[Change]]]:
    """Return each proposal with the judged rows of the same release, callable and parameter."""
    database = Database(find_rules())
    name = normalise(distribution)
    library = database.library(name)
    files = [folder / f"{release.version}.json.gz" for release in library.releases]
    facts = [parse_facts(gzip.decompress(file.read_bytes()).decode()) for file in files]
    judged: dict[tuple[object, str, str], list[Change]] = defaultdict(list)
    for change in database.changes(name):
        if change.kind is not Kind.UNREVIEWED:
            judged[change.release, change.callable, change.parameter].append(change)
    proposed = propose(lineages(facts), [release.version for release in library.releases], (), library)
    return [(row, rows) for row in proposed if (rows := judged.get((row.release, row.callable, row.parameter)))]


def main() -> int:
    """Print precision and recall by kind."""
    pairs = measure(Path(sys.argv[1]), (sys.argv[2:] or ["scikit-learn"])[0])
    kinds = [kind for kind in Kind if kind is not Kind.UNREVIEWED]
    right, proposed, judged, effects = Counter[Kind](), Counter[Kind](), Counter[Kind](), Counter[Kind]()
    hidden: list[str] = []
    for row, rows in pairs:
        found = {other.kind for other in rows}
        for kind in found:
            judged[kind] += 1
        if row.proposed_kind is None:
            continue
        proposed[row.proposed_kind] += 1
        if row.proposed_kind in found:
            right[row.proposed_kind] += 1
            wanted = {(other.old_effective, other.new_effective) for other in rows}
            effects[row.proposed_kind] += (row.old_effective, row.new_effective) in wanted
        elif row.proposed_kind not in DRIFTS and found & {*DRIFTS}:
            hidden.append(
                f"{row.release} {row.callable}.{row.parameter}: {row.old} -> {row.new}: {row.proposed_kind.value}"
            )
    print(f"{'kind':<12}{'judged':>8}{'proposed':>10}{'right':>7}{'precision':>11}{'recall':>8}{'same effects':>14}")
    for kind in kinds:
        precision = f"{right[kind] / proposed[kind]:.3f}" if proposed[kind] else "-"
        recall = f"{right[kind] / judged[kind]:.3f}" if judged[kind] else "-"
        print(
            f"{kind.value:<12}{judged[kind]:>8}{proposed[kind]:>10}{right[kind]:>7}"
            f"{precision:>11}{recall:>8}{effects[kind]:>14}"
        )
    print(f"differences judged: {len(pairs)}, proposed: {sum(proposed.values())}, right: {sum(right.values())}")
    print(f"proposals that would hide a drift: {len(hidden)}")
    if "--list" in sys.argv:
        print("\n".join(hidden))
    return 0


if __name__ == "__main__":
    sys.exit(main())
