"""Names for places in addresses: signed, so that nobody counts through them, and good for this folder only."""

from __future__ import annotations

from django.core import signing
from django.http import Http404

_SALT = "selaras.alamat."


def name_of(kind: str, number: int) -> str:
    """Return what stands in the address for a thing of this kind."""
    return str(signing.dumps(number, salt=_SALT + kind, compress=False))


def number_of(kind: str, name: str) -> int:
    """Return the number that an address names. Raises `Http404` for anything that was not made here."""
    try:
        return int(signing.loads(name, salt=_SALT + kind))
    except (signing.BadSignature, ValueError, TypeError):
        raise Http404 from None
