"""Measure what `defaultdrift calls` says is left out against PCBench, a public benchmark of parameter changes.

    python benchmarks/parameter_pairs.py CHECKOUT SOURCES [--most 20]

CHECKOUT is a work tree of https://github.com/PCART-tools/PCBench: `Benchmark/<library>/<API>@<old>-<new>/*/*.py`, one
call of the API a script, which passes its parameters by position, by keyword or by both. SOURCES holds unpacked
releases, `<distribution>/<version>/`: the truth is the definition of the API that is found there by its name alone,
bound to what the call spells. A call is right where some definition of that name says of each of its parameters what
`defaultdrift calls` says: passed, or left out. Scripts are read and never run.
"""

from __future__ import annotations

import argparse
import ast
import sys
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from defaultdrift.shell.database import Database, find_rules
from defaultdrift.shell.inventory import Inventory
from defaultdrift.shell.options import RulesChoice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from defaultdrift.model.call import Span
    from defaultdrift.shell.inventory import Entry

DISTRIBUTIONS = {"PIL": "pillow", "sklearn": "scikit-learn"}
_Function = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Target:
    """The call that a script is about.

    Attributes:
        line: Of its first character, from 1.
        column: Of its first character, from 1.
        positional: How many arguments it passes by position.
        keywords: Names of the others.
    """

    line: int
    column: int
    positional: int
    keywords: tuple[str, ...]

    def is_at(self, span: Span) -> bool:
        """Tell whether it begins where another one does."""
        return (self.line, self.column) == (span.line, span.column)

    @property
    def form(self) -> str:
        """How it passes its arguments."""
        if not self.keywords:
            return "positional" if self.positional else "nothing"
        return "mixed" if self.positional else "keyword"


@dataclass(frozen=True)
class Definition:
    """The parameters of one definition, without the one that is bound.

    Attributes:
        positional: Names of those that can be passed by position, in order.
        keyword_only: Names of the others.
        optional: Names of those with a default.
        rest: Whether it takes any number of arguments by position.
        named_rest: Whether it takes any keyword.
    """

    positional: tuple[str, ...]
    keyword_only: tuple[str, ...]
    optional: frozenset[str]
    rest: bool
    named_rest: bool

    def bind(self, target: Target) -> frozenset[str] | None:
        """Return the parameters that a call passes; `None` where it is no call of this."""
        passed = set(self.positional[: target.positional])
        known = {*self.positional, *self.keyword_only}
        if target.positional > len(self.positional) and not self.rest:
            return None
        if passed.intersection(target.keywords) or not (self.named_rest or known.issuperset(target.keywords)):
            return None
        passed |= known.intersection(target.keywords)
        return frozenset(passed) if passed >= known - self.optional else None


def find_target(text: str, name: str) -> Target | None:
    """Return the last call of something of a name, under whatever alias it was imported; `None` where there is none."""
    tree = ast.parse(text)
    imports = [
        alias for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names
    ]
    names = {name} | {alias.asname for alias in imports if alias.asname and alias.name.rpartition(".")[2] == name}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            callee = node.func
            called = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", "")
            is_plain = not any(isinstance(argument, ast.Starred) for argument in node.args)
            keywords = tuple(keyword.arg for keyword in node.keywords if keyword.arg)
            if called in names and is_plain and len(keywords) == len(node.keywords):
                found.append(Target(node.lineno, node.col_offset + 1, len(node.args), keywords))
    return max(found, key=lambda target: (target.line, target.column), default=None)


def find_definitions(tree: ast.Module, name: str) -> Iterator[Definition]:
    """Yield what is defined under a name: functions and methods, of classes their constructors."""
    stack: list[tuple[ast.AST, bool]] = [(tree, False)]
    while stack:
        node, is_class = stack.pop()
        for inner in ast.iter_child_nodes(node):
            stack.append((inner, isinstance(inner, ast.ClassDef)))
            if isinstance(inner, _Function) and inner.name == name:
                is_static = any(getattr(one, "id", "") == "staticmethod" for one in inner.decorator_list)
                yield _read(inner.args, 1 if is_class and not is_static else 0)
            elif isinstance(inner, ast.ClassDef) and inner.name == name:
                made = [one for one in inner.body if isinstance(one, _Function) and one.name in ("__init__", "__new__")]
                yield from (_read(one.args, 1) for one in made)


def _read(args: ast.arguments, bound: int) -> Definition:
    positional = [one.arg for one in (*args.posonlyargs, *args.args)]
    with_default = positional[len(positional) - len(args.defaults) :]
    pairs = zip(args.kwonlyargs, args.kw_defaults, strict=True)
    with_default += [one.arg for one, default in pairs if default is not None]
    return Definition(
        positional=tuple(positional[bound:]),
        keyword_only=tuple(one.arg for one in args.kwonlyargs),
        optional=frozenset(with_default),
        rest=args.vararg is not None,
        named_rest=args.kwarg is not None,
    )


class Sources:
    """The unpacked releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: dict[tuple[str, str, str], list[Definition]] = {}

    def find(self, distribution: str, version: str, names: Iterable[str]) -> list[Definition]:
        """Return all that a release defines under some names, wherever it is."""
        return [one for name in sorted(set(names)) for one in self._find(distribution, version, name)]

    def _find(self, distribution: str, version: str, name: str) -> list[Definition]:
        key = (distribution, version, name)
        if key not in self.kept:
            self.kept[key] = list(self._read(self.folder / distribution / version, name))
        return self.kept[key]

    @staticmethod
    def _read(folder: Path, name: str) -> Iterator[Definition]:
        for file in sorted((*folder.rglob("*.py"), *folder.rglob("*.pyi"))):
            text = file.read_text(encoding="utf-8", errors="replace")
            if f"def {name}" in text or f"class {name}" in text:
                try:
                    yield from find_definitions(ast.parse(text), name)
                except SyntaxError:
                    continue


def judge(omitted: Collection[str], target: Target, definitions: Sequence[Definition]) -> tuple[int, int] | None:
    """Return about how many parameters the best definition agrees with what is said, and about how many not.

    Args:
        omitted: What is said to be left out.
        target: The call.
        definitions: Of that name; `None` is returned where the call fits none of them.
    """
    best: tuple[int, int] | None = None
    for definition in definitions:
        passed = definition.bind(target)
        if passed is not None:
            right = sum((name in passed) != (name in omitted) for name in definition.optional)
            rated = (right, len(definition.optional) - right)
            best = rated if best is None or rated[1] < best[1] else best
    return best


def measure(folder: Path, library: str, sources: Sources, most: int) -> Iterator[tuple[str, int]]:
    """Yield what is counted of the scripts of one API: what, and by how much it goes up."""
    name, _, versions = folder.name.rpartition("@")
    old, last = versions.partition("-")[0], name.rpartition(".")[2]
    distribution = DISTRIBUTIONS.get(library, library)
    files = sorted(folder.glob("*/*.py"))
    # Neighbours pass their arguments alike: those far from each other are taken.
    chosen = files[:: -(-len(files) // most) or 1]
    inventory = Inventory.collect([*map(str, chosen)], "", None, (f"{distribution}=={old}",), RulesChoice())
    by_file: dict[Path, list[Entry]] = {}
    for found in inventory.entries:
        by_file.setdefault(Path(found.file).resolve(), []).append(found)
    for file in chosen:
        target = find_target(file.read_text(encoding="utf-8"), last)
        if target is None:
            yield "scripts without the call", 1
            continue
        entries = by_file.get(file.resolve(), ())
        entry = next((entry for entry in entries if target.is_at(entry.call.span)), None)
        yield f"calls {entry.call.certainty.value if entry else 'missed'}", 1
        if entry is not None:
            names = (last, entry.history.shown.rpartition(".")[2])
            judged = judge(entry.omitted, target, sources.find(distribution, old, names))
            yield f"pairs right, {target.form}", judged[0] if judged else 0
            yield f"pairs wrong, {target.form}", judged[1] if judged else 0
            yield "calls that fit no definition", judged is None


def main() -> int:
    """Print the figures of each library that has rules, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--most", type=int, default=20, help="scripts of an API")
    given = parser.parse_args()
    warnings.simplefilter("ignore", SyntaxWarning)
    known = Database(find_rules()).distributions()
    everything: Counter[str] = Counter()
    sources = Sources(given.sources)
    for library in sorted((given.checkout / "Benchmark").iterdir()):
        if DISTRIBUTIONS.get(library.name, library.name) in known:
            counts: Counter[str] = Counter()
            for folder in sorted(library.iterdir()):
                for what, more in measure(folder, library.name, sources, given.most):
                    counts[what] += more
            print(library.name, *(f"{what}: {count}" for what, count in sorted(counts.items())), sep="\n  ")
            everything.update(counts)
    print("all", *(f"{what}: {count}" for what, count in sorted(everything.items())), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
