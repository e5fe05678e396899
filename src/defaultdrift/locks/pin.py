"""Read a pin that the user wrote on the command line: `scikit-learn==1.1.3`."""

from __future__ import annotations

from defaultdrift.errors import UsageError
from defaultdrift.locks._read import is_name, read_version
from defaultdrift.model.name import normalise
from defaultdrift.model.pin import Pin

_ADVICE = "write one exact version, such as scikit-learn==1.4.2"


def parse_pin(text: str) -> Pin:
    """Return the distribution and the version.

    Raises:
        UsageError: The text is not a name, `==` and one version by PEP 440.

    Example:
        >>> str(parse_pin("Scikit_Learn == 1.1.3").version)
        '1.1.3'
    """
    name, equals, stated = (part.strip() for part in text.partition("=="))
    if not equals or not is_name(name):
        raise UsageError(f"expected NAME==VERSION, got {text!r}", _ADVICE)
    version = read_version(stated)
    if version is None:
        raise UsageError(f"expected a version after {name}==, got {stated!r}", _ADVICE)
    return Pin(distribution=normalise(name), version=version)
