"""Filling an instansi in bulk, and filling it again with what a mending changed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from ekinerja.kantor import DUA, GURU, KEPALA, PEGAWAI, SATU, UNOR, Kantor, nilai, skp
from selaras.ekinerja import selectors, services
from selaras.galat import DataError


def satu(skp_id: str, nip: str = GURU, **said: Any) -> dict[str, Any]:
    """Give an SKP to load."""
    whole = {"id": skp_id, "nip": nip, "tahun": 2024, "unor_id": "u1", "mulai": "2024-01-01", "selesai": "2024-12-31"}
    return whole | said


def test_what_was_loaded_is_held_and_can_be_written(kantor: Kantor) -> None:
    skp_id = str(uuid4())
    loaded = kantor.panggil(
        services.muat, skp=[satu(skp_id)], penilaian=[(skp_id, 201, 1, 1, 1), (skp_id, 400, 2, 2, 2)]
    )
    assert (loaded.skp, loaded.penilaian, loaded.unor) == (1, 2, 0)
    assert kantor.versi(skp(GURU), nilai(GURU), nilai(GURU, 400), nilai(GURU, 202)) == [1, 1, 1, 0]
    assert kantor.hasil(nilai(GURU, versi=1)) == ["diterima"]
    assert kantor.skp_id(GURU) == skp_id
    assert len(kantor.catatan()) == 1


def test_defaults_and_moments_are_those_of_the_docstring(kantor: Kantor) -> None:
    skp_id = str(uuid4())
    row = satu(skp_id, plt=True, status="diajukan", created_at="2024-02-01 08:00:00")
    rating = {
        "skp_id": skp_id,
        "slot": 201,
        "hasil_kerja": 1,
        "perilaku_kerja": 1,
        "predikat": 4,
        "penilai_nip": KEPALA,
    }
    kantor.panggil(services.muat, skp=[row], penilaian=[rating | {"waktu_dinilai": "2024-04-01 09:30:00"}])
    [held] = selectors.laporan_skp(kantor.connection, instansi=1, tahun=2024)
    assert (held["created_at"], held["skp_jabatan"], held["is_plt_plh"], held["skp_status"]) == (
        "2024-02-01 08:00:00", "Guru", "1", "diajukan"
    )  # fmt: skip
    shown = kantor.baca(nilai(GURU))[0]["baris"]
    assert (shown["waktu_dinilai"], shown["hasil_akhir"]) == ("2024-04-01 09:30:00", "Kurang")
    assert (shown["pegawai_atasan_nama"], shown["pegawai_penilai_id"] != "-") == ("SITI KEPALA", True)


def test_loading_again_changes_what_differs_and_moves_the_version(kantor: Kantor) -> None:
    skp_id, rating = str(uuid4()), str(uuid4())
    said = {"skp_id": skp_id, "slot": 201, "perilaku_kerja": 2, "id": rating}
    kantor.panggil(
        services.muat, skp=[satu(skp_id, status="draft")], penilaian=[said | {"hasil_kerja": 1, "predikat": 2}]
    )
    kantor.panggil(
        services.muat,
        unor=[u | {"aktif": True} for u in UNOR],
        pegawai=[(*PEGAWAI[1][:7], "u2")],
        skp=[satu(skp_id, unor_id="u2")],
        penilaian=[said | {"hasil_kerja": 3, "predikat": 3}],
    )
    held = kantor.baca(skp(GURU, DUA), nilai(GURU, 201, DUA))
    assert [one["versi"] for one in held] == [2, 2]
    assert (held[0]["baris"]["skp_status"], held[1]["baris"]["hasil_akhir"]) == ("persetujuan", "Butuh Perbaikan")
    assert {row["aktif"] for row in selectors.unor(kantor.connection, instansi=1)} == {"1"}


@pytest.mark.parametrize(
    "said",
    [
        {"skp": [satu(str(uuid4()), "198901012014011999")]},
        {"skp": [satu(str(uuid4()), unor_id="entah")]},
        {"skp": [satu(str(uuid4())), satu(str(uuid4()))]},
        {"skp": [satu("bukan uuid")]},
        {"penilaian": [(str(uuid4()), 201, 1, 1, 1)]},
        {"unor": [{"id": "u9", "nama": "X", "npsn": SATU}]},
        {"unor": [{"id": "u9", "nama": "X", "atasan_id": "entah"}]},
        {"pegawai": [("123", "X")]},
        {"periode": [("TW 1 lagi", "01-01", "31-03", None, "periodik", 2024, "triwulanan", 1)]},
    ],
)
def test_what_breaks_a_rule_of_the_tables_is_refused_as_a_whole(kantor: Kantor, said: dict[str, Any]) -> None:
    before = kantor.gambar()
    with pytest.raises(DataError, match="tidak dapat dimuat"):
        kantor.panggil(services.muat, **said)
    assert kantor.gambar() == before


def test_a_rating_needs_a_period(dsn: str) -> None:
    office = Kantor(dsn).isi(periode=())
    skp_id = str(uuid4())
    with pytest.raises(DataError, match="ek_penilaian"):
        office.panggil(services.muat, skp=[satu(skp_id)], penilaian=[(skp_id, 201, 1, 1, 1)])
    office.tutup()
