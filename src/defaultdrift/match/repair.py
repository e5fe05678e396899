"""Decide how a finding can be made explicit: which text, whether it is safe, and why not."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from defaultdrift.model.call import Certainty
from defaultdrift.model.finding import Fix
from defaultdrift.model.literal import is_literal
from defaultdrift.model.signature import ParameterKind

if TYPE_CHECKING:
    from defaultdrift.model.call import CallSite
    from defaultdrift.model.change import Spelling
    from defaultdrift.model.pin import Step
    from defaultdrift.model.signature import CallableHistory, Signature
    from defaultdrift.rules.effective import Drift


class Wish(Enum):
    """Which effect a fix writes."""

    KEEP = "keep"
    """The old one: behaviour stays what it was at the step's old version."""
    ACCEPT = "accept"
    """The new one."""


def find_fix(
    call: CallSite, history: CallableHistory, step: Step, drift: Drift, certainty: Certainty, wish: Wish
) -> tuple[Fix | None, str]:
    """Return the argument to write, and why there is none or why it is not safe (empty where it is).

    A value is written only if both ends of the step accept it under the same name; since the releases that accept a
    spelling are one interval, every release between them accepts it too.

    Args:
        call: The call that leaves the parameter out.
        history: Of its callable.
        step: The versions compared.
        drift: How the effect differs.
        certainty: Of the finding.
        wish: Which effect to write.
    """
    old, new = history.at(step.old), history.at(step.new)
    name = drift.parameter
    spelling = _spelling(step, drift, wish)
    if not call.is_fixable:
        return None, "an argument cannot be inserted into this call"
    if spelling is None:
        return None, "the effect cannot be written as a value"
    if not is_literal(spelling.text):
        return None, f"{name}={spelling.text} would need an import"
    for version, signature in ((step.old, old), (step.new, new)):
        if problem := _refusal(name, spelling, signature):
            return None, f"{step.distribution} {version} {problem}"
        if not spelling.is_accepted(version):
            return None, f"{step.distribution} {version} does not accept {name}={spelling.text}"
    is_safe = certainty is Certainty.CERTAIN
    advice = "" if is_safe else f"it is only {certainty.value} that the call leaves {name} out"
    return Fix(f"{name}={spelling.text}", is_safe, _order(old, name)), advice


def _spelling(step: Step, drift: Drift, wish: Wish) -> Spelling | None:
    # The rows are written in the direction of an upgrade; in a downgrade the old effect is the one that they accept.
    is_upgrade = step.old <= step.new
    return drift.first.keep if is_upgrade == (wish is Wish.KEEP) else drift.last.accept


def _refusal(name: str, spelling: Spelling, signature: Signature | None) -> str:
    parameter = None if signature is None else signature.parameter(name)
    if parameter is None:
        return f"has no parameter {name}, so {name}={spelling.text} cannot be written"
    if parameter.kind is ParameterKind.POSITIONAL_ONLY:
        return f"takes {name} by position only"
    return ""


def _order(signature: Signature | None, name: str) -> int:
    names = [parameter.name for parameter in (signature.parameters if signature else None) or ()]
    return names.index(name) if name in names else len(names)
