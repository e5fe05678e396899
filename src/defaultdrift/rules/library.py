"""Read `library.toml`, and write the releases that were read into it.

Source: `rules/README.md`, section `library.toml`.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from defaultdrift.errors import RuleError
from defaultdrift.model.library import Decorator, Library, Made, Release
from defaultdrift.model.literal import canonical
from defaultdrift.model.name import DistributionName, normalise
from defaultdrift.rules._read import Table, parse_document, parse_version

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = frozenset(
    {
        *("distribution", "import_roots", "first", "reviewed_from", "changelog"),
        *("sentinels", "exclude", "internal", "apart", "adopts", "shown", "decorator", "made", "release"),
    }
)
_RELEASE_KEYS = frozenset({"version", "date", "artefact", "sha256"})
_DECORATOR_KEYS = frozenset({"name", "adds", "told", "hides"})
_MADE_KEYS = frozenset({"classes", "names", "like", "defaults", "since", "until"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|")
_LIKE = re.compile(r"\w+(\.\w+(\[\d+\])?)*(\.\w*\*)?")
_ARGUMENT = re.compile(r"\{\d\}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def parse_library(text: str) -> Library:
    """Return what the file says.

    Args:
        text: TOML.

    Raises:
        RuleError: The text does not follow the schema; the file is left for the caller to name.
    """
    table = parse_document(text)
    table.expect_keys(_KEYS)
    distribution = table.text("distribution")
    if distribution != normalise(distribution):
        raise RuleError("", "distribution", f"expected {normalise(distribution)!r}, got {distribution!r}")
    roots = table.texts("import_roots")
    if not roots:
        raise RuleError("", "import_roots", "expected the name of at least one module")
    releases = table.tables("release", _parse_release)
    _check_order(releases)
    reviewed_from = table.text_or("reviewed_from", "")
    return Library(
        distribution=DistributionName(distribution),
        import_roots=roots,
        first=parse_version(table.text("first"), "first"),
        reviewed_from=parse_version(reviewed_from, "reviewed_from") if reviewed_from else None,
        changelog=table.text_or("changelog", ""),
        sentinels=tuple(canonical(sentinel) for sentinel in table.texts("sentinels")),
        exclude=table.texts("exclude"),
        releases=releases,
        decorators=table.tables("decorator", _parse_decorator),
        internal=table.texts("internal"),
        apart=table.texts("apart"),
        made=table.tables("made", _parse_made),
        adopts=tuple(_pairs(table, "adopts")),
        shown=_parse_shown(table),
    )


def render_library(text: str, releases: Iterable[Release]) -> str:
    """Return the file with other releases: what people wrote stays as it is, down to the comments.

    Args:
        text: The file so far, which `parse_library` accepts.
        releases: Every release read, oldest first.
    """
    import tomlkit  # noqa: PLC0415 - only the miner writes, and only it has the library installed

    document = tomlkit.parse(text)
    document.pop("release", None)
    tables = tomlkit.aot()
    for release in releases:
        table = tomlkit.table()
        table.update(
            {
                "version": str(release.version),
                "date": release.date,
                "artefact": release.artefact,
                "sha256": release.sha256,
            }
        )
        tables.append(table)
    head = tomlkit.dumps(document).rstrip("\n")
    return f"{head}\n\n{tomlkit.dumps({'release': tables})}" if tables else f"{head}\n"


def _parse_decorator(table: Table) -> Decorator:
    table.expect_keys(_DECORATOR_KEYS)
    return Decorator(
        name=table.text("name"),
        adds=tuple((name, canonical(value)) for name, value in _pairs(table, "adds")),
        told=dict(_pairs(table, "told")),
        hides=table.flag("hides"),
    )


def _parse_made(table: Table) -> Made:
    table.expect_keys(_MADE_KEYS)
    classes, names, like = table.texts("classes"), table.texts("names"), table.text("like")
    if not classes or not names:
        raise RuleError("", table.where, "expected at least one class and one name")
    if _LIKE.fullmatch(like) is None:
        raise RuleError("", f"{table.where}.like", f"expected a dotted path, got {like!r}")
    since, until = table.text_or("since", ""), table.text_or("until", "")
    return Made(
        classes=classes,
        names=names,
        like=like,
        defaults=tuple((name, canonical(value)) for name, value in _pairs(table, "defaults")),
        since=parse_version(since, f"{table.where}.since") if since else None,
        until=parse_version(until, f"{table.where}.until") if until else None,
    )


def _parse_shown(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ways = table.list_table("shown")
    for path in (*ways, *(way for some in ways.values() for way in some)):
        if not all(part.isidentifier() for part in path.split(".")):
            raise RuleError("", "shown", f"expected a dotted path, got {path!r}")
    return tuple(ways.items())


def _pairs(table: Table, key: str) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in table.texts(key)]
    for name, _, value in pairs:
        if not (name.isidentifier() or _ARGUMENT.fullmatch(name)) or not value:
            raise RuleError("", table.where, f"expected 'parameter=value', got {name!r}")
    return [(name, value) for name, _, value in pairs]


def _parse_release(table: Table) -> Release:
    table.expect_keys(_RELEASE_KEYS)
    date, sha256 = table.text("date"), table.text("sha256")
    if not _DATE.fullmatch(date):
        raise RuleError("", f"{table.where}.date", f"expected a day such as '2024-01-17', got {date!r}")
    if not _SHA256.fullmatch(sha256):
        raise RuleError("", f"{table.where}.sha256", f"expected 64 hexadecimal digits, got {sha256!r}")
    return Release(
        version=parse_version(table.text("version"), f"{table.where}.version"),
        date=date,
        artefact=table.text("artefact"),
        sha256=sha256,
    )


def _check_order(releases: tuple[Release, ...]) -> None:
    for index, (before, after) in enumerate(itertools.pairwise(releases), 1):
        if not before.version < after.version:
            raise RuleError("", f"release[{index}].version", f"{after.version} stands behind {before.version}")
