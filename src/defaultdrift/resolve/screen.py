"""Drop the files that cannot hold a call that matters, the cheapest test first. LibCST is not imported.

1. The bytes: an import root and the name of a callable have to occur in them.
2. The syntax tree, where `ast` parses the file: a call by such a name that lacks one of the keywords that matter, or
   any other use of such a name, because its value may go anywhere from there (see `open_use`).

The screen is sound: what it drops, the resolver would have found nothing in that lacks such a keyword. Whatever is not
plainly so goes on.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from defaultdrift.model.known import Known

_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")

_COOKIE = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[^\r\n]*(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
"""PEP 263: in the first or second line. A first line that is code is not excluded here."""

_KEEPS_ASCII = re.compile(r"utf-?8|u8$|us-?ascii|ascii|latin|iso-?8859|l1$|cp\d|windows-\d|koi8|mac|gb|big5|shift|euc")
"""Encodings in which bytes below 128 are ASCII, in every state. Not so: UTF-16, UTF-7, ISO-2022, HZ, escapes."""

_EBCDIC = frozenset({"cp037", "cp273", "cp424", "cp500", "cp864", "cp875", "cp1026", "cp1140"})

_LARGEST_TREE = 2 * 2**20
"""Bytes from which on no tree is built here: the densest source takes some 500 times its size, while the guard refuses
it after one scan of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needles:
    """What to look for. Made once for a scan.

    Attributes:
        roots: Import roots.
        names: Names by which a callable that matters is called.
        keywords: For each such name, the keywords of which a call must lack one to matter; empty where every call
            matters.
        members: Those of the names that are reached as attributes only, because they are methods.
    """

    roots: frozenset[bytes]
    names: frozenset[bytes]
    keywords: Mapping[str, frozenset[str]]
    members: frozenset[str]


def make_needles(known: Known, keywords: Mapping[str, Iterable[str]]) -> Needles:
    """Return what to look for.

    Args:
        known: What the resolver is to find.
        keywords: For each of `known.paths`, the parameters that matter. Every call of a path without them matters.
    """
    by_name: dict[str, frozenset[str]] = {}
    for path in known.paths:
        name, wanted = last_name(path), frozenset(keywords.get(path, ()))
        before = by_name.get(name, wanted)
        by_name[name] = before | wanted if before and wanted else frozenset()
    importable = {last_name(path) for path in known.paths if path.rpartition(".")[0] not in known.returns}
    return Needles(
        roots=frozenset(root.encode() for root in known.roots),
        names=frozenset(name.encode() for name in by_name),
        keywords=by_name,
        members=frozenset(by_name) - importable,
    )


def may_matter(source: bytes, needles: Needles) -> bool:
    """Tell whether a file may hold a call of a callable that matters, without one of the keywords that matter.

    Args:
        source: Content of the file, whatever it is.
        needles: What to look for.
    """
    if not has_names(source, needles):
        return False
    if len(source) > _LARGEST_TREE:
        return True
    from defaultdrift.resolve.open_use import has_open_use  # noqa: PLC0415  most files end before, and `ast` costs

    return has_open_use(source, needles.keywords, needles.members)


def has_names(source: bytes, needles: Needles) -> bool:
    """Tell whether an import root and the name of a callable may occur in a file: the first half of the screen."""
    cookie = _COOKIE.match(source)
    encoding = "utf-8" if cookie is None else cookie.group(1).decode("ascii", "replace").lower().replace("_", "-")
    if not _KEEPS_ASCII.match(encoding) or encoding in _EBCDIC or b"\0" in source[:4]:
        return True
    if _names_in(source, needles):
        return True
    return not source.isascii() and _names_in_folded(source, encoding, needles)


def _names_in(source: bytes, needles: Needles) -> bool:
    if not any(root in source for root in needles.roots):
        return False
    found = set(_NAME.findall(source))
    return not (needles.roots.isdisjoint(found) or needles.names.isdisjoint(found))


def _names_in_folded(source: bytes, encoding: str, needles: Needles) -> bool:
    """Look again as Python reads identifiers: those are compared in form NFKC, in which a full-width K is a K."""
    try:
        text = source.decode(encoding)
    except (LookupError, ValueError):
        return True
    if unicodedata.is_normalized("NFKC", text):
        return False
    return _names_in(unicodedata.normalize("NFKC", text).encode("utf-8", "replace"), needles)
