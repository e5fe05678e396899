"""Laws: a module that is written in another way, and means the same, has the same calls, findings and repairs.

Every case is held against every second way, told by its name: each way is tried on hundreds of cases, in seconds.
"""

from __future__ import annotations

from functools import cache
from zlib import crc32

import pytest

from defaultdrift.match.repair import Wish
from defaultdrift.model.call import Certainty
from defaultdrift.resolve.calls import find_calls
from defaultdrift.resolve.project import Project
from defaultdrift.shell.files import decode_source
from defaultdrift.shell.inspection import Request, build_job, inspect
from defaultdrift.shell.kinds import kind_of
from defaultdrift.shell.modules import ModuleFiles
from defaultdrift.shell.sources import Candidate
from rewriting import WAYS, Written, number_lines, original_line
from support import CASES, compare_case, scan
from test_resolve import FILES, KNOWN

CHECKS = [
    path.parent for path in (*sorted(CASES.glob("check/*/source.py")), *sorted(CASES.glob("shipped/*/source.py"))[::3])
]
REQUEST = Request(wish=Wish.KEEP, codes=frozenset({"DD001"}), certainty=Certainty.POSSIBLE, repair=True, unsafe=True)

_MOVED = {name for name in WAYS if name.startswith(("helper", "package"))}
LOST = {
    "function_as_a_value": _MOVED,  # what callers pass to a function is looked at in its own module alone
    "function_is_handed_the_object": _MOVED,  # the same, of what a method hands to it
    "annotations_are_evaluated": {"in a function"},  # those of its local names are not
}
"""Cases of which a way may lose calls, and why."""
PLACED = {"names_bound_unseen", "names_bound_through_globals", "sys_modules", "set_on_something_unknown"}
"""Cases of what a module does to all of its own names and objects: in another place these are others."""
_SPELLED = {"keywords reversed", "in parentheses", "arguments unpacked"}
"""Ways that write what a repair puts in differently: it does not know of them."""

each_way = pytest.mark.parametrize("way", WAYS)


def _tried(files, way):
    return [file for file in files if crc32(f"{file.parent.name}/{file.stem} {way}".encode()) % 2]


@cache
def _numbered(file):
    return number_lines(file.read_text(encoding="utf-8"))


@cache
def _written(text):
    calls = find_calls(text, KNOWN).calls
    return Written(text, frozenset(call.span for call in calls if call.certainty is Certainty.CERTAIN))


def _write(files, folder):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _calls(files, folder):
    """Return what is told of each call in files: the original line, and all but where it stands."""
    _write(files, folder)
    project = Project(ModuleFiles(), KNOWN)
    found = set()
    for name, text in files.items():
        source = decode_source(str(folder / name), text.encode())
        for part in kind_of(name).reader.read(source, source.text, project):
            assert part.skips == ()
            found.update(_told(call, original_line(part.text, call.span.line)) for call in part.calls)
    return found


def _names_a_library(text):
    """Tell whether a module names a library: of what one gives that does not, such as `partial`, nothing is known."""
    return not text or any(root in text for root in KNOWN.roots) or "import" not in text or "parts" in text


@cache
def _expected(file):
    text = _numbered(file)
    return {_told(call, original_line(text, call.span.line)) for call in find_calls(text, KNOWN).calls}


def _told(call, line):
    arguments = frozenset(call.arguments) if len(call.arguments) > 1 else call.arguments
    later = call.set_later, call.perhaps_set_later
    return line, call.callee, call.certainty.value, arguments, call.is_fixable, later


@each_way
def test_case_written_in_another_way_has_the_same_calls(way, tmp_path):
    """Callee, arguments, certainty and original line of each call stay; a way may lose what it is known to lose."""
    tried, broken = 0, {}
    for file in _tried(FILES, way):
        files = None if file.stem in PLACED else WAYS[way](_written(_numbered(file)))
        if files is None:
            continue
        tried += 1
        expected, actual = _expected(file), _calls(files, tmp_path / str(tried))
        may_lose = way in LOST.get(file.stem, ()) or not all(map(_names_a_library, files.values()))
        if actual != expected and not (may_lose and actual < expected):
            broken[f"{file.parent.name}/{file.stem}"] = expected ^ actual

    assert broken == {}
    assert tried > 0


@cache
def _repaired(case):
    """Return what is found in a case as it is, and the case as it is repaired."""
    result = scan(_numbered(case / "source.py"), compare_case(case), repair=True, unsafe=True)
    text = result.repair.text if result.repair else _numbered(case / "source.py")
    return {_said(finding) for finding in result.findings}, _written(text)


def _said(finding):
    line = original_line(finding.excerpt, 1)
    return line, finding.callable, finding.parameter, finding.old, finding.new, finding.certainty.value


@cache
def _job(case):
    return build_job(compare_case(case), REQUEST)


def _found(files, folder, job):
    """Return what is found in files, by original line, and their texts after the repair."""
    _write(files, folder)
    found, texts = set(), {}
    for name, text in files.items():
        result = inspect(Candidate(str(folder / name), text.encode()), job)
        assert result.skips == ()
        found.update(map(_said, result.findings))
        texts[name] = result.repair.text if result.repair else text
    return found, texts


@each_way
def test_case_written_in_another_way_has_the_same_findings_and_repairs(way, tmp_path):
    """Repairing what is written in another way gives what was repaired, written in that way."""
    broken = {}
    for case in _tried(CHECKS, way):
        files = WAYS[way](_written(_numbered(case / "source.py")))
        if files is None:
            continue
        expected, after = _repaired(case)
        actual, repaired = _found(files, tmp_path / case.name, _job(case))
        wanted = WAYS[way](after)
        if actual != expected or (way not in _SPELLED and repaired != wanted):
            broken[case.name] = (expected ^ actual, repaired, wanted)

    assert broken == {}
