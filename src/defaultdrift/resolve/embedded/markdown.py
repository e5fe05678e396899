"""Markdown: fenced blocks whose info string says Python, sessions with prompts too, and code cells of MyST.

Source: https://spec.commonmark.org/0.31.2/#fenced-code-blocks; MyST: https://mystmd.org/guide/notebooks-with-markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.resolve.embedded.blocks import LANGUAGES, BlockReader, Line, lines_of, session

if TYPE_CHECKING:
    from collections.abc import Iterator


_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\r\n]*)")
_LANGUAGE = re.compile(r"(?:\{code(?:-cell|-block)?\}[ \t]*|\{[ \t]*\.?)?(?P<name>\w+)")
_OPTION = re.compile(r"[ \t]*(?::[\w-]+:|---)")


def _blocks(text: str) -> Iterator[list[Line]]:
    opening: re.Match[str] | None = None
    body: list[Line] = []
    for line in lines_of(text):
        fence = _FENCE.match(text, line.start, line.end)
        if opening is None:
            opening, body = _opened(fence), []
        elif fence is not None and _closes(fence, opening):
            if _is_python(opening):
                yield session(text, _without_options(text, body))
            opening = None
        else:
            indent = len(opening["indent"])
            space = len(line.of(text)) - len(line.of(text).lstrip(" \t"))
            body.append(Line(line.start, line.start + min(indent, space), line.end))


def _opened(fence: re.Match[str] | None) -> re.Match[str] | None:
    """Return a fence if it opens a block: what follows backticks on their line holds none."""
    return fence if fence is not None and not (fence["fence"][0] == "`" and "`" in fence["info"]) else None


def _closes(fence: re.Match[str], opening: re.Match[str]) -> bool:
    return not fence["info"].strip() and fence["fence"].startswith(opening["fence"])


def _is_python(opening: re.Match[str]) -> bool:
    language = _LANGUAGE.match(opening["info"])
    return language is not None and language["name"].lower() in LANGUAGES


def _without_options(text: str, body: list[Line]) -> list[Line]:
    start = 0
    while start < len(body) and _OPTION.match(text, body[start].start, body[start].end):
        start += 1
    return body[start:]


_READER = BlockReader(_blocks)

read = _READER.read
write = _READER.write
