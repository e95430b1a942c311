"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.portal.butir import Butir

MENU = (
    Butir(40, "Kendala", "/kendala/", "triangle-alert", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(50, "Impor", "/impor/", "upload", lambda s: s.boleh(Izin.IMPOR)),
)
