"""Take scripts out of source distributions, and install the libraries that they run under.

What is read: `projects.toml`, `environment.txt`. The index is the one that pip is configured for. Nothing is built:
of a source distribution the wanted files are unpacked, and libraries are installed from wheels.
"""

from __future__ import annotations

import ast
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from cells import read_cells
from packaging.version import Version

from defaultdrift.model.name import normalise
from defaultdrift.model.toml import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent
ENVIRONMENT = HERE / "environment.txt"
PROJECTS = HERE / "projects.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A source distribution and which of its files are scripts.

    Attributes:
        distribution: Whose sdist is read.
        version: Which of its releases.
        name: How the project is called on the page.
        root: Folder in the sdist; paths of scripts are told from there.
        scripts: Patterns of the paths of scripts.
        companions: Patterns of the paths of files that scripts need beside themselves.
        limit: How many scripts are taken at most.
        is_tuned: Whether the resolver was improved by looking at them.
    """

    distribution: str
    version: str
    name: str
    root: str
    scripts: tuple[str, ...]
    companions: tuple[str, ...]
    limit: int | None
    is_tuned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script to run.

    Attributes:
        project: Whose it is.
        path: Below the folder of the project.
        file: Where it was unpacked.
        libraries: Import roots that it was chosen for.
        is_held_out: Whether nobody looks at it to improve anything.
    """

    project: Project
    path: str
    file: Path
    libraries: frozenset[str]
    is_held_out: bool

    @property
    def name(self) -> str:
        """How it is called on the page."""
        return f"{self.project.name}/{self.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What `projects.toml` says.

    Attributes:
        python: Version of the interpreter.
        held_out: Part of the scripts that is held out.
        libraries: Import roots; a script that imports none of them is not run.
        projects: In the order of the file.
    """

    python: str
    held_out: float
    libraries: frozenset[str]
    projects: tuple[Project, ...]


def read_plan() -> Plan:
    """Return what is to be run."""
    table = parse_toml(PROJECTS.read_text(encoding="utf-8"))
    projects = tuple(
        Project(
            distribution=entry["distribution"],
            version=entry["version"],
            name=entry.get("name", entry["distribution"]),
            root=entry["root"],
            scripts=tuple(entry["scripts"]),
            companions=tuple(entry.get("with", ())),
            limit=entry.get("limit"),
            is_tuned=entry.get("tuned", False),
        )
        for entry in table["project"]
    )
    libraries = frozenset(table["libraries"])
    return Plan(python=table["python"], held_out=table["held_out"], libraries=libraries, projects=projects)


def prepare(interpreter: str, folder: Path) -> Path:
    """Return the interpreter of an environment with every library; it is made once."""
    python, mark, wanted = folder / "bin" / "python", folder / "done", ENVIRONMENT.read_text(encoding="utf-8")
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        print("installing the libraries", flush=True)
        subprocess.run((interpreter, "-m", "venv", "--clear", str(folder)), check=True)
        # Some projects forbid releases that they work with, so nobody is asked: the list is complete.
        command = (str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:")
        subprocess.run((*command, "--requirement", str(ENVIRONMENT)), check=True)
        mark.write_text(wanted, encoding="utf-8")
    return python


def fetch(plan: Plan, folder: Path) -> list[Script]:
    """Return all scripts, unpacked below a folder, in the order of the projects and of their paths."""
    return [script for project in plan.projects for script in take(plan, project, unpack(project, folder))]


def unpack(project: Project, folder: Path) -> Path:
    """Return the folder with the files of a project; it is filled once."""
    target, wanted = folder / project.name, repr(project)
    mark = folder / f"{project.name}.done"
    if not mark.exists() or mark.read_text(encoding="utf-8") != wanted:
        for path, content in read_sdist(project, folder.parent / "sdists"):
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        mark.write_text(wanted, encoding="utf-8")
    return target


def read_sdist(project: Project, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the wanted files of a source distribution."""
    name, content = download(project, cache)
    wanted = [re.compile(translate(pattern)) for pattern in (*project.scripts, *project.companions)]
    for member, read in open_archive(name, content):
        inside = PurePosixPath(*PurePosixPath(member).parts[1:])
        if ".." in inside.parts or not inside.is_relative_to(project.root):
            continue
        path = str(inside.relative_to(project.root))
        if any(pattern.fullmatch(path) for pattern in wanted):
            yield path, read()


def translate(pattern: str) -> str:
    """Return the regular expression of a pattern: `*` is a part of a name, `**/` any folders."""
    parts = re.split(r"(\*\*/|\*)", pattern)
    return "".join({"**/": "(?:.+/)?", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts)


def download(project: Project, cache: Path) -> tuple[str, bytes]:
    """Return name and content of a source distribution."""
    from defaultdrift.shell.index import Index

    index = Index(cache / "pip-tools")
    files = index.files(normalise(project.distribution))[Version(project.version)]
    name = next(name for name in sorted(files) if name.endswith((".tar.gz", ".zip")))
    kept = cache / name
    if not kept.exists():
        print(f"downloading {name}", flush=True)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(index.session.get(files[name].address, headers={"Accept-Encoding": "identity"}).content)
    content = kept.read_bytes()
    if hashlib.sha256(content).hexdigest() != files[name].sha256:
        kept.unlink()
        sys.exit(f"{name}: its hash is another one than the index states")
    return name, content


def open_archive(name: str, content: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the path of each file, and what reads it."""
    if name.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        yield from ((path, lambda path=path: archive.read(path)) for path in archive.namelist() if path[-1] != "/")
        return
    with tarfile.open(fileobj=io.BytesIO(content)) as tape:
        for member in tape:
            if member.isfile() and (file := tape.extractfile(member)) is not None:
                yield member.name, file.read


def take(plan: Plan, project: Project, folder: Path) -> Iterator[Script]:
    """Yield the scripts of a project that use a library; of too many, those that a hash of the path chooses."""
    wanted = [re.compile(translate(pattern)) for pattern in project.scripts]
    scripts = []
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and any(pattern.fullmatch(path) for pattern in wanted):
            libraries = plan.libraries & frozenset(find_imports(file))
            is_held_out = not project.is_tuned and draw("held out", project.name, path) < plan.held_out
            script = Script(project=project, path=path, file=file, libraries=libraries, is_held_out=is_held_out)
            scripts += [script] if libraries else []
    scripts.sort(key=lambda script: draw("taken", project.name, script.path))
    yield from sorted(scripts[: project.limit], key=lambda script: script.path)


def draw(*names: str) -> float:
    """Return a number from 0 to 1 that depends on names alone."""
    return int(hashlib.sha256("/".join(names).encode()).hexdigest()[:12], 16) / 16**12


def find_imports(file: Path) -> set[str]:
    """Return the import roots of a script; none for one that is no Python."""
    try:
        trees = [ast.parse(text) for _, text in read_cells(str(file))]
    except (SyntaxError, ValueError):
        return set()
    nodes: Iterable[ast.AST] = [node for tree in trees for node in ast.walk(tree)]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return {name.partition(".")[0] for name in names}
