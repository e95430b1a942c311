"""A template is written, read back by the importer's own reader and connector, filled in or not."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import orjson
import pytest

from documents.alat import sel, xml
from documents.pemeran import nip
from documents.templat.pemeran import BUDI, NPSN, SARI, isi, isikan, lembar, orang, rekam, tulis_di
from selaras.connectors.ports import Kind, PenilaianStatus, SkpStatus
from selaras.connectors.registry import recognise
from selaras.documents.templat import kolom, nama_berkas


def test_it_is_recognised_as_the_three_tables_and_the_instructions_are_no_table(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(), latihan=True))
    sumber = lembar(path)
    assert list(sumber) == ["Petunjuk", "pegawai", "skp", "penilaian"]
    kenal = {nama: recognise(s) for nama, s in sumber.items()}
    assert kenal.pop("Petunjuk") is None
    assert {c.name for c in kenal.values() if c} == {"pmm_interchange"}
    assert None not in kenal.values()
    assert len({str(c.heading(sumber[nama])) for nama, c in kenal.items() if c}) == 1  # one batch


def test_it_gives_back_names_and_whole_nips(tmp_path: Path) -> None:
    hasil = rekam(tulis_di(tmp_path, isi(orang(BUDI), orang(SARI, "Sari", nip_atasan=""))), "pegawai")
    assert [(r.akun, orjson.loads(r.rest or "")["nama"], r.penilai_nip, r.place) for r in hasil] == [
        (BUDI, "Budi Contoh", SARI, NPSN),
        (SARI, "Sari", None, NPSN),
    ]


def test_it_has_a_row_per_teacher_and_period_by_name_then_period(tmp_path: Path) -> None:
    data = isi(orang(nip(3), "zulkifli"), orang(nip(1), "Ani"), slots=(400, 202, 201, 202))
    hasil = rekam(tulis_di(tmp_path, data), "penilaian")
    assert [(r.akun, r.slot) for r in hasil] == [(n, s) for n in (nip(1), nip(3)) for s in (201, 202, 400)]
    assert {r.tahun for r in hasil} == {2024}


@pytest.mark.parametrize("slot", [101, 112, 201, 204, 301, 302, 400])
def test_it_names_every_kind_of_period_as_the_importer_reads_it(tmp_path: Path, slot: int) -> None:
    assert [r.slot for r in rekam(tulis_di(tmp_path, isi(orang(), slots=(slot,))), "penilaian")] == [slot]


def test_it_is_importable_while_nobody_has_filled_it_in(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(), orang(SARI, "Sari")))
    for r in rekam(path, "penilaian"):
        assert (r.hasil, r.perilaku, r.predikat, r.core) == (None, None, None, None)
        assert r.status == PenilaianStatus.DRAF
    for r in rekam(path, "skp"):
        assert (r.status, r.mulai, r.selesai) == (SkpStatus.DRAF, "2024-01-01", "2024-12-31")


def test_it_uses_the_formats_own_column_names_and_all_required_ones() -> None:
    for satu in (kolom.PEGAWAI, kolom.SKP, kolom.PENILAIAN):
        nama = {k.nama for k in satu.kolom}
        assert nama - {"nama"} <= set(satu.semua.names)
        assert not satu.semua.missing(tuple(nama))


def test_it_reads_dates_that_a_person_changes_as_dates(tmp_path: Path) -> None:
    awal = sel(tulis_di(tmp_path, isi(orang())))["skp"][3][3]
    assert isinstance(awal, dt.date)
    assert re.search(r"<v>45292(\.0)?</v>", xml(tmp_path / nama_berkas(isi()))["xl/worksheets/sheet3.xml"])


def test_it_covers_the_three_kinds(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang()))
    jenis = [{r.kind for r in rekam(path, n)} for n in ("pegawai", "skp", "penilaian")]
    assert jenis == [{Kind.PEGAWAI}, {Kind.SKP}, {Kind.PENILAIAN}]


def test_it_is_imported_as_it_is_after_three_taps(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(status_kepegawaian="entah")))
    diisi = isikan(path, 4, E4="Diatas Ekspektasi", F4="Sesuai Ekspektasi", G4="Kurang/Misconduct", H4="ditetapkan")
    tw1, tw2, _ = rekam(diisi, "penilaian")
    assert (tw1.hasil, tw1.perilaku, tw1.predikat, tw1.status) == (1, 2, 4, PenilaianStatus.DITETAPKAN)
    assert (tw2.hasil, tw2.status) == (None, PenilaianStatus.DRAF)
    assert [r.status for r in rekam(isikan(path, 3, C4="Disepakati"), "skp")] == [SkpStatus.DISEPAKATI]
