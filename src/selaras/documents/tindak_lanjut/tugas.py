"""A step, and all the steps of a school: plain values that every paper prints."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.documents.tindak_lanjut import kunci, langkah
from selaras.documents.tindak_lanjut.langkah import Aturan, Siapa
from selaras.monitoring.posisi import Kendala, Sekolah


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of one group: the same thing to do for some people (or for the school as a whole)."""

    kode: str
    aturan: Aturan
    kendala: tuple[Kendala, ...]
    orang: int  # people named; 0 when the step is about the school
    membuka: int  # people that it frees

    @property
    def siapa(self) -> Siapa:
        """Whose step it is."""
        return Siapa(self.aturan.siapa)

    @property
    def kunci(self) -> str:
        """The id of its row where steps are listed: the finding's own, or that of the group in a school."""
        k = self.kendala[0]
        if k.tingkat == "orang" and not k.kepala:
            return kunci.buat(self.kode, f"{k.npsn or ''}|{self.siapa}")
        return kunci.untuk(k)

    @property
    def menit(self) -> int:
        """Estimated minutes for all of it."""
        return langkah.menit(self.aturan, self.orang)

    @property
    def utama(self) -> bool:
        """The step that moves its finding on, not the help with it."""
        return self.aturan == langkah.aturan(self.kendala[0])[0]

    @property
    def sendiri(self) -> bool:
        """The step of a head about himself or herself."""
        return self.siapa == Siapa.KEPALA and self.orang == 1 and self.kendala[0].kepala


@dataclass(frozen=True, slots=True)
class LangkahSekolah:
    """Everything that a school's page says."""

    sekolah: Sekolah
    langkah: tuple[Langkah, ...]  # doable now, in the order of the work
    tertahan: int  # people whose own step waits for somebody else

    def milik(self, *siapa: Siapa) -> tuple[Langkah, ...]:
        """Return the steps of these groups."""
        return tuple(x for x in self.langkah if x.siapa in siapa)

    @property
    def menit_kepala(self) -> int:
        """Minutes of the head's own steps."""
        return sum(x.menit for x in self.milik(Siapa.KEPALA))

    @property
    def menunggu_lain(self) -> tuple[Langkah, ...]:
        """Return what the dinas or the office has to do first; their help with somebody else's step is not awaited."""
        return tuple(x for x in self.milik(Siapa.DINAS, Siapa.ADMIN) if x.utama)

    @property
    def ditunggu(self) -> int:
        """People whose own or whose school's finding waits for the dinas or the office (a period is everybody's)."""
        langkahnya = [x for x in self.menunggu_lain if x.kendala[0].tingkat in ("orang", "sekolah")]
        nama = {kunci.orang(k) for x in langkahnya for k in x.kendala} - {None}
        sekolah = max((x.membuka for x in langkahnya if not x.orang), default=0)
        return min(max(len(nama), sekolah), max(self.sekolah.guru - self.sekolah.selesai, 0))
