"""Who waits for somebody else: nobody is reminded of what another has to mend first.

A school whose unit is not matched (or has no head) holds its teachers; a head without an SKP in e-Kinerja holds the
teachers' buttons; a wrong NIP holds the person; a missing period holds the rating of that period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from selaras.documents.tindak_lanjut.kunci import orang
from selaras.documents.tindak_lanjut.langkah import Aturan, Siapa
from selaras.monitoring.posisi import Kendala

SEKOLAH = frozenset({"U1", "U2", "U3", "K1", "K2"})  # the whole school waits for the dinas or the admin
KEPALA_DULU = "S4"
ORANG = frozenset({"N1", "N3", "N5", "N6", "U4", "T1", "A1", "G2", "X1"})  # this person waits
PERIODE = frozenset({"P1", "P2", "P3", "P4", "P5"})
SEMUA_PERIODE = frozenset({"P2", "P3"})  # the button is gone for every period


class Penahan:
    """What holds whom, gathered once from all findings of a position."""

    def __init__(self, kendala: Iterable[Kendala]) -> None:
        """Gather from all findings, notes left out."""
        self._sekolah: dict[str, set[str]] = defaultdict(set)
        self._orang: dict[str, set[str]] = defaultdict(set)
        self._periode: set[str] = set()
        self._semua_periode = False
        for k in kendala:
            if k.keadaan != "catatan":
                self._catat(k)

    def _catat(self, k: Kendala) -> None:
        if k.npsn and k.kode in SEKOLAH | {KEPALA_DULU}:
            self._sekolah[k.npsn].add(k.kode)
        if k.kode in ORANG and (siapa := orang(k)):
            self._orang[siapa].add(k.kode)
        if k.kode in PERIODE:
            self._periode.update(k.periode)
            self._semua_periode |= k.kode in SEMUA_PERIODE

    def menahan(self, k: Kendala, a: Aturan) -> str | None:
        """Return the code that this step waits for, None when it can be done now."""
        if a.siapa not in (Siapa.GURU, Siapa.KEPALA):
            return None
        sekolah = self._sekolah.get(k.npsn or "", set()) - {k.kode}
        dari_sekolah = sorted(sekolah & SEKOLAH)
        if dari_sekolah and (a.siapa == Siapa.GURU or a.tempat == "ekinerja"):
            return dari_sekolah[0]
        if a.tempat == "ekinerja" and KEPALA_DULU in sekolah and (a.siapa == Siapa.GURU or k.kode in ("S7", "S8")):
            return KEPALA_DULU
        return self._menahan_orang(k, a)

    def _menahan_orang(self, k: Kendala, a: Aturan) -> str | None:
        milik = self._orang.get(orang(k) or "", set()) - {k.kode}
        milik_guru = a.siapa == Siapa.GURU or k.kepala
        if not milik or not milik_guru or k.kode in ORANG:
            return None
        menutup = milik & {"X1", "T1"} or (milik if a.tempat == "ekinerja" else set())
        return min(menutup, default=None)

    def periode_terbuka(self, k: Kendala, a: Aturan) -> Kendala | None:
        """Return the finding with the periods that can be synced now, None when none is open."""
        if a.tempat != "ekinerja" or a.jenis != "penilaian" or not k.periode:
            return k
        if self._semua_periode:
            return None
        terbuka = tuple(p for p in k.periode if p not in self._periode)
        return replace(k, periode=terbuka) if terbuka else None
