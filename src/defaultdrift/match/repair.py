"""Decide how a finding can be made explicit: which text, whether it is safe, and why not."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from defaultdrift.model.call import Certainty, Star
from defaultdrift.model.finding import Fix
from defaultdrift.model.literal import is_literal
from defaultdrift.model.signature import ParameterKind

if TYPE_CHECKING:
    from packaging.version import Version

    from defaultdrift.model.call import CallSite
    from defaultdrift.model.change import Spelling
    from defaultdrift.model.pin import Step
    from defaultdrift.model.signature import CallableHistory, Signature
    from defaultdrift.rules.accepts import Accepts
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
    spelling = _spelling(step, drift, wish)
    if problem := _objection(call, drift, spelling) or _conflict(call, drift.parameter, history.at(step.old)):
        return None, problem
    assert spelling is not None  # noqa: S101  the objection would have said so
    name = drift.parameter
    for version in (step.old, step.new):
        if problem := _refusal(name, spelling, version, history):
            return None, f"{step.distribution} {version} {problem}"
    is_safe = certainty is Certainty.CERTAIN
    advice = "" if is_safe else f"it is only {certainty.value} that the call leaves {name} out"
    return Fix(f"{name}={spelling.text}", is_safe, _order(history.at(step.old), name)), advice


def find_refusal(fix: Fix, accepts: Accepts | None, step: Step) -> str:
    """Return what a version of the step has against the value of a fix; empty where none is known to refuse it.

    Args:
        fix: What would be written.
        accepts: What the parameters of the callable accept; `None` where no release states it.
        step: The versions compared.
    """
    name, _, value = fix.text.partition("=")
    for version in (step.old, step.new):
        if accepts is not None and accepts.refuses(name, version, value):
            return f"{step.distribution} {version} does not accept {fix.text}"
    return ""


def _objection(call: CallSite, drift: Drift, spelling: Spelling | None) -> str:
    """Return why nothing can be written into this call, whatever the releases accept; empty where it can."""
    if not call.is_fixable:
        return "an argument cannot be inserted into this call"
    if not drift.has_one_old:
        return "which effect the call has now depends on an argument that is no literal"
    if spelling is None:
        return "the effect cannot be written as a value"
    return "" if is_literal(spelling.text) else f"{drift.parameter}={spelling.text} would need an import"


def _conflict(call: CallSite, name: str, signature: Signature | None) -> str:
    """Return why the call may fail once the argument is written; empty where it cannot."""
    if call.has_others:
        return "another callable may be called there, which need not take it"
    stars = {argument.star for argument in call.arguments}
    is_positional = signature is not None and signature.position(name) is not None
    if Star.DOUBLE_SPLAT in stars or (Star.SPLAT in stars and is_positional):
        return f"what is unpacked in the call may hold {name} already"
    return ""


def _spelling(step: Step, drift: Drift, wish: Wish) -> Spelling | None:
    # The rows are written in the direction of an upgrade; in a downgrade the old effect is the one that they accept.
    is_upgrade = step.old <= step.new
    if is_upgrade != (wish is Wish.KEEP):
        return drift.last.accept
    return None if drift.turning.keep is None else drift.first.keep


def _refusal(name: str, spelling: Spelling, version: Version, history: CallableHistory) -> str:
    """Return what a release has against the argument; empty where it accepts it."""
    signature = history.at(version)
    parameter = None if signature is None else signature.parameter(name)
    if parameter is None:
        return f"has no parameter {name}, so {name}={spelling.text} cannot be written"
    if parameter.kind is ParameterKind.POSITIONAL_ONLY:
        return f"takes {name} by position only"
    return "" if spelling.is_accepted(version) else f"does not accept {name}={spelling.text}"


def _order(signature: Signature | None, name: str) -> int:
    names = [parameter.name for parameter in (signature.parameters if signature else None) or ()]
    return names.index(name) if name in names else len(names)
