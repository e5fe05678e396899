"""Publish repairs: show them as a unified diff, or write them."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.errors import OutsideError
from defaultdrift.model.finding import Skip
from defaultdrift.report.look import visible
from defaultdrift.shell.files import encode_source, write_source
from defaultdrift.shell.output import emit_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.shell.inspection import FileResult, Repaired


def render_diff(repair: Repaired) -> bytes:
    """Return the repair of a source as a unified diff that `git apply` and `patch` take.

    Its lines are bytes of the source, in the encoding of the source: in another one the patch would not apply.

    Source: https://www.gnu.org/software/diffutils/manual/html_node/Unified-Format.html
    """
    name = visible(repair.source.file).encode()
    if b" " in name:
        name += b"\t"  # as git does it: GNU patch takes a name for ended at a space
    before, after = (encode_source(repair.source, text) for text in (repair.source.text, repair.text))
    lines = difflib.diff_bytes(
        difflib.unified_diff, _lines(before), _lines(after), b"a/" + name, b"b/" + name, lineterm=b"\n"
    )
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


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
    emit_bytes(repaired[0] if repaired else raw)


def _lines(content: bytes) -> Sequence[bytes]:
    """Split at line feeds only: that is what the format calls a line."""
    lines = content.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
