"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

ADMIN = {Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI}
BOLEH: dict[str, set[Jenis]] = {
    "/kendala/": ADMIN, "/impor/": ADMIN, "/rekap/": ADMIN,
    "/perubahan/": ADMIN, "/orang/": ADMIN, "/padan/": ADMIN, "/padan/unor/": ADMIN, "/kecualikan/": ADMIN,
    "/kecualikan/daftar/": ADMIN, "/tindak-lanjut/": ADMIN,
    "/tindak-lanjut/status/": ADMIN,
}  # fmt: skip
LAIN: set[str] = {
    "kendala/<str:kode>", "impor/<str:nama>", "padan/putuskan", "padan/batal", "padan/unor/<str:nama>",
    "kecualikan/cabut", "impor/kemajuan", "rekap/unduh", "tindak-lanjut/berkas",
    "tindak-lanjut/berkas/minta", "tindak-lanjut/berkas/<str:nama>", "tindak-lanjut/<str:nama>",
    "tindak-lanjut/<str:nama>/<str:bentuk>",
}  # fmt: skip
# Running things.
BOLEH |= {
    "/jalan/": ADMIN, "/rencana/": {Jenis.ADMIN_INSTANSI}, "/periode/": ADMIN, "/log-sinkronisasi/": ADMIN,
    "/bukti/": ADMIN, "/jadwal/": {Jenis.ADMIN_INSTANSI, Jenis.TEKNISI},
    "/sistem/": {Jenis.ADMIN_INSTANSI, Jenis.TEKNISI},
}  # fmt: skip
LAIN |= {
    "jalan/sinkronkan", "jalan/proses", "jalan/sinkron/<str:nama>", "jalan/sinkron/<str:nama>/isi", "jalan/<str:nama>",
    "jalan/<str:nama>/isi", "rencana/<str:nama>", "bukti/<str:nama>", "bukti/<str:nama>/unduh",
}  # fmt: skip
