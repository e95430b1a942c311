"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

ORANG = set(Jenis) - {Jenis.TEKNISI}
ATASAN = {Jenis.KEPALA, Jenis.ADMIN_INSTANSI}
ADMIN = {Jenis.ADMIN_INSTANSI}
_ADMIN = ("periode", "unor", "plt", "pegawai", "log", "sinkro-penilaian", "laporan")
BOLEH: dict[str, set[Jenis]] = {
    "/e-kinerja/": ORANG,
    "/e-kinerja/profil/": ORANG,
    "/e-kinerja/sinkron/": ORANG,
    "/e-kinerja/sinkron-rotasi/": ORANG,
    "/e-kinerja/bawahan/": ATASAN,
    **{f"/e-kinerja/admin/{page}/": ADMIN for page in _ADMIN},
}
_SKP = "e-kinerja/skp/<uuid:skp>"
LAIN: set[str] = {
    _SKP,
    *(f"{_SKP}/{rest}" for rest in ("penilaian", "putusan", "kunci", "dokumen/<int:slot>", "dokumen/<int:slot>/pdf")),
    "e-kinerja/admin/pegawai/<uuid:pegawai>",
    "e-kinerja/admin/laporan/skp/<int:tahun>",
    "e-kinerja/admin/laporan/penilaian/<int:tahun>/<uuid:periode>",
    "e-kinerja/admin/laporan/log/<int:tahun>",
}
