"""Everything that `selaras serve --lengkap` starts, over a data folder of the test: pages, worker, My ASN."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from portal.conftest import Situs

HARI = "2025-01-06"
SELARAS = (sys.executable, "-m", "selaras.cli")


@dataclass
class Alur(Situs):
    """The running programs, and the environment in which commands meet them."""

    lingkungan: dict[str, str]
    keluaran: str = ""

    def perintah(self, *words: str) -> str:
        """Run a command on the same folder; 2 means that rows remain."""
        return jalankan(self.lingkungan, *words)

    def keadaan(self, npsn: str | None = None) -> dict[str, int]:
        """Count the entries per state."""
        self.db.rollback()
        rows = self.db.execute(
            "SELECT e.keadaan, count(*) FROM entry e JOIN sekolah s ON s.id = e.sekolah_id "
            "WHERE %s::text IS NULL OR s.npsn = %s GROUP BY 1",
            (npsn, npsn),
        ).fetchall()
        self.db.rollback()
        return {NAMES[number]: count for number, count in rows}


NAMES = {
    1: "selaras",
    2: "siap",
    3: "menunggu",
    4: "tertahan",
    5: "berbeda",
    6: "ditolak",
    7: "terkirim",
    8: "dikecualikan",
}


def jalankan(environment: dict[str, str], *words: str, masukan: str | None = None) -> str:
    """Run a command of selaras and return what it said."""
    done = subprocess.run([*SELARAS, *words], env=environment, input=masukan, capture_output=True, text=True)
    assert done.returncode in (0, 2), (words, done.stdout[-1500:], done.stderr[-1500:])
    return done.stdout


def mulai(environment: dict[str, str], nama: str) -> None:
    """Say what the folder is for: a rehearsal of 2024 in this kabupaten."""
    words = ("--jenis", "latihan", "--tipe-periodik", "triwulanan", "--tahun", "2024", "--kantor", "BKPSDM")
    jalankan(environment, "mulai", "--instansi", nama, *words)


def lingkungan(dsn: str, folder: Path, hari: str = HARI) -> dict[str, str]:
    """Give the environment of a data folder on a database of the test's server."""
    return {**os.environ, "DATABASE_URL": dsn, "SELARAS_DATA": str(folder), "SELARAS_HARI_INI": hari}


@contextmanager
def menyala(dsn: str, folder: Path, hari: str = HARI) -> Iterator[Alur]:
    """Start everything, wait until it says that it is ready, stop everything."""
    environment = lingkungan(dsn, folder, hari)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [*SELARAS, "serve", "--lengkap", "--proses", "1", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = ""
    try:
        assert process.stdout
        for line in process.stdout:
            said += line
            if "Berhenti: Ctrl-C" in line:
                break
        found = re.search(r"Selaras siap:\s+(http://[\d.:]+)/", said)
        assert found, said
        with psycopg.connect(dsn) as db:
            yield Alur(found[1], db, dsn, folder / "portal", environment, said)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)
