"""The navigation of each role."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.accounts.scope import Cakupan
from selaras.ui.bingkai import Menu

_SEKOLAH = frozenset({Jenis.KEPALA, Jenis.OPERATOR})


def menu_of(scope: Cakupan, path: str) -> tuple[Menu, ...]:
    """Return the links of a role; the open one is marked."""
    entries = [("Beranda", "/", "house")]
    if scope.orang is not None and scope.jenis is not Jenis.GURU:
        entries.append(("Data saya", "/saya/", "user"))
    if scope.jenis in _SEKOLAH:
        entries.append(("Sekolah", "/sekolah/", "school"))
    if scope.jenis is Jenis.PENGAWAS or scope.boleh(Izin.LIHAT_INSTANSI):
        entries.append(("Sekolah", "/sekolah-sekolah/", "school"))
    if scope.boleh(Izin.LIHAT_INSTANSI):
        entries.append(("Kendala", "/kendala/", "triangle-alert"))
    if scope.boleh(Izin.IMPOR):
        entries.append(("Impor", "/impor/", "upload"))
    if scope.boleh(Izin.KODE_MASUK) and scope.jenis is Jenis.OPERATOR:
        entries.append(("Kode masuk", "/kode/", "key-round"))
    return tuple(Menu(text, url, icon, path == url) for text, url, icon in entries)
