"""Read one requirement: its text in; a pin, a range or the reason for neither out.

Sources: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ (names, extras, specifiers, direct
references, markers), https://packaging.python.org/en/latest/specifications/version-specifiers/, and for what file
names say PEP 427 (wheels) and PEP 625 (source distributions).

`packaging.requirements` is imported only where a line is more than `name==version`: that is most of the time of a hook
that has nothing to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from defaultdrift.locks._read import describe, read_version
from defaultdrift.model.finding import Skip
from defaultdrift.model.name import normalise
from defaultdrift.model.pin import Pin, Range

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet
    from packaging.version import Version

    from defaultdrift.model.name import DistributionName

_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_EXTRAS = r"\[[^\]]*\]"
_VERSION = r"==[ \t]*([0-9][0-9A-Za-z.!+_-]*)"
_EXACT = re.compile(rf"({_NAME})[ \t]*{_VERSION}")
_HEAD = rf"({_NAME})\s*(?:{_EXTRAS}\s*)?"
_MARKER = r"(?:\s+;(.*)|;\s(.*))?"  # "URL; marker" would be part of the address without a space
_DIRECT = re.compile(rf"{_HEAD}@\s*(\S+?){_MARKER}")
_LOCATION = re.compile(rf"([a-z+]+:/\S*?|[\w./\\~$][^\s<>\"|^`]*?){_MARKER}")
# "Only uppercase letters and digits and the `_` (underscore)" are variables to pip; there is no other form.
_VARIABLE = re.compile(r"\$\{[A-Z0-9_]+\}")
_REPOSITORY = re.compile(r"(?:git|hg|svn|bzr)\+")
# Far beyond any requirement; it bounds the work on a line that is something else.
_LONGEST = 10_000
_ARCHIVES = (".whl", ".zip", ".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".tar")


def read_requirement(text: str, line: int) -> Pin | Range | Skip | None:
    """Return what a requirement says about a version.

    Args:
        text: One requirement as in a requirements file, without comments, options and continuations.
        line: Where it starts.

    Returns:
        A skip where the requirement names no version that can be known here; `None` where the text is no requirement.
    """
    if len(text) > _LONGEST:
        return None
    if exact := _EXACT.fullmatch(text):
        version = read_version(exact[2])
        return Pin(distribution=normalise(exact[1]), version=version, line=line) if version else None
    if direct := _DIRECT.fullmatch(text):
        return _read_reference(direct[2], normalise(direct[1]), direct[3] or direct[4] or "", line)
    if _is_location(text) and (location := _LOCATION.fullmatch(text)):
        return _read_reference(location[1], None, location[2] or location[3] or "", line)
    if variable := _VARIABLE.search(text):
        return Skip("", line, f"{describe(text)} needs the environment variable {variable[0]}, which is not looked up")
    return _read_specified(text, line)


def read_specifier(text: str) -> Version | str | None:
    """Return the one version that a specifier set allows; the text itself if it is open; `None` if it is wrong.

    A set allows one version where it names it with `==` or `===` and its other clauses do not exclude it.
    """
    exact = re.fullmatch(_VERSION, text)
    version = read_version(exact[1]) if exact else None
    if version:
        return version
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415  see the module docstring

    try:
        return _find_only(SpecifierSet(text), text)
    except InvalidSpecifier:
        return None


def _find_only(specifiers: SpecifierSet, text: str) -> Version | str | None:
    exact = [clause.version for clause in specifiers if clause.operator in ("==", "===") and "*" not in clause.version]
    if not exact:
        return text
    for spelled in exact:
        version = read_version(spelled)  # none where `===` compares any other text
        if version and specifiers.contains(version, prereleases=True):
            return version
    return None


def _read_specified(text: str, line: int) -> Pin | Range | Skip | None:
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415  see the module docstring

    try:
        requirement = Requirement(text)
    except (InvalidRequirement, RecursionError):  # a marker may be nested in parentheses
        return None
    head, _, marker = (part.strip() for part in text.partition(";"))
    specifier = re.sub(rf"^{_HEAD}", "", head)
    distribution = normalise(requirement.name)
    version = _find_only(requirement.specifier, specifier.strip("() \t"))
    if version is None:
        return Skip("", line, f"{describe(text)} names no version by PEP 440 that all of its clauses allow")
    if isinstance(version, str):
        return Range(distribution=distribution, specifier=version, line=line, marker=marker)
    return Pin(distribution=distribution, version=version, line=line, marker=marker)


def _is_location(text: str) -> bool:
    """Tell whether pip takes the first word for an address or a path."""
    word = text.partition(" ")[0].partition(";")[0]
    return "/" in word or "\\" in word or word.startswith(".") or word.endswith(_ARCHIVES)


def _read_reference(address: str, name: DistributionName | None, marker: str, line: int) -> Pin | Skip:
    stated = None if _REPOSITORY.match(address) else _read_file_name(address, name)
    if stated is None:
        what = f"{name!r} comes from {describe(address)}, which" if name else describe(address)
        return Skip("", line, f"{what} names no version")
    distribution, version = stated
    return Pin(distribution=distribution, version=version, line=line, marker=marker.strip())


def _read_file_name(address: str, name: DistributionName | None) -> tuple[DistributionName, Version] | None:
    """Return what the name of a wheel or of a source distribution states, if it can be read in one way only."""
    from packaging.utils import (  # noqa: PLC0415  see the module docstring
        InvalidSdistFilename,
        InvalidWheelFilename,
        parse_sdist_filename,
        parse_wheel_filename,
    )

    file = re.split(r"[/\\]", re.split(r"[?#]", address)[0])[-1]
    file = re.sub(r"%([0-9A-Fa-f]{2})", lambda escape: chr(int(escape[1], 16)), file)  # `%2B` of a local version
    try:
        if file.endswith(".whl"):
            found, version, *_ = parse_wheel_filename(file)
        elif file.endswith(".tar.gz"):
            found, version = parse_sdist_filename(file)
        else:
            return None
    except (InvalidWheelFilename, InvalidSdistFilename):
        return None
    distribution = normalise(found)
    # Before PEP 625 a name kept its hyphens, and `a-1-2.tar.gz` may be `a` 1.post2 or `a-1` 2.
    is_clear = file.endswith(".whl") or file.count("-") == 1 if name is None else distribution == name
    return (distribution, version) if is_clear else None
