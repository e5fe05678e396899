"""Read the code of a script: a file, or the cells of a notebook. Runs under Python 3.8 and later, by itself."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE_CELLS = ("%%time", "%%capture", "%%timeit")
"""Cell magics whose body is code like any other."""
MAGIC = ("%", "!", "?")


def read_cells(path: str) -> Iterator[tuple[int | None, str]]:
    """Yield the code of a file, or that of a notebook cell by cell, with the index of the cell.

    Lines that are no Python become `pass`; a cell that is none is left out.

    Raises:
        SyntaxError: A file is no Python.
    """
    text = Path(path).read_text(encoding="utf-8")
    if not path.endswith(".ipynb"):
        ast.parse(text)
        yield None, text
        return
    for number, cell in enumerate(json.loads(text)["cells"]):
        code = "".join(cell["source"])
        is_code = cell["cell_type"] == "code" and (not code.startswith("%%") or code.startswith(CODE_CELLS))
        code = "\n".join(without_magic(line) for line in code.split("\n"))
        if is_code and is_python(code):
            yield number, code


def without_magic(line: str) -> str:
    """Return a line of a cell, `pass` if it is no Python."""
    begin = line.lstrip()
    return line[: len(line) - len(begin)] + "pass" if begin.startswith(MAGIC) else line


def is_python(text: str) -> bool:
    """Tell whether a text can be parsed."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
