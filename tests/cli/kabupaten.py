"""A rehearsal district as `selaras latihan` puts it into a database: made once per server, copied for every test."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from jobs.pemasangan import copied, template
from jobs.perintah import Perintah

HARI = "2025-01-10"
UKURAN = ("--sekolah", 10, "--guru", 150, "--seed", 3)


@cache
def kabupaten(server: str) -> str:
    """Conninfo of the district, both snapshots in."""
    dsn = copied(server, template(server))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        done = Perintah(dsn, Path(folder), patch, HARI)("latihan", *UKURAN)
    assert done.kode == 0, done.err
    return dsn
