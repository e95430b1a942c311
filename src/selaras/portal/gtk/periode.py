"""Which year and period the pages of Ruang GTK are about: chosen at the top right, kept for the visit."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from selaras.config.clock import today
from selaras.kinerja import periode, siklus
from selaras.organisasi.selectors import Instansi
from selaras.portal.db import scope_of

KEPT = "gtk_periode"  # in the session
_YEARS = 4
_MONTHS = {301: "Januari - Juni", 302: "Juli - Desember", 400: "Januari - Desember"}


@dataclass(frozen=True, slots=True)
class Periode:
    """A year and a slot."""

    tahun: int
    slot: int

    @property
    def kunci(self) -> str:
        """Return how the form names it."""
        return f"{self.tahun}-{self.slot}"

    @property
    def nama(self) -> str:
        """Return how people name it.

        >>> Periode(2024, 302).nama, Periode(2024, 204).nama
        ('Juli - Desember 2024', 'Triwulan 4 2024 (Oktober-Desember)')
        """
        if self.slot in _MONTHS:
            return f"{_MONTHS[self.slot]} {self.tahun}"
        name, _, months = periode.nama_panjang(self.slot).partition(" (")
        return f"{name} {self.tahun} ({months}"


def pilihan(instansi: Instansi) -> list[tuple[int, list[Periode]]]:
    """List the periods that can be chosen, the newest year first, each year the whole before its parts."""
    last = max(today().year, instansi.tahun)
    years = [tahun for tahun in range(last, last - _YEARS, -1) if tahun >= min(siklus.SIKLUS)]
    if instansi.tahun not in years:
        years.append(instansi.tahun)
    return [(tahun, [Periode(tahun, slot) for slot in _slots(tahun, instansi)]) for tahun in years]


def _slots(tahun: int, instansi: Instansi) -> list[int]:
    parts = periode.slots(periode.parse_tipe(instansi.tipe_periodik))
    return sorted({*siklus.untuk(tahun).slot_pmm, *parts}, key=lambda slot: (-(slot // 100), slot))


def dipilih(request: HttpRequest, instansi: Instansi) -> Periode:
    """Return the period that was chosen, at first the whole year of the instansi.

    A form that is sent is about the period that it was shown for, whatever another window has chosen since.
    """
    wanted = request.POST.get("periode") or request.session.get(KEPT)
    known = {one.kunci: one for _, group in pilihan(instansi) for one in group}
    return known.get(wanted) or Periode(instansi.tahun, periode.SETAHUN)


@require_POST
def ganti(request: HttpRequest) -> HttpResponse:
    """Choose another period and go back to where one was; anything that is none changes nothing."""
    scope_of(request)
    request.session[KEPT] = str(request.POST.get("periode", ""))[:20]
    back = str(request.POST.get("lanjut", ""))
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/gtk/")
    return redirect(back if safe else "/gtk/")
