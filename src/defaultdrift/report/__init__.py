"""Output formats: a `Report` in, text out. Each is one module with `NAME` and `render`.

To add one: create the module, add its line to `FORMATS`, add a case under `tests/cases/report/`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from defaultdrift.model.finding import Report
    from defaultdrift.report.look import Look

FORMATS: dict[str, str] = {
    "text": "defaultdrift.report.text",
    "json": "defaultdrift.report.json_v1",
}
"""Name of each format and the module that renders it, imported when it is asked for."""


def render(report: Report, name: str, look: Look) -> str:
    """Return a report in a format of the registry; it ends in a newline, or is empty.

    Args:
        report: What was found.
        name: A key of `FORMATS`.
        look: How the place of the output looks.
    """
    text: str = import_module(FORMATS[name]).render(report, look)
    return text
