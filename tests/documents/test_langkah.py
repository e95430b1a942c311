"""Whose move a finding is, at which step, in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.pemeran import katalog, kendala
from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import Siapa, Tahap


@pytest.mark.parametrize("kode", sorted(katalog()))
def test_it_knows_every_code_of_the_catalogue(kode: str) -> None:
    assert kode in langkah.TABEL
    assert langkah.siapa(kendala(kode)) in Siapa


@pytest.mark.parametrize("kode", sorted(set(katalog()) - {"U4", "X1", "S2", "L1", "W2", "R5", "D1"}))
def test_it_agrees_with_the_first_owner_that_the_catalogue_names(kode: str) -> None:
    pemilik = katalog()[kode]
    kata = {
        Siapa.DINAS: "dinas", Siapa.ADMIN: ("admin", "yang mengunduh", "yang menyiapkan"), Siapa.OPERATOR: "operator",
        Siapa.KEPALA: ("kepala", "atasan", "yang mengobservasi"), Siapa.GURU: "guru", Siapa.WAKTU: "tidak ada",
    }  # fmt: skip
    assert pemilik.startswith(kata[langkah.siapa(kendala(kode))])


@pytest.mark.parametrize("kode", ["R1", "R2", "R3", "S9", "O1"])
def test_it_sends_the_rating_of_a_head_to_the_dinas(kode: str) -> None:
    assert langkah.siapa(kendala(kode)) == Siapa.KEPALA
    assert langkah.siapa(kendala(kode, kepala=True)) == Siapa.DINAS


@pytest.mark.parametrize("kode", ["S1", "S5", "S7", "S8", "D1"])
def test_it_lets_a_head_press_the_own_button(kode: str) -> None:
    assert langkah.siapa(kendala(kode, kepala=True)) == Siapa.KEPALA


@pytest.mark.parametrize(
    ("detail", "sebab", "siapa"),
    [
        ({"status": "Diajukan"}, "", Siapa.KEPALA),
        ({"status": 2}, "", Siapa.KEPALA),
        ({"status": "Draf"}, "statusnya Diajukan", Siapa.GURU),
        ({}, "SKP sudah ada tetapi statusnya Diajukan, belum Disepakati", Siapa.KEPALA),
        ({}, "statusnya Dikembalikan", Siapa.GURU),
    ],
)
def test_it_reads_from_the_status_who_moves_an_unagreed_skp(detail: dict, sebab: str, siapa: Siapa) -> None:
    assert langkah.siapa(kendala("S2", detail=detail, sebab=sebab)) == siapa


def test_it_gives_a_typed_file_with_a_wrong_rating_to_who_typed_it() -> None:
    assert langkah.siapa(kendala("R3", tingkat="berkas", berkas="nilai.csv")) == Siapa.ADMIN


@pytest.mark.parametrize(
    ("pemilik", "siapa"),
    [
        ("operator sekolah", Siapa.OPERATOR),
        ("atasan", Siapa.KEPALA),
        ("tidak ada", Siapa.WAKTU),
        ("entah", Siapa.ADMIN),
    ],
)
def test_it_falls_back_on_the_owner_for_a_code_that_it_does_not_know(pemilik: str, siapa: Siapa) -> None:
    assert langkah.siapa(kendala("Z9", penanggung_jawab=pemilik)) == siapa


def test_it_puts_each_code_at_one_of_the_five_steps() -> None:
    di = {kode: langkah.tahap(kendala(kode)) for kode in ("R1", "N3", "U1", "P1", "S8", "D1")}
    assert di == {
        "R1": Tahap.PERSIAPAN, "N3": Tahap.IDENTITAS, "U1": Tahap.IDENTITAS, "P1": Tahap.PERIODE,
        "S8": Tahap.SINKRON, "D1": Tahap.VERIFIKASI,
    }  # fmt: skip


def test_it_orders_dinas_before_head_before_teacher_and_skp_before_rating() -> None:
    kode = ["S8", "S7", "R1", "S4", "U1"]
    urut = sorted(kode, key=lambda x: langkah.urutan(langkah.aturan(kendala(x))[0]))
    assert urut == ["U1", "S4", "R1", "S7", "S8"]


def test_it_takes_minutes_from_a_table_of_the_instansi(tmp_path: Path) -> None:
    tabel = tmp_path / "langkah.csv"
    tabel.write_text(
        "kode,siapa,tahap,tempat,jenis,menit,per_orang,singkat\nR1,atasan,persiapan,ruang_gtk,penilaian,3,ya,Nilai\n"
    )
    a = langkah.aturan(kendala("R1"), langkah.baca_tabel(tabel))[0]
    assert (langkah.menit(a, 4), a.singkat) == (12, "Nilai")


def test_it_never_says_a_rating_in_a_step() -> None:
    semua = " ".join(a.singkat for baris in langkah.TABEL.values() for a in baris).casefold()
    assert not [k for k in ("predikat", "sangat baik", "ekspektasi", "kurang") if k in semua]
