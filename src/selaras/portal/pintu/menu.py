"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.portal.butir import Butir

MENU: tuple[Butir, ...] = (
    Butir(80, "Peran", "/peran-orang/", "user-cog", lambda s: s.boleh(Izin.PERAN), "Orang"),
    Butir(81, "Catatan akses", "/catatan-akses/", "scroll-text", lambda s: s.boleh(Izin.CATATAN), "Orang"),
)
