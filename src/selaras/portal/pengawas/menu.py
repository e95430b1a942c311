"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.portal.butir import Butir

MENU = (
    Butir(
        *(30, "Sekolah", "/sekolah-sekolah/", "school"),
        lambda s: s.jenis is Jenis.PENGAWAS or s.boleh(Izin.LIHAT_INSTANSI),
        juga=("/sekolah/",),
    ),
)
