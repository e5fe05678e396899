"""Where rules come from: folders of one's own, packages that bring some, what is shipped; compiled once and kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from defaultdrift.errors import OutsideError, RuleError, UsageError
from defaultdrift.shell import rules_folder
from defaultdrift.shell.cli import main
from defaultdrift.shell.database import Database, find_rules, open_database
from defaultdrift.shell.entry_points import find_providers
from defaultdrift.shell.rules_folder import DAYS, SUFFIX, RulesFolder, compile_all, compile_folder
from support import CASES, ROOT, SKLEARN

OWN = CASES / "own_rules"
CALL = "import shapes\n\nshapes.line()\nshapes.round.Disc(3)\n"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """A cache of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder / "defaultdrift" / "rules"


@pytest.fixture
def project(tmp_path, monkeypatch, cache):
    """A project with rules of its own, which is the working directory."""
    del cache
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    shutil.copytree(OWN, folder / "rules")
    (folder / "draw.py").write_text(CALL)
    (folder / "requirements.txt").write_text("shapes==1.0\n")
    (folder / "defaultdrift.toml").write_text('rules = ["rules"]\n')
    monkeypatch.chdir(folder)
    return folder


def scan_json(capsys, *arguments):
    """Return the exit code and the report of a scan."""
    code = main(["scan", *arguments, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def files(folder):
    """Return the files of the cache with their content."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_configured_rules_are_found_beside_the_configuration(project, capsys, monkeypatch):
    """The path is relative to the file that says it, wherever the command is run."""
    (project / "deep").mkdir()
    monkeypatch.chdir(project / "deep")
    code, report = scan_json(capsys, "..")

    assert code == 1
    assert [(f["callable"], f["parameter"], f["distribution"]) for f in report["findings"]] == [
        ("shapes.line", "width", "shapes"),
        ("shapes.Circle", "filled", "shapes"),
    ]


def test_rules_of_ones_own_are_in_the_version(project, capsys):
    """The version is the newest day of all rules in use."""
    del project
    newest = Database(find_rules()).version()

    assert scan_json(capsys)[1]["tool"]["rules"] == max(newest, "2026.03.20")
    assert Database(OWN).version() == "2026.03.20"


@pytest.mark.parametrize("command", [("scan",), ("calls",)])
def test_command_line_overrides_the_configured_rules(project, command, tmp_path):
    """As every option does."""
    (project / "defaultdrift.toml").write_text('rules = ["nowhere"]\n')

    assert main([*command, "."]) == 2
    assert main([*command, ".", "--rules", str(OWN)]) in (0, 1)
    assert main([*command, ".", "--rules", str(tmp_path / "nothing")]) == 2


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("nowhere", "nowhere: no such folder"),
        ("rules/shapes", "rules/shapes is the folder of one distribution"),
        ("empty", "empty holds no rules"),
    ],
)
def test_configured_folder_without_rules_is_told(project, capsys, value, message):
    """A path with a typing error must not be silently without effect."""
    (project / "empty").mkdir()
    (project / "defaultdrift.toml").write_text(f'rules = ["{value}"]\n')

    assert main(["scan"]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("1.1.toml", "[[change]]\ncallable = 3\n", "rules/shapes/1.1.toml: change[0]"),
        ("1.1.toml", "[[change\n", "rules/shapes/1.1.toml: "),
        ("1.1.toml", "\ufffe\udcff", "rules/shapes/1.1.toml: byte"),
        ("x.toml", "", "rules/shapes/x.toml: expected a file named after a release"),
        ("library.toml", "", "rules/shapes/library.toml: distribution: is missing"),
        (
            "library.toml",
            'distribution = "other"\nimport_roots = ["a"]\nfirst = "1"\nreviewed_from = "1"\n',
            "expected",
        ),
        ("api.jsonl", "{}\n", "rules/shapes/api.jsonl: line 1: expected a callable"),
        ("api.jsonl", "{}", "rules/shapes/api.jsonl: line 1: expected a callable"),
    ],
)
def test_broken_rules_of_ones_own_name_file_and_place(project, capsys, file, text, message):
    """A rule text is refused with its place, before anything is reported."""
    (project / "rules" / "shapes" / file).write_bytes(text.encode("utf-8", "surrogateescape"))

    assert main(["scan"]) == 2
    assert message in capsys.readouterr().err


def test_hostile_rule_text_is_never_written(project, capsys):
    """Text that would be written into code is a literal or a dotted name, or the row is refused."""
    file = project / "rules" / "shapes" / "1.1.toml"
    file.write_text(file.read_text().replace('old_effective = "1"', "old_effective = \"__import__('os').getcwd()\""))

    assert main(["scan", "--fix", "--unsafe-fixes"]) == 2
    assert "change[1].old_effective: expected a literal" in capsys.readouterr().err
    assert (project / "draw.py").read_text() == CALL


def test_broken_rules_that_nobody_asks_for_do_not_matter(project, capsys):
    """Only what the lock names is read."""
    shutil.copytree(project / "rules" / "shapes", project / "rules" / "colours")

    assert scan_json(capsys)[0] == 1


def test_first_folder_has_the_distribution_whole(project, capsys):
    """Rules of one's own replace those shipped, and nothing is merged."""
    own = project / "rules" / SKLEARN
    own.mkdir()
    text = (project / "rules" / "shapes" / "library.toml").read_text()
    (own / "library.toml").write_text(text.replace('"shapes"', f'"{SKLEARN}"', 1))
    main(["rules", "list", "--format", "json"])
    rows = {row["distribution"]: row for row in json.loads(capsys.readouterr().out)}

    assert (rows[SKLEARN]["folder"], rows[SKLEARN]["changes"], rows[SKLEARN]["newest"]) == ("rules", 0, "2.0")
    assert rows["shapes"]["folder"] == "rules"
    assert {row["folder"] for row in rows.values()} <= {"rules", "shipped"}


def test_earlier_folder_wins(tmp_path, cache):
    """Later folders add distributions."""
    del cache
    for name in ("one", "two"):
        shutil.copytree(OWN, tmp_path / name)
    (tmp_path / "one" / "shapes" / "2.0.toml").unlink()
    database = open_database([tmp_path / "one", tmp_path / "two"])

    assert {str(change.release) for change in database.changes("shapes")} == {"1.1"}
    assert SKLEARN in database.distributions()


def test_commands_about_rules_take_the_folder(project, capsys):
    """What the configuration names, or `--rules`, is what they speak of."""
    assert main(["rules", "show", "shapes==2.0", "Circle"]) == 0
    assert "filled" in capsys.readouterr().out
    assert main(["explain", "shapes.line.width"]) == 0
    assert "The width goes from 1 to 2." in capsys.readouterr().out
    (project / "defaultdrift.toml").unlink()
    assert main(["rules", "changes", "shapes"]) == 2
    assert main(["rules", "changes", "shapes", "--rules", "rules", "--format", "json"]) == 0
    assert [row["parameter"] for row in json.loads(capsys.readouterr().out)] == ["filled", "factor", "width"]


def test_distribution_without_releases_is_not_compared(project, capsys):
    """A `library.toml` that waits for the miner knows no version, and says so."""
    file = project / "rules" / "shapes" / "library.toml"
    file.write_text(file.read_text().partition("[[release]]")[0])
    for release in ("1.1", "2.0"):
        (file.parent / f"{release}.toml").unlink()
    (file.parent / "api.jsonl").unlink()

    assert main(["scan"]) == 3
    assert main(["scan", "--from", "shapes==1.0"]) == 2
    assert "the rules have not read any release of 'shapes' yet" in capsys.readouterr().err
    assert main(["rules", "list"]) == 0


def test_compiled_form_is_kept_and_read_again(cache, monkeypatch):
    """The second reader parses no text."""
    first = Database(OWN).changes("shapes")
    (kept,) = files(cache)
    monkeypatch.setattr(rules_folder, "compile_folder", None)

    assert kept.startswith("shapes-")
    assert kept.endswith(SUFFIX)
    assert Database(OWN).changes("shapes") == first


def test_changed_text_is_compiled_anew(tmp_path, cache):
    """Equal size and equal time do not hide another text."""
    shutil.copytree(OWN, tmp_path / "rules")
    file = tmp_path / "rules" / "shapes" / "1.1.toml"
    status = file.stat()
    before = Database(tmp_path / "rules").changes("shapes")
    file.write_text(file.read_text().replace("from 2 to 3", "from 3 to 2"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = Database(tmp_path / "rules").changes("shapes")

    assert before[0].summary == "The factor goes from 2 to 3."
    assert after[0].summary == "The factor goes from 3 to 2."
    assert len(files(cache)) == 2


def test_what_was_kept_long_ago_is_forgotten(tmp_path, cache):
    """One form of each folder is kept, and those that a running scan may still read."""
    shutil.copytree(OWN, tmp_path / "rules")
    for _ in range(3):
        Database(tmp_path / "rules").library("shapes")
        for path in cache.iterdir():
            os.utime(path, (time.time() - 7200,) * 2)
        (tmp_path / "rules" / "shapes" / "1.1.toml").touch()
    Database(tmp_path / "rules").library("shapes")

    assert len(files(cache)) == 1


@pytest.mark.parametrize("content", [b"", b"not rules", None], ids=["empty", "foreign", "half"])
def test_damaged_cache_is_made_anew(cache, content):
    """The text is still there."""
    wanted = Database(OWN).changes("shapes")
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)

    assert Database(OWN).changes("shapes") == wanted
    assert path.read_bytes() == whole


def test_cache_that_cannot_be_written_is_not_needed(tmp_path, cache):
    """The compiled form stays in memory, and nothing is left behind."""
    cache.parent.mkdir(parents=True)
    cache.write_text("a file stands where the folder should be")

    assert len(Database(OWN).changes("shapes")) == 4
    assert list(tmp_path.rglob("*.part")) == []


def test_no_cache_touches_no_cache(project, cache):
    """`--no-cache` neither reads nor writes one."""
    del project

    assert main(["scan", "--no-cache"]) == 1
    assert files(cache) == {}


def test_several_processes_may_compile_at_once(cache):
    """Each writes the file whole, so that whoever is last changes nothing."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom defaultdrift.shell.database import Database\n"
        "print(len(Database(Path(sys.argv[1])).changes('shapes')))"
    )
    command = (sys.executable, "-c", code, str(OWN))
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    answers = [process.communicate()[0] for process in running]

    assert answers == ["4\n"] * 6
    assert len(files(cache)) == 1


def test_scan_in_several_processes_finds_the_same(project, capsys):
    """Each process reads the rules for itself."""
    for number in range(5):
        (project / f"more{number}.py").write_text(CALL)
    code, several = scan_json(capsys, "--jobs", "3")

    assert code == 1
    assert several == scan_json(capsys, "--jobs", "1")[1]
    assert several == scan_json(capsys, "--jobs", "3", "--no-cache")[1]
    assert len(several["findings"]) == 12


@pytest.fixture
def compiled(tmp_path):
    """A folder as the wheel has it."""
    folder = tmp_path / "compiled"
    folder.mkdir()
    for name, content in compile_all(OWN):
        (folder / name).write_bytes(content)
    return folder


def test_compiled_folder_says_what_the_text_says(compiled):
    """The wheel carries no text, and needs none."""
    assert sorted(path.name for path in compiled.iterdir()) == [DAYS, f"shapes{SUFFIX}"]
    assert Database(compiled).distributions() == ["shapes"]
    assert Database(compiled).changes("shapes") == Database(OWN).changes("shapes")
    assert Database(compiled).version() == Database(OWN).version()
    assert RulesFolder(compiled).days() == RulesFolder(OWN).days()


def test_compiled_folder_cannot_be_mined_into(compiled):
    """There is no text to extend; the advice names what to give."""
    with pytest.raises(UsageError, match=r"the rules of shapes are compiled\ngive --rules"):
        Database(compiled).release_files("shapes")
    with pytest.raises(UsageError, match=r"are compiled\ngive --rules"):
        Database(compiled).folder  # noqa: B018  the miner asks where to write


@pytest.mark.parametrize("name", [DAYS, f"shapes{SUFFIX}"])
def test_damaged_compiled_folder_is_told(compiled, name):
    """There is nothing to make it from: it has to be installed again."""
    (compiled / name).write_bytes(b"[1")

    with pytest.raises(RuleError, match=rf"^rules/{name}: the compiled rules are damaged.*install them again$"):
        (Database(compiled).version(), Database(compiled).library("shapes"))


def test_file_that_vanished_is_told(compiled):
    """A distribution that is there at first and gone when it is read ends in a sentence."""
    database = Database(compiled)
    database.distributions()
    (compiled / f"shapes{SUFFIX}").unlink()

    with pytest.raises(OutsideError, match=f"cannot read rules/shapes{SUFFIX}"):
        database.library("shapes")


def test_shipped_rules_compile(tmp_path):
    """Every distribution of the checkout follows the schema, and its compiled form is the same each time."""
    name = RulesFolder(ROOT / "rules").distributions()[0]
    folder = tmp_path / name
    shutil.copytree(ROOT / "rules" / name, folder)

    assert compile_folder(folder, "") == compile_folder(ROOT / "rules" / name, "elsewhere")


@pytest.fixture
def environment(tmp_path, monkeypatch, project):
    """A folder on the path of modules, with a package that brings rules and must not be imported."""
    folder = tmp_path / "site-packages"
    package = folder / "shapes_rules"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('the package was imported')\n")
    shutil.copytree(OWN, package / "data")
    described = folder / "shapes_rules-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: shapes-rules\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[defaultdrift.rules]\nshapes = shapes_rules:data\n")
    (project / "defaultdrift.toml").unlink()
    shutil.rmtree(project / "rules")
    monkeypatch.syspath_prepend(str(folder))
    return folder


@pytest.mark.parametrize("value", ["shapes_rules:data", "shapes_rules.data", "shapes_rules.data [extra]"])
def test_package_brings_rules_and_is_not_imported(environment, capsys, value):
    """The package is located; nothing of it is run."""
    (environment / "shapes_rules-1.0.dist-info" / "entry_points.txt").write_text(
        f"[defaultdrift.rules]\nshapes = {value}\n"
    )
    code, report = scan_json(capsys)

    assert (code, len(report["findings"]), report["skips"]) == (1, 2, [])
    assert "shapes_rules" not in sys.modules
    main(["rules", "list", "--format", "json"])
    rows = {row["distribution"]: row["folder"] for row in json.loads(capsys.readouterr().out)}
    assert rows["shapes"] == "entry point shapes"


def test_configured_rules_win_over_those_of_a_package(environment, project, capsys):
    """Who asks is heard first."""
    del environment
    shutil.copytree(OWN, project / "mine")
    (project / "mine" / "shapes" / "2.0.toml").unlink()
    report = scan_json(capsys, "--rules", "mine")[1]

    assert [finding["parameter"] for finding in report["findings"]] == ["width"]


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("shapes_rules-1.0.dist-info/entry_points.txt", "[defaultdrift.rules]\na = absent:data\n", "names no folder"),
        (
            "shapes_rules-1.0.dist-info/entry_points.txt",
            "[defaultdrift.rules]\na = shapes_rules:x\n",
            "names no folder",
        ),
        (
            "shapes_rules/data/shapes/1.1.toml",
            "[[change]]\n",
            "the rules for shapes of entry point shapes are not used",
        ),
    ],
)
def test_broken_rules_of_a_package_are_a_skip(environment, project, capsys, file, text, reason):
    """Nobody asked for them: the scan goes on, and says that they are not used."""
    (environment / file).write_text(text)
    (project / "more.py").write_text("from sklearn.cluster import KMeans\nKMeans(3)\n")
    (project / "requirements.txt").write_text("shapes==1.0\nscikit-learn==1.3.2\n")
    code, report = scan_json(capsys, "--to", "scikit-learn==1.4.2")

    assert code == 1
    assert {finding["distribution"] for finding in report["findings"]} == {SKLEARN}
    assert [reason in skip["reason"] for skip in report["skips"]] == [True]


def test_environment_without_the_group_is_not_asked_further(tmp_path):
    """`importlib.metadata` is imported only where a file names the group."""
    described = tmp_path / "other-1.0.dist-info"
    described.mkdir()
    (described / "entry_points.txt").write_text("[console_scripts]\nother = other:main\n")
    code = (
        "import sys\nfrom defaultdrift.shell.entry_points import find_providers\n"
        f"found = find_providers([{str(tmp_path)!r}, '', '/nowhere', __file__ if '__file__' in dir() else ''])\n"
        "print(found, 'importlib.metadata' in sys.modules)"
    )
    done = subprocess.run(
        (sys.executable, "-I", "-S", "-c", _with_source(code)), capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("[] False\n", "")


def _with_source(code):
    return f"import sys\nsys.path.append({str(ROOT / 'src')!r})\n{code}"


def test_working_directory_brings_no_rules(environment, monkeypatch):
    """What is scanned has no say: only the environment that the tool runs in is looked through."""
    monkeypatch.chdir(environment)

    assert find_providers([""]) == []
