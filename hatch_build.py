"""Compile the rules for the wheel: it carries the compiled form alone. An editable installation reads the texts.

Source: https://hatch.pypa.io/latest/plugins/build-hook/custom/
"""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TID251  a build writes files
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts one compiled file a distribution into the wheel, and the days that make the version of the rules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every distribution under `rules`."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from defaultdrift.shell.rules_folder import compile_all  # noqa: PLC0415  only now it can be found
        finally:
            del sys.path[0]
        self._built = TemporaryDirectory(prefix="defaultdrift-rules-")
        for name, content in compile_all(root / "rules"):
            file = Path(self._built.name, name)
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"defaultdrift/_rules/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled; the wheel holds it."""
        del version, build_data, artifact_path
        if hasattr(self, "_built"):
            self._built.cleanup()
