"""Files that were kept long enough: what people uploaded and the papers that were made. Their lines stay.

A line says that its files are gone; what was read out of them stands in the books.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg

from selaras.config import clock
from selaras.database.folder import data_folder
from selaras.galat import DataError
from selaras.jobs.folder import opened
from selaras.organisasi.services import instansi_set

SETTING = "umur_berkas"  # the key in instansi.pengaturan
DAYS, LEAST, MOST = 90, 7, 3650
LOOSE = "unggahan"  # the folder in the data folder into which the pages put what was dropped
_OLD_UPLOADS = (
    "SELECT id, folder FROM unggahan "
    "WHERE instansi_id = %s AND selesai < %s AND NOT coalesce(berkas->0 ? 'dihapus', true)"
)
_OLD_PAPERS = "SELECT id, berkas FROM dokumen WHERE instansi_id = %s AND selesai < %s AND berkas IS NOT NULL"


def days_kept(settings: Mapping[str, Any]) -> int:
    """Return for how many days the instansi keeps files.

    >>> days_kept({}), days_kept({"umur_berkas": 30})
    (90, 30)
    """
    return int(settings.get(SETTING) or DAYS)


def keep_for(connection: psycopg.Connection[Any], *, instansi: int, days: int) -> None:
    """Store for how many days files are kept. Raises `DataError` for a number that makes no sense."""
    if not LEAST <= days <= MOST:
        raise DataError(
            f"Berkas tidak bisa disimpan {days} hari.", langkah=f"Tulis angka antara {LEAST} dan {MOST} hari."
        )
    instansi_set(connection, instansi=instansi, **{SETTING: days})


def clean() -> int:
    """Delete what is too old; return how many lines lost their files. Files go first: what is cut off is done again."""
    with opened() as folder:
        if folder.instansi is None:
            return 0
        limit = clock.now() - dt.timedelta(days=days_kept(folder.instansi.pengaturan))
        count = _uploads(folder.connection, folder.instansi.id, limit)
        count += _papers(folder.connection, folder.instansi.id, limit)
        _loose(folder.connection, data_folder() / LOOSE, limit)
        folder.connection.commit()
    return count


def _uploads(connection: psycopg.Connection[Any], instansi: int, limit: dt.datetime) -> int:
    found = connection.execute(_OLD_UPLOADS, (instansi, limit)).fetchall()
    for number, place in found:
        shutil.rmtree(place, ignore_errors=True)
        connection.execute(
            "UPDATE unggahan SET berkas = (SELECT jsonb_agg(x || jsonb_build_object('dihapus', %s::text)) "
            "FROM jsonb_array_elements(berkas) x) WHERE id = %s",
            (clock.today().isoformat(), number),
        )
    return len(found)


def _loose(connection: psycopg.Connection[Any], folder: Path, limit: dt.datetime) -> None:
    """Delete folders that no line knows: the lists that schools dropped, which were read at once."""
    if not folder.is_dir():
        return
    known = {row[0] for row in connection.execute("SELECT folder FROM unggahan")}
    for one in folder.iterdir():
        if one.is_dir() and str(one) not in known and one.stat().st_mtime < limit.timestamp():
            shutil.rmtree(one, ignore_errors=True)


def _papers(connection: psycopg.Connection[Any], instansi: int, limit: dt.datetime) -> int:
    found = connection.execute(_OLD_PAPERS, (instansi, limit)).fetchall()
    for number, path in found:
        shutil.rmtree(Path(path).parent, ignore_errors=True)
        connection.execute("UPDATE dokumen SET berkas = NULL WHERE id = %s", (number,))
    return len(found)
