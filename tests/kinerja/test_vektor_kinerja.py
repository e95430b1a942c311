"""Every vector of ratings, predikat, the spread of predikat and angka kredit, row by row."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from selaras.kinerja import angka_kredit as ak
from selaras.kinerja import predikat, rating, sebaran

VEKTOR = Path(__file__).parent / "vectors"
Row = dict[str, str]
KODE = {singkat: kode for kode, singkat in sebaran.SINGKATAN.items()}


def rows(berkas: str, kolom: str, *isi: str) -> list[object]:
    with (VEKTOR / berkas).open(encoding="utf-8", newline="") as f:
        return [pytest.param(b, id=b["id"]) for b in csv.DictReader(f) if b[kolom] in isi]


def of_predikat(*jenis: str) -> list[object]:
    return rows("predikat.csv", "case_type", *jenis)


def of_ak(*aturan: str) -> list[object]:
    return rows("angka_kredit.csv", "rule", *aturan)


def test_it_knows_a_test_for_every_kind_of_row() -> None:
    with (VEKTOR / "predikat.csv").open(encoding="utf-8") as f:
        jenis = {b["case_type"] for b in csv.DictReader(f)}
    assert jenis == {"matrix", "alias", "trap", "label_alias", "invalid", "pola_distribusi", "pola_distribusi_check"}
    with (VEKTOR / "angka_kredit.csv").open(encoding="utf-8") as f:
        aturan = {b["rule"] for b in csv.DictReader(f)}
    assert aturan == {
        *("konversi", "jumlah", "dasar", "kumulatif_triwulan", "tahunan_mengganti_periodik", "kumulatif"),
        *("kenaikan_pangkat", "kenaikan_jenjang", "ijazah_25_persen", "integrasi", "kebutuhan_kumulatif"),
        *("invalid", "trap"),
    }


@pytest.mark.parametrize("row", of_predikat("matrix", "alias", "trap"))
def test_it_gives_the_predikat_of_the_matrix(row: Row) -> None:
    kode = predikat.dari(rating.parse(row["rating_hasil_kerja"]), rating.parse(row["rating_perilaku_kerja"]))
    assert (predikat.nama(kode), predikat.persen_ak(kode)) == (row["expected"], int(row["expected_persen_ak"]))


@pytest.mark.parametrize("row", of_predikat("label_alias"))
def test_it_reads_every_label_of_a_predikat(row: Row) -> None:
    kode = predikat.parse(row["context"])
    assert (predikat.nama(kode), predikat.persen_ak(kode)) == (row["expected"], int(row["expected_persen_ak"]))


@pytest.mark.parametrize("row", of_predikat("invalid"))
def test_it_never_guesses_a_rating(row: Row) -> None:
    with pytest.raises(rating.RatingError) as galat:
        predikat.dari(rating.parse(row["rating_hasil_kerja"]), rating.parse(row["rating_perilaku_kerja"]))
    assert f"ERROR:{galat.value.kode}" == row["expected"]


@pytest.mark.parametrize("row", of_predikat("pola_distribusi"))
def test_it_words_the_advice_on_the_spread(row: Row) -> None:
    assert sebaran.nasihat(row["context"].partition("=")[2]) == row["expected"]


@pytest.mark.parametrize("row", of_predikat("pola_distribusi_check"))
def test_it_checks_the_spread(row: Row) -> None:
    isi = dict(bagian.strip().split("=") for bagian in row["context"].split(";"))
    capaian = isi.pop("capaian")
    kode = sebaran.periksa(capaian, {KODE[k]: int(n) for k, n in isi.items()})
    assert (f"WARN:{'|'.join(kode)}" if kode else "OK") == row["expected"]


@pytest.mark.parametrize("row", of_ak("konversi", "kumulatif_triwulan"))
def test_it_converts_a_predikat_to_angka_kredit(row: Row) -> None:
    hasil = ak.hitung(row["jenjang"], row["predikat"], row["bulan"])
    assert (hasil, ak.cetak(hasil)) == (Fraction(row["expected_exact"]), row["expected"])


@pytest.mark.parametrize("row", of_ak("kumulatif_triwulan"))
def test_it_adds_unrounded_quarters(row: Row) -> None:
    triwulan = [ak.hitung(row["jenjang"], row["predikat"], 3)] * (int(row["bulan"]) // 3)
    assert ak.cetak(ak.tahunan_mengganti(triwulan, None)) == row["expected"]


@pytest.mark.parametrize("row", of_ak("tahunan_mengganti_periodik"))
def test_it_lets_the_annual_predikat_replace_the_periodic_ones(row: Row) -> None:
    periodik = [ak.hitung(row["jenjang"], "Sangat Baik", 3)] * 3
    tahunan = ak.hitung(row["jenjang"], row["predikat"], row["bulan"])
    assert ak.cetak(ak.tahunan_mengganti(periodik, tahunan)) == row["expected"]


@pytest.mark.parametrize("row", of_ak("jumlah", "kumulatif"))
def test_it_keeps_a_running_total(row: Row) -> None:
    if row["jenjang"]:
        bagian = [ak.hitung(row["jenjang"], row["predikat"], row["bulan"])]
    else:
        bagian = [Fraction(x) for x in row["input"].split(" + ")]
    assert ak.cetak(ak.kumulatif(Fraction(row["saldo_awal"] or 0), bagian)) == row["expected"]


@pytest.mark.parametrize("row", of_ak("kenaikan_pangkat"))
def test_it_carries_the_excess_after_kenaikan_pangkat(row: Row) -> None:
    sisa = ak.setelah_kenaikan_pangkat(Fraction(row["saldo_awal"]), "Ahli Pertama")
    assert ak.cetak(sisa) == row["expected"]


@pytest.mark.parametrize("row", of_ak("kenaikan_jenjang"))
def test_it_carries_nothing_after_kenaikan_jenjang(row: Row) -> None:
    assert ak.cetak(ak.setelah_kenaikan_jenjang(Fraction(120)), 0) == row["expected"]


@pytest.mark.parametrize("row", of_ak("ijazah_25_persen"))
def test_it_adds_a_quarter_for_a_higher_degree(row: Row) -> None:
    hasil = ak.ijazah(int(row["input"].removeprefix("25% of ")))
    assert (hasil, ak.cetak(hasil)) == (Fraction(row["expected_exact"]), row["expected"])


@pytest.mark.parametrize("row", of_ak("integrasi"))
def test_it_integrates_conventional_angka_kredit(row: Row) -> None:
    golongan, nilai = row["input"].split("; AK konvensional ")
    assert ak.cetak(ak.integrasi(golongan, int(nilai)), 0) == row["expected"]


@pytest.mark.parametrize("row", of_ak("dasar"))
def test_it_knows_the_angka_kredit_dasar(row: Row) -> None:
    assert ak.cetak(ak.dasar(row["input"]), 0) == row["expected"]


@pytest.mark.parametrize("row", of_ak("kebutuhan_kumulatif"))
def test_it_knows_what_a_promotion_needs(row: Row) -> None:
    pangkat, jenjang = ak.kebutuhan(row["jenjang"])
    assert f"{pangkat}/{jenjang or '-'}" == row["expected"]


@pytest.mark.parametrize("row", of_ak("invalid", "trap"))
def test_it_falls_into_no_trap(row: Row) -> None:
    galat = re.fullmatch(r"ERROR:(\w+)", row["expected"])
    if galat is None:
        assert ak.cetak(ak.hitung(row["jenjang"], row["predikat"], row["bulan"])) == row["expected"]
        return
    with pytest.raises(ak.AngkaKreditError) as salah:
        _salah(row)
    assert salah.value.kode == galat[1]


def _salah(row: Row) -> None:
    if row["jenjang"]:
        jenis = "PPPK" if row["input"].startswith("PPPK") else "PNS"
        ak.hitung(row["jenjang"], row["predikat"], row["bulan"], jenis=jenis)
    else:
        ak.pastikan_tidak_tumpang([(1, 6), (6, 12)])
