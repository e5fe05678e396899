"""Join a call site with a signature: which parameters does the call pass, and with which literal?

Source: https://docs.python.org/3/reference/expressions.html#calls
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.model.call import ANYTHING, Certainty, Star
from defaultdrift.model.change import RECEIVER
from defaultdrift.model.literal import canonical
from defaultdrift.model.signature import ParameterKind
from defaultdrift.rules.effective import Truth

if TYPE_CHECKING:
    from collections.abc import Collection

    from defaultdrift.model.call import Argument, CallSite
    from defaultdrift.model.change import Condition
    from defaultdrift.model.signature import Signature


def find_omission(call: CallSite, names: Collection[str], position: int | None) -> Certainty | None:
    """Return how certain it is that a call leaves a parameter out; `None` where it passes it.

    Args:
        call: The call.
        names: Every name of the parameter on the way.
        position: 0-based index at which it can be passed by position; `None` for keyword-only.
    """
    if any(argument.keyword in names for argument in call.arguments) or not call.set_later.isdisjoint(names):
        return None
    certainty = call.certainty
    if not call.perhaps_set_later.isdisjoint((ANYTHING, *names)):
        certainty = Certainty.POSSIBLE
    if position is not None:
        before, is_open = _leading_positional(call)
        if before > position:
            return None
        if is_open:
            certainty = Certainty.POSSIBLE
    if any(argument.star is Star.DOUBLE_SPLAT for argument in call.arguments):
        certainty = Certainty.POSSIBLE
    return certainty


def find_position(call: CallSite, signature: Signature | None, name: str) -> int | None:
    """Return the 0-based index at which this call can pass a parameter by position; `None` for keyword-only.

    Args:
        call: The call.
        signature: Of the callable; `None` where it is not known.
        name: Of the parameter.
    """
    if signature is None:
        return None
    position = signature.position(name)
    if position is None and _leading_positional(call)[0] > signature.positional_count:
        return signature.position_of_surplus(name)
    return position


def find_omitted(call: CallSite, signature: Signature) -> tuple[str, ...]:
    """Return the names of the parameters with a default that a call leaves out, in the order of the signature.

    What is set on the object afterwards is left out all the same.
    """
    call = replace(call, set_later=frozenset(), perhaps_set_later=frozenset())
    variadic = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)
    return tuple(
        parameter.name
        for parameter in signature.parameters or ()
        if parameter.default is not None
        and parameter.kind not in variadic
        and find_omission(call, (parameter.name,), find_position(call, signature, parameter.name)) is not None
    )


def evaluate(condition: Condition, call: CallSite, signature: Signature | None) -> Truth:
    """Tell whether a condition on another argument holds for a call.

    Args:
        condition: On one parameter.
        call: The call.
        signature: Of the callable at the step's old version; `None` where it is not known.
    """
    if condition.parameter == RECEIVER:
        return _compare(condition, call.receiver or condition.default)
    position = find_position(call, signature, condition.parameter)
    argument = _passed(call, condition.parameter, position)
    if condition.parameter in call.set_later:
        return Truth.UNKNOWN
    if argument is not None and argument.value is not None:
        return _compare(condition, canonical(argument.value))
    if argument is not None:
        return Truth.YES if condition.is_open else Truth.UNKNOWN
    if find_omission(call, (condition.parameter,), position) is Certainty.POSSIBLE:
        return Truth.UNKNOWN
    return _compare(condition, condition.default)


def _compare(condition: Condition, value: str) -> Truth:
    return Truth.YES if condition.is_met_by(value) else Truth.NO


def _passed(call: CallSite, name: str, position: int | None) -> Argument | None:
    for argument in call.arguments:
        if argument.keyword == name:
            return argument
    before, _ = _leading_positional(call)
    if position is None or position >= before:
        return None
    return [argument for argument in call.arguments if argument.keyword is None][position]


def _leading_positional(call: CallSite) -> tuple[int, bool]:
    """Return how many positional arguments surely precede everything unknown, and whether more may follow."""
    count = 0
    for argument in call.arguments:
        if argument.star is Star.SPLAT:
            return count, True
        if argument.keyword is None and argument.star is Star.NONE:
            count += 1
    return count, False
