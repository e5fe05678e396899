"""The command line where its surroundings are odd: configurations, encodings, names, other locks, other processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from rich.cells import cell_len

from defaultdrift.model.finding import Report
from defaultdrift.report import render
from defaultdrift.report.look import Look
from defaultdrift.shell.cli import main
from support import compare, scan

CALL = "from sklearn.cluster import KMeans\n\nmodel = KMeans(n_clusters=3)\n"
STEP = ("--from", "scikit-learn==1.3.2", "--to", "scikit-learn==1.4.2")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with one finding that is the working directory, with nothing above it that could be found."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "model.py").write_text(CALL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, **options):
    """Run the command line in a process of its own."""
    command = (sys.executable, "-m", "defaultdrift", *arguments)
    return subprocess.run(command, capture_output=True, check=False, **options)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("tool = 3  # defaultdrift\n", "pyproject.toml: tool: expected a table, got int"),
        ("[[tool]]\nname = 'defaultdrift'\n", "pyproject.toml: tool: expected a table, got list"),
        ("[tool]\ndefaultdrift = 3\n", "pyproject.toml: tool.defaultdrift: expected a table, got int"),
    ],
)
def test_configuration_of_another_shape_is_told_with_its_path(project, text, problem, monkeypatch, capsys):
    """Where several configurations lie above each other, a name alone would not say which one is meant."""
    (project / "pyproject.toml").write_text(text)
    (project / "inner").mkdir()
    monkeypatch.chdir(project / "inner")

    assert main(["scan", "..", *STEP]) == 2
    assert f"../{problem}" in capsys.readouterr().err


def test_configuration_in_no_utf8_is_told(project, capsys):
    """Bytes that are no text are a fault of the file, not of ours."""
    (project / "pyproject.toml").write_bytes(b"# defaultdrift \xff\n")

    assert main(["scan", *STEP]) == 2
    assert "pyproject.toml: byte 15: expected UTF-8 text" in capsys.readouterr().err


@pytest.mark.parametrize("folder", [".", "src", "src/legacy"])
def test_exclusion_is_relative_to_the_configuration(project, folder, monkeypatch, capsys):
    """What is left out does not depend on where the command is run."""
    (project / "pyproject.toml").write_text('[tool.defaultdrift]\nexclude = ["src/legacy/*"]\n')
    for path in ("src/legacy/old.py", "src/new.py", "other/src/legacy/kept.py"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(CALL)
    monkeypatch.chdir(project / folder)
    main(["scan", str(project), *STEP, "--format", "json"])
    found = {os.path.abspath(finding["file"]) for finding in json.loads(capsys.readouterr().out)["findings"]}

    assert found == {str(project / path) for path in ("model.py", "src/new.py", "other/src/legacy/kept.py")}


@pytest.mark.parametrize("command", ["scan", "calls"])
def test_files_that_are_all_excluded_are_clean(project, command):
    """A hook that names only files that are left out must let the commit pass."""
    (project / "pyproject.toml").write_text(
        '[tool.defaultdrift]\nexclude = ["model.py"]\nfrom = ["scikit-learn==1.3.2"]\n'
    )

    assert main([command, "model.py"]) == 0


def test_lock_that_has_nothing_to_say_is_not_read(project, capsys):
    """With both versions given, a damaged lock does not matter, and none is told."""
    (project / "uv.lock").write_text("version = 1\n[[package")

    assert main(["scan", *STEP, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"]["locks"] == []
    assert main(["scan", *STEP[:2]]) == 2


def test_lock_is_told_only_where_it_gave_a_version(project, capsys):
    """A lock without the distribution gave no version: the command line did."""
    (project / "requirements.txt").write_text("numpy==1.26.4\n")
    main(["scan", *STEP[:2]])
    without = capsys.readouterr().err
    (project / "requirements.txt").write_text("scikit-learn==1.4.2\n")
    main(["scan", *STEP[:2]])

    assert without.splitlines()[1:] == ["defaultdrift: comparing scikit-learn 1.3.2 with 1.9.1"]
    assert capsys.readouterr().err.splitlines()[1:] == [
        "defaultdrift: comparing scikit-learn 1.3.2 with 1.4.2 (requirements.txt)"
    ]


def test_locks_passed_over_are_told_where_nothing_can_be_compared(project, capsys):
    """The version may stand in the lock beside the one that was chosen."""
    (project / "requirements.txt").write_text("flask==3.0.0\n")
    (project / "requirements-prod.txt").write_text("scikit-learn==1.3.2\n")

    assert main(["scan"]) == 3
    assert "(not looked at: requirements-prod.txt)" in capsys.readouterr().err


def test_versions_that_are_named_are_the_only_ones_compared(project, capsys):
    """Who asks what one upgrade does is not told of the other libraries in the lock."""
    (project / "requirements.txt").write_text("scikit-learn==1.3.2\nnumpy==1.26.4\n")
    main(["scan", "--to", "scikit-learn==1.4.2", "--format", "json"])
    named = {step["distribution"] for step in json.loads(capsys.readouterr().out)["steps"]}
    main(["scan", "--format", "json"])
    locked = {step["distribution"] for step in json.loads(capsys.readouterr().out)["steps"]}

    assert (named, locked) == ({"scikit-learn"}, {"scikit-learn", "numpy"})


@pytest.mark.usefixtures("project")
def test_equal_versions_are_told(capsys):
    """Silence about the versions would look like an oversight."""
    assert main(["scan", "--from", "scikit-learn==1.4.2", "--to", "scikit-learn==1.4.2"]) == 0
    assert "the old and the new version are the same" in capsys.readouterr().err


def test_name_with_a_newline_forges_no_line(project, capsys):
    """What is told of one file is one line, whatever the file is called."""
    (project / "a\nother.py:1:1: DD001 forged\t.py").write_text(CALL)
    main(["scan", *STEP])
    lines = capsys.readouterr().out.splitlines()

    assert [line.partition(":")[0] for line in lines[:-1]] == [r"a\nother.py", "model.py"]


def test_encoding_with_an_endless_name_is_told_shortly(project, capsys):
    """A skip is a clause, not a copy of the file."""
    (project / "model.py").write_text(f"# coding: {'a' * 9999}\n{CALL}")
    main(["scan", *STEP])

    assert len(capsys.readouterr().out) < 200


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + CALL.encode(), id="byte_order_mark"),
        pytest.param(f"# coding: latin-1\n{CALL}x = 'é'\n".encode("latin-1"), id="latin_1"),
        pytest.param(f"{CALL}x = '\x1b[31m'\n".encode(), id="escape_sequence"),
        pytest.param(CALL.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(CALL.strip().encode(), id="no_newline_at_the_end"),
    ],
)
def test_diff_is_in_the_bytes_of_the_source(project, content):
    """A patch whose lines are not the bytes of the file does not apply."""
    (project / "model.py").unlink()
    path = project / "é model.py"
    path.write_bytes(content)
    diff = run("scan", path.name, *STEP, "--diff").stdout
    subprocess.run(("git", "apply", "--unsafe-paths", "-"), input=diff, check=True, cwd=project)
    patched = path.read_bytes()
    path.write_bytes(content)
    run("scan", path.name, *STEP, "--fix")

    assert content != patched == path.read_bytes()


def test_diff_goes_to_the_output_and_skips_are_told(project, capsys):
    """A patch on standard output leaves what was not looked at to standard error."""
    (project / "broken.py").write_text("from sklearn.cluster import KMeans\nKMeans(\n")

    assert main(["scan", *STEP, "--diff", "--output", "out.patch"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "broken.py:2: skipped: does not parse as Python" in told.err
    assert b"+model = KMeans(n_clusters=3, n_init=10)" in (project / "out.patch").read_bytes()


def test_output_without_the_character_of_a_name_is_no_failure(project):
    """A pipe on Windows has an encoding of few characters."""
    (project / "中.py").write_text(CALL)
    done = run("scan", "中.py", *STEP, env={**os.environ, "PYTHONIOENCODING": "cp1252"})

    assert (done.returncode, done.stdout[:16]) == (1, rb"\u4e2d.py:3:9: D")


def test_working_directory_that_was_removed_is_told(project):
    """Nobody can say where such a path is."""
    gone = project / "gone"
    gone.mkdir()
    program = "import os, sys; os.rmdir(os.getcwd()); from defaultdrift.shell.cli import main; sys.exit(main(['scan']))"
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=False, cwd=gone)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot find the working directory" in done.stderr


@pytest.mark.skipif(sys.version_info < (3, 11), reason="such processes are not started there")
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_other_processes_import_nothing_of_the_project(project, method):
    """Where processes are not forked, they begin by importing: from the working directory, if nothing keeps them."""
    for name in ("random", "multiprocessing", "pickle"):
        (project / f"{name}.py").write_text("open('trap', 'w')\nraise SystemExit(9)\n")
    (project / "second.py").write_text(CALL)
    main_script = project.parent / "main_script.py"
    main_script.write_text(
        "import multiprocessing, sys\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    from defaultdrift.shell.cli import main\n"
        f"    sys.exit(main(['scan', *{STEP!r}, '--jobs', '2']))\n"
    )
    done = subprocess.run((sys.executable, main_script), capture_output=True, text=True, check=False, cwd=project)

    assert (done.returncode, done.stdout.count("DD001")) == (1, 2)
    assert not (project / "trap").exists()


def test_calls_follow_the_configuration(project, capsys):
    """The inventory is taken at the version that the configuration names."""
    (project / "locks").mkdir()
    (project / "locks" / "prod.txt").write_text("scikit-learn==0.13\n")
    (project / "pyproject.toml").write_text('[tool.defaultdrift]\nlock = "locks/prod.txt"\n')
    main(["calls", "--format", "json"])
    (call,) = json.loads(capsys.readouterr().out)["calls"]

    assert "precompute_distances" in call["omitted"]


@pytest.mark.usefixtures("project")
def test_calls_refuse_a_distribution_without_rules(capsys):
    """A pin that nobody reads would be a pin without effect."""
    assert main(["calls", "--from", "unheard-of==1"]) == 2
    assert "there are no rules for 'unheard-of'" in capsys.readouterr().err


def test_call_is_underlined_where_a_terminal_shows_it():
    """Wide characters before the call take two columns each."""
    line = 'x = "👍中"; KMeans(3)'
    found = scan(f"from sklearn.cluster import KMeans\n{line}\n", compare("1.3.2", "1.4.2")).findings
    look = Look(is_terminal=True, has_colour=False, width=100, tool_version="", rules_version="", with_statistics=False)
    shown = render(Report(steps=(), findings=found, skips=(), files=1), "text", look).splitlines()
    index = next(index for index, text in enumerate(shown) if text.endswith(line))
    under = shown[index + 1]

    assert cell_len(shown[index].partition("KMeans")[0]) == under.index("^")
    assert under.count("^") == len("KMeans(3)")
