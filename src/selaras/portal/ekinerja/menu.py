"""The link into this room, and the navigation within it."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.organisasi.selectors import Instansi
from selaras.portal.butir import Butir, Grup, menu_dari
from selaras.ui.bingkai import Menu

TARGET = "ekinerja_builtin"


def bawaan(instansi: Instansi | None) -> bool:
    """Say whether the e-Kinerja of the instansi is the one built into Selaras."""
    return instansi is not None and instansi.target == TARGET


MENU: tuple[Butir, ...] = (
    Butir(85, "e-Kinerja", "/e-kinerja/", "gauge", lambda s: s.boleh(Izin.LIHAT_DIRI), di=bawaan),
)


def atasan(scope: Cakupan) -> bool:
    """Say whether the role rates staff."""
    return scope.boleh(Izin.SETUJUI) and not scope.semua


def admin(scope: Cakupan) -> bool:
    """Say whether the role has the menu Administrator."""
    return scope.boleh(Izin.EKINERJA)


ADMINISTRATOR = Grup(40, "Administrator", "settings")
DALAM = (
    Butir(10, "SKP Saya", "/e-kinerja/", "file-check", lambda s: True, tepat=True),
    Butir(20, "Profil", "/e-kinerja/profil/", "circle-user-round", lambda s: True),
    Butir(30, "SKP Bawahan", "/e-kinerja/bawahan/", "users", atasan),
    Butir(40, "Manajemen Periode", "/e-kinerja/admin/periode/", "calendar", admin, "Administrator"),
    Butir(50, "Unor", "/e-kinerja/admin/unor/", "building-2", admin, "Administrator"),
    Butir(60, "PLT/PLH", "/e-kinerja/admin/plt/", "user-check", admin, "Administrator"),
    Butir(70, "Pegawai", "/e-kinerja/admin/pegawai/", "search", admin, "Administrator"),
    Butir(
        *(80, "Log Sinkronisasi", "/e-kinerja/admin/log/", "scroll-text", admin, "Administrator"),
        juga=("/e-kinerja/admin/sinkro-penilaian/",),
    ),
    Butir(90, "Laporan", "/e-kinerja/admin/laporan/", "download", admin, "Administrator"),
    Butir(99, "Kembali ke Selaras", "/", "arrow-left", lambda s: True, tepat=True),
)


def menu_dalam(scope: Cakupan, path: str) -> tuple[Menu, ...]:
    """Return the navigation of the application for a role; the open page is marked."""
    return menu_dari([one for one in DALAM if one.untuk(scope)], (ADMINISTRATOR,), path)
