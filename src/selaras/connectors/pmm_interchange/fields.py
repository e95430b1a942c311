"""Columns that several of the five tables share, read carefully."""

from __future__ import annotations

from selaras.connectors.common.identity import periksa_npsn
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import tahun_dari


def npsn_wajib(row: Row) -> str | None:
    """Return the NPSN; a missing or impossible one is a fault."""
    npsn = npsn_ada(row)
    if npsn is None and not periksa_npsn(row["npsn"])[0]:  # empty, or nothing but an apostrophe
        row.fault("B1", "kolom npsn kosong")
    return npsn


def npsn_ada(row: Row) -> str | None:
    """Return the NPSN, None when the cell is empty; an impossible one is a fault."""
    text, sah = periksa_npsn(row["npsn"])
    if not text:
        return None
    if not sah:
        row.fault("B1", f"kolom npsn bukan NPSN yang mungkin: «{row['npsn']}»")
        return None
    return text


def tahun_wajib(row: Row) -> int | None:
    """Return the year; anything else is a fault."""
    tahun = tahun_dari(row["tahun"])
    if tahun is None:
        row.fault("B1", f"kolom tahun bukan tahun: «{row['tahun']}»" if row["tahun"] else "kolom tahun kosong")
    return tahun
