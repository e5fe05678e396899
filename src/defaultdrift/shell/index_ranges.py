"""Open a wheel on a server as a zip file, fetching only the bytes that are asked for.

remotezip turns reading into requests, one a member. A library has some hundred modules, so neighbours are fetched
together before remotezip asks for them.

Source: RFC 9110, section 14 (range requests).
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from remotezip import PartialBuffer, RemoteZip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A request costs about as much time as this many bytes, which may lie between two modules.
_WORTH_A_REQUEST = 256 * 2**10


class RangesIgnoredError(Exception):
    """The server sends whole files only."""


class RangedWheel(RemoteZip):  # type: ignore[misc]  # remotezip has no types
    """A zip file on a server."""

    def __init__(self, session: Any, address: str) -> None:  # noqa: ANN401 - pip's session
        """Read the table of contents.

        Args:
            session: What to ask with.
            address: Where the file is.

        Raises:
            RangesIgnoredError: The server sends whole files only.
            OSError: The server cannot be reached, or refuses.
        """
        self._ranges = _Ranges(session, address)
        super().__init__(address, fetcher=lambda *_, **__: self._ranges)

    def expect(self, names: Iterable[str]) -> None:
        """Fetch members that will be read, neighbours together."""
        starts = sorted(info.header_offset for info in self.infolist())
        ends = dict(zip(starts, [*starts[1:], self.start_dir], strict=True))
        wanted = sorted(self.getinfo(name).header_offset for name in names)
        for low, high in _joined((start, ends[start]) for start in wanted):
            self._ranges.keep(low, high)


class _Ranges:
    """What remotezip calls a fetcher: byte ranges of one file, from memory where they were fetched before."""

    def __init__(self, session: Any, address: str) -> None:  # noqa: ANN401
        self._session = session
        self._address = address
        self._blocks: list[tuple[int, bytes]] = []

    def keep(self, low: int, high: int) -> None:
        self._blocks.append(self._request(f"{low}-{high - 1}"))

    def fetch(self, data_range: tuple[int, int | None], *, stream: bool = False) -> PartialBuffer:
        """Return the bytes from the first to the last one; a negative first one counts from the end of the file."""
        first, last = data_range
        start, data = self._kept(first, last) or self._request(f"{first}-{last}" if last is not None else f"{first}")
        return PartialBuffer(io.BytesIO(data), start, len(data), stream)

    def _kept(self, first: int, last: int | None) -> tuple[int, bytes] | None:
        for start, data in self._blocks:
            if last is not None and start <= first and last < start + len(data):
                return first, data[first - start : last + 1 - start]
        return None

    def _request(self, wanted: str) -> tuple[int, bytes]:
        headers = {"Range": f"bytes={wanted}", "Accept-Encoding": "identity"}
        with self._session.get(self._address, headers=headers, stream=True) as response:
            response.raise_for_status()
            place = re.match(r"bytes (\d+)-\d+/", response.headers.get("Content-Range", ""))
            if response.status_code != 206 or place is None:
                raise RangesIgnoredError
            return int(place[1]), response.content


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield sorted stretches, those joined that lie close to each other."""
    current: tuple[int, int] | None = None
    for low, high in stretches:
        if current is not None and low - current[1] <= _WORTH_A_REQUEST:
            current = (current[0], high)
            continue
        if current is not None:
            yield current
        current = (low, high)
    if current is not None:
        yield current
