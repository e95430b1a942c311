"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.organisasi.selectors import Instansi, pmm_bawaan
from selaras.portal.butir import Butir


def _elsewhere(instansi: Instansi | None) -> bool:
    return instansi is not None and not pmm_bawaan(instansi)


MENU = (
    Butir(60, "Ruang GTK", "/gtk/", "graduation-cap", lambda s: s.jenis is not Jenis.TEKNISI, di=pmm_bawaan),
    Butir(61, "Isian cepat", "/gtk/isian-cepat/", "graduation-cap", lambda s: s.boleh(Izin.ISIAN_CEPAT), di=_elsewhere),
)
