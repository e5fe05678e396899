"""Read and write `api.jsonl`: one callable a line, its import paths and the history of its signature.

Source: `rules/README.md`, section `api.jsonl`.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from packaging.version import Version

from defaultdrift.errors import RuleError
from defaultdrift.model.name import CallablePath
from defaultdrift.model.signature import (
    CallableHistory,
    CallableKind,
    ImportPath,
    Parameter,
    ParameterKind,
    Signature,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_CALLABLE_KINDS = {kind.value: kind for kind in CallableKind}
_PARAMETER_KINDS = {kind.value: kind for kind in ParameterKind}


def parse_api(text: str, file: str) -> tuple[CallableHistory, ...]:
    """Read the whole file.

    Raises:
        RuleError: A line does not follow the schema; the message names the line.
    """
    # A line feed ends a line and nothing else does: a default may hold what `str.splitlines` splits at as well.
    lines = text.removesuffix("\n").split("\n") if text else ()
    return tuple(parse_callable(line, file, number) for number, line in enumerate(lines, 1))


def parse_callable(line: str, file: str, number: int) -> CallableHistory:
    """Read one line.

    Args:
        line: A JSON object.
        file: For complaints.
        number: 1-based line of the file; 0 where it is not known.

    Raises:
        RuleError: The line does not follow the schema.
    """
    where = f"line {number}" if number else ""
    try:
        return _callable(json.loads(line))
    except (ValueError, RecursionError) as error:
        problem = f"expected a callable as `rules/README.md` says, got {line[:80]!r} ({error})"
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        problem = f"expected a callable as `rules/README.md` says: {type(error).__name__} {error}"
    raise RuleError(file, where, problem)


def _callable(document: Any) -> CallableHistory:  # noqa: ANN401 - any JSON
    return CallableHistory(
        path=CallablePath(_text(document["callable"])),
        kind=_CALLABLE_KINDS[document["kind"]],
        paths=tuple(
            ImportPath(_text(path), _version(since), None if until is None else _version(until))
            for path, since, until in document["paths"]
        ),
        signatures=tuple(_signature(entry) for entry in document["signatures"]),
    )


def _signature(entry: Any) -> Signature:  # noqa: ANN401
    parameters, returns = entry["parameters"], entry["returns"]
    return Signature(
        since=_version(entry["since"]),
        parameters=None
        if parameters is None
        else tuple(
            Parameter(_text(name), _PARAMETER_KINDS[kind], None if default is None else _text(default))
            for name, kind, default in parameters
        ),
        returns=None if returns is None else _text(returns),
    )


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"expected text, got {value!r}")


# A file repeats a few dozen versions some ten thousand times.
@lru_cache(maxsize=1024)
def _version(text: str) -> Version:
    return Version(text)


def render_api(histories: Iterable[CallableHistory]) -> str:
    """Write the whole file, sorted by callable."""
    lines = [render_callable(history) for history in sorted(histories, key=lambda history: history.path)]
    return "".join(f"{line}\n" for line in lines)


def render_callable(history: CallableHistory) -> str:
    """Write one line, without its newline."""
    document = {
        "callable": history.path,
        "kind": history.kind.value,
        "paths": [[p.path, str(p.since), None if p.until is None else str(p.until)] for p in history.paths],
        "signatures": [
            {
                "since": str(signature.since),
                "parameters": None
                if signature.parameters is None
                else [[p.name, p.kind.value, p.default] for p in signature.parameters],
                "returns": signature.returns,
            }
            for signature in history.signatures
        ],
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
