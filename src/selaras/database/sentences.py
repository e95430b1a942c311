"""Errors of the operating system, said as sentences about the data folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from selaras.database import owner, space
from selaras.database.folder import Place
from selaras.galat import Stop


@contextmanager
def spoken(place: Place) -> Iterator[None]:
    """Turn errors of the file system inside the block into Stop."""
    try:
        yield
    except PermissionError as error:
        raise _not_allowed(place, error) from error
    except OSError as error:
        if space.is_full(error):
            raise space.full(place.root) from error
        raise Stop(f"Folder data {place.root} tidak dapat dipakai: {error.strerror} ({error.filename}).") from error


def _not_allowed(place: Place, error: PermissionError) -> Stop:
    other = owner.stranger(place)
    if other is not None:
        return owner.not_yours(place, other)
    return Stop(
        f"Folder data {place.root} tidak boleh ditulisi atau dibaca oleh Anda ({error.filename or place.root}).",
        langkah="Minta pemiliknya memberi izin, atau tentukan folder lain yang milik Anda: SELARAS_DATA=/folder/anda",
    )
