"""The PostgreSQL data directory: made once with initdb, then only looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

from selaras.database import memory, space
from selaras.database.folder import Place
from selaras.database.owner import Owner
from selaras.database.programs import MAJOR, Programs
from selaras.galat import Stop

SUPERUSER = "selaras"
_TUNED = {  # written once into postgresql.conf: a person may change them there or with ALTER SYSTEM
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


def exists(place: Place) -> bool:
    """Tell whether the folder holds a whole cluster."""
    return (place.cluster / "PG_VERSION").exists()


def require_version(place: Place) -> None:
    """Raise Stop when the cluster was made by another major version of PostgreSQL."""
    found = (place.cluster / "PG_VERSION").read_text(encoding="ascii").strip()
    if found != MAJOR:
        raise Stop(
            f"Basis data di {place.cluster} dibuat oleh PostgreSQL {found}, sedangkan Selaras ini memakai PostgreSQL "
            f"{MAJOR}. Tidak ada yang diubah.",
            langkah=f"Buat cadangan dengan versi Selaras yang lama, pindahkan folder {place.cluster} ke tempat lain, "
            "lalu pulihkan cadangan itu dengan versi ini. (Admin basis data juga dapat memakai pg_upgrade.)",
        )


def make(place: Place, owner: Owner, programs: Programs) -> None:
    """Make the cluster beside its final name and rename it when it is whole."""
    report = place.log / "initdb.log"
    for letters in ("C.UTF-8", "C"):  # an old system may not have the first; then pg_trgm skips letters beyond A-Z
        shutil.rmtree(place.new_cluster, ignore_errors=True)
        place.new_cluster.mkdir(mode=0o700)
        owner.take(place.new_cluster)
        require_way_in(place.new_cluster, owner)
        with report.open("wb") as output:
            code = owner.start(_command(place, programs, letters), output).wait()
        if code == 0:
            place.new_cluster.rename(place.cluster)
            return
        if b"invalid locale" not in report.read_bytes():
            break
    shutil.rmtree(place.new_cluster, ignore_errors=True)
    raise failed("Basis data baru tidak dapat dibuat.", report, place)


def _command(place: Place, programs: Programs, letters: str) -> list[str]:
    """Return the initdb command. The builtin C.UTF-8 sorts the same on every machine and needs no locale installed."""
    cache = f"{memory.for_cache(memory.total()) // space.MIB}MB"
    settings = [f"--set={name}={value}" for name, value in {"shared_buffers": cache, **_TUNED}.items()]
    return [
        str(programs.bin / "initdb"), f"--pgdata={place.new_cluster}", f"--username={SUPERUSER}", "--encoding=UTF8",
        "--no-locale", f"--lc-ctype={letters}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        "--auth-local=trust", "--auth-host=reject", *settings,
    ]  # fmt: skip


def require_way_in(folder: Path, owner: Owner) -> None:
    """Raise Stop when the user of the server can not reach the folder, naming the closed folder above it."""
    if not owner.drop or owner.can_enter(folder):
        return
    above = [parent for parent in reversed(folder.parents) if not owner.can_enter(parent)]
    closed = above[0] if above else folder
    raise Stop(
        f"PostgreSQL tidak boleh berjalan sebagai root, dan pengguna biasa yang menjalankannya tidak dapat masuk ke "
        f"folder {closed}.",
        langkah=f"Pakai folder data lain (SELARAS_DATA), misalnya /var/lib/selaras, atau buka jalannya: "
        f"chmod o+x {closed}",
    )


def failed(kalimat: str, report: Path, place: Place) -> Stop:
    """Return what to say when a program of PostgreSQL failed and left its reason in a file."""
    if says_full(report) or space.free(place.root) < space.MIB:  # on a full disk the reason itself found no room
        return space.full(place.root)
    return Stop(kalimat, langkah=f"Sebabnya tertulis di bagian akhir {report}.")


def says_full(report: Path) -> bool:
    """Tell whether a program complained about a full disk in its last lines."""
    try:
        tail = report.read_bytes()[-4000:]
    except OSError:
        return False
    return b"No space left on device" in tail or b"Disk quota exceeded" in tail
