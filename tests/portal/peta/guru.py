"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

PEGAWAI = set(Jenis) - {Jenis.TEKNISI}
BOLEH: dict[str, set[Jenis]] = {
    "/saya/": PEGAWAI,
    "/saya/langkah/": PEGAWAI,
    "/saya/riwayat/": PEGAWAI,
    "/saya/bukti/": PEGAWAI,
    "/saya/pesan/": PEGAWAI,
    "/saya/lapor/": PEGAWAI,
}
LAIN: set[str] = {
    "saya/nyatakan/<str:apa>",
    "saya/nyatakan/<str:apa>/<str:kode>",
    "guru/<str:nama>",
    "guru/<str:nama>/langkah",
    "guru/<str:nama>/riwayat",
    "guru/<str:nama>/bukti",
}
