"""From findings to what each school does: the steps of the head, of the teachers, of the operator, and what is awaited.

The one place that groups; the papers print what stands here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from selaras.documents.tindak_lanjut import kunci, langkah
from selaras.documents.tindak_lanjut.langkah import Aturan, Siapa
from selaras.documents.tindak_lanjut.penahan import PERIODE, Penahan
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.posisi import Kendala, Posisi, Sekolah

TANPA_LANGKAH = frozenset({"catatan", "dikecualikan", "selaras"})  # a finding in one of these asks nobody for anything


class Susunan:
    """All findings of a position, grouped; built once and shared by every paper."""

    def __init__(self, posisi: Posisi) -> None:
        """Sort the findings by school once."""
        self.posisi = posisi
        self.penahan = Penahan(posisi.kendala)
        self._per_sekolah: dict[str, list[Kendala]] = defaultdict(list)
        for k in posisi.kendala:
            self._per_sekolah[k.npsn or ""].append(k)

    def kendala(self, npsn: str) -> list[Kendala]:
        """Return the findings of a school, its people's included."""
        return self._per_sekolah.get(npsn, [])

    @cached_property
    def instansi(self) -> tuple[Langkah, ...]:
        """The steps that every school waits for: Manajemen Periode and the map."""
        return self._kelompokkan(
            k for k in self._per_sekolah.get("", []) if k.kode in PERIODE | {"U5"} and k.tingkat == "instansi"
        )[0]

    def sekolah(self, s: Sekolah) -> LangkahSekolah:
        """Return what a school does and waits for."""
        semua, tertahan = self._kelompokkan(self.kendala(s.npsn))
        if s.guru > s.selesai:
            semua = tuple(sorted((*semua, *self.instansi), key=_urut))
        return LangkahSekolah(s, semua, tertahan)

    @cached_property
    def hari_ini(self) -> tuple[Langkah, ...]:
        """Every step that can be done now, of the whole district, the one that frees most people first."""
        semua = [x for npsn in self._per_sekolah for x in self._kelompokkan(self.kendala(npsn))[0]]
        utama = [x for x in semua if x.utama and x.siapa != Siapa.WAKTU]
        return tuple(sorted(utama, key=lambda x: (-x.membuka, _urut(x), x.kendala[0].sekolah or "")))

    @cached_property
    def tertahan(self) -> int:
        """People of the whole district whose own step waits for somebody else."""
        return sum(self._kelompokkan(self.kendala(npsn))[1] for npsn in self._per_sekolah)

    def _kelompokkan(self, kendala: Iterable[Kendala]) -> tuple[tuple[Langkah, ...], int]:
        grup: dict[tuple[str, Aturan, str], list[Kendala]] = defaultdict(list)
        tertahan: set[str | None] = set()
        for k in kendala:
            if k.keadaan in TANPA_LANGKAH:
                continue
            for a in langkah.aturan(k):
                terbuka = None if self.penahan.menahan(k, a) else self.penahan.periode_terbuka(k, a)
                if terbuka is None:
                    tertahan.add(kunci.orang(k))
                    break  # when the moving step waits, who helps with it is not reminded either
                sendiri = k.tingkat != "orang" or k.kepala  # such a step is never merged with the others'
                grup[k.kode, a, kunci.rujukan(k) if sendiri else ""].append(terbuka)
        hasil = sorted((_langkah(kode, a, isi) for (kode, a, _), isi in grup.items()), key=_urut)
        return tuple(hasil), len(tertahan - {None})


def _langkah(kode: str, a: Aturan, kendala: list[Kendala]) -> Langkah:
    per_orang: dict[str, int] = {}
    for k in kendala:
        siapa = kunci.orang(k) or ""
        per_orang[siapa] = max(per_orang.get(siapa, 0), k.membuka_jalan_bagi)
    urut = tuple(sorted(kendala, key=lambda k: (k.nama or "").casefold()))
    return Langkah(kode, a, urut, len(per_orang.keys() - {""}), sum(per_orang.values()))


def _urut(x: Langkah) -> tuple[tuple[int, int, int], str]:
    return langkah.urutan(x.aturan, x.orang), x.kode
