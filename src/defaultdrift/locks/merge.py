"""Put together a lock and what it includes: locks in, one lock out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from defaultdrift.locks._pins import merge_pins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from defaultdrift.model.pin import Lock


def merge_locks(lock: Lock, included: Sequence[Lock]) -> Lock:
    """Return a lock that says what all of them say; what another file says names that file.

    A constraint counts like a requirement: what it pins is what is installed.

    Args:
        lock: The file that includes the others; it comes first.
        included: The others, each once.
    """
    pins, ranges, skips = list(lock.pins), list(lock.ranges), list(lock.skips)
    for other in included:
        pins += [replace(pin, file=other.file) for pin in other.pins]
        ranges += [replace(entry, file=other.file) for entry in other.ranges]
        skips += other.skips
    return replace(lock, pins=merge_pins(pins), ranges=tuple(ranges), skips=tuple(skips))
