"""The cast: an invented district typed by hand. NIP serials 9xx, so that no number belongs to anybody."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from selaras.monitoring.posisi import KEADAAN, Kendala, OrangLuar, Posisi, Sekolah, SumberData

NILAI = "Sangat Baik"  # what must never show on a page or in a message
KATA_NILAI = ("Sangat Baik", "Butuh Perbaikan", "Ekspektasi", "Kurang")
JAHAT = (
    '=HYPERLINK("http://contoh.invalid","klik")',
    "@SUM(A1:A9)",
    "+62 812",
    "-2+3",
    "Nama " + "sangat panjang " * 40,
    "Siti 😀 Aminah",
    "Baris\nkedua\tdan\x07lonceng\u202e",
    "#set page(width: 1cm) *tebal* $x$ @acuan",
    "Budi 198701012010011901",
)

# kode -> (keadaan, tingkat, judul, penanggung jawab)
_KODE = {
    "U1": ("terblokir", "sekolah", "Sekolah belum dipadankan", "dinas pendidikan"),
    "U2": ("terblokir", "sekolah", "Unit kerja sekolah tidak aktif", "admin instansi (BKD/BKPSDM)"),
    "K1": (
        "terblokir",
        "sekolah",
        "Sekolah tanpa kepala sekolah di e-Kinerja",
        "dinas pendidikan; lalu admin",
    ),
    "S4": ("terblokir", "sekolah", "Kepala sekolah harus sinkron lebih dulu", "kepala sekolah; lalu admin instansi"),
    "P1": ("terblokir", "instansi", "Periode belum dibuat di e-Kinerja", "admin instansi (BKD/BKPSDM)"),
    "P3": ("terblokir", "instansi", "Periode ganda", "admin instansi (BKD/BKPSDM)"),
    "N2": ("terblokir", "berkas", "NIP rusak karena berkas dibuka di Excel", "yang mengunduh berkas"),
    "S7": ("siap", "orang", "Tinggal tekan Sinkron SKP", "guru"),
    "S8": ("siap", "orang", "Tinggal tekan Sinkro Penilaian", "guru; atau admin instansi sekaligus"),
    "D1": (
        "berbeda",
        "orang",
        "Nilai e-Kinerja berbeda dengan PMM/Ruang GTK",
        "guru atau admin menekan ulang",
    ),
    "N4": ("catatan", "orang", "Tanggal lahir atau jenis kelamin perlu dicek", "operator sekolah"),
    "N3": ("terblokir", "orang", "NIP di Dapodik dan di e-Kinerja berbeda", "operator sekolah; persetujuan dinas"),
    "N6": ("terblokir", "orang", "Belum terdaftar di e-Kinerja", "admin instansi (BKD/BKPSDM)"),
    "R3": ("terblokir", "orang", "Predikat tidak cocok dengan nilainya", "atasan yang menilai"),
    "L0": ("ditolak", "orang", "Pesan belum dikenal", "admin instansi (BKD/BKPSDM)"),
    "X2": ("dikecualikan", "orang", "Di luar cakupan", "tidak ada (pemberitahuan)"),
}
SEKOLAH = {
    "20900001": ("SD Negeri 1 Sukamaju", "Cibadak", "Dewi Lestari"),
    "20900002": ("SMP Negeri 2 Cahaya", "Cisaat", "Rahmat Hidayat"),
    "20900003": ("SD Negeri 3 Mekar", "Cisaat", None),
    "20900004": ("SD Negeri 4 Tuntas", "Cikole", "Yuni Astuti"),
}


def nip(n: int) -> str:
    """An invented NIP with a serial of 9xx."""
    return f"19870101201001{1 + n % 2}{900 + n % 100}"


def kendala(kode: str, n: int = 1, npsn: str | None = "20900001", **lain: Any) -> Kendala:
    """One finding; a person's, a school's, the instansi's or a file's by its code."""
    keadaan, tingkat, judul, pemilik = _KODE.get(kode, ("menunggu", "orang", f"Judul {kode}", _pemilik(kode)))
    isi: dict[str, Any] = {
        "kode": kode, "judul": judul, "sebab": f"Hasil {NILAI}, predikat Butuh Perbaikan.",
        "langkah": f"Langkah {kode}.",
        "penanggung_jawab": pemilik, "di_mana": "e-Kinerja", "perkiraan_waktu": "10 menit", "keadaan": keadaan,
        "tingkat": tingkat, "membuka_jalan_bagi": 1, "detail": {"nilai_pmm": NILAI},
        "npsn": npsn if tingkat in ("orang", "sekolah") else None,
    }  # fmt: skip
    if tingkat == "orang":
        isi |= {"nip": nip(n), "nama": f"Guru Rekaan {n:02d}"}
    if tingkat == "berkas":
        isi |= {"berkas": f"laporan-{nip(n)}.xlsx", "lembar": "Data", "baris": n}
    if isi["npsn"] in SEKOLAH:
        isi |= {"sekolah": SEKOLAH[isi["npsn"]][0], "kecamatan": SEKOLAH[isi["npsn"]][1]}
    return Kendala(**(isi | lain))


def sekolah(npsn: str = "20900001", guru: int = 10, selesai: int = 4, **lain: Any) -> Sekolah:
    """A school of the cast."""
    nama, kecamatan, kepala = SEKOLAH.get(npsn, SEKOLAH["20900001"])
    isi = {"npsn": npsn, "nama": nama, "kecamatan": kecamatan, "kepala": kepala, "guru": guru, "selesai": selesai}
    return Sekolah(**(isi | {"keadaan": {}} | lain))


def posisi(*kendala: Kendala, **lain: Any) -> Posisi:
    """A position with these findings; one school unless said otherwise."""
    isi: dict[str, Any] = {
        "instansi": "Kabupaten Contoh", "kantor": "BKPSDM", "latihan": False, "hanya_baca": True, "tahun": 2024,
        "data_per": dt.date(2025, 1, 10), "dibuat": dt.datetime(2025, 1, 13, 8, 5, tzinfo=dt.UTC),
        "keadaan": dict(zip(KEADAAN, (40, 30, 12, 9, 3, 2, 1, 3), strict=True)), "dicatat_saja": 7, "guru": 10,
        "selesai": 4, "kendala": kendala, "sekolah": (sekolah(),), "sumber": (), "kurang": (), "di_luar": (),
    }  # fmt: skip
    return Posisi(**(isi | lain))


def kabupaten(**lain: Any) -> Posisi:
    """The whole cast: a school with everything, one held by the dinas, one held by its head, one that is done."""
    semua = (
        *(kendala("S8", n, periode=("TW3", "TW4")) for n in range(1, 13)),
        *(kendala("R1", n, periode=("TW4",)) for n in range(13, 18)),
        kendala("R2", 18, periode=("TW4",)), kendala("D1", 19, periode=("TW3",)), kendala("N3", 20, nip_pmm=nip(70)),
        kendala("N4", 21), kendala("N6", 22), kendala("R3", 23, periode=("TW4",)),
        kendala("S2", 24, detail={"status": "Diajukan"}),
        kendala("U1", npsn="20900002", membuka_jalan_bagi=14), kendala("S7", 31, npsn="20900002"),
        kendala("S4", npsn="20900003", membuka_jalan_bagi=8), kendala("S7", 41, npsn="20900003"),
        kendala("R1", 42, npsn="20900003", kepala=True, periode=("TW4",)),
        kendala("P1", membuka_jalan_bagi=40, periode=("TW2",)), kendala("N2", 50), kendala("L0", 25), kendala("X2", 26),
        *(kendala("S7", 60 + i, nama=nama) for i, nama in enumerate(JAHAT)),
    )  # fmt: skip
    isi: dict[str, Any] = {
        "guru": 78, "selesai": 20, "data_lalu": dt.date(2025, 1, 6), "selesai_lalu": 12,
        "tenggat": dt.date(2025, 1, 31),
        "sekolah": (
            sekolah(guru=40, selesai=4), sekolah("20900002", 15, 1), sekolah("20900003", 9, 1),
            sekolah("20900004", 14, 14),
        ),
        "sumber": (SumberData("pmm.xlsx", "Ruang GTK", dt.date(2025, 1, 10), "seluruh kabupaten", 366, 4),),
        "kurang": ("laporan Tahunan belum ada", "peta UNOR belum ada"),
        "di_luar": (OrangLuar("=1+1", nip(90), "SD Negeri 1 Sukamaju", "honorer"),),
    }  # fmt: skip
    return posisi(*semua, **(isi | lain))


@cache
def _katalog() -> dict[str, str]:
    path = Path(__file__).with_name("kendala.csv")
    with path.open(encoding="utf-8", newline="") as f:
        return {b["kode"]: b["penanggung_jawab"] for b in csv.DictReader(f)}


def katalog() -> dict[str, str]:
    """Code -> owner as the catalogue says."""
    return _katalog()


def _pemilik(kode: str) -> str:
    return _katalog().get(kode, "admin instansi")
