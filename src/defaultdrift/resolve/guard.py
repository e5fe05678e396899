"""Refuse texts that would kill the parser, before it sees them.

LibCST's native parser recurses without a limit: some thousand nested brackets, or a chain of some thousand operators,
overflow its stack and take the process with it. Nested `case` patterns make it try exponentially many ways. The bounds
keep a distance of about ten on a stack of 8 MB. Code that a person wrote stays far below them.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from defaultdrift.model.finding import Skip
from defaultdrift.resolve.lines import line_of

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_BRACKETS = 100
"""Brackets open at one place. CPython refuses more than 200."""
MOST_BRACKETS_IN_CASE = 8
"""Brackets open in a `case` pattern: the time to parse one doubles with each."""
MOST_TOKENS = 1000
"""Tokens on the way to the innermost one: those since the last separator in each open bracket. An expression is never
nested deeper than that, neither by brackets nor by a chain of operators."""
MOST_ELIFS = 800
"""Branches of one `if`, each of which is parsed as nested in the one before."""

MOST_OF_ALL = 500_000
"""Tokens and lines of the whole text. LibCST needs 2 KB for each in ordinary code, 3.6 KB at most. 40,000 lines of code
have fewer."""

_EVENT = re.compile(
    r"""[^'"\#()\[\]{},;:\r\n\\]+ | '''|\"\"\"|['"] | \#[^\r\n]* | \r\n?|\n | \\(?:\r\n?|\n)? | [()\[\]{},;:]""",
    re.VERBOSE,
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PREFIX = re.compile(r"(?<!\w)[A-Za-z]{1,2}\Z")
_CASE = re.compile(r"\s*case\b(?!\s*[=.])")
_IF = re.compile(r"^([ \t\f]*)(el)?if\b", re.MULTILINE)
_REST_OF_STRING = {
    "'": re.compile(r"[^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)*'?"),
    '"': re.compile(r'[^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)*"?'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*(?:''')?"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:""")?'),
}
_FORMAT_TEXT = {
    "'": re.compile(r"(?:[^'\\\r\n{}]+|\\(?:\r\n|[^{}])|\\(?=[{}])|\{\{|\}\})*"),
    '"': re.compile(r'(?:[^"\\\r\n{}]+|\\(?:\r\n|[^{}])|\\(?=[{}])|\{\{|\}\})*'),
    "'''": re.compile(r"(?:[^'\\{}]+|\\[^{}]|\\(?=[{}])|\{\{|\}\}|'(?!''))*"),
    '"""': re.compile(r'(?:[^"\\{}]+|\\[^{}]|\\(?=[{}])|\{\{|\}\}|"(?!""))*'),
}
_FORMAT_SPEC = {mark: re.compile(text.pattern.replace(r"|\{\{|\}\}", "")) for mark, text in _FORMAT_TEXT.items()}


def parses(text: str) -> bool:
    """Tell whether the Python that runs this takes a text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the scanned code, such as invalid escapes
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def refusal(text: str) -> Skip | None:
    """Return why the text must not be parsed, or `None` where it may be."""
    if "\0" in text:
        return Skip("", line_of(text, text.index("\0")), "has a NUL character")
    try:
        _Scan(text, is_exact=len(text) > MOST_OF_ALL).run()
    except _TooMuchError:  # by a cheap estimate from above
        try:
            _Scan(text, is_exact=True).run()
        except _TooMuchError as error:
            return Skip("", line_of(text, error.offset), error.reason)
    return _refusal_of_elifs(text)


def _refusal_of_elifs(text: str) -> Skip | None:
    if text.count("elif") <= MOST_ELIFS:
        return None
    chains: dict[str, int] = {}
    for found in _IF.finditer(text):
        indent = found.group(1)
        chains[indent] = chains.get(indent, 0) + 1 if found.group(2) else 0
        if chains[indent] > MOST_ELIFS:
            return Skip("", line_of(text, found.start()), f"has an 'if' with more than {MOST_ELIFS} branches")
    return None


class _TooMuchError(Exception):
    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(offset, reason)
        self.offset = offset
        self.reason = reason


@dataclass(slots=True)
class _Level:
    """The text itself, or an open bracket.

    Attributes:
        tokens: How many there are since the last separator.
        inside: How deep the brackets closed since then were nested.
        deepest: How deep what came before the last separator was nested.
    """

    tokens: int = 0
    inside: int = 0
    deepest: int = 0

    @property
    def depth(self) -> int:
        """How deep anything in it is nested."""
        return max(self.deepest, self.tokens + self.inside)


class _Field(NamedTuple):
    """A replacement field of a format string, `{...}`.

    Attributes:
        quote: Of the string.
        depth: How many levels there are directly in the field.
        in_spec: Whether the field stands in the format specification of another one.
    """

    quote: str
    depth: int
    in_spec: bool


class _Scan:
    """One pass over the text that knows strings, format strings, comments and brackets.

    Attributes:
        levels: The text and each open bracket, innermost last.
        tokens: Sum of the tokens of all levels.
        fields: The replacement fields around the place reached.
        passed: How many tokens and lines there were so far, nested or not.
    """

    def __init__(self, text: str, *, is_exact: bool) -> None:
        self.text = text
        self.at = 0
        self.levels = [_Level()]
        self.tokens = 0
        self.fields: list[_Field] = []
        self.passed = 0
        self.is_exact = is_exact
        self.is_line_start = True
        self.most_brackets = MOST_BRACKETS

    def run(self) -> None:
        """Walk through the text.

        Raises:
            _TooMuchError: A bound is exceeded.
        """
        actions: dict[str, Callable[[str], None]] = {
            **dict.fromkeys("([{", self._open),
            **dict.fromkeys(")]}", self._close),
            **dict.fromkeys(",;", self._separate),
            **dict.fromkeys("\r\n", self._newline),
            **dict.fromkeys("'\"", self._string),
            **dict.fromkeys("#\\", self._nothing),
            ":": self._colon,
        }
        while event := _EVENT.match(self.text, self.at):
            self.at = event.end()
            found = event.group()
            actions.get(found[0], self._run_of_tokens)(found)
            self.passed += 1
            if self.is_exact and self.passed > MOST_OF_ALL:
                raise _TooMuchError(self.at, f"is too large to be parsed: more than {MOST_OF_ALL} tokens")

    def _nothing(self, _: str) -> None:
        """A comment or a line continuation."""

    def _run_of_tokens(self, run: str) -> None:
        if self.is_line_start and not run.isspace():
            self.is_line_start = False
            if _CASE.match(run):
                self.most_brackets = MOST_BRACKETS_IN_CASE
        tokens = len(_TOKEN.findall(run)) if self.is_exact else len(run)
        self.passed += tokens - 1  # one is counted for the run itself
        self._weigh(tokens)

    def _weigh(self, tokens: int) -> None:
        level = self.levels[-1]
        level.tokens += tokens
        self.tokens += tokens
        if self.tokens + level.inside > MOST_TOKENS:
            raise _TooMuchError(self.at, f"has an expression that may be nested {MOST_TOKENS} deep")

    def _open(self, _: str) -> None:
        self.is_line_start = False
        self.levels.append(_Level())
        if len(self.levels) - 1 > self.most_brackets:
            raise _TooMuchError(self.at, f"is nested too deeply: more than {self.most_brackets} brackets are open")

    def _close(self, bracket: str) -> None:
        if self.fields and self.fields[-1].depth == len(self.levels):
            if bracket == "}":
                self._end_field()
        elif len(self.levels) > 1:
            self._end_level()

    def _end_level(self) -> None:
        ended = self.levels.pop()
        self.tokens -= ended.tokens
        self.levels[-1].inside = max(self.levels[-1].inside, ended.depth)
        self._weigh(1)

    def _separate(self, _: str) -> None:
        level = self.levels[-1]
        level.deepest = level.depth
        self.tokens -= level.tokens
        level.tokens = level.inside = 0

    def _newline(self, _: str) -> None:
        if len(self.levels) == 1:
            self.levels[0] = _Level()
            self.tokens = 0
            self.is_line_start = True
            self.most_brackets = MOST_BRACKETS

    def _colon(self, _: str) -> None:
        if self.fields and self.fields[-1].depth == len(self.levels):
            self._format_text(self.fields[-1].quote, in_spec=True)
            return
        if len(self.levels) == 1:
            self.most_brackets = MOST_BRACKETS
        self._weigh(1)

    def _string(self, quote: str) -> None:
        self.is_line_start = False
        self._weigh(1)
        prefix = _PREFIX.search(self.text, max(0, self.at - len(quote) - 2), self.at - len(quote))
        if prefix is not None and set(prefix.group()) & set("fFtT"):
            self._format_text(quote, in_spec=False)
        else:
            rest = _REST_OF_STRING[quote].match(self.text, self.at)
            self.at = self.at if rest is None else rest.end()

    def _format_text(self, quote: str, *, in_spec: bool) -> None:
        """Go on after the text of a format string: in its next field, or where the string or the field ends."""
        text = (_FORMAT_SPEC if in_spec else _FORMAT_TEXT)[quote].match(self.text, self.at)
        self.at = self.at if text is None else text.end()
        if self.text.startswith("{", self.at):
            self.at += 1
            self._open("{")
            self.fields.append(_Field(quote, len(self.levels), in_spec))
        elif self.text.startswith("}", self.at):
            self.at += 1
            if in_spec:
                self._end_field()
            else:  # an error that the parser tells
                self._format_text(quote, in_spec=False)
        elif self.text.startswith(quote, self.at):
            self.at += len(quote)

    def _end_field(self) -> None:
        field = self.fields.pop()
        self._end_level()
        self._format_text(field.quote, in_spec=field.in_spec)
