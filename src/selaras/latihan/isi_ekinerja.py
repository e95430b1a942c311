"""What e-Kinerja itself holds of the district, for an application that is loaded instead of read.

The same people and values as the rows of the reports, but once each and whole. `beda` says what a mending changes, so
that whatever was carried over in the meantime stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from selaras.latihan import baris_ekinerja as sana
from selaras.latihan import nomor, rujukan
from selaras.latihan.baris_pmm import UMPAN_BALIK
from selaras.latihan.bentuk_ekinerja import Isi, Pegawai, Penilaian, Periode, SkpEkinerja, Unit
from selaras.latihan.district import District
from selaras.latihan.lahirkan import kepala_dinas
from selaras.latihan.luar import berakun
from selaras.latihan.orang import Guru, LuarCakupan, Skp
from selaras.latihan.saat import orang_pada

DINAS, KESEHATAN = "DINAS PENDIDIKAN DAN KEBUDAYAAN", "DINAS KESEHATAN"
_T = TypeVar("_T")


def isi(d: District) -> Isi:
    """Give what e-Kinerja holds on the first day, with what was mended since."""
    warga, luar = list(orang_pada(d, d.snapshot[0])), list(berakun(d))
    ada = _triwulan(_periode(d))
    return Isi(
        unit=(*_unit_induk(d, luar), *_unit_sekolah(d)),
        pegawai=(*_kepala_dinas(d, luar), *(_pegawai(d, guru) for guru in warga if guru.pola.siasn),
                 *(_pegawai_luar(d, orang) for orang in luar)),
        periode=tuple(_periode(d)),
        skp=(*(satu for guru in warga for satu in _skp(d, guru)), *(_skp_luar(d, orang) for orang in luar)),
        penilaian=(*(satu for guru in warga for satu in _penilaian(d, guru) if satu.tw in ada),
                   *(_nilai_luar(d, orang, tw) for orang in luar for tw in "1234T" if tw in ada)),
    )  # fmt: skip


def beda(sebelum: Isi, sesudah: Isi) -> Isi:
    """Give what is new or different after a mending; a mending takes nothing away but a period (P2).

    Ratings of a period that was missing (P1, P5) do not appear out of nothing: they are left to be carried over.
    """
    ada = _triwulan(sebelum.periode)
    return Isi(
        unit=_baru(sebelum.unit, sesudah.unit),
        pegawai=_baru(sebelum.pegawai, sesudah.pegawai),
        periode=_baru(sebelum.periode, sesudah.periode),
        skp=_baru(sebelum.skp, sesudah.skp),
        penilaian=tuple(p for p in _baru(sebelum.penilaian, sesudah.penilaian) if p.tw in ada),
    )


def _baru(sebelum: Sequence[_T], sesudah: Sequence[_T]) -> tuple[_T, ...]:
    lama = set(sebelum)
    return tuple(satu for satu in sesudah if satu not in lama)


def _triwulan(periode: Iterable[Periode]) -> set[str]:
    """List the triwulan that Manajemen Periode knows: without its period no rating stands in e-Kinerja (P1, P5)."""
    return {"T" if p.angka is None else str(p.angka) for p in periode if p.tipe != "bulanan"}


def _induk(d: District, nama: str) -> str:
    return nomor.uuid(d.seed, "unor-induk", nama)


def _unit_induk(d: District, luar: list[LuarCakupan]) -> Iterator[Unit]:
    for nama in (DINAS, KESEHATAN):
        yield Unit(_induk(d, nama), nama, nama, "", "", True)
    for unor in {o.unor.id: o.unor for o in luar if o.jenis == "opd"}.values():
        yield Unit(unor.id, unor.laporan, unor.induk, _induk(d, KESEHATAN), "", True)


def _unit_sekolah(d: District) -> Iterator[Unit]:
    """Of two active units of a school (U3) only the first can be tied: the application knows one per NPSN."""
    for s in d.sekolah:
        for unor in s.unor:
            npsn = rujukan.npsn_padan(d, s) if unor is s.unor[0] else ""
            yield Unit(unor.id, unor.laporan, unor.induk, _induk(d, DINAS), npsn, rujukan.unit_aktif(d, s, unor))


def _kepala_dinas(d: District, luar: list[LuarCakupan]) -> Iterator[Pegawai]:
    dinas = [(DINAS, kepala_dinas(d.tahun)), *((KESEHATAN, o.atasan) for o in luar if o.jenis == "opd")]
    for nama, p in dict(dinas).items():
        yield Pegawai(
            p.nip, p.nama, "", p.jabatan, "struktural", "IV/c", "PNS", _induk(d, nama), "", True, True,
            nomor.uuid(d.seed, "orang", p.nip),
        )  # fmt: skip


def _pegawai(d: District, guru: Guru) -> Pegawai:
    unor = guru.unor_lain if guru.kini == "U4" and guru.unor_lain else guru.unor
    atasan = guru.pejabat_lain if guru.kini == "A1" and guru.pejabat_lain else guru.atasan
    return Pegawai(
        guru.nip, guru.nama.upper(), guru.nik, guru.jabatan, "fungsional", guru.golongan, guru.status, unor.id,
        atasan.nip, guru.kini != "X1", guru.jabatan == "Kepala Sekolah", nomor.uuid(d.seed, "orang", guru.g),
    )  # fmt: skip


def _pegawai_luar(d: District, orang: LuarCakupan) -> Pegawai:
    return Pegawai(
        orang.nip, orang.nama.upper(), orang.nik, orang.jabatan, sana.jenis_jabatan(orang), orang.golongan, "PNS",
        orang.unor.id, orang.atasan.nip, True, False, nomor.uuid(d.seed, "orang", orang.g),
    )  # fmt: skip


def _periode(d: District) -> Iterator[Periode]:
    nama = ("nama", "periode_awal", "periode_akhir", "batas_pengisian", "jenis_periode", "tahun", "tipe_periodik")
    for p in rujukan.referensi_periode(d):
        yield Periode(*(p[n] for n in (*nama, "angka_periodik", "id")))  # type: ignore[arg-type]


def _skp(d: District, guru: Guru) -> Iterator[SkpEkinerja]:
    if not guru.pola.skp_ekinerja:
        return
    for satu in guru.skp:
        if sana.ditarik(guru, satu):
            yield SkpEkinerja(
                nomor.uuid(d.seed, "ekin", guru.g, satu.ke), guru.nip, sana.unor_di(guru, satu).id, _mulai(satu),
                satu.selesai, guru.pola.skp_ekinerja, satu.jabatan, satu.plt, sana.penilai(guru, satu, "T").nip,
                sana.dibuat(d, guru, satu),
            )  # fmt: skip


def _mulai(satu: Skp) -> str:
    """Of one person and unit only one SKP begins on a day there: an acting post all year begins a day later."""
    return satu.mulai.replace("-01-01", "-01-02") if satu.plt else satu.mulai


def _penilaian(d: District, guru: Guru) -> Iterator[Penilaian]:
    for satu in guru.skp:
        for tw in satu.tw:
            if tw in guru.pola.nilai_ekinerja and sana.ditarik(guru, satu):
                yield Penilaian(
                    nomor.uuid(d.seed, "nilai", guru.g, tw, 0), nomor.uuid(d.seed, "ekin", guru.g, satu.ke), guru.nip,
                    tw, *sana.nilai_di(guru, tw), UMPAN_BALIK, sana.penilai(guru, satu, tw).nip,
                    f"{d.tahun}-{sana.DINILAI[tw]}",
                )  # fmt: skip


def _skp_luar(d: District, orang: LuarCakupan) -> SkpEkinerja:
    return SkpEkinerja(
        nomor.uuid(d.seed, "ekin", orang.g, 0), orang.nip, orang.unor.id, f"{d.tahun}-01-01", f"{d.tahun}-12-31",
        "persetujuan", orang.jabatan, False, orang.atasan.nip, f"{d.tahun}-02-01 08:00:00",
    )  # fmt: skip


def _nilai_luar(d: District, orang: LuarCakupan, tw: str) -> Penilaian:
    return Penilaian(
        nomor.uuid(d.seed, "nilai", orang.g, tw, 0), nomor.uuid(d.seed, "ekin", orang.g, 0), orang.nip, tw,
        *orang.nilai, UMPAN_BALIK, orang.atasan.nip, f"{d.tahun}-{sana.DINILAI[tw]}",
    )  # fmt: skip
