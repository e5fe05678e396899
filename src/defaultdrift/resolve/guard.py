"""Refuse texts that would kill the parser, before it sees them.

LibCST's native parser recurses without a limit: some thousand nested brackets, or a chain of some thousand operators,
overflow its stack and take the process with it. Nested `case` patterns make it try exponentially many ways. The bounds
keep a distance of about ten on a stack of 8 MB. Code that a person wrote stays far below them.
"""

from __future__ import annotations

import re

from defaultdrift.model.finding import Skip

MOST_BRACKETS = 100
"""Brackets open at one place. CPython refuses more than 200."""
MOST_BRACKETS_IN_CASE = 8
"""Brackets open in a `case` pattern: the time to parse one doubles with each."""
MOST_TOKENS = 1000
"""Tokens of an expression, without those inside its brackets: `a + f(b)` has four, the call counting for one."""
MOST_ELIFS = 800
"""Branches of one `if`, each of which is parsed as nested in the one before."""

_EVENT = re.compile(
    r"""[^'"\#()\[\]{},;:\r\n\\]+ | '''|\"\"\"|['"] | \#[^\r\n]* | \r\n?|\n | \\(?:\r\n?|\n)? | [()\[\]{},;:]""",
    re.VERBOSE,
)
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PREFIX = re.compile(r"(?<!\w)[A-Za-z]{1,2}\Z")
_CASE = re.compile(r"\s*case\b(?!\s*[=.,])")
_IF = re.compile(r"^([ \t\f]*)(el)?if\b", re.MULTILINE)
_REST_OF_STRING = {
    "'": re.compile(r"[^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)*'?"),
    '"': re.compile(r'[^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)*"?'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*(?:''')?"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:""")?'),
}
_FORMAT_TEXT = {
    "'": re.compile(r"(?:[^'\\\r\n{}]|\\(?:\r\n|[^{}])|\\(?=[{}])|\{\{|\}\})*"),
    '"': re.compile(r'(?:[^"\\\r\n{}]|\\(?:\r\n|[^{}])|\\(?=[{}])|\{\{|\}\})*'),
    "'''": re.compile(r"(?:[^'\\{}]|\\[^{}]|\\(?=[{}])|\{\{|\}\}|'(?!''))*"),
    '"""': re.compile(r'(?:[^"\\{}]|\\[^{}]|\\(?=[{}])|\{\{|\}\}|"(?!""))*'),
}
_FORMAT_SPEC = {mark: re.compile(pattern.pattern.replace(r"|\{\{|\}\}", "")) for mark, pattern in _FORMAT_TEXT.items()}


def refusal(text: str) -> Skip | None:
    """Return why the text must not be parsed, or `None` where it may be."""
    if "\0" in text:
        return Skip("", _line(text, text.index("\0")), "has a NUL character")
    try:
        _Scan(text, is_exact=False).run()
    except _TooMuchError:  # by a cheap estimate; now count
        try:
            _Scan(text, is_exact=True).run()
        except _TooMuchError as error:
            return Skip("", _line(text, error.offset), error.reason)
    return _refusal_of_elifs(text)


class _TooMuchError(Exception):
    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(offset, reason)
        self.offset = offset
        self.reason = reason


class _Scan:
    """One pass over the text that knows strings, format strings, comments and brackets.

    Attributes:
        tokens: For each open bracket, innermost last, tokens since the last separator between its own.
        formats: Quotes of the format strings around the place reached, each with the number of brackets open where
            its replacement field begins.
        is_exact: Whether tokens are counted, or only estimated from above by the characters.
    """

    def __init__(self, text: str, *, is_exact: bool) -> None:
        self.text = text
        self.at = 0
        self.tokens = [0]
        self.formats: list[tuple[str, int]] = []
        self.is_exact = is_exact
        self.is_line_start = True
        self.most_brackets = MOST_BRACKETS

    def run(self) -> None:
        """Walk through the text.

        Raises:
            _TooMuchError: A bound is exceeded.
        """
        text, match = self.text, _EVENT.match
        actions = self._actions()
        while event := match(text, self.at):
            self.at = event.end()
            found = event.group()
            action = actions.get(found[0])
            if action is None:
                self._run_of_tokens(found)
            else:
                action(found)

    def _actions(self):
        return {
            **dict.fromkeys("([{", self._open),
            **dict.fromkeys(")]}", self._close),
            **dict.fromkeys(",;", self._separate),
            **dict.fromkeys("\r\n", self._newline),
            **dict.fromkeys("'\"", self._string),
            **dict.fromkeys("#\\", self._nothing),
            ":": self._colon,
        }
