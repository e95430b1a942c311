"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Izin, Jenis
from selaras.accounts.scope import Cakupan
from selaras.portal.butir import Butir


def _operator(scope: Cakupan) -> bool:
    return scope.jenis is Jenis.OPERATOR


MENU = (
    Butir(24, "Verval PTK", "/operator/", "id-card", _operator),
    Butir(40, "Daftar Guru", "/operator/daftar-guru/", "upload", _operator),
    Butir(60, "Kode masuk", "/kode/", "key-round", lambda s: _operator(s) and s.boleh(Izin.KODE_MASUK)),
)
