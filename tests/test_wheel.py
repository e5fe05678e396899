"""The wheel: built from this checkout, installed into an empty environment, and used to scan."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile

import pytest

from support import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = (sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT))
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_wheel_carries_the_rules_and_the_type_marker(wheel):
    """A scan needs no network and no checkout: the rules are inside, compiled, and none of their texts."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert {"defaultdrift/_rules/scikit-learn.rules", "defaultdrift/_rules/days.json", "defaultdrift/py.typed"} <= names
    assert [name for name in names if name.endswith((".toml", ".jsonl"))] == []


def test_wheel_is_small(wheel):
    """A hook installs it for every project: under 15 MB."""
    assert wheel.stat().st_size < 15_000_000


def test_wheel_installed_alone_finds_the_incident(wheel, tmp_path):
    """In an environment with nothing but the run-time dependencies, the main job works."""
    folder = tmp_path / "empty"
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run((python, "-m", "pip", "install", "--quiet", str(wheel)), check=True, capture_output=True)
    command = (python, "-m", "defaultdrift", "scan", ".", "--from", "scikit-learn==1.3.2", "--format", "json")
    done = subprocess.run(command, cwd=ROOT / "examples" / "incident", capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert [(f["file"], f["callable"], f["parameter"]) for f in report["findings"]] == [
        ("model.py", "sklearn.cluster.KMeans", "n_init")
    ]
    assert subprocess.run((python, "-c", "import griffe"), capture_output=True, check=False).returncode != 0
