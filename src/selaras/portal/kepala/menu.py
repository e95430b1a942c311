"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Jenis
from selaras.portal.butir import Butir

MENU = (Butir(30, "Sekolah", "/sekolah/", "school", lambda s: s.jenis in (Jenis.KEPALA, Jenis.OPERATOR)),)
