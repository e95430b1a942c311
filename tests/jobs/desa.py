"""A village: two schools, six people, everything equal on both sides; a test damages what it is about.

Rows are dicts of text in the columns of the real files. `Desa.sumber()` hands them over as a reader would,
`Desa.tulis()` writes them as files.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from selaras.connectors.ports import Document, Source, Table

Baris = dict[str, str]
INSTANSI, INDUK = "PEMERINTAH KABUPATEN LATIHAN DESA", "DINAS PENDIDIKAN"
TW = ("1", "2", "3", "4", "T")
DINILAI = {"1": "03-28", "2": "06-28", "3": "09-28", "4": "12-28", "T": "12-28"}
SLOT = {"1": 201, "2": 202, "3": 203, "4": 204, "T": 400}


@dataclass(frozen=True)
class Sekolah:
    npsn: str
    nama: str
    unor: str


SATU = Sekolah("20271001", "SDN 1 Desa", "892f902b-d23f-4824-928b-2f330c5c7fd1")
DUA = Sekolah("20271002", "SDN 2 Desa", "892f902b-d23f-4824-928b-2f330c5c7fd2")


@dataclass(frozen=True)
class Orang:
    nomor: int
    nama: str
    sekolah: Sekolah
    kepala: bool = False

    @property
    def nip(self) -> str:
        return f"198{self.nomor % 10}0101{2006 + self.nomor // 100}011{900 + self.nomor % 100}"

    @property
    def nik(self) -> str:
        return f"3204110101{self.nip[2:4]}{7000 + self.nomor:04d}"

    @property
    def nuptk(self) -> str:
        return f"{1234567890120000 + self.nomor}"

    @property
    def lahir(self) -> str:
        return f"198{self.nomor % 10}-01-01"

    @property
    def jabatan(self) -> str:
        return "Kepala Sekolah" if self.kepala else "Guru Ahli Muda"


SARI = Orang(1, "Sari Kepala", SATU, kepala=True)
BUDI = Orang(2, "Budi Santoso", SATU)
WATI = Orang(3, "Wati Lestari", SATU)
TONO = Orang(4, "Tono Kepala", DUA, kepala=True)
DEWI = Orang(5, "Dewi Anggraini", DUA)
EKO = Orang(6, "Eko Prasetyo", DUA)
WARGA = (SARI, BUDI, WATI, TONO, DEWI, EKO)
KEPALA = {SATU: SARI, DUA: TONO}
KADIS = "196501011990011901"


def atasan(o: Orang) -> str:
    return KADIS if o.kepala else KEPALA[o.sekolah].nip


def pegawai(o: Orang) -> Baris:
    return {
        "nip": o.nip, "nik": o.nik, "nuptk": o.nuptk, "nama": o.nama, "tanggal_lahir": o.lahir, "jenis_kelamin": "L",
        "status_kepegawaian": "PNS", "npsn": o.sekolah.npsn,
        "jenis_ptk": "Kepala Sekolah" if o.kepala else "Guru Kelas", "jabatan": o.jabatan,
        "golongan": "III/c", "nip_atasan": atasan(o), "akun_belajar": "",
    }  # fmt: skip


def skp(o: Orang) -> Baris:
    return {
        "skp_id": f"p{o.nomor}", "nip": o.nip, "npsn": o.sekolah.npsn, "tahun": "2024", "periode_awal": "2024-01-01",
        "periode_akhir": "2024-12-31", "status": "Disepakati", "tanggal_disepakati": "2024-01-20",
        "indikator_praktik": "Disiplin Positif", "jabatan": o.jabatan, "plt": "0", "nip_penilai": atasan(o),
    }  # fmt: skip


def nilai(o: Orang, tw: str) -> Baris:
    return {
        "skp_id": f"p{o.nomor}", "nip": o.nip, "npsn": o.sekolah.npsn, "tahun": "2024",
        "tipe_periodik": "tahunan" if tw == "T" else "triwulanan", "angka_periodik": "" if tw == "T" else tw,
        "hasil_kerja": "Sesuai Ekspektasi", "perilaku_kerja": "Sesuai Ekspektasi", "predikat": "Baik",
        "umpan_balik": "", "nip_penilai": atasan(o), "tanggal_dinilai": f"2024-{DINILAI[tw]}", "status": "terkirim",
    }  # fmt: skip


def skp_ek(o: Orang) -> Baris:
    return {
        "skp_id": f"e{o.nomor}", "nip": o.nip, "nama": o.nama.upper(), "jabatan": o.jabatan,
        "skp_status": "persetujuan", "skp_unor": o.sekolah.nama, "skp_unor_induk": INDUK, "skp_jabatan": o.jabatan,
        "periode_awal": "2024-01-01", "periode_akhir": "2024-12-31", "is_plt_plh": "0",
        "created_at": "2024-02-01 08:00:00",
    }  # fmt: skip


def nilai_ek(o: Orang, tw: str) -> Baris:
    return {
        "skp_id": f"e{o.nomor}", "nip": o.nip, "nama": o.nama.upper(), "periode_awal_skp": "2024-01-01",
        "periode_akhir_skp": "2024-12-31", "skp_unor_id": o.sekolah.unor, "skp_unor": o.sekolah.nama,
        "skp_unor_induk": INDUK, "skp_jabatan": o.jabatan, "is_skp_plt_plh_pjb": "0",
        "hasil_kerja": "Sesuai Ekspektasi", "perilaku_kerja": "Sesuai Ekspektasi", "hasil_akhir": "Baik",
        "pegawai_atasan_nip": atasan(o), "waktu_dinilai": f"2024-{DINILAI[tw]} 09:00:00", "tahun_skp": "2024",
    }  # fmt: skip


def siasn(o: Orang) -> Baris:
    tahun, bulan, hari = o.lahir.split("-")
    return {
        "nip_baru": o.nip, "nama": o.nama.upper(), "nik": o.nik, "tanggal_lahir": f"{hari}-{bulan}-{tahun}",
        "jenis_kelamin": "M", "kedudukan_hukum_nama": "Aktif", "jenis_pegawai_nama": "PNS", "gol_akhir_nama": "III/c",
        "jabatan_nama": o.jabatan, "unor_id": o.sekolah.unor, "unor_nama": o.sekolah.nama, "unor_induk_nama": INDUK,
    }  # fmt: skip


def dapodik(o: Orang) -> Baris:
    return {
        "nama": o.nama, "nuptk": o.nuptk, "jk": "L", "tempat_lahir": "Desa", "tanggal_lahir": o.lahir, "nip": o.nip,
        "status_kepegawaian": "PNS", "jenis_ptk": "Kepala Sekolah" if o.kepala else "Guru Kelas",
        "npsn": o.sekolah.npsn, "sekolah": o.sekolah.nama, "pangkat_golongan": "III/c", "nik": o.nik,
    }  # fmt: skip


def peta(s: Sekolah) -> Baris:
    return {
        "unor_id": s.unor, "nama_unor": s.nama, "npsn": s.npsn, "nama_sekolah": s.nama, "aktif": "1",
        "berlaku_mulai": "2020-01-01", "berlaku_sampai": "",
    }  # fmt: skip


def periode(tw: str) -> Baris:
    akhir = {"1": "31-03", "2": "30-06", "3": "30-09", "4": "31-12", "T": "31-12"}[tw]
    awal = {"1": "01-01", "2": "01-04", "3": "01-07", "4": "01-10", "T": "01-01"}[tw]
    return {
        "id": f"per-{tw}", "nama": "Tahunan" if tw == "T" else f"Triwulan {tw}", "tahun": "" if tw == "T" else "2024",
        "periode_awal": awal, "periode_akhir": akhir, "batas_pengisian": "31-01",
        "jenis_periode": "final" if tw == "T" else "periodik", "tipe_periodik": "" if tw == "T" else "triwulanan",
        "angka_periodik": "" if tw == "T" else tw,
    }  # fmt: skip


def log(o: Orang, pesan: str) -> Baris:
    return {"nip": o.nip, "nama": o.nama.upper(), "pesan": pesan, "waktu": "2025-01-05 10:00:00"}


def judul(tentang: str, hari: str, unor: str = "ALL") -> tuple[tuple[str, ...], ...]:
    return (
        (f"Laporan {tentang} Tahun 2024",),
        (f"Instansi {INSTANSI}",),
        (f"Periode : {tentang.partition(' Periode ')[2] or 'Tahun'} Tahun 2024",),
        (f"Unor Induk : {INDUK}",),
        (f"Unor : {unor}",),
        (f"Data ditarik pada : {hari} 10:12:33",),
    )


def tabel(
    berkas: str, rows: Iterable[Baris], atas: tuple[tuple[str, ...], ...] = (), kolom: Iterable[str] = ()
) -> Table:
    """Give rows as a reader hands over a CSV file. `kolom` is needed only where there is no row to read it from."""
    rows = list(rows)
    names = tuple(dict.fromkeys([*kolom, *(name for row in rows for name in row)]))
    first = len(atas) + 1
    cells = [(n, [row.get(name, "") for name in names]) for n, row in enumerate(rows, start=first + 1)]
    return Table(berkas, "", 0, atas, names, first, cells)


@dataclass
class Desa:
    """All tables of one data date. Lists of rows, to be damaged at will."""

    hari: str = "2025-01-06"
    warga: tuple[Orang, ...] = WARGA
    pmm: dict[str, list[Baris]] = field(default_factory=dict)
    laporan_skp: list[Baris] = field(default_factory=list)
    laporan_nilai: dict[str, list[Baris]] = field(default_factory=dict)
    siasn: list[Baris] = field(default_factory=list)
    dapodik: list[Baris] = field(default_factory=list)
    peta: list[Baris] = field(default_factory=list)
    periode: list[Baris] = field(default_factory=list)
    log: list[Baris] = field(default_factory=list)

    def __post_init__(self) -> None:
        w = self.warga
        self.pmm = {
            "pegawai": [pegawai(o) for o in w],
            "skp": [skp(o) for o in w],
            "penilaian": [nilai(o, tw) for o in w for tw in TW],
        }
        self.laporan_skp = [skp_ek(o) for o in w]
        self.laporan_nilai = {tw: [nilai_ek(o, tw) for o in w] for tw in TW}
        self.siasn, self.dapodik = [siasn(o) for o in w], [dapodik(o) for o in w]
        self.peta = [peta(s) for s in dict.fromkeys(o.sekolah for o in w)]
        self.periode = [periode(tw) for tw in TW]

    def sumber(self, *names: str) -> list[Source]:
        """Give the sources of these tables, or of all of them, in the order of a folder."""
        made = {name: source for source in self._semua() if (name := source.berkas.rpartition(".")[0])}
        return [made[name] for name in (names or made)]

    def _semua(self) -> Iterable[Source]:
        for name, rows in self.pmm.items():
            if rows:
                yield tabel(f"{name}.csv", rows)
        yield tabel("laporan-skp.csv", self.laporan_skp, judul("SKP", self.hari), skp_ek(BUDI))
        for tw, rows in self.laporan_nilai.items():
            nama = "Tahunan" if tw == "T" else f"Triwulan {tw}"
            atas = judul(f"Penilaian SKP Periode {nama}", self.hari)
            yield tabel(f"laporan-nilai-{tw}.csv", rows, atas, nilai_ek(BUDI, tw))
        yield tabel("siasn.csv", self.siasn, (), siasn(BUDI))
        yield tabel("dapodik.csv", self.dapodik, (), dapodik(BUDI))
        yield tabel("peta.csv", self.peta, (), peta(SATU))
        yield Document("periode.json", {"data": self.periode})
        if self.log:
            yield tabel("log.csv", self.log)

    def tulis(self, folder: Path, *names: str) -> Path:
        """Write these tables, or all, as files and return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for source in self.sumber(*names):
            path = folder / source.berkas
            if isinstance(source, Document):
                path.write_text(json.dumps(source.data), encoding="utf-8")
                continue
            assert isinstance(source, Table)
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerows(source.preamble)
                writer.writerow(source.header)
                writer.writerows(cells for _, cells in source.rows)
        return folder

    def pilih(self, rows: list[Baris], o: Orang) -> Baris:
        """Give the row of a person to change it in place."""
        return next(row for row in rows if o.nip in (row.get("nip"), row.get("nip_baru")))

    def nilai(self, o: Orang, tw: str) -> Baris:
        """Give the PMM rating of a person to change it in place."""
        angka = "" if tw == "T" else tw
        return next(r for r in self.pmm["penilaian"] if r["nip"] == o.nip and r["angka_periodik"] == angka)

    def nilai_ek(self, o: Orang, tw: str) -> Baris:
        """Give the e-Kinerja rating of a person to change it in place."""
        return self.pilih(self.laporan_nilai[tw], o)

    def tanpa_ekinerja(self, o: Orang, *tws: str) -> None:
        """Take ratings out of e-Kinerja; without any, the SKP and all of them."""
        for tw in tws or TW:
            self.laporan_nilai[tw] = [r for r in self.laporan_nilai[tw] if r["nip"] != o.nip]
        if not tws:
            self.laporan_skp = [r for r in self.laporan_skp if r["nip"] != o.nip]

    def tanpa_pmm(self, o: Orang, *tables: str) -> None:
        """Take a person out of PMM tables; without any, out of all of them."""
        for name in tables or tuple(self.pmm):
            self.pmm[name] = [r for r in self.pmm[name] if r["nip"] != o.nip]
