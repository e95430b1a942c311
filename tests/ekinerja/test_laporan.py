"""The report API gives rows in the fields of the real one, and the report connectors read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from ekinerja.kantor import ASING, DUA, GURU, KEPALA, KEPALA_DUA, REKAN, SATU, TANPA_UNOR, Kantor, nilai, skp
from selaras.connectors import (
    ekinerja_laporan_penilaian,
    ekinerja_laporan_skp,
    log_sinkronisasi,
    ref_unor,
    referensi_periode,
)
from selaras.connectors.ports import Connector, Context, Document, Record
from selaras.ekinerja import selectors
from selaras.kinerja import predikat
from selaras.latihan.baris_ekinerja import KOLOM_PENILAIAN, KOLOM_SKP

SKP, PENILAIAN = KOLOM_SKP.split(), KOLOM_PENILAIAN.split()  # written down a second time for the rehearsal files
PERIODE = "id nama tahun periode_awal periode_akhir batas_pengisian jenis_periode tipe_periodik angka_periodik"


def read(connector: Connector, rows: Sequence[Mapping[str, Any]]) -> list[Record]:
    """Read rows through a connector; every one must become a record."""
    source = Document("API e-Kinerja", {"data": [dict(row) for row in rows]})
    assert connector.recognises(source)
    context = Context(2024, dt.date(2025, 1, 6))
    found = list(connector.records(source, connector.heading(source), context))
    assert len(found) == len(rows)
    return [one for one in found if isinstance(one, Record)]


def laporan(kantor: Kantor, slot: int, nip: str | None = None) -> list[dict[str, Any]]:
    [periode_id] = kantor.connection.execute("SELECT id::text FROM ek_periode WHERE slot = %s", [slot]).fetchone() or [
        ""
    ]
    return selectors.laporan_penilaian(kantor.connection, instansi=1, tahun=2024, periode_id=periode_id, nip=nip)


def test_laporan_skp_has_the_very_fields_of_the_real_one(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU, plt=True, pendekatan="kualitatif"))
    rows = selectors.laporan_skp(kantor.connection, instansi=1, tahun=2024)
    assert [list(row) for row in rows] == [SKP, SKP]
    assert all(isinstance(value, str) and value for row in rows for value in row.values())
    assert selectors.laporan_skp(kantor.connection, instansi=1, tahun=2023) == []


def test_laporan_skp_passes_through_its_connector(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU, plt=True))
    records = read(ekinerja_laporan_skp.CONNECTOR, selectors.laporan_skp(kantor.connection, instansi=1, tahun=2024))
    told = {(one.akun, one.status, one.mulai, one.selesai, one.plt, one.tahun, one.place) for one in records}
    assert told == {
        (KEPALA, 4, "2024-01-01", "2024-12-31", False, 2024, "SDN 1 CONTOH"),
        (GURU, 4, "2024-01-01", "2024-12-31", True, 2024, "SDN 1 CONTOH"),
    }


def test_laporan_penilaian_has_the_very_fields_of_the_real_one(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), nilai(KEPALA, 400), nilai(GURU, 400), nilai(GURU, 201))
    rows = laporan(kantor, 400)
    assert [list(row) for row in rows] == [PENILAIAN, PENILAIAN]
    assert all(isinstance(value, str) and value for row in rows for value in row.values())
    assert {row["jenis"] for row in rows} == {"final"}
    assert [row["nip"] for row in laporan(kantor, 400, nip=GURU)] == [GURU]
    assert laporan(kantor, 202) == []


@pytest.mark.parametrize("periode_id", ["", "entah", "00000000-0000-0000-0000-000000000000"])
def test_an_unknown_period_has_no_rows(kantor: Kantor, periode_id: str) -> None:
    assert selectors.laporan_penilaian(kantor.connection, instansi=1, tahun=2024, periode_id=periode_id) == []


@pytest.mark.parametrize("hasil", [1, 2, 3])
@pytest.mark.parametrize("perilaku", [1, 2, 3])
def test_every_rating_is_read_back_as_it_was_written(kantor: Kantor, hasil: int, perilaku: int) -> None:
    op = nilai(KEPALA, 203, hasil=hasil, perilaku=perilaku, penilai_nip=KEPALA_DUA)
    kantor.tulis(skp(KEPALA), op)
    [one] = read(ekinerja_laporan_penilaian.CONNECTOR, [kantor.baca(op)[0]["baris"]])
    assert (one.hasil, one.perilaku, one.predikat) == (hasil, perilaku, predikat.dari(hasil, perilaku))
    assert (one.akun, one.tahun, one.slot, one.place) == (KEPALA, 2024, 203, "u1")
    assert (one.penilai_nip, one.tanggal, one.mulai, one.plt) == (KEPALA_DUA, "2025-01-05", "2024-01-01", False)


def test_the_yearly_rating_says_so_itself(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(KEPALA, 400, tanggal=None))
    [one] = read(ekinerja_laporan_penilaian.CONNECTOR, [kantor.baca(nilai(KEPALA, 400))[0]["baris"]])
    assert (one.slot, one.tahun, one.tanggal) == (400, 2024, None)


def test_the_skp_read_under_a_key_is_the_row_of_the_report(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA))
    assert [kantor.baca(skp(KEPALA))[0]["baris"]] == selectors.laporan_skp(kantor.connection, instansi=1, tahun=2024)


def test_what_is_not_held_is_version_nought(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), nilai(GURU))
    absent = [
        skp(ASING),
        skp(GURU, DUA),
        skp(GURU, mulai="2024-02-01"),
        nilai(GURU, 202),
        nilai(REKAN),
        nilai(TANPA_UNOR),
    ]
    assert kantor.baca(*absent) == [{"versi": 0, "baris": None}] * 6
    assert kantor.versi(nilai(GURU), *absent, skp(GURU)) == [1, 0, 0, 0, 0, 0, 0, 1]


def test_the_rater_nobody_knows_is_shown_by_number_only(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA, atasan_nip=None), nilai(KEPALA, penilai_nip=ASING), nilai(KEPALA, 202, penilai_nip=None))
    known, unnamed = (held["baris"] for held in kantor.baca(nilai(KEPALA), nilai(KEPALA, 202)))
    assert (known["pegawai_atasan_nip"], known["pegawai_atasan_nama"]) == (ASING, "-")
    assert (unnamed["pegawai_atasan_nip"], unnamed["pegawai_penilai_id"]) == ("-", "-")


def test_the_periods_pass_through_their_connector(kantor: Kantor) -> None:
    rows = selectors.referensi_periode(kantor.connection, instansi=1)
    records = read(referensi_periode.CONNECTOR, rows)
    assert sorted((one.slot, one.tahun) for one in records) == [
        (201, 2024),
        (202, 2024),
        (203, 2024),
        (204, 2024),
        (400, 0),
    ]
    assert list(rows[0]) == PERIODE.split()


def test_the_units_pass_through_their_connector(kantor: Kantor) -> None:
    records = read(ref_unor.CONNECTOR, selectors.unor(kantor.connection, instansi=1))
    assert [one.place for one in records] == ["dinas", "u1", "u2", "u3", "u4"]
    assert [one.place for one in records if '"aktif":false' in (one.rest or "")] == ["u3"]


def test_the_log_passes_through_its_connector_and_lists_refusals(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), nilai(GURU), skp(GURU, SATU, versi=3), skp(ASING))
    records = read(log_sinkronisasi.CONNECTOR, selectors.log(kantor.connection, instansi=1, tahun=2024))
    assert [one.akun for one in records] == [GURU, ASING]
    assert records[0].tanggal == "2025-01-06"
    assert selectors.log(kantor.connection, instansi=1, tahun=2023) == []
    assert [line["hasil"] for line in kantor.catatan()] == ["diterima", "ditolak", "bentrok", "ditolak"]
