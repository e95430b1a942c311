"""The stage: a server, databases that are thrown away, and the files of a rehearsal district."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bench.anak import TAHUN, Impor
from selaras.config.migrations import migrate
from selaras.database import connect, open_database, stop
from selaras.latihan import district, stream
from selaras.organisasi.services import instansi_create

KOSONG = f"bench_{os.getpid()}_kosong"


@dataclass(slots=True)
class Panggung:
    """What every measure gets, and where it leaves what it saw."""

    server: str
    folder: Path
    guru: int
    rinci: bool
    dsn: str = ""  # the database of this repetition: every measure goes on where the one before it stopped
    detik: dict[str, list[float]] = field(default_factory=dict)
    impor: dict[str, list[Impor]] = field(default_factory=dict)
    nomor: int = 0

    @property
    def ndjson(self) -> Path:
        """The PMM rows in one file."""
        return self.folder / "pmm.ndjson"

    def catat(self, nama: str, detik: float) -> None:
        """Note the seconds of one repetition."""
        self.detik.setdefault(nama, []).append(detik)

    def catat_impor(self, nama: str, impor: Impor) -> None:
        """Note one import."""
        self.impor.setdefault(nama, []).append(impor)
        self.catat(nama, impor.detik)
        self.tulis(nama, impor.rinci)

    def tulis(self, judul: str, baris: list[str]) -> None:
        """Print the slowest queries when somebody wants to see them."""
        if self.rinci:
            print(f"-- {judul}", *baris, sep="\n", flush=True)

    def baru(self) -> str:
        """Make an empty database with its schema and its instansi."""
        self.nomor += 1
        nama = f"bench_{os.getpid()}_{self.nomor}"
        jalankan(self.server, "CREATE DATABASE {} TEMPLATE {}", nama, KOSONG)
        return make_conninfo(self.server, dbname=nama)

    def buang(self, dsn: str) -> None:
        """Drop a database."""
        jalankan(self.server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", str(conninfo_to_dict(dsn)["dbname"]))

    def ganti(self, dsn: str) -> None:
        """Take another database as that of this repetition."""
        if self.dsn:
            self.buang(self.dsn)
        self.dsn = dsn


def jalankan(server: str, perintah: str, *nama: str) -> None:
    """Run one statement outside a transaction; names are quoted."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(perintah).format(*map(sql.Identifier, nama)))


@contextmanager
def dibuka(guru: int, *, rinci: bool) -> Iterator[Panggung]:
    """Write the files, start a server in a temporary folder (or take DATABASE_URL) and clear all of it away."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    folder.chmod(0o755)  # as root, the server runs as another user
    panggung = Panggung("", folder, guru, rinci)
    try:
        panggung.server = open_database(folder / "data")
        _tulis(panggung)
        _kosong(panggung)
        yield panggung
    finally:
        with suppress(psycopg.OperationalError):  # a server that died takes its databases along
            panggung.ganti("")
            jalankan(panggung.server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", KOSONG)
        stop(folder / "data")
        shutil.rmtree(folder)


def _tulis(panggung: Panggung) -> None:
    rencana = district.buat(max(14, panggung.guru // 20), panggung.guru, TAHUN, 1)
    stream.ndjson(rencana, panggung.ndjson)
    stream.csv_folder(rencana, panggung.folder / "pmm")
    stream.laporan_csv(rencana, panggung.folder / "laporan")


def _kosong(panggung: Panggung) -> None:
    jalankan(panggung.server, "CREATE DATABASE {}", KOSONG)
    dsn = make_conninfo(panggung.server, dbname=KOSONG)
    migrate(dsn)
    with connect(dsn) as connection:
        instansi_create(
            connection, nama="Latihan", jenis="latihan", tipe_periodik="triwulanan", tahun=TAHUN, kantor="BKPSDM"
        )
    from django.db import connections

    connections.close_all()  # a template must have no visitors
