"""A template is written, read back by the importer's own reader and connector, filled in or not."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import orjson
import pytest

from documents.alat import sel, xml
from documents.pemeran import nip
from documents.templat.pemeran import (
    BUDI,
    NPSN,
    SARI,
    berisi,
    isi,
    isikan,
    lembar,
    orang,
    rekam,
    sel_baris,
    tabel,
    tulis_di,
)
from selaras.connectors.ports import Kind, PenilaianStatus, Reject, SkpStatus
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
    data = isi(
        berisi(202, nip=nip(3), nama="zulkifli"), berisi(400, 201, nip=nip(1), nama="Ani"), slots=(400, 202, 201, 202)
    )
    path = tulis_di(tmp_path, data)
    periode = [(b["nip"], b["tipe_periodik"], b["angka_periodik"]) for b in sel_baris(path, "penilaian")]
    tiga = (("triwulanan", "1"), ("triwulanan", "2"), ("tahunan", ""))
    assert periode == [(n, *satu) for n in (nip(1), nip(3)) for satu in tiga]
    hasil = rekam(path, "penilaian")  # of the six rows, those of which something is known
    assert [(r.akun, r.slot, r.tahun) for r in hasil] == [(nip(1), 201, 2024), (nip(1), 400, 2024), (nip(3), 202, 2024)]


@pytest.mark.parametrize("slot", [101, 112, 201, 204, 301, 302, 400])
def test_it_names_every_kind_of_period_as_the_importer_reads_it(tmp_path: Path, slot: int) -> None:
    path = tulis_di(tmp_path, isi(berisi(slot), slots=(slot,)))
    assert [r.slot for r in rekam(path, "penilaian")] == [slot]


def test_it_says_nothing_while_nobody_has_filled_it_in(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(), orang(SARI, "Sari")))
    assert [(b["status"], b["periode_awal"], b["periode_akhir"]) for b in sel_baris(path, "skp")] == [
        ("", "2024-01-01", "2024-12-31")
    ] * 2
    nilai = sel_baris(path, "penilaian")
    assert len(nilai) == 6
    assert {(b["hasil_kerja"], b["perilaku_kerja"], b["predikat"], b["status"]) for b in nilai} == {
        ("", "", "", "draf")
    }
    assert (tabel(path, "skp"), tabel(path, "penilaian")) == ([], [])
    assert [r.akun for r in rekam(path, "pegawai")] == [BUDI, SARI]


@pytest.mark.parametrize(
    ("sel_diisi", "slot_status"),
    [
        ({"E4": "Sesuai Ekspektasi"}, (201, PenilaianStatus.DRAF)),
        ({"G5": "Baik"}, (202, PenilaianStatus.DRAF)),
    ],
)
def test_it_says_something_as_soon_as_one_cell_is_filled_in(
    tmp_path: Path, sel_diisi: dict[str, str], slot_status: tuple[int, PenilaianStatus]
) -> None:
    diisi = isikan(tulis_di(tmp_path, isi(orang())), 4, **sel_diisi)
    assert [(r.slot, r.status) for r in rekam(diisi, "penilaian")] == [slot_status]


def test_it_is_told_when_a_status_is_chosen_and_the_ratings_are_forgotten(tmp_path: Path) -> None:
    (hasil,) = tabel(isikan(tulis_di(tmp_path, isi(orang())), 4, H4="terkirim"), "penilaian")
    assert isinstance(hasil, Reject)
    assert hasil.codes == ("R4",)


@pytest.mark.parametrize(("pilihan", "status"), [("Draf", SkpStatus.DRAF), ("Disepakati", SkpStatus.DISEPAKATI)])
def test_it_makes_an_skp_of_a_chosen_status_even_of_draf(tmp_path: Path, pilihan: str, status: SkpStatus) -> None:
    (skp,) = rekam(isikan(tulis_di(tmp_path, isi(orang())), 3, C4=pilihan), "skp")
    assert (skp.status, skp.mulai, skp.selesai) == (status, "2024-01-01", "2024-12-31")


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
    path = tulis_di(tmp_path, isi(berisi(201)))
    jenis = [{r.kind for r in rekam(path, n)} for n in ("pegawai", "skp", "penilaian")]
    assert jenis == [{Kind.PEGAWAI}, {Kind.SKP}, {Kind.PENILAIAN}]


def test_it_is_imported_as_it_is_after_three_taps(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang(status_kepegawaian="entah")))
    diisi = isikan(path, 4, E4="Diatas Ekspektasi", F4="Sesuai Ekspektasi", G4="Kurang/Misconduct", H4="ditetapkan")
    (tw1,) = rekam(diisi, "penilaian")  # the other two periods stay unsaid
    assert (tw1.slot, tw1.hasil, tw1.perilaku, tw1.predikat, tw1.status) == (201, 1, 2, 4, PenilaianStatus.DITETAPKAN)
