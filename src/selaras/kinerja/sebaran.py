"""Pola distribusi: what SE MenPANRB 3/2023 advises about the spread of predikat in a unit. Advice, never a block.

Small schools can not meet percentages, and the letter is guidance. The organisation scale has "Istimewa", no
"Sangat Baik". Project reading of "mayoritas": the largest share. The letter's full text was not read; the rules are
as the press reported them (docs/aturan.md).

>>> periksa("Istimewa", {1: 8, 2: 2})
('SB>70%',)
>>> periksa("Baik", {1: 2, 2: 8})
('B>70%', 'NO_BP_OR_K')
>>> periksa("Butuh Perbaikan", {1: 1, 2: 3, 3: 6})
()
>>> nasihat("istimewa")
'mayoritas Sangat Baik (paling banyak 70%)'
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from selaras.kinerja.putusan import AturanError
from selaras.kinerja.rating import kunci

SINGKATAN: Final = {1: "SB", 2: "B", 3: "BP", 4: "K", 5: "SK"}


class CapaianError(AturanError):
    """Text that is no capaian kinerja organisasi: `kode` UNKNOWN_CAPAIAN."""


class Batas(NamedTuple):
    """The share of some predikat together, in percent: at least `minimal`, at most `maksimal`."""

    predikat: tuple[int, ...]
    minimal: int = 0
    maksimal: int = 100

    def kode(self, bagian: Mapping[int, Fraction]) -> str | None:
        """Return the code of a breach, such as 'SB>70%' or 'K+BP<10%', or None."""
        porsi = sum((bagian[p] for p in self.predikat), Fraction(0))
        nama = "+".join(SINGKATAN[p] for p in self.predikat)
        if porsi > self.maksimal:
            return f"{nama}>{self.maksimal}%"
        return f"{nama}<{self.minimal}%" if porsi < self.minimal else None


class Pola(NamedTuple):
    """The advice for one capaian: a text, a majority, limits, and predikat of which somebody must exist."""

    teks: str
    mayoritas: int | None = None
    batas: tuple[Batas, ...] = ()
    harus_ada: tuple[int, ...] = ()


POLA: Final = {
    "istimewa": Pola("mayoritas Sangat Baik (paling banyak 70%)", 1, (Batas((1,), maksimal=70),)),
    "baik": Pola(
        "mayoritas Baik (paling banyak 70%); harus ada Butuh Perbaikan dan/atau Kurang",
        2,
        (Batas((2,), maksimal=70),),
        (3, 4),
    ),
    "butuhperbaikan": Pola(
        "Butuh Perbaikan >=60%; Sangat Baik <=10%",
        batas=(Batas((3,), 60), Batas((1,), maksimal=10)),
    ),
    "kurang": Pola(
        "Kurang >=60%; Butuh Perbaikan >=10%; Sangat Baik <=10%",
        batas=(Batas((4,), 60), Batas((3,), 10), Batas((1,), maksimal=10)),
    ),
    "sangatkurang": Pola(
        "Sangat Kurang >=60%; Kurang dan/atau Butuh Perbaikan >=10%; tanpa Sangat Baik",
        batas=(Batas((5,), 60), Batas((4, 3), 10), Batas((1,), maksimal=0)),
    ),
}


def nasihat(capaian: str) -> str:
    """Return the advice in words for a capaian kinerja organisasi."""
    return _pola(capaian).teks


def periksa(capaian: str, jumlah: Mapping[int, int]) -> tuple[str, ...]:
    """Return the codes of what departs from the advice; empty when nothing does, or nobody was rated.

    `jumlah` counts people per predikat code 1..5.
    """
    pola = _pola(capaian)
    orang = sum(jumlah.values())
    if not orang:
        return ()
    bagian = {p: Fraction(100 * jumlah.get(p, 0), orang) for p in SINGKATAN}
    kode = [k for b in pola.batas if (k := b.kode(bagian))]
    if pola.mayoritas and bagian[pola.mayoritas] < max(bagian.values()):
        kode.append(f"{SINGKATAN[pola.mayoritas]}_NOT_MAJORITY")
    if pola.harus_ada and not any(bagian[p] for p in pola.harus_ada):
        kode.append("NO_" + "_OR_".join(SINGKATAN[p] for p in pola.harus_ada))
    return tuple(kode)


def _pola(capaian: str) -> Pola:
    k = kunci(capaian)
    if k not in POLA:
        raise CapaianError("UNKNOWN_CAPAIAN")
    return POLA[k]
