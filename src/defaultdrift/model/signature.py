"""What releases say about a callable: its import paths and the history of its signature."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from packaging.version import Version

    from defaultdrift.model.name import CallablePath


class ParameterKind(str, Enum):
    """How a parameter can be passed, in the words of `inspect.Parameter.kind`."""

    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional-or-keyword"
    VAR_POSITIONAL = "var-positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "var-keyword"


_POSITIONAL = (ParameterKind.POSITIONAL_ONLY, ParameterKind.POSITIONAL_OR_KEYWORD)


class CallableKind(str, Enum):
    """What kind of callable: what is called, and whether an instance is bound first."""

    CLASS = "class"
    FUNCTION = "function"
    METHOD = "method"
    CLASSMETHOD = "classmethod"
    STATICMETHOD = "staticmethod"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter.

    Attributes:
        name: As declared, without stars.
        kind: How it can be passed.
        default: Source text of the declared default, as `ast.unparse` writes it; `None` where there is none.
    """

    name: str
    kind: ParameterKind
    default: str | None


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of a callable from one release on.

    Attributes:
        since: The first release read that has this signature.
        parameters: In the order of the declaration, without the bound `self` or `cls`; `None` where the callable is
            gone from this release on.
        returns: Source text of the return annotation; `None` where there is none.
    """

    since: Version
    parameters: tuple[Parameter, ...] | None
    returns: str | None = None

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of this name, or `None`."""
        return next((p for p in self.parameters or () if p.name == name), None)

    def position(self, name: str) -> int | None:
        """Return the 0-based index at which the parameter can be passed by position, or `None`."""
        parameter = self.parameter(name)
        return self._index(name) if parameter is not None and parameter.kind in _POSITIONAL else None

    def position_of_surplus(self, name: str) -> int | None:
        """Return the index at which a call that passes more by position than is declared reaches the parameter.

        While a library makes parameters keyword-only it accepts them by position for some releases, with a warning
        (scikit-learn 0.23 to 1.0). `None` where the signature takes any number of positional arguments.
        """
        if any(parameter.kind is ParameterKind.VAR_POSITIONAL for parameter in self.parameters or ()):
            return None
        return self._index(name)

    @property
    def takes_any_keyword(self) -> bool:
        """Whether there is a `**kwargs`, so that a parameter that is not declared may be taken all the same."""
        return any(parameter.kind is ParameterKind.VAR_KEYWORD for parameter in self.parameters or ())

    def is_handed_on(self, name: str) -> bool:
        """Tell whether the parameter stands behind `**kwargs`, which hands it on to another callable."""
        kinds = [parameter.kind for parameter in self.parameters or ()]
        index = self._index(name)
        return index is not None and ParameterKind.VAR_KEYWORD in kinds[:index]

    @property
    def positional_count(self) -> int:
        """How many parameters can be passed by position."""
        return sum(parameter.kind in _POSITIONAL for parameter in self.parameters or ())

    def _index(self, name: str) -> int | None:
        names = [parameter.name for parameter in self.parameters or ()]
        return names.index(name) if name in names else None


@dataclass(frozen=True, slots=True)
class ImportPath:
    """One dotted path by which a callable could be reached.

    Attributes:
        path: Such as `sklearn.cluster.k_means_.KMeans`.
        since: First release read in which it worked.
        until: First release read in which it no longer worked; `None` where it still does.
    """

    path: str
    since: Version
    until: Version | None

    def covers(self, version: Version) -> bool:
        """Tell whether the path worked in a version."""
        return self.since <= version and (self.until is None or version < self.until)


@dataclass(frozen=True, slots=True)
class CallableHistory:
    """One line of `api.jsonl`: a callable through all releases read.

    Attributes:
        path: Canonical public dotted path.
        kind: Class constructor, function or method.
        paths: Every import path it was ever reachable by, the canonical one among them, sorted by path, then release.
        signatures: Oldest first; a new entry only where something changed.
        called: Paths by which people reach it without importing it (`pandas.Series.str.replace`), the usual one first;
            `library.toml` says them.
    """

    path: CallablePath
    kind: CallableKind
    paths: tuple[ImportPath, ...]
    signatures: tuple[Signature, ...]
    called: tuple[str, ...] = ()

    def at(self, version: Version) -> Signature | None:
        """Return the signature in force at a version, or `None` where the callable does not exist there."""
        current = None
        for signature in self.signatures:
            if signature.since > version:
                break
            current = signature
        return None if current is None or current.parameters is None else current

    def nearest(self, version: Version) -> Signature | None:
        """Return the signature in force at a version; else the next later one, else the last one before.

        Code that calls what no release read had at its version calls it all the same: in a release that is older than
        those, or in one that gave it a form that nobody can read.
        """
        known = [signature for signature in self.signatures if signature.parameters is not None]
        later = [signature for signature in known if signature.since > version]
        return self.at(version) or next(iter(later or reversed(known)), None)

    def path_at(self, version: Version) -> str | None:
        """Return the path by which the callable is best reached in a version.

        That is the canonical one where it works, else the shortest public one; `None` where no public path works.
        """
        return self._best([entry.path for entry in self.paths if entry.covers(version)])

    @property
    def shown(self) -> str:
        """The path by which people are told of the callable: as they write it, or as they import it."""
        return self.called[0] if self.called else self.imported_as

    @property
    def other_names(self) -> tuple[str, ...]:
        """The paths, beside the one that is shown, by which people may speak of it in comments."""
        return tuple(dict.fromkeys(name for name in (*self.called, self.imported_as, self.path) if name != self.shown))

    @property
    def imported_as(self) -> str:
        """The path by which code best imports it.

        That is the canonical one, unless the newest release with the callable has only another: the canonical one
        also says where it came from (`keras.layers.core.Dense`), and people import it from where it is
        (`keras.layers.Dense`).
        """
        ends = [entry.until for entry in self.paths if entry.until is not None]
        last = max(ends) if len(ends) == len(self.paths) and ends else None
        return self._best([entry.path for entry in self.paths if entry.until == last]) or self.path

    def _best(self, working: Collection[str]) -> str | None:
        if self.path in working:
            return self.path
        name = self.path.rpartition(".")[2]
        public = [path for path in working if not any(part.startswith("_") for part in path.split("."))]
        ranked = ((path.rpartition(".")[2] != name, path.count("."), len(path), path) for path in public)
        return min(ranked, default=(False, 0, 0, None))[-1]
