"""CSV, pasted rows and their encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.berkas.builders import NIP, cells, put, table
from selaras.connectors.berkas import open_sources
from selaras.galat import DataError


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_it_reads_every_encoding_people_have(tmp_path: Path, codec: str) -> None:
    found = table(tmp_path, "a.csv", "nip,nama\n1,René Müller\n".encode(codec))
    assert found.header == ("nip", "nama")
    assert list(found.rows) == [(2, ["1", "René Müller"])]


def test_it_reads_stray_windows_letters_far_down_in_a_utf8_file(tmp_path: Path) -> None:
    data = b"nip,nama\n" + "1,Ménara\n".encode() * 150_000 + b"2,Ren\xe9 \x81\n"
    *_, last = table(tmp_path, "a.csv", data).rows
    assert last == (150_002, ["2", "René \ufffd"])


def test_it_reads_rows_pasted_from_the_log_page(tmp_path: Path) -> None:
    text = f"NIP\tNama\tPesan\tWaktu\r\n{NIP}\tSari\tUnor di PMM Belum Padan\t2025-01-06 10:00\r\n"
    assert cells(table(tmp_path, "log.txt", text)) == [[NIP, "Sari", "Unor di PMM Belum Padan", "2025-01-06 10:00"]]


def test_it_honours_the_separator_line_of_excel(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "a.csv", "sep=;\nnip;nama\n1;Sari\n")) == [["1", "Sari"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_reads_every_line_end(tmp_path: Path, end: str) -> None:
    found = table(tmp_path, "a.csv", end.join(["nip,nama", "1,a", "", "2,b"]))
    assert list(found.rows) == [(2, ["1", "a"]), (4, ["2", "b"])]


def test_it_pads_short_rows_and_leaves_out_empty_ones(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", "nip,nama,npsn\n1\n,,\n\n2,b,c,,\n")
    assert list(found.rows) == [(2, ["1", "", ""]), (5, ["2", "b", "c"])]


def test_it_hands_over_surplus_cells_so_that_the_row_can_be_rejected(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "a.csv", "nip,nama\n1,Sari, S.Pd\n")) == [["1", "Sari", " S.Pd"]]


def test_it_counts_lines_across_quoted_line_breaks(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", 'nip,"nama"\n1,"Sari\nDewi"\n2,b\n')
    assert list(found.rows) == [(2, ["1", "Sari\nDewi"]), (4, ["2", "b"])]


def test_it_leaves_formula_like_cells_as_text(tmp_path: Path) -> None:
    assert cells(table(tmp_path, "a.csv", "nip,nama\n=1+1,@SUM(A1)\n")) == [["=1+1", "@SUM(A1)"]]


def test_it_names_the_line_where_a_quote_was_left_open(tmp_path: Path) -> None:
    found = table(tmp_path, "a.csv", 'nip,nama\n1,a\n2,"b\n3,c\n')
    with pytest.raises(DataError, match="mulai baris 3: tanda kutip"):
        list(found.rows)


def test_it_refuses_a_quote_that_swallows_whole_rows_before_it_closes(tmp_path: Path) -> None:
    text = f'nip,nama,npsn\n{NIP},"Sari,2\n{NIP},Budi,2\n{NIP},"Tono",2\n'
    with pytest.raises(DataError, match="mulai baris 2"):
        list(table(tmp_path, "a.csv", text).rows)


def test_it_refuses_a_quote_that_swallows_more_than_any_cell_holds(tmp_path: Path) -> None:
    text = 'nip,nama\n1,"a\n' + "2,b\n" * 50_000
    with pytest.raises(DataError, match="mulai baris 2"):
        list(table(tmp_path, "a.csv", text).rows)


def test_it_refuses_an_endless_line_and_names_it(tmp_path: Path) -> None:
    text = "nip,nama\n1,a\n2," + "b" * 3_000_000
    with pytest.raises(DataError, match=r"baris 3: satu baris lebih panjang dari 1\.048\.576 byte"):
        list(table(tmp_path, "a.csv", text).rows)


def test_it_refuses_nul_bytes_and_names_their_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="baris 3: ada karakter kosong"):
        list(table(tmp_path, "a.csv", "nip,nama\n1,a\n2,\0b\n").rows)


def test_it_reads_the_rows_again_on_every_iteration(tmp_path: Path) -> None:
    [found] = open_sources(put(tmp_path, "a.csv", "nip,nama\n1,a\n"))
    assert list(found.rows) == list(found.rows)  # type: ignore[union-attr]
