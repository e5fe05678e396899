"""Judge what the programs of a row gave: values in, a verdict and its measure out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from defaultdrift.model.change import Impact, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from situation import Situation

    from defaultdrift.model.change import Change

    Leaf = Mapping[str, Any]
    Answer = Mapping[str, Any]

TIMES = ("*_time", "*_time_", "*_time[[]*", "*time*")
FIRST = ("predict", "labels_", "transform", "result", "split", "decision_function", "coef_", "components_")
LONGEST = 200


class Outcome(str, Enum):
    """What a witness says about a row."""

    SHOWN = "shown"
    """The releases differ (silent) or agree (any other kind) as the row says; the old value restores the result."""
    APART = "shown apart"
    """Other changes move the results too: the default's share is shown in each release by itself."""
    OTHER = "other cause"
    """The results differ where the row says that the effect stays, and as much with the old value written."""
    HIDDEN = "not shown"
    """No difference on our data where the row says that there is one."""
    CONTRADICTED = "contradicted"
    """The results differ where the row says that the effect stays, and writing the old value tells."""
    UNTOLD = "not run"
    """A program could not be run."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one row.

    Attributes:
        outcome: What the witness says.
        measure: What was measured, and how large it is; or why nothing was.
    """

    outcome: Outcome
    measure: str


@dataclass(frozen=True, slots=True)
class Difference:
    """How one measured value differs.

    Attributes:
        name: Of the value.
        count: Entries that differ.
        total: Entries compared.
        largest: The largest difference of numbers; 0 where none can be told.
        shapes: Both shapes, where they are not the same.
    """

    name: str
    count: int
    total: int
    largest: float = 0.0
    shapes: str = ""

    def __str__(self) -> str:
        """Render as part of a sentence."""
        if self.shapes:
            return f"{self.name} is {self.shapes}"
        size = f" by up to {self.largest:.2g}" if self.largest and math.isfinite(self.largest) else ""
        return f"{self.count} of {self.total} in {self.name} differ{size}"


def judge(row: Change, old_release: str, answers: Mapping[str, Answer], situation: Situation) -> Verdict:
    """Return what the answers say about a row.

    Args:
        row: The change.
        old_release: The release before.
        answers: By what is written: `old`, `new`, and where they can be written `old_keep`, `new_keep`, `new_accept`.
        situation: What counts.
    """
    if any("error" in answers[name] for name in ("old", "new")):
        return _judge_errors(row, old_release, answers, situation)
    if wrong := _find_wrong_spelling(row, old_release, answers, situation):
        return Verdict(Outcome.CONTRADICTED, wrong)
    drift = compare(answers["old"], answers["new"], situation)
    if row.kind is Kind.SILENT:
        return _judge_silent(row, answers, situation, drift)
    return _judge_stay(row, old_release, answers, situation, drift)


def _find_wrong_spelling(
    row: Change, old_release: str, answers: Mapping[str, Answer], situation: Situation
) -> str | None:
    """Return where writing an effect that the row states is not what leaving the argument out does."""
    stated = [(old_release, "old", "old_keep"), (str(row.release), "new", "new_accept")]
    for release, bare, written in stated if not situation.keep else stated[1:]:
        if written in answers and "error" not in answers[written]:
            differences = compare(answers[bare], answers[written], situation)
            if differences:
                return f"in {release}, {_largest(differences)} between left out and what the row says it stands for"
    return None


def _judge_errors(row: Change, old_release: str, answers: Mapping[str, Answer], situation: Situation) -> Verdict:
    old, new = answers["old"].get("error"), answers["new"].get("error")
    if row.kind is Kind.SILENT:
        if (old is None) != (new is None) and (row.impact is Impact.ERROR or situation.raises):
            here, error = (old_release, old) if old is not None else (str(row.release), new)
            return _judge_raising(here, str(error), is_old=old is not None, answers=answers)
    elif old is not None and new is not None and situation.raises and old.partition(":")[0] == new.partition(":")[0]:
        return Verdict(Outcome.SHOWN, f"left out, {old_release} and {row.release} both raise {old.partition(':')[0]}")
    elif "old_passed" in answers and not any("error" in answers[name] for name in ("old_passed", "new_passed")):
        drift = compare(answers["old_passed"], answers["new_passed"], situation)
        entries = _count(answers["old_passed"], answers["new_passed"], situation)
        if entries and not drift:
            text = f"passed, as it has to be, {old_release} and {row.release} give the same {_values(entries)}"
            return Verdict(Outcome.SHOWN, f"{text} ({_names(answers['old_passed'], situation)})"[:LONGEST])
        again = answers.get("new_passed_before", {"error": ""})
        if entries and "error" not in again and not compare(answers["new_passed"], again, situation):
            text = f"in {row.release}, {row.parameter} and {row.renamed_to} do the same"
            return Verdict(Outcome.OTHER, f"passed, {_largest(drift)}; {text}")
    passed = [(name, answer.get("error", "differs")) for name, answer in answers.items() if "passed" in name]
    told = [f"{release}: {error}" for release, error in ((old_release, old), (row.release, new), *passed) if error]
    return Verdict(Outcome.UNTOLD, "; ".join(told))


def _judge_raising(here: str, error: str, *, is_old: bool, answers: Mapping[str, Answer]) -> Verdict:
    fixed = answers.get("new_keep")
    told = f"left out, {here} alone raises {error.partition(':')[0]}"
    if fixed is None:
        return Verdict(Outcome.SHOWN, told)
    if ("error" in fixed) == is_old:
        return Verdict(Outcome.SHOWN, f"{told}; with the old value written, both do the same")
    return Verdict(
        Outcome.HIDDEN, f"{told}; the old value does not restore it: {fixed.get('error', 'no error')}"[:LONGEST]
    )


def _judge_silent(
    row: Change, answers: Mapping[str, Answer], situation: Situation, drift: dict[str, Difference]
) -> Verdict:
    if not drift:
        return Verdict(Outcome.HIDDEN, "no difference")
    fixed = answers.get("new_keep")
    text = _spelled(row, situation)
    if fixed is None:
        return Verdict(Outcome.SHOWN, f"left out, {_largest(drift)}; no value restores it")
    if "error" in fixed:
        return Verdict(Outcome.HIDDEN, f"left out, {_largest(drift)}; with {text}: {fixed['error']}"[:LONGEST])
    left = compare(answers["old"], fixed, situation)
    restored = {name: difference for name, difference in drift.items() if name not in left}
    if restored:
        also = f"; {len(left)} of {len(drift)} measures move for another cause too" if left else ""
        return Verdict(Outcome.SHOWN, f"left out, {_largest(restored)}; with {text}: none{also}")
    return _judge_share(row, answers, situation) or Verdict(
        Outcome.HIDDEN, f"left out, {_largest(drift)}; with {text}: {_largest(left)}"
    )


def _judge_share(row: Change, answers: Mapping[str, Answer], situation: Situation) -> Verdict | None:
    """Return the verdict where the default's share shows in the new release by itself."""
    text = _spelled(row, situation)
    share = compare(answers["new"], answers["new_keep"], situation)
    written = answers.get("old_keep", {"error": ""})
    if not share:
        return None
    told = f"in {row.release}, {_largest(share)} between left out and {text}"
    if "error" in written:
        return Verdict(Outcome.APART, told)
    if compare(answers["old"], written, situation):
        return None
    return Verdict(Outcome.APART, f"{told}, which the old release acts by")


def _judge_stay(
    row: Change, old_release: str, answers: Mapping[str, Answer], situation: Situation, drift: dict[str, Difference]
) -> Verdict:
    entries = _count(answers["old"], answers["new"], situation)
    if not entries:
        return Verdict(Outcome.UNTOLD, "nothing in common was measured")
    if not drift:
        text = f"left out, {old_release} and {row.release} give the same {_values(entries)}"
        return Verdict(Outcome.SHOWN, f"{text} ({_names(answers['old'], situation)})"[:LONGEST])
    return _judge_drift(row, old_release, answers, situation, f"left out, {_largest(drift)}")


def _judge_drift(
    row: Change, old_release: str, answers: Mapping[str, Answer], situation: Situation, told: str
) -> Verdict:
    """Return what a difference is due to, where there should be none."""
    text = _spelled(row, situation)
    fixed, written = answers.get("new_keep"), answers.get("old_keep", {"error": ""})
    if fixed is None:
        if situation.keep and "error" not in written and not compare(answers["old"], written, situation):
            return Verdict(Outcome.OTHER, f"{told}; in {old_release}, {text} changes nothing")
        return Verdict(Outcome.CONTRADICTED, f"{told}; nothing can be written")
    if "error" in fixed:
        return Verdict(Outcome.CONTRADICTED, f"{told}; with {text}: {fixed['error']}"[:LONGEST])
    if share := compare(answers["new"], fixed, situation):
        return Verdict(Outcome.CONTRADICTED, f"{told}; in {row.release} with {text}, {_largest(share)}")
    return Verdict(Outcome.OTHER, f"{told}; and all the same with {text} in {row.release}")


def _spelled(row: Change, situation: Situation) -> str:
    text = situation.keep or (row.keep.text if row.keep else str(row.old_effective))
    return f"{row.renamed_to or row.parameter}={text}"


def _counts(name: str, situation: Situation) -> bool:
    if any(fnmatchcase(name, glob) for glob in (*TIMES, *situation.ignore)):
        return False
    return not situation.only or any(fnmatchcase(name, glob) for glob in situation.only)


def compare(old: Answer, new: Answer, situation: Situation) -> dict[str, Difference]:
    """Return the differences of what both answers measure, by name."""
    found = {}
    for name in sorted(set(old["value"]) & set(new["value"])):
        if _counts(name, situation):
            difference = compare_leaf(name, old["value"][name], new["value"][name], situation.tolerance)
            if difference is None and situation.types and old["value"][name]["type"] != new["value"][name]["type"]:
                types = f"{old['value'][name]['type']} and {new['value'][name]['type']}"
                difference = Difference(f"the type of {name}", 1, 1, shapes=types)
            if difference:
                found[name] = difference
    if situation.then:
        for name in sorted(set(old["value"]) ^ set(new["value"])):
            if _counts(name, situation):
                found[name] = Difference(name, 1, 1, shapes="in one of the two only")
    return found


def compare_leaf(name: str, old: Leaf, new: Leaf, tolerance: float) -> Difference | None:
    """Return how two leaves differ, or `None` where they do not."""
    if "numbers" in old and "numbers" in new:
        if old["shape"] != new["shape"]:
            shapes = f"{_shape(old['shape'])} and {_shape(new['shape'])}"
            return Difference(name, 1, 1, shapes=shapes)
        pairs = list(zip(old["numbers"], new["numbers"], strict=True))
        scale = max((abs(n) for pair in pairs for n in pair if math.isfinite(n)), default=0.0)
        apart = [(a, b) for a, b in pairs if not _agree(a, b, tolerance * scale)]
        largest = max((abs(a - b) for a, b in apart if math.isfinite(a - b)), default=0.0)
        return Difference(name, len(apart), len(pairs), largest) if apart else None
    if "texts" in old and "texts" in new:
        total = max(len(old["texts"]), len(new["texts"]))
        same = sum(a == b for a, b in zip(old["texts"], new["texts"], strict=False))
        return Difference(name, total - same, total) if same < total else None
    return Difference(name, 1, 1, shapes=f"{old['type']} and {new['type']}")


def _agree(a: float, b: float, most: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b)) or abs(a - b) <= most


def _values(count: int) -> str:
    return "value" if count == 1 else f"{count} values"


def _shape(shape: list[int]) -> str:
    return "x".join(map(str, shape)) or "a number"


def _count(old: Answer, new: Answer, situation: Situation) -> int:
    names = set(old["value"]) & set(new["value"])
    leaves = [old["value"][name] for name in names if _counts(name, situation)]
    return sum(len(leaf.get("numbers", leaf.get("texts"))) for leaf in leaves)


def _rank(name: str) -> tuple[int, str]:
    return next((index for index, first in enumerate(FIRST) if name.startswith(first)), len(FIRST)), name


def _names(answer: Answer, situation: Situation) -> str:
    names = sorted((name for name in answer["value"] if _counts(name, situation)), key=_rank)
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")


def _largest(differences: Mapping[str, Difference]) -> str:
    """Return the difference that says most, by what people look at first."""
    return str(differences[min(differences, key=_rank)])
