"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try."""

from __future__ import annotations

from selaras.accounts.roles import Jenis

ADMIN = {Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI}
BOLEH: dict[str, set[Jenis]] = {
    "/kendala/": ADMIN, "/impor/": ADMIN, "/impor/kemajuan/": ADMIN, "/rekap/": ADMIN, "/rekap/unduh/": ADMIN,
    "/perubahan/": ADMIN, "/orang/": ADMIN, "/padan/": ADMIN, "/padan/unor/": ADMIN, "/kecualikan/": ADMIN,
    "/kecualikan/daftar/": ADMIN, "/tindak-lanjut/": ADMIN, "/tindak-lanjut/berkas/": ADMIN,
    "/tindak-lanjut/status/": ADMIN,
}  # fmt: skip
LAIN: set[str] = {
    "kendala/<str:kode>", "impor/<str:nama>", "padan/putuskan", "padan/batal", "padan/unor/<str:nama>",
    "kecualikan/cabut", "tindak-lanjut/berkas/minta", "tindak-lanjut/berkas/<str:nama>", "tindak-lanjut/<str:nama>",
    "tindak-lanjut/<str:nama>/<str:bentuk>",
}  # fmt: skip
