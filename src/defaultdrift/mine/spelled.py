"""The signature that a docstring begins with: all that compiled functions say about their defaults in plain text.

Source: https://numpydoc.readthedocs.io/en/latest/format.html (section *Documenting functions in C*).
"""

from __future__ import annotations

import re

from defaultdrift.model.literal import canonical, is_dotted_name, is_literal

_LONGEST = 1000
_DEFAULT = re.compile(
    r"""(?<![\w.])(?P<name>[A-Za-z_]\w*)\s*=\s*
        (?P<value>'[^']*'|"[^"]*"|\([^()]*\)|\[[^\[\]]*\]|[^,\[\]()=\s][^,\[\]()=]*)""",
    re.VERBOSE,
)


def spelled_defaults(document: str, name: str) -> dict[str, str] | None:
    """Return the defaults that the signature at the top of a docstring states; `None` where it has no signature.

    Args:
        document: The docstring.
        name: Of the function, without its module.

    Example:
        >>> spelled_defaults("concatenate((a1, a2, ...), axis=0, out=None)", "concatenate")
        {'axis': '0', 'out': 'None'}
    """
    text = document.lstrip()
    start = re.match(rf"(?:\w+\.)*{re.escape(name)}\(", text)
    inner = None if start is None else _balanced(text[start.end() : start.end() + _LONGEST])
    if inner is None:
        return None
    found: dict[str, str] = {}
    for match in _DEFAULT.finditer(inner):
        value = canonical(match["value"].strip())
        if is_literal(value) or is_dotted_name(value):
            found.setdefault(match["name"], value)
    return found


def _balanced(text: str) -> str | None:
    """Return the text up to the parenthesis that closes the one before it."""
    depth = 1
    for index, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if not depth:
            return text[:index]
    return None
