"""The import statements of a text, by their looks: quickly, before it is known whether the module matters at all.

Whoever reads all modules of a project waits for this alone, and parsing takes ten times as long. So it errs on one
side: what stands in a string and looks like a statement is told as well.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from defaultdrift.resolve.tree import as_compared

_SPACE = r"(?:[ \t\f]|\\\r?\n)*"
_LIST = r"\([^()#]*(?:#[^\r\n]*[\r\n][^()#]*)*\)|(?:[^\r\n;#\\]|\\\r?\n)*"
# Each part ends where the next can begin, so that no text, however odd, takes more than its length.
_STATEMENT = re.compile(
    rf"(?:^|[;:])[ \t\f]*(?:from\b{_SPACE}(\.*){_SPACE}(?:([\w.]+){_SPACE})?\bimport\b{_SPACE}({_LIST})"
    rf"|import\b((?:[^\r\n;#\\()]|\\\r?\n)+))",
    re.MULTILINE,
)
_COMMENT = re.compile(r"#[^\r\n]*")


class Imported(NamedTuple):
    """An import statement, or one module of it.

    Attributes:
        level: How many dots stand before the name of the module.
        dotted: The name; empty where only dots are written.
        names: What is imported from it; empty where the module itself is.
    """

    level: int
    dotted: str
    names: tuple[str, ...]


def find_imported(text: str) -> list[Imported]:
    r"""Return each import in a text, and perhaps some that only look like one.

    Args:
        text: Of a module.

    Example:
        >>> [tuple(one) for one in find_imported("from ..a import (b as c, d)\nimport e.f, g")]
        [(2, 'a', ('b', 'd')), (0, 'e.f', ()), (0, 'g', ())]
    """
    if "import" not in text:
        return []
    found: list[Imported] = []
    for dots, dotted, names, modules in _STATEMENT.findall(text):
        if modules:
            found += [Imported(0, module, ()) for module in _first_words(modules)]
        else:
            found.append(Imported(len(dots), as_compared(dotted), tuple(_first_words(names.strip("()")))))
    return found


def _first_words(listed: str) -> list[str]:
    """Return the names before each `as`, if any, of things with commas between them."""
    parts = _COMMENT.sub("", listed).replace("\\", " ").split(",")
    words = [words[0] for part in parts if (words := part.split())]
    return [as_compared(word) for word in words if word == "*" or word.replace(".", "").isidentifier()]
