"""Source files are read as their bytes say, and written whole or not at all."""

from __future__ import annotations

import io
import os
import pickle
import socket
import stat
import subprocess
import sys
import tokenize

import pytest

from defaultdrift.errors import OutsideError
from defaultdrift.model.finding import Skip
from defaultdrift.shell.files import (
    Source,
    decode_source,
    display,
    encode_source,
    read_bytes,
    read_source,
    write_source,
)

BOM = b"\xef\xbb\xbf"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(path, raw):
    """Write bytes and read them as source."""
    path.write_bytes(raw)
    source = read_source(path.name)
    assert isinstance(source, Source), source
    return source


COOKIES = [
    *(
        b"",
        b"x = 1\n",
        b"# coding: utf-8\n",
        b"# -*- coding: latin-1 -*-\n",
        b"#!/bin/sh\n# vim: set fileencoding=cp1252 :\n",
    ),
    *(
        b"\n# coding=koi8-r\n",
        b"\n\n# coding=koi8-r\n",
        b"x = 1\n# coding=koi8-r\n",
        b"# coding: utf-8-unix\n",
        b"# coding: UTF_8\n",
    ),
    *(
        b"# coding: latin-1-dos\n",
        b"# coding: iso-8859-15\n",
        b"  # coding: cp437\n",
        b"\t\x0c# coding: cp437\n",
        b"# encoding=ascii\n",
    ),
    *(
        b"'coding: cp437'\n",
        b"# coding : cp437\n",
        b"#coding:cp437",
        b"# coding:cp437\r\n",
        b"# x\r\n# coding:cp437\r\n",
        b"\x0c\n#coding:cp437",
    ),
    *(
        BOM,
        BOM + b"x = 1\n",
        BOM + b"# coding: utf-8\n",
        BOM + b"\n# coding: utf-8\n",
        b"# coding: utf-8-sig\n",
        b"# coding: ISO_8859_1\n",
    ),
    *(b"# coding: big5\n", b"# coding: shift_jis\n", b"# coding: utf-7\n", b"# coding: mac-roman\n", b"# coding: hz\n"),
]


@pytest.mark.parametrize("raw", COOKIES)
def test_encoding_is_the_one_that_the_tokenizer_detects(here, raw):
    """The standard library's tokenizer is the judge."""
    expected = tokenize.detect_encoding(io.BytesIO(raw).readline)[0].removesuffix("-sig")

    source = read(here / "a.py", raw)

    assert expected == source.encoding
    assert raw.startswith(BOM) is source.has_bom


@pytest.mark.parametrize(
    "raw",
    [
        *(
            b"",
            b"\n",
            b"\r",
            b"\r\n",
            b"a\rb\r\nc\nd",
            b"x\x0c\x0b\x1c\n",
            "é\u2028\x85\n".encode(),
            BOM,
            BOM + BOM,
            BOM + b"a\r\n",
        ),
        *(
            b"# coding: latin-1\r\n\xe9\xff",
            b"# coding: cp1252\n\x80",
            "# coding: big5\n中".encode("big5"),
            "🙂".encode(),
        ),
    ],
)
def test_text_encodes_back_to_the_same_bytes(here, raw):
    """Newlines, byte order mark and every character survive."""
    source = read(here / "a.py", raw)

    assert raw == encode_source(source, source.text)
    assert not source.text.startswith("\ufeff") or raw.startswith(BOM + BOM)
    assert source == pickle.loads(pickle.dumps(source))  # noqa: S301  ours


@pytest.mark.parametrize(
    ("raw", "line", "reason"),
    [
        (b"x = 1\ny = '\xe9'\n", 2, "is not valid utf-8: byte 0xe9"),
        (BOM + b"x\n\xff", 2, "is not valid utf-8: byte 0xff"),
        (b"# coding: ascii\n\n\x80", 3, "is not valid ascii: byte 0x80"),
        (b"# coding: klingon\n", 0, "declares 'klingon', which is no known encoding of text"),
        (b"# coding: rot13\n", 0, "declares 'rot13', which is no known encoding of text"),
        (b"# coding: zip\nPK", 0, "declares 'zip', which is no known encoding of text"),
        (b"# coding: idna\n", 0, "declares 'idna', in which no source is written"),
        (b"# coding: punycode\n" + b"a" * 999, 0, "declares 'punycode', in which no source is written"),
        (b"# coding: unicode_escape\n\\d", 0, "declares 'unicode_escape', in which no source is written"),
        (b"# coding: undefined\n", 0, "declares 'undefined', in which no source is written"),
        (b"# coding: utf-16\n", 0, "declares 'utf-16', in which no source is written"),
        (BOM + b"# coding: cp1252\n", 0, "has a byte order mark of utf-8 and declares the encoding 'cp1252'"),
        (b"x = 1\0\n", 0, "holds NUL bytes, so it is no Python source"),
        ("x = 1".encode("utf-16"), 0, "holds NUL bytes, so it is no Python source"),
        (b"\x7fELF\x02\x01\x01\0", 0, "holds NUL bytes, so it is no Python source"),
        (b"\x80\x04\x95", 1, "is not valid utf-8: byte 0x80"),
    ],
)
def test_bytes_that_are_no_source_are_skipped(here, raw, line, reason):
    """A reason, and the line where there is one."""
    (here / "a.py").write_bytes(raw)

    assert Skip("a.py", line, reason) == read_source("a.py")
    assert Skip("a.py", line, reason) == decode_source("a.py", raw)


def test_file_that_is_gone_is_skipped(here):
    """It was there when it was found."""
    assert Skip("src/a.py", 0, "cannot be read: no such file or directory") == read_source(str(here / "src" / "a.py"))


def test_folder_named_like_a_file_is_skipped(here):
    """It is no file."""
    (here / "a.py").mkdir()

    assert Skip("a.py", 0, "is a folder") == read_source("a.py")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_socket_and_device_are_skipped_at_once(here):
    """Opening or reading them would wait for ever."""
    os.mkfifo(here / "pipe.py")
    (here / "device.py").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.py")

        assert [read_source(f"{name}.py").reason for name in ("pipe", "device", "socket")] == ["is no regular file"] * 3


def test_link_to_itself_or_to_nothing_is_skipped(here):
    """The system says why."""
    (here / "loop.py").symlink_to("loop.py")
    (here / "nothing.py").symlink_to("missing")

    assert read_source("loop.py").reason.startswith("cannot be read: too many levels of symbolic links")
    assert read_source("nothing.py").reason == "cannot be read: no such file or directory"


def test_path_that_no_system_opens_is_skipped(here):
    """A NUL in a name, or too long a name, is a reason like another."""
    del here
    assert read_source("a\0.py").reason.startswith("cannot be read: ")
    assert read_source("a" * 5000 + ".py").reason == "cannot be read: file name too long"


@pytest.mark.skipif(IS_ROOT or os.name != "posix", reason="root reads everything")
def test_file_without_permission_is_skipped(here):
    """The system says why."""
    (here / "a.py").touch(mode=0)

    assert Skip("a.py", 0, "cannot be read: permission denied") == read_source("a.py")


def test_file_larger_than_the_limit_is_skipped(here):
    """Up to the limit it is read whole."""
    (here / "a.py").write_bytes(b"x" * 10)

    assert read_bytes("a.py", 10) == b"x" * 10
    assert Skip("a.py", 0, "is larger than 9 bytes") == read_bytes("a.py", 9)


def test_digest_is_that_of_the_bytes(here):
    """Two files of one text and two encodings are two."""
    assert read(here / "a.py", b"x\n").digest != read(here / "b.py", BOM + b"x\n").digest
    assert read(here / "a.py", b"x\n").digest == read(here / "b.py", b"x\n").digest


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a.py", "a.py"),
        ("./a.py", "a.py"),
        ("src//b/../a.py", "src/a.py"),
        ("../a.py", "../a.py"),
        (".", "."),
        ("é.py", "é.py"),
    ],
)
def test_path_is_told_relative(here, path, shown):
    """The same path, relative or absolute, is told alike."""
    assert shown == display(path)
    assert shown == display(os.path.join(here, path))
    assert shown == display(str(here / path))


def test_path_through_a_link_to_the_working_directory_is_told_relative(here, tmp_path_factory):
    """The working directory is known by its real path."""
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(here)

    assert display(str(link / "src" / "a.py")) == "src/a.py"


@pytest.mark.skipif(os.name != "posix", reason="names are bytes only here")
def test_name_that_is_no_text_is_told_in_escapes(here):
    """Every output can print it, and the file is read."""
    path = os.fsdecode(b"\xff\n.py")
    (here / path).write_bytes(b"x\n")

    assert read_source(path).file == "\\xff\n.py"


def test_written_file_has_the_new_text_in_its_encoding(here):
    """Encoding, byte order mark, newlines and permissions stay; nothing else is left in the folder."""
    for name, raw in {"a.py": b"# coding: latin-1\r\n'\xe9'\r", "b.py": BOM + "'é'".encode()}.items():
        source = read(here / name, raw)
        (here / name).chmod(0o751)

        write_source(source, source.text + "ü")

        assert raw + "ü".encode(source.encoding) == (here / name).read_bytes()
        assert stat.S_IMODE((here / name).stat().st_mode) == 0o751
    assert sorted(path.name for path in here.iterdir()) == ["a.py", "b.py"]


def test_written_file_keeps_its_owner(here):
    """Where the system lets us."""
    source = read(here / "a.py", b"x\n")
    if IS_ROOT:
        os.chown(here / "a.py", 12345, 54321)
    before = (here / "a.py").stat()

    write_source(source, "y\n")

    after = (here / "a.py").stat()
    assert (before.st_uid, before.st_gid) == (after.st_uid, after.st_gid)
    assert before.st_ino != after.st_ino


def test_link_is_written_through(here):
    """The link stays a link; its target has the new text."""
    (here / "real").mkdir()
    (here / "real" / "a.py").write_bytes(b"x\n")
    (here / "a.py").symlink_to("real/a.py")
    source = read_source("a.py")

    write_source(source, "y\n")

    assert (here / "a.py").is_symlink()
    assert (here / "real" / "a.py").read_bytes() == b"y\n"
    assert [path.name for path in (here / "real").iterdir()] == ["a.py"]


def refused(source, text="y\n"):
    """Return why a file is not written."""
    with pytest.raises(OutsideError) as caught:
        write_source(source, text)
    return str(caught.value)


def test_file_that_changed_since_it_was_read_is_not_written(here):
    """Somebody else's work is not lost."""
    source = read(here / "a.py", b"x\n")
    (here / "a.py").write_bytes(b"z\n")

    assert refused(source) == "cannot write 'a.py': it changed since it was read\nrun the command again"
    assert (here / "a.py").read_bytes() == b"z\n"


def test_file_that_is_gone_since_it_was_read_is_not_written(here):
    """Nothing comes back to life."""
    source = read(here / "a.py", b"x\n")
    (here / "a.py").unlink()

    assert refused(source) == "cannot write 'a.py': it cannot be read: no such file or directory"
    assert not list(here.iterdir())


def test_file_that_became_something_else_is_not_written(here):
    """A folder of the name is not replaced."""
    source = read(here / "a.py", b"x\n")
    (here / "a.py").unlink()
    (here / "a.py").mkdir()

    assert refused(source) == "cannot write 'a.py': it is a folder"


def test_file_whose_text_does_not_encode_back_is_not_written(here):
    """Two byte sequences of one text: which of them was meant is not known for the rest of the file."""
    source = read(here / "a.py", b"# coding: utf-7\n+AGE-bc\n")

    assert source.text.endswith("abc\n")
    assert refused(source) == "cannot write 'a.py': its text does not encode back to the same utf-7 bytes"


def test_text_that_the_encoding_has_not_is_not_written(here):
    """The file stays what it was."""
    source = read(here / "a.py", b"# coding: latin-1\n")

    assert refused(source, "日").startswith("cannot write 'a.py': not all of it is iso-8859-1: ")
    assert (here / "a.py").read_bytes() == b"# coding: latin-1\n"


@pytest.mark.skipif(IS_ROOT or os.name != "posix", reason="root writes everything")
def test_write_protected_file_is_not_written(here):
    """Whoever protected it meant it."""
    source = read(here / "a.py", b"x\n")
    (here / "a.py").chmod(0o444)

    assert refused(source) == "cannot write 'a.py': it is write-protected"


@pytest.mark.skipif(IS_ROOT or os.name != "posix", reason="root writes everything")
def test_file_in_a_read_only_folder_is_not_written(here):
    """It cannot be replaced, and is not written in place."""
    (here / "sub").mkdir()
    (here / "sub" / "a.py").write_bytes(b"x\n")
    source = read_source("sub/a.py")
    (here / "sub").chmod(0o555)

    try:
        assert refused(source) == "cannot write 'sub/a.py': permission denied"
    finally:
        (here / "sub").chmod(0o755)
    assert (here / "sub" / "a.py").read_bytes() == b"x\n"


FULL = """
import resource, signal, sys
from defaultdrift.errors import OutsideError
from defaultdrift.shell.files import read_source, write_source
source = read_source("a.py")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_source(source, "y\\n" * 10_000)
except OutsideError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="no limits here")
def test_file_is_what_it_was_when_the_disk_is_full(here):
    """The new text is written beside, and what is left of it is removed."""
    (here / "a.py").write_bytes(b"x\n" * 100)

    run = subprocess.run([sys.executable, "-B", "-c", FULL], capture_output=True, text=True, check=True)

    assert run.stdout == "cannot write 'a.py': file too large\n"
    assert (here / "a.py").read_bytes() == b"x\n" * 100
    assert [path.name for path in here.iterdir()] == ["a.py"]
