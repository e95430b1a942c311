"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Jenis
from selaras.organisasi.selectors import pmm_bawaan
from selaras.portal.butir import Butir

MENU = (Butir(60, "Ruang GTK", "/gtk/", "graduation-cap", lambda s: s.jenis is not Jenis.TEKNISI, di=pmm_bawaan),)
