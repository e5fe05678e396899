"""Every exception of the project: fields in, one sentence that a user can act on out.

Each exception hands its fields to `Exception.__init__` and renders them in `__str__`, so that it can be compared,
inspected and sent between processes. Not being able to analyse something is no exception but a `model.finding.Skip`.
"""

from __future__ import annotations


class DefaultDriftError(Exception):
    """Base of every error that is told to the user as one sentence, without a traceback."""


class DocumentError(DefaultDriftError):
    """A lock, rule or configuration text does not follow its format.

    Attributes:
        file: The file as the user named it; empty where the text's origin is not known yet.
        key: Where in the document, such as `package[3].version` or `line 12`; empty for the document itself.
        problem: What was expected and what was found, lower case, without a full stop.
    """

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(file, key, problem)
        self.file = file
        self.key = key
        self.problem = problem

    def __str__(self) -> str:
        """Render `file: key: problem`, leaving out what is not known."""
        return ": ".join(part for part in (self.file, self.key, self.problem) if part)

    def in_file(self, file: str) -> DocumentError:
        """Return the same error with its file set, for readers that only know the text."""
        return type(self)(file, self.key, self.problem)


class LockError(DocumentError):
    """A lock file does not follow its format."""


class UnsupportedVersionError(LockError):
    """A lock file states a version of its format that is not known; the problem names those that are."""


class RuleError(DocumentError):
    """A file of the rules database does not follow its schema."""


class ConfigError(DocumentError):
    """The configuration has an unknown key or a value of the wrong type."""


class UsageError(DefaultDriftError):
    """The request makes no sense: the problem, and what to do instead."""

    def __init__(self, problem: str, advice: str = "") -> None:
        super().__init__(problem, advice)
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        """Render the problem, then the advice on its own line."""
        return f"{self.problem}\n{self.advice}" if self.advice else self.problem


class OutsideError(DefaultDriftError):
    """Something outside the process failed: disk, network, git, another interpreter."""

    def __init__(self, action: str, cause: str, advice: str = "") -> None:
        super().__init__(action, cause, advice)
        self.action = action
        self.cause = cause
        self.advice = advice

    def __str__(self) -> str:
        """Render `cannot ACTION: CAUSE`, then the advice on its own line."""
        line = f"cannot {self.action}: {self.cause}"
        return f"{line}\n{self.advice}" if self.advice else line
