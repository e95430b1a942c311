"""The layouts of the real files, in miniature: e-Kinerja, SIASN, Dapodik, PMM, the map, the log, ref-unor."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.berkas.builders import NIP, sources, table, workbook
from selaras.connectors.ports import Document, Table

REPORT = [
    ["Laporan Penilaian SKP Periode Triwulan 1 Tahun 2024"],
    ["Instansi PEMERINTAH KAB. CONTOH"],
    ["Periode : Triwulan 1 Tahun 2024"],
    ["Unor Induk : DINAS PENDIDIKAN"],
    ["Unor : ALL"],
    ["Data ditarik pada : 2025-01-06 10:12:33"],
    [],
    ["jenis", "id", "nip", "nama", "skp_unor", "hasil_kerja", "is_skp_plt_plh_pjb", "tahun_skp"],
    ["periodik", "90c1", NIP, "SARI", "SDN 1", "Sesuai Ekspektasi", 0, 2024],
]
DAPODIK = [
    ["Daftar Guru"],
    ["KAB. CONTOH"],
    ["Tanggal Unduh: 2025-01-05"],
    [],
    ["No", "Nama", "NUPTK", "JK", "Tanggal Lahir", "NIP", "Status Kepegawaian", "Jenis PTK", "Desa/Kelurahan", "HP"],
    ["1", "Sari", "3167696064121743", "P", "1985-03-30", NIP, "PNS", "Guru Kelas", "Ngawen", "0812"],
]


def test_it_reads_the_report_of_ekinerja(tmp_path: Path) -> None:
    found = table(tmp_path, "laporan.xlsx", workbook({"Sheet1": REPORT}))
    assert found.preamble[-1] == ("Data ditarik pada : 2025-01-06 10:12:33",)
    [(line, row)] = found.rows
    assert (line, dict(zip(found.header, row, strict=True))["tahun_skp"]) == (9, "2024")


def test_it_reads_daftar_guru_of_dapodik(tmp_path: Path) -> None:
    found = table(tmp_path, "guru.xlsx", workbook({"Daftar Guru": DAPODIK}))
    assert found.header_line == 5
    assert "desa/kelurahan" in found.header
    assert [line for line, _ in found.rows] == [6]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("PNS ID;NIP BARU;NAMA;UNOR NAMA\n", ("pns_id", "nip_baru", "nama", "unor_nama")),
        ("unor_id,nama_unor,npsn,nama_sekolah,aktif\n", ("unor_id", "nama_unor", "npsn", "nama_sekolah", "aktif")),
        ("Id,InstansiId,DiatasanId,NamaUnor\n", ("id", "instansiid", "diatasanid", "namaunor")),
        ("NIP\tNama\tPesan\tWaktu\n", ("nip", "nama", "pesan", "waktu")),
        ("skp_id,nomor,bagian,rhk\n", ("skp_id", "nomor", "bagian", "rhk")),
    ],
)
def test_it_knows_the_columns_of_every_kind_of_file(tmp_path: Path, text: str, header: tuple[str, ...]) -> None:
    found = table(tmp_path, "a.csv", text)
    assert (found.header, list(found.rows)) == (header, [])


def test_it_reads_all_tables_of_a_pmm_workbook(tmp_path: Path) -> None:
    sheets = {
        "pegawai": [["nip", "nama", "npsn"], [NIP, "Sari", "20271000"]],
        "skp": [["skp_id", "nip", "npsn", "tahun", "status"]],
        "rhk": [["skp_id", "nomor", "rhk"], ["s", "1", "r"]],
    }
    found = sources(tmp_path, "pmm.xlsx", workbook(sheets))
    assert [source.sheet for source in found if isinstance(source, Table)] == ["pegawai", "skp", "rhk"]


def test_it_reads_an_answer_of_the_dapodik_web_service(tmp_path: Path) -> None:
    [found] = sources(tmp_path, "getGtk.json", '{"results": 1, "id": "ptk_terdaftar_id", "rows": [{"nama": "Sari"}]}')
    assert isinstance(found, Document)
