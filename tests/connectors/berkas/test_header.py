"""The header is found by content, wherever it stands and however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.berkas.builders import NIP, PEGAWAI, cells, csv_text, table, workbook

TITLES = [["Laporan SKP Periode Tahun 2024"], ["Instansi PEMERINTAH KAB. X"], ["Unor : ALL"], [""]]


@pytest.mark.parametrize("above", [0, 1, 4, 7, 19, 24])
def test_it_finds_the_header_on_any_of_the_first_25_rows(tmp_path: Path, above: int) -> None:
    rows = [[f"Judul {i}"] for i in range(above)] + PEGAWAI
    for found in (table(tmp_path, "a.xlsx", workbook({"S": rows})), table(tmp_path, "a.csv", csv_text(rows))):
        assert found.header == ("nip", "nama", "npsn")
        assert found.header_line == above + 1
        assert [line for line, _ in found.rows] == [above + 2, above + 3]
        assert len(found.preamble) == above


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_it_tells_the_delimiter_by_the_header_names(tmp_path: Path, delimiter: str) -> None:
    rows = [["Laporan, tahun 2024; unit | A"], *PEGAWAI]
    assert cells(table(tmp_path, "a.txt", csv_text(rows, delimiter))) == PEGAWAI[1:]


def test_it_accepts_shuffled_upper_case_and_unknown_columns(tmp_path: Path) -> None:
    text = "WARNA;NAMA;NIP BARU;Kedudukan-Hukum Nama;Unor. Nama\nbiru;Sari;1;Aktif;SDN 1\n"
    assert table(tmp_path, "a.csv", text).header == ("warna", "nama", "nip_baru", "kedudukan_hukum_nama", "unor_nama")


def test_it_gives_title_rows_without_their_empty_cells(tmp_path: Path) -> None:
    found = table(tmp_path, "a.xlsx", workbook({"S": [*TITLES, *PEGAWAI]}))
    assert found.preamble == (("Laporan SKP Periode Tahun 2024",), ("Instansi PEMERINTAH KAB. X",), ("Unor : ALL",))


def test_it_reads_a_two_row_header_of_merged_cells(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama", "NIP", "Tempat Tugas", None],
        [None, None, None, "NPSN", "Sekolah"],
        [1, "Sari", NIP, "2", "S"],
    ]
    found = table(tmp_path, "a.xlsx", workbook({"S": rows}))
    assert found.header == ("no", "nama", "nip", "tempat_tugas_npsn", "tempat_tugas_sekolah")
    assert list(found.rows) == [(3, ["1", "Sari", NIP, "2", "S"])]


def test_it_never_takes_a_data_row_for_a_second_header_row(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", "nip,nama,,npsn\n1,Sari,x,20271000\n")
    assert cells(found) == [["1", "Sari", "x", "20271000"]]


def test_it_skips_the_row_that_numbers_the_columns(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "a.csv", "nip,nama,npsn\n(1),(2),(3)\n9,Sari,2\n")) == [["9", "Sari", "2"]]


def test_it_keeps_the_first_of_two_columns_with_one_name(tmp_path: Path) -> None:
    assert table(tmp_path, "a.csv", "nip,nama,nama,,\n1,a,b,,\n").header == ("nip", "nama", "nama_2")


def test_it_gives_an_unknown_table_without_header_but_with_its_rows(tmp_path: Path) -> None:
    for name, data in (("a.csv", "merek,harga\nx,1\n"), ("a.xlsx", workbook({"S": [["merek", "harga"], ["x", 1]]}))):
        found = table(tmp_path, name, data)
        assert (found.header, found.preamble) == ((), (("merek", "harga"), ("x", "1")))
        assert list(found.rows) == [(1, ["merek", "harga"]), (2, ["x", "1"])]
