"""Locks on disk: which one counts, what it includes, and what cannot be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from defaultdrift.errors import DocumentError, LockError, OutsideError
from defaultdrift.shell.locking import MAX_BYTES, MAX_FILES, find_lock, find_locks, read_lock, read_lock_with

UV = 'version = 1\n\n[[package]]\nname = "scikit-learn"\nversion = "1.4.2"\n'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return an empty git repository that is the working directory."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def write(folder, **files):
    """Write files by their names, with the folders that they need."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def names(folder, found):
    """Return paths relative to a folder."""
    return [path.relative_to(folder).as_posix() for path in found]


def pins(lock):
    """Return what a lock pins, with the files that say so."""
    return [(pin.distribution, str(pin.version), pin.line, pin.file) for pin in lock.pins]


def complaint(path):
    """Return the message of the error that reading a lock raises."""
    with pytest.raises(DocumentError) as caught:
        read_lock(path)
    return str(caught.value)


def test_find_lock_looks_upward_from_a_file_and_from_a_folder(project):
    """The nearest folder that holds a lock decides, for a file that does not exist too."""
    write(project, **{"uv.lock": UV, "src/a/b.py": "", "src/requirements.in": "x"})

    assert find_lock(project / "src" / "a" / "b.py") == project / "uv.lock"
    assert find_lock(project / "src" / "a") == project / "uv.lock"
    assert find_lock(project / "src" / "a" / "gone.py") == project / "uv.lock"
    assert find_lock(Path("src")) == project / "uv.lock"


def test_find_lock_takes_the_nearest_of_a_monorepo(project):
    """A member's own lock counts for the member, although the root's is of a format that comes first."""
    write(project, **{"uv.lock": UV, "api/requirements.txt": "a==1\n", "api/src/a.py": "", "web/a.py": ""})

    assert find_lock(project / "api" / "src" / "a.py") == project / "api" / "requirements.txt"
    assert find_lock(project / "web" / "a.py") == project / "uv.lock"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_find_lock_stops_at_the_root_of_the_repository(tmp_path, kind):
    """What lies outside of the repository is another project's; in a work tree `.git` is a file."""
    write(tmp_path, **{"uv.lock": UV, "project/src/a.py": ""})
    git = tmp_path / "project" / ".git"
    git.mkdir() if kind == "folder" else git.write_text("gitdir: ../elsewhere\n")

    assert find_lock(tmp_path / "project" / "src") is None
    assert find_lock(tmp_path) == tmp_path / "uv.lock"


def test_find_locks_tells_the_order_of_all_in_one_folder(project):
    """The order is that of the formats, then the plain name, other names, constraints and a folder of requirements."""
    ordered = [
        "uv.lock",
        "pylock.toml",
        "pylock.dev.toml",
        "poetry.lock",
        "pdm.lock",
        "Pipfile.lock",
        "requirements.txt",
        "dev-requirements.txt",
        "requirements-dev.txt",
        "constraints.txt",
        "requirements/base.txt",
        "requirements/constraints.txt",
    ]
    write(project, **dict.fromkeys([*reversed(ordered), "requirements.in", "notes.txt", "uv.lock.orig"], ""))

    assert ordered == names(project, find_locks(project))


def test_find_lock_sees_the_name_of_the_folder_it_starts_in(project):
    """From within `requirements/` its files are found as from above."""
    write(project, **{"requirements/base.txt": "a==1\n", "other/base.txt": "a==1\n"})

    assert find_lock(project / "requirements") == project / "requirements" / "base.txt"
    assert names(project, find_locks(project / "other")) == ["requirements/base.txt"]


def test_find_lock_takes_no_folder_for_a_lock(project):
    """A folder of this name is no lock."""
    (project / "uv.lock").mkdir()
    write(project, **{"requirements.txt": "a==1\n"})

    assert names(project, find_locks(project)) == ["requirements.txt"]


def test_read_lock_names_the_file_relative_to_the_working_folder(project, monkeypatch):
    """No absolute path reaches an output, from wherever the tool is run."""
    write(project, **{"api/uv.lock": UV})

    assert read_lock(project / "api" / "uv.lock").file == "api/uv.lock"
    monkeypatch.chdir(project / "api")
    assert read_lock(Path("uv.lock")).file == "uv.lock"
    (project / "web").mkdir()
    monkeypatch.chdir(project / "web")
    assert read_lock(project / "api" / "uv.lock").file == "../api/uv.lock"


def test_read_lock_takes_in_what_is_included(project):
    """Each file is read relative to the one that names it, once; its pins and skips name it."""
    write(
        project,
        **{
            "requirements.txt": "-r requirements/api.txt\n-c constraints.txt\njoblib==1.4.2\n",
            "requirements/api.txt": "-r base.in\n-r ../requirements/base.in\nscipy==1.13.1\n",
            "requirements/base.in": "numpy==1.26.4\nscikit-learn>=1.3\n-e .\n",
            "constraints.txt": "scikit-learn==1.4.2\nnumpy==1.26.4 ; python_version < '3.13'\n",
        },
    )
    lock = read_lock(Path("requirements.txt"))

    assert pins(lock) == [
        ("joblib", "1.4.2", 3, ""),
        ("scipy", "1.13.1", 3, "requirements/api.txt"),
        ("numpy", "1.26.4", 1, "requirements/base.in"),
        ("scikit-learn", "1.4.2", 1, "constraints.txt"),
    ]
    assert [(entry.distribution, entry.line, entry.file) for entry in lock.ranges] == [
        ("scikit-learn", 2, "requirements/base.in")
    ]
    assert [(skip.file, skip.line) for skip in lock.skips] == [("requirements/base.in", 3)]


def test_read_lock_finds_includes_from_another_working_folder(project, monkeypatch):
    """Where the tool is run does not matter, and absolute paths are taken as they are."""
    write(project, **{"a/requirements.txt": f"-r ../b/base.txt\n-r {project}/c.txt\n", "b/base.txt": "a==1\n"})
    write(project, **{"c.txt": "b==2\n", "elsewhere/deep/x.py": ""})
    monkeypatch.chdir(project / "elsewhere" / "deep")

    assert [pin.distribution for pin in read_lock(project / "a" / "requirements.txt").pins] == ["a", "b"]


def test_read_lock_refuses_a_cycle_of_includes(project):
    """The message names the file that closes the cycle, its line, and what it includes again."""
    write(project, **{"requirements.txt": "-r a.txt\n", "a.txt": "a==1\n-r b.txt\n", "b.txt": "\n-c ./a.txt\n"})
    write(project, **{"requirements-self.txt": "-r requirements-self.txt\n"})

    assert complaint(Path("requirements.txt")) == "b.txt: line 2: includes 'a.txt', which includes this file"
    expected = "requirements-self.txt: line 1: includes 'requirements-self.txt', which includes this file"
    assert expected == complaint(Path("requirements-self.txt"))


def test_read_lock_reads_a_file_once_however_often_it_is_included(project):
    """Two dozen files that each include the next one twice are read in time."""
    for number in range(24):
        write(project, **{f"{number}.txt": f"-r {number + 1}.txt\n-r ./{number + 1}.txt\n"})
    write(project, **{"requirements.txt": "-r 0.txt\n", "24.txt": "a==1\n"})

    assert pins(read_lock(Path("requirements.txt"))) == [("a", "1", 1, "24.txt")]


def test_read_lock_bounds_the_number_of_files(project):
    """A chain of includes ends somewhere."""
    for number in range(MAX_FILES + 1):
        write(project, **{f"{number}.txt": f"-r {number + 1}.txt\n"})
    write(project, **{"requirements.txt": "-r 0.txt\n"})

    assert complaint(Path("requirements.txt")) == "254.txt: line 1: expected at most 256 files"


def test_read_lock_tells_which_include_cannot_be_read(project):
    """What a lock names must be there: a pin may be in it."""
    write(project, **{"requirements.txt": "a==1\n-r gone.txt\n", "requirements-dev.txt": "-r base.txt\n"})
    write(project, **{"base.txt": "<html>\n"})

    expected = "requirements.txt: line 2: includes 'gone.txt', which cannot be read: No such file or directory"
    assert expected == complaint(Path("requirements.txt"))
    assert complaint(Path("requirements-dev.txt")) == "base.txt: line 1: expected a requirement, got '<html>'"


def test_read_lock_reads_an_included_lock_of_another_format(project):
    """Newer pip includes a `pylock.toml` too."""
    write(project, **{"requirements.txt": "-r pylock.toml\n"})
    write(project, **{"pylock.toml": 'lock-version = "1.0"\n\n[[packages]]\nname = "a"\nversion = "1"\n'})

    assert pins(read_lock(Path("requirements.txt"))) == [("a", "1", 5, "pylock.toml")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_read_lock_reads_the_encodings_that_pip_reads(project, encoding):
    """Without a mark a text is UTF-8; a shell of Windows writes UTF-16 with one."""
    (project / "requirements.txt").write_bytes("# größer\r\nscikit-learn==1.4.2\r\n".encode(encoding))
    (project / "uv.lock").write_bytes(UV.encode(encoding))

    assert pins(read_lock(Path("requirements.txt"))) == [("scikit-learn", "1.4.2", 2, "")]
    assert pins(read_lock(Path("uv.lock"))) == [("scikit-learn", "1.4.2", 5, "")]


def test_read_lock_tells_where_a_file_is_no_text(project):
    """The first byte that is no text is told with its offset."""
    (project / "requirements.txt").write_bytes(b"a==1\n# \xff\n")
    (project / "uv.lock").write_bytes(b"\xff\xfeab\x00\xd8")

    assert complaint(Path("requirements.txt")) == r"requirements.txt: byte 7: expected UTF-8 text, got b'\xff'"
    assert complaint(Path("uv.lock")) == r"uv.lock: byte 4: expected UTF-16-LE text, got b'\x00'"


def test_read_lock_bounds_the_size(project):
    """A file larger than any lock is not read."""
    with (project / "uv.lock").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    assert complaint(Path("uv.lock")) == "uv.lock: expected at most 67108864 bytes, got more"


def test_read_lock_decides_by_content_where_the_name_is_unknown(project):
    """`--lock` may name any file."""
    write(project, **{"locked": UV, "deps.in": "scikit-learn==1.4.2\n", "notes.md": "# Notes\n\nTake care of it.\n"})

    assert read_lock(Path("locked")).format == "uv"
    assert read_lock(Path("deps.in")).format == "requirements"
    known = "uv, pylock, poetry, pdm, pipfile, requirements"
    expected = f"notes.md: expected a lock of one of the formats {known}, got something else"
    assert expected == complaint(Path("notes.md"))


def test_read_lock_does_not_guess_where_the_name_is_known(project):
    """A file that is not what its name says is an error, although another format would read it."""
    write(project, **{"poetry.lock": UV, "uv.lock": "a==1\n"})

    assert complaint(Path("poetry.lock")) == "poetry.lock: metadata: expected a table, got nothing"
    assert complaint(Path("uv.lock")).startswith("uv.lock: line 1: expected TOML (")


@pytest.mark.parametrize("name", ["gone.lock", "folder", "nul\0name"])
def test_read_lock_tells_what_cannot_be_read(project, name):
    """What is not there, is a folder, or has an impossible name is told as what it is."""
    (project / "folder").mkdir()
    with pytest.raises(OutsideError, match=r"^cannot read "):
        read_lock(Path(name))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_read_lock_does_not_wait_for_a_pipe(project):
    """A pipe would never end."""
    os.mkfifo(project / "uv.lock")

    assert find_lock(project) is None
    with pytest.raises(OutsideError, match=r"^cannot read 'uv\.lock': not a file$"):
        read_lock(Path("uv.lock"))


def test_read_lock_with_reads_from_elsewhere():
    """An older commit gives its files by the names that the lock leads to."""
    files = {"api/requirements.txt": b"-r ../base.txt\na==1\n", "base.txt": b"b==2\n"}
    lock = read_lock_with("api/requirements.txt", files.__getitem__)

    assert pins(lock) == [("a", "1", 2, ""), ("b", "2", 1, "base.txt")]


def test_lock_error_of_an_included_file_is_one_for_the_user(project):
    """A damaged include names itself, not the file that includes it."""
    write(project, **{"requirements.txt": "-r pylock.toml\n", "pylock.toml": 'lock-version = "9"\n'})

    with pytest.raises(LockError) as caught:
        read_lock(Path("requirements.txt"))
    assert (caught.value.file, caught.value.key) == ("pylock.toml", "lock-version")
