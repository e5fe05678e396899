"""Which versions are compared, and what cannot be told; the table of `docs/decisions/0002`."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.locks.pin import parse_pin
from defaultdrift.match.steps import find_steps
from defaultdrift.model.pin import Lock, Pin, Range
from support import FROZEN, SKLEARN

NEWEST = str(FROZEN.library(SKLEARN).releases[-1].version)


def lock_of(*versions, ranges=()):
    """Return a lock that pins scikit-learn to versions, on lines 1, 2 and so on."""
    pins = tuple(
        Pin(distribution="scikit-learn", version=Version(version), line=line, marker=marker)
        for line, (version, marker) in enumerate(versions, 1)
    )
    return Lock(file="uv.lock", format="uv", pins=pins, ranges=tuple(ranges))


def steps_of(lock, old=(), new=()):
    found = find_steps(
        lock,
        [parse_pin(f"scikit-learn=={version}") for version in old],
        [parse_pin(f"scikit-learn=={version}") for version in new],
        FROZEN.distributions(),
        FROZEN.library,
    )
    shown = [(entry.code, str(entry.step.old), str(entry.step.new), entry.step.marker) for entry in found.steps]
    return shown, [f"{skip.file}:{skip.line}: {skip.reason}" for skip in found.skips], (found.known, found.untold)


@pytest.mark.parametrize(
    ("lock", "old", "new", "expected"),
    [
        pytest.param(None, ["1.1.3"], ["1.4.0"], [("DD001", "1.1.3", "1.4.0", "")], id="from_and_to"),
        pytest.param([("1.4.0", "")], ["1.1.3"], [], [("DD001", "1.1.3", "1.4.0", "")], id="from_and_a_lock"),
        pytest.param(None, ["1.1.3"], [], [("DD002", "1.1.3", NEWEST, "")], id="from_alone"),
        pytest.param([("1.1.3", "")], [], ["1.4.0"], [("DD002", "1.1.3", "1.4.0", "")], id="a_lock_and_to"),
        pytest.param([("1.1.3", "")], [], [], [("DD002", "1.1.3", NEWEST, "")], id="a_lock_alone"),
        pytest.param([("1.4.0", "")], ["1.1.3"], ["1.3.2"], [("DD001", "1.1.3", "1.3.2", "")], id="pins_override"),
        pytest.param([("1.4.0", "")], [], ["1.1.3"], [("DD002", "1.4.0", "1.1.3", "")], id="a_downgrade_is_a_step"),
        pytest.param([(NEWEST, "")], [], [], [], id="the_newest_release_has_no_step"),
        pytest.param([("1.4.0+cpu", "")], [], ["1.4.0"], [], id="a_local_version_is_its_public_part"),
        pytest.param(
            [("1.1.3", "python_version < '3.9'"), ("1.4.0", "python_version >= '3.9'")],
            [],
            ["1.5.0"],
            [
                ("DD002", "1.1.3", "1.5.0", "python_version < '3.9'"),
                ("DD002", "1.4.0", "1.5.0", "python_version >= '3.9'"),
            ],
            id="each_pin_of_a_universal_lock_is_a_step",
        ),
    ],
)
def test_steps_follow_the_table(lock, old, new, expected):
    """Pins and locks give these steps, and nothing is skipped."""
    found, skips, (known, untold) = steps_of(lock_of(*lock) if lock else None, old, new)

    assert found == expected
    assert (skips, known, untold) == ([], 1, 0)


def test_steps_without_any_version_know_nothing():
    """No lock and no pins: nothing is known, which the exit code tells."""
    assert steps_of(None) == ([], [], (0, 0))


def test_steps_never_read_a_range_as_its_lower_bound():
    """A range is told as a skip and gives no step."""
    requirement = Range(distribution="scikit-learn", specifier=">=1.1", line=7)

    assert steps_of(lock_of(ranges=[requirement])) == (
        [],
        ["uv.lock:7: scikit-learn is not pinned to one version (>=1.1)"],
        (0, 0),
    )


def test_steps_to_an_unread_release_are_told_and_not_called_safe():
    """A version that the rules have not read is compared as far as known, and told."""
    found, skips, counts = steps_of(lock_of(("99.0", "")))

    assert (found, counts) == ([], (1, 1))
    assert skips == [
        f"uv.lock:1: the rules have not read scikit-learn 99.0 (newest read: {NEWEST}): what it changed cannot be told"
    ]


def test_steps_from_an_unread_version_are_compared_and_told():
    """A release candidate between two read releases still has the findings of the releases after it."""
    found, skips, counts = steps_of(lock_of(("1.3.0rc1", "")), new=["1.4.0"])

    assert found == [("DD002", "1.3.0rc1", "1.4.0", "")]
    assert len(skips) == counts[1] == 1
