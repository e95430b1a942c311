"""What a template is made of: one school, one year, its people, and what is already known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from selaras.kinerja import jenis_ptk, kepegawaian
from selaras.kinerja import nip as nomor_pegawai
from selaras.kinerja import npsn as nomor_sekolah


@dataclass(frozen=True, slots=True)
class PegawaiTemplat:
    """One person of the school.

    sudah      what is already known, so that nobody types it again: (which, columns of the interchange format), which
               is a slot as text ('201', '400'), 'skp' or 'pegawai'; two SKP or two ratings of a slot are two rows. A
               column the template does not show (skp_id, umpan_balik, nik ...) is carried hidden: importing loses
               nothing.
    induk      skp_id, by slot, that a new rating of this slot belongs to
    lewati     slots that get no row when nothing is known of them: rated elsewhere, or outside the SKP of this school
    terdaftar  whether the person gets a row on 'pegawai': importing one says that PMM has the person at this school
    """

    nip: str
    nama: str
    jenis_ptk: str = ""
    nip_atasan: str = ""
    status_kepegawaian: str = ""
    sudah: tuple[tuple[str, Mapping[str, str]], ...] = ()
    induk: Mapping[int, str] = field(default_factory=dict)
    lewati: frozenset[int] = frozenset()
    terdaftar: bool = True

    def kenal(self, apa: str) -> list[Mapping[str, str]]:
        """Return the rows that are known of 'pegawai', 'skp' or a slot."""
        return [kolom for kunci, kolom in self.sudah if kunci == apa]

    def slots(self, dinilai: Iterable[int]) -> list[int]:
        """Return the slots that get rows: those to rate and those that are known, in order."""
        return sorted(set(dinilai) - self.lewati | {int(kunci) for kunci, _ in self.sudah if kunci.isdigit()})

    @property
    def ber_nip(self) -> bool:
        """Whether the NIP is a possible one: rows under any other would be refused on import."""
        return nomor_pegawai.is_valid(self.nip)

    @property
    def di_luar(self) -> bool:
        """Whether the person is outside the scope (no ASN, or tenaga kependidikan); an unknown text is not."""
        try:
            asn = kepegawaian.parse(self.status_kepegawaian).is_asn
        except ValueError:
            asn = True
        return not asn or bool(self.jenis_ptk and jenis_ptk.is_tendik(self.jenis_ptk))

    @property
    def dinilai(self) -> bool:
        """Whether the person gets rows on 'skp' and 'penilaian'."""
        return self.ber_nip and not self.di_luar


@dataclass(frozen=True, slots=True)
class IsiTemplat:
    """One school's template; `slots` are the periods to rate, e.g. (201, 202, 203, 204, 400)."""

    instansi: str
    npsn: str
    sekolah: str
    tahun: int
    latihan: bool
    slots: tuple[int, ...]
    pegawai: tuple[PegawaiTemplat, ...]

    def urut(self) -> list[PegawaiTemplat]:
        """Return the people by name."""
        return sorted(self.pegawai, key=lambda p: (p.nama.casefold(), p.nip))


def nama_berkas(isi: IsiTemplat) -> str:
    """Return the file's name; a strange NPSN (a path, a person's number) never becomes part of it.

    >>> nama_berkas(IsiTemplat("Kab. Contoh", "20271000", "SDN 1", 2024, False, (400,), ()))
    'templat-20271000-2024.xlsx'
    >>> nama_berkas(IsiTemplat("Kab. Contoh", "../198501012010012999", "SDN 1", 2024, False, (400,), ()))
    'templat-tanpa-npsn-2024.xlsx'
    """
    npsn = nomor_sekolah.compact(isi.npsn)
    return f"templat-{npsn if nomor_sekolah.is_valid(npsn) else 'tanpa-npsn'}-{isi.tahun}.xlsx"
