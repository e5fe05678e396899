"""The rules against the scikit-learn installed beside the tests; `make prove` does it for the other releases."""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from importlib.metadata import version

import pytest
from packaging.version import Version

from defaultdrift.shell.verification import verify_release
from support import SHIPPED, SKLEARN, compare, scan

INSTALLED = Version(version("scikit-learn"))


@pytest.fixture(scope="module")
def verdict():
    if all(release.version != INSTALLED for release in SHIPPED.library(SKLEARN).releases):
        pytest.skip(f"the rules have not read scikit-learn {INSTALLED}: run `make mine`")
    return verify_release(SHIPPED, SKLEARN, INSTALLED, sys.executable)


def test_every_default_is_what_the_installed_release_says(verdict):
    """No disagreement with `inspect.signature` is without a name, and nearly every callable agrees."""
    assert verdict.unexplained == ()
    assert verdict.agreed > 0.99 * verdict.callables > 2500


def test_values_that_fixes_keep_are_parameters_of_the_installed_release(verdict):
    """Each value that a fix across the last releases would write is taken by the real constructor."""
    assert verdict.version == INSTALLED
    step = compare("1.3.2", str(INSTALLED), SHIPPED)
    calls = "from sklearn.cluster import KMeans, MiniBatchKMeans\nKMeans(3)\nMiniBatchKMeans(3)\n"
    findings = scan(calls, step).findings
    written = {(finding.callable, finding.fix.text) for finding in findings if finding.fix}

    assert written == {
        ("sklearn.cluster.KMeans", "n_init=10"),
        ("sklearn.cluster.MiniBatchKMeans", "n_init=3"),
    }
    for path, argument in written:
        module, _, name = path.rpartition(".")
        parameter, _, value = argument.partition("=")
        constructor = getattr(import_module(module), name)
        assert parameter in inspect.signature(constructor).parameters
        assert constructor(3, **{parameter: int(value)}).get_params()[parameter] == int(value)
