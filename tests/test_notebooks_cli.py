"""Notebooks at the command line: found, told with their cells, shown as a patch, written, read from standard input."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from defaultdrift.shell.cli import main

STEP = ("--from", "scikit-learn==1.3.2", "--to", "scikit-learn==1.4.2")
IMPORT = "from sklearn.cluster import KMeans\n"


def notebook(*sources):
    """Return the text of a notebook as Jupyter writes it."""
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": source.splitlines(keepends=True)}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1) + "\n"


TEXT = notebook("%matplotlib inline\n" + IMPORT, "%%time\nmodel = KMeans(3)")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return an empty project that is the working directory, with nothing above it that could be found."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, text):
    """Run the command in a process of its own, with the text as standard input; return code and both outputs."""
    command = (sys.executable, "-m", "defaultdrift", *arguments)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def test_scan_tells_the_cell_in_text_and_json(project, capsys):
    """People read `cell 1`, scripts the key `cell`; both count from 0, among all cells."""
    (project / "a.ipynb").write_text(TEXT)

    assert main(["scan", *STEP]) == 1
    assert capsys.readouterr().out.startswith("a.ipynb:cell 1:2:9: DD001 ")
    assert main(["scan", *STEP, "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert tuple(finding[key] for key in ("cell", "line", "column", "end_line", "end_column")) == (1, 2, 9, 2, 18)


def test_plain_files_have_no_cell(project, capsys):
    """The key is there in a notebook only."""
    (project / "a.py").write_text(IMPORT + "KMeans(3)\nKMeans(\n")
    (project / "b.py").write_text(IMPORT + "KMeans(3)\n")
    main(["scan", *STEP, "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert [(entry["file"], "cell" in entry) for entry in report["findings"]] == [("b.py", False)]
    assert [(entry["file"], "cell" in entry) for entry in report["skips"]] == [("a.py", False)]


def test_skip_and_unused_ignore_tell_the_cell(project, capsys):
    """A broken cell is named, in text and as JSON."""
    (project / "a.ipynb").write_text(notebook(IMPORT + "KMeans()", "x = 1\nprint 'x'", "# defaultdrift: ignore"))
    main(["scan", *STEP])
    out = capsys.readouterr().out
    assert "a.ipynb:cell 1:2: skipped: does not parse as Python\n" in out
    assert "a.ipynb:cell 2:1: unused ignore: ignore\n" in out

    main(["scan", *STEP, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["skips"] == [{"file": "a.ipynb", "line": 2, "reason": "does not parse as Python", "cell": 1}]
    assert report["summary"]["unused_ignores"] == [{"file": "a.ipynb", "line": 1, "reason": "ignore", "cell": 2}]


def test_calls_tell_the_cell(project, capsys):
    """So does the inventory."""
    (project / "a.ipynb").write_text(TEXT)
    main(["calls", "--from", "scikit-learn==1.3.2"])
    assert capsys.readouterr().out.startswith("a.ipynb:cell 1:2:9: sklearn.cluster.KMeans(_) [certain]")

    main(["calls", "--from", "scikit-learn==1.3.2", "--format", "json"])
    (call,) = json.loads(capsys.readouterr().out)["calls"]
    assert (call["cell"], call["line"], call["column"]) == (1, 2, 9)


def test_fix_writes_the_notebook_and_nothing_else_of_it(project):
    """One string of the JSON is another one afterwards."""
    path = project / "a.ipynb"
    path.write_text(TEXT)

    assert main(["scan", *STEP, "--fix"]) == 0
    assert path.read_text() == TEXT.replace("KMeans(3)", "KMeans(3, n_init=10)")
    assert main(["scan", *STEP, "--fix"]) == 0


def test_diff_is_a_patch_of_the_notebook(project):
    """What `--diff` shows, `git apply` takes."""
    path = project / "a.ipynb"
    path.write_text(TEXT)
    code, patch, _ = run("scan", *STEP, "--diff", text=None)
    subprocess.run(("git", "apply", "-"), input=patch, text=True, check=True)

    assert code == 1
    assert path.read_text() == TEXT.replace("KMeans(3)", "KMeans(3, n_init=10)")


def test_standard_input_is_a_notebook_if_it_is_called_so(project):
    """Editors hand over what is not saved yet; the name tells what it is."""
    del project
    told = run("scan", "-", "--stdin-filename", "nb/x.ipynb", *STEP, text=TEXT)
    fixed = run("scan", "-", "--stdin-filename", "x.ipynb", *STEP, "--fix", text=TEXT)

    assert told[0] == 1
    assert told[1].startswith("nb/x.ipynb:cell 1:2:9: DD001 ")
    assert fixed[:2] == (0, TEXT.replace("KMeans(3)", "KMeans(3, n_init=10)"))


def test_copies_that_jupyter_keeps_are_not_scanned(project, capsys):
    """A folder `.ipynb_checkpoints` holds what was, even where it is committed."""
    (project / ".git").rmdir()
    (project / "nb" / ".ipynb_checkpoints").mkdir(parents=True)
    for name in ("nb/a.ipynb", "nb/.ipynb_checkpoints/a-checkpoint.ipynb"):
        (project / name).write_text(TEXT)
    main(["scan", *STEP])
    walked = capsys.readouterr().out
    subprocess.run("git init -q && git add -f .", shell=True, check=True, cwd=project)  # noqa: S602
    main(["scan", *STEP])

    assert walked.count("DD001") == 1
    assert capsys.readouterr().out == walked


def test_notebook_imports_from_the_project(project, capsys):
    """A notebook that names no library may import a module that does; its import lines stand in JSON strings."""
    (project / "nb").mkdir()
    (project / "pyproject.toml").touch()
    (project / "models.py").write_text(IMPORT)
    (project / "nb" / "a.ipynb").write_text(notebook("import os\nfrom models import KMeans", "%time KMeans(3)"))
    (project / "nb" / "b.ipynb").write_text(notebook("import os\nfrom other import KMeans", "%time KMeans(3)"))
    main(["scan", *STEP, "nb", "models.py"])

    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()[:-1]] == ["nb/a.ipynb:cell 1:1:7"]


def test_documents_are_read_where_they_are_named(project, capsys):
    """A folder is not searched for Markdown or reStructuredText; who names a file wants it read."""
    (project / "a.py").write_text("import sklearn\n")
    (project / "README.md").write_text(f"# Use\n\n```python\n{IMPORT}KMeans(3)\n```\n")
    (project / "usage.rst").write_text(f"Use\n\n>>> {IMPORT}>>> KMeans(3)\n")

    assert main(["scan", *STEP]) == 0
    assert capsys.readouterr().out == "0 findings in 1 file\n"
    assert main(["scan", *STEP, "README.md", "usage.rst"]) == 1
    told = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()[:-1]]
    assert told == ["README.md:5:1", "usage.rst:4:5"]


def test_number_of_processes_changes_nothing(project, capsys):
    """Findings of cells travel between processes as they are."""
    for name in "abc":
        (project / f"{name}.ipynb").write_text(TEXT)
        (project / f"{name}.py").write_text(IMPORT + "KMeans(3)\n")
    outputs = set()
    for jobs in ("1", "3"):
        main(["scan", *STEP, "--jobs", jobs])
        outputs.add(capsys.readouterr().out)

    assert len(outputs) == 1


def test_excluded_notebooks_are_left_out(project, capsys):
    """The configuration's `exclude` speaks of them as of any source."""
    (project / "pyproject.toml").write_text('[tool.defaultdrift]\nexclude = ["notebooks"]\n')
    (project / "notebooks").mkdir()
    (project / "notebooks" / "a.ipynb").write_text(TEXT)

    assert main(["scan", *STEP]) == 0
    assert capsys.readouterr().out == "0 findings in 0 files\n"


DOCTEST = f'"""\n>>> {IMPORT}>>> KMeans(3)\n"""\n'


@pytest.mark.parametrize("command", ["scan", "calls"])
def test_doctests_are_asked_for_on_the_command_line_or_in_the_configuration(project, capsys, command):
    """Without being asked for they are text."""
    (project / "a.py").write_text(DOCTEST)
    step = STEP if command == "scan" else STEP[:2]
    key = "findings" if command == "scan" else "calls"

    def told(*options):
        main([command, *step, "--format", "json", *options])
        return [(call["line"], call["column"]) for call in json.loads(capsys.readouterr().out)[key]]

    assert told() == []
    assert told("--doctests") == [(3, 5)]
    (project / "defaultdrift.toml").write_text("doctests = true\n")
    assert told() == [(3, 5)]


@pytest.mark.usefixtures("project")
def test_doctests_are_repaired_on_standard_input():
    """What is written is the source, with the argument in the example."""
    code, out, _ = run("scan", "-", "--fix", "--doctests", *STEP, text=DOCTEST)

    assert (code, out) == (0, DOCTEST.replace("(3)", "(3, n_init=10)"))
