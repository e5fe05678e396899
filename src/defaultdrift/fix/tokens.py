"""Read the tokens of an expression: they know the comments, which a syntax tree does not."""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import dataclass

_NEWLINE = re.compile(r"\r\n?")
_LAYOUT = frozenset({tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an expression without its layout.

    Attributes:
        code: Everything that is no comment, in order.
        comments: In order.
    """

    code: tuple[str, ...]
    comments: tuple[str, ...]

    def is_kept_in(self, other: Tokens) -> bool:
        """Tell whether `other` has the same comments, and the same code with nothing but additions."""
        rest = iter(other.code)
        return self.comments == other.comments and all(token in rest for token in self.code)


def tokens_of(expression: str) -> Tokens | None:
    """Return the tokens of an expression, or `None` where this Python cannot tell them."""
    # The parentheses make the lines of the expression one logical line, whatever their indentation.
    text = _NEWLINE.sub("\n", f"({expression}\n)")
    code, comments = [], []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.ERRORTOKEN:
                return None
            if token.type == tokenize.COMMENT:
                comments.append(token.string)
            elif token.type not in _LAYOUT:
                code.append(token.string)
    except (tokenize.TokenError, SyntaxError):
        return None
    return Tokens(tuple(code), tuple(comments))
