"""What the dropdowns offer, and how a value that is already known is spelled so that it is one of them.

Ratings are carried as given, never derived from one another; a text that is no known spelling stays as it is, so that
the import says what is wrong with it.

>>> eja("hasil_kerja", "DI ATAS EKSPEKTASI"), eja("predikat", "cukup"), eja("status", "Draft"), eja("predikat", "A+")
('Diatas Ekspektasi', 'Butuh Perbaikan', 'draf', 'A+')
>>> isian_penilaian(hasil=2, perilaku=1, predikat=2, status=3)["hasil_kerja"]
'Sesuai Ekspektasi'
"""

from __future__ import annotations

from typing import Final

from selaras.connectors.ports import PenilaianStatus, SkpStatus
from selaras.kinerja import predikat as predikat_kinerja
from selaras.kinerja import rating

RATING: Final = {1: "Diatas Ekspektasi", 2: "Sesuai Ekspektasi", 3: "Dibawah Ekspektasi"}  # e-Kinerja's spelling
PREDIKAT: Final = predikat_kinerja.NAMA
STATUS: Final = {int(s): s.name.lower() for s in PenilaianStatus}
STATUS_SKP: Final = {int(s): s.name.capitalize() for s in SkpStatus}
KEPEGAWAIAN: Final = ("PNS", "PPPK", "PPPK PARUH WAKTU", "NON ASN")
TIPE: Final = {1: "bulanan", 2: "triwulanan", 3: "semester", 4: "tahunan"}


def eja(kolom: str, teks: str) -> str:
    """Return the text in the spelling of the dropdown of this column; unknown text as it is."""
    try:
        if kolom in ("hasil_kerja", "perilaku_kerja"):
            return RATING[rating.parse(teks)]
        if kolom == "predikat":
            return PREDIKAT[predikat_kinerja.parse(teks)]
    except ValueError:
        return teks
    return _eja_status(teks) if kolom == "status" else teks


def isian_penilaian(
    *, hasil: int | None = None, perilaku: int | None = None, predikat: int | None = None, status: int | None = None
) -> dict[str, str]:
    """Return the columns of a rating from its codes, for `PegawaiTemplat.sudah`; None is left out."""
    sel = (("hasil_kerja", RATING, hasil), ("perilaku_kerja", RATING, perilaku), ("predikat", PREDIKAT, predikat))
    return {kolom: nama[kode] for kolom, nama, kode in (*sel, ("status", STATUS, status)) if kode is not None}


def isian_skp(*, status: int | None = None, mulai: str = "", selesai: str = "") -> dict[str, str]:
    """Return the columns of an SKP from its code and ISO dates, for `PegawaiTemplat.sudah['skp']`."""
    sel = {"periode_awal": mulai, "periode_akhir": selesai, "status": STATUS_SKP[status] if status else ""}
    return {kolom: teks for kolom, teks in sel.items() if teks}


def _eja_status(teks: str) -> str:
    """Return a status as both sheets spell it: without case; PMM's 'draft' too. The caller gives it its capital."""
    kunci = teks.strip().lower()
    if kunci == "draft":
        return "draf"
    return kunci if kunci in STATUS.values() else teks
