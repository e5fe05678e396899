"""The miner from end to end, against an index that is a folder."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import tarfile
import textwrap
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from defaultdrift.errors import OutsideError
from defaultdrift.shell.database import Database

pytest.importorskip("griffe", reason="the miner needs Python 3.11")
pytest.importorskip("piptools")

from defaultdrift.shell.cli import main
from defaultdrift.shell.index import Index
from defaultdrift.shell.mining import Miner
from defaultdrift.shell.origins import Request, open_origin
from defaultdrift.shell.proposal import render_lines

# pip leaves the files of a `file:` index to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

LIBRARY = """\
# what people wrote stays
distribution = "pkg"
import_roots = ["pkg"]  # one
first = "1.0"
reviewed_from = "1.0"
sentinels = ["'warn'"]
"""


class Folder:
    """An index of one distribution in a folder, and a database for it."""

    def __init__(self, path):
        self.simple = path / "simple" / "pkg"
        self.simple.mkdir(parents=True)
        self.rules = path / "rules" / "pkg"
        self.rules.mkdir(parents=True)
        (self.rules / "library.toml").write_text(LIBRARY)
        self.cache = path / "cache"
        self.links = []

    def add(self, version, text, *, attributes="", sha256=None):
        """Serve a release with one module."""
        data = io.BytesIO()
        with tarfile.open(fileobj=data, mode="w:gz") as archive:
            info = tarfile.TarInfo(f"pkg-{version}/pkg/__init__.py")
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
        (self.simple / f"pkg-{version}.tar.gz").write_bytes(data.getvalue())
        digest = sha256 or hashlib.sha256(data.getvalue()).hexdigest()
        name = f"pkg-{version}.tar.gz"
        self.links = [link for link in self.links if name not in link]
        self.links.append(f'<a href="{name}#sha256={digest}" {attributes}>{name}</a>')
        links = "\n".join(self.links)
        (self.simple / "index.html").write_text(f"<!DOCTYPE html><html><body>{links}</body></html>")

    def mine(self):
        """Run the miner."""
        return self.miner().mine("pkg")

    def miner(self):
        """Return a miner that knows nothing of the ones before."""
        origin = Index(self.cache / "pip-tools")
        return Miner(rules=self.rules.parent, origin=origin, cache=self.cache)

    def files(self):
        """Return the content of every file of the rules."""
        return {file.name: file.read_text() for file in sorted(self.rules.iterdir())}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty index, and a pip that knows no other."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "simple").as_uri())
    monkeypatch.setattr("time.sleep", lambda _: None)
    return Folder(tmp_path)


def test_mining_reads_every_final_release(folder):
    """Post releases and yanked releases are read; pre-releases and those before the first one are not."""
    for version in ("0.9", "1.0", "1.1rc1", "1.1.post1"):
        folder.add(version, "def f(n=1): pass\n")
    folder.add("1.0.1", "def f(n=1): pass\n", attributes='data-yanked="broken"')
    folder.mine()
    versions = [release.version for release in Database(folder.rules.parent).library("pkg").releases]

    assert [str(version) for version in versions] == ["1.0", "1.0.1", "1.1.post1"]


def test_mining_again_changes_no_byte(folder):
    """The second run finds everything as the first one left it, with and without what the first one kept."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.add("1.1", "def f(n=2): pass\n")
    assert folder.mine().written == ("pkg/1.1.toml", "pkg/api.jsonl", "pkg/library.toml")
    before = folder.files()
    assert (folder.mine().written, folder.mine().fetched) == ((), ())
    folder.cache = folder.cache.with_name("another")

    assert folder.mine().written == ()
    assert before == folder.files()


def test_mining_keeps_what_people_wrote(folder):
    """Comments of `library.toml` stay, rows stay, and only missing rows are added."""
    folder.add("1.0", "def f(n=1, k=1): pass\n")
    folder.add("1.1", "def f(n=2, k=2): pass\n")
    folder.mine()
    written = folder.rules / "1.1.toml"
    judged = written.read_text().partition("\n[[change]]")[0].replace("k goes from 1 to 2.", "Judged.")
    written.write_text(f"# by hand\n{judged}")
    mined = folder.mine()

    assert [change.parameter for change in mined.proposed] == ["n"]
    assert written.read_text().startswith("# by hand\n")
    assert written.read_text().count("Judged.") == 1
    assert (folder.rules / "library.toml").read_text().startswith(LIBRARY)


def test_mining_a_new_release_appends(folder):
    """A release more leaves the lines and rows of the others as they are."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.add("1.1", "def f(n=2): pass\n")
    folder.mine()
    before = folder.files()
    folder.add("1.2", "def f(n=3): pass\n\n\ndef g(): pass\n")
    mined = folder.mine()
    after = folder.files()

    assert mined.fetched == ("1.2",)
    assert after["1.1.toml"] == before["1.1.toml"]
    assert after["library.toml"].startswith(before["library.toml"])
    assert after["api.jsonl"].startswith(before["api.jsonl"].rstrip("]}\n"))


def test_mining_stops_before_it_writes_what_is_not_proved(folder):
    """A wrong hash ends the run with nothing written, and the next run goes on after the releases that were read."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.add("1.1", "def f(n=2): pass\n", sha256="0" * 64)
    with pytest.raises(OutsideError, match=r"cannot read pkg-1\.1\.tar\.gz: its hash is not the one"):
        folder.mine()
    assert list(folder.files()) == ["library.toml"]
    folder.add("1.1", "def f(n=2): pass\n")

    assert folder.mine().fetched == ("1.1",)


def test_mining_keeps_a_release_that_the_index_withdrew(folder):
    """A release that was read stays known, as long as its facts are there; without them it is told, not dropped."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.add("1.1", "def f(n=2): pass\n")
    folder.mine()
    folder.links = folder.links[1:]
    folder.add("1.2", "def f(n=2): pass\n")

    assert len(folder.mine().releases) == 3
    folder.cache = folder.cache.with_name("another")
    with pytest.raises(OutsideError, match=r"cannot read pkg-1\.0\.tar\.gz: the index has it no longer"):
        folder.mine()


def test_mining_refuses_an_artefact_that_was_exchanged(folder):
    """The index may not serve another file under the name of one that was read."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.mine()
    folder.add("1.0", "def f(n=2): pass\n")

    with pytest.raises(
        OutsideError, match=r"cannot read pkg-1\.0\.tar\.gz: its hash is another one than in library.toml"
    ):
        folder.mine()


def test_mining_names_no_address(folder):
    """What cannot be asked is told without the address of the index, which may hold a password."""
    with pytest.raises(OutsideError) as error:
        folder.mine()

    assert "simple" not in str(error.value)


def test_mining_does_not_wait_for_files_that_vanish(folder):
    """A file that the index names and does not have is told by its name."""
    folder.add("1.0", "def f(n=1): pass\n")
    (folder.simple / "pkg-1.0.tar.gz").unlink()

    with pytest.raises(OutsideError, match=r"cannot read pkg-1\.0\.tar\.gz: \w+ after 4 attempts") as error:
        folder.mine()
    assert "simple" not in str(error.value)


def test_mining_tells_what_it_could_not_read(folder):
    """A member that is no Python is told with its release; the others count."""
    folder.add("1.0", textwrap.dedent("def f(:\n"))
    mined = folder.mine()

    assert mined.unparsed == ("1.0: pkg/__init__.py: invalid syntax (line 1)",)
    assert mined.callables == 0


def test_mining_reads_a_release_whatever_python_it_asks_for(folder):
    """Nothing of a release is run, so a requirement on the interpreter keeps none away."""
    folder.add("1.0", "def f(n=1): pass\n", attributes='data-requires-python="&lt;3"')
    folder.add("1.1", "def f(n=1): pass\n", attributes='data-requires-python="&gt;=3.99"')

    assert [str(artefact.version) for artefact in folder.mine().releases] == ["1.0", "1.1"]


def test_mining_flags_a_yanked_release(folder):
    """A yanked release is a release, and is told apart."""
    folder.add("1.0", "def f(n=1): pass\n")
    folder.add("1.1", "def f(n=1): pass\n", attributes='data-yanked=""')
    mined = folder.mine()

    assert [artefact.is_yanked for artefact in mined.releases] == [False, True]
    assert "  yanked: 1.1" in render_lines(mined)


def test_mining_asks_the_index_that_the_command_names(folder, tmp_path):
    """An index of the command line takes the place of the configured one, or is asked beside it."""
    folder.add("1.0", "def f(n=1): pass\n")
    other = Folder(tmp_path / "other")
    other.add("2.0", "def f(n=1): pass\n")
    address = (tmp_path / "other" / "simple").as_uri()

    def versions(**options):
        origin = open_origin(Request(kind="index", place="", cache=tmp_path, **options))
        return [str(artefact.version) for artefact in origin.artefacts("pkg", ())]

    assert versions() == ["1.0"]
    assert versions(index_url=address) == ["2.0"]
    assert versions(extra_index_urls=(address,)) == ["1.0", "2.0"]


class Private(SimpleHTTPRequestHandler):
    """A server that answers who knows the password."""

    def do_GET(self):
        """Answer as RFC 7617 says."""
        if self.headers.get("Authorization") != f"Basic {base64.b64encode(b'me:secret').decode()}":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.end_headers()
            return
        super().do_GET()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def private(tmp_path):
    """Serve the folder of the index on this machine, behind a password; return the address with it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Private, directory=tmp_path / "simple"))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://me:secret@127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def mine_by_command(tmp_path, address):
    """Run the command against an index; return the exit code."""
    places = ("--rules", str(tmp_path / "rules"), "--cache", str(tmp_path / "cache"))
    return main(["rules", "mine", "pkg", "--index-url", address, *places])


def test_mining_reads_a_private_index(folder, private, tmp_path, capsys):
    """A password in the address is used, and is neither told nor written."""
    folder.add("1.0", "def f(n=1): pass\n")
    code = mine_by_command(tmp_path, private)
    said = "".join(capsys.readouterr())
    written = "".join(file.read_text() for file in (tmp_path / "rules").rglob("*.*"))

    assert (code, "pkg: 1 releases (1 read now)" in said) == (0, True)
    assert "secret" not in said + written


def test_mining_does_not_believe_an_index_without_hashes(folder, private, tmp_path, capsys):
    """A file that nothing proves is not read; the message says what can be done."""
    folder.add("1.0", "def f(n=1): pass\n")
    page = folder.simple / "index.html"
    page.write_text(re.sub("#sha256=[0-9a-f]+", "", page.read_text()))
    code = mine_by_command(tmp_path, private)
    said = capsys.readouterr().err

    assert (code, "cannot read pkg 1.0: the index states no SHA-256 of its files" in said) == (2, True)
    assert "secret" not in said
