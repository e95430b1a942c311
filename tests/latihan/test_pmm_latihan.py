"""The built-in PMM of a rehearsal says the same as the PMM files of the district, before and after a mending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import psycopg
import pytest

from jobs.perintah import Perintah
from latihan.rehearsal_folder import district, perbaiki, rehearsal
from selaras.connectors.ports import Lines
from selaras.connectors.registry import pmm_source
from selaras.latihan.baris_pmm import KOLOM
from selaras.latihan.district import District
from selaras.latihan.files import pmm_rows
from selaras.latihan.saat import orang_pada
from selaras.organisasi.selectors import instansi_get, pmm_bawaan

D = district("bawaan")
NOT_HELD = {  # what the tables of PMM do not have
    "pegawai": {"tanggal_lahir", "jenis_kelamin", "nip_atasan", "akun_belajar"},
    "skp": set[str](),
    "penilaian": set[str](),
    "kegiatan": {"sumber"},
}


@pytest.fixture
def folder(server: str, tmp_path: Path) -> Iterator[Perintah]:
    with rehearsal(server, "bawaan", tmp_path) as perintah:
        yield perintah


def dibaca(perintah: Perintah, jenis: str) -> set[tuple[str, ...]]:
    """Read the built-in PMM as a sync does."""
    names = [name for name in KOLOM[jenis].split() if name not in NOT_HELD[jenis]]
    names = ["jenis_kegiatan" if (jenis, name) == ("kegiatan", "jenis") else name for name in names]
    with psycopg.connect(perintah.dsn) as connection:
        instansi = instansi_get(connection)
    assert instansi
    assert pmm_bawaan(instansi)
    source = pmm_source(dsn=perintah.dsn, instansi=instansi.id, settings=instansi.pengaturan)
    rows: list[dict[str, Any]] = [
        orjson.loads(raw) for one in source.observe(2024) if isinstance(one, Lines) for _, raw in one.rows
    ]
    return {tuple(_teks(row.get(name)) for name in names) for row in rows if row["jenis"] == jenis}


def _teks(value: object) -> str:
    """Return a value without what two spellings of one rating differ in."""
    return "" if value is None else "".join(str(value).split()).casefold()


def berkas(made: District, jenis: str) -> set[tuple[str, ...]]:
    """Give the rows of the files that the tables can hold: a NIP of one's own, a rating that is one."""
    held, seen = set(), set()
    for guru in orang_pada(made, made.hari):
        if guru.nip_sekolah and guru.nip_sekolah not in seen:
            seen.add(guru.nip_sekolah)
            held.add(guru.g)
    names = KOLOM[jenis].split()
    kept = [i for i, name in enumerate(names) if name not in NOT_HELD[jenis]]
    people = (guru for guru in orang_pada(made, made.hari) if guru.g in held)
    rows = pmm_rows(made, people, jenis)
    return {tuple(_teks(row[i]) for i in kept) for row in rows if "Bagus Sekali" not in row}


@pytest.mark.parametrize("jenis", list(NOT_HELD))
def test_the_built_in_pmm_says_what_the_files_say(folder: Perintah, jenis: str) -> None:
    found, wanted = dibaca(folder, jenis), berkas(D, jenis)
    assert len(wanted) > 100
    assert sorted(found ^ wanted)[:4] == []


def test_a_mending_mends_the_tables_too_and_leaves_what_people_did(folder: Perintah) -> None:
    with psycopg.connect(folder.dsn) as connection:
        connection.execute("UPDATE pm_skp SET fokus = 'ditulis orang' WHERE status = 4")
    perbaiki(folder, "SEMUA")
    after = D.tanpa([kode for kode in ("N1", "N3", "N5", "R1", "R2", "R4", "S1", "S2") if D.rusak(kode)])
    for kode in ("R1", "R2", "R4", "N3", "N1", "N5", "S1"):
        assert not D.rusak(kode) or not after.rusak(kode)
    with psycopg.connect(folder.dsn) as connection:
        unsent = connection.execute("SELECT count(*) FROM pm_penilaian WHERE status < 3").fetchone()
        kept = connection.execute("SELECT count(*) FROM pm_skp WHERE fokus = 'ditulis orang'").fetchone()
        wrong = connection.execute(
            "SELECT count(*) FROM pm_pegawai WHERE substr(nip, 16)::int >= 950 AND npsn IS NOT NULL"
        ).fetchone()
    assert unsent == (0,)
    assert wrong == (0,)
    assert kept
    assert kept[0] > 100


def test_there_is_somebody_at_every_station_of_the_way(folder: Perintah) -> None:
    with psycopg.connect(folder.dsn) as connection:
        plans = {row[0] for row in connection.execute("SELECT DISTINCT status FROM pm_skp")}
        ratings = {row[0] for row in connection.execute("SELECT DISTINCT status FROM pm_penilaian")}
        open_ones = connection.execute(
            "SELECT count(*) FROM pm_skp s WHERE s.status = 4 AND NOT EXISTS "
            "(SELECT FROM pm_penilaian n WHERE n.skp_id = s.id AND n.slot = 400)"
        ).fetchone()
    assert {2, 4} <= plans
    assert {2, 3} <= ratings
    assert open_ones
    assert open_ones[0] > 0
