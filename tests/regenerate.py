"""Rewrite the expected files of the check cases: `make cases`. It prints what changed, for a person to review.

Run by people only; the tests never write an expectation.
"""

from __future__ import annotations

import difflib
import sys

from support import CASES, compare_case, scan


def main() -> int:
    """Write `source.fixed.py` of every case whose safe fixes change the source, and remove those of the others."""
    for source in sorted([*(CASES / "check").glob("*/source.py"), *(CASES / "shipped").glob("*/source.py")]):
        text = source.read_text()
        repair = scan(text, compare_case(source.parent), repair=True).repair
        fixed = source.with_name("source.fixed.py")
        before, after = fixed.read_text() if fixed.exists() else "", repair.text if repair else ""
        if before != after:
            name = f"{source.parent.name}/source.fixed.py"
            lines = difflib.unified_diff(
                (before or text).splitlines(), after.splitlines(), name, name, lineterm="", n=0
            )
            print("\n".join(lines))
            fixed.write_text(after) if after else fixed.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
