"""What is told shortly of several markers holds exactly where they do."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from packaging.markers import Marker

from defaultdrift.locks._marker import shorten_markers
from defaultdrift.model.toml import parse_toml

REAL = Path(__file__).parent / "cases" / "locks" / "uv" / "real_universal.lock"
FORKS = parse_toml(REAL.read_text())["resolution-markers"]
MACHINES = [
    {"python_full_version": f"3.{minor}.2", "python_version": f"3.{minor}", "sys_platform": platform, "extra": ""}
    for minor, platform in product(range(8, 17), ("win32", "emscripten", "linux", "darwin"))
]


def holds(marker):
    """Return for each machine whether a marker holds there; an empty one does everywhere."""
    return [not marker or Marker(marker).evaluate(machine) for machine in MACHINES]


@pytest.mark.parametrize("count", [1, 2, 3, len(FORKS) - 1, len(FORKS)])
def test_short_marker_holds_where_the_forks_of_a_real_lock_do(count):
    """Any choice of forks is told without a change of meaning."""
    for forks in combinations(FORKS, count):
        expected = [any(each) for each in zip(*map(holds, forks), strict=True)]

        assert expected == holds(shorten_markers(forks))


@pytest.mark.parametrize(
    ("markers", "expected"),
    [
        ([], ""),
        (["python_full_version < '3.10'"], "python_full_version < '3.10'"),
        (["python_full_version == '3.10.*'", "python_full_version < '3.10'"], "python_full_version < '3.11'"),
        (["python_full_version == '3.11.*'"], "python_full_version == '3.11.*'"),
        (
            ["python_full_version >= '3.12' and python_full_version < '3.14'", "python_full_version == '3.11.*'"],
            "python_full_version >= '3.11' and python_full_version < '3.14'",
        ),
        (["python_full_version >= '3.10'", "python_full_version < '3.10'"], ""),
        (["sys_platform == 'win32'", "sys_platform != 'win32'"], ""),
        (
            ["sys_platform == 'win32'", "sys_platform != 'emscripten' and sys_platform != 'win32'"],
            "sys_platform != 'emscripten'",
        ),
        (["sys_platform == 'win32'", "os_name == 'nt' and sys_platform == 'win32'"], "sys_platform == 'win32'"),
        (FORKS[:-2], "python_full_version >= '3.11'"),
        (FORKS, ""),
        (
            ["python_full_version < '3.10'", "python_full_version >= '3.11'"],
            "python_full_version < '3.10' or python_full_version >= '3.11'",
        ),
        (
            ["sys_platform == 'win32' and python_version < '3.9'", "sys_platform != 'win32'"],
            "python_version < '3.9' and sys_platform == 'win32' or sys_platform != 'win32'",
        ),
    ],
)
def test_markers_are_told_shortly(markers, expected):
    """Ranges that meet become one, and so do a platform and all others."""
    assert expected == shorten_markers(markers)


@pytest.mark.parametrize(
    "marker",
    [
        "(sys_platform == 'win32' or os_name == 'nt') and extra == 'x'",
        "'win32' in sys_platform",
        'python_version < "3.9"',
        "python_version ~= '3.9'",
        "no marker at all",
        "",
    ],
)
def test_marker_of_another_form_is_left_as_it_is(marker):
    """What is not understood is told as it is written, and an empty marker stands for everywhere."""
    other = "sys_platform == 'win32'"

    assert shorten_markers([marker, other]) == (f"{marker} or {other}" if marker else "")
    assert shorten_markers([other, marker, other]) == (f"{other} or {marker}" if marker else "")


def test_many_markers_are_left_as_they_are():
    """Hundreds of forks cost no more than to join them."""
    markers = [f"python_full_version >= '3.{minor}'" for minor in range(2, 500, 2)]

    assert shorten_markers(markers) == " or ".join(markers)
