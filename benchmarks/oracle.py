"""Measure the resolver against what scripts do when they run: `make oracle`. Writes `docs/accuracy.md`.

Public scripts are taken out of source distributions on the index and run under a tracer, each for a few seconds; what
each of their calls called and was passed is compared with what `defaultdrift calls` says.
`benchmarks/oracle/projects.toml` says whose scripts, `benchmarks/oracle/environment.txt` under what. Scripts, libraries
and results are kept below `build/oracle`: what was run before is not run again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent), str(Path(__file__).parent / "oracle")]

from cells import read_cells  # noqa: E402
from construct import find_constructs  # noqa: E402
from fetch import ENVIRONMENT, fetch, prepare, read_plan  # noqa: E402
from page import Group, render_page  # noqa: E402
from prove import find_python  # noqa: E402
from run import Record, Runner  # noqa: E402
from score import Known, Tally, read_claim, read_run, score  # noqa: E402

from defaultdrift.locks.requirements import parse  # noqa: E402
from defaultdrift.model.signature import CallableKind  # noqa: E402
from support import SHIPPED  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fetch import Script
    from packaging.version import Version
    from score import Claim, Place

    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.signature import CallableHistory

BUILD = ROOT / "build" / "oracle"
PAGE = ROOT / "docs" / "accuracy.md"
COMMAND = (sys.executable, "-m", "defaultdrift", "calls", "--format", "json", "--rules", str(ROOT / "rules"))


def find_versions() -> dict[DistributionName, Version]:
    """Return the version of every library of the environment that has rules."""
    pins = parse(ENVIRONMENT.read_text(encoding="utf-8")).pins
    known = SHIPPED.distributions()
    return {
        pin.distribution: pin.version for pin in pins if pin.distribution in known and SHIPPED.knows(pin.distribution)
    }


def find_known(python: Path) -> Known:
    """Return the callables of the rules that a version of a library has, by what they are in the environment."""
    wanted, distributions, defaults, others = [], {}, {}, {}
    for name, version in find_versions().items():
        for history in SHIPPED.api(name).all():
            path, signature = history.shown, history.at(version)
            is_method = history.kind not in (CallableKind.CLASS, CallableKind.FUNCTION)
            wanted.append([path, is_method, order_paths(path, history, version)])
            others.update(dict.fromkeys(history.other_names, path))
            distributions[path] = str(name)
            parameters = signature.parameters or () if signature is not None else ()
            defaults[path] = frozenset(one.name for one in parameters if one.default is not None)
    return Known(name_paths(python, wanted), distributions, defaults, others)


def order_paths(shown: str, history: CallableHistory, version: Version) -> list[str]:
    """Return the import paths of a callable, those of a version first, and the one that it is told by before others."""
    return [
        entry.path
        for entry in sorted(
            history.paths,
            key=lambda entry: (not entry.covers(version), entry.path != shown, entry.path.count("."), entry.path),
        )
    ]


def name_paths(python: Path, wanted: Sequence[Sequence[object]]) -> dict[str, list[str]]:
    """Return what the paths of the rules are in the environment; that is asked once."""
    program = Path(__file__).parent / "oracle" / "paths.py"
    asked = json.dumps(wanted)
    digest = hashlib.sha256(f"{asked}{program.read_text()}{ENVIRONMENT.read_text()}".encode()).hexdigest()[:16]
    kept = BUILD / "names" / f"{digest}.json"
    if not kept.exists():
        print(f"importing {len(wanted)} callables", flush=True)
        command = (str(python), "-W", "ignore", str(program))
        done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, cwd=BUILD)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(done.stdout, encoding="utf-8")
    answer: dict[str, list[str]] = json.loads(kept.read_text(encoding="utf-8"))
    return answer


def take_inventory(scripts: Iterable[Script], processes: int) -> dict[str, list[Claim]]:
    """Return what `defaultdrift calls` says about each script, those of a project looked at together."""
    projects: dict[str, list[Script]] = defaultdict(list)
    for script in scripts:
        projects[script.project.name].append(script)
    with ThreadPoolExecutor(processes) as pool:
        found = pool.map(read_project, projects, projects.values())
        return {name: claims for project in found for name, claims in project.items()}


def read_project(name: str, scripts: Iterable[Script]) -> dict[str, list[Claim]]:
    """Return what is said about each script of a project, all of them looked at together."""
    print(f"reading {name}", flush=True)
    done = subprocess.run(
        (*COMMAND, "--lock", str(ENVIRONMENT), *(script.path for script in scripts)),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        cwd=BUILD / "scripts" / name,
    )
    found: dict[str, list[Claim]] = defaultdict(list)
    for entry in json.loads(done.stdout)["calls"]:
        found[f"{name}/{entry['file']}"].append(read_claim(entry))
    return found


def describe_calls(script: Script) -> dict[Place, str]:
    """Return how the callees of a script are written."""
    cells = read_cells(str(script.file))
    return {(cell, *place): how for cell, text in cells for place, how in find_constructs(text).items()}


def score_all(records: Iterable[Record], claims: Mapping[str, Sequence[Claim]], known: Known) -> dict[str, Tally]:
    """Return the counts of each script, by name."""
    return {
        record.script.name: score(
            record.script.name,
            [read_run(entry) for entry in record.entries],
            claims.get(record.script.name, ()),
            describe_calls(record.script),
            known,
        )
        for record in records
    }


def make_groups(records: Sequence[Record], tallies: Mapping[str, Tally]) -> list[Group]:
    """Return the groups of the page, disjoint ones first."""
    wanted = {
        "examples of scikit-learn": [record for record in records if record.script.project.is_tuned],
        "others, open": [r for r in records if not r.script.project.is_tuned and not r.script.is_held_out],
        "others, held out": [record for record in records if record.script.is_held_out],
        "all others": [record for record in records if not record.script.project.is_tuned],
    }
    return [Group(title, add_up(members, tallies), tuple(members)) for title, members in wanted.items()]


def add_up(records: Iterable[Record], tallies: Mapping[str, Tally]) -> Tally:
    """Return the counts of several scripts."""
    total = Tally()
    for record in records:
        total.add(tallies[record.script.name])
    return total


def main() -> int:
    """Run everything that was not run before, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="time that a script may take; 10")
    parser.add_argument("--processes", type=int, default=2, help="scripts that run at once; 2")
    parser.add_argument("--project", action="append", default=[], help="only this one; nothing is written")
    options = parser.parse_args()
    plan = read_plan()
    python = prepare(find_python(plan.python), BUILD / "environment")
    scripts = [
        script
        for script in fetch(plan, BUILD / "scripts")
        if not options.project or script.project.name in options.project
    ]
    runner = Runner(python, BUILD / "scripts", BUILD / "records", options.seconds)
    records = list(runner.run(scripts, options.processes))
    tallies = score_all(records, take_inventory(scripts, options.processes), find_known(python))
    groups = make_groups(records, tallies)
    shown = add_up((record for record in records if not record.script.is_held_out), tallies)
    settings = {"seconds": options.seconds, "held_out": plan.held_out}
    page = render_page(groups, shown, settings, [f"{name} {version}" for name, version in find_versions().items()])
    if options.project:
        print(page)
    else:
        PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
