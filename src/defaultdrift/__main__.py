"""Run the command line: `python -m defaultdrift`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and end the process with its exit code."""
    from defaultdrift.shell.cli import main  # noqa: PLC0415  nothing is imported before it is needed

    sys.exit(main())


if __name__ == "__main__":
    run()
