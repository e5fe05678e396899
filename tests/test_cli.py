"""The command line is a contract: exit codes, the JSON object, what is written and what is not."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from defaultdrift.shell.cli import main

CALL = "from sklearn.cluster import KMeans\n\nmodel = KMeans(n_clusters=3)\n"
FIXED = CALL.replace("3)", "3, n_init=10)")
STEP = ("--from", "scikit-learn==1.3.2", "--to", "scikit-learn==1.4.2")

OLDER = ("--from", "scikit-learn==1.1.3", "--to", "scikit-learn==1.4.2")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return an empty project that is the working directory, with nothing above it that could be found."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("scan", *STEP), 1, id="findings"),
        pytest.param(("scan", *STEP, "--exit-zero"), 0, id="exit_zero"),
        pytest.param(("scan", *STEP, "--fix"), 0, id="all_findings_fixed"),
        pytest.param(("scan", *STEP, "--diff"), 1, id="a_diff_writes_nothing"),
        pytest.param(("scan", *STEP, "--accept", "--fix"), 0, id="both_versions_accept_the_new_value"),
        pytest.param(("scan", *OLDER, "--accept", "--fix"), 1, id="the_old_version_refuses_the_new_value"),
        pytest.param(("scan", "--from", "scikit-learn==1.1.3", "--to", "scikit-learn==1.3.2"), 0, id="no_drift"),
        pytest.param(("scan", *STEP, "--ignore", "DD001"), 0, id="ignored_code"),
        pytest.param(("scan", *STEP, "--select", "DD002"), 0, id="other_code"),
        pytest.param(("scan",), 3, id="no_version"),
        pytest.param(("scan", "empty", *STEP), 3, id="no_source"),
        pytest.param(("scan", "--from", "scikit-learn>=1.1"), 2, id="a_range_is_no_pin"),
        pytest.param(("scan", "--from", "unheard-of==1"), 2, id="no_rules"),
        pytest.param(("scan", "--select", "XX999"), 2, id="unknown_code"),
        pytest.param(("scan", "missing.py", *STEP), 2, id="missing_path"),
        pytest.param(("scan", "--fix", "--diff", *STEP), 2, id="fix_and_diff"),
        pytest.param(("scan", "--lock", "missing.lock"), 2, id="missing_lock"),
        pytest.param(("scan", "--nonsense"), 2, id="unknown_option"),
        pytest.param(("nonsense",), 2, id="unknown_command"),
        pytest.param((), 2, id="no_command"),
        pytest.param(("--version",), 0, id="version"),
        pytest.param(("scan", "--help"), 0, id="help"),
        pytest.param(("explain", "DD001"), 0, id="explain_a_code"),
        pytest.param(("explain", "KMeans.n_init"), 0, id="explain_a_parameter"),
        pytest.param(("explain", "KMeans.n_inti"), 2, id="explain_nothing"),
        pytest.param(("rules", "list"), 0, id="rules_list"),
        pytest.param(("rules", "show", "scikit-learn==99"), 2, id="rules_of_an_unread_release"),
        pytest.param(("calls",), 0, id="calls"),
        pytest.param(("calls", "empty"), 3, id="calls_of_nothing"),
    ],
)
def test_exit_code_says_how_it_ended(project, arguments, code):
    """One code for each way to end, the same in every format."""
    write(project, model=CALL)
    (project / "empty").mkdir()

    assert main(arguments) == code


@pytest.mark.parametrize("style", ["text", "json"])
def test_exit_code_does_not_change_with_the_format(project, style, capsys):
    """A format changes what is printed, not how the scan ended."""
    write(project, model=CALL)

    assert main(["scan", *STEP, "--format", style]) == 1
    assert capsys.readouterr().out


def test_json_is_the_object_of_the_contract(project, capsys):
    """Every field has the name and the unit that scripts depend on."""
    write(project, model=CALL)
    main(["scan", *STEP, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    (finding,) = report["findings"]
    message, url = finding.pop("message"), finding.pop("url")

    assert list(report) == ["version", "tool", "steps", "findings", "skips", "summary"]
    assert report["version"] == 1
    assert report["steps"] == [
        {"distribution": "scikit-learn", "old_version": "1.3.2", "new_version": "1.4.2", "marker": None}
    ]
    assert finding == {
        "code": "DD001",
        "file": "model.py",
        "line": 3,
        "column": 9,
        "end_line": 3,
        "end_column": 29,
        "callable": "sklearn.cluster.KMeans",
        "parameter": "n_init",
        "old": "10",
        "new": "'auto'",
        "distribution": "scikit-learn",
        "old_version": "1.3.2",
        "new_version": "1.4.2",
        "changed_in": "1.4.0",
        "kind": "silent",
        "impact": "results",
        "certainty": "certain",
        "fix": {"text": "n_init=10", "safe": True},
    }
    assert message.startswith("KMeans leaves out n_init, which changed from 10 to 'auto'")
    assert "1.4" in url


def test_calls_json_is_the_object_of_the_contract(project, capsys):
    """The inventory says what is passed and what is left out, by the signature of the version named."""
    write(project, model="from sklearn.cluster import KMeans\nKMeans(3, *a, max_iter=5, **b)\n")
    main(["calls", "--from", "scikit-learn==0.13", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    (call,) = report["calls"]
    omitted = call.pop("omitted")

    assert list(report) == ["version", "calls", "skips"]
    assert call == {
        "file": "model.py",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 31,
        "callable": "sklearn.cluster.KMeans",
        "distribution": "scikit-learn",
        "certainty": "certain",
        "passed": {"positional": 1, "keywords": ["max_iter"], "splat": True, "double_splat": True},
    }
    assert "n_init" in omitted
    assert not {"n_clusters", "max_iter"} & set(omitted)


def test_calls_of_a_release_older_than_the_rules_are_told_by_the_nearest_signature(project, capsys):
    """What the oldest release says is said of one that nobody read, and that it is so."""
    write(project, model="from sklearn.cluster import KMeans\nKMeans(3, 'random', max_iter=5)\n")
    main(["calls", "--from", "scikit-learn==0.11", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    main(["calls", "--from", "scikit-learn==0.13", "--format", "json"])
    oldest = json.loads(capsys.readouterr().out)
    (skip,) = told["skips"]

    assert told["calls"] == oldest["calls"]
    assert "n_init" in told["calls"][0]["omitted"]
    assert "the rules have not read scikit-learn 0.11 (oldest read: 0.13)" in skip["reason"]
    assert oldest["skips"] == []


def test_calls_of_what_a_release_did_not_have_are_told_by_the_next_signature(project, capsys):
    """Code that calls what no release read had at its version calls it all the same."""
    write(project, model="from sklearn.cluster import HDBSCAN\nHDBSCAN(5)\n")
    main(["calls", "--from", "scikit-learn==1.0", "--format", "json"])
    (call,) = json.loads(capsys.readouterr().out)["calls"]

    assert "min_samples" in call["omitted"]
    assert "min_cluster_size" not in call["omitted"]


def test_fix_writes_the_file_and_the_second_scan_is_clean(project):
    """The repair is written, and finds nothing to repair the second time."""
    write(project, model=CALL)

    assert main(["scan", *STEP, "--fix"]) == 0
    assert (project / "model.py").read_text() == FIXED
    assert main(["scan", *STEP]) == 0


def test_diff_is_what_git_applies(project, capsys):
    """The diff writes nothing, and applying it gives what `--fix` would write."""
    write(project, model=CALL)
    main(["scan", *STEP, "--diff"])
    diff = capsys.readouterr().out

    assert (project / "model.py").read_text() == CALL
    subprocess.run(("git", "apply", "--unsafe-paths", "-"), input=diff, text=True, check=True, cwd=project)
    assert (project / "model.py").read_text() == FIXED


def test_unsafe_fix_needs_to_be_asked_for(project):
    """A possible finding is repaired only with --unsafe-fixes."""
    text = "from sklearn.cluster import KMeans\n\n\ndef build(cls=KMeans):\n    return cls()\n"
    write(project, model=text)

    assert main(["scan", *STEP, "--fix"]) == 1
    assert (project / "model.py").read_text() == text
    assert main(["scan", *STEP, "--fix", "--unsafe-fixes"]) == 0
    assert "cls(n_init=10)" in (project / "model.py").read_text()


def test_certainty_reports_no_less_than_asked(project, capsys):
    """With --certainty certain a possible finding is left out."""
    write(project, model="from sklearn.cluster import KMeans\nKMeans(**unknown())\n")

    assert main(["scan", *STEP, "--certainty", "certain"]) == 0
    assert main(["scan", *STEP, "--certainty", "possible"]) == 1
    assert "[possible]" in capsys.readouterr().out


def test_standard_input_is_scanned_under_its_name(project):
    """PATH - reads standard input, and --stdin-filename names it; --fix writes the source to standard output."""
    command = (sys.executable, "-m", "defaultdrift", "scan", "-", "--stdin-filename", "src/model.py", *STEP)
    found = subprocess.run(command, input=CALL, capture_output=True, text=True, check=False, cwd=project)
    fixed = subprocess.run((*command, "--fix"), input=CALL, capture_output=True, text=True, check=False, cwd=project)
    clean = subprocess.run((*command, "--fix"), input="x=1\n", capture_output=True, text=True, check=False, cwd=project)

    assert (found.returncode, found.stdout.startswith("src/model.py:3:9: DD001")) == (1, True)
    assert (fixed.returncode, fixed.stdout) == (0, FIXED)
    assert (clean.returncode, clean.stdout) == (0, "x=1\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[tool.defaultdrift]\ncertainy = 'likely'\n", "certainy: unknown key, did you mean 'certainty'?"),
        ("[tool.defaultdrift]\nselect = 'DD001'\n", "select: expected an array of strings"),
        ("[tool.defaultdrift]\nlock = 3\n", "lock: expected a string, got int"),
        ("[tool.defaultdrift]\ndoctests = 1\n", "doctests: expected true or false, got int"),
        ("[tool.defaultdrift]\ncertainty = 'sure'\n", "certainty: expected one of certain, likely, possible"),
        ("[tool.defaultdrift\n", "pyproject.toml: Expected"),
    ],
)
def test_configuration_with_a_fault_is_told_with_its_place(project, text, problem, capsys):
    """A misspelt option is an error, not an option without effect."""
    (project / "pyproject.toml").write_text(text)
    write(project, model=CALL)

    assert main(["scan", *STEP]) == 2
    assert problem in capsys.readouterr().err


def test_configuration_is_read_and_overridden_by_the_command_line(project):
    """Keys of the nearest table count where the command line says nothing."""
    (project / "pyproject.toml").write_text(
        '[tool.defaultdrift]\nfrom = ["scikit-learn==1.3.2"]\nto = ["scikit-learn==1.4.2"]\nexclude = ["legacy"]\n'
    )
    (project / "legacy").mkdir()
    write(project / "legacy", old=CALL)
    write(project, model="x = 1\n")

    assert main(["scan"]) == 0
    write(project, model=CALL)
    assert main(["scan"]) == 1
    assert main(["scan", "--to", "scikit-learn==1.3.1"]) == 0


def test_bad_files_never_hide_the_good_ones(project, capsys):
    """Whatever a file does, it becomes a skip with a reason, and the others are still looked at."""
    write(project, model=CALL, broken="from sklearn.cluster import KMeans\ndef (:\n  KMeans()\n", empty="")
    (project / "binary.py").write_bytes(bytes(range(256)) * 10 + b"sklearn KMeans(")
    (project / "nested.py").write_text(
        "from sklearn.cluster import KMeans\nx = " + "(" * 10_000 + "KMeans()" + ")" * 10_000
    )
    (project / "folder.py").mkdir()

    assert main(["scan", *STEP, "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)

    assert [finding["file"] for finding in report["findings"]] == ["model.py"]
    assert {skip["file"] for skip in report["skips"]} == {"binary.py", "broken.py", "nested.py"}


def test_a_damaged_lock_is_bad_input(project, capsys):
    """A lock cut in half is an error that names the file."""
    (project / "uv.lock").write_text('version = 1\n[[package]]\nname = "scikit-le')
    write(project, model=CALL)

    assert main(["scan"]) == 2
    assert "uv.lock" in capsys.readouterr().err


def test_results_do_not_depend_on_the_number_of_processes(project, capsys):
    """The same input gives the same bytes on one process and on three."""
    write(project, **{f"model{number}": CALL for number in range(12)})
    outputs = []
    for jobs in ("1", "3"):
        main(["scan", *STEP, "--format", "json", "--jobs", jobs])
        outputs.append(capsys.readouterr().out)

    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("import numpy\nprint(numpy.pi)\n", id="no_import_root"),
        pytest.param("import sklearn\nprint(sklearn.__version__)\n", id="no_affected_name"),
        pytest.param("from sklearn.cluster import KMeans\nKMeans(3, n_init=10)\n", id="no_call_that_leaves_it_out"),
    ],
)
def test_nothing_to_find_imports_neither_libcst_nor_rich(project, text):
    """A commit that touches one file with nothing to find must not pay for the parser or the terminal."""
    write(project, model=text)
    (project / "requirements.txt").write_text("scikit-learn==1.3.2\n")
    program = (
        "import sys; from defaultdrift.shell.cli import main;"
        "code = main(['scan', 'model.py', '--to', 'scikit-learn==1.4.2']);"
        "print(code, sorted({name.partition('.')[0] for name in sys.modules} & {'libcst', 'rich', 'yaml', 'requests'}))"
    )
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True, cwd=project)

    assert done.stdout.splitlines()[-1] == "0 []"


UV_LOCK = """\
version = 1
requires-python = ">=3.9"
resolution-markers = ["python_full_version >= '3.10'", "python_full_version < '3.10'"]

[[package]]
name = "scikit-learn"
version = "1.3.2"
source = { registry = "https://index.example/simple" }
resolution-markers = ["python_full_version < '3.10'"]

[[package]]
name = "scikit-learn"
version = "NEWER"
source = { registry = "https://index.example/simple" }
resolution-markers = ["python_full_version >= '3.10'"]
"""


def test_universal_lock_is_compared_version_by_version(project, capsys):
    """Each version that the lock holds is a step of its own, in the order of their markers."""
    (project / "uv.lock").write_text(UV_LOCK.replace("NEWER", "1.2.2"))
    write(project, model=CALL)

    assert main(["scan", "--to", "scikit-learn==1.4.2", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [finding["old_version"] for finding in report["findings"]] == ["1.3.2", "1.2.2"]
    assert main(["scan", "--to", "scikit-learn==1.4.2", "--fix"]) == 0
    assert (project / "model.py").read_text() == FIXED


@pytest.mark.parametrize("newer", ["1.4.0", "1.5.2"])
def test_universal_lock_whose_versions_disagree_is_not_fixed(project, newer, capsys):
    """Where one version drifts and another has the new default already, moved or not, no value keeps both."""
    (project / "uv.lock").write_text(UV_LOCK.replace("NEWER", newer))
    write(project, model=CALL)

    assert main(["scan", "--to", "scikit-learn==1.5.2", "--fix"]) == 1
    assert (project / "model.py").read_text() == CALL
    assert "not all versions compared want the same value" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["click", "libcst", "rich", "sklearn", "packaging", "sitecustomize"])
def test_modules_of_the_scanned_project_are_never_run(project, name):
    """A project that holds a module of a name that we import is scanned, not imported."""
    write(project, model=CALL, **{name: "open('trap', 'w')\nraise SystemExit(9)\n"})
    command = (sys.executable, "-m", "defaultdrift", "scan", *STEP)
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project)

    assert done.returncode == 1
    assert "model.py:3:9: DD001" in done.stdout
    assert not (project / "trap").exists()


def test_paths_with_different_locks_are_each_compared_with_their_own(project, capsys):
    """The order of the paths decides nothing: each is compared with the lock nearest to it."""
    for name, version in (("a", "1.3.2"), ("b", "1.9.1")):
        (project / name).mkdir()
        (project / name / "requirements.txt").write_text(f"scikit-learn=={version}\n")
        write(project / name, model=CALL)
    outputs = []
    for paths in (("a", "b"), ("b/model.py", "a/model.py")):
        assert main(["scan", *paths, "--format", "json"]) == 1
        outputs.append(json.loads(capsys.readouterr().out))

    assert [[f["file"] for f in report["findings"]] for report in outputs] == [["a/model.py"]] * 2
    assert outputs[0]["findings"] == outputs[1]["findings"]


@pytest.mark.parametrize("step", [("1.4.0rc1", "1.5.2"), ("1.3.2", "99.0")])
def test_step_with_an_unread_version_is_never_safe(project, step, capsys):
    """What an unread version does cannot be told: the finding is at most likely, and its fix is not safe."""
    write(project, model=CALL)
    code = main(["scan", "--from", f"scikit-learn=={step[0]}", "--to", f"scikit-learn=={step[1]}", "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert code in (1, 3)
    assert report["skips"]
    assert all(f["certainty"] != "certain" and not (f["fix"] or {}).get("safe") for f in report["findings"])
