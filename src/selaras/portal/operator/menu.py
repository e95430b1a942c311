"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.portal.butir import Butir

MENU = (
    Butir(
        *(60, "Kode masuk", "/kode/", "key-round"),
        lambda s: s.jenis is Jenis.OPERATOR and s.boleh(Izin.KODE_MASUK),
    ),
)
