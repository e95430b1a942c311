"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

ADMIN = {Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI}
BOLEH: dict[str, set[Jenis]] = {"/kendala/": ADMIN, "/impor/": ADMIN}
LAIN: set[str] = set()
