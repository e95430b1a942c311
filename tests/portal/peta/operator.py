"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

BOLEH: dict[str, set[Jenis]] = {
    "/kode/": {Jenis.OPERATOR},
    "/operator/": {Jenis.OPERATOR},
    "/operator/daftar-guru/": {Jenis.OPERATOR},
}
LAIN: set[str] = {"operator/verval-ptk.xlsx", "operator/daftar-guru/<str:nama>"}
