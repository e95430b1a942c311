"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.portal.butir import Butir

MENU = (
    Butir(31, "Rekap", "/rekap/", "chart-column", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(33, "Guru", "/orang/", "users", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(40, "Kendala", "/kendala/", "triangle-alert", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(41, "Tindak lanjut", "/tindak-lanjut/", "send", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(42, "Padan", "/padan/", "link", lambda s: s.boleh(Izin.PADAN)),
    Butir(43, "Pengecualian", "/kecualikan/", "circle-minus", lambda s: s.boleh(Izin.KECUALIKAN)),
    Butir(50, "Impor", "/impor/", "upload", lambda s: s.boleh(Izin.IMPOR)),
    Butir(60, "Proses", "/jalan/", "refresh-cw", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(61, "Jadwal", "/jadwal/", "clock", lambda s: s.boleh(Izin.JADWAL) and not s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(62, "Sistem", "/sistem/", "server", lambda s: s.boleh(Izin.SISTEM) and not s.boleh(Izin.LIHAT_INSTANSI)),
)
