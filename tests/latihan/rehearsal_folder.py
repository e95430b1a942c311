"""Folders that hold a rehearsal district, made once per server and copied for every test."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

from conftest import drop_database
from jobs.daerah import siapa
from jobs.pemasangan import copied, template
from jobs.perintah import Perintah
from selaras.latihan.district import District, buat

UKURAN = ("--sekolah", 10, "--guru", 130, "--seed", 3)
HARI = {"bawaan": "2025-01-06", "laporan": "2025-01-10"}
Temuan = dict[str, set[str]]


def district(sasaran: str) -> District:
    return buat(10, 130, 2024, 3, bawaan=sasaran == "bawaan")


@cache
def loaded(server: str, sasaran: str, *more: object) -> str:
    """Conninfo of a folder into which `selaras latihan --sasaran ...` was run."""
    dsn = copied(server, template(server))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        perintah = Perintah(dsn, Path(folder), patch, HARI[sasaran])
        done = perintah("latihan", *UKURAN, "--sasaran", sasaran, *more)
        assert done.kode == 0, done.err + perintah.galat()
    return dsn


@contextmanager
def rehearsal(server: str, sasaran: str, folder: Path, *more: object) -> Iterator[Perintah]:
    """Give the command line on a copy of such a folder."""
    dsn = copied(server, loaded(server, sasaran, *more))
    with pytest.MonkeyPatch.context() as patch:
        yield Perintah(dsn, folder, patch, HARI[sasaran])
    drop_database(server, dsn)


def temuan(perintah: Perintah) -> Temuan:
    """Give the NIPs, NPSNs or periods under every code, what is merely on its way and the age of the data left out."""
    found = siapa(perintah("kendala", "--json", "--tampilkan-identitas").json["kendala"])
    return {kode: who for kode, who in found.items() if kode not in ("S7", "S8", "M1", "M2", "F1", "F2")}


def perbaiki(perintah: Perintah, *kode: str) -> list[str]:
    """Mend, and give what was mended."""
    done = perintah("latihan", *[word for satu in kode for word in ("--perbaiki", satu)], "--json")
    assert done.kode == 0, done.err + perintah.galat()
    assert perintah("rekap", "--json").json["seimbang"] is True
    mended: list[str] = done.json["diperbaiki"]
    return mended


def satu(perintah: Perintah, query: str) -> Any:
    with psycopg.connect(perintah.dsn) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row[0] if row and len(row) == 1 else row


def keadaan(perintah: Perintah) -> dict[str, int]:
    """Count the entries in every state that has any."""
    return {nama: n for nama, n in perintah("rekap", "--json").json["keadaan"].items() if n}
