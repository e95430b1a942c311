"""selaras simulasi: outside systems to rehearse on, with faults on demand."""

from __future__ import annotations

import datetime as dt
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
import orjson

from selaras.cli.options import as_json
from selaras.cli.output import say
from selaras.config import clock
from selaras.config.migrations import migrate
from selaras.database import open_database
from selaras.ekinerja.services import token_buat
from selaras.ekinerja.simulator.faults import Knobs, parse
from selaras.ekinerja.simulator.running import Simulator, running
from selaras.galat import DataError, Stop
from selaras.jobs.folder import opened

HOLDER = "simulasi"  # stands where the log of tokens names a person
VALID = dt.timedelta(days=30)


@click.group()
def simulasi() -> None:
    """Sistem luar tiruan untuk berlatih, lengkap dengan gangguannya."""


@simulasi.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port di mesin ini (bawaan: yang kosong).")
@click.option("--gangguan", help="Setelan gangguan: berkas JSON, atau JSON itu sendiri.")
@as_json
def ekinerja(port: int, gangguan: str | None, as_json: bool) -> None:
    """Jalankan API e-Kinerja bawaan di mesin ini sampai dihentikan (Ctrl-C)."""
    knobs = _knobs(gangguan)
    dsn = open_database()
    migrate(dsn)
    token = _token()
    with _told_to_stop() as stopped, running(dsn, port=port, knobs=knobs) as simulator:
        _ready(simulator, token, as_json=as_json)
        while not stopped.wait(0.5):
            if simulator.server.poll() is not None:
                raise Stop("API e-Kinerja bawaan berhenti sendiri.", langkah="Jalankan lagi perintah ini.")
    if not as_json:
        say("Simulasi dihentikan.")


def _token() -> str:
    """Make a token for this run. Raises `Stop` in a folder with real data: a simulator has no business there."""
    with opened() as folder:
        instansi = folder.need()
        if not instansi.latihan:
            raise Stop(
                "Folder ini berisi data nyata; simulasi hanya untuk folder latihan.", langkah="Pakai folder lain."
            )
        until = clock.now() + VALID
        token = token_buat(folder.connection, instansi=instansi.id, nip=HOLDER, berlaku_sampai=until)
        folder.connection.commit()
        return token


def _knobs(text: str | None) -> Knobs:
    if not text:
        return Knobs()
    try:
        raw = text.encode() if text.lstrip().startswith("{") else Path(text).read_bytes()
        return parse(orjson.loads(raw))
    except OSError:
        raise DataError("Berkas gangguan tidak bisa dibaca.", di_mana=Path(text).name) from None
    except orjson.JSONDecodeError:
        raise DataError("Setelan gangguan bukan JSON.", langkah='Contoh: {"daftar": {"3": "putus_sesudah"}}.') from None


def _ready(simulator: Simulator, token: str, *, as_json: bool) -> None:
    if as_json:
        line = {"siap": True, "alamat": simulator.address, "langsung": simulator.direct, "token": token}
        sys.stdout.write(orjson.dumps(line).decode() + "\n")  # one line, so that a program can read it as it comes
        sys.stdout.flush()
        return
    say(f"e-Kinerja bawaan siap di {simulator.address} (tanpa gangguan: {simulator.direct}). Berhenti: Ctrl-C.")
    say("Di jendela lain, dengan folder data yang sama:")
    say(f"  export SELARAS_EKINERJA_URL={simulator.address} SELARAS_EKINERJA_TOKEN={token}")
    say("  selaras rencana; selaras kirim; selaras cocokkan")
    say(f"Gangguan: POST {simulator.address}/_simulasi/gangguan, catatan: GET {simulator.address}/_simulasi/catatan")


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """Set the event on SIGTERM and Ctrl-C; the signals mean what they meant before at the end."""
    stopped = threading.Event()

    def note(number: int, frame: FrameType | None) -> None:
        stopped.set()

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


COMMANDS = (simulasi,)
