"""Show the defaults that compiled code decides: `make engine`. Writes `docs/engines.md`.

Where a wheel holds the decision compiled and no source distribution has it, rows take their evidence from what the
release itself tells. `benchmarks/engine/*.toml` holds the programs; each runs in two neighbouring releases, and what
differs is a line of the page. Releases are installed below `build/engine`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from prove import find_python  # noqa: E402

from defaultdrift.model.toml import parse_toml  # noqa: E402

BUILD = ROOT / "build" / "engine"
PAGE = ROOT / "docs" / "engines.md"
TABLES = Path(__file__).parent / "engine"
HEAD = """# Defaults that compiled code decides

Written by `make engine`. The programs of `benchmarks/engine/` train small models in two neighbouring releases, under
the same interpreter and the same companions, and look up what the model says about the options that were left out.
"""


def prepare(table: dict[str, Any]) -> Path:
    """Return the interpreter of an environment with the companions of all releases; it is made once."""
    folder = BUILD / f"{table['distribution']}-companions"
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        subprocess.run((find_python(table["python"]), "-m", "venv", "--clear", str(folder)), check=True)
        install(python, *table["companions"])
        (folder / "done").touch()
    return python


def install(python: Path, *arguments: str) -> None:
    """Install without compiling anything."""
    subprocess.run((str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *arguments), check=True)


def ask(table: dict[str, Any], python: Path, release: str) -> dict[str, Any]:
    """Return what the program tells under one release."""
    folder = BUILD / f"{table['distribution']}-{release}"
    if not (folder / "done").exists():
        print(f"installing {table['distribution']} {release}", flush=True)
        install(python, "--no-deps", "--target", str(folder), f"{table['distribution']}=={release}")
        (folder / "done").touch()
    command = (str(python), "-c", table["program"])
    surroundings = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings, cwd=BUILD)
    # Engines print while they work; the answer is the last line of the other stream.
    answer: dict[str, Any] = json.loads(done.stderr.splitlines()[-1])
    return answer


def compare(table: dict[str, Any]) -> list[str]:
    """Return a line for each option that is another one in a release than in the release before."""
    python = prepare(table)
    told = {release: ask(table, python, release) for release in sorted({r for step in table["steps"] for r in step})}
    return [
        f"| {new} | {option} | {told[old][option]} | {told[new][option]} |"
        for old, new in table["steps"]
        for option in told[old]
        if option in told[new] and told[old][option] != told[new][option]
    ]


def main() -> int:
    """Run everything and write the page."""
    parts = [HEAD]
    for file in sorted(TABLES.glob("*.toml")):
        table = parse_toml(file.read_text(encoding="utf-8"))
        head = f"## {table['distribution']}\n\nPython {table['python']}, `benchmarks/engine/{file.name}`.\n\n"
        columns = "| release | option, left out | before | now |\n|---|---|---|---|\n"
        parts.append(head + columns + "\n".join(compare(table)) + "\n")
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
