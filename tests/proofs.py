"""Calls whose repair can be proved by running them, and the judgement of what they answered. Nothing is run here."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from packaging.version import Version

from defaultdrift.model.literal import canonical
from defaultdrift.model.name import normalise
from defaultdrift.model.toml import parse_toml
from defaultdrift.rules.history import find_parameters
from support import CASES, SHIPPED, compare, scan

RULES = SHIPPED.ruleset(normalise("scikit-learn"))


@dataclass(frozen=True)
class Call:
    """A call with a certain finding whose fix is safe.

    Attributes:
        case: Name of the case.
        text: The call as it is, on one line.
        fix: The arguments written.
        callable: Canonical path.
        parameters: Parameters that the fix writes.
        program: Imports, then `call = ` the call as it is.
        fixed_program: The same with the call after the repair.
        old: Old release.
        new: New release.
    """

    case: str
    text: str
    fix: str
    callable: str
    parameters: tuple[str, ...]
    program: str
    fixed_program: str
    old: str
    new: str


def find_calls_to_prove(releases):
    """Return every certain and safe finding of the check cases, one entry a call, whose step can be installed."""
    calls = []
    for case in sorted((CASES / "check").glob("*")):
        step = parse_toml((case / "step.toml").read_text())
        if {step["old"], step["new"]} <= set(releases):
            calls += find_calls(case.name, (case / "source.py").read_text(), step["old"], step["new"])
    return calls


def find_calls(case, text, old, new):
    comparisons = compare(old, new, SHIPPED)
    findings = [
        f for f in scan(text, comparisons).findings if f.certainty.value == "certain" and f.fix and f.fix.is_safe
    ]
    repair = scan(text, comparisons, repair=True).repair
    tree, fixed_tree = ast.parse(text), ast.parse(repair.text if repair else text)
    places = sorted({finding.span for finding in findings})
    # A repair inserts keywords and nothing else, so the calls of both trees come in the same order.
    pairs = zip(walk_calls(tree), walk_calls(fixed_tree), strict=True)
    by_place = {(node.lineno, node.col_offset + 1): (node, fixed) for node, fixed in pairs}
    imports = "\n".join(ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))
    calls = []
    for span in places:
        here = [finding for finding in findings if finding.span == span]
        node, fixed = by_place[span.line, span.column]
        calls.append(
            Call(
                case,
                ast.unparse(node),
                ", ".join(finding.fix.text for finding in here),
                here[0].callable,
                tuple(finding.parameter for finding in here),
                f"{imports}\ncall = {ast.unparse(node)}\n",
                f"{imports}\ncall = {ast.unparse(fixed)}\n",
                old,
                new,
            )
        )
    return calls


def walk_calls(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def judge_call(call, old, drifted, fixed):
    """Return `proved`, or why not.

    Args:
        call: What was run.
        old: Answer of the call as it was under the old release: effects by parameter, or `{"": result}` of a function.
        drifted: Answer of the call as it was under the new release.
        fixed: Answer of the fixed call under the new release.
    """
    if old is None or fixed is None or drifted is None:
        return "cannot run: one of the releases refuses the call as it stands"
    if "" in old:
        return "proved (result)" if old == fixed != drifted else f"refuted: {old}, {fixed}, {drifted}"
    before, after = effects(call, old, call.old), effects(call, fixed, call.new)
    unfixed = effects(call, drifted, call.new)
    common = sorted(set(before) & set(after))
    differing = [name for name in common if before[name] != after[name]]
    if differing:
        return f"refuted: {', '.join(differing)} differ"
    if any(before.get(name) == unfixed.get(name) for name in call.parameters):
        return "refuted: the call as it was has not drifted"
    return f"proved ({len(common)} parameters)"


def effects(call, answer, release):
    """Return the parameters of an answer, with each declared default replaced by what it acts as."""
    history = RULES.api.find(call.callable)
    parameters = find_parameters(history, RULES.changes.get(history.path, ()), Version(release))
    acting = {parameter.name: (parameter.default, effect) for parameter, effect in parameters}
    found = {}
    for name, text in answer.items():
        declared, effect = acting.get(name, (None, None))
        is_default = declared is not None and canonical(text) == canonical(declared)
        found[name] = effect.text if is_default and effect is not None else canonical(text)
    return found
