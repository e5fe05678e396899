"""Run the main job on the incident: what did the upgrade change, how is it repaired, is the repaired state clean?

Prints each command before its output. Nothing in the checkout is changed: the repair happens in a copy.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INCIDENT = Path(__file__).parent / "incident"
TOOL = [sys.executable, "-m", "defaultdrift"]


def show(title, *arguments, folder, expected):
    """Run one command in a folder, print it and what it printed, and stop where its exit code is not the expected one."""
    print(f"\n# {title}\n$ defaultdrift {' '.join(arguments)}", flush=True)
    code = subprocess.run([*TOOL, *arguments], cwd=folder, check=False).returncode
    if code != expected:
        sys.exit(f"exit code {code}, expected {expected}")


def main():
    """Tell the incident in five commands."""
    before = ("--from", "scikit-learn==1.3.2")
    show("What did the upgrade from scikit-learn 1.3.2 change?", "scan", *before, folder=INCIDENT, expected=1)
    show("Why? What do the releases say?", "explain", "sklearn.cluster.KMeans.n_init", folder=INCIDENT, expected=0)
    show("How is it repaired?", "scan", *before, "--diff", folder=INCIDENT, expected=1)
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "incident"
        shutil.copytree(INCIDENT, copy)
        show("Repair a copy", "scan", *before, "--fix", folder=copy, expected=0)
        show("Is the repaired copy clean?", "scan", *before, folder=copy, expected=0)
        print("\n# The line that it wrote")
        print(next(line for line in (copy / "model.py").read_text().splitlines() if "n_init" in line))


if __name__ == "__main__":
    main()
