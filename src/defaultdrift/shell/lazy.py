"""A group of commands that are imported when they are run."""

from __future__ import annotations

from importlib import import_module

import click


class LazyGroup(click.Group):
    """A group that imports a command when it is run, and knows the help line of each without importing it."""

    def __init__(self, name: str, text: str, package: str, commands: dict[str, str]) -> None:
        """Remember where the commands are.

        Args:
            name: Of the group.
            text: Help of the group.
            package: Dotted path of the package with one module a command; each module has `command`.
            commands: Name of each command and its line of help.
        """
        super().__init__(
            name,
            help=text,
            epilog="Exit codes: 0 nothing found, 1 findings, 2 bad input, 3 nothing to check, 4 internal error.",
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        )
        self._lines = commands
        self._package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the table."""
        del ctx
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or `None` where there is none of this name."""
        del ctx
        if cmd_name not in self._lines:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))
