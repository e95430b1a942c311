"""The links of this room in the navigation."""

from __future__ import annotations

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.portal.butir import Butir


def _guru(scope: Cakupan) -> bool:
    return scope.jenis is Jenis.GURU


MENU = (
    Butir(20, "Data saya", "/saya/", "user", lambda s: s.orang is not None and s.jenis not in (Jenis.GURU, Jenis.TEKNISI)),
    Butir(20, "Lima langkah", "/saya/langkah/", "list-checks", _guru),
    Butir(24, "Pesan e-Kinerja", "/saya/pesan/", "message-circle-question-mark", _guru),
    Butir(26, "Riwayat", "/saya/riwayat/", "history", _guru),
    Butir(28, "Bukti", "/saya/bukti/", "file-check", _guru),
)
