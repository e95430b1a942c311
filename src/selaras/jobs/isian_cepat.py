"""What a school itself states about Ruang GTK: rows that somebody typed or pasted, taken in like any PMM file.

The batch is named as the school's own statement, so that nobody takes it for an export.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import psycopg

from selaras.config import clock
from selaras.connectors.ports import Lines
from selaras.connectors.registry import recognise
from selaras.intake.services import FileImport, Imported, file_import

NAMA = "Pernyataan sekolah"


def nyatakan(
    connection: psycopg.Connection[Any],
    *,
    instansi: int,
    run: int,
    tahun: int,
    sekolah: str,
    baris: Sequence[Mapping[str, str]],
) -> Imported:
    """Take in rows of the interchange format ({jenis, ...columns}); one transaction of the caller.

    Raises what an import raises; then nothing has changed.
    """
    name = f"{NAMA} {sekolah} {clock.now():%d-%m-%Y %H.%M}"
    lines = [(number, orjson.dumps(dict(row), option=orjson.OPT_SORT_KEYS)) for number, row in enumerate(baris, 1)]
    mark = hashlib.sha256(b"\n".join([f"{name} {run}".encode(), *(raw for _, raw in lines)])).digest()
    job = FileImport(name, mark, instansi, run, tahun, clock.today())
    [found] = file_import(connection, job, [Lines(name, lines)], recognise)
    return found
