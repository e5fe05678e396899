"""Laws over every shipped rule: each is witnessed by generated code, silenced by being explicit, closed by its fix.

For each release, one source with one call of every callable that it changed is scanned on the step from the release
before.
"""

from __future__ import annotations

import ast

import pytest

from defaultdrift.match.repair import Wish
from defaultdrift.model.change import Kind
from defaultdrift.model.signature import CallableKind
from defaultdrift.rules.audit import find_faults
from defaultdrift.rules.effective import Truth, holds_by_default
from defaultdrift.shell.database import by_callable
from support import SHIPPED, compare, scan

DISTRIBUTION = SHIPPED.distributions()[0]
LIBRARY = SHIPPED.library(DISTRIBUTION)
API = SHIPPED.api(DISTRIBUTION)
CHANGES = SHIPPED.changes(DISTRIBUTION)
SILENT = [
    change
    for change in CHANGES
    if change.kind is Kind.SILENT and all(holds_by_default(condition) is Truth.YES for condition in change.when)
]
RELEASES = sorted({change.release for change in SILENT})


def release_before(release):
    """Return the release read before another."""
    return max(read.version for read in LIBRARY.releases if read.version < release)


def is_callable_at_both_ends(change):
    history = API.find(change.callable)
    before = release_before(change.release)
    return history.at(before) is not None and history.at(change.release) is not None


def expected_at(release):
    """Return (callable, parameter) of every change of a release that a bare call must show."""
    rows = [change for change in SILENT if change.release == release and is_callable_at_both_ends(change)]
    return {(change.callable, change.parameter) for change in rows}


def write_calls(pairs, arguments="", *, aliased=False):
    """Return a source with one call of each callable, and what it may be called by."""
    lines = []
    for number, path in enumerate(sorted({path for path, _ in pairs})):
        owner, _, name = path.rpartition(".")
        module, _, cls = owner.rpartition(".")
        if API.find(path).kind is CallableKind.METHOD:
            lines.append(f"from {module} import {cls} as C{number}\nvalue{number} = C{number}()\n")
            lines.append(f"value{number}.{name}({arguments})\n")
        elif API.find(path).kind in (CallableKind.CLASSMETHOD, CallableKind.STATICMETHOD):
            lines.append(f"from {module} import {cls} as C{number}\nC{number}.{name}({arguments})\n")
        elif aliased:
            lines.append(f"from {owner} import {name} as C{number}\nC{number}({arguments})\n")
        else:
            lines.append(f"import {owner}\n{path}({arguments})\n")
    return "".join(lines)


def found_in(text, release, **options):
    findings = scan(text, compare(str(release_before(release)), str(release), SHIPPED), **options).findings
    return {(finding.callable, finding.parameter) for finding in findings if finding.changed_in == release}


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_silent_change_is_found_in_a_bare_call(release):
    """Witness: a call that passes nothing shows every silent change of its callable that holds for it."""
    wanted = expected_at(release)
    callables = {path for path, _ in wanted}
    found = {pair for pair in found_in(write_calls(wanted), release) if pair[0] in callables}

    assert found == wanted


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_renaming_the_import_changes_nothing(release):
    """Alias: `from a import b as c` leads to the same findings."""
    wanted = expected_at(release)

    assert found_in(write_calls(wanted, aliased=True), release) == found_in(write_calls(wanted), release)


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_passing_the_parameters_silences_every_change(release):
    """Explicit: whatever value is passed, the parameter is not left out."""
    wanted = expected_at(release)
    names = sorted({parameter for _, parameter in wanted})
    text = write_calls(wanted, ", ".join(f"{name}=value" for name in names))

    assert found_in(text, release) & wanted == set()


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_equal_versions_have_no_findings(release):
    """Identity: a step from a release to itself changes nothing."""
    wanted = expected_at(release)

    assert compare(str(release), str(release), SHIPPED) == []
    later = [read.version for read in LIBRARY.releases if read.version > release]
    if later and later[0] not in RELEASES:
        assert scan(write_calls(wanted), compare(str(release), str(later[0]), SHIPPED)).findings == ()


@pytest.mark.parametrize("wish", Wish)
@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_fixing_closes_every_finding_that_has_a_fix(release, wish):
    """Closure: the fixed text parses, holds no finding that could be fixed, and is a fixed point."""
    text = write_calls(expected_at(release))
    comparisons = compare(str(release_before(release)), str(release), SHIPPED)
    result = scan(text, comparisons, repair=True, unsafe=True, wish=wish)
    if result.repair is None:
        assert [finding for finding in result.findings if finding.fix] == []
        return
    ast.parse(result.repair.text)
    again = scan(result.repair.text, comparisons, repair=True, unsafe=True, wish=wish)

    assert [finding for finding in again.findings if finding.fix] == []
    assert again.repair is None


def test_rows_and_signatures_are_the_same_set():
    """Every raw difference has its row, every row agrees with the signatures, every history connects."""
    assert list(find_faults(LIBRARY, API.all(), by_callable(CHANGES))) == []


def test_every_reviewed_row_has_evidence_that_can_be_looked_up():
    """A quote names the release and the member that hold it, or the page."""
    lost = [
        f"{change.release} {change.callable}.{change.parameter}"
        for change in CHANGES
        for entry in change.evidence
        if not (entry.url or (entry.release and entry.file))
    ]

    assert lost == []


def test_every_shipped_file_is_in_its_canonical_form():
    """Writing what was read gives the same text, so that a diff of the rules shows meaning and not layout."""
    from defaultdrift.rules.release import parse_release, render_release

    changed = [
        path.name
        for release, path in SHIPPED.release_files(DISTRIBUTION)
        if render_release(parse_release(path.read_text(), DISTRIBUTION, release)) != path.read_text()
    ]

    assert changed == []
