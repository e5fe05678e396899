"""Propose what a difference means, where signatures, docstrings, decorators and warnings leave no doubt.

Proposals are measured against what people judged (`benchmarks/proposals.py`). Where nobody can tell, there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.mine.docstring import find_entry
from defaultdrift.mine.path import is_public
from defaultdrift.mine.same import is_same, is_stand_in
from defaultdrift.mine.statement import Statement, default_changes, find_statements, successor
from defaultdrift.model.change import Effect, Impact, Kind
from defaultdrift.model.literal import canonical, is_dotted_name, is_literal
from defaultdrift.model.signature import ParameterKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from packaging.version import Version

    from defaultdrift.mine.docstring import Entry
    from defaultdrift.mine.facts import Definition
    from defaultdrift.mine.history import Lineage
    from defaultdrift.model.library import Library
    from defaultdrift.rules.audit import Difference

_NO_EFFECT = Effect("no effect", is_description=True)
_GOING = re.compile(r"deprecat|will be removed|no longer (?:used|supported)|not used", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:always|no (?:longer|more)|has no (?:more )?effect|no effect|ignored|never)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Case:
    """One difference and where to look.

    Attributes:
        difference: What the signatures say.
        before: The release before.
        lineage: The callable.
        library: Its sentinels.
        reached: What leaving the parameter out did before, by the rows so far; `None` where no row says.
    """

    difference: Difference
    before: Version
    lineage: Lineage
    library: Library
    reached: Effect | None = None

    @property
    def old(self) -> Definition:
        """The callable in the release before."""
        return self.lineage.definitions[self.before]

    @property
    def new(self) -> Definition:
        """The callable in this release."""
        return self.lineage.definitions[self.difference.release]

    @property
    def is_removed(self) -> bool:
        """Whether the parameter is gone."""
        return all(parameter.name != self.difference.parameter for parameter in self.new.parameters)

    def entry(self, definition: Definition) -> Entry | None:
        """Return what a docstring says about the parameter."""
        return find_entry(definition.documents, self.difference.parameter)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What is said about the parameter: in this release, or where it is gone, in the one before."""
        found = find_statements(self.new, self.difference.parameter)
        return find_statements(self.old, self.difference.parameter) if self.is_removed else found


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a machine makes of a difference.

    Attributes:
        old: Effect before; `None` where it cannot be told.
        new: Effect from this release on; `None` where it cannot be told.
        kind: What the change means; `None` where it cannot be told.
        renamed_to: The other name where the kind is `renamed`.
        impact: What it does.
        basis: What says so, besides signature and docstring entry.
    """

    old: Effect | None
    new: Effect | None
    kind: Kind | None = None
    renamed_to: str = ""
    impact: Impact = Impact.RESULTS
    basis: tuple[Statement, ...] = ()


def judge(case: Case) -> Judgement:
    """Return what a difference means, as far as it can be told."""
    if not any(map(is_public, case.lineage.paths[case.difference.release])):
        return Judgement(None, None, Kind.INTERNAL, impact=Impact.NONE)
    old = case.reached or effect_of(case, case.difference.old, case.old)
    if case.is_removed:
        return _judge_removed(case, old)
    new = effect_of(case, case.difference.new, case.new)
    leaves = case.difference.new == "None" or _is_stand_in(case, case.difference.new or "")
    if leaves and (renamed := _renamed(case, old)) is not None:
        return renamed
    if case.difference.old is None:
        return _judge_added(case, new)
    if case.difference.new is not None and _is_stand_in(case, case.difference.new):
        return _judge_stand_in(case, old, new)
    return _judge_value(case, old, new)


def effect_of(case: Case, default: str | None, definition: Definition) -> Effect | None:
    """Return what a default does: a value means itself, a stand-in what is announced or documented beside it."""
    if default is not None and _is_stand_in(case, default):
        entry = case.entry(definition)
        documented = None if entry is None else entry.default
        statements = find_statements(definition, case.difference.parameter)
        announced = [_value(words) for words, _, _ in default_changes(statements)]
        default = next(
            (text for text in (*announced, documented) if text and not _is_stand_in(case, text)),
            None,
        )
    if default is not None and not is_literal(default):
        default = dict(definition.constants).get(default, default)
    if default is None or not (is_literal(default) or is_dotted_name(default)):
        return None
    return Effect(canonical(default))


def _is_stand_in(case: Case, default: str) -> bool:
    return is_stand_in(default, case.library.sentinels)


def _value(words: str) -> str | None:
    bare = words.strip("`()")
    return canonical(bare) if is_literal(bare) else None


def _unchanged(
    case: Case, kind: Kind, effect: Effect | None, basis: Iterable[Statement] = (), renamed_to: str = ""
) -> Judgement:
    """The effect stays. What warns is output; nothing else changes."""
    said = tuple(basis)
    warns = kind in (Kind.ANNOUNCED, Kind.RENAMED) and any(s.kind == "warning" for s in case.statements)
    impact = Impact.OUTPUT if warns else Impact.NONE
    stays = effect or _NO_EFFECT
    return Judgement(stays, stays, kind, renamed_to, impact, said)


def _renamed(case: Case, old: Effect | None) -> Judgement | None:
    """A new name that appears in this release, beside words that say so, and whose default takes the old one over."""
    before = {parameter.name for parameter in case.old.parameters}
    added = {p.name: p.default for p in case.new.parameters if p.name not in before}
    statements = find_statements(case.new, case.difference.parameter)
    if case.is_removed:
        statements = (*statements, *find_statements(case.old, case.difference.parameter))
    found = successor(statements, case.difference.parameter, added)
    if found is None:
        return None
    name, statement, is_plain = found
    default = added[name]
    is_taken_over = old is not None and is_same(default or "", old.text)
    is_open = default is None or default == "None" or _is_stand_in(case, default)
    # "Use `max_iter` instead" may count other units: then only what carries no value is surely renamed.
    if is_taken_over or (is_open and (is_plain or case.difference.old in (None, "None"))):
        return _unchanged(case, Kind.RENAMED, old, (statement,), name)
    return None


def _judge_removed(case: Case, old: Effect | None) -> Judgement:
    if (renamed := _renamed(case, old)) is not None:
        return renamed
    default = case.difference.old
    going = [statement for statement in case.statements if _GOING.search(statement.words)]
    if default is not None and _is_stand_in(case, default):
        return _unchanged(case, Kind.REMOVED, old, going[:1])
    takes_any = any(p.kind is ParameterKind.VAR_KEYWORD for p in case.new.parameters)
    if default == "None" or (going and not takes_any):
        return _unchanged(case, Kind.REMOVED, old, going[:1])
    return Judgement(old, None)


def _judge_added(case: Case, new: Effect | None) -> Judgement:
    """A parameter that had to be passed gets a default: no call that worked left it out."""
    default = case.difference.new or ""
    kind = Kind.ANNOUNCED if default and _is_stand_in(case, default) else Kind.EQUIVALENT
    # An expression that nobody can write is described by itself.
    is_words = not (is_literal(default) or is_dotted_name(default))
    return _unchanged(case, kind, new or Effect(default if is_words else canonical(default), is_description=is_words))


def _judge_stand_in(case: Case, old: Effect | None, new: Effect | None) -> Judgement:
    """A stand-in appears: the effect stays, unless the words say that there is another one now."""
    if case.difference.old is not None and _is_stand_in(case, case.difference.old):
        same = is_same(case.difference.old, case.difference.new or "")
        return _unchanged(case, Kind.EQUIVALENT, old) if same else Judgement(old, new)
    said = [statement for statement in case.statements if _GOING.search(statement.words) or "will" in statement.words]
    # What was announced before may happen now, stand-in or not.
    is_announced = any(_GOING.search(s.words) for s in find_statements(case.old, case.difference.parameter))
    if is_announced or any(_OTHERWISE.search(statement.words) for statement in said):
        return Judgement(old, new, basis=tuple(said[:1]))
    if old is not None and old.text == "None" and new is not None and new.text != "None":
        return _unchanged(case, Kind.ANNOUNCED, new, said[:1])
    if new is not None and old is not None and not is_same(new.text, old.text):
        return Judgement(old, new, basis=tuple(said[:1]))
    return _unchanged(case, Kind.ANNOUNCED, old, said[:1])


def _judge_value(case: Case, old: Effect | None, new: Effect | None) -> Judgement:
    """A value or a stand-in becomes a value."""
    if case.difference.new is None:
        return Judgement(old, new)
    first, second = case.difference.old or "", case.difference.new
    was_stand_in = _is_stand_in(case, first)
    if first != second and not was_stand_in and is_same(first, second):
        # An expression that nobody can write is described by itself.
        return _unchanged(case, Kind.EQUIVALENT, old or new or Effect(first, is_description=True))
    if new is None or old is None:
        return Judgement(old, new)
    if was_stand_in and "None" in (second, old.text):
        # `None -> 'warn' -> None`: what was warned of happens under the old spelling.
        return Judgement(old, new, None if old.text == "None" else Kind.SILENT)
    if is_same(old.text, new.text):
        return _unchanged(case, Kind.EQUIVALENT, old)
    judge_by = _judge_none if second == "None" else _judge_from_none if first == "None" else _judge_other
    return judge_by(case, old, new)


def _judge_other(case: Case, old: Effect, new: Effect) -> Judgement:
    """A value becomes another one, or a name stands for another value than before."""
    first, second = case.difference.old or "", case.difference.new or ""
    if not (is_literal(old.text) or is_literal(new.text)) and "." not in first:
        # Names inside the library: a private one is nobody's value, of others nobody can tell.
        is_private = any(text.rpartition(".")[2].startswith("_") for text in (first, second))
        return _unchanged(case, Kind.EQUIVALENT, old) if is_private else Judgement(old, new)
    said = [s for s in case.statements if _mentions(s.words, old.text) and _mentions(s.words, second)]
    if said and _is_respelled(said[0].words, old.text, second):
        return _unchanged(case, Kind.EQUIVALENT, new, said[:1])
    entries = [entry for entry in (case.entry(case.old), case.entry(case.new)) if entry is not None]
    if any(_is_called_same(entry.text, old.text, second) for entry in entries):
        return _unchanged(case, Kind.EQUIVALENT, new)
    # A value that only announces another one, such as 'legacy', is no value.
    is_announcing = any(re.search(r"default\b[^.]*\bwill", s.words) for s in case.statements)
    return Judgement(old, new, None if is_announcing else Kind.SILENT, basis=tuple(said[:1]))


def _is_respelled(words: str, old: str, new: str) -> bool:
    """Tell whether a note says that a value is another name of the old one."""
    if "changed from" in words:
        return False
    bare = (re.escape(value.strip("'")) for value in (old, new))
    return (
        "equivalent" in words
        or re.search(r"\W+(?:(?:has been|was|is)\W+)?renamed\W+(?:to\W+)?".join(bare), words) is not None
    )


def _is_called_same(entry: str, old: str, new: str) -> bool:
    """Tell whether an entry says one thing of two values: `If "sqrt", ... (same as "auto")`, `If "auto", then x`."""
    words = " ".join(entry.replace('"', "'").replace("`", "").split())
    if re.search(rf"{re.escape(new)}[^.;']*\bsame as {re.escape(old)}", words):
        return True
    then = [re.findall(rf"[Ii]f {re.escape(value)},? then ([^.;]+?)(?: -|[.;]|$)", words) for value in (old, new)]
    return bool(then[0] and then[0] == then[1])


def _judge_none(case: Case, old: Effect, new: Effect) -> Judgement:
    entry = case.entry(case.new)
    meant = None if entry is None else _meaning_of_none(entry.text)
    if meant is not None and is_same(meant, old.text):
        return _unchanged(case, Kind.EQUIVALENT, old)
    if _is_stand_in(case, case.difference.old or ""):
        return Judgement(old, new, Kind.SILENT)
    going = [s for s in case.statements if re.search("deprecat", s.words, re.IGNORECASE)]
    was_going = any(_GOING.search(s.words) for s in find_statements(case.old, case.difference.parameter))
    is_kept = meant is None and entry is not None and entry.default is not None and is_same(entry.default, old.text)
    if going and is_kept and not was_going and not any(_OTHERWISE.search(s.words) for s in going):
        return _unchanged(case, Kind.ANNOUNCED, old, going[:1])
    return Judgement(old, new if meant is None else Effect(meant))


def _judge_from_none(case: Case, old: Effect, new: Effect) -> Judgement:
    entry = case.entry(case.old)
    meant = None if entry is None else _meaning_of_none(entry.text) or entry.default
    if meant is not None and is_same(meant, new.text):
        return _unchanged(case, Kind.EQUIVALENT, new)
    if old.text != "None":
        # The rows before say what None did.
        return Judgement(old, new, Kind.SILENT)
    for before, after, statement in default_changes(case.statements):
        value, becomes = _value(before), _value(after)
        if value not in (None, "None") and becomes is not None and is_same(becomes, new.text):
            return Judgement(Effect(value or ""), new, Kind.SILENT, basis=(statement,))
    return Judgement(old, new)


_NONE = re.compile(
    r"(?:``None``|`None`|\bNone\b)(?:\s*\(default\))?,?\s*(?:means|is equivalent to|defaults to|is treated as|acts as"
    r"|is interpreted as|corresponds to|will use|uses)\s+(?P<value>'[^']*'|\"[^\"]*\"|``[^`]+``|`[^`]+`|-?[\w.]*\w)"
)


def _meaning_of_none(entry: str) -> str | None:
    """Return the value that `None` stands for, where the docstring says `None means 1`."""
    for match in _NONE.finditer(entry):
        bare = match["value"].strip("`")
        if is_literal(bare):
            return canonical(bare)
    return None


def _mentions(words: str, value: str) -> bool:
    bare = value.strip("'\"")
    return re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", words) is not None
