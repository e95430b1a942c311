"""Start and stop one PostgreSQL server. Every function here is called under the start lock."""

from __future__ import annotations

import os
import shlex
import signal
import stat
import time
from contextlib import suppress
from pathlib import Path

from selaras.database import cluster, process
from selaras.database.folder import SOCKET_NAME, SOCKET_PATH_LIMIT, Place
from selaras.database.lock import Kabar
from selaras.database.owner import Owner
from selaras.database.programs import Programs
from selaras.galat import Stop, TryAgain

START_PATIENCE = 120.0  # seconds: recovery after a crash may take far longer than 10 s
ORPHAN_PATIENCE = 15.0  # seconds that the workers of a killed server get to end by themselves
KEPT_LOGS = 10
_TICK = 0.03


def prepare(place: Place, kabar: Kabar) -> None:
    """Clear what a killed server left: wait for its workers, then remove its pid file.

    PostgreSQL itself would refuse to start when the old pid now belongs to another program of the same user.
    """
    _wait_for_orphans(place, kabar)
    place.pid_file.unlink(missing_ok=True)


def _wait_for_orphans(place: Place, kabar: Kabar) -> None:
    """Wait until no process of the cluster is left; workers busy with a long query are ended after a while."""
    begun, told, ended = time.monotonic(), False, False
    while pids := process.all_of(place.cluster):
        waited = time.monotonic() - begun
        if waited > 1 and not told:
            kabar("Menunggu sisa server basis data yang terhenti mendadak ...")
            told = True
        if waited > ORPHAN_PATIENCE and not ended:
            for pid in pids:
                _signal(pid, signal.SIGQUIT)
            ended = True
        if waited > 4 * ORPHAN_PATIENCE:
            raise TryAgain(
                f"Sisa server basis data di {place.cluster} belum berhenti (proses {', '.join(map(str, pids))}).",
                langkah="Tunggu sebentar lalu ulangi; bila tetap begini, mulai ulang komputer ini.",
            )
        time.sleep(_TICK)


def start(place: Place, owner: Owner, programs: Programs, kabar: Kabar) -> None:
    """Start the server and wait until it takes connections."""
    socket_folder = _socket_folder(place, owner)
    for left in (socket_folder / SOCKET_NAME, socket_folder / f"{SOCKET_NAME}.lock"):
        left.unlink(missing_ok=True)  # the lock file, too, would be believed when its pid runs again
    _trim_logs(place)
    with place.start_log.open("wb"):
        owner.take(place.start_log)
    command = [
        str(programs.bin / "pg_ctl"), "start", "--silent", "--wait", f"--timeout={int(START_PATIENCE) * 10}",
        f"--pgdata={place.cluster}", f"--log={place.start_log}", "-o", shlex.join(_options(place, socket_folder)),
    ]  # fmt: skip
    with (place.log / "pg_ctl.log").open("wb") as output:
        starter = owner.start(command, output)
    begun, told = time.monotonic(), 0
    while starter.poll() is None:
        waited = time.monotonic() - begun
        if waited > START_PATIENCE:
            starter.kill()  # only the waiting program: the server goes on recovering
            starter.wait()
            raise slow(place)
        if waited > 3 * (told + 1):
            told += 1
            kabar(f"Basis data sedang disiapkan atau dipulihkan ({int(waited)} detik) ...")
        time.sleep(_TICK)
    if starter.returncode != 0:
        raise cluster.failed("Server basis data tidak mau menyala.", _telling_log(place), place)


def slow(place: Place) -> TryAgain:
    """Return what to say while a recovery goes on for longer than anybody should wait."""
    return TryAgain(
        "Basis data masih memulihkan diri setelah terhenti mendadak. Ini dapat lama bila banyak data baru ditulis.",
        langkah=f"Biarkan komputer menyala dan ulangi beberapa menit lagi. Kemajuannya tertulis di {place.log}.",
    )


def _options(place: Place, socket_folder: Path) -> list[str]:
    """Return the settings that must hold whatever postgresql.conf says: privacy, durability, where it listens.

    Errors are logged tersely and without their statements: those may carry NIK and names.
    """
    settings = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(socket_folder),
        "unix_socket_permissions": "0700",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "logging_collector": "on",
        "log_directory": str(place.log),
        "log_filename": "postgres-%Y%m%d-%H%M%S.log",
        "log_rotation_size": "10MB",
        "log_rotation_age": "0",
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _socket_folder(place: Place, owner: Owner) -> Path:
    """Return a private folder for the socket: made now, or left by an earlier start. Never one of somebody else."""
    for folder in place.socket_folders():
        with suppress(FileExistsError, PermissionError):
            folder.mkdir(mode=0o700)
            owner.take(folder)
        with suppress(FileNotFoundError):
            found = folder.lstat()
            if stat.S_ISDIR(found.st_mode) and found.st_uid == owner.uid:
                folder.chmod(0o700)
                return folder
    raise Stop(
        f"Tidak ada tempat untuk soket basis data: alamatnya harus paling panjang {SOCKET_PATH_LIMIT} huruf, di folder "
        "yang boleh ditulisi.",
        langkah="Beri izin tulis pada /tmp, atau isi TMPDIR dengan nama folder yang pendek.",
    )


def _trim_logs(place: Place) -> None:
    """Keep the newest logs; each is limited to 10 MB by the server itself."""
    for old in sorted(place.log.glob("postgres-*.log"))[:-KEPT_LOGS]:
        old.unlink(missing_ok=True)


def _telling_log(place: Place) -> Path:
    """Return the log that says why the start failed: the server's own if it came so far, else the start log."""
    begun = place.start_log.stat().st_mtime
    own = [log for log in place.log.glob("postgres-*.log") if log.stat().st_mtime >= begun]
    return max(own, default=place.start_log)


def shut_down(place: Place, running: process.PidFile, kabar: Kabar) -> None:
    """Ask the server to end its sessions and stop, and wait until it is gone."""
    kabar("Mematikan server basis data ...")
    _signal(running.pid, signal.SIGINT)
    until = time.monotonic() + START_PATIENCE
    while process.belongs(running.pid, place.cluster):
        if time.monotonic() > until:
            raise TryAgain(
                f"Server basis data (proses {running.pid}) belum juga berhenti.",
                langkah="Tunggu sebentar, lalu ulangi perintah ini.",
            )
        time.sleep(_TICK)
    with suppress(OSError):  # another file in there, or gone already
        Path(running.socket_folder).rmdir()


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
