"""The page of a school: PDF and text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from documents.alat import NOMOR
from documents.pemeran import KATA_NILAI, kabupaten, kendala, nip, posisi, sekolah
from selaras.documents.tindak_lanjut import sekolah as halaman


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tujuan = tmp_path_factory.mktemp("sekolah")
    halaman.tulis(kabupaten(latihan=True), tujuan)
    return tujuan


def tulis(tmp_path: Path, *isi, **lain) -> str:
    return halaman.tulis(posisi(*isi, **lain), tmp_path)[1].read_text(encoding="utf-8")


def test_it_writes_a_pdf_and_a_text_per_school_named_by_its_npsn(folder: Path) -> None:
    nama = sorted(p.name for p in folder.iterdir())
    assert len(nama) == 8
    assert nama[:2] == ["20900001-sd-negeri-1-sukamaju.pdf", "20900001-sd-negeri-1-sukamaju.txt"]
    assert all(p.read_bytes().startswith(b"%PDF") for p in folder.glob("*.pdf"))


def test_it_sets_the_page_in_the_font_that_it_carries(folder: Path) -> None:
    isi = (folder / "20900001-sd-negeri-1-sukamaju.pdf").read_bytes()
    assert b"DejaVuSansCondensed-Bold" in isi
    assert b"Libertinus" not in isi


def test_it_prints_no_number_and_no_rating(folder: Path) -> None:
    for path in folder.glob("*.txt"):
        teks = path.read_text(encoding="utf-8")
        assert not NOMOR.search(teks)
        assert not [k for k in (*KATA_NILAI, "redikat") if k in teks]


def test_it_has_the_three_sections_with_names_and_minutes(folder: Path) -> None:
    teks = (folder / "20900001-sd-negeri-1-sukamaju.txt").read_text(encoding="utf-8")
    letak = [teks.index(x) for x in ("BAPAK/IBU LAKUKAN", "GURU LAKUKAN", "DITUNGGU DARI DINAS ATAU BKPSDM")]
    assert letak == sorted(letak)
    for kata in ("Guru Rekaan 13", "Sinkron PMM / Ruang GTK", "Sinkro Penilaian PMM / Ruang GTK", "sekitar 50 menit"):
        assert kata in teks
    for kata in ("tidak perlu melakukan apa-apa", "Data per 10 Januari 2025", "sebelum 31 Januari 2025", "LATIHAN"):
        assert kata in teks


def test_it_tells_a_school_that_only_waits_that_there_is_nothing_to_do(folder: Path) -> None:
    teks = (folder / "20900002-smp-negeri-2-cahaya.txt").read_text(encoding="utf-8")
    assert "Semua yang tersisa menunggu pihak lain" in teks
    assert "Dinas memadankan sekolah ini" in teks
    assert "Guru Rekaan 31" not in teks


def test_it_tells_a_head_to_go_first_and_reminds_no_teacher(folder: Path) -> None:
    teks = (folder / "20900003-sd-negeri-3-mekar.txt").read_text(encoding="utf-8")
    assert "Sinkronkan SKP Bapak/Ibu lebih dulu" in teks
    assert "Guru Rekaan 41" not in teks
    assert "Dinas menilai kepala sekolah" in teks


def test_it_thanks_a_school_that_is_done(folder: Path) -> None:
    assert "Semua guru sudah selesai" in (folder / "20900004-sd-negeri-4-tuntas.txt").read_text(encoding="utf-8")


def test_it_keeps_two_teachers_of_the_same_name(tmp_path: Path) -> None:
    teks = tulis(tmp_path, kendala("S7", 1, nama="Siti"), kendala("S7", 2, nama="Siti"))
    assert teks.count("- Siti\n") == 2


def test_it_says_which_period_is_meant_for_whom(tmp_path: Path) -> None:
    teks = tulis(tmp_path, kendala("S8", 1, periode=("TW1",)), kendala("S8", 2, periode=("TW2",)))
    assert "- Guru Rekaan 01 (TW1)" in teks
    assert "- Guru Rekaan 02 (TW2)" in teks


def test_it_lets_time_pass_without_blaming_anybody(tmp_path: Path) -> None:
    teks = tulis(tmp_path, kendala("S3", 1))
    assert "HANYA MENUNGGU WAKTU" in teks
    assert "Semua yang tersisa menunggu pihak lain" in teks


def test_it_marks_no_real_paper_as_rehearsal(tmp_path: Path) -> None:
    assert "LATIHAN" not in tulis(tmp_path, kendala("S7", 1))


@pytest.mark.parametrize("npsn", ["../../etc", nip(1), "", "2090 001"])
def test_it_never_makes_a_path_or_a_name_out_of_a_strange_npsn(tmp_path: Path, npsn: str) -> None:
    s = (sekolah(npsn=npsn, nama=f"SD {nip(2)}"), sekolah(npsn=npsn + "x", nama=f"SD {nip(2)}"))
    hasil = halaman.tulis(posisi(sekolah=s), tmp_path)
    assert len({p.name for p in hasil}) == 4
    assert all(p.parent == tmp_path and not NOMOR.search(p.name) for p in hasil)


def test_it_gives_the_same_bytes_for_the_same_position(tmp_path: Path) -> None:
    a, b = (halaman.tulis(kabupaten(), tmp_path / x)[0].read_bytes() for x in "ab")
    assert a == b


def test_it_sets_a_hundred_schools_in_seconds(tmp_path: Path) -> None:
    s = tuple(sekolah(npsn=f"{20900100 + n}", nama=f"SD Negeri {n}") for n in range(100))
    isi = [kendala("S7", n % 100, npsn=x.npsn) for n, x in enumerate(s)]
    mulai = time.perf_counter()
    halaman.tulis(posisi(*isi, sekolah=s), tmp_path)
    assert time.perf_counter() - mulai < 15
