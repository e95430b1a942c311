"""Counts of a school: how many people stand at each of the five steps, and which step comes first."""

from __future__ import annotations

from selaras.documents.tindak_lanjut import kunci, langkah
from selaras.documents.tindak_lanjut.langkah import Siapa, Tahap
from selaras.documents.tindak_lanjut.penahan import PERIODE
from selaras.documents.tindak_lanjut.susun import TANPA_LANGKAH, Susunan
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.posisi import Sekolah

_URUT = list(Tahap)


def per_tahap(susunan: Susunan, s: Sekolah) -> dict[Tahap, int]:
    """Return people per step, each person once, at the earliest step where something is open.

    A school-level finding adds the people that it frees and who have no finding of their own; whoever is not done and
    has none at all waits for the period when Manajemen Periode has one open.
    """
    orang: dict[str, Tahap] = {}
    sekolah: dict[Tahap, int] = {}
    for k in susunan.kendala(s.npsn):
        if k.keadaan in TANPA_LANGKAH:
            continue
        di = langkah.tahap(k)
        if siapa := kunci.orang(k):
            orang[siapa] = min(orang.get(siapa, di), di, key=_URUT.index)
        else:
            sekolah[di] = max(sekolah.get(di, 0), k.membuka_jalan_bagi)
    orang = {siapa: min(di, *sekolah, key=_URUT.index) if sekolah else di for siapa, di in orang.items()}
    hitung = {t: sum(1 for x in orang.values() if x == t) for t in Tahap}
    sisa = max(s.guru - s.selesai - len(orang), 0)
    for di in sorted(sekolah, key=_URUT.index):
        hitung[di] += min(sisa, sekolah[di])
        sisa -= min(sisa, sekolah[di])
    if any(x.kode in PERIODE for x in susunan.instansi):
        hitung[Tahap.PERIODE] += sisa
    return hitung


def langkah_pertama(isi: LangkahSekolah) -> Langkah | None:
    """Return what gets the school moving: its school-level step, else its own people's, else what it waits for."""
    nyata = [x for x in isi.langkah if x.utama and x.siapa != Siapa.WAKTU]
    return min(nyata, key=_dahulu, default=None)


def _dahulu(x: Langkah) -> int:
    tingkat = x.kendala[0].tingkat
    if tingkat == "sekolah":
        return 0
    if tingkat == "instansi":
        return 4
    return {Siapa.KEPALA: 1, Siapa.OPERATOR: 2, Siapa.GURU: 2}.get(x.siapa, 3)
