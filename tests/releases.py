"""Releases of a small library, made as the tests need them: wheels, sdists, the tags of a git repository."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import tarfile
import zipfile

from packaging.version import Version

from defaultdrift.errors import OutsideError
from defaultdrift.shell.origins import Artefact
from support import CASES

RELEASES = {"old": "1.0", "new": "2.0"}


def modules(case, release):
    """Return the modules of one release (`old`, `new`) of a case below `cases/mine`."""
    folder = CASES / "mine" / case / release
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.py*"))}


def wheel(members, *, version="1.0", recorded=None, padding=0, day=(2021, 3, 4)):
    """Return the bytes of a wheel; `recorded` overrides what RECORD says about some members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:

        def write(path, content):
            archive.writestr(zipfile.ZipInfo(path, (*day, 0, 0, 0)), content)

        rows = []
        for path, content in {**members, "pkg/_fast.so": bytes(padding)}.items():
            write(path, content)
            digest = (recorded or {}).get(path, hashlib.sha256(content).digest())
            rows.append(f"{path},sha256={base64.urlsafe_b64encode(digest).rstrip(b'=').decode()},{len(content)}")
        record = f"pkg-{version}.dist-info/RECORD"
        write(record, "\n".join([*rows, f"{record},,"]))
    return data.getvalue()


def sdist(members, *, mtime=0):
    """Return the bytes of an sdist with these members."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for path, content in members.items():
            info = tarfile.TarInfo(path)
            info.size, info.mtime = len(content), mtime
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def zipped(members):
    """Return the bytes of an sdist in the older format."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path, content in members.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return data.getvalue()


class Repository:
    """A git repository in a folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self.run("init", "--quiet", "--initial-branch=main")

    def run(self, *arguments, day="2021-03-04"):
        """Run git in it, whoever the tests run as."""
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        dates = {f"GIT_{who}_DATE": f"{day}T23:30:00 -0800" for who in ("AUTHOR", "COMMITTER")}
        outside = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        subprocess.run(["git", *arguments], cwd=self.folder, env={**kept, **names, **dates, **outside}, check=True)

    def release(self, tag, members, *, annotated=False, day="2021-03-04"):
        """Commit the members as all that there is, and tag the commit."""
        self.run("rm", "-r", "--quiet", "--ignore-unmatch", ".")
        for path, content in members.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        self.run("add", "--all")
        self.run("commit", "--quiet", "--allow-empty", "--message", "release", day=day)
        self.run("tag", *(["--annotate", "--message", "x"] if annotated else []), tag, day="2029-01-01")


class Shelf:
    """An origin that has releases in memory, and counts how often it is read."""

    def __init__(self, **libraries):
        self.libraries = libraries
        self.reads = []

    def artefacts(self, distribution, known):
        """Return an artefact for each release."""
        del known
        if distribution not in self.libraries:
            raise OutsideError(f"ask for {distribution}", "there is none")
        return [
            Artefact(
                Version(version),
                f"{distribution}-{version}.tar.gz",
                hashlib.sha256(f"{distribution} {version} {text}".encode()).hexdigest(),
                "2021-03-04",
                f"{distribution} {version}",
            )
            for version, text in self.libraries[distribution].items()
        ]

    def read(self, artefact, roots):
        """Return the one module of a release."""
        self.reads.append(artefact.address)
        distribution, version = artefact.address.split()
        return {f"{roots[0]}/__init__.py": self.libraries[distribution][version].encode()}

    def members(self, artefact):
        """Return the path of the one module."""
        return [f"{artefact.address.split()[0]}/__init__.py"]
