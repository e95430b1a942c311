"""Verdicts: what a rule says about a value, with a code for the machine and a sentence for the person.

Three grades and one note (docs/aturan.md): `valid`; `review` and `warn` pass but ask a person to look;
only `invalid` blocks a row, and only that row.

>>> p = Putusan("198501012010012999", "valid", apa="NIP")
>>> p.normal
'198501012010012999'
>>> Putusan("12", "invalid", "LENGTH", apa="NIP").kalimat
'Panjang NIP tidak sesuai: periksa apakah ada angka yang kurang atau lebih.'
>>> p  # no number of a person in a log
Putusan(putusan='valid', kode=None, apa='NIP')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NoReturn

Grade = Literal["valid", "review", "warn", "invalid"]
Bagian = Mapping[str, str | int | None]

KALIMAT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "LENGTH": "Panjang {apa} tidak sesuai: periksa apakah ada angka yang kurang atau lebih.",
        "NON_DIGIT": "{apa} kosong atau berisi selain angka (misalnya huruf O untuk nol).",
        "PRECISION_LOST": "{apa} rusak karena tersimpan sebagai angka di lembar kerja: unduh ulang sebagai teks.",
        "OLD_NIP_9": "Ini NIP lama 9 angka: gunakan NIP baru 18 angka.",
        "LOOKS_LIKE_16_DIGIT_ID": "Isinya 16 angka seperti NIK atau NUPTK, bukan NIP.",
        "BIRTH_DATE": "Tanggal lahir di dalam {apa} tidak ada di kalender atau tidak masuk akal.",
        "TMT_OR_CODE": "Angka ke-13 dan ke-14 NIP bukan bulan pengangkatan dan bukan kode PPPK.",
        "SEX": "Angka jenis kelamin di dalam NIP harus 1 atau 2.",
        "SERIAL": "Nomor urut di akhir {apa} tidak boleh nol semua; ini sering terjadi bila lembar kerja "
        "membulatkan angka.",
        "TMT_BEFORE_BIRTH": "Tanggal pengangkatan di dalam NIP lebih dulu daripada tanggal lahir.",
        "TMT_FUTURE": "Tanggal pengangkatan di dalam NIP masih di masa depan.",
        "AGE_AT_TMT_HIGH": "Usia saat diangkat menurut NIP lebih dari 60 tahun.",
        "AGE_AT_TMT_LOW": "Usia saat diangkat menurut NIP kurang dari 18 tahun.",
        "PPPK_FREQ_0": "Kode kontrak di dalam NI PPPK bernilai 0; artinya belum dipastikan.",
        "PPPK_YEAR_EARLY": "Tahun pengangkatan di dalam NI PPPK lebih awal daripada penerimaan PPPK pertama (2019).",
        "PROVINCE": "Kode provinsi di dalam NIK tidak dikenal.",
        "REGION_00": "Kode kabupaten/kota atau kecamatan di dalam NIK bernilai 00.",
        "REGION_UNKNOWN": "Kode wilayah di dalam NIK tidak ada di daftar saat ini; bisa jadi kode lama.",
        "REGION_LEGACY": "Kode wilayah di dalam NIK adalah kode lama sebelum pemekaran; NIK tetap berlaku.",
        "CENTURY_AMBIGUOUS": "Abad tahun lahir di dalam NIK belum pasti.",
        "FILLER": "{apa} hanya berisi angka yang diulang-ulang.",
        "CHECK_DIGIT": "Angka pemeriksa {apa} tidak cocok: ada angka yang salah ketik.",
        "BIRTH_DATE_MISMATCH": "Tanggal lahir menurut NIP dan menurut NIK berbeda.",
        "BIRTH_DAY_MONTH_SWAP": "Tanggal lahir menurut NIP dan menurut NIK tertukar hari dan bulannya.",
        "SEX_MISMATCH": "Jenis kelamin menurut NIP dan menurut NIK berbeda.",
        "NO_NIK": "NIK belum ada, jadi belum bisa dicocokkan dengan NIP.",
        "NO_NIP": "NIP belum ada, jadi belum bisa dicocokkan dengan NIK.",
        "NIP_INVALID": "NIP tidak dapat dibaca, jadi belum bisa dicocokkan dengan NIK.",
        "NIK_INVALID": "NIK tidak dapat dibaca, jadi belum bisa dicocokkan dengan NIP.",
        "INCOMPLETE": "{apa} belum diisi.",
        "UNKNOWN_RATING": "Tulisan rating ini tidak dikenal; Selaras tidak menebak.",
        "UNKNOWN_PREDIKAT": "Tulisan predikat ini tidak dikenal; Selaras tidak menebak.",
        "UNKNOWN_CAPAIAN": "Capaian kinerja organisasi ini tidak dikenal.",
        "UNKNOWN_STATUS": "Status kepegawaian ini tidak dikenal.",
        "UNKNOWN_GOLONGAN": "Golongan ini tidak dikenal.",
        "UNKNOWN_JENJANG": "Jenjang jabatan ini tidak dikenal.",
        "UNKNOWN_PERIODE": "Periode ini tidak dikenal.",
        "BAD_DAY_MONTH": "Tanggal dan bulan ini tidak dapat dibaca (contoh yang benar: 31-03).",
        "NO_CYCLE": "Siklus pengelolaan kinerja untuk tahun ini tidak diketahui.",
        "BULAN_RANGE": "Jumlah bulan harus 1 sampai 12.",
        "BULAN_NOT_INTEGER": "Jumlah bulan harus bilangan bulat.",
        "NOT_APPLICABLE_PPPK": "PPPK tidak memakai angka kredit: cukup predikatnya.",
        "MONTH_OVERLAP": "Ada bulan yang dihitung lebih dari satu kali.",
    }
)


def kalimat(kode: str, *, apa: str = "Nomor") -> str:
    """Return the Indonesian sentence of a code; `apa` is the noun ("NIP", "NIK").

    >>> kalimat("FILLER", apa="NUPTK")
    'NUPTK hanya berisi angka yang diulang-ulang.'
    """
    return KALIMAT[kode].format(apa=apa)


class AturanError(ValueError):
    """A value breaks a rule: `kode` says which one, `kalimat` says it to a person. Never holds the value itself."""

    apa = "Nomor"

    def __init__(self, kode: str, *, apa: str | None = None) -> None:
        """Look up the sentence of `kode`; `apa` is the noun in it."""
        self.kode = kode
        self.kalimat = kalimat(kode, apa=apa or self.apa)
        super().__init__(self.kalimat)


class NomorError(AturanError):
    """An identifier that can not be right."""


@dataclass(frozen=True, slots=True)
class Putusan:
    """The verdict on one identifier.

    nilai   the compacted text, whatever the verdict; kept out of `repr`, so out of logs
    bagian  what the number says, by Indonesian name (`tanggal_lahir` ISO, `jk` L/P, ...); partial when invalid
    """

    nilai: str = field(repr=False)
    putusan: Grade
    kode: str | None = None
    bagian: Bagian = field(default_factory=dict, repr=False, hash=False)
    apa: str = "Nomor"

    @property
    def normal(self) -> str | None:
        """The normalised number; None when invalid or blank."""
        return None if self.putusan == "invalid" else self.nilai or None

    @property
    def kalimat(self) -> str | None:
        """The sentence for a person; None when there is nothing to say."""
        return kalimat(self.kode, apa=self.apa) if self.kode else None

    def tolak(self) -> NoReturn:
        """Raise this verdict as a `NomorError`."""
        raise NomorError(self.kode or "LENGTH", apa=self.apa)
