"""The pages of a head take as many queries for sixty teachers as for six, and stay light."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from conftest import drop_database
from jobs.desa import SARI, SATU, Desa, Orang
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from portal.conftest import HARI, Situs, _served
from portal.kepala.test_setujui import masuk, teks

PATHS = ("/", "/sekolah/", "/sekolah/langkah/", "/sekolah/rekap/", "/setujui/", "/verifikasi/")
FEW, MANY = 6, 60


def sekolah(n: int) -> Desa:
    """A school of n people in which every kind of trouble occurs in both sizes."""
    people = (SARI, *(Orang(100 + i, f"Guru Nomor {i:02d}", SATU) for i in range(n - 1)))
    desa = Desa(warga=people)
    for at, o in enumerate(people[1:]):
        if at % 5 < 2:
            desa.tanpa_ekinerja(o, "4")
        if at % 5 == 1:
            desa.nilai(o, "4").update(hasil_kerja="Dibawah Ekspektasi", predikat="Butuh Perbaikan")
        if at % 5 == 2:
            desa.nilai_ek(o, "3").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
        if at % 5 == 3:
            desa.pmm["penilaian"].remove(desa.nilai(o, "2"))
            desa.tanpa_ekinerja(o, "2")
    return desa


@pytest.fixture(scope="module")
def dsn_of(server: str) -> Iterator[dict[int, str]]:
    found = {}
    for n in (FEW, MANY):
        dsn = copied(server, template(server))
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SELARAS_HARI_INI", HARI)
            room = Ruang(dsn)
            room.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
            room.db.commit()
            room.kerjakan(sekolah(n))
            room.tutup()
        found[n] = dsn
    yield found
    for dsn in found.values():
        drop_database(server, dsn)


def counted(dsn: str, folder: Path) -> dict[str, list[int]]:
    env = {**os.environ, "SELARAS_PORTAL_DSN": dsn, "SELARAS_PORTAL_FOLDER": str(folder), "SELARAS_HARI_INI": HARI}
    program = [sys.executable, str(Path(__file__).with_name("hitung_kueri.py")), SARI.nip, *PATHS]
    done = subprocess.run(program, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[int]] = json.loads(done.stdout)
    return found


def test_sixty_teachers_take_as_many_queries_as_six(dsn_of: dict[int, str], tmp_path: Path) -> None:
    few, many = (counted(dsn_of[n], tmp_path / str(n)) for n in (FEW, MANY))
    assert {path: status for path, (status, *_) in many.items()} == dict.fromkeys(PATHS, 200)
    assert all(many[path][2] > few[path][2] for path in PATHS), "more people, more page"
    assert {path: n for path, (_, n, _) in few.items()} == {path: n for path, (_, n, _) in many.items()}
    assert max(n for _, n, _ in many.values()) <= 30


def test_a_page_about_sixty_teachers_is_light(dsn_of: dict[int, str], tmp_path: Path) -> None:
    dsn = dsn_of[MANY]
    with (
        _served(dsn, tmp_path) as address,
        psycopg.connect(dsn) as db,
        masuk(Situs(address, db, dsn, tmp_path), SARI) as client,
    ):
        for path in PATHS:
            assert len(gzip.compress(client.get(path).content)) <= 15_000, path
        assert "Setujui 12 yang sama dengan Ruang GTK" in teks(client.get("/setujui/"))
