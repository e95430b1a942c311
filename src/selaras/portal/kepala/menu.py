"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.portal.butir import Butir

MENU = (
    Butir(30, "Sekolah", "/sekolah/", "school", lambda s: s.jenis in (Jenis.KEPALA, Jenis.OPERATOR)),
    Butir(31, "Periksa & setujui", "/setujui/", "circle-check", lambda s: s.boleh(Izin.SETUJUI), "Orang"),
    Butir(33, "Verifikasi", "/verifikasi/", "lock", lambda s: s.boleh(Izin.KUNCI_LAPORAN), "Orang"),
)
