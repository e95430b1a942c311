"""People: plain records, made one school at a time and thrown away again."""

from __future__ import annotations

from dataclasses import dataclass, field

from selaras.latihan.nilai import Nilai
from selaras.latihan.peran import UTUH, Pola
from selaras.latihan.sekolah import Sekolah, Unor


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Who rates: as the reports print him."""

    nip: str
    nama: str
    jabatan: str


@dataclass(slots=True)
class Skp:
    """One SKP of a person: at one school, for part of the year, with the ratings that fall into it (`tw`)."""

    ke: int
    sekolah: Sekolah
    unor: Unor
    mulai: str
    selesai: str
    jabatan: str
    penilai: Pejabat
    tw: str = "1234T"
    penilai_awal: Pejabat | None = None  # who rated triwulan 1 and 2, when a head was replaced on 1 July
    plt: bool = False

    def penilai_untuk(self, tw: str) -> Pejabat:
        """Say who rates this triwulan."""
        return self.penilai_awal if self.penilai_awal and tw in "12" else self.penilai


@dataclass(slots=True)
class Guru:
    """A teacher or head. `nip` as SIASN has it, `nip_sekolah` as PMM and Dapodik have it ('' = empty).

    peran is the planned role and urut the place within it; kini and pola are what holds on the day of a snapshot.
    """

    g: int
    nip: str
    nip_sekolah: str
    nik: str
    nuptk: str
    nama: str
    lahir: str  # ISO
    perempuan: bool
    status: str  # PNS, PPPK
    golongan: str
    jabatan: str
    jenis_ptk: str
    sekolah: Sekolah
    unor: Unor
    atasan: Pejabat
    nilai: dict[str, Nilai]
    acak: int
    peran: str
    urut: int
    skp: tuple[Skp, ...] = ()
    kini: str = "selaras"
    pola: Pola = field(default=UTUH)
    pejabat_lain: Pejabat | None = None  # A1
    unor_lain: Unor | None = None  # U4

    @property
    def sebagai_pejabat(self) -> Pejabat:
        """Give this person as the one who rates."""
        return Pejabat(self.nip, self.nama.upper(), self.jabatan)


@dataclass(frozen=True, slots=True)
class LuarCakupan:
    """Somebody outside the scope: honorer (Dapodik only, no NIP), TU, or a nurse of another OPD."""

    jenis: str  # honorer, tu, opd
    g: int
    nip: str
    nik: str
    nama: str
    lahir: str
    perempuan: bool
    jabatan: str
    golongan: str
    sekolah: Sekolah | None
    unor: Unor
    atasan: Pejabat
    nilai: Nilai
