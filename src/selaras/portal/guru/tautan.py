"""Where a person's page is; every room links with this."""

from __future__ import annotations

from django.urls import reverse

from selaras.portal.ids import name_of


def alamat(orang_id: int) -> str:
    """Return the address of a person's page, good for whoever may see him: `/guru/<signed name>/`."""
    return str(reverse("orang", args=[name_of("orang", orang_id)]))


def alamat_langkah(orang_id: int) -> str:
    """Return the address of a person's five steps."""
    return str(reverse("orang_langkah", args=[name_of("orang", orang_id)]))
