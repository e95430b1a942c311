"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

BOLEH: dict[str, set[Jenis]] = {"/sekolah-sekolah/": set(Jenis) - {Jenis.GURU, Jenis.TEKNISI}}
LAIN: set[str] = {"pengawas/gambar.<str:bentuk>"}
