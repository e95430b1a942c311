"""The backup file: a ZIP with one COPY text per table and a manifest that says what belongs in it.

`manifest.json` is written last and holds, per table, columns, rows, bytes and SHA-256 of its member, and the migrations
that were applied. A file that does not match its manifest to the byte is refused before anything is touched.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from selaras.database.backup_catalog import Columns
from selaras.galat import DataError

FORMAT = "selaras-cadangan"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """One table in the file."""

    name: str
    member: str
    columns: Columns
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `made` is an ISO time in UTC; `migrations` is None when there is no `django_migrations`."""

    made: str
    selaras: str
    server: str
    migrations: tuple[str, ...] | None
    tables: tuple[Table, ...]
    sequences: dict[str, tuple[int, bool]]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)

    @property
    def made_at(self) -> dt.datetime:
        """When the backup was made."""
        return dt.datetime.fromisoformat(self.made)

    def to_json(self) -> str:
        """Return the text of `manifest.json`."""
        return json.dumps({"format": FORMAT, "versi_format": FORMAT_VERSION, **asdict(self)}, indent=1)


def inspect(file: Path) -> Manifest:
    """Read a backup from end to end and return its manifest. Raises DataError when it is damaged or no backup."""
    with opened(file) as (archive, manifest):
        for table in manifest.tables:
            _verify(archive, table, file)
        return manifest


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Open a backup and read its manifest. Raises DataError for anything that is not a whole backup."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _manifest(archive, file)
    except FileNotFoundError as error:
        raise DataError(f"Berkas cadangan {file} tidak ada.", langkah="Periksa nama dan foldernya.") from error
    except zipfile.BadZipFile as error:
        raise _damaged(file, "berkas terpotong, rusak, atau bukan cadangan Selaras") from error
    except (zlib.error, EOFError, NotImplementedError) as error:
        raise _damaged(file, "isinya tidak dapat dibuka") from error
    except OSError as error:
        raise DataError(f"Berkas cadangan {file} tidak dapat dibaca: {error.strerror}.") from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).flag_bits & 1:
            raise ValueError("encrypted")
        said = json.loads(archive.read(MANIFEST))
        if said["format"] != FORMAT:
            raise ValueError("foreign")
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{file} bukan cadangan Selaras. Tidak ada yang diubah.",
            langkah="Pilih berkas yang dibuat oleh perintah cadangan Selaras.",
        ) from error
    if said.get("versi_format") != FORMAT_VERSION:
        raise DataError(
            f"Cadangan {file} dibuat oleh versi Selaras lain (format {said.get('versi_format')}). Tidak ada yang "
            "diubah.",
            langkah="Pulihkan dengan versi Selaras yang membuatnya, atau yang lebih baru.",
        )
    try:
        return _parsed(said)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged(file, "daftar isinya tidak lengkap") from error


def _parsed(said: dict[str, Any]) -> Manifest:
    kept = {key: value for key, value in said.items() if key not in {"format", "versi_format"}}
    tables = tuple(
        Table(**{**table, "columns": tuple((str(name), str(kind)) for name, kind in table["columns"])})
        for table in kept.pop("tables")
    )
    sequences = {str(k): (int(v[0]), bool(v[1])) for k, v in kept.pop("sequences").items()}
    migrations = kept.pop("migrations")
    known = None if migrations is None else tuple(str(name) for name in migrations)
    return Manifest(**kept, migrations=known, tables=tables, sequences=sequences)


def _verify(archive: zipfile.ZipFile, table: Table, file: Path) -> None:
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(table.member) as member:
            while chunk := member.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except KeyError as error:
        raise _damaged(file, f"tabel {table.name} tidak ada di dalamnya") from error
    if (size, digest.hexdigest()) != (table.size, table.sha256):
        raise _damaged(file, f"isi tabel {table.name} tidak sama dengan saat cadangan dibuat")


def _damaged(file: Path, detail: str) -> DataError:
    return DataError(
        f"Cadangan {file} tidak dapat dipakai: {detail}. Tidak ada yang diubah.",
        langkah="Salin ulang berkas itu dari tempat asalnya, atau pakai cadangan lain.",
    )
