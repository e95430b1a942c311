"""selaras predikat and selaras angka-kredit: the vectors through the command line, and whatever else people type."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cli.baris_perintah import jalankan

VEKTOR = Path(__file__).parent.parent / "kinerja" / "vectors"
Row = dict[str, str]


def rows(berkas: str, kolom: str, *isi: str) -> list[object]:
    with (VEKTOR / berkas).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["id"]) for row in csv.DictReader(file) if row[kolom] in isi]


@pytest.mark.parametrize("row", rows("predikat.csv", "case_type", "matrix", "alias", "trap"))
def test_it_gives_the_predikat_of_the_matrix(tmp_path: Path, row: Row) -> None:
    done = jalankan(tmp_path, "predikat", row["rating_hasil_kerja"], row["rating_perilaku_kerja"], "--json")
    assert done.json == {"predikat": row["expected"], "persen_ak": int(row["expected_persen_ak"])}
    assert (done.kode, done.err) == (0, "")


@pytest.mark.parametrize("row", rows("predikat.csv", "case_type", "invalid"))
def test_it_never_guesses_a_rating(tmp_path: Path, row: Row) -> None:
    done = jalankan(tmp_path, "predikat", row["rating_hasil_kerja"], row["rating_perilaku_kerja"], "--json")
    assert (done.kode, done.out) == (1, "")
    assert "Tulis misalnya «Sesuai Ekspektasi»." in done.err


def test_it_says_the_predikat_in_words(tmp_path: Path) -> None:
    assert jalankan(tmp_path, "predikat", "Diatas Ekspektasi", "Sesuai Ekspektasi").out == "Baik (100 % angka kredit)\n"


def test_it_is_exact_and_prints_half_up(tmp_path: Path) -> None:
    words = ("--jenjang", "Ahli Pertama", "--predikat", "Baik", "--bulan", "3")
    assert jalankan(tmp_path, "angka-kredit", *words, "--json").json == {"angka_kredit": "3.13", "tepat": "25/8"}
    assert jalankan(tmp_path, "angka-kredit", *words).out == "3.13 (tepat 25/8)\n"


@pytest.mark.parametrize("row", rows("angka_kredit.csv", "rule", "konversi"))
def test_it_converts_every_vector(tmp_path: Path, row: Row) -> None:
    done = jalankan(
        tmp_path, "angka-kredit", "--jenjang", row["jenjang"], "--predikat", row["predikat"], "--bulan", row["bulan"],
        "--json",
    )  # fmt: skip
    assert Fraction(done.json["tepat"]) == Fraction(row["expected_exact"])
    assert done.json["angka_kredit"] == row["expected"]


@pytest.mark.parametrize(
    ("changed", "kalimat"),
    [
        ({"--jenjang": "Ahli"}, "Jenjang jabatan ini tidak dikenal."),
        ({"--predikat": "Amat Baik"}, "Tulisan predikat ini tidak dikenal"),
        ({"--bulan": "0"}, "Jumlah bulan harus 1 sampai 12."),
        ({"--bulan": "13"}, "Jumlah bulan harus 1 sampai 12."),
        ({"--bulan": "2.5"}, "Jumlah bulan harus bilangan bulat."),
        ({"--bulan": "1/0"}, "Jumlah bulan harus bilangan bulat."),
        ({"--bulan": "1e999999999999"}, "Jumlah bulan harus bilangan bulat."),  # would fill the memory
        ({"--jenis": "PPPK"}, "PPPK tidak memakai angka kredit"),
    ],
)
def test_it_says_what_can_not_be_counted(tmp_path: Path, changed: dict[str, str], kalimat: str) -> None:
    options = {"--jenjang": "Ahli Muda", "--predikat": "Baik", "--bulan": "12"} | changed
    done = jalankan(tmp_path, "angka-kredit", *(word for pair in options.items() for word in pair), "--json")
    assert (done.kode, done.out) == (1, "")
    assert kalimat in done.err


@given(st.lists(st.text(max_size=20) | st.sampled_from(["Sesuai", "--json", "--"]), max_size=4))
@example(["\udcff", "[/red]"])
def test_it_answers_any_ratings_with_a_sentence(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    done = jalankan(tmp_path_factory.getbasetemp() / "ak", "predikat", *words)
    assert done.kode in (0, 1)
    assert done.out or done.err


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=12) | st.from_regex(r"[-+0-9eE./_ ]{1,9}"))
@example("Ahli Muda", "Baik", "1E9999999")
@example("Ahli Muda", "Baik", "9" * 5000)
def test_it_answers_any_options_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, jenjang: str, predikat: str, bulan: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "ak"
    for satu, dua in ((jenjang, predikat), ("Ahli Muda", "Baik")):
        done = jalankan(folder, "angka-kredit", "--jenjang", satu, "--predikat", dua, "--bulan", bulan, "--json")
        assert done.kode in (0, 1)
        assert bool(done.out) is (done.kode == 0)
