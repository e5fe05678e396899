"""A scan of a project: modules that name no library are looked at when they import one that does."""

from __future__ import annotations

import json

import pytest

from defaultdrift.shell.cli import main

STEP = ("--from", "scikit-learn==1.3.2", "--to", "scikit-learn==1.4.2")
MODELS = """\
from sklearn.cluster import KMeans


def make(k, **kwargs):
    return KMeans(k, **kwargs)


class Model(KMeans):
    pass
"""
USE = """\
from app.models import Model, make

make(3)
make(3, n_init=5)
Model(4)
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a project with a package below `src`, in which one module names a library."""
    package = tmp_path / "src" / "app"
    package.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("")
    (package / "__init__.py").write_text("")
    (package / "models.py").write_text(MODELS)
    (package / "use.py").write_text(USE)
    (package / "other.py").write_text("from app import nothing\n\nnothing.make(3)\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys, *arguments):
    """Return file, line, certainty of each finding of a scan."""
    main(["scan", *arguments, *STEP, "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    return [(finding["file"], finding["line"], finding["certainty"]) for finding in findings]


EXPECTED = [
    ("src/app/models.py", 5, "possible"),
    ("src/app/use.py", 3, "likely"),
    ("src/app/use.py", 5, "certain"),
]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_scan_finds_calls_through_modules_that_name_no_library(capsys, jobs):
    """A wrapper is a call for each of its callers, a subclass one of its base, in any number of processes."""
    assert found(capsys, "--jobs", jobs) == EXPECTED


@pytest.mark.usefixtures("project")
def test_scan_of_one_file_reads_the_modules_that_it_imports(capsys):
    """A hook names the staged files alone."""
    assert EXPECTED[1:] == found(capsys, "src/app/use.py")


@pytest.mark.parametrize(("length", "is_followed"), [(400_000, True), (500_000, False)])
def test_module_that_leads_to_very_much_text_is_not_followed(project, capsys, length, is_followed):
    """Whatever else is scanned: it depends on the module alone. Other modules are followed all the same."""
    package = project / "src" / "app"
    (package / "large.py").write_text("#" * length + "\n")
    (package / "near.py").write_text("from app import large\nfrom app.models import Model\n")
    (package / "far.py").write_text("from app import near\nfrom app.models import Model\n\nnear.Model(5)\nModel(5)\n")

    followed = [("src/app/far.py", 4, "certain")] if is_followed else []
    assert found(capsys, "src/app/far.py") == [*followed, ("src/app/far.py", 5, "certain")]


def test_fix_writes_into_the_callers_of_a_wrapper(project):
    """What is only likely is written when asked for, and only where it is missing."""
    assert main(["scan", "src/app/use.py", *STEP, "--fix", "--unsafe-fixes"]) == 0
    written = (project / "src" / "app" / "use.py").read_text()

    assert written == USE.replace("make(3)\n", "make(3, n_init=10)\n").replace("Model(4)", "Model(4, n_init=10)")
    assert (project / "src" / "app" / "models.py").read_text() == MODELS


def test_broken_module_hides_nothing_but_itself(project, capsys):
    """What cannot be read gives nothing; the others are still found."""
    (project / "src" / "app" / "broken.py").write_text("def (:\n")
    use = project / "src" / "app" / "use.py"
    use.write_text(f"from app.broken import *\n{USE}")

    assert [(line, certainty) for _, line, certainty in found(capsys, "src/app/use.py")] == [
        (4, "likely"),
        (6, "certain"),
    ]
