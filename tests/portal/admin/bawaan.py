"""A small district on the built-in e-Kinerja, with two admins; and a worker that does what waits."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
import pytest

from jobs.desa import Sekolah
from jobs.pemasangan import copied, template
from jobs.perintah import Perintah
from portal.conftest import HARI


@dataclass(frozen=True)
class Warga:
    """Somebody of the district, as far as signing in needs it."""

    nip: str
    nama: str
    sekolah: Sekolah


@cache
def daerah(server: str) -> str:
    """Make the district with everything approved, once per server."""
    dsn = copied(server, template(server))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        perintah = Perintah(dsn, Path(folder), patch, HARI)
        for words in (("latihan", "--sekolah", 10, "--guru", 100, "--sasaran", "bawaan"), ("setujui", "--semua")):
            done = perintah(*words)
            assert done.out, done.err
    return dsn


def orang_daerah(db: psycopg.Connection, banyak: int) -> list[Warga]:
    """Give some people of the district with different names."""
    rows = db.execute(
        "SELECT DISTINCT ON (p.nama) p.nip, p.nama, s.npsn, s.nama FROM potret p JOIN sekolah s ON s.id = p.sekolah_id "
        "JOIN akun a ON a.nip = p.nip AND a.orang_id = p.orang_id WHERE p.nama IS NOT NULL ORDER BY p.nama LIMIT %s",
        (banyak,),
    ).fetchall()
    return [Warga(nip, nama, Sekolah(npsn, sekolah, "")) for nip, nama, npsn, sekolah in rows]
