"""Rows of the e-Kinerja reports (docs/format.md), as tuples of text in the order of the columns."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.latihan import nilai, nomor
from selaras.latihan.district import District
from selaras.latihan.orang import Guru, LuarCakupan, Pejabat, Skp
from selaras.latihan.sekolah import Unor

Baris = tuple[str, ...]
KOLOM_SKP = (
    "skp_id id nip nama jabatan is_skp unit jenis_pegawai skp_status skp_model skp_unor skp_unor_atasan "
    "skp_unor_induk skp_jabatan skp_jenis_jabatan periode_awal periode_akhir is_plt_plh created_at"
)
KOLOM_PENILAIAN = (
    "jenis id nip nama periode_awal_skp periode_akhir_skp skp_unor_id skp_unor skp_unor_induk skp_jabatan "
    "skp_jenis_jabatan is_skp_plt_plh_pjb hasil_kerja perilaku_kerja hasil_akhir pegawai_atasan_id "
    "pegawai_atasan_nip pegawai_atasan_nama pegawai_atasan_unor_id pegawai_atasan_unor pegawai_atasan_jabatan "
    "pegawai_atasan_golru waktu_dinilai pegawai_penilai_id tahun_skp skp_id periode_id skp_penilaian_id golru "
    "jenis_pegawai"
)
ANGKA = frozenset(("is_skp", "is_plt_plh", "is_skp_plt_plh_pjb", "tahun_skp"))  # stored as numbers in the workbooks
DINILAI = {"1": "03-29", "2": "06-29", "3": "09-29", "4": "12-29", "T": "12-29"}


def periode_id(d: District, tw: str) -> str:
    """Give the id that Manajemen Periode and the reports share."""
    return nomor.uuid(d.seed, "periode", tw)


def _nip(guru: Guru) -> str:
    return f"{float(guru.nip):.14E}" if guru.kini == "N2" else guru.nip


def unor_di(guru: Guru, skp: Skp) -> Unor:
    """Give the unit under which e-Kinerja has an SKP (U4: that of another school)."""
    return guru.unor_lain if guru.kini == "U4" and guru.unor_lain else skp.unor


def ditarik(guru: Guru, skp: Skp) -> bool:
    """Say whether an SKP has arrived (S5: that of the first half has not)."""
    return not (guru.kini == "S5" and skp.ke == 0)


def dibuat(d: District, guru: Guru, skp: Skp) -> str:
    """Give the moment at which e-Kinerja got an SKP."""
    if guru.peran == "S3":
        return f"{d.tahun + 1}-01-08 08:00:00"
    return f"{skp.mulai[:8]}25 08:00:00" if skp.ke == 1 or guru.peran == "pppk" else f"{d.tahun}-02-01 08:00:00"


def skp(d: District, guru: Guru) -> Iterator[Baris]:
    """Give the Laporan SKP rows of a person (G1: each twice)."""
    if not guru.pola.skp_ekinerja:
        return
    for satu in guru.skp:
        if not ditarik(guru, satu):
            continue
        unor = unor_di(guru, satu)
        baris = (
            nomor.uuid(d.seed, "ekin", guru.g, satu.ke), nomor.uuid(d.seed, "orang", guru.g), _nip(guru),
            guru.nama.upper(), guru.jabatan, "1", unor.laporan, guru.status, guru.pola.skp_ekinerja, "kualitatif",
            unor.laporan, unor.induk, unor.induk, satu.jabatan, "fungsional", satu.mulai, satu.selesai,
            "1" if satu.plt else "0", dibuat(d, guru, satu),
        )  # fmt: skip
        yield baris
        if guru.kini == "G1":
            yield baris


def penilai(guru: Guru, skp: Skp, tw: str) -> Pejabat:
    """Give the rater whom e-Kinerja names (A1: the head of another school)."""
    return guru.pejabat_lain if guru.kini == "A1" and guru.pejabat_lain else skp.penilai_untuk(tw)


def nilai_di(guru: Guru, tw: str) -> nilai.Nilai:
    """Give the rating that e-Kinerja holds (D1: another one in a triwulan)."""
    return nilai.lain(guru.nilai[tw]) if guru.kini == "D1" and tw == "24"[guru.urut % 2] else guru.nilai[tw]


def _baris_nilai(d: District, guru: Guru, satu: Skp, tw: str, isi: nilai.Nilai, ke: int) -> Baris:
    unor = unor_di(guru, satu)
    return (
        "final" if tw == "T" else "periodik", nomor.uuid(d.seed, "orang", guru.g), _nip(guru), guru.nama.upper(),
        satu.mulai, satu.selesai, unor.id, unor.laporan, unor.induk, satu.jabatan, "fungsional", "0",
        *nilai.tulis(isi), *_atasan(penilai(guru, satu, tw), unor), f"{d.tahun}-{DINILAI[tw]} 09:00:00", "-",
        str(d.tahun), nomor.uuid(d.seed, "ekin", guru.g, satu.ke), periode_id(d, tw),
        nomor.uuid(d.seed, "nilai", guru.g, tw, ke), guru.golongan, guru.status,
    )  # fmt: skip


def _atasan(atasan: Pejabat, unor: Unor) -> tuple[str, ...]:
    return "-", atasan.nip, atasan.nama, "-", unor.laporan, atasan.jabatan, "IV/a"


def penilaian(d: District, guru: Guru, tw: str) -> Iterator[Baris]:
    """Give the Laporan Penilaian rows of a person for one period (tw: '1' to '4', 'T' = Tahunan)."""
    if tw not in guru.pola.nilai_ekinerja:
        return
    for satu in guru.skp:
        if tw not in satu.tw or not ditarik(guru, satu):
            continue
        isi = nilai_di(guru, tw)
        baris = _baris_nilai(d, guru, satu, tw, isi, 0)
        yield baris
        if guru.kini == "G1":
            yield baris
        elif guru.kini == "G2" and tw == "1":
            yield _baris_nilai(d, guru, satu, tw, nilai.lain(isi), 1)


def skp_luar(d: District, orang: LuarCakupan) -> Baris:
    """Give the Laporan SKP row of somebody outside the scope."""
    u = orang.unor
    return (
        nomor.uuid(d.seed, "ekin", orang.g, 0), nomor.uuid(d.seed, "orang", orang.g), orang.nip, orang.nama.upper(),
        orang.jabatan, "1", u.laporan, "PNS", "persetujuan", "kualitatif", u.laporan, u.induk, u.induk, orang.jabatan,
        jenis_jabatan(orang), f"{d.tahun}-01-01", f"{d.tahun}-12-31", "0", f"{d.tahun}-02-01 08:00:00",
    )  # fmt: skip


def penilaian_luar(d: District, orang: LuarCakupan, tw: str) -> Baris:
    """Give the Laporan Penilaian row of somebody outside the scope."""
    u = orang.unor
    return (
        "final" if tw == "T" else "periodik", nomor.uuid(d.seed, "orang", orang.g), orang.nip, orang.nama.upper(),
        f"{d.tahun}-01-01", f"{d.tahun}-12-31", u.id, u.laporan, u.induk, orang.jabatan, jenis_jabatan(orang), "0",
        *nilai.tulis(orang.nilai), *_atasan(orang.atasan, u), f"{d.tahun}-{DINILAI[tw]} 09:00:00", "-", str(d.tahun),
        nomor.uuid(d.seed, "ekin", orang.g, 0), periode_id(d, tw), nomor.uuid(d.seed, "nilai", orang.g, tw, 0),
        orang.golongan, "PNS",
    )  # fmt: skip


def jenis_jabatan(orang: LuarCakupan) -> str:
    """Give the kind of position of somebody outside the scope."""
    return "pelaksana" if orang.jenis == "tu" else "fungsional"
