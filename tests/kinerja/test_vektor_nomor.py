"""Every published and synthetic vector of an identifier, row by row."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from selaras.kinerja import nik, nip, npsn, npwp, nuptk, silang
from selaras.kinerja.putusan import NomorError

VEKTOR = Path(__file__).parent / "vectors"
PER = date(2026, 1, 1)
Row = dict[str, str]


def rows(berkas: str) -> list[Row]:
    with (VEKTOR / berkas).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def per_id(baris: list[Row]) -> list[object]:
    return [pytest.param(b, id=b["id"]) for b in baris]


@pytest.mark.parametrize("row", per_id(rows("nip.csv")))
def test_it_judges_every_nip_vector(row: Row) -> None:
    p = nip.periksa(row["input"], per=PER)
    assert (p.putusan, p.kode or "", p.normal or "") == (row["expected"], row["error_code"], row["normalized"])
    assert (p.bagian.get("jenis") or "") == row["kind"]
    if p.putusan != "invalid":
        b = p.bagian
        assert (b["tanggal_lahir"], b["tmt"], b["jk"], b["nomor_urut"]) == (
            row["birth_date"],
            row["tmt"],
            row["sex"],
            row["serial"],
        )
        assert b["kontrak"] == (int(row["pppk_frequency"]) if row["pppk_frequency"] else None)


@pytest.mark.parametrize("row", per_id(rows("nip.csv")))
def test_it_says_the_same_on_the_fast_path(row: Row) -> None:
    p = nip.periksa(row["input"])
    assert nip.kode_cepat(nip.compact(row["input"])) == (p.kode if p.putusan == "invalid" else None)


@pytest.mark.parametrize("row", per_id(rows("nik.csv")))
def test_it_judges_every_nik_vector(row: Row) -> None:
    hint = row["nip_birth_date_hint"]
    p = nik.periksa(row["input"], per=PER, lahir=date.fromisoformat(hint) if hint else None)
    assert (p.putusan, p.kode or "", p.normal or "") == (row["expected"], row["error_code"], row["normalized"])
    if p.putusan != "invalid":
        b = p.bagian
        kini = f" (now {b['kabupaten_kota_kini']})" if b["kabupaten_kota_kini"] else ""
        assert (b["tanggal_lahir"], b["jk"], b["nomor_urut"]) == (row["birth_date"], row["sex"], row["serial"])
        assert (b["provinsi"] or "", f"{b['kabupaten_kota'] or ''}{kini}", b["kecamatan"] or "") == (
            row["province"],
            row["regency"],
            row["district"],
        )


@pytest.mark.parametrize("row", per_id(rows("nip_nik_cross.csv")))
def test_it_judges_every_pair_of_nip_and_nik(row: Row) -> None:
    s = silang.periksa(row["nip"], row["nik"])
    assert (s.putusan, s.kode or "") == (row["expected"], row["error_code"])


@pytest.mark.parametrize("row", per_id(rows("other_ids.csv")))
def test_it_judges_every_vector_of_the_other_identifiers(row: Row) -> None:
    modul = {"NPWP": npwp, "NPSN": npsn, "NUPTK": nuptk}[row["id_type"]]
    p = modul.periksa(row["input"], per=PER)
    assert (p.putusan, p.kode or "", p.normal or "") == (row["expected"], row["error_code"], row["normalized"])
    assert modul.is_valid(row["input"]) is (row["expected"] == "valid")
    if row["expected"] == "valid":
        assert modul.validate(row["input"]) == row["normalized"]
    else:
        with pytest.raises(NomorError) as galat:
            modul.validate(row["input"])
        assert galat.value.kode == row["error_code"]
