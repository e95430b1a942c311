"""An opened data folder: its database, its instansi, the run that is going on."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from selaras.config import clock
from selaras.config.migrations import is_current, migrate
from selaras.database import connect, open_database
from selaras.galat import SelarasError, Stop
from selaras.intake.services import RULES_VERSION
from selaras.ledger import services as ledger
from selaras.ledger.balance import position_date
from selaras.organisasi.selectors import Instansi, instansi_get


@dataclass(slots=True)
class Folder:
    """A data folder in use."""

    connection: psycopg.Connection
    instansi: Instansi | None

    def need(self) -> Instansi:
        """Return the instansi. Raises `Stop` before `selaras mulai` or a first import."""
        if self.instansi is None:
            raise Stop(
                "Folder data ini masih kosong: belum ada laporan yang diimpor.",
                langkah="Jalankan «selaras mulai», lalu «selaras kerjakan FOLDER».",
            )
        return self.instansi

    def reload(self) -> Instansi:
        """Read the instansi again after it was written."""
        self.instansi = instansi_get(self.connection)
        return self.need()


@contextmanager
def opened() -> Iterator[Folder]:
    """Open the data folder of this process: start the server if need be, bring the schema up to date."""
    dsn = open_database()
    with connect(dsn) as connection:
        if not is_current(connection):
            connection.rollback()  # the schema changes under nobody
            migrate(dsn)
        folder = Folder(connection, instansi_get(connection))
        connection.commit()
        yield folder


@contextmanager
def run(folder: Folder, verb: str, sasaran: str | None = None, *, oleh: str | None = None) -> Iterator[int]:
    """Keep a trace of a command in `run`, however it ends; `sasaran` says whom it looked at, by internal id.

    oleh  in whose name, None: whoever the machine knows
    """
    number = ledger.run_begin(
        folder.connection,
        verb=verb,
        actor=oleh or actor(),
        rules_version=RULES_VERSION,
        now=clock.now(),
        sasaran=sasaran,
    )
    try:
        yield number
    except BaseException as error:
        folder.connection.rollback()
        _end(folder, number, f"batal: {type(error).__name__}", str(error) if isinstance(error, SelarasError) else None)
        raise
    _end(folder, number, "selesai")


def actor() -> str:
    """Name who runs the command, as the machine knows him."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "tidak dikenal"


def data_per(folder: Folder) -> dt.date | None:
    """Return the day that the position is about: that of the newest e-Kinerja data, else of the newest data."""
    return position_date(folder.connection)


def _end(folder: Folder, number: int, hasil: str, kalimat: str | None = None) -> None:
    if folder.connection.closed:
        return
    ledger.run_end(folder.connection, number, hasil=hasil, per=data_per(folder), now=clock.now(), kalimat=kalimat)
