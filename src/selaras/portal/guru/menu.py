"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Jenis
from selaras.portal.butir import Butir

MENU = (Butir(20, "Data saya", "/saya/", "user", lambda s: s.orang is not None and s.jenis is not Jenis.GURU),)
