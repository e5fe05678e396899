"""Generated documentation is what its generator would write now."""

from __future__ import annotations

import subprocess
import sys

from support import ROOT


def test_generated_documentation_is_fresh():
    """`make docs` would change nothing."""
    done = subprocess.run(
        (sys.executable, ROOT / "docs" / "generate.py", "--check"), capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
