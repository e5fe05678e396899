"""What code replaces without binding a name: `cluster.KMeans = Fake`, `setattr(...)`, `mock.patch(...)`, `globals()`.

What is replaced somewhere is not sure anywhere in the file: nobody knows when the one and the other run.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.resolve.content import literal_text, string_of
from defaultdrift.resolve.members import ANY_NAME, keep
from defaultdrift.resolve.tree import Node, identifier, kind
from defaultdrift.resolve.value import UNKNOWN, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.resolve.value import Given
    from defaultdrift.resolve.walk import Walk

REPLACING = frozenset({"delattr", "object", "patch", "setattr"})
"""What functions are called that replace an attribute: the built-in ones, and those of `unittest.mock` and pytest."""
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_UNSEEN = re.compile(
    r"""\bexec\s*\(
    |(?<!\bin\s)\b(?:globals|vars|locals)\s*\(\s*\)(?!\s*(?:(?:\[[^\]\n]*\]\s*)+(?!=[^=])[^\s=\[]|\.\s*(?:copy|get|items|keys|values)\b))
    |\bsys\s*\.\s*modules\s*(?:\[[^\]\n]*\]\s*=[^=]|\.\s*(?:update|setdefault|pop)\b)
    |\bsetattr\s*\(\s*sys\s*\.\s*modules
    """,
    re.VERBOSE,
)


def may_rebind_unseen(text: str) -> bool:
    """Tell whether a module may bind its names, or those of other modules, in a way that its statements do not show.

    Args:
        text: Of the module.
    """
    return _UNSEEN.search(text) is not None


def replace_attribute(walk: Walk, name: str, given: Sequence[Given]) -> None:
    """Follow a call that may replace an attribute of something.

    Args:
        walk: At the call.
        name: What the function is called.
        given: The arguments.
    """
    if not given or any(one.star or one.keyword for one in given[:2]):
        return
    first = string_of(literal_text(given[0].value))
    if first is not None:
        if _DOTTED.fullmatch(first):
            walk.replaced.add(first)
    elif len(given) > 1:
        second = string_of(literal_text(given[1].value))
        if second is not None or name == "setattr":
            is_told = name == "setattr" and len(given) == 3 and second is not None
            set_attribute(walk, given[0].value, second or ANY_NAME, given[2].value if is_told else UNKNOWN)


def set_attribute(walk: Walk, owners: Value, name: str, value: Value) -> None:
    """Remember that an attribute of one of several values is set.

    Args:
        walk: At the place where it is set.
        owners: What it is set on.
        name: Of the attribute; `ANY_NAME` where it is not known.
        value: What it is set to.
    """
    walk.settings.set(owners, [name], walk.place)
    walk.replaced.update(keep(walk, owners, name, value))


def owner_of_dictionary(walk: Walk, node: Node) -> Value | None:
    """Return what an expression is the attributes of, such as `km.__dict__` and `vars(km)`; `None` for all others."""
    if kind(node) == "Attribute" and identifier(node.attr) == "__dict__":
        return walk.visit(node.value)
    is_vars = kind(node) == "Call" and kind(node.func) == "Name" and node.func.value == "vars"
    return walk.visit(node.args[0].value) if is_vars and len(node.args) == 1 else None


def set_in_dictionary(walk: Walk, owners: Value, given: Sequence[Given]) -> None:
    """Follow `km.__dict__.update(n_init=3)`."""
    names = [one.keyword for one in given if one.keyword is not None]
    for name in names if len(names) == len(given) else [ANY_NAME]:
        set_attribute(walk, owners, name, UNKNOWN)
