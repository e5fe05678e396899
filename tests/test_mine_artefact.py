"""Artefacts: which one is read, what is read of it, and that nothing is believed without its hash."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tarfile
import zipfile

import pytest
from packaging.version import Version

from defaultdrift.errors import OutsideError

pytest.importorskip("griffe", reason="the miner needs Python 3.11")
pytest.importorskip("remotezip")

from defaultdrift.mine.facts import Source
from defaultdrift.shell.artefact import decode, read_archive, read_sources
from defaultdrift.shell.choice import preference
from defaultdrift.shell.origins import Artefact

MODULES = {"pkg/__init__.py": b"x = 1\n", "pkg/deep/__init__.py": b"", "pkg/deep/core.py": b"def f(n=1): pass\n"}


def wheel(members=None, *, recorded=None, padding=0):
    """Return the bytes of a wheel; `recorded` overrides what RECORD says about some members."""
    members = MODULES if members is None else members
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        rows = []
        for path, content in {**members, "pkg/_fast.so": bytes(padding)}.items():
            archive.writestr(path, content)
            digest = (recorded or {}).get(path, hashlib.sha256(content).digest())
            rows.append(f"{path},sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(content)}")
        archive.writestr("pkg-1.0.dist-info/RECORD", "\n".join([*rows, "pkg-1.0.dist-info/RECORD,,"]))
    return data.getvalue()


def sdist(members):
    """Return the bytes of an sdist with these members."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for path, content in members.items():
            info = tarfile.TarInfo(path)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


class Response:
    """An answer of a server."""

    def __init__(self, status_code, content, headers):
        self.status_code = status_code
        self.content = content
        self.headers = headers

    def raise_for_status(self):
        """Raise as requests does."""
        if self.status_code >= 400:
            raise OSError(self.status_code)

    def iter_content(self, size):
        """Yield the content in pieces."""
        return (self.content[start : start + size] for start in range(0, len(self.content), size))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


class Server:
    """A session that has one file, and counts."""

    def __init__(self, data, *, ranges=True):
        self.data = data
        self.ranges = ranges
        self.requests = 0
        self.sent = 0

    def get(self, _address, headers, **_):
        """Answer a request, for a range or for all of it."""
        self.requests += 1
        wanted = re.match(r"bytes=(-?\d+)-?(\d*)", headers.get("Range", "")) if self.ranges else None
        if wanted is None:
            return self._answer(200, 0, len(self.data))
        first, last = int(wanted[1]), wanted[2]
        start = max(0, len(self.data) + first) if first < 0 else first
        return self._answer(206, start, int(last) + 1 if last else len(self.data))

    def _answer(self, status, start, end):
        content = self.data[start:end]
        self.sent += len(content)
        headers = {"Content-Range": f"bytes {start}-{start + len(content) - 1}/{len(self.data)}"}
        return Response(status, content, headers if status == 206 else {})


def artefact(name, data, sha256=None):
    """Return what the index says about a file."""
    return Artefact(Version("1.0"), name, sha256 or hashlib.sha256(data).hexdigest(), "", "https://example.org/file")


SOURCES = [Source(path, content.decode()) for path, content in sorted(MODULES.items())]


def test_artefact_of_a_wheel_is_read_by_ranges():
    """Of a wheel only its table of contents and its modules are fetched."""
    data = wheel(padding=3_000_000)
    server = Server(data)

    assert read_sources(server, artefact("pkg-1.0-py3-none-any.whl", data), ["pkg"]) == SOURCES
    assert server.sent < 200_000


def test_artefact_neighbours_are_fetched_together():
    """Hundreds of modules cost a few requests, not hundreds."""
    members = {f"pkg/m{number}.py": b"x = 1\n" for number in range(400)}
    data = wheel({"pkg/__init__.py": b"", **members})
    server = Server(data)

    assert len(read_sources(server, artefact("pkg-1.0-py3-none-any.whl", data), ["pkg"])) == 401
    assert server.requests < 6


def test_artefact_is_read_whole_where_ranges_are_ignored():
    """A server that ignores ranges sends the whole file, which is proved against the hash of the index."""
    data = wheel()

    assert read_sources(Server(data, ranges=False), artefact("pkg-1.0-py3-none-any.whl", data), ["pkg"]) == SOURCES


def test_artefact_that_is_not_what_the_index_states_is_refused():
    """A whole file with another hash is not read."""
    data = wheel()
    wrong = artefact("pkg-1.0-py3-none-any.whl", data, "0" * 64)

    with pytest.raises(OutsideError, match="its hash is not the one that the index states"):
        read_sources(Server(data, ranges=False), wrong, ["pkg"])


def test_artefact_member_that_is_not_what_record_states_is_refused():
    """A module of a wheel with another hash than in RECORD is not read."""
    data = wheel(recorded={"pkg/deep/core.py": b"\0" * 32})

    with pytest.raises(OutsideError, match=r"cannot read pkg/deep/core\.py: its hash is not the one in RECORD"):
        read_sources(Server(data), artefact("pkg-1.0-py3-none-any.whl", data), ["pkg"])


def test_artefact_that_is_cut_off_is_refused():
    """Half a wheel is damaged, not empty."""
    data = wheel()[:-300]

    with pytest.raises(OutsideError, match=r"cannot read pkg-1\.0-py3-none-any\.whl: the archive is damaged"):
        read_sources(Server(data), artefact("pkg-1.0-py3-none-any.whl", data), ["pkg"])


def test_artefact_without_the_import_root_is_refused():
    """An archive that holds nothing of the library is not a release without callables."""
    data = wheel()

    with pytest.raises(OutsideError, match="it holds no module of other"):
        read_sources(Server(data), artefact("pkg-1.0-py3-none-any.whl", data), ["other"])


@pytest.mark.parametrize("prefix", ["pkg-1.0/", "pkg-1.0/src/"])
def test_artefact_of_an_sdist_is_read_from_its_import_root(prefix):
    """An sdist has a folder around everything, and some have `src` inside."""
    data = sdist({f"{prefix}{path}": content for path, content in MODULES.items()} | {"pkg-1.0/setup.py": b"no"})

    assert read_archive(io.BytesIO(data), "pkg-1.0.tar.gz", ["pkg"]) == MODULES


def test_artefact_member_outside_of_the_import_root_is_left_alone():
    """A path that climbs out of the archive is no module, and neither is anything beside the import roots."""
    data = sdist(
        {"pkg-1.0/pkg/a.py": b"", "pkg-1.0/pkg/../../b.py": b"", "../pkg/c.py": b"", "pkg-1.0/other/d.py": b""}
    )

    assert read_archive(io.BytesIO(data), "pkg-1.0.tar.gz", ["pkg"]) == {"pkg/a.py": b"", "pkg/c.py": b""}


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfx = 1\r\ny = 2\r", "x = 1\ny = 2\n"),
        ("# coding: latin-1\nx = 'é'\n".encode("latin-1"), "# coding: latin-1\nx = 'é'\n"),
        (b"x = '\xff'\n", "x = '\ufffd'\n"),
        (b"# coding: nonsense\nx = 1\n", "# coding: nonsense\nx = 1\n"),
    ],
    ids=["byte order mark and newlines", "coding cookie", "stray byte", "unknown coding"],
)
def test_artefact_module_is_decoded_as_python_does(data, text):
    """Newlines become one kind, the coding line is followed, and a stray byte is no reason to lose a module."""
    assert decode(data) == text


NAMES = [
    "pkg-1.0-1-cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "pkg-1.0-cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "pkg-1.0-cp39-cp39-manylinux1_x86_64.whl",
    "pkg-1.0-cp310-cp310-macosx_12_0_arm64.whl",
    "pkg-1.0-cp39-cp39-win_amd64.whl",
    "pkg-1.0-cp27-cp27mu-manylinux1_x86_64.whl",
    "pkg-1.0.tar.gz",
]


@pytest.mark.parametrize("best", range(len(NAMES)))
def test_artefact_preference_is_the_same_everywhere(best):
    """CPython 3 on Linux, then other wheels for Python 3, then other wheels, then sdists; the highest build first."""
    assert min(reversed(NAMES[best:]), key=preference) == NAMES[best]
