"""selaras simulasi: outside systems to rehearse on, with faults on demand."""

from __future__ import annotations

import datetime as dt
import os
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
from selaras.ekinerja.simulator.faults import parse as ekinerja_knobs
from selaras.ekinerja.simulator.running import Simulator, running
from selaras.galat import DataError, Stop
from selaras.jobs.folder import Folder, opened
from selaras.myasn import clients
from selaras.myasn import running as myasn_running
from selaras.myasn.faults import parse as myasn_knobs
from selaras.organisasi.selectors import Instansi

HOLDER = "simulasi"  # stands where the log of tokens names a person
VALID = dt.timedelta(days=30)
CALLBACK = "http://127.0.0.1:8000/accounts/oidc/myasn/login/callback/"  # of the portal as `make run` serves it
AFTER = "http://127.0.0.1:8000/"  # where the same portal is come back to after signing out


@click.group()
def simulasi() -> None:
    """Sistem luar tiruan untuk berlatih, lengkap dengan gangguannya."""


@simulasi.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port di mesin ini (bawaan: yang kosong).")
@click.option("--gangguan", help="Setelan gangguan: berkas JSON, atau JSON itu sendiri.")
@as_json
def ekinerja(port: int, gangguan: str | None, as_json: bool) -> None:
    """Jalankan API e-Kinerja bawaan di mesin ini sampai dihentikan (Ctrl-C)."""
    knobs = ekinerja_knobs(_setting(gangguan, "gangguan", '{"daftar": {"3": "putus_sesudah"}}', {}))
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


@simulasi.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port di mesin ini (bawaan: yang kosong).")
@click.option("--gangguan", help="Setelan gangguan: berkas JSON, atau JSON itu sendiri.")
@click.option("--klien", help="Pendaftaran klien: berkas JSON, atau JSON itu sendiri (mengganti --kembali).")
@click.option("--kembali", multiple=True, help=f"Alamat kembali Selaras setelah masuk (bawaan: {CALLBACK}).")
@click.option("--keluar", multiple=True, help=f"Alamat Selaras setelah keluar (bawaan: {AFTER}).")
@click.option("--klaim-nip", envvar="SELARAS_OIDC_CLAIM_NIP", default="nip", help="Nama klaim NIP (bawaan: nip).")
@click.option("--klaim-nik", help="Nama klaim NIK (bawaan: NIK tidak diberikan).")
@as_json
def myasn(
    port: int,
    gangguan: str | None,
    klien: str | None,
    kembali: tuple[str, ...],
    keluar: tuple[str, ...],
    klaim_nip: str,
    klaim_nik: str | None,
    as_json: bool,
) -> None:
    """Jalankan My ASN tiruan (OpenID Connect) di mesin ini sampai dihentikan (Ctrl-C)."""
    knobs = myasn_knobs(_setting(gangguan, "gangguan", '{"daftar": {"3": "tanpa_nip"}}', {}))
    example = f'[{{"id": "selaras", "kembali": ["{CALLBACK}"]}}]'
    registered = clients.parse(_setting(klien, "klien", example, _selaras(kembali, keluar)))
    dsn = open_database()
    with opened() as folder:
        _need_rehearsal(folder)
    provider = myasn_running.running(dsn, registered, port=port, knobs=knobs, klaim_nip=klaim_nip, klaim_nik=klaim_nik)
    with _told_to_stop() as stopped, provider as simulator:
        _myasn_ready(simulator, registered, klaim_nip, as_json=as_json)
        while not stopped.wait(0.5):
            if simulator.server.poll() is not None:
                raise Stop("My ASN latihan berhenti sendiri.", langkah="Jalankan lagi perintah ini.")
    if not as_json:
        say("Simulasi dihentikan.")


def _selaras(kembali: tuple[str, ...], keluar: tuple[str, ...]) -> list[dict[str, object]]:
    """Register Selaras as its own settings name it; the secret comes from there, never from an argument."""
    return [
        {
            "id": os.environ.get("SELARAS_OIDC_CLIENT_ID") or "selaras",
            "nama": "Selaras",
            "rahasia": os.environ.get("SELARAS_OIDC_CLIENT_SECRET") or None,
            "kembali": kembali or (CALLBACK,),
            "keluar": keluar or (AFTER,),
        }
    ]


def _token() -> str:
    """Make a token for this run."""
    with opened() as folder:
        instansi = _need_rehearsal(folder)
        until = clock.now() + VALID
        token = token_buat(folder.connection, instansi=instansi.id, nip=HOLDER, berlaku_sampai=until)
        folder.connection.commit()
        return token


def _need_rehearsal(folder: Folder) -> Instansi:
    """Return the instansi. Raises `Stop` in a folder with real data: a simulator has no business there."""
    instansi = folder.need()
    if not instansi.latihan:
        raise Stop("Folder ini berisi data nyata; simulasi hanya untuk folder latihan.", langkah="Pakai folder lain.")
    return instansi


def _setting(text: str | None, what: str, example: str, default: object) -> object:
    """Read JSON from a file, or the argument itself where it is JSON; the default without any."""
    if not text:
        return default
    try:
        raw = text.encode() if text.lstrip().startswith(("{", "[")) else Path(text).read_bytes()
        return orjson.loads(raw)
    except OSError:
        raise DataError(f"Berkas {what} tidak bisa dibaca.", di_mana=Path(text).name) from None
    except orjson.JSONDecodeError:
        raise DataError(f"Setelan {what} bukan JSON.", langkah=f"Contoh: {example}.") from None


def _myasn_ready(
    simulator: myasn_running.Simulator, known: tuple[clients.Klien, ...], klaim_nip: str, *, as_json: bool
) -> None:
    back = {one.id: one.kembali for one in known}
    if as_json:
        _line({"siap": True, "alamat": simulator.address, "klien": back, "klaim_nip": klaim_nip})
        return
    say(f"My ASN latihan siap di {simulator.address}. Berhenti: Ctrl-C.")
    for name, addresses in back.items():
        say(f"  klien {name}, kembali ke {', '.join(addresses)}")
    say("Di jendela lain, sebelum menyalakan Selaras dengan folder data yang sama:")
    say(f"  export SELARAS_OIDC_ISSUER={simulator.address} SELARAS_OIDC_CLIENT_ID={known[0].id}")
    say(f"Gangguan: POST {simulator.address}/_simulasi/gangguan, catatan: GET {simulator.address}/_simulasi/catatan")


def _line(data: dict[str, object]) -> None:
    sys.stdout.write(orjson.dumps(data).decode() + "\n")  # one line, so that a program can read it as it comes
    sys.stdout.flush()


def _ready(simulator: Simulator, token: str, *, as_json: bool) -> None:
    if as_json:
        _line({"siap": True, "alamat": simulator.address, "langsung": simulator.direct, "token": token})
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
