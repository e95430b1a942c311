"""The raw hashes that are stored, 16 bytes each in the order in which the rows were stored: 1.4 million take 24 MB.

A file that comes again shows its rows in that order, so a pointer meets nearly every one of them. Only where it does
not (a changed, new or moved row), an index is made that finds any hash: another 10 MB.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

SIZE = 16  # bytes of a hash


class Known:
    """Hashes that can be taken out once, and asked for.

    >>> known = Known(b"a" * 16 + b"b" * 16 + b"c" * 16)
    >>> known.take(b"a" * 16), known.take(b"x" * 16), known.take(b"c" * 16), known.take(b"a" * 16)
    (True, False, True, False)
    >>> len(known), (b"b" * 16).hex() in known, (b"c" * 16).hex() in known
    (1, True, False)
    >>> known = Known(b"a" * 16 + b"b" * 16 + b"c" * 16)
    >>> known.take_run(b"b" * 16), known.take_run(b"a" * 16 + b"b" * 16), known.take_run(b"c" * 16 + b"d" * 16)
    (False, True, False)
    """

    __slots__ = ("_at", "_end", "_first", "_hashes", "_next", "_start", "_taken")

    def __init__(self, hashes: bytes) -> None:
        """Take the hashes, one behind the other."""
        self._hashes = hashes
        self._taken = bytearray(len(hashes) // SIZE)
        self._start = self._at = 0  # what lies between was taken by the pointer and is not marked yet
        self._end = len(hashes)  # so far the pointer may go: nothing before it is marked as taken
        self._first = self._next = array("i")

    @classmethod
    def of(cls, raw_hashes: Iterable[str]) -> Known:
        """Take hashes written as hex digits."""
        return cls(b"".join(map(bytes.fromhex, raw_hashes)))

    def take(self, raw_hash: bytes) -> bool:
        """Take a hash out; say whether it was there."""
        at = self._at
        if self._hashes[at : at + SIZE] == raw_hash and at < self._end:
            self._at = at + SIZE
            return True
        return self._jump(raw_hash)

    def take_run(self, raw_hashes: bytes) -> bool:
        """Take several out, one behind the other; False, and none is taken, unless the pointer meets just these."""
        at = self._at + len(raw_hashes)
        if at > self._end or self._hashes[self._at : at] != raw_hashes:
            return False
        self._at = at
        return True

    def __contains__(self, raw_hash: object) -> bool:
        """Say whether a hash, written as hex digits, is stored and was not taken out."""
        return isinstance(raw_hash, str) and self._find(bytes.fromhex(raw_hash)) >= 0

    def __len__(self) -> int:
        """Count what is left."""
        self._mark()
        return self._taken.count(0)

    def _jump(self, raw_hash: bytes) -> bool:
        """Take a hash out that the pointer does not stand at, and put the pointer behind it."""
        found = self._find(raw_hash)
        if found < 0:
            return False
        taken = self._taken.find(1, found)
        self._end = SIZE * (taken if taken >= 0 else len(self._taken))
        self._start = SIZE * found
        self._at = self._start + SIZE
        return True

    def _mark(self) -> None:
        """Mark what the pointer has passed since it was last put somewhere."""
        first, last = self._start // SIZE, self._at // SIZE
        self._taken[first:last] = b"\1" * (last - first)
        self._start = self._at

    def _find(self, raw_hash: bytes) -> int:
        """Return the place of a hash that was not taken out, else -1."""
        self._mark()
        if not self._taken:
            return -1
        if not self._first:
            self._index()
        place = self._first[int.from_bytes(raw_hash[:4], sys.byteorder) % len(self._first)]
        while place >= 0:
            if self._hashes[SIZE * place : SIZE * place + SIZE] == raw_hash and not self._taken[place]:
                return place
            place = self._next[place]
        return -1

    def _index(self) -> None:
        """Chain the places of the hashes whose first digits are alike."""
        many = len(self._taken)
        first, after = array("i", [-1]) * (1 << many.bit_length() - 1), array("i", bytes(4 * many))
        mask = len(first) - 1
        for place, head in enumerate(memoryview(self._hashes).cast("I")[:: SIZE // 4]):
            head &= mask
            after[place] = first[head]
            first[head] = place
        self._first, self._next = first, after
