"""One cast of people, and a small good file of every kind that the connectors read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Connector, Context, Document, Lines, Outside, Record, Reject, Source, Table
from selaras.connectors.registry import by_name
from selaras.intake.known import Known

Baris = dict[str, str]

# Sari heads the school, Budi teaches there, Wati is a PPPK at the same school.
SARI, BUDI, WATI = "197003151995031901", "198501012010012999", "199002022022211902"
NIK_BUDI, NUPTK_BUDI = "3204114101850001", "1234567890123999"
NPSN, UNOR = "20271000", "892f902b-d23f-4824-928b-2f330c5c7fd0"
SKP_BUDI, SKP_WATI = "2b804391-c6f8-45f6-b360-34e7201d58bd", "593dc54d-46a5-4a43-8380-e8df18277308"
RUSAK = "1.98501012010013E+17"
JUDUL = (
    ("Laporan Penilaian SKP Periode Triwulan 1 Tahun 2024",),
    ("Instansi PEMERINTAH KAB. CONTOH",),
    ("Periode : Triwulan 1 Tahun 2024",),
    ("Unor Induk : DINAS PENDIDIKAN",),
    ("Unor : ALL",),
    ("Data ditarik pada : 2025-01-06 10:12:33",),
)
JUDUL_SKP = (("Laporan SKP Periode Tahun 2024",), ("Periode : Tahun 2024",), *JUDUL[3:])


@dataclass(frozen=True)
class Contoh:
    """A good file: its rows, what its rows must have, and how one of its rows is spoilt in every way at once."""

    id: str
    connector: str
    rows: tuple[Baris, ...]
    wajib: tuple[str, ...]
    rusak: Baris
    kode: frozenset[str]
    bentuk: str = "table"  # table, document, lines
    preamble: tuple[tuple[str, ...], ...] = ()
    berkas: str = "contoh.csv"
    bungkus: str = "data"  # key under which a document carries its rows

    @property
    def conn(self) -> Connector:
        return by_name(self.connector)

    @property
    def kolom(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for row in self.rows for name in row))

    def sumber(self, rows: Iterable[Baris] | None = None, kolom: Sequence[str] | None = None) -> Source:
        """Return the file as a reader would hand it over."""
        rows = list(self.rows if rows is None else rows)
        kolom = self.kolom if kolom is None else kolom
        if self.bentuk == "lines":
            return Lines(self.berkas, [(n, json.dumps(row).encode()) for n, row in enumerate(rows, start=1)])
        if self.bentuk == "document":
            data = [{name: row.get(name, "") for name in kolom} for row in rows]
            return Document(self.berkas, {"results": len(data), self.bungkus: data})
        first = len(self.preamble) + 1
        cells = [(n, [row.get(name, "") for name in kolom]) for n, row in enumerate(rows, start=first + 1)]
        return Table(self.berkas, "", 0, self.preamble, tuple(kolom), first, cells)

    def spoilt(self) -> Baris:
        """Return the first good row, spoilt."""
        return self.rows[0] | self.rusak


PEGAWAI = {
    "nip": BUDI, "nik": NIK_BUDI, "nuptk": NUPTK_BUDI, "nama": "Budi Contoh", "tanggal_lahir": "1985-01-01",
    "jenis_kelamin": "P", "status_kepegawaian": "PNS", "npsn": NPSN, "jenis_ptk": "Guru Kelas",
    "jabatan": "Guru Ahli Muda", "golongan": "III/c", "nip_atasan": SARI, "akun_belajar": "budi@contoh.belajar.id",
}  # fmt: skip
SKP = {
    "skp_id": SKP_BUDI, "nip": BUDI, "npsn": NPSN, "tahun": "2024", "periode_awal": "2024-01-01",
    "periode_akhir": "2024-12-31", "status": "Disepakati", "tanggal_disepakati": "2024-01-20",
    "indikator_praktik": "Disiplin Positif", "jabatan": "Guru Ahli Muda", "plt": "0", "nip_penilai": SARI,
}  # fmt: skip
RHK = {
    "skp_id": SKP_BUDI, "nomor": "1", "bagian": "utama", "rhk_pimpinan": "Pembelajaran membaik", "rhk": "Praktik",
    "aspek": "Kualitas", "indikator": "Ada hasil", "target": "1 kegiatan",
}  # fmt: skip
KEGIATAN = {
    "kegiatan_id": "k-1", "nip": BUDI, "npsn": NPSN, "tanggal_mulai": "2024-09-20", "tanggal_selesai": "2024-09-21",
    "jenis": "webinar", "judul": "Webinar membaca", "peran": "peserta", "jam": "3", "poin": "4", "tautan_bukti": "",
    "status": "selesai",
}  # fmt: skip
PENILAIAN = {
    "skp_id": SKP_BUDI, "nip": BUDI, "npsn": NPSN, "tahun": "2024", "tipe_periodik": "triwulanan",
    "angka_periodik": "1", "hasil_kerja": "Sesuai Ekspektasi", "perilaku_kerja": "Diatas Ekspektasi",
    "predikat": "Baik", "umpan_balik": "Teruskan", "nip_penilai": SARI, "tanggal_dinilai": "2024-03-28",
    "status": "terkirim",
}  # fmt: skip
EK_SKP = {
    "skp_id": SKP_BUDI, "id": "i-1", "nip": BUDI, "nama": "BUDI CONTOH", "jabatan": "Guru Ahli Muda", "is_skp": "1",
    "unit": "SDN 1 CONTOH", "jenis_pegawai": "PNS", "skp_status": "persetujuan", "skp_model": "kualitatif",
    "skp_unor": "SDN 1 CONTOH", "skp_unor_induk": "DINAS PENDIDIKAN", "skp_jabatan": "Guru Ahli Muda",
    "periode_awal": "2024-01-01", "periode_akhir": "2024-12-31", "is_plt_plh": "0", "created_at": "2024-02-01 08:00:00",
}  # fmt: skip
EK_PENILAIAN = {
    "jenis": "periodik", "id": "i-1", "nip": BUDI, "nama": "BUDI CONTOH", "periode_awal_skp": "2024-01-01",
    "periode_akhir_skp": "2024-12-31", "skp_unor_id": UNOR, "skp_unor": "SDN 1 CONTOH",
    "skp_unor_induk": "DINAS PENDIDIKAN", "skp_jabatan": "Guru Ahli Muda", "is_skp_plt_plh_pjb": "0",
    "hasil_kerja": "Sesuai Ekspektasi", "perilaku_kerja": "Diatas Ekspektasi", "hasil_akhir": "Baik",
    "pegawai_atasan_nip": SARI, "pegawai_atasan_nama": "SARI", "waktu_dinilai": "2024-03-29 09:00:00",
    "tahun_skp": "2024", "skp_id": SKP_BUDI, "periode_id": "p-1", "skp_penilaian_id": "s-1", "golru": "III/c",
    "jenis_pegawai": "PNS",
}  # fmt: skip
SIASN = {
    "nip_baru": BUDI, "nip_lama": "", "nama": "BUDI CONTOH", "nik": NIK_BUDI, "tanggal_lahir": "01-01-1985",
    "jenis_kelamin": "F", "nomor_hp": "0812", "kedudukan_hukum_nama": "Aktif", "jenis_pegawai_nama": "PNS",
    "gol_akhir_nama": "III/c", "jabatan_nama": "Guru Ahli Muda", "unor_id": UNOR, "unor_nama": "SDN 1 CONTOH",
    "unor_induk_nama": "DINAS PENDIDIKAN",
}  # fmt: skip
DAFTAR_GURU = {
    "no": "1", "nama": "Budi Contoh", "nuptk": NUPTK_BUDI, "jk": "P", "tempat_lahir": "Contoh",
    "tanggal_lahir": "1985-01-01", "nip": BUDI, "status_kepegawaian": "PNS", "jenis_ptk": "Guru Kelas", "npsn": NPSN,
    "sekolah": "SDN 1 Contoh", "tugas_tambahan": "", "pangkat_golongan": "III/c", "nik": NIK_BUDI, "hp": "0812",
}  # fmt: skip
GTK = {
    "ptk_terdaftar_id": "t-1", "ptk_id": "p-1", "ptk_induk": "1", "nama": "Budi Contoh", "jenis_kelamin": "P",
    "tanggal_lahir": "1985-01-01", "nuptk": NUPTK_BUDI, "nik": NIK_BUDI, "jenis_ptk_id_str": "Guru Kelas",
    "status_kepegawaian_id_str": "PNS", "nip": BUDI, "pangkat_golongan_terakhir": "III/c",
}  # fmt: skip
SEKOLAH = {
    "sekolah_id": "s-1", "nama": "SDN 1 Contoh", "npsn": NPSN, "bentuk_pendidikan_id_str": "SD",
    "status_sekolah_str": "Negeri", "kecamatan": "Kec. Satu",
}  # fmt: skip
PETA = {
    "unor_id": UNOR, "nama_unor": "SDN 1 CONTOH", "npsn": NPSN, "nama_sekolah": "SDN 1 Contoh", "aktif": "1",
    "berlaku_mulai": "2020-01-01", "berlaku_sampai": "",
}  # fmt: skip
REF_UNOR = {"id": UNOR, "namaunor": "SDN 1 CONTOH", "diatasanid": "d-1", "aktif": "1"}
LOG = {"nip": BUDI, "nama": "BUDI CONTOH", "pesan": "Unor di PMM Belum Padan", "waktu": "2025-01-05 10:00:00"}
PERIODE = {
    "id": "p-1", "nama": "Triwulan 1", "tahun": "2024", "periode_awal": "01-01", "periode_akhir": "31-03",
    "batas_pengisian": "30-04", "jenis_periode": "periodik", "tipe_periodik": "triwulanan", "angka_periodik": "1",
}  # fmt: skip
TANPA_DIRI = {"nip": RUSAK, "nik": "12", "nuptk": ""}

CONTOH = (
    Contoh("pmm-pegawai", "pmm_interchange", (PEGAWAI, PEGAWAI | {"nip": WATI, "nik": "", "nama": "Wati"}),
           ("nip", "nama", "npsn"), TANPA_DIRI | {"npsn": "2027"}, frozenset({"N2", "B1"})),
    Contoh("pmm-skp", "pmm_interchange", (SKP, SKP | {"nip": WATI, "skp_id": ""}),
           ("nip", "npsn", "tahun", "periode_awal", "periode_akhir", "status"),
           {"nip": RUSAK, "npsn": "", "tahun": "24", "periode_awal": "2024-02-30", "status": "Entah", "plt": "x"},
           frozenset({"N2", "B1"})),
    Contoh("pmm-rhk", "pmm_interchange", (RHK, RHK | {"nomor": "2"}), ("nomor", "rhk"),
           {"nomor": "", "rhk": ""}, frozenset({"B1"})),
    Contoh("pmm-kegiatan", "pmm_interchange", (KEGIATAN, KEGIATAN | {"nip": WATI, "kegiatan_id": ""}),
           ("nip", "tanggal_mulai", "jenis", "judul"),
           {"nip": "", "npsn": "1", "tanggal_mulai": "31-02-2024", "jenis": "piknik", "judul": ""},
           frozenset({"N1", "B1"})),
    Contoh("pmm-penilaian", "pmm_interchange", (PENILAIAN, PENILAIAN | {"angka_periodik": "2"}),
           ("nip", "npsn", "tahun", "tipe_periodik", "hasil_kerja", "perilaku_kerja", "predikat", "status"),
           {"nip": "12", "npsn": "x", "tahun": "", "angka_periodik": "5", "hasil_kerja": "Bagus Sekali",
            "predikat": "Amat Baik", "status": "dikirim", "tanggal_dinilai": "kemarin"},
           frozenset({"N1", "B1", "R4"})),
    Contoh("pmm-ndjson", "pmm_interchange",
           ({"jenis": "pegawai"} | PEGAWAI, {"jenis": "skp"} | SKP, {"jenis": "rhk"} | RHK,
            KEGIATAN | {"jenis": "kegiatan", "jenis_kegiatan": "webinar"}, KEGIATAN | {"kegiatan_id": "k-2"},
            {"jenis": "penilaian"} | PENILAIAN),
           (), TANPA_DIRI | {"npsn": ""}, frozenset({"N2", "B1"}), bentuk="lines", berkas="contoh.ndjson"),
    Contoh("ekinerja-skp", "ekinerja_laporan_skp", (EK_SKP, EK_SKP | {"nip": WATI, "skp_id": SKP_WATI}),
           ("nip", "skp_status", "periode_awal", "periode_akhir"),
           {"nip": RUSAK, "periode_awal": "2024-13-01", "created_at": "?"}, frozenset({"N2", "B1"}),
           preamble=JUDUL_SKP),
    Contoh("ekinerja-skp-api", "ekinerja_laporan_skp", (EK_SKP,),
           ("nip", "skp_status", "periode_awal", "periode_akhir"),
           {"nip": "", "periode_akhir": ""}, frozenset({"N1", "B1"}), bentuk="document", berkas="skp.json"),
    Contoh("ekinerja-penilaian", "ekinerja_laporan_penilaian",
           (EK_PENILAIAN, EK_PENILAIAN | {"nip": WATI, "skp_id": SKP_WATI}),
           ("nip", "hasil_kerja", "perilaku_kerja", "hasil_akhir"),
           {"nip": RUSAK, "hasil_kerja": "Bagus Sekali", "tahun_skp": "2023", "waktu_dinilai": "kapan"},
           frozenset({"N2", "R4", "B1"}), preamble=JUDUL),
    Contoh("siasn", "siasn_pegawai", (SIASN, SIASN | {"nip_baru": WATI, "nik": ""}),
           ("nip_baru", "nama", "unor_nama"), {"nip_baru": RUSAK, "nik": "1"}, frozenset({"N2"})),
    Contoh("daftar-guru", "dapodik_daftar_guru", (DAFTAR_GURU, DAFTAR_GURU | {"nip": WATI, "nik": "", "nuptk": ""}),
           ("nama", "nip", "status_kepegawaian", "jenis_ptk"), TANPA_DIRI | {"npsn": "1"}, frozenset({"N2", "B1"})),
    Contoh("getgtk", "dapodik_ws", (GTK, GTK | {"nip": "", "ptk_id": "p-2", "nik": ""}),
           ("nama", "nip", "nik", "jenis_ptk_id_str", "status_kepegawaian_id_str"),
           {"nip": "12", "nik": "", "nuptk": ""}, frozenset({"N1"}), bentuk="document",
           berkas=f"getGtk-{NPSN}.json", bungkus="rows"),
    Contoh("getsekolah", "dapodik_ws", (SEKOLAH,), ("npsn",), {"npsn": "123"}, frozenset({"B1"}),
           bentuk="document", berkas="getSekolah.json", bungkus="rows"),
    Contoh("unor-npsn", "unor_npsn", (PETA, PETA | {"unor_id": "u-2", "npsn": ""}), ("unor_id", "nama_unor", "npsn"),
           {"unor_id": "", "nama_unor": "", "npsn": "1", "aktif": "?", "berlaku_mulai": "dulu"}, frozenset({"B1"})),
    Contoh("ref-unor", "ref_unor", (REF_UNOR, REF_UNOR | {"id": "u-2"}), ("id", "namaunor"),
           {"id": "", "aktif": "?"}, frozenset({"B1"})),
    Contoh("log", "log_sinkronisasi", (LOG, LOG | {"nip": WATI}), ("nip", "pesan"),
           {"nip": RUSAK, "pesan": "", "waktu": "kapan"}, frozenset({"N2", "B1"})),
    Contoh("periode", "referensi_periode", (PERIODE, PERIODE | {"id": "p-2", "angka_periodik": "2"}),
           ("nama", "periode_awal", "periode_akhir", "tipe_periodik", "angka_periodik"),
           {"nama": "", "tahun": "dua ribu"}, frozenset({"B1"}), bentuk="document", berkas="periode.json"),
)  # fmt: skip
BY_ID = {contoh.id: contoh for contoh in CONTOH}


def konteks(known: Iterable[str] = ()) -> Context:
    """Return a run for the year of the cast."""
    return Context(2024, dt.date(2025, 1, 6), known=Known.of(known))


def baca(contoh: Contoh, source: Source, context: Context | None = None) -> list[Record | Reject | Outside]:
    """Read a source to its end."""
    return list(contoh.conn.records(source, contoh.conn.heading(source), context or konteks()))


def satu(id: str, **changes: str) -> Record | Reject | Outside:
    """Read the first good row of a kind with some cells changed."""
    contoh = BY_ID[id]
    source = contoh.sumber([contoh.rows[0] | changes], tuple(dict.fromkeys((*contoh.kolom, *changes))))
    (row,) = baca(contoh, source)
    return row


def rest(row: Record | Reject | Outside) -> dict[str, object]:
    """Return the rest of a record."""
    assert isinstance(row, Record)
    values: dict[str, object] = orjson.loads(row.rest or "{}")
    return values


def lewat_csv(contoh: Contoh, folder: Path, header: Sequence[str]) -> Iterator[Source]:
    """Write the file as CSV and let the real reader open it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows(contoh.preamble)
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in contoh.kolom] for row in contoh.rows)
    path = folder / "berkas.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    yield from open_sources(path)
