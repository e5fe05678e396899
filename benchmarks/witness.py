"""Witness the rows of scikit-learn: `make witness`. Writes `docs/witnesses.md` and the evidence of the rows.

For every reviewed row, a small seeded program runs in the release before with the parameter left out, in the release
of the row with it left out, and there with the old value written. The programs are data:
`benchmarks/witness/situations/` says how to call what, `benchmarks/witness/environments.toml` says in what. Releases
are installed below `build/witness`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.version import Version

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent), str(Path(__file__).parent / "witness")]

from prove import find_python  # noqa: E402
from record import add_evidence, render_page  # noqa: E402
from situation import RUNNER, find_situation, isolate, plan, read_situations  # noqa: E402
from verdict import Outcome, Verdict, judge  # noqa: E402

from defaultdrift.model.change import Kind  # noqa: E402
from defaultdrift.model.name import normalise  # noqa: E402
from defaultdrift.model.toml import parse_toml  # noqa: E402
from defaultdrift.rules.release import parse_release, render_release  # noqa: E402
from support import SHIPPED  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from situation import Program, Situation

    Plan = tuple[Situation, dict[str, Program] | Verdict]

    from defaultdrift.model.change import Change

BUILD = ROOT / "build" / "witness"
PAGE = ROOT / "docs" / "witnesses.md"
RULES = ROOT / "rules" / "scikit-learn"
DISTRIBUTION = normalise("scikit-learn")
JUDGED = {Kind.SILENT, Kind.ANNOUNCED, Kind.EQUIVALENT, Kind.RENAMED, Kind.REMOVED}


def read_environments() -> dict[str, dict[str, Any]]:
    """Return the group of each release."""
    groups = parse_toml((RUNNER.parent / "environments.toml").read_text(encoding="utf-8"))["group"]
    return {release: group for group in groups for release in group["releases"]}


def install(python: str, folder: Path, *arguments: str) -> None:
    """Fill a folder with what pip installs, once for the same interpreter and arguments."""
    mark, wanted = folder / "done", " ".join((python, *arguments))
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        print(f"installing {folder.name}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        command = (python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "--target", str(folder))
        subprocess.run((*command, *arguments), check=True)
        mark.write_text(wanted, encoding="utf-8")


def install_all(release: str, group: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return the interpreter of a release, and the folders that it is installed in together with its companions."""
    python = find_python(group["python"])
    own, companions = BUILD / release, BUILD / f"companions-{group['releases'][0]}"
    install(python, companions, *group["companions"])
    install(python, own, "--no-deps", f"scikit-learn=={release}")
    return python, [str(own), str(companions)]


def run_programs(release: str, group: Mapping[str, Any], programs: Mapping[str, Program]) -> dict[str, dict[str, Any]]:
    """Return the answers of programs in a release, by key; what was answered before is not asked again."""
    python, folders = install_all(release, group)
    digest = hashlib.sha256(json.dumps([group["python"], group["companions"]]).encode()).hexdigest()[:8]
    record = BUILD / "answers" / f"{release}-{digest}.jsonl"
    record.parent.mkdir(parents=True, exist_ok=True)
    answers = read_answers(record, programs)
    while missing := [key for key in programs if key not in answers]:
        print(f"{release}: {len(missing)} programs", flush=True)
        lines = [json.dumps({**json.loads(programs[key].text), "key": key}) for key in missing]
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                (python, "-s", str(RUNNER), json.dumps(folders), str(record)),
                input="\n".join(lines).encode(),
                cwd=folder,
                env=make_environment(folder),
                capture_output=True,
                check=False,
            )
        found = read_answers(record, programs)
        if len(found) == len(answers):
            sys.exit(f"{release}: nothing was answered; run one program by hand")
        answers = found
    return answers


def make_environment(folder: str) -> dict[str, str]:
    """Return the variables of a run: one thread, no display, one order of hashes, nothing of the user's."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "LANG") if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {
        **kept,
        **threads,
        "MPLBACKEND": "Agg",
        "PYTHONHASHSEED": "0",
        "HOME": folder,
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def read_answers(record: Path, programs: Mapping[str, Program]) -> dict[str, dict[str, Any]]:
    """Return the answers in a record; a program that began and never ended has crashed."""
    answers: dict[str, dict[str, Any]] = {}
    started = ""
    for line in record.read_text(encoding="utf-8").splitlines() if record.exists() else ():
        entry = json.loads(line)
        if "start" in entry:
            if started:
                answers.setdefault(started, {"error": "Crash: the interpreter ended"})
            started = entry["start"]
        else:
            started = ""
            answers[entry["key"]] = entry
    if started:
        answers.setdefault(started, {"error": "Crash: the interpreter ended"})
    return {key: answer for key, answer in answers.items() if key in programs}


def find_rows(releases: Iterable[str]) -> list[Change]:
    """Return the rows to witness."""
    wanted = {Version(release) for release in releases}
    library = SHIPPED.library(DISTRIBUTION)
    rows = [row for row in SHIPPED.changes(DISTRIBUTION) if row.kind in JUDGED]
    return [row for row in rows if library.is_reviewed(row.release) and (not wanted or row.release in wanted)]


def plan_all(rows: Iterable[Change], before: Mapping[Version, Version]) -> dict[Change, Plan]:
    """Return the programs of every row, and the situation that they come from."""
    entries, api = read_situations(), SHIPPED.api(DISTRIBUTION)
    siblings: dict[tuple[str, Version], list[Change]] = defaultdict(list)
    for row in SHIPPED.changes(DISTRIBUTION):
        if row.kind is Kind.SILENT:
            siblings[row.callable, row.release].append(row)
    plans: dict[Change, Plan] = {}
    for row in rows:
        situation = find_situation(entries, row)
        isolate(situation, row, siblings[row.callable, row.release], before[row.release], api)
        try:
            plans[row] = (situation, plan(row, before[row.release], api, situation))
        except LookupError as error:
            plans[row] = (situation, Verdict(Outcome.UNTOLD, str(error)))
    return plans


def answer_all(plans: Mapping[Change, Plan]) -> dict[str, dict[str, Any]]:
    """Return the answers to all programs, by key. As many releases run at once as there are processors."""
    environments = read_environments()
    wanted: dict[str, dict[str, Program]] = defaultdict(dict)
    for _, programs in plans.values():
        for program in programs.values() if isinstance(programs, dict) else ():
            wanted[program.release][program.key] = program
    releases = sorted(wanted, key=Version)
    for release in releases:
        install_all(release, environments[release])
    answers: dict[str, dict[str, Any]] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(lambda r: run_programs(r, environments[r], wanted[r]), releases):
            answers |= found
    return answers


def witness(rows: Iterable[Change], before: Mapping[Version, Version]) -> dict[Change, tuple[Situation, Verdict]]:
    """Return the verdict of every row, and the situation that it comes from."""
    plans = plan_all(rows, before)
    answers = answer_all(plans)
    verdicts = {}
    for row, (situation, made) in plans.items():
        if isinstance(made, Verdict):
            verdicts[row] = (situation, made)
        else:
            told = {name: answers[program.key] for name, program in made.items()}
            verdicts[row] = (situation, judge(row, str(before[row.release]), told, situation))
    return verdicts


def main() -> int:
    """Run the witnesses and write what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--release", action="append", default=[], help="only the rows of this release; nothing is written"
    )
    parser.add_argument("--kind", action="append", default=[], help="only rows of this kind; nothing is written")
    options = parser.parse_args()
    rows = [row for row in find_rows(options.release) if not options.kind or row.kind.value in options.kind]
    order = [release.version for release in SHIPPED.library(DISTRIBUTION).releases]
    before = dict(zip(order[1:], order, strict=False))
    verdicts = witness(rows, before)
    if not options.release and not options.kind:
        write(verdicts, before)
    for row, (_, verdict) in verdicts.items():
        where = f"{row.release} {row.kind.value} {row.callable}.{row.parameter}"
        print(f"{verdict.outcome.value} | {where} | {' '.join(verdict.measure.split())}")
    return 1 if any(verdict.outcome is Outcome.CONTRADICTED for _, verdict in verdicts.values()) else 0


def write(verdicts: Mapping[Change, tuple[Situation, Verdict]], before: Mapping[Version, Version]) -> None:
    """Write the page, and the evidence into the rows as they stand in the files by now."""
    PAGE.write_text(render_page(verdicts, before), encoding="utf-8")
    for release in sorted({row.release for row in verdicts}):
        path = RULES / f"{release}.toml"
        text = path.read_text(encoding="utf-8")
        written = render_release(add_evidence(parse_release(text, DISTRIBUTION, release), verdicts))
        if written != text:
            path.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
