"""Publish repairs: show them as a unified diff, or write them."""

from __future__ import annotations

import difflib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.errors import OutsideError
from defaultdrift.model.finding import Skip
from defaultdrift.report.look import visible
from defaultdrift.shell.files import encode_source, write_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.shell.inspection import FileResult, Repaired


def render_diff(repair: Repaired) -> str:
    """Return the repair of a source as a unified diff that `git apply` and `patch` take.

    Source: https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html
    """
    name = visible(repair.source.file)
    lines = difflib.unified_diff(_lines(repair.source.text), _lines(repair.text), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def write_repair(result: FileResult, repair: Repaired) -> FileResult:
    """Write the repair of a source; return what is found there now: where it could not be written, all that was."""
    try:
        write_source(repair.source, repair.text)
    except OutsideError as error:
        skip = Skip(result.file, 0, f"is not repaired: {error.cause}")
        return replace(result, skips=(*result.skips, skip), repair=None)
    return repair.result


def emit_source(raw: bytes, repairs: Sequence[Repaired]) -> None:
    """Write standard input's source to standard output, repaired where there is a repair, byte for byte elsewhere."""
    repaired = [encode_source(repair.source, repair.text) for repair in repairs]
    sys.stdout.buffer.write(repaired[0] if repaired else raw)
    sys.stdout.buffer.flush()


def _lines(text: str) -> Sequence[str]:
    """Split at line feeds only: that is what the format calls a line."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
