"""Names of distributions and callables, as types of their own, so that a raw string is not mistaken for one.

Source: https://packaging.python.org/en/latest/specifications/name-normalization/
"""

from __future__ import annotations

import re
from typing import NewType

DistributionName = NewType("DistributionName", str)
"""What an index serves, normalised: `scikit-learn`."""

CallablePath = NewType("CallablePath", str)
"""The canonical public dotted path of a class constructor, function or method: `sklearn.cluster.KMeans`."""


def normalise(name: str) -> DistributionName:
    """Return the normalised form of a distribution's name.

    `packaging.utils.canonicalize_name` does the same; it is not used because it imports wheel tags, which a hook
    that has nothing to do should not pay for.

    Example:
        >>> normalise("Scikit_Learn")
        'scikit-learn'
    """
    return DistributionName(re.sub(r"[-_.]+", "-", name).lower())


def last_name(path: str) -> str:
    """Return what a dotted path ends in: the name that code has to spell somewhere.

    Example:
        >>> last_name("sklearn.cluster.KMeans")
        'KMeans'
    """
    return path.rpartition(".")[2]
