"""Drop the files that cannot hold a call that matters, the cheapest test first. LibCST is not imported.

1. The bytes: an import root and the name of a callable have to occur in them.
2. The syntax tree, where `ast` parses the file: a call by such a name that lacks one of the keywords that matter, or
   any use of such a name that is no call, because the value may go anywhere from there.

The screen is sound: what it drops, the resolver would have found nothing in that could lack an argument. Whatever is
not plainly so goes on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.name import last_name

if TYPE_CHECKING:
    import ast

    from defaultdrift.model.known import Known

_COOKIE = re.compile(rb"\A(?:[^\r\n]*(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
"""PEP 263: in the first two lines."""

_KEEPS_ASCII = re.compile(
    rb"utf-?8|ascii|us-ascii|latin|iso-?8859|l1$|cp125\d|cp437|cp85\d|windows-125\d|koi8|mac|gbk|gb2312|gb18030|big5|shift|euc"
)
"""Encodings in which the bytes of an ASCII name can only be that name, and a name has no other bytes."""

_FOREIGN_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Needles:
    """What to look for. Made once for a scan, and sent to each process.

    Attributes:
        roots: Matches an import root.
        names: Matches a name by which a callable that matters is called.
        keywords: For each such name, the keywords of which a call has to lack one to matter; none for a name whose
            every call matters.
        members: Those of the names that can only be reached as an attribute, because they are methods.
    """

    roots: re.Pattern[bytes]
    names: re.Pattern[bytes]
    keywords: Mapping[str, frozenset[str]]
    members: frozenset[str]


def needles(known: Known, keywords: Mapping[str, Iterable[str]]) -> Needles:
    """Return what to look for.

    Args:
        known: What the resolver is to find.
        keywords: For each of `known.paths`, the parameters that matter. A path without an entry always matters.
    """
    by_name: dict[str, frozenset[str]] = {}
    for path in known.paths:
        name, wanted = last_name(path), frozenset(keywords.get(path, ()))
        before = by_name.get(name, wanted)
        by_name[name] = before | wanted if before and wanted else frozenset()
    importable = {last_name(path) for path in known.paths if path.rpartition(".")[0] not in known.returns}
    return Needles(_any_of(known.roots), _any_of(by_name), by_name, frozenset(by_name) - importable)


def may_matter(source: bytes, wanted: Needles) -> bool:
    """Tell whether a file may hold a call of a callable that matters, without one of the keywords that matter.

    Args:
        source: Content of the file, whatever it is.
        wanted: What to look for.
    """
    return has_names(source, wanted) and _has_open_use(source, wanted)


def has_names(source: bytes, wanted: Needles) -> bool:
    """Tell whether an import root and a callable's name may occur in a file: the first half of the screen."""
    if source.startswith(_FOREIGN_MARKS):
        return True
    cookie = _COOKIE.match(source)
    if cookie is not None and not _KEEPS_ASCII.match(cookie.group(1).lower().replace(b"_", b"-")):
        return True
    if wanted.roots.search(source) and wanted.names.search(source):
        return True
    return not source.isascii() and _has_folded_names(source, wanted)


def _has_folded_names(source: bytes, wanted: Needles) -> bool:
    """Look again as Python reads identifiers: `ＫＭeans` is `KMeans`, because identifiers are compared in form NFKC."""
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return True
    if unicodedata.is_normalized("NFKC", text):
        return False
    folded = unicodedata.normalize("NFKC", text).encode("utf-8", "replace")
    return bool(wanted.roots.search(folded) and wanted.names.search(folded))


def _any_of(names: Iterable[str]) -> re.Pattern[bytes]:
    """Return what matches any of the names as a whole identifier; nothing where there are none."""
    escaped = "|".join(re.escape(name) for name in sorted(names))
    return re.compile(rf"(?<![A-Za-z0-9_])(?:{escaped})(?![A-Za-z0-9_])".encode() if escaped else rb"(?!)")
