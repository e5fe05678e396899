"""Print what it costs to load the rules that a scan of a scikit-learn + pandas + numpy project needs.

CPU milliseconds of whole processes, user and system, the least of several runs, side by side with the import of
`packaging.specifiers`. Each step goes from the middle release of all that were read to the newest one. Of the three
distributions, those that have rules are measured; `python benchmarks/loading.py FOLDER` measures other rules.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from defaultdrift.model.name import normalise
from defaultdrift.shell.database import Database
from defaultdrift.shell.rules_folder import RulesFolder, compile_all

RULES = Path(__file__).parents[1] / "rules"
RUNS = 25
WANTED = ("scikit-learn", "pandas", "numpy")

# What every scan imports, whatever it compares.
SCAN = """
import defaultdrift.shell.cli, defaultdrift.shell.commands.scan, defaultdrift.shell.scanning
import defaultdrift.shell.inspection, defaultdrift.shell.processes
import unicodedata
"""
SCREEN = """
from pathlib import Path
from defaultdrift.locks.pin import parse_pin
from defaultdrift.match.repair import Wish
from defaultdrift.model.call import Certainty
from defaultdrift.shell.inspection import Request, build_job
from defaultdrift.shell.rules_folder import RulesFolder
from defaultdrift.shell.target import find_target, load_comparisons
database = Database(RulesFolder(Path({folder!r})))
target = find_target(Path("/"), None, *(tuple(map(parse_pin, pins)) for pins in {pins!r}), database)
request = Request(wish=Wish.KEEP, codes=frozenset(), certainty=Certainty.CERTAIN, repair=False, unsafe=False)
job = build_job(load_comparisons(target, target.steps.steps), request)
"""
RESOLVE = """
job.known
"""
MATCH = """
for comparison in job.comparisons:
    path = min(comparison.moved.paths, key=len)
    comparison.changes[comparison.histories[path].path]
"""


def measure(codes: dict[str, str]) -> dict[str, float]:
    """Return the least CPU time of each program in milliseconds; in turns, as the load varies."""
    costs: dict[str, float] = {}
    for _ in range(RUNS):
        for name, code in codes.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run((sys.executable, "-I", "-c", code), check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cost = 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            costs[name] = min(cost, costs.get(name, cost))
    return costs


def find_pins(database: Database) -> tuple[list[str], list[str]]:
    """Return the middle and the newest release of each distribution, as pins."""
    names = [normalise(name) for name in WANTED if normalise(name) in database.distributions()]
    releases = {name: [release.version for release in database.library(name).releases] for name in names}
    old = [f"{name}=={versions[len(versions) // 2]}" for name, versions in releases.items()]
    return old, [f"{name}=={versions[-1]}" for name, versions in releases.items()]


def main() -> None:
    """Compile the rules as the wheel has them, and print one line a measurement."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else RULES
    with TemporaryDirectory() as folder:
        for name, content in compile_all(source):
            Path(folder, name).write_bytes(content)
        pins = find_pins(Database(RulesFolder(Path(folder))))
        screen = SCAN + "from defaultdrift.shell.database import Database\n" + SCREEN.format(folder=folder, pins=pins)
        costs = measure(
            {
                "pass": "pass",
                "import packaging.specifiers": "import packaging.specifiers",
                "what every scan imports": SCAN + "from defaultdrift.shell.database import Database\n",
                "... and the names that the screen looks for": screen,
                "... and what the resolver is told": screen + RESOLVE,
                "... and the rows of one callable each": screen + RESOLVE + MATCH,
            }
        )
    for old, new in zip(*pins, strict=True):
        print(f"{old} -> {new.partition('==')[2]}")
    for name, cost in costs.items():
        print(f"{name:<50}{cost:>7.1f} ms")
    imported = costs["import packaging.specifiers"] - costs["pass"]
    loaded = costs["... and the rows of one callable each"] - costs["what every scan imports"]
    print(f"{'importing packaging.specifiers, by itself':<50}{imported:>7.1f} ms")
    print(f"{'loading the rules, by itself':<50}{loaded:>7.1f} ms")


if __name__ == "__main__":
    main()
