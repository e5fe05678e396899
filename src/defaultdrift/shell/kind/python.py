"""Python sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from defaultdrift.resolve.screen import may_matter
from defaultdrift.shell.documents import container_of, insert_into, open_document, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from defaultdrift.model.document import Document
    from defaultdrift.model.edit import Insertion, Repair
    from defaultdrift.model.finding import Fix
    from defaultdrift.resolve.project import Project
    from defaultdrift.shell.documents import Container
    from defaultdrift.shell.files import Source
    from defaultdrift.shell.kinds import Part

__all__ = ["code_of", "insert", "may_matter", "objection", "read"]


_PERCENT = container_of("percent")


def code_of(text: str) -> str:
    """Return the text, without magics where it has percent cells."""
    return _document(text, _PERCENT).code


def read(source: Source, text: str, project: Project) -> Iterable[Part]:
    """Return the one part of a source: the whole of it."""
    return parts_of(_document(text, _container(source, text)), source, project)


def objection(_fix: Fix) -> str:
    """Return nothing: every fix is a Python argument."""
    return ""


def insert(source: Source, insertions: Sequence[Insertion]) -> Repair:
    """Return the edits of a source that make the insertions, proved."""
    container = _container(source, source.text)
    return insert_into(_document(source.text, container), source, insertions, container)


def _container(source: Source, text: str) -> Container:
    """Return how the text is read: with its doctests if that is wanted, and it is no notebook."""
    is_wanted = source.with_doctests and _document(text, _PERCENT).is_plain
    return container_of("doctests") if is_wanted else _PERCENT


def _document(text: str, container: Container) -> Document:
    document = open_document(text, container)
    assert not isinstance(document, str), "every text may be Python"  # noqa: S101  ours
    return document
