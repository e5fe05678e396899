"""Prove fixes against real releases of scikit-learn: `make prove`. Writes `docs/proofs.md`.

Every release is installed from the index into an environment of its own under `build/prove/`. Then

1. for every certain finding of the cases whose call can be run, the call fixed for the old release is run under the new
   one and must have the old release's parameters, while the call as it was must not;
2. the incident's model gives its old groups under the new release once it is fixed, and not before.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from proofs import Call, find_calls_to_prove, judge_call  # noqa: E402
from support import SHIPPED, compare, scan  # noqa: E402

BUILD = ROOT / "build" / "prove"
PROOFS = ROOT / "docs" / "proofs.md"

ENVIRONMENTS = {
    "0.20.4": ("3.7", "numpy==1.16.6", "scipy==1.2.3"),
    "0.21.3": ("3.7", "numpy==1.17.5", "scipy==1.3.3"),
    "0.22.2.post1": ("3.8", "numpy==1.19.5", "scipy==1.5.4"),
    "0.23.2": ("3.8", "numpy==1.19.5", "scipy==1.5.4"),
    "0.24.2": ("3.9", "numpy==1.19.5", "scipy==1.6.3"),
    "1.0.2": ("3.9", "numpy==1.22.4", "scipy==1.7.3"),
    "1.1.3": ("3.10", "numpy==1.23.5", "scipy==1.9.3"),
    "1.2.2": ("3.11", "numpy==1.24.4", "scipy==1.10.1"),
    "1.3.2": ("3.11", "numpy==1.26.4", "scipy==1.11.4"),
    "1.4.2": ("3.12", "numpy==1.26.4", "scipy==1.13.1"),
    "1.5.2": ("3.12", "numpy==2.1.3", "scipy==1.14.1"),
    "1.6.1": ("3.13", "numpy==2.2.6", "scipy==1.15.3"),
    "1.7.2": ("3.13", "numpy==2.2.6", "scipy==1.15.3"),
    "1.8.0": ("3.13", "numpy==2.2.6", "scipy==1.15.3"),
    "1.9.1": ("3.13", "numpy==2.2.6", "scipy==1.15.3"),
    "0.22": ("3.8", "numpy==1.19.5", "scipy==1.5.4"),
    "1.4.0": ("3.12", "numpy==1.26.4", "scipy==1.13.1"),
    "1.5.0": ("3.12", "numpy==2.1.3", "scipy==1.14.1"),
}
"""Releases that cases compare, with a Python and companions of their time."""

RUN_CALL = """\
import json, sys, warnings
warnings.simplefilter("ignore")
scope = {}
exec(sys.argv[1], scope)
call = scope["call"]
def show(value):
    return type(value).__name__ if hasattr(value, "get_params") else repr(value)
if hasattr(call, "get_params"):
    print(json.dumps({name: show(value) for name, value in call.get_params(deep=False).items()}))
else:
    print(json.dumps({"": repr(call)}))
"""
RUN_INCIDENT = """\
import json, sys, warnings
warnings.simplefilter("ignore")
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import records
scope = {"__name__": "model"}
exec(sys.argv[2], scope)
features, _, _ = records.generate()
print(json.dumps(scope["build"]().fit(features)[-1].labels_.tolist()))
"""


def find_python(version: str) -> str:
    """Return an interpreter of a minor version: on the path, or where pyenv keeps it."""
    roots = sorted((Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions").glob(f"{version}.*"))
    candidates = [str(root / "bin" / "python") for root in roots] + [f"python{version}"]
    for candidate in candidates:
        try:
            subprocess.run((candidate, "-c", ""), check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return candidate
    sys.exit(f"no Python {version} found, on the path or under pyenv")


def install(release: str) -> Path:
    """Return the interpreter of an environment that has the release; it is made once."""
    folder = BUILD / release
    python = folder / "bin" / "python"
    if not (folder / "done").exists():
        print(f"installing scikit-learn {release}", flush=True)
        version, *companions = ENVIRONMENTS[release]
        subprocess.run((find_python(version), "-m", "venv", "--clear", str(folder)), check=True)
        command = (str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:")
        subprocess.run((*command, f"scikit-learn=={release}", *companions), check=True)
        (folder / "done").touch()
    return python


def ask(python: Path, program: str, *arguments: str) -> Any:  # noqa: ANN401  any JSON
    """Return what a program prints as JSON under an interpreter, or `None` where it fails."""
    done = subprocess.run((str(python), "-c", program, *arguments), capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None


def prove_call(call: Call) -> tuple[str, bool]:
    """Return the row of one call, and whether it is proved."""
    old, new = install(call.old), install(call.new)
    answers = [
        ask(python, RUN_CALL, program)
        for python, program in ((old, call.program), (new, call.program), (new, call.fixed_program))
    ]
    verdict = judge_call(call, *answers)
    row = f"| {call.case} | `{call.text}` | {call.old} → {call.new} | `{call.fix}` | {verdict} |"
    print(row, flush=True)
    return row, not verdict.startswith("refuted")


def prove_incident() -> tuple[str, bool]:
    """Return a sentence about the groups of the incident, and whether the repair is proved."""
    folder = ROOT / "examples" / "incident"
    source = (folder / "model.py").read_text()
    repair = scan(source, compare("1.3.2", "1.4.2", SHIPPED), repair=True).repair
    fixed = repair.text if repair else source
    old = ask(install("1.3.2"), RUN_INCIDENT, str(folder), source)
    drifted = ask(install("1.4.2"), RUN_INCIDENT, str(folder), source)
    repaired = ask(install("1.4.2"), RUN_INCIDENT, str(folder), fixed)
    if None in (old, drifted, repaired):
        return "The incident's model did not run.", False
    is_proved = old == repaired != drifted
    moved = sum(a != b for a, b in zip(old, drifted, strict=True))
    answer = "the same" if old == repaired else "not the same"
    line = (
        f"Of {len(old)} records, {moved} have another group under 1.4.2 than under 1.3.2; "
        f"after the repair the groups under 1.4.2 are {answer} as under 1.3.2."
    )
    print(line, flush=True)
    return line, is_proved


def main() -> int:
    """Run all proofs and write the pages."""
    rows = [prove_call(call) for call in find_calls_to_prove(ENVIRONMENTS)]
    incident, has_incident = prove_incident()
    lines = [
        "# Proofs of the fixes\n\nWritten by `make prove`.\n",
        "## Every certain finding of the cases: the fixed call against the old release\n",
        "Proved: under the new release, the fixed call has the effective parameters that the call as it was has under",
        "the old release (a function: the same result), and the call as it was does not.\n",
        "| case | call | step | fix | verdict |",
        "|---|---|---|---|---|",
        *(row for row, _ in rows),
        f"\n## The incident\n\n{incident}\n",
    ]
    PROOFS.write_text("\n".join(lines), encoding="utf-8")
    return 0 if has_incident and all(is_proved for _, is_proved in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
