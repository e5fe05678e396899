"""Sources whose text is not the code as it stands: the code that they hold, looked at as one, told cell by cell."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from defaultdrift.model.document import Document
from defaultdrift.model.edit import Insertion, Refusal, Repair, apply_edits
from defaultdrift.model.finding import Skip
from defaultdrift.resolve import screen
from defaultdrift.shell.kinds import Part
from defaultdrift.suppress.parse import Ignores, parse_ignores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from defaultdrift.model.call import CallSite
    from defaultdrift.model.edit import Edit
    from defaultdrift.model.finding import Fix
    from defaultdrift.resolve.calls import CallSearch
    from defaultdrift.resolve.project import Project
    from defaultdrift.resolve.screen import Needles
    from defaultdrift.shell.files import Source

_UNREAD = "the code could not be read again"
_UNPROVED = "the new file could not be proved to differ in nothing else"


class Container(Protocol):
    """What a module of `resolve.embedded` that reads files has."""

    def read(self, text: str, check: Callable[[str], Skip | None]) -> Document | str:
        """Return the code that a text holds, or why there is none."""

    def write(self, text: str, edits: Mapping[int | None, Sequence[Edit]]) -> Sequence[Edit] | None:
        """Return the edits of a text that make edits of its cells; `None` where they cannot be made."""


class DocumentReader:
    """The reader of a kind whose files hold Python in something else: the functions of `shell.kinds.Reader`."""

    def __init__(self, container: str) -> None:
        """Take the name of a module of `resolve.embedded`."""
        self._container = container_of(container)

    def code_of(self, text: str) -> str | None:
        """Return the Python that a text holds, or `None` where it holds none."""
        document = open_document(text, self._container)
        return None if isinstance(document, str) else document.code

    def may_matter(self, raw: bytes, needles: Needles) -> bool:
        """Tell whether the code of a file, or what could not be read of it, may hold a call that matters."""
        document = open_document(raw.decode("utf-8-sig", "replace"), self._container)
        if isinstance(document, str):
            return True
        if screen.may_matter(document.code.encode(), needles):
            return True
        everything = f"{document.code}\n{document.unread}".encode("utf-8", "replace")
        return bool(document.skips) and screen.has_names(everything, needles)

    def read(self, source: Source, text: str, project: Project) -> Iterable[Part]:
        """Return the cells, and why what is no Python was not looked at."""
        document = open_document(text, self._container)
        if isinstance(document, str):
            return [Part(text="", calls=(), ignores=Ignores(), skips=(Skip("", 0, document),))]
        return parts_of(document, source, project)

    def objection(self, _fix: Fix) -> str:
        """Return nothing: every fix is a Python argument."""
        return ""

    def insert(self, source: Source, insertions: Sequence[Insertion]) -> Repair:
        """Return the edits of a source that make the insertions, proved: only that code changes."""
        document = open_document(source.text, self._container)
        assert not isinstance(document, str), "it was read before"  # noqa: S101  ours
        return insert_into(document, source, insertions, self._container)


def container_of(name: str) -> Container:
    """Return a module of `resolve.embedded`."""
    return cast("Container", import_module(f"defaultdrift.resolve.embedded.{name}"))


def open_document(text: str, container: Container) -> Document | str:
    """Return the code that a text holds, or why there is none."""
    from defaultdrift.resolve.calls import problem_of

    return container.read(text, problem_of)


def parts_of(document: Document, source: Source, project: Project) -> Iterator[Part]:
    """Yield the cells of a document, with the calls of `project.known` in them."""
    from defaultdrift.resolve.calls import find_calls
    from defaultdrift.resolve.project import Link
    from defaultdrift.shell.modules import module_of

    search = find_calls(document.code, project.known, Link(module_of(source.path), project))
    ignores = parse_ignores(document.code)
    if document.is_plain:
        yield Part(text=document.code, calls=search.calls, skips=search.skips, ignores=ignores)
        return
    skips = [*document.skips, *(_skip_in_cell(document, skip) for skip in search.skips)]
    yield Part(text="", calls=(), skips=tuple(skips), ignores=Ignores())
    yield from _cells(document, search, ignores)


def insert_into(document: Document, source: Source, insertions: Sequence[Insertion], container: Container) -> Repair:
    """Return the edits of a source that make the insertions in its cells, proved."""
    from defaultdrift.fix.insert import insert_arguments

    if document.is_plain:
        return insert_arguments(source.text, insertions)
    asked: dict[Insertion, Insertion] = {}
    lost: list[Refusal] = []
    for insertion in insertions:
        span = document.span_in_code(insertion.cell, insertion.span)
        if span is None:
            lost.append(Refusal(insertion, _UNREAD))
        else:
            asked[Insertion(span, insertion.fix)] = insertion
    repair = insert_arguments(document.code, list(asked))
    edits = document.edits_of_cells(repair.edits)
    made = None if edits is None else container.write(source.text, edits)
    if made is None or not _is_proved(document, source, repair, made, container):
        return Repair((), tuple(Refusal(insertion, _UNPROVED) for insertion in insertions))
    refused = (replace(refusal, insertion=asked[refusal.insertion]) for refusal in repair.refusals)
    return Repair(tuple(made), (*lost, *refused))


def _is_proved(document: Document, source: Source, repair: Repair, made: Sequence[Edit], container: Container) -> bool:
    """Tell whether the new file holds the new code, and nothing else of it is new."""
    after = open_document(apply_edits(source.text, made), container)
    return isinstance(after, Document) and after.code == apply_edits(document.code, repair.edits)


def _cells(document: Document, search: CallSearch, ignores: Ignores) -> Iterator[Part]:
    calls: dict[int | None, list[CallSite]] = {}
    for call in search.calls:
        place = document.place(call.span)
        calls.setdefault(place.cell, []).append(replace(call, span=place.span))
    by_cell = _ignores_by_cell(document, ignores)
    for cell in document.cells:
        yield Part(
            text=cell.text,
            calls=tuple(sorted(calls.get(cell.index, ()), key=lambda call: call.span)),
            ignores=by_cell.get(cell.index, Ignores(skip_file=ignores.skip_file)),
            cell=cell.index,
        )


def _ignores_by_cell(document: Document, ignores: Ignores) -> dict[int | None, Ignores]:
    """Return the ignores that stand in each cell, by its lines; `skip-file` stands for all cells."""
    found: dict[int | None, Ignores] = {}
    empty = Ignores(skip_file=ignores.skip_file)
    for ignore in ignores.ignores:
        cell, line = document.place_of_line(ignore.line)
        below, applies_to = document.place_of_line(ignore.applies_to)
        inside = replace(ignore, line=line, applies_to=applies_to if below == cell else 0)
        before = found.get(cell, empty)
        found[cell] = replace(before, ignores=(*before.ignores, inside))
    for fault in ignores.faults:
        cell, line = document.place_of_line(fault.line)
        before = found.get(cell, empty)
        found[cell] = replace(before, faults=(*before.faults, replace(fault, line=line)))
    return found


def _skip_in_cell(document: Document, skip: Skip) -> Skip:
    cell, line = document.place_of_line(skip.line)
    return replace(skip, cell=cell, line=line)
