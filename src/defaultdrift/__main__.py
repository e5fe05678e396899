"""Run the command line: `python -m defaultdrift`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and end the process with its exit code."""
    from defaultdrift.shell.cli import main  # noqa: PLC0415  nothing is imported before it is needed

    sys.exit(main())


if __name__ == "__main__":
    # `python -m` searches the working directory first, and that may be the project to be scanned: a `click.py` in it
    # would be run. Nothing of the scanned project is ever executed.
    # With `-P` or `-I` it is not there.
    if not (getattr(sys.flags, "safe_path", False) or sys.flags.isolated):
        del sys.path[0]
    run()
