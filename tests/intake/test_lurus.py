"""Straight into the ledger or by way of the staging table: the books say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobs.desa import BUDI, DEWI, SARI, WATI, nilai, pegawai, skp
from jobs.ruang import PER, Ruang
from selaras.connectors.ports import Lines
from selaras.connectors.registry import recognise
from selaras.intake import chunks, straight
from selaras.intake.services import FileImport, file_import

ODD = {"npsn": "SD\tNegeri \\1", "umpan_balik": "tiga\nbaris\t\\"}
ROWS = [
    *({"jenis": "pegawai"} | pegawai(o) for o in (SARI, BUDI, WATI)),
    *({"jenis": "skp"} | skp(o) for o in (SARI, BUDI, DEWI)),  # no roster knows DEWI
    *({"jenis": "penilaian"} | nilai(o, tw) for o in (SARI, BUDI, DEWI) for tw in ("1", "2")),
    {"jenis": "penilaian"} | nilai(WATI, "1") | ODD,
    {"jenis": "penilaian"} | nilai(BUDI, "1") | {"predikat": "Sangat Baik", "hasil_kerja": "Diatas Ekspektasi"},
    {"jenis": "pegawai"} | pegawai(BUDI) | {"nama": "Budi S."},
    {"jenis": "penilaian"} | nilai(DEWI, "2") | {"nip": "bukan NIP"},
]
BOOKS = """
SELECT r.tahun, r.kind, r.native, r.slot, r.raw_hash, r.core, r.side, r.instansi_id, r.per, r.line, r.sheet, r.status,
  r.mulai, r.selesai, r.hasil, r.perilaku, r.predikat, r.plt, r.penilai_nip, r.tanggal, r.rest::text, a.native, s.npsn
FROM record r LEFT JOIN akun a ON a.id = r.akun_id LEFT JOIN sekolah s ON s.id = r.sekolah_id ORDER BY 1, 2, 3, 4
"""
PEOPLE = """
SELECT a.native, a.nip, a.nama, a.terdaftar, a.kepala, s.npsn FROM akun a LEFT JOIN sekolah s ON s.id = a.sekolah_id
ORDER BY 1
"""
REST = "SELECT line, kelas, codes, tahun, kind, slot, nip FROM baris ORDER BY 1, 2"
PLACES = "SELECT npsn, nama FROM sekolah ORDER BY 1"


def outcome(ruang: Ruang, lines: list[int], *, by_staging: bool, size: int) -> tuple[Any, ...]:
    """Import these rows, say what the books hold then, and undo it."""
    source = Lines("pmm.ndjson", [(n, json.dumps(ROWS[row]).encode()) for n, row in enumerate(lines, start=1)])
    with pytest.MonkeyPatch.context() as patch, ruang.db.transaction(force_rollback=True):
        patch.setattr(chunks, "FIRST", size)
        patch.setattr(chunks, "MOST", size)
        if by_staging:
            patch.setattr(straight, "insert", lambda *_: False)
        job = FileImport("pmm.ndjson", b"x", ruang.instansi.id, ruang.run, 2024, PER)
        done = file_import(ruang.db, job, [source], recognise)
        return [item.counts for item in done], *(ruang.semua(query) for query in (BOOKS, PEOPLE, REST, PLACES))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(range(len(ROWS))), min_size=1, max_size=14), st.sampled_from([1, 2, 5, 50_000]))
def test_the_way_into_the_ledger_changes_nothing(ruang: Ruang, lines: list[int], size: int) -> None:
    if not ruang.run:
        ruang.mulai()
    ways = [outcome(ruang, lines, by_staging=way, size=size) for way in (False, True)]
    assert ways[0] == ways[1]


def test_a_new_report_does_go_straight(ruang: Ruang, monkeypatch: pytest.MonkeyPatch) -> None:
    went: list[bool] = []
    insert = straight.insert
    monkeypatch.setattr(straight, "insert", lambda *all_: went.append(insert(*all_)) or went[-1])
    ruang.mulai()
    every = list(range(10))
    assert outcome(ruang, every, by_staging=False, size=4)[0][0].new == len(every)
    assert went == [True, True, True]
