"""Who may open which page of this room; `LAIN` are the addresses that tests of their own try.

The village of these tests has no built-in PMM: its addresses do not exist there. tests/portal/gtk has one that does.
"""

from __future__ import annotations

from selaras.accounts.roles import Jenis

_OFF: set[Jenis] = set()
BOLEH: dict[str, set[Jenis]] = {
    "/gtk/": set(Jenis) - {Jenis.TEKNISI},
    "/gtk/isian-cepat/": {Jenis.KEPALA, Jenis.OPERATOR},
    "/gtk/saya/": _OFF,
    "/gtk/kegiatan/": _OFF,
    "/gtk/guru/": _OFF,
    "/gtk/nilai/": _OFF,
    "/gtk/kirim/": _OFF,
}
LAIN: set[str] = {
    "gtk/periode",
    "gtk/skp",
    "gtk/skp/<uuid:skp>",
    "gtk/dibaca/<uuid:skp>",
    "gtk/kegiatan/<uuid:kegiatan>/tarik",
    "gtk/observasi/<uuid:skp>",
    "gtk/periksa/<uuid:skp>",
    "gtk/tarik/<uuid:skp>",
}
