"""Mending a kind of damage changes what it is about and nothing else, on paper and in what e-Kinerja holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from selaras.latihan.district import District, buat
from selaras.latihan.files import tulis
from selaras.latihan.isi_ekinerja import beda, isi
from selaras.latihan.kunci import kunci
from selaras.latihan.paket import tulis_pihak
from selaras.latihan.perbaikan import EKINERJA, PERBAIKAN, PUTUSAN, TAK_MUNGKIN, pihak
from selaras.latihan.saat import orang_pada
from selaras.latihan.stream import ndjson

KODE = sorted(kode for kode in PERBAIKAN if kode[0] != "P")
BAWAAN = [kode for kode in KODE if kode not in TAK_MUNGKIN]
LUAR_BERKAS = {EKINERJA, PUTUSAN}
BERKAS = {
    "pmm": {"pmm.xlsx"},
    "siasn": {"pegawai-siasn.xlsx"},
    "peta": {"unor-npsn.csv"},
    "dapodik": {"daftar-guru-dapodik.xlsx", "dapodik"},
}


def daerah(*diperbaiki: str, bawaan: bool = True, **lain: Any) -> District:
    return buat(10, 130, 2024, 3, bawaan=bawaan, **lain).tanpa(diperbaiki)


def berkas(d: District, folder: Path) -> dict[str, bytes]:
    semua = ("pmm", "siasn", "peta", "dapodik")
    tulis(d, folder, d.snapshot[0], semua)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def semula(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return berkas(daerah(), tmp_path_factory.mktemp("semula"))


def kendala(d: District) -> dict[str, set[str]]:
    semua: dict[str, list[str]] = kunci(d, d.hari)["kendala"]  # type: ignore[assignment]
    return {kode: set(siapa) for kode, siapa in semua.items()}


@pytest.mark.parametrize("kode", BAWAAN)
def test_only_the_files_of_the_sides_it_is_mended_on_change(
    kode: str, semula: dict[str, bytes], tmp_path: Path
) -> None:
    sesudah = berkas(daerah(kode), tmp_path)
    assert sesudah.keys() == semula.keys()
    berubah = {nama.split("/")[0] for nama in semula if sesudah[nama] != semula[nama]}
    boleh = {nama for p in PERBAIKAN[kode].pihak if p not in LUAR_BERKAS for nama in BERKAS[p]}
    assert berubah <= boleh
    if boleh:
        assert all(berubah & BERKAS[p] for p in PERBAIKAN[kode].pihak if p not in LUAR_BERKAS)


@pytest.mark.parametrize("kode", BAWAAN)
def test_what_e_kinerja_holds_changes_only_where_it_is_mended_there(kode: str) -> None:
    berubah = beda(isi(daerah()), isi(daerah(kode)))
    ada = any((berubah.unit, berubah.pegawai, berubah.periode, berubah.skp, berubah.penilaian))
    lain = {"N4"}  # the account repeats the NIK of SIASN
    assert ada is (EKINERJA in PERBAIKAN[kode].pihak or kode in lain)


@pytest.mark.parametrize("kode", BAWAAN)
def test_e_kinerja_changes_only_for_the_people_of_the_code(kode: str) -> None:
    sebelum, sesudah = daerah(), daerah(kode)
    berubah = beda(isi(sebelum), isi(sesudah))
    key = kunci(sebelum, sebelum.hari)
    warga: dict[str, list[str]] = key["catatan"]["tertahan_sekolah"]  # type: ignore[index]
    siapa = {n for satu in key["kendala"][kode] for n in warga.get(satu, [satu])}  # type: ignore[index]
    assert {p.nip for p in (*berubah.pegawai, *berubah.skp, *berubah.penilaian)} <= siapa


@pytest.mark.parametrize("kode", sorted(set(BAWAAN) - {"D1", "X1"}))
def test_the_key_loses_that_code_and_keeps_every_other(kode: str) -> None:
    sebelum, sesudah = kendala(daerah()), kendala(daerah(kode))
    assert sebelum.pop(kode)
    siap = {n for k in ("S7", "S8") for n in sesudah[k] - sebelum[k]}
    sisa = {k: siapa - (siap if k in ("S7", "S8") else set()) for k, siapa in sesudah.items()}
    assert sisa == sebelum


@pytest.mark.parametrize("kode", ["D1", "X1"])
def test_what_a_person_decides_stays_as_it_is_in_the_data(kode: str) -> None:
    assert kendala(daerah(kode)) == kendala(daerah())


@pytest.mark.parametrize("kode", sorted(set(KODE) - {"X1"}))
def test_in_a_folder_of_reports_whoever_was_mended_has_pressed(kode: str) -> None:
    sebelum, sesudah = (kendala(daerah(*k, bawaan=False)) for k in ((), (kode,)))
    if kode == "S3":  # the two days between the snapshots have mended it already
        assert kode not in sebelum
    else:
        assert sebelum.pop(kode)
    if kode in ("N4", "J1", "G1"):  # notes: these people only had to press
        lepas = sebelum["S8"] - sesudah["S8"]
        assert len(lepas) == 2
        sebelum["S8"] -= lepas
    assert sesudah == sebelum


def test_everybody_keeps_his_numbers_and_the_mended_get_the_right_ones() -> None:
    satu, dua = daerah(), daerah(*PERBAIKAN)
    pasangan = list(zip(orang_pada(satu, satu.hari), orang_pada(dua, dua.hari), strict=True))
    tetap = ("g", "nip", "nuptk", "nama", "lahir", "status", "golongan", "nilai", "peran", "urut")
    assert [[getattr(a, n) for n in tetap] for a, _ in pasangan] == [
        [getattr(b, n) for n in tetap] for _, b in pasangan
    ]
    assert all(b.nip_sekolah == b.nip for _, b in pasangan)
    berubah = {a.peran for a, b in pasangan if a.nip_sekolah != b.nip_sekolah}
    assert berubah == {"N1", "N3", "kembar"}


def test_with_everything_mended_only_what_is_ready_or_decided_is_left() -> None:
    assert set(kendala(daerah(*PERBAIKAN))) == {"D1", "S6", "S7", "S8", "X1"}


def test_the_order_of_mending_makes_no_difference() -> None:
    satu = daerah("U3").tanpa(["S5"]).tanpa(["A1", "N1"])
    dua = daerah("N1", "A1").tanpa(["U3", "S5"])
    assert satu == dua
    assert isi(satu) == isi(dua)


@pytest.mark.parametrize("rusak", ["P1", "P2", "P4", "P5"])
def test_a_period_is_mended_in_manajemen_periode(rusak: str) -> None:
    rusak_dulu = daerah(periode_rusak=rusak)
    baik = rusak_dulu.tanpa([rusak])
    assert kendala(rusak_dulu).keys() - kendala(daerah()).keys() == {rusak}
    assert kendala(baik) == kendala(daerah())
    assert isi(baik) == isi(daerah())


@pytest.mark.parametrize("rusak", ["P3", "P5:ganda", "P5:tahun"])
def test_a_period_that_the_tables_refuse_is_not_broken(rusak: str) -> None:
    assert isi(daerah(periode_rusak=rusak)) == isi(daerah())


def test_no_rating_stands_in_e_kinerja_without_its_period() -> None:
    for rusak, tw in (("P1", "4"), ("P5", "T")):
        satu, utuh = isi(daerah(periode_rusak=rusak)), isi(daerah())
        assert set(satu.penilaian) == {p for p in utuh.penilaian if p.tw != tw}


def test_every_rating_and_skp_names_somebody_who_has_an_account_and_a_unit() -> None:
    semua = isi(daerah())
    unit, nip = {u.id for u in semua.unit}, {p.nip for p in semua.pegawai}
    skp = {s.id: s.nip for s in semua.skp}
    assert len(skp) == len(semua.skp)
    assert {p.unor for p in semua.pegawai} | {s.unor for s in semua.skp} | {u.atasan for u in semua.unit} - {""} <= unit
    assert set(skp.values()) | {p.atasan for p in semua.pegawai} - {""} <= nip
    assert all(skp[p.skp] == p.nip for p in semua.penilaian)
    assert len({(p.skp, p.tw) for p in semua.penilaian}) == len(semua.penilaian)
    aktif = [u.npsn for u in semua.unit if u.aktif and u.npsn]
    assert len(aktif) == len(set(aktif)) == 8  # ten schools, one not tied (U1), one not active (U2)


def test_it_knows_no_damage_of_another_name() -> None:
    with pytest.raises(ValueError, match="S8, Z9"):
        daerah("S8", "U1", "Z9")


def test_a_report_changes_with_everything_that_was_pressed() -> None:
    assert pihak("S1", bawaan=True) == ("pmm",)
    assert set(pihak("S1", bawaan=False)) == {"pmm", EKINERJA}
    assert pihak("A1", bawaan=False) == (EKINERJA,)
    assert pihak("X1", bawaan=False) == (PUTUSAN,)


def test_a_large_district_is_written_as_a_stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    d = daerah("U1")
    monkeypatch.setattr("selaras.latihan.paket.BESAR", 100)
    names = {p.name for p in tulis_pihak(d, tmp_path / "a", ("pmm", "siasn", "peta", "dapodik"))}
    assert names == {"pmm.ndjson", "pegawai-siasn.csv", "unor-npsn.csv"}
    ndjson(d, tmp_path / "pmm.ndjson", d.hari)
    assert (tmp_path / "a" / "pmm.ndjson").read_bytes() == (tmp_path / "pmm.ndjson").read_bytes()
    assert {p.name for p in tulis_pihak(d, tmp_path / "b", ("siasn",))} == {"pegawai-siasn.csv"}
