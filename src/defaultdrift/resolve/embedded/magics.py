"""Read what IPython adds to Python: magics, shell escapes, help, prompts. A draft of a cell in, a draft of Python out.

What is Python keeps its text, character by character; what is not becomes a statement that does nothing, or a value
that nobody knows.

Source: https://ipython.readthedocs.io/en/stable/interactive/reference.html and, for the magics,
https://ipython.readthedocs.io/en/stable/interactive/magics.html.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.resolve.embedded.draft import Change, Draft, joined, put_in
from defaultdrift.resolve.embedded.logical_lines import logical_lines
from defaultdrift.resolve.guard import parses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from defaultdrift.resolve.embedded.draft import Parts
    from defaultdrift.resolve.embedded.logical_lines import LogicalLine

_IN_SCOPE = frozenset(
    {
        *("capture", "debug", "heat", "ipytest", "lprun", "memit", "mprun", "notify", "prun", "px", "pyinstrument"),
        *("run_pytest", "scalene", "snakeviz", "time", "wandb"),
    }
)
"""Magics that run code in the scope of the notebook."""
_APART = frozenset({"pypy", "python", "python3", "timeit"})
"""Magics that run code in a scope of its own: what it binds, no other cell sees."""
_OF_CELLS = frozenset({"capture", "ipytest", "pypy", "python", "python3", "run_pytest", "wandb"})
"""Those of both that do so with a cell and not with a line."""
_FOREIGN = frozenset(
    {
        *("!", "R", "SVG", "bash", "bigquery", "cmd", "configure", "cpp", "csv", "cypher", "cython", "dot", "f2py"),
        *("file", "fortran", "graphviz", "html", "HTML", "info", "javascript", "js", "julia", "kql", "latex", "manim"),
        *("markdown", "matlab", "md", "mermaid", "octave", "perl", "perl6", "pip", "powershell", "r", "ruby", "scala"),
        *("script", "sh", "shell", "sparksql", "sql", "sx", "svg", "system", "writefile", "zsh"),
    }
)
"""Cell magics whose body is no Python, or none that is run here."""
_WITHOUT_SIGN = frozenset(
    {
        *("alias", "autoreload", "cat", "cd", "conda", "config", "cp", "dirs", "ed", "edit", "env", "hist", "history"),
        *("less", "ll", "load", "load_ext", "lprun", "ls", "mamba", "man", "matplotlib", "memit", "micromamba"),
        *("mkdir", "more", "mprun", "mv", "page", "pdef", "pdoc", "pfile", "pinfo", "pip", "popd", "prun", "psource"),
        *("pushd", "pycat", "pylab", "recall", "rep", "rerun", "reset", "rm", "rmdir", "run", "save", "sc", "set_env"),
        *("store", "sx", "system", "time", "timeit", "uv", "who", "whos", "xdel", "xmode"),
    }
)
"""Magics that need no percent sign where they are the one line of a cell, and that are followed by something."""
_WHOLE_CELL = frozenset({"fs", "md", "md-sandbox", "r", "scala", "sh", "sql"})
"""What a cell of a Databricks notebook begins with that is in another language.

Source: https://docs.databricks.com/en/notebooks/notebooks-code.html#mix-languages.
"""
_WITH_VALUE = {"lprun": "fmTDu", "memit": "rti", "mprun": "fT", "prun": "lsTD", "snakeviz": "f", "timeit": "nrpv"}
"""Options of magics that are followed by a value."""

_PYLAB = "import numpy, matplotlib; from matplotlib import pylab, mlab, pyplot; np = numpy; plt = pyplot"
_PYLAB_STARS = "; from pylab import *; from numpy import *"
"""What the magic `%pylab` runs; the latter not with `--no-import-all`."""
_UNKNOWN = "get_ipython()"
"""A value of which nobody knows anything."""
_NOTHING = "pass"
_FUNCTION = "def _():\n"

_HINT = re.compile(r"(?:^|\r)[ \t\f]*[%!?,;/]|=[ \t]*[%!]|\?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_CELL_MAGIC = re.compile(r"%%(?P<name>!|[A-Za-z][\w.-]*)(?P<help>\?{1,2})?(?P<line>[^\r\n]*)(?:\r\n?|\n|\Z)")
_LANGUAGE = re.compile(r"%(?P<name>[a-z-]+)\b(?P<line>[^\r\n]*)(?P<rest>[\s\S]*)")
_ESCAPE = re.compile(r"(?P<indent>[ \t\f]*)(?P<mark>%|!|\?|[,;/](?=[A-Za-z_]))")
_MAGIC = re.compile(r"[ \t]*%{1,2}(?P<name>[A-Za-z][\w.]*)[ \t]*")
_ASSIGNED = re.compile(r"""(?P<target>[ \t\f]*[A-Za-z_][\w.,*:'"\[\] \t]*=)[ \t]*(?=%[A-Za-z]|!)""")
_ONE_LINE = re.compile(r"(?P<name>[a-z_]+)[ \t]+[^\s=][^\r\n]*\s*")
_ASKED = re.compile(r"[\s\S]*\?[ \t\f]*(?:#.*)?")
_SPACE = re.compile(r"[ \t\f]*")
_BLANK_LINES = re.compile(r"(?:[ \t\f]*(?:\r\n?|\n))*")
_FIRST_PROMPT = re.compile(r"[ \t]*(?:>>> |In \[\d+\]: )")
_PROMPT = re.compile(
    r"(?:^|(?<=\r))(?:[ \t]*(?:>>>|\.\.\.)(?: |(?=[\r\n]|\Z))|In \[\d+\]: | {3,}\.{3,}: ?)", re.MULTILINE
)


class ForeignCellError(Exception):
    """A cell is not Python: why it is told, empty where there is nothing to tell."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def python_of(cell: Draft) -> Draft:
    """Return the Python of a cell.

    Raises:
        ForeignCellError: It is in another language.
    """
    text = cell.text
    one_line = _ONE_LINE.fullmatch(text)
    if one_line is not None and one_line["name"] in _WITHOUT_SIGN and not parses(text):
        cell = joined([put_in("%"), cell])
        text = cell.text
    if not (_HINT.search(text) or text[:1].isspace() or _FIRST_PROMPT.match(text)):
        return cell
    cell = cell.changed(_clean(text))
    text = cell.text
    magic = _CELL_MAGIC.match(text)
    if magic is not None and not magic["help"]:
        return _body(cell, magic)
    _refuse_language(text)
    return cell.changed(_changes(text))


def _clean(text: str) -> Iterator[Change]:
    """Yield what takes away blank lines above the code, the indentation of all of it, and prompts."""
    blank = _BLANK_LINES.match(text)
    start = blank.end() if blank else 0
    if start:
        yield Change(0, start, ())
    if _FIRST_PROMPT.match(text, start):
        yield from (Change(*found.span(), ()) for found in _PROMPT.finditer(text, start))
        return
    indent = _SPACE.match(text, start)
    if indent and indent.group():
        same = re.compile(rf"(?:^|(?<=\r))(?!\n){indent.group()}", re.MULTILINE)
        yield from (Change(*found.span(), ()) for found in same.finditer(text, start))


def _body(cell: Draft, magic: re.Match[str]) -> Draft:
    """Return the Python below a cell magic, and in its line."""
    name = magic["name"]
    body = magic.string[magic.end() :]
    if name not in _IN_SCOPE | _APART:
        is_told = name not in _FOREIGN and bool(body.strip()) and parses(body)
        raise ForeignCellError(f"cell magic '%%{name}' is not known" if is_told else "")
    inner = python_of(cell.changed([Change(0, magic.end(), ())]))
    if name not in _APART:
        return inner
    setup: Parts = ()
    if name == "timeit" and (start := _after_options(name, magic["line"], magic.start("line"))) < magic.end("line"):
        setup = (" ", (start, magic.end("line")), "\n")
    head = cell.changed([Change(0, len(magic.string), (*setup, " 0\n"))])
    return joined([put_in(_FUNCTION), head, _indented(inner)])


def _indented(draft: Draft) -> Draft:
    """Return a draft with each logical line one space further to the right, as the body of a function."""
    lines = logical_lines(draft.text, lambda _: False)
    return draft.changed(Change(line.start, line.start, (" ",)) for line in lines)


def _refuse_language(text: str) -> None:
    cell = _LANGUAGE.match(text)
    if cell is None or cell["name"] not in _WHOLE_CELL:
        return
    rest = put_in(cell["rest"])
    if (not cell["line"].strip() and cell["rest"].strip()) or not parses(rest.changed(_changes(rest.text)).text):
        raise ForeignCellError("")


def _changes(text: str) -> Iterator[Change]:
    """Yield what makes Python of the lines of a cell."""
    for line in logical_lines(text, lambda start: bool(_ESCAPE.match(start) or _ASSIGNED.match(start))):
        if line.is_foreign:
            yield _assigned(text, line) or _escaped(text, line)
        elif line.asks and _ASKED.fullmatch(text, line.start, line.end):
            yield Change(line.start, line.end, (_indent(text, line), _NOTHING))


def _assigned(text: str, line: LogicalLine) -> Change | None:
    """Return the change of a line that gives a name to the result of a magic or of a command."""
    assigned = _ASSIGNED.match(text, line.start, line.end)
    if assigned is None:
        return None
    target = assigned.span("target")
    name, start = _statement(text, assigned.end(), line.end)
    if name == "time":
        return Change(line.start, line.end, (target, " ", (start, line.end)))
    unknown: Parts = (target, f" {_UNKNOWN}")
    if name:
        unknown = (*unknown, "\n", *_run(name, _indent(text, line), (start, line.end)))
    return Change(line.start, line.end, unknown)


def _escaped(text: str, line: LogicalLine) -> Change:
    """Return the change of a line that begins with a magic, a command or a question."""
    indent = _indent(text, line)
    magic = _MAGIC.match(text, line.start, line.end)
    if magic is not None and magic["name"] == "pylab":
        stars = "" if "--no-import-all" in text[magic.end() : line.end] else _PYLAB_STARS
        return Change(line.start, line.end, (indent, f"{_PYLAB}{stars}"))
    name, start = _statement(text, line.start, line.end)
    parts = _run(name, indent, (start, line.end)) if name else (indent, _NOTHING)
    return Change(line.start, line.end, parts)


def _statement(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the magic that stands at a place and where the statement behind it begins; empty where there is none."""
    magic = _MAGIC.match(text, start, end)
    is_asked = text.endswith("?", start, end) and "#" not in text[start:end]
    if magic is None or is_asked or magic["name"] not in (_IN_SCOPE | _APART) - _OF_CELLS:
        return "", end
    start = _after_options(magic["name"], text[magic.end() : end], magic.end())
    statement = text[start:end].strip()
    return (magic["name"], start) if statement and not statement.startswith(("%", "!")) else ("", end)


def _run(name: str, indent: str, statement: tuple[int, int]) -> Parts:
    if name in _APART:
        return (indent, f"{_FUNCTION}{indent} ", statement)
    return (indent, statement)


def _after_options(name: str, line: str, offset: int) -> int:
    """Return where the options at the beginning of a magic's line end.

    Args:
        name: Of the magic.
        line: What follows the name.
        offset: Of the line.
    """
    letters = _WITH_VALUE.get(name)
    value = rf"|-[A-Za-z]*?[{letters}][ \t]*\S+" if letters else ""
    options = re.match(rf"[ \t]*(?:(?:--[\w-]+(?:=\S*)?{value}|-[A-Za-z]+)(?:[ \t]+|\Z))*", line)
    return offset + (options.end() if options else 0)


def _indent(text: str, line: LogicalLine) -> str:
    space = _SPACE.match(text, line.start)
    return space.group() if space else ""
