"""Audit the rules of one distribution: do facts and meaning agree, is nothing missing, does every history connect?

The raw differences in `api.jsonl` and the rows of the release files must be the same set; see `rules/README.md`,
*What must have a row*. Values in, faults out.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.change import RECEIVER, Kind
from defaultdrift.rules.effective import Truth, first_effect, group_by_parameter, holds_by_default, last_effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from packaging.version import Version

    from defaultdrift.model.change import Change
    from defaultdrift.model.library import Library
    from defaultdrift.model.signature import CallableHistory, Signature


UNTOLD = "..."
"""The text of a default that is not told."""


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A default that two consecutive signatures declare differently, or that a release removed.

    Attributes:
        release: The release that made the difference.
        callable: Canonical path.
        parameter: Its name.
        position: 0-based index in the old signature; `None` for keyword-only.
        old: Declared default before; `None` where there was none.
        new: Declared default from this release on; `None` where there is none, or the parameter is gone.
    """

    release: Version
    callable: str
    parameter: str
    position: int | None
    old: str | None
    new: str | None


def find_differences(history: CallableHistory) -> Iterator[Difference]:
    """Yield every raw difference in the history of a callable, oldest first.

    A stub writes `...` for a default that it does not tell. Between it and another one nobody knows of a difference;
    where the text is told again, it is compared with the last one that was. A parameter that `**kwargs` handed on and
    that cannot be followed any more is not gone as long as there is a `**kwargs`.
    """
    previous: Signature | None = None
    told: dict[str, str] = {}
    for signature in history.signatures:
        if signature.parameters is None:
            previous, told = None, {}
            continue
        for parameter in (previous.parameters if previous else None) or ():
            now = signature.parameter(parameter.name)
            if previous is None or (now is None and _may_be_taken(parameter.name, previous, signature)):
                continue
            old, new = told.get(parameter.name, parameter.default), None if now is None else now.default
            if _is_difference(old, new, is_gone=now is None):
                position = previous.position(parameter.name)
                yield Difference(signature.since, history.path, parameter.name, position, old, new)
        told = {
            parameter.name: parameter.default if parameter.default != UNTOLD else told[parameter.name]
            for parameter in signature.parameters
            if parameter.default is not None and (parameter.default != UNTOLD or parameter.name in told)
        }
        previous = signature


def _may_be_taken(name: str, old: Signature, new: Signature) -> bool:
    return old.is_handed_on(name) and new.takes_any_keyword


def _is_difference(old: str | None, new: str | None, *, is_gone: bool) -> bool:
    if UNTOLD in (old, new):
        return False
    return old is not None if is_gone else old != new


def find_faults(
    library: Library, histories: Iterable[CallableHistory], changes: Mapping[str, Sequence[Change]]
) -> Iterator[str]:
    """Yield one sentence for each disagreement, in a stable order.

    Args:
        library: Of the distribution.
        histories: All callables.
        changes: All rows, by canonical callable.
    """
    known = {history.path: history for history in histories}
    for path in sorted(set(changes) - set(known)):
        yield f"{path}: has a row and no line in api.jsonl"
    for path, history in sorted(known.items()):
        rows = changes.get(path, ())
        yield from _compare(history, rows)
        for row in rows:
            if row.kind is Kind.UNREVIEWED and library.is_reviewed(row.release):
                yield f"{_place(row)}: is not reviewed"
            yield from _check_conditions(row, history)
        for group in group_by_parameter(rows):
            yield from _check_chain(group, history)


def _place(row: Change) -> str:
    return f"{row.release} {row.callable}.{row.parameter}"


def _compare(history: CallableHistory, rows: Sequence[Change]) -> Iterator[str]:
    differences = {(entry.release, entry.parameter): entry for entry in find_differences(history)}
    for key in sorted(set(differences) - {(row.release, row.parameter) for row in rows}):
        difference = differences[key]
        yield f"{key[0]} {history.path}.{key[1]}: {difference.old} -> {difference.new} has no row"
    for row in rows:
        found = differences.get((row.release, row.parameter))
        if found is not None:
            if (row.position, row.old, row.new) != (found.position, found.old, found.new):
                yield f"{_place(row)}: position, old, new are {found.position}, {found.old}, {found.new}"
        else:
            yield from _check_unforced(row, history)


def _check_unforced(row: Change, history: CallableHistory) -> Iterator[str]:
    """A row without a raw difference says what the signatures say: the same text, or an added parameter."""
    now = history.at(row.release)
    before = _signature_before(history, row.release)
    if now is None or before is None:
        yield f"{_place(row)}: the callable is not there in this release and the one before"
        return
    texts = tuple(
        parameter.default if (parameter := signature.parameter(row.parameter)) else None for signature in (before, now)
    )
    if (row.old, row.new) != texts:
        yield f"{_place(row)}: old, new are {texts[0]}, {texts[1]}"
    place = (before if before.parameter(row.parameter) else now).position(row.parameter)
    if row.position != place:
        yield f"{_place(row)}: position is {place}"


def _signature_before(history: CallableHistory, release: Version) -> Signature | None:
    earlier = [signature for signature in history.signatures if signature.since < release]
    return earlier[-1] if earlier and earlier[-1].parameters is not None else None


def _check_conditions(row: Change, history: CallableHistory) -> Iterator[str]:
    signature = _signature_before(history, row.release)
    for condition in row.when:
        if condition.parameter == RECEIVER:
            continue
        if signature is None or not _may_be_passed(condition.parameter, signature):
            yield f"{_place(row)}: 'when' names {condition.parameter!r}, which is no parameter"
    if row.renamed_to:
        now = history.at(row.release)
        if now is None or not _may_be_passed(row.renamed_to, now):
            yield f"{_place(row)}: renamed to {row.renamed_to!r}, which is no parameter"


def _may_be_passed(name: str, signature: Signature) -> bool:
    """Tell whether a call can pass a parameter: one that is declared, or one that `**kwargs` takes."""
    return signature.parameter(name) is not None or signature.takes_any_keyword


def _check_chain(group: Sequence[Change], history: CallableHistory) -> Iterator[str]:
    """The old effect of a row is the new effect of the row before it, as far as both hold for a bare call.

    What happened while the callable was away, its rows do not tell.
    """
    gone = [signature.since for signature in history.signatures if signature.parameters is None]
    plain = [row for row in group if all(holds_by_default(condition) is Truth.YES for condition in row.when)]
    for before, after in itertools.pairwise(plain):
        if before.release == after.release or Kind.UNREVIEWED in (before.kind, after.kind):
            continue
        if any(before.release < release <= after.release for release in gone):
            continue
        if last_effect(before) != first_effect(after):
            yield (
                f"{_place(after)}: old effect {first_effect(after)} is not the new effect "
                f"{last_effect(before)} of {before.release} {before.parameter}"
            )
