"""A file of compressed chunks behind a head that says where each of them is, so that a reader opens what it needs.

    magic | length of the head | its CRC-32 | length of the body | its CRC-32 | head (zlib, JSON) | body (chunks, zlib)

Numbers have four bytes, big-endian. The head is an object; its `sections` name the chunks of each section in the order
in which they lie: key, compressed length, length. Nothing in a file is ever executed, and nothing is inflated beyond
the length that its head states. Equal content gives equal bytes, as far as zlib is the same.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from defaultdrift.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FORMAT = 2
"""Raised when the meaning of the bytes changes: a file of another format is not read."""

_MAGIC = b"defaultdrift rules %d\n" % FORMAT
_PREFIX = len(_MAGIC) + 16
_LARGEST = 64 * 2**20
_LEVEL = 9


class Source(Protocol):
    """Bytes that can be read in pieces, and how to call them in a complaint."""

    @property
    def name(self) -> str:
        """How the file is called in a complaint."""

    def read(self, start: int, stop: int) -> bytes:
        """Return the bytes from `start` up to `stop`; fewer where there are no more."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A source that is held in memory.

    Attributes:
        name: How it is called in a complaint.
        content: All bytes.
    """

    name: str
    content: bytes

    def read(self, start: int, stop: int) -> bytes:
        """Return the bytes from `start` up to `stop`; fewer where there are no more."""
        return self.content[start:stop]


@dataclass(frozen=True, slots=True)
class Chunk:
    """One compressed text of a file.

    Attributes:
        key: What it is found by.
        start: Where it begins.
        stop: Where it ends.
        length: Bytes of the text, encoded.
    """

    key: str
    start: int
    stop: int
    length: int


def pack(head: Mapping[str, object], sections: Mapping[str, Iterable[tuple[str, str]]]) -> bytes:
    """Return the bytes of a file.

    Args:
        head: JSON values.
        sections: Key and text of each chunk, by name of the section.
    """
    body: list[bytes] = []
    listed: dict[str, list[tuple[str, int, int]]] = {}
    for name, chunks in sections.items():
        listed[name] = []
        for key, text in chunks:
            raw = _encode(text)
            body.append(zlib.compress(raw, _LEVEL))
            listed[name].append((key, len(body[-1]), len(raw)))
    packed_head = zlib.compress(_encode(json.dumps({**head, "sections": listed}, separators=(",", ":"))), _LEVEL)
    packed_body = b"".join(body)
    prefix = (len(packed_head), zlib.crc32(packed_head), len(packed_body), zlib.crc32(packed_body))
    return b"".join((_MAGIC, *(number.to_bytes(4, "big") for number in prefix), packed_head, packed_body))


def is_whole(content: bytes) -> bool:
    """Tell whether the bytes are a file of this format, complete and as it was written."""
    if not content.startswith(_MAGIC) or len(content) < _PREFIX:
        return False
    head_length, head_sum, body_length, body_sum = _numbers(content)
    if len(content) != _PREFIX + head_length + body_length:
        return False
    head, body = content[_PREFIX : _PREFIX + head_length], content[_PREFIX + head_length :]
    return (zlib.crc32(head), zlib.crc32(body)) == (head_sum, body_sum)


class Container:
    """Reads a file: the head at once, each chunk when it is asked for."""

    def __init__(self, source: Source) -> None:
        """Read the head.

        Args:
            source: The file.

        Raises:
            RuleError: The file is damaged, or of another format.
        """
        self.source = source
        self.head, start = self._read_head()
        self._sections: dict[str, Sequence[Chunk]] = {}
        try:
            for name, entries in self.head["sections"].items():
                chunks = []
                for key, packed, length in entries:
                    chunks.append(Chunk(str(key), start, start + int(packed), int(length)))
                    start += int(packed)
                self._sections[name] = chunks
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise self.damaged("its head is none") from error

    def chunks(self, section: str) -> Sequence[Chunk]:
        """Return the chunks of a section in their order; none where there is no such section."""
        return self._sections.get(section, ())

    def texts(self, chunks: Sequence[Chunk]) -> list[str]:
        """Return the texts of chunks that follow each other in the file.

        Raises:
            RuleError: One of them is damaged.
        """
        if not chunks:
            return []
        first = chunks[0].start
        content = self.source.read(first, chunks[-1].stop)
        return [self._inflate(content[chunk.start - first : chunk.stop - first], chunk.length) for chunk in chunks]

    def damaged(self, why: str) -> RuleError:
        """Return the complaint that the file cannot be used."""
        return RuleError(self.source.name, "", f"the compiled rules are damaged: {why}; install them again")

    def _read_head(self) -> tuple[dict[str, Any], int]:
        prefix = self.source.read(0, _PREFIX)
        if not prefix.startswith(_MAGIC) or len(prefix) < _PREFIX:
            raise self.damaged(f"expected a file that begins with {_MAGIC!r}, got {prefix[: len(_MAGIC)]!r}")
        length, checksum, _, _ = _numbers(prefix)
        packed = self.source.read(_PREFIX, _PREFIX + length)
        if zlib.crc32(packed) != checksum:
            raise self.damaged("the checksum of its head differs")
        try:
            head = json.loads(self._inflate(packed, _LARGEST, is_exact=False))
        except (ValueError, RecursionError) as error:
            raise self.damaged("its head is no JSON") from error
        if not isinstance(head, dict):
            raise self.damaged("its head is no object")
        return head, _PREFIX + length

    def _inflate(self, packed: bytes, length: int, *, is_exact: bool = True) -> str:
        if not 0 <= length <= _LARGEST:
            raise self.damaged(f"a chunk of {length} bytes")
        inflater = zlib.decompressobj()
        try:
            raw = inflater.decompress(packed, length + 1)
            text = raw.decode("utf-8", "surrogatepass")
        except (zlib.error, UnicodeDecodeError) as error:
            raise self.damaged(str(error)) from error
        if len(raw) > length or (is_exact and (len(raw) != length or not inflater.eof)):
            raise self.damaged(f"expected {length} bytes, got {len(raw)}")
        return text


def _numbers(content: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(content[at : at + 4], "big") for at in range(len(_MAGIC), _PREFIX, 4))


def _encode(text: str) -> bytes:
    # A default may hold a lone surrogate, which JSON can spell.
    return text.encode("utf-8", "surrogatepass")
