"""Names for places in addresses: signed, so that nobody counts through them, and good for this folder only."""

from __future__ import annotations

from functools import cache

from django.core import signing
from django.http import Http404

_SALT = "selaras.alamat."


def name_of(kind: str, number: int) -> str:
    """Return what stands in the address for a thing of this kind."""
    return str(_signer(kind).sign_object(number))


@cache
def _signer(kind: str) -> signing.TimestampSigner:
    """Return what `signing.dumps` makes anew for every name: a page of a school signs sixty."""
    return signing.TimestampSigner(salt=_SALT + kind)


def number_of(kind: str, name: str) -> int:
    """Return the number that an address names. Raises `Http404` for anything that was not made here."""
    try:
        return int(signing.loads(name, salt=_SALT + kind))
    except (signing.BadSignature, ValueError, TypeError):
        raise Http404 from None
