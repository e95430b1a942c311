"""Acting heads: who heads a unit by decree, and that the SKP of such a head opens the way like a definitive one's."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest

from ekinerja.kantor import DUA, GURU, KEPALA, KEPALA_DUA, REKAN, Kantor, skp
from selaras.ekinerja.services_log import log_tolak
from selaras.ekinerja.services_tugas import tugas_akhiri, tugas_simpan
from selaras.galat import DataError

SK = {"nip": KEPALA_DUA, "unor_id": "u1", "sebagai": "plt", "nomor_sk": "800/1", "mulai": dt.date(2024, 7, 1)}


def test_an_acting_head_with_an_skp_of_his_own_opens_the_way(kantor: Kantor) -> None:
    assert kantor.hasil(skp(GURU)) == ["E04"]
    kantor.panggil(tugas_simpan, **SK)
    assert kantor.hasil(skp(GURU)) == ["E04"], "the acting head has none yet"
    assert kantor.hasil(skp(KEPALA_DUA, DUA), skp(GURU)) == ["diterima", "diterima"], "in one call, head first"


def test_in_one_call_the_order_counts_for_an_acting_head_too(kantor: Kantor) -> None:
    kantor.panggil(tugas_simpan, **SK)
    assert kantor.hasil(skp(GURU), skp(KEPALA_DUA, DUA)) == ["E04", "diterima"]


def test_a_decree_of_another_year_opens_nothing(kantor: Kantor) -> None:
    kantor.panggil(tugas_simpan, **(SK | {"mulai": dt.date(2025, 1, 1)}))
    assert kantor.hasil(skp(KEPALA_DUA, DUA), skp(GURU)) == ["diterima", "E04"]


@pytest.mark.parametrize(
    "lain",
    [
        {"nip": "199901012020011999"},
        {"unor_id": "entah"},
        {"nomor_sk": "  "},
        {"selesai": dt.date(2024, 1, 1)},
        {"nip": KEPALA},
        {"sebagai": "raja"},
    ],
)
def test_what_can_not_be_is_refused(kantor: Kantor, lain: dict[str, object]) -> None:
    with pytest.raises(DataError):
        kantor.panggil(tugas_simpan, **(SK | lain))
    assert kantor.angka("SELECT count(*) FROM ek_tugas") == 0


def test_one_unit_has_one_acting_head_at_a_time(kantor: Kantor) -> None:
    first = kantor.panggil(tugas_simpan, **SK)
    with pytest.raises(DataError, match="sudah punya"):
        kantor.panggil(tugas_simpan, **(SK | {"nip": REKAN}))
    kantor.panggil(tugas_akhiri, id=UUID(first), selesai=dt.date(2024, 8, 31))
    kantor.panggil(tugas_simpan, **(SK | {"nip": REKAN, "mulai": dt.date(2024, 9, 1)}))
    with pytest.raises(DataError):
        kantor.panggil(tugas_akhiri, id=uuid4(), selesai=dt.date(2024, 8, 31))
    with pytest.raises(DataError):
        kantor.panggil(tugas_akhiri, id=UUID(first), selesai=dt.date(2023, 8, 31))


def test_a_refusal_before_any_write_stands_in_the_log(kantor: Kantor) -> None:
    row = {"nip": GURU, "nama": "BUDI GURU", "jenis": "penilaian", "kode": "E02"}
    kantor.panggil(log_tolak, tahun=2024, tolakan=[row, row])
    assert [(one["nip"], one["kode"], one["pesan"]) for one in kantor.catatan()] == [
        (GURU, "E02", "Pegawai belum membuat SKP di PMM")
    ] * 2
    kantor.panggil(log_tolak, tahun=2024, tolakan=[])
