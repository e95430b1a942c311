"""The link into this room, and the navigation within it."""

from __future__ import annotations

from selaras.accounts.roles import Izin
from selaras.accounts.scope import Cakupan
from selaras.portal.butir import Butir
from selaras.ui.bingkai import Menu

MENU: tuple[Butir, ...] = (Butir(85, "e-Kinerja", "/e-kinerja/", "gauge", lambda s: s.boleh(Izin.LIHAT_DIRI)),)


def atasan(scope: Cakupan) -> bool:
    """Say whether the role rates staff."""
    return scope.boleh(Izin.SETUJUI) and not scope.semua


def admin(scope: Cakupan) -> bool:
    """Say whether the role has the menu Administrator."""
    return scope.boleh(Izin.EKINERJA)


DALAM = (
    Butir(10, "SKP Saya", "/e-kinerja/", "file-check", lambda s: True),
    Butir(20, "Profil", "/e-kinerja/profil/", "circle-user-round", lambda s: True),
    Butir(30, "SKP Bawahan", "/e-kinerja/bawahan/", "users", atasan),
    Butir(40, "Manajemen Periode", "/e-kinerja/admin/periode/", "calendar", admin),
    Butir(50, "Unor", "/e-kinerja/admin/unor/", "building-2", admin),
    Butir(60, "PLT/PLH", "/e-kinerja/admin/plt/", "user-check", admin),
    Butir(70, "Pegawai", "/e-kinerja/admin/pegawai/", "search", admin),
    Butir(80, "Log Sinkronisasi", "/e-kinerja/admin/log/", "scroll-text", admin),
    Butir(90, "Laporan", "/e-kinerja/admin/laporan/", "download", admin),
    Butir(99, "Kembali ke Selaras", "/", "arrow-left", lambda s: True),
)


def menu_dalam(scope: Cakupan, path: str) -> tuple[Menu, ...]:
    """Return the navigation of the application for a role; the open page is marked."""
    return tuple(Menu(one.teks, one.url, one.ikon, one.url == path) for one in DALAM if one.untuk(scope))
