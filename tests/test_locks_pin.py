"""Pins of the command line: `--from scikit-learn==1.1.3`."""

from __future__ import annotations

import pytest
from packaging.version import Version

from defaultdrift.errors import UsageError
from defaultdrift.locks.pin import parse_pin
from defaultdrift.model.pin import Pin


@pytest.mark.parametrize(
    ("text", "distribution", "version"),
    [
        ("scikit-learn==1.1.3", "scikit-learn", "1.1.3"),
        ("Scikit_Learn==1.1.3", "scikit-learn", "1.1.3"),
        (" scikit.learn == 1.1.3 ", "scikit-learn", "1.1.3"),
        ("numpy==2", "numpy", "2"),
        ("torch==2.3.0+cpu", "torch", "2.3.0+cpu"),
        ("a==1!2.0rc1", "a", "1!2.0rc1"),
    ],
)
def test_parse_pin_reads_name_and_version(text, distribution, version):
    """The name is normalised; the pin comes from no file."""
    assert parse_pin(text) == Pin(distribution=distribution, version=Version(version), line=0, marker="", file="")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "scikit-learn",
        "scikit-learn>=1.1.3",
        "scikit-learn=1.1.3",
        "scikit-learn~=1.1",
        "scikit-learn<2",
        "==1.1.3",
        "-r==1.1.3",
        "scikit learn==1.1.3",
        "scikit-learn[dev]==1.1.3",
        "scikit-learn>1==1.1.3",
        "../scikit-learn==1.1.3",
    ],
)
def test_parse_pin_refuses_what_is_no_pin(text):
    """The message shows what was given and how a pin is written."""
    with pytest.raises(UsageError) as caught:
        parse_pin(text)

    expected = f"expected NAME==VERSION, got {text!r}\nwrite one exact version, such as scikit-learn==1.4.2"
    assert expected == str(caught.value)


@pytest.mark.parametrize(
    "version", ["", "latest", "1.4.*", "1.4,<2", "=1.4", "1.4; python_version<'3'", "1 4", "==1", "1.4 # x"]
)
def test_parse_pin_refuses_what_is_no_version(version):
    """A pin has one exact version by PEP 440."""
    with pytest.raises(UsageError) as caught:
        parse_pin(f"scikit-learn=={version}")

    assert f"expected a version after scikit-learn==, got {version!r}" == caught.value.problem
