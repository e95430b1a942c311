"""Hashes that name a thing: native keys, raw hashes and the hash of the compared fields.

>>> key_of("pmm", "20271000") == key_of("pmm", "20271000")
True
>>> len(key_of("a", "b")), key_of("a", "b") == key_of("ab", "")
(32, False)
>>> core_penilaian(1, 2, 2)
'00000000000000000000000000000122'
>>> core_penilaian(1, None, 2) is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b

from selaras.connectors.ports import SkpStatus

CORE_SEPAKAT = f"{0xA:032x}"
CORE_BELUM_SEPAKAT = f"{0xB:032x}"


def key_of(*parts: str) -> str:
    """Return 32 hex digits that stand for these parts in this order."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def hasher(*salt: str) -> Callable[[Sequence[str]], bytes]:
    """Return what gives the 16 bytes of `key_of(*salt, *parts)`; the salt is put together once.

    >>> hasher("pmm", "skp")(("a", "b")).hex() == key_of("pmm", "skp", "a", "b")
    True
    """
    head = "".join(f"{part}\x1f" for part in salt)

    def hash_of_parts(parts: Sequence[str]) -> bytes:
        text = head + "\x1f".join(parts)
        try:
            raw = text.encode()
        except UnicodeEncodeError:
            raw = text.encode("utf-8", "surrogatepass")
        return blake2b(raw, digest_size=16).digest()

    return hash_of_parts


def hash_of(raw: bytes) -> str:
    """Return 32 hex digits for a raw line."""
    return blake2b(raw, digest_size=16).hexdigest()


def core_penilaian(hasil: int | None, perilaku: int | None, predikat: int | None) -> str | None:
    """Return the hash of the compared fields of a rating: readable on purpose; None unless all three are known."""
    if hasil is None or perilaku is None or predikat is None:
        return None
    return f"{0:029x}{hasil}{perilaku}{predikat}"


def core_skp(status: int | None) -> str:
    """Return the hash of the compared field of an SKP: agreed or not."""
    return CORE_SEPAKAT if status == SkpStatus.DISEPAKATI else CORE_BELUM_SEPAKAT
