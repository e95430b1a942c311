"""What people say about one person's data: right, wrong, pressed, submitted, verified. Shown, never believed.

Each word keeps a fingerprint of what it was said about. It lapses by itself when that moves, so nobody has to take it
back, and nobody is asked twice before new data say otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import psycopg
from psycopg.rows import class_row

from selaras.config.clock import ZONE
from selaras.galat import DataError
from selaras.ledger.queries import Queries

_sql = Queries(__file__)
TENGGANG = 14  # days that a mended number may need until reports show it
PANJANG = 2000  # characters of what somebody writes
SENDIRI, KEPALA, OPERATOR = "yang bersangkutan", "kepala sekolah", "operator"  # capacities in which people speak


class Apa(StrEnum):
    """What can be said."""

    BENAR = "benar"  # my data are right on both sides
    LAPOR = "lapor"  # something is wrong: whoever can mend it was told
    DITEKAN = "ditekan"  # I pressed the button in e-Kinerja
    DIAJUKAN = "diajukan"  # I submitted the correction (Verval PTK)
    DIVERIFIKASI = "diverifikasi"  # I compared field by field


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """One word. `berlaku`: it still holds; `data_per`: day of the newest report, which is what may contradict it."""

    id: int
    orang_id: int
    apa: str  # of `Apa`
    kode: str | None
    isi: str | None
    oleh_orang: int | None
    oleh: str
    sebagai: str
    pada: dt.datetime
    data_per: dt.date | None
    berlaku: bool

    @property
    def sendiri(self) -> bool:
        """Say whether the person said it about himself."""
        return self.oleh_orang == self.orang_id

    @property
    def hari(self) -> dt.date:
        """Return the day that it is about: the one that was named with it, else the one on which it was said."""
        try:
            return dt.date.fromisoformat(self.isi or "")
        except ValueError:
            return self.pada.astimezone(ZONE).date()


def nyatakan(
    connection: psycopg.Connection, *, instansi: int, tahun: int, orang: int, apa: str, kode: str | None = None,
    isi: str | None = None, oleh_orang: int | None, oleh: str, sebagai: str, run: int, now: dt.datetime,
) -> int:  # fmt: skip
    """Write a word down, bound to both sides as they stand; returns its number. One transaction of the caller.

    kode  the finding that it answers; a word on each finding stands by itself
    sebagai  in which capacity it is said (`SENDIRI`, `KEPALA`, `OPERATOR`): each capacity has its own word

    The caller has asked whether this user may speak about this person. Raises `DataError` for a word that does not
    exist, a report without text, a text that is too long, a person of another instansi, and for verifying what is not
    done yet.
    """
    said = (isi or "").strip() or None
    if apa not in set(Apa):
        raise DataError(f"Pernyataan «{apa}» tidak dikenal.", langkah="Pakai salah satu: " + ", ".join(Apa) + ".")
    if said is None and apa == Apa.LAPOR:
        raise DataError("Isi laporan belum ditulis.", langkah="Tulis apa yang keliru dan bagaimana seharusnya.")
    if said and len(said) > PANJANG:
        raise DataError(f"Terlalu panjang: paling banyak {PANJANG} huruf.", langkah="Persingkat isinya.")
    if apa == Apa.DIVERIFIKASI and not _done(connection, orang, tahun):
        raise DataError("Belum semua isian sama di kedua sisi.", langkah="Selesaikan dulu, atau laporkan yang keliru.")
    params = {
        "instansi": instansi, "tahun": tahun, "orang": orang, "apa": str(apa), "kode": kode, "isi": said,
        "oleh_orang": oleh_orang, "oleh": oleh, "sebagai": sebagai, "run": run, "now": now,
    }  # fmt: skip
    row = connection.execute(_sql("pernyataan_tulis"), params).fetchone()
    if row is None:
        raise DataError("Orang ini tidak ada di instansi ini.")
    return int(row[0])


def _done(connection: psycopg.Connection, orang: int, tahun: int) -> bool:
    row = connection.execute(
        "SELECT bool_and(keadaan IN (1, 8)) FROM entry WHERE orang_id = %s AND tahun = %s", (orang, tahun)
    ).fetchone()
    return bool(row and row[0])


def pernyataan_terakhir(
    connection: psycopg.Connection, orang: int | Sequence[int], tahun: int
) -> dict[int, tuple[Pernyataan, ...]]:
    """Map each person to the last words about him, lapsed ones too, oldest first. One query for a whole school."""
    who = [orang] if isinstance(orang, int) else list(orang)
    params = {"orang": who, "tahun": tahun, "tenggang": TENGGANG, "zona": str(ZONE)}
    found: dict[int, list[Pernyataan]] = {}
    with connection.cursor(row_factory=class_row(Pernyataan)) as cursor:
        for one in cursor.execute(_sql("pernyataan"), params):
            found.setdefault(one.orang_id, []).append(one)
    return {number: tuple(words) for number, words in found.items()}


def pernyataan_berlaku(
    connection: psycopg.Connection, orang: int | Sequence[int], tahun: int
) -> dict[int, tuple[Pernyataan, ...]]:
    """Map each person to the words about him that still hold; whoever has none is not in it."""
    every = pernyataan_terakhir(connection, orang, tahun)
    holding = {number: tuple(one for one in words if one.berlaku) for number, words in every.items()}
    return {number: words for number, words in holding.items() if words}


def sudah(words: Sequence[Pernyataan], apa: str, *, kode: str | None = None) -> Pernyataan | None:
    """Return the newest word of a kind, on a finding if one is named; None when nobody said it."""
    return next((w for w in reversed(words) if w.apa == apa and (kode is None or w.kode == kode)), None)
