"""Filled status columns come back; people type what they like."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from documents.alat import tabel
from documents.pemeran import kabupaten, kendala
from selaras.documents.tindak_lanjut import buku, kunci, status
from selaras.documents.tindak_lanjut.peta import peta_kunci
from selaras.documents.tindak_lanjut.status import Status
from selaras.galat import DataError


def isi_kolom(asal: Path, tujuan: Path, lembar: str, isian: dict[str, tuple[object, str]]) -> Path:
    """What Excel does: the same sheet, with status and note typed in, and a line inserted on top."""
    with xlsxwriter.Workbook(str(tujuan)) as b:
        ws = b.add_worksheet(lembar)
        baris = tabel(asal, lembar)
        judul = list(baris[0])
        ws.write_row(5, 0, judul)
        for r, x in enumerate(baris, 6):
            status_, catatan = isian.get(str(x["kunci"]), ("", ""))
            ws.write_row(r, 0, list((x | {"Status": status_, "Catatan": catatan}).values()))
    return tujuan


def test_it_reads_back_what_was_filled_in(tmp_path: Path) -> None:
    asal = buku.tulis(kabupaten(), tmp_path / "t.xlsx")
    u1 = kunci.untuk(kendala("U1", npsn="20900002", membuka_jalan_bagi=14))
    n3 = kunci.untuk(kendala("N3", 20))
    isian = isi_kolom(
        asal,
        tmp_path / "diisi.xlsx",
        "Dinas - pemadanan",
        {u1: ("Selesai", ""), n3: ("sudah diajukan 12/1", "lewat Verval")},
    )
    hasil = {x.kunci: x for x in status.baca(isian)}
    assert set(hasil) == {u1, n3}
    assert hasil[u1].status == Status.SUDAH
    assert (hasil[n3].status, hasil[n3].catatan) == (Status.DIAJUKAN, "sudah diajukan 12/1; lewat Verval")
    assert hasil[u1].lembar == "Dinas - pemadanan"
    assert [k.kode for k in peta_kunci(kabupaten())[u1]] == ["U1"]


def test_it_reads_nothing_from_a_workbook_that_nobody_filled(tmp_path: Path) -> None:
    asal = buku.tulis(kabupaten(), tmp_path / "t.xlsx")
    assert status.baca(asal) == []
    assert status.baca(asal.with_name("operator.xlsx")) == []


KETIKAN = {
    Status.SUDAH: ("sudah", "SELESAI", "Sdh beres", "✓", "ok.", "1"),
    Status.DIAJUKAN: ("sudah diajukan 12/1", "masih proses", "sedang dicek BKPSDM"),
    Status.BELUM: ("belum", "belum selesai", "blm"),
    Status.TIDAK_BISA: ("tidak bisa", "sudah dicoba, gagal", "belum bisa", "ditolak sistem"),
    Status.BENAR: ("data sudah benar",),
    Status.CATATAN: ("yang bersangkutan cuti",),
}


@pytest.mark.parametrize(("teks", "arti"), [(t, arti) for arti, semua in KETIKAN.items() for t in semua])
def test_it_understands_what_people_type(teks: str, arti: Status) -> None:
    assert status.kenali(teks)[0] == arti


def test_it_keeps_words_that_it_does_not_sort() -> None:
    assert status.kenali("yang bersangkutan cuti")[1] == "yang bersangkutan cuti"
    assert status.kenali("sudah, 3 orang")[1] == "sudah, 3 orang"


def test_it_keeps_a_note_without_a_status_and_a_tick_typed_as_a_number(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as b:
        ws = b.add_worksheet("Lain")
        ws.write_row(0, 0, ["Status", "Catatan", "kunci"])
        ws.write_row(1, 0, ["", "tunggu SK", "0123456789ab"])
        ws.write_row(2, 0, [1, "", "abcdefabcdef"])
        ws.write_row(3, 0, ["sudah", "", "bukan kunci"])
        b.add_worksheet("Kosong")
    a, c = status.baca(tmp_path / "x.xlsx")
    assert (a.status, a.catatan, a.baris) == (Status.CATATAN, "tunggu SK", 2)
    assert (c.status, c.catatan) == (Status.SUDAH, "1")


@pytest.mark.parametrize("isi", [b"", b"bukan excel", b"PK\x03\x04rusak"])
def test_it_says_what_to_do_with_a_damaged_file(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(isi)
    with pytest.raises(DataError, match=r"rusak\.xlsx.*simpan ulang"):
        status.baca(tmp_path / "rusak.xlsx")


def test_it_says_so_when_the_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        status.baca(tmp_path / "tidak-ada.xlsx")
