"""Where a person's page is; every room links with this."""

from __future__ import annotations

from functools import cache

from django.urls import reverse

from selaras.portal.ids import name_of


def alamat(orang_id: int) -> str:
    """Return the address of a person's page, good for whoever may see him: `/guru/<signed name>/`."""
    before, after = _around("orang")
    return f"{before}{name_of('orang', orang_id)}{after}"


def alamat_langkah(orang_id: int) -> str:
    """Return the address of a person's five steps."""
    before, after = _around("orang_langkah")
    return f"{before}{name_of('orang', orang_id)}{after}"


@cache
def _around(view: str) -> tuple[str, str]:
    """Return what stands before and after the name in the address of a view."""
    before, _, after = str(reverse(view, args=["NAMA"])).partition("NAMA")
    return before, after
