"""What a release says about one parameter in words: notes of its docstring, deprecation decorators, warnings."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.mine.docstring import Entry, find_entry
from defaultdrift.mine.spoken import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from defaultdrift.mine.facts import Definition

NOTE = re.compile(r"\.\. *(?:versionchanged|deprecated)::[^\n]*(?:\n[ \t]+[^\n]+)*")
"""A note about a change, with the lines that go on."""

_LONGEST_QUOTE = 200
_DEPRECATED = re.compile(r"deprecat", re.IGNORECASE)
_PLAIN_WAYS = r"renamed(?:\W+(?:to|as|into))?|alias\W+(?:of|for)"
_WAYS = r"in\W+favou?r\W+of|replaced(?:\W+(?:by|with))?|use|superseded\W+by"
_FILLERS = r"(?:(?:the|a|new|keyword|parameter|argument|kwarg|option|instead)\W+)*"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said.

    Attributes:
        kind: As of evidence: `docstring`, `code` or `warning`.
        file: The member that says it.
        quote: As the source spells it, white space folded, at most 200 characters.
        words: All of it, without marks of code and of joined strings.
    """

    kind: str
    file: str
    quote: str
    words: str


def find_statements(definition: Definition, parameter: str) -> tuple[Statement, ...]:
    """Return what is said about a parameter of a definition: its notes, decorators that name it, then warnings."""
    entry = find_entry(definition.documents, parameter)
    return (
        *(() if entry is None else _of_entry(entry)),
        *(
            Statement("code", definition.file, _quoted(text), " ".join(_constants(text)))
            for text in definition.decorators
            if parameter in _constants(text)
        ),
        *(
            Statement("warning", file, _quoted(text), words)
            for file, text in definition.warnings
            if _names(words := words_of(text), parameter)
        ),
    )


def _of_entry(entry: Entry) -> Iterator[Statement]:
    notes = NOTE.findall(entry.text)
    rest = NOTE.sub("", entry.text)
    # Old docstrings have no directive: "deprecated since 0.18, use x instead" stands in the text.
    sentences = [s for s in re.split(r"(?<=[.;])\s+|\n\s*\n", rest) if _DEPRECATED.search(s)]
    for text in (*notes, *sentences):
        folded = _quoted(text)
        yield Statement("docstring", entry.file, folded, words_of(" ".join(text.split())))


def _names(words: str, parameter: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(parameter)}(?!\w)", words) is not None


def _quoted(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_QUOTE].rstrip("\\ ")


def successor(
    statements: Iterable[Statement], parameter: str, names: Iterable[str]
) -> tuple[str, Statement, bool] | None:
    """Return the parameter that a parameter was renamed to, what says so, and whether it is called a renaming.

    "Use `max_iter` instead" may count other units: it is not called one.

    Args:
        statements: About the parameter.
        parameter: Its name.
        names: Of the other parameters of the signature.
    """
    others = sorted(set(names) - {parameter}, key=len, reverse=True)
    for statement in statements:
        if statement.kind == "code":
            named = [name for name in statement.words.split() if name in others]
            if len(named) == 1:
                return named[0], statement, True
            continue
        for name in (name for name in others if _names(statement.words, name)):
            after = rf"\W+{_FILLERS}{re.escape(name)}(?![\w=(]|\s*=)"
            if re.search(rf"\b(?:{_PLAIN_WAYS}){after}", statement.words, re.IGNORECASE):
                return name, statement, True
            if re.search(rf"\b(?:{_WAYS}){after}(?!\W+and\b)", statement.words, re.IGNORECASE):
                return name, statement, False
    return None


def default_changes(statements: Iterable[Statement]) -> Iterator[tuple[str, str, Statement]]:
    """Yield `from X to Y` of what is said about a default, as words."""
    for statement in statements:
        for match in re.finditer(r"\bfrom\s+(\S+)\s+to\s+(\S+)", statement.words):
            if "default" in statement.words.lower():
                yield match[1].strip(",;:"), match[2].strip(",;:").rstrip("."), statement


def _constants(text: str) -> list[str]:
    """Return the strings in a decorator: `deprecate_kwarg(old_arg_name="labels", new_arg_name="codes")`."""
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError):
        return re.findall(r"\w+", text)
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
