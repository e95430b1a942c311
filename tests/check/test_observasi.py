"""O1: an observation that PMM still shows as going on holds up a rating that is due."""

from __future__ import annotations

import pytest

from jobs.desa import BUDI, WATI, Baris, Desa, Orang
from jobs.ruang import Ruang


def observasi(o: Orang, status: str, *, jenis: str = "observasi", mulai: str = "2024-09-02") -> Baris:
    return {
        "kegiatan_id": f"k{o.nomor}", "nip": o.nip, "npsn": o.sekolah.npsn, "tanggal_mulai": mulai,
        "tanggal_selesai": mulai, "jenis": jenis, "judul": "Observasi kelas", "peran": "", "jam": "", "poin": "",
        "tautan_bukti": "", "status": status,
    }  # fmt: skip


def belum_dinilai(o: Orang, *kegiatan: Baris) -> Desa:
    """A village in which one person lacks the rating of the fourth quarter."""
    desa = Desa()
    desa.pmm["penilaian"].remove(desa.nilai(o, "4"))
    desa.pmm["kegiatan"] = list(kegiatan)
    return desa


def test_it_names_whoever_waits_for_an_observation(ruang: Ruang) -> None:
    ruang.kerjakan(belum_dinilai(BUDI, observasi(BUDI, "berjalan"), observasi(WATI, "berjalan")))
    assert {siapa for kode, siapa in ruang.temuan() if kode == "O1"} == {BUDI.nip}
    assert ruang.rekap().seimbang is True


@pytest.mark.parametrize(
    "kegiatan",
    [
        observasi(BUDI, "selesai"),
        observasi(BUDI, ""),
        observasi(BUDI, "berjalan", jenis="webinar"),
        observasi(WATI, "berjalan"),
    ],
)
def test_it_says_nothing_of_an_observation_that_is_over_or_not_one(ruang: Ruang, kegiatan: Baris) -> None:
    ruang.kerjakan(belum_dinilai(BUDI, kegiatan))
    assert not [kode for kode, _ in ruang.temuan() if kode == "O1"]


def test_it_ends_when_the_rating_is_there(ruang: Ruang) -> None:
    ruang.kerjakan(belum_dinilai(BUDI, observasi(BUDI, "berjalan")))
    desa = Desa(hari="2025-01-10")
    desa.pmm["kegiatan"] = [observasi(BUDI, "berjalan")]
    ruang.kerjakan(desa)
    assert not [kode for kode, _ in ruang.temuan() if kode == "O1"]
