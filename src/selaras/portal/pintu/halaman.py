"""Pages of long lists, by number; a number that is none is the first."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from selaras.accounts.granted import PAGE

LAST = 2000


@dataclass(frozen=True, slots=True)
class Lembar:
    """Which page is shown, and what stands before and after it."""

    nomor: int
    sebelum: int | None
    sesudah: int | None

    @classmethod
    def of(cls, nomor: int, *, more: bool) -> Lembar:
        """Say what surrounds a page."""
        return cls(nomor, nomor - 1 if nomor > 1 else None, nomor + 1 if more and nomor < LAST else None)

    @classmethod
    def of_total(cls, nomor: int, total: int) -> Lembar:
        """Say what surrounds a page of a list whose length is known."""
        return cls.of(nomor, more=nomor * PAGE < total)


def page_of(request: HttpRequest) -> int:
    """Return the page that is asked for.

    >>> from types import SimpleNamespace as Request
    >>> [page_of(Request(GET={"halaman": text})) for text in ("3", "0", "x", "99999", "")]
    [3, 1, 1, 1, 1]
    """
    text = request.GET.get("halaman", "")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 1
    return number if 0 < number <= LAST else 1
