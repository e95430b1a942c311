"""What people do by hand in e-Kinerja: SKP, ratings, evidence, documents."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
import pytest

from ekinerja.kantor import ASING, GURU, KEPALA, Kantor, nilai, skp, tarik
from selaras.ekinerja import selectors, services
from selaras.galat import DataError

RHK = [{"nomor": "1", "rhk": "Mengajar dengan baik", "aspek": "kualitas", "indikator": "i", "target": "1"}]
SETAHUN = {"mulai": dt.date(2024, 1, 1), "selesai": dt.date(2024, 12, 31), "unor_id": "u1", "jabatan": "Guru"}


def draft(kantor: Kantor, nip: str = GURU, **said: Any) -> str:
    """Make a draft."""
    made: str = kantor.panggil(services.skp_buat, nip=nip, tahun=2024, **(SETAHUN | said))
    return made


def agreed(kantor: Kantor, nip: str = GURU) -> str:
    """Make an SKP and let it be agreed to."""
    made = draft(kantor, nip)
    kantor.panggil(services.skp_ajukan, skp_id=made)
    kantor.panggil(services.skp_setujui, skp_id=made)
    return made


def periode(kantor: Kantor, slot: int = 201) -> str:
    """Give the id of a period."""
    row = kantor.connection.execute("SELECT id::text FROM ek_periode WHERE slot = %s", [slot]).fetchone()
    return str(row[0]) if row else ""


def test_an_skp_goes_from_draft_to_agreed_and_counts_its_versions(kantor: Kantor) -> None:
    made = draft(kantor)
    assert kantor.panggil(services.skp_ajukan, skp_id=made) == 2
    assert kantor.panggil(services.skp_kembalikan, skp_id=made) == 3
    assert kantor.panggil(services.skp_ajukan, skp_id=made) == 4
    assert kantor.panggil(services.skp_setujui, skp_id=made) == 5
    assert (kantor.versi(skp(GURU)), kantor.skp_id(GURU)) == ([5], made)


def test_a_step_out_of_turn_is_refused(kantor: Kantor) -> None:
    made = draft(kantor)
    with pytest.raises(DataError, match="Status SKP ini draft"):
        kantor.panggil(services.skp_setujui, skp_id=made)
    with pytest.raises(DataError, match="belum disetujui"):
        kantor.panggil(services.penilaian_simpan, skp_id=made, slot=201, hasil_kerja=1, perilaku_kerja=1)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"nip": ASING}, "tidak terdaftar"),
        ({"unor_id": "entah"}, "Unor SKP tidak terdaftar"),
        ({"selesai": dt.date(2023, 12, 31)}, "periksa"),
        ({"mulai": dt.date(2023, 1, 1), "selesai": dt.date(2023, 12, 31)}, "periksa"),
        ({"pendekatan": "lain"}, "periksa"),
    ],
)
def test_a_draft_that_can_not_be_is_refused(kantor: Kantor, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(DataError, match=sentence):
        draft(kantor, **said)


def test_there_are_no_two_live_skp_of_one_key(kantor: Kantor) -> None:
    first = draft(kantor)
    with pytest.raises(DataError, match="sudah ada"):
        draft(kantor)
    kantor.panggil(services.skp_tarik, skp_id=first, alasan="Salah tanggal")
    draft(kantor)
    assert kantor.versi(skp(GURU)) == [3]
    with pytest.raises(psycopg.errors.UniqueViolation):
        kantor.connection.execute("UPDATE ek_skp SET ditarik = NULL, alasan = NULL")


def test_a_withdrawal_needs_a_reason_and_something_to_withdraw(kantor: Kantor) -> None:
    made = agreed(kantor)
    with pytest.raises(DataError, match="Alasan"):
        kantor.panggil(services.skp_tarik, skp_id=made, alasan=" ")
    with pytest.raises(DataError, match="belum ada"):
        kantor.panggil(services.penilaian_tarik, skp_id=made, slot=201, alasan="x")
    kantor.panggil(services.skp_tarik, skp_id=made, alasan="x")
    with pytest.raises(DataError, match="sudah ditarik"):
        kantor.panggil(services.skp_tarik, skp_id=made, alasan="x")
    for unknown in ("entah", "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(DataError, match="belum ada"):
            kantor.panggil(services.skp_ajukan, skp_id=unknown)


def test_a_rating_by_hand_moves_the_version_that_a_plan_has_sealed(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA), skp(GURU), nilai(GURU))
    said = {"skp_id": kantor.skp_id(GURU), "slot": 201}
    assert kantor.panggil(services.penilaian_simpan, hasil_kerja=3, perilaku_kerja=3, **said) == 2
    assert kantor.hasil(nilai(GURU, versi=1)) == ["bentrok"]
    assert kantor.baca(nilai(GURU))[0]["baris"]["hasil_akhir"] == "Sangat Kurang"
    kantor.panggil(services.penilaian_tarik, alasan="Keliru", **said)
    assert kantor.panggil(services.penilaian_simpan, hasil_kerja=1, perilaku_kerja=1, **said) == 4
    assert kantor.hasil(tarik(nilai(GURU), versi=4)) == ["diterima"]


def test_a_rating_by_hand_needs_its_period(kantor: Kantor) -> None:
    with pytest.raises(DataError, match="Manajemen Periode"):
        kantor.panggil(services.penilaian_simpan, skp_id=agreed(kantor), slot=101, hasil_kerja=1, perilaku_kerja=1)


def test_evidence_and_realisasi_are_printed_in_the_document(kantor: Kantor) -> None:
    kantor.tulis(skp(KEPALA, rhk=RHK), nilai(KEPALA))
    skp_id = kantor.skp_id(KEPALA)
    [line] = selectors.rhk(kantor.connection, instansi=1, skp_id=skp_id)
    said = {"rhk_id": line["id"], "periode_id": periode(kantor)}
    kantor.panggil(services.realisasi_isi, realisasi="dua kali", **said)
    link = "https://contoh.invalid/bukti/1"
    ids = {
        kantor.panggil(services.bukti_tambah, judul=judul, tautan=link, **said)
        for judul in ("Laporan", "Laporan akhir")
    }
    assert len(ids) == 1
    made = [kantor.panggil(services.dokumen_buat, skp_id=skp_id, slot=201, oleh="Admin") for _ in range(2)]
    kantor.tulis(nilai(KEPALA, versi=1, hasil=3))
    rows = kantor.connection.execute("SELECT id::text, terbitan, isi FROM ek_dokumen ORDER BY terbitan").fetchall()
    assert [(row[0], row[1]) for row in rows] == [(made[0], 1), (made[1], 2)]
    isi = rows[1][2]
    assert (isi["penilaian"]["hasil_kerja"], isi["umpan_balik"], isi["versi"]) == (
        "Diatas Ekspektasi",
        "Pertahankan.",
        1,
    )
    assert isi["rhk"][0]["realisasi"] == "dua kali"
    assert isi["rhk"][0]["bukti"] == [{"judul": "Laporan akhir", "tautan": link}]
    assert not any(key.startswith("_") for key in isi["penilaian"])


@pytest.mark.parametrize("tautan", ["ftp://contoh.invalid", "javascript:alert(1)", "https://contoh.invalid/a b", ""])
def test_evidence_is_a_link_and_nothing_else(kantor: Kantor, tautan: str) -> None:
    kantor.tulis(skp(KEPALA, rhk=RHK))
    [line] = selectors.rhk(kantor.connection, instansi=1, skp_id=kantor.skp_id(KEPALA))
    with pytest.raises(DataError, match="tautan"):
        kantor.panggil(services.bukti_tambah, rhk_id=line["id"], periode_id=periode(kantor), judul="x", tautan=tautan)


def test_evidence_hangs_on_lines_that_are_there(kantor: Kantor) -> None:
    with pytest.raises(DataError, match="RHK"):
        kantor.panggil(
            services.bukti_tambah, rhk_id=1, periode_id=periode(kantor), judul="x", tautan="https://contoh.invalid"
        )


def test_a_document_needs_a_rating(kantor: Kantor) -> None:
    with pytest.raises(DataError, match="Belum ada penilaian"):
        kantor.panggil(services.dokumen_buat, skp_id=agreed(kantor), slot=400, oleh="Admin")
