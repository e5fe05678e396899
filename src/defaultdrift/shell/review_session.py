"""Walk a person through rows that nobody has judged: ask, check, write at once; skip, go back, quit.

How a question is put and an answer is read is given: a terminal, or the lines of a test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.errors import RuleError
from defaultdrift.model.change import Evidence, Impact, Kind
from defaultdrift.shell.judging import Answer, judge, write_judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from defaultdrift.model.change import Change
    from defaultdrift.shell.judging import Item

    Ask = Callable[[str, str], str]
    """Question and pre-filled answer in, answer out; raises `EOFError` where nobody answers any more."""

_KINDS = tuple(kind.value for kind in Kind if kind is not Kind.UNREVIEWED)
_IMPACTS = tuple(impact.value for impact in Impact)
_EVIDENCE = ("docstring", "code", "warning", "changelog")
_SKIP, _BACK, _QUIT = "s", "b", "q"


@dataclass(frozen=True, slots=True)
class Session:
    """A walk through some rows.

    Attributes:
        items: The rows.
        ask: Puts a question.
        tell: Says one line.
        show: Shows an item: its number from 1, how many there are, and the item.
        is_quoted: Whether a quote is found where it is said to be; `None` where that cannot be looked up.
    """

    items: Sequence[Item]
    ask: Ask
    tell: Callable[[str], None]
    show: Callable[[int, int, Item], None]
    is_quoted: Callable[[Evidence], bool | None]

    def run(self) -> int:
        """Ask for each row until the last one or until the person quits; return how many were judged."""
        index, judged = 0, set[int]()
        while index < len(self.items):
            if index in judged:
                index += 1
                continue
            self.show(index + 1, len(self.items), self.items[index])
            try:
                step = self._judge(index, judged)
            except (EOFError, KeyboardInterrupt):
                break
            if step == 0:
                break
            index = max(index + step, 0)
        return len(judged)

    def _judge(self, index: int, judged: set[int]) -> int:
        """Ask for one row; return how far to go on: 0 to quit."""
        item = self.items[index]
        while True:
            kind = self._choose(f"kind ({_SKIP} skip, {_BACK} back, {_QUIT} quit)", _KINDS, _proposed(item.change))
            if kind in (_SKIP, _BACK, _QUIT):
                return self._step(kind, index, judged)
            try:
                rows = judge(item, self._ask_rest(item.change, Kind(kind)))
                write_judgement(item, rows)
            except RuleError as error:
                self.tell(f"refused: {error.problem}")
                continue
            judged.add(index)
            return 1

    def _step(self, word: str, index: int, judged: set[int]) -> int:
        if word != _BACK:
            return 1 if word == _SKIP else 0
        # What is judged is written: going back leads to the last one that was skipped.
        earlier = [number for number in range(index) if number not in judged]
        if not earlier:
            self.tell("this is the first one that is open")
            return self._judge(index, judged)
        return earlier[-1] - index

    def _ask_rest(self, change: Change, kind: Kind) -> Answer:
        renamed_to = self.ask("renamed to", change.renamed_to) if kind is Kind.RENAMED else ""
        old = self.ask("effect before (a value, or words)", _text(change.old_effective))
        new = self.ask("effect from now on", _text(change.new_effective)) if kind is Kind.SILENT else old
        impact = self._choose("impact", _IMPACTS, change.impact.value)
        summary = self.ask("summary", change.summary)
        return Answer(
            kind=kind,
            impact=Impact(impact),
            old=old,
            new=new,
            summary=summary,
            renamed_to=renamed_to,
            evidence=self._ask_evidence(change),
        )

    def _ask_evidence(self, change: Change) -> tuple[Evidence, ...]:
        """Ask for quotes until an empty one; those that the row has stay."""
        found: list[Evidence] = []
        known = next((entry for entry in change.evidence if entry.kind != "signature"), change.evidence[0])
        while quote := self.ask("another quote that shows it (empty: no more)", ""):
            kind = self._choose("where", _EVIDENCE, known.kind if known.kind in _EVIDENCE else "docstring")
            release = self.ask("in release", known.release)
            evidence = Evidence(kind, quote, release, self.ask("file", known.file))
            if self.is_quoted(evidence) is False:
                self.tell(f"the quote is not in {evidence.file} of {release}")
                continue
            found.append(evidence)
        return tuple(found)

    def _choose(self, question: str, choices: Sequence[str], proposal: str) -> str:
        """Ask for one of some words; the beginning of one is enough."""
        while True:
            text = self.ask(f"{question}: {', '.join(choices)}", proposal).strip()
            if question.startswith("kind") and text in (_SKIP, _BACK, _QUIT):
                return text
            meant = [choice for choice in choices if choice == text] or [
                c for c in choices if text and c.startswith(text)
            ]
            if len(meant) == 1:
                return meant[0]
            self.tell(f"expected one of {', '.join(choices)}")


def _proposed(change: Change) -> str:
    return "" if change.proposed_kind is None else change.proposed_kind.value


def _text(effect: object) -> str:
    return "" if effect is None else str(effect)
