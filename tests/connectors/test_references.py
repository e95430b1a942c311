"""What is particular to the map, the references and the log."""

from __future__ import annotations

import pytest

from connectors.contoh import BUDI, BY_ID, NPSN, PERIODE, REF_UNOR, UNOR, baca, konteks, rest, satu
from selaras.connectors.ports import Document, Heading, Record, Reject
from selaras.connectors.registry import by_name, recognise


def test_it_keeps_a_unit_without_npsn_as_unmatched() -> None:
    row = satu("unor-npsn", npsn="")
    assert isinstance(row, Record)
    assert (row.place, rest(row).get("npsn"), rest(row)["unor_id"]) == (None, None, UNOR)


def test_it_reads_validity_and_activity_of_a_pair() -> None:
    row = satu("unor-npsn", aktif="0", berlaku_sampai="31-12-2024")
    assert isinstance(row, Record)
    assert (row.place, row.mulai, row.selesai) == (NPSN, "2020-01-01", "2024-12-31")
    assert rest(row)["aktif"] is False
    assert rest(satu("unor-npsn", aktif=""))["aktif"] is True


def test_it_gives_two_schools_of_one_unit_two_records() -> None:
    one, two = satu("unor-npsn"), satu("unor-npsn", npsn="20271001")
    assert isinstance(one, Record)
    assert isinstance(two, Record)
    assert one.native != two.native


def test_it_reads_ref_unor_as_siasn_answers_it() -> None:
    unit = {"Id": UNOR, "InstansiId": "i", "DiatasanId": "d-1", "NamaUnor": "SDN 1 CONTOH", "NamaJabatan": "-"}
    source = Document("ref-unor.json", {"code": 1, "count": 1, "data": [unit]})
    connector = by_name("ref_unor")
    assert recognise(source) is connector
    (row,) = connector.records(source, Heading(), konteks())
    assert isinstance(row, Record)
    assert (row.place, rest(row)) == (UNOR, {"id": UNOR, "nama": "SDN 1 CONTOH", "induk": "d-1"})
    assert rest(satu("ref-unor", aktif="tidak"))["aktif"] is False
    assert REF_UNOR["aktif"] == "1"


@pytest.mark.parametrize(
    ("tipe", "angka", "jenis", "slot"),
    [
        ("triwulanan", "4", "periodik", 204),
        ("bulanan", "13", "periodik", 0),
        ("", "", "final", 400),
        ("", "", "periodik", 0),
    ],
)
def test_it_gives_a_period_its_slot_or_none(tipe: str, angka: str, jenis: str, slot: int) -> None:
    row = satu("periode", tipe_periodik=tipe, angka_periodik=angka, jenis_periode=jenis)
    assert isinstance(row, Record)
    assert row.slot == slot


def test_it_reads_a_period_without_a_year() -> None:
    row = satu("periode", tahun="")
    assert isinstance(row, Record)
    assert (row.tahun, rest(row).get("tahun")) == (0, None)


def test_it_reads_null_in_the_json_of_the_report_api() -> None:
    final = dict.fromkeys(PERIODE, None) | {"id": "f", "nama": "Tahunan", "jenis_periode": "final"}
    source = Document("p.json", {"data": [final]})
    connector = by_name("referensi_periode")
    assert recognise(source) is connector
    (row,) = connector.records(source, Heading(), konteks())
    assert isinstance(row, Record)
    assert (row.tahun, row.slot) == (0, 400)


def test_it_keeps_the_message_of_the_log_and_its_year() -> None:
    row = satu("log")
    assert isinstance(row, Record)
    assert (row.akun, row.tahun, row.tanggal) == (BUDI, 2025, "2025-01-05")
    assert rest(row)["pesan"] == "Unor di PMM Belum Padan"
    undated = satu("log", waktu="")
    assert isinstance(undated, Record)
    assert undated.tahun == 2024


def test_it_reads_a_pasted_log_with_other_column_names() -> None:
    contoh = BY_ID["log"]
    rows = [{"nip": BUDI, "keterangan": "Gagal", "tanggal": "5 Januari 2025"}]
    source = contoh.sumber(rows, ("nip", "keterangan", "tanggal"))
    assert recognise(source) is contoh.conn
    (row,) = baca(contoh, source)
    assert isinstance(row, Record)
    assert (rest(row)["pesan"], row.tanggal) == ("Gagal", "2025-01-05")
    assert isinstance(satu("log", pesan=""), Reject)
