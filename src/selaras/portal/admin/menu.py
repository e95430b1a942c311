"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.portal.butir import Butir

MENU = (
    Butir(20, "Kendala", "/kendala/", "triangle-alert", lambda s: s.boleh(Izin.LIHAT_INSTANSI)),
    Butir(50, "Impor", "/impor/", "upload", lambda s: s.boleh(Izin.IMPOR), "Data"),
    Butir(51, "Rekap", "/rekap/", "chart-column", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Data"),
    Butir(52, "Perubahan", "/perubahan/", "arrow-right-left", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Data"),
    Butir(53, "Tindak lanjut", "/tindak-lanjut/", "send", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Data"),
    Butir(54, "Padan orang", "/padan/", "link", lambda s: s.boleh(Izin.PADAN), "Data"),
    Butir(55, "Padan unit kerja", "/padan/unor/", "building-2", lambda s: s.boleh(Izin.PADAN), "Data"),
    Butir(56, "Pengecualian", "/kecualikan/", "circle-minus", lambda s: s.boleh(Izin.KECUALIKAN), "Data"),
    Butir(60, "Jalan", "/jalan/", "refresh-cw", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Proses"),
    Butir(61, "Rencana dan kirim", "/rencana/", "list-checks", lambda s: s.boleh(Izin.KIRIM), "Proses"),
    Butir(62, "Periode", "/periode/", "calendar", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Proses"),
    Butir(
        63, "Log Sinkronisasi", "/log-sinkronisasi/", "scroll-text", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Proses"
    ),
    Butir(64, "Bukti", "/bukti/", "file-check", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Proses"),
    Butir(65, "Jadwal", "/jadwal/", "clock", lambda s: s.boleh(Izin.JADWAL), "Proses"),
    Butir(66, "Sistem", "/sistem/", "server", lambda s: s.boleh(Izin.SISTEM), "Proses"),
    Butir(70, "Guru", "/orang/", "users", lambda s: s.boleh(Izin.LIHAT_INSTANSI), "Orang", juga=("/guru/",)),
)
