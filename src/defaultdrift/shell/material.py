"""What a person needs to see to judge a row: both signatures, both docstring entries, what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from defaultdrift.model.signature import ParameterKind

if TYPE_CHECKING:
    from pathlib import Path

    from packaging.version import Version

    from defaultdrift.mine.facts import Definition, ReleaseFacts
    from defaultdrift.model.change import Change, Evidence
    from defaultdrift.model.name import DistributionName
    from defaultdrift.model.signature import CallableHistory, Signature
    from defaultdrift.shell.database import Database


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two releases says.

    Attributes:
        release: The release.
        signature: Of the callable, as text.
        entry: What the docstring says about the parameter; empty where that is not known.
        statements: Kind and text of notes, decorators and warnings about it.
    """

    release: str
    signature: str
    entry: str = ""
    statements: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Material:
    """Looks the two releases of a change up, in the rules and in what the miner kept.

    Attributes:
        database: The rules.
        distribution: Normalised name.
        cache: Folder in which the miner keeps what it read.
    """

    database: Database
    distribution: DistributionName
    cache: Path
    _facts: dict[str, ReleaseFacts | None]

    @classmethod
    def of(cls, database: Database, distribution: DistributionName, cache: Path) -> Material:
        """Return the material of a distribution; nothing is read yet."""
        return cls(database, distribution, cache, {})

    def sides(self, change: Change) -> tuple[Side, Side]:
        """Return what the release before and the release of the change say."""
        releases = [release.version for release in self.database.library(self.distribution).releases]
        before = max((version for version in releases if version < change.release), default=change.release)
        history = self.database.api(self.distribution).find(change.callable)
        return self._side(history, change, before), self._side(history, change, change.release)

    def is_kept(self, version: Version) -> bool:
        """Tell whether the miner kept the facts of a release, so that docstrings can be shown."""
        return self._read(version) is not None

    def is_quoted(self, evidence: Evidence) -> bool | None:
        """Tell whether a quote is found in the file that it names; `None` where the sources are not kept."""
        from defaultdrift.shell.reading import kept_sources

        library = self.database.library(self.distribution)
        found = next((release for release in library.releases if str(release.version) == evidence.release), None)
        sources = [] if found is None else kept_sources(self.cache, library, found.sha256)
        if not sources:
            return None
        texts = (source.text for source in sources if source.file == evidence.file)
        return any(" ".join(evidence.quote.split()) in " ".join(text.split()) for text in texts)

    def _side(self, history: CallableHistory | None, change: Change, version: Version) -> Side:
        signature = None if history is None else history.at(version)
        text = "" if signature is None else show_signature(change.callable, signature)
        definition = self._definition(history, version)
        if definition is None:
            return Side(str(version), text)
        from defaultdrift.mine.docstring import find_entry
        from defaultdrift.mine.statement import find_statements

        entry = find_entry(definition.documents, change.parameter)
        said = tuple((s.kind, s.quote) for s in find_statements(definition, change.parameter))
        return Side(str(version), text, "" if entry is None else entry.text, said)

    def _definition(self, history: CallableHistory | None, version: Version) -> Definition | None:
        facts, path = self._read(version), None if history is None else history.path_at(version)
        if facts is None or path is None:
            return None
        if path in facts.paths:
            return facts.definitions.get(facts.paths[path])
        owner, _, method = path.rpartition(".")
        return facts.methods.get(facts.paths.get(owner, ""), {}).get(method)

    def _read(self, version: Version) -> ReleaseFacts | None:
        key = str(version)
        if key not in self._facts:
            if len(self._facts) > 3:  # a release of a large library is some hundred megabytes
                self._facts.clear()
            self._facts[key] = self._load(version)
        return self._facts[key]

    def _load(self, version: Version) -> ReleaseFacts | None:
        from defaultdrift.shell.reading import kept_facts

        library = self.database.library(self.distribution)
        found = next((release for release in library.releases if release.version == version), None)
        return None if found is None else kept_facts(self.cache, library, found.sha256)


def show_signature(path: str, signature: Signature) -> str:
    """Return a signature as people write it, one parameter a line.

    Args:
        path: Of the callable.
        signature: Its parameters.
    """
    lines = [f"{path.rpartition('.')[2]}("]
    keyword_only = False
    for parameter in signature.parameters or ():
        if parameter.kind is ParameterKind.KEYWORD_ONLY and not keyword_only:
            lines.append("    *,")
        star = {ParameterKind.VAR_POSITIONAL: "*", ParameterKind.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        keyword_only |= bool(star) or parameter.kind is ParameterKind.KEYWORD_ONLY
        default = "" if parameter.default is None else f"={parameter.default}"
        lines.append(f"    {star}{parameter.name}{default},")
    return "\n".join([*lines, ")"])
