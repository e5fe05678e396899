"""The workflow that proposes new releases: what it may do, and whom it trusts."""

from __future__ import annotations

import re

import pytest

from support import ROOT

yaml = pytest.importorskip("yaml")

TEXT = (ROOT / ".github" / "workflows" / "rules.yml").read_text()
JOB = yaml.safe_load(TEXT)["jobs"]["propose"]
RUNS = [step["run"] for step in JOB["steps"] if "run" in step]


def test_workflow_may_push_a_branch_and_open_a_proposal_and_nothing_else():
    """Without permissions at the top, the job has the two that it needs."""
    assert yaml.safe_load(TEXT)["permissions"] == {}
    assert JOB["permissions"] == {"contents": "write", "pull-requests": "write"}


def test_workflow_uses_two_actions_by_their_commits():
    """What else it needs are the programs that a runner has."""
    used = [step["uses"] for step in JOB["steps"] if "uses" in step]

    assert [name.partition("@")[0] for name in used] == ["actions/checkout", "actions/setup-python"]
    assert all(re.fullmatch(r"[^@]+@[0-9a-f]{40}", name) for name in used)


def test_workflow_puts_no_text_of_others_into_a_script():
    """A script takes values from its environment: an expression in it would be run as it is."""
    assert [run for run in RUNS if "${{" in run] == []


def test_workflow_proves_files_that_exist():
    """Each test that it runs is there, and so is the command."""
    tests = re.findall(r"tests/\w+\.py", "\n".join(RUNS))

    assert tests
    assert [name for name in tests if not (ROOT / name).is_file()] == []
    assert any("defaultdrift rules mine --new" in run for run in RUNS)
