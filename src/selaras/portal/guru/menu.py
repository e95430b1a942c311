"""The links of this room in the navigation. A teacher's own pages are linked from each other."""

from __future__ import annotations

from selaras.accounts.roles import Jenis
from selaras.portal.butir import Butir

_OTHERS = frozenset(Jenis) - {Jenis.GURU, Jenis.TEKNISI}
MENU = (Butir(20, "Data saya", "/saya/", "user", lambda s: s.orang is not None and s.jenis in _OTHERS, "Orang"),)
