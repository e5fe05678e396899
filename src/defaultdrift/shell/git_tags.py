"""Releases that are tags of a git repository: sources are read out of its objects, never checked out, never run.

A repository elsewhere is cloned bare into the cache. Credentials are git's own business (a credential helper, ssh).

Sources: https://git-scm.com/docs/git-ls-tree, https://git-scm.com/docs/git-cat-file (`--batch`),
https://git-scm.com/docs/git-for-each-ref.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import InvalidVersion, Version

from defaultdrift.errors import OutsideError, UsageError
from defaultdrift.shell.choice import Offer, choose
from defaultdrift.shell.layout import find_modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from defaultdrift.model.library import Release
    from defaultdrift.model.name import DistributionName
    from defaultdrift.shell.origins import Artefact, Request

NAME = "git"

_SECONDS = 3600  # a first clone may take its time
_LARGEST_MODULE = 16 * 2**20
# A repository's own configuration may name programs: none of the commands used here asks for one of these.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never")
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "TZ": "UTC",
}
# Set while a hook runs, for the repository of the hook, which need not be this one.
_LOCAL = frozenset(
    f"GIT_{name}"
    for name in (
        "ALTERNATE_OBJECT_DIRECTORIES",
        "COMMON_DIR",
        "DIR",
        "INDEX_FILE",
        "NAMESPACE",
        "OBJECT_DIRECTORY",
        "PREFIX",
        "REPLACE_REF_BASE",
        "SHALLOW_FILE",
        "WORK_TREE",
    )
)
_REFERENCE = "%00".join(
    f"%({prefix}{name})"
    for prefix, name in (
        ("", "refname:strip=2"),
        ("", "objecttype"),
        ("", "objectname"),
        ("", "committerdate:format-local:%Y-%m-%d"),
        ("*", "objecttype"),
        ("*", "objectname"),
        ("*", "committerdate:format-local:%Y-%m-%d"),
    )
)


def open_origin(request: Request) -> GitTags:
    """Return the repository that the request names, fetched where it lies elsewhere.

    Raises:
        OutsideError: It is no repository, or cannot be fetched.
        UsageError: The pattern of the tags has no `{version}`.
    """
    if request.tag and request.tag.count("{version}") != 1:
        raise UsageError(f"--tag {request.tag!r} does not say where the version stands", "write it as 'v{version}'")
    return GitTags(_repository(request), request.tag)


@dataclass(frozen=True, slots=True)
class GitTags:
    """The tags of a repository.

    Attributes:
        folder: Its git directory.
        tag: How tags are spelled, with `{version}` in it; empty for the usual spellings.
    """

    folder: Path
    tag: str

    def artefacts(self, distribution: DistributionName, known: Iterable[Release]) -> list[Artefact]:
        """Return the tag of every final release, oldest first.

        Args:
            distribution: Normalised name; it may stand before the version in a tag.
            known: Releases that were read before.

        Raises:
            OutsideError: The repository cannot be read, has no such tag, or a tag was moved.
        """
        pattern = _pattern(self.tag, distribution)
        offers: dict[Version, dict[str, Offer]] = defaultdict(dict)
        dates: dict[str, str] = {}
        for tag, commit, day in self._tags():
            version = _version(pattern, tag)
            if version is not None:
                offers[version][tag] = Offer(commit, hashlib.sha256(self._tree(commit)).hexdigest())
                dates.setdefault(str(version), day)
        if not offers:
            advice = "--tag says how they are spelled, such as 'release-{version}'"
            raise OutsideError(f"read {distribution}", "the repository has no tag of a final release", advice)
        return choose(offers, dates, known)

    def read(self, artefact: Artefact, roots: Sequence[str]) -> Mapping[str, bytes]:
        """Return the modules below the import roots."""
        action = f"read {artefact.name}"
        blobs = dict(self._blobs(artefact))
        wanted = find_modules(blobs, roots)
        if not wanted:
            raise OutsideError(action, f"it holds no module of {', '.join(roots)}")
        contents = self._contents(action, [blobs[member] for member in wanted])
        return {path: data for path, data in zip(wanted.values(), contents, strict=True) if data is not None}

    def members(self, artefact: Artefact) -> Sequence[str]:
        """Return the paths of all files."""
        return [path for path, _ in self._blobs(artefact)]

    def _tags(self) -> Iterator[tuple[str, str, str]]:
        """Yield name, commit and day of the commit of each tag, sorted by name."""
        listed = _run(
            "list the tags", self.folder, "for-each-ref", "--sort=refname", f"--format={_REFERENCE}", "refs/tags"
        )
        for line in listed.decode("utf-8", "replace").splitlines():
            tag, *fields = line.split("\0")
            # An annotated tag is an object that names the commit.
            for kind, commit, day in (fields[:3], fields[3:]):
                if kind == "commit":
                    yield tag, commit, day

    def _tree(self, commit: str) -> bytes:
        """Return mode, object and path of every file: it is equal exactly when the contents are."""
        return _run(f"read {commit[:12]}", self.folder, "ls-tree", "-r", "-z", "--full-tree", commit)

    def _blobs(self, artefact: Artefact) -> Iterator[tuple[str, str]]:
        """Yield path and object of each plain file; links and submodules are none."""
        if not artefact.address:
            raise OutsideError(f"read {artefact.name}", "the repository has this tag no longer")
        for entry in self._tree(artefact.address).split(b"\0"):
            fields, _, path = entry.partition(b"\t")
            if fields.startswith((b"100644 ", b"100755 ")):
                yield path.decode("utf-8", "replace"), fields.split()[2].decode()

    def _contents(self, action: str, blobs: Sequence[str]) -> Iterator[bytes | None]:
        """Yield the content of each object, in order; `None` where it is too large for a module."""
        answer = memoryview(_run(action, self.folder, "cat-file", "--batch", given="\n".join(blobs).encode() + b"\n"))
        place = 0
        for blob in blobs:
            end = bytes(answer[place : place + 200]).find(b"\n") + place
            head = bytes(answer[place:end]).split()
            if len(head) != 3 or head[0].decode() != blob:
                raise OutsideError(action, f"the repository lacks the object {blob}")
            size = int(head[2])
            yield bytes(answer[end + 1 : end + 1 + size]) if size <= _LARGEST_MODULE else None
            place = end + 1 + size + 1


def _pattern(tag: str, distribution: str) -> re.Pattern[str]:
    """Return what a tag matches, with the version as its group."""
    if tag:
        before, _, after = tag.partition("{version}")
        return re.compile(f"{re.escape(before)}(.+){re.escape(after)}")
    name = "[-_.]".join(map(re.escape, distribution.split("-")))
    return re.compile(rf"(?:(?:release|rel|version|{name})[-_/@=]*)?v?(\d.*)", re.IGNORECASE)


def _version(pattern: re.Pattern[str], tag: str) -> Version | None:
    match = pattern.fullmatch(tag)
    try:
        version = Version(match[1]) if match else None
    except InvalidVersion:
        return None
    return None if version is None or version.is_prerelease else version


def _repository(request: Request) -> Path:
    """Return the git directory: of a folder as it is, of an address as fetched into the cache."""
    place = Path(request.place)
    if place.is_dir():
        found = _run(f"read {request.place}", place, "rev-parse", "--absolute-git-dir", is_inside=True)
        return Path(os.fsdecode(found).rstrip("\n"))
    if "://" not in request.place and not re.match(r"[\w.-]+@[\w.-]+:", request.place):
        raise OutsideError(f"read {request.place}", "neither a folder nor an address of a repository")
    # The address may hold a password: it is neither shown nor part of a name.
    clone = request.cache / "git" / f"{hashlib.sha256(request.place.encode()).hexdigest()[:32]}.git"
    if not clone.is_dir():
        clone.parent.mkdir(parents=True, exist_ok=True)
        _run("prepare the cache", clone.parent, "init", "--quiet", "--bare", str(clone), is_inside=True)
    # The trees of the tags, without the history between them.
    options = ("--quiet", "--depth=1", "--no-tags", "--prune")
    _run("fetch the tags", clone, "fetch", *options, "--", request.place, "+refs/tags/*:refs/tags/*")
    return clone


def _run(action: str, folder: Path, *arguments: str, given: bytes = b"", is_inside: bool = False) -> bytes:
    """Run git and return what it prints.

    Args:
        action: For the message.
        folder: A git directory.
        arguments: Of git.
        given: Standard input.
        is_inside: Whether the folder is where git starts, and not its git directory.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _LOCAL} | _ENVIRONMENT
    where = ("-C", str(folder)) if is_inside else (f"--git-dir={folder}",)
    try:
        run = subprocess.run(
            (*_GIT, *where, *arguments),
            env=environment,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        # The text of the error may hold the address, and with it a password.
        raise OutsideError(action, f"git cannot be run ({type(error).__name__})") from None
    if run.returncode:
        raise OutsideError(action, f"git ended with {run.returncode}", "it says why when the same is done by hand")
    return run.stdout
