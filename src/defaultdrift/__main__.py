"""Run the command line: `python -m defaultdrift`."""

from __future__ import annotations

import os
import sys


def run() -> None:
    """Run the command line and end the process with its exit code."""
    from defaultdrift.shell.cli import main  # noqa: PLC0415  nothing is imported before it is needed

    sys.exit(main())


if __name__ == "__main__":
    # `python -m` searches the working directory first, and that may be the project to be scanned: a `click.py` in it
    # would be run. Nothing of the scanned project is ever executed.
    if sys.path and sys.path[0] in ("", os.getcwd()):  # noqa: PTH109  Path would be one more import
        del sys.path[0]
    run()
