"""What was shown on a page of decisions, signed: whatever changed meanwhile is refused and not silently approved.

One short text for a whole page: a signed name in every row would make it too heavy for a phone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from uuid import UUID

from django.core import signing

from selaras.review.services import Pasangan

_SALT = "selaras.lembar."
_AGE = 12 * 3600  # seconds; an older page has to be looked at again
_NUMBER, _MARK = 5, 6  # bytes
Terlihat = dict[int, bytes]  # number -> mark of what was shown


def lembar(kind: str, shown: Mapping[int, Pasangan]) -> str:
    """Return what a form carries: numbers, each with a mark of the values on both sides."""
    packed = b"".join(number.to_bytes(_NUMBER, "big") + _mark(pair) for number, pair in shown.items())
    return str(signing.TimestampSigner(salt=_SALT + kind).sign(base64.urlsafe_b64encode(packed).decode("ascii")))


def baca(kind: str, text: str) -> Terlihat | None:
    """Return what was shown; None for anything that was not made here, or too long ago."""
    try:
        words = signing.TimestampSigner(salt=_SALT + kind).unsign(text, max_age=_AGE)
    except signing.BadSignature:
        return None
    packed, step = base64.urlsafe_b64decode(words), _NUMBER + _MARK
    pieces = (packed[at : at + step] for at in range(0, len(packed), step))
    return {int.from_bytes(piece[:_NUMBER], "big"): piece[_NUMBER:] for piece in pieces}


def masih_sama(seen: Terlihat, now: Mapping[int, Pasangan]) -> dict[int, Pasangan]:
    """Return those that stand as they were shown, with their values."""
    return {number: now[number] for number, mark in seen.items() if number in now and _mark(now[number]) == mark}


def _mark(pair: Pasangan) -> bytes:
    return hashlib.blake2b(b"".join(map(_bytes, pair)), digest_size=_MARK, person=b"selaras-lembar").digest()


def _bytes(value: UUID | None) -> bytes:
    return bytes(16) if value is None else value.bytes
