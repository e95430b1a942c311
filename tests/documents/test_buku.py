"""The admin workbook and the operator's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.alat import NOMOR, rumus, sel, tabel, teks_semua, xml
from documents.pemeran import JAHAT, KATA_NILAI, kabupaten, kendala, nip, posisi, sekolah
from selaras.documents.tindak_lanjut import buku
from selaras.documents.tindak_lanjut.ringkas import HANYA_BACA
from selaras.galat import TryAgain
from selaras.monitoring.posisi import KEADAAN

LEMBAR = [
    "Ringkas", "Hari ini", "Admin - periode dan UNOR", "Dinas - pemadanan", "Tekan Sinkro", "Sekolah",
    "Di luar cakupan", "Pesan WA", "Data dan tanggal",
]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return buku.tulis(kabupaten(latihan=True), tmp_path_factory.mktemp("buku") / "tindak-lanjut.xlsx")


def test_it_has_exactly_these_sheets_and_the_operators_apart(path: Path) -> None:
    assert list(sel(path)) == LEMBAR
    assert list(sel(path.with_name("operator.xlsx"))) == ["Operator"]


def test_it_holds_no_formula_anywhere(path: Path) -> None:
    assert rumus(path) == []
    assert rumus(path.with_name("operator.xlsx")) == []


def test_it_keeps_a_hostile_name_as_text_even_when_the_cell_is_edited(path: Path) -> None:
    nama = [b["Nama"] for b in tabel(path, "Tekan Sinkro")]
    assert {JAHAT[0], JAHAT[1], JAHAT[2], JAHAT[3], "Siti 😀 Aminah", "Baris kedua danlonceng"} <= set(nama)
    assert 'quotePrefix="1"' in xml(path)["xl/styles.xml"]


def test_it_prints_a_whole_number_of_a_person_only_on_the_operators_sheet(path: Path) -> None:
    assert not NOMOR.search(teks_semua(path))
    assert not [n for n, isi in xml(path).items() if "sharedStrings" in n and NOMOR.search(isi)]
    assert {nip(70), nip(20), nip(21)} <= set(teks_semua(path.with_name("operator.xlsx")).split())


def test_it_puts_the_old_number_beside_the_new(path: Path) -> None:
    baris = tabel(path.with_name("operator.xlsx"), "Operator")
    beda = next(b for b in baris if str(b["Kendala"]).startswith("N3"))
    assert (beda["NIP di PMM / Dapodik (lama)"], beda["NIP di SIASN / e-Kinerja (baru)"]) == (nip(70), nip(20))
    assert "WhatsApp" in teks_semua(path.with_name("operator.xlsx"))


def test_it_adds_up_on_the_page_to_print(path: Path) -> None:
    isi = sel(path)["Ringkas"]
    awal = next(i for i, b in enumerate(isi) if b[1] == "Rekap")
    angka = [b[4] for b in isi[awal + 1 : awal + 1 + len(KEADAAN)]]
    assert sum(angka) == isi[awal + 9][4] == sum(kabupaten().keadaan.values())


def test_it_says_on_the_page_to_print_what_kind_of_paper_it_is(path: Path) -> None:
    teks = "\n".join(str(c) for b in sel(path)["Ringkas"] for c in b)
    for kata in (
        "LATIHAN",
        HANYA_BACA,
        "Data per 10 Januari 2025",
        "Tertahan",
        "Sedang dicek ulang",
        "peta UNOR belum ada",
    ):
        assert kata in teks
    lembar = xml(path)["xl/worksheets/sheet1.xml"]
    assert 'fitToPage="1"' in lembar
    assert "fitToHeight" not in lembar  # one page tall is the default that is not written
    assert any("charts/chart" in n for n in xml(path))


def test_it_names_the_five_steps_that_free_most_people(path: Path) -> None:
    isi = sel(path)["Ringkas"]
    awal = next(i for i, b in enumerate(isi) if b[0] == "No")
    assert [b[4] for b in isi[awal + 1 : awal + 6]] == [40, 14, 12, 9, 8]


def test_it_sorts_today_by_teachers_freed(path: Path) -> None:
    angka = [b["Membuka jalan bagi (guru)"] for b in tabel(path, "Hari ini")]
    assert angka == sorted(angka, reverse=True)


def test_it_lists_the_buttons_by_name_without_a_rating_and_without_who_waits(path: Path) -> None:
    baris = tabel(path, "Tekan Sinkro")
    nama = [str(b["Nama"]).casefold() for b in baris]
    assert nama == sorted(nama)
    assert {b["Sekolah"] for b in baris} == {"SD Negeri 1 Sukamaju"}
    assert not [k for k in KATA_NILAI if k in "\n".join(str(v) for b in baris for v in b.values())]


def test_it_gives_each_owner_the_own_sheet(path: Path) -> None:
    assert {b["Kode"] for b in tabel(path, "Admin - periode dan UNOR")} == {"P1", "N2", "N6", "L0"}
    assert {b["Kode"] for b in tabel(path, "Dinas - pemadanan")} == {"U1", "N3", "R1"}


def test_it_writes_a_row_per_school_with_the_first_step(path: Path) -> None:
    baris = {b["NPSN"]: b for b in tabel(path, "Sekolah")}
    assert len(baris) == 4
    assert str(baris["20900002"]["Langkah pertama"]).startswith("Dinas pendidikan: memadankan")
    assert str(baris["20900001"]["Langkah pertama"]).startswith("Kepala sekolah: setujui SKP")
    assert str(baris["20900003"]["Langkah pertama"]).startswith("Kepala sekolah: sinkronkan SKP")
    assert baris["20900004"]["Langkah pertama"] == "Selesai"
    assert baris["20900001"]["Batas"] == "31 Januari 2025"


def test_it_hides_the_column_of_ids_and_freezes_and_filters(path: Path) -> None:
    for n, isi in xml(path).items():
        if "worksheets/sheet" in n and not n.endswith("sheet1.xml"):
            assert 'hidden="1"' in isi
            assert "<autoFilter" in isi
            assert 'state="frozen"' in isi
            assert "10 Januari 2025" in isi  # the footer carries the data date


def test_it_says_how_old_each_source_is(path: Path) -> None:
    (baris,) = [b for b in tabel(path, "Data dan tanggal") if b["Berkas"] == "pmm.xlsx"]
    assert (baris["Data per"], baris["Umur (hari)"], baris["Baris ditolak"]) == ("10 Januari 2025", 3, 4)


def test_it_writes_an_empty_district_without_a_traceback(tmp_path: Path) -> None:
    p = posisi(sekolah=(), guru=0, selesai=0, keadaan={}, hanya_baca=False)
    hasil = buku.tulis(p, tmp_path / "baru" / "t.xlsx")
    assert "Tidak ada langkah yang tertinggal." in teks_semua(hasil)
    assert HANYA_BACA not in teks_semua(hasil)


def test_it_masks_numbers_wherever_they_hide(tmp_path: Path) -> None:
    n = nip(1)
    isi = kendala(
        "L0", 1, sebab=f"pesan {n}", langkah=f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}", berkas=f"{n}.xlsx", nama=n
    )
    p = posisi(isi, kurang=(n,), instansi=f"Kab {n}", sekolah=(sekolah(nama=n, npsn=n),))
    assert not NOMOR.search(teks_semua(buku.tulis(p, tmp_path / "t.xlsx")))


def test_it_says_so_when_the_file_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").mkdir()
    with pytest.raises(TryAgain, match="Tutup berkasnya"):
        buku.tulis(posisi(), tmp_path / "t.xlsx")
