"""Ratings: the rater says hasil kerja and perilaku kerja, sees the predikat of the matrix and confirms it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.config.clock import now
from selaras.galat import DataError, Forbidden
from selaras.kinerja import predikat as matriks
from selaras.kinerja.putusan import AturanError
from selaras.pmm.aturan import ASING, id_dari, kunci, wajib
from selaras.pmm.bungkus import bungkus
from selaras.pmm.kosakata import Nilai
from selaras.pmm.penilai import Perkara, alasan_terbuka, periksa_baris, perkara
from selaras.pmm.queries import Connection, sql

TERBANYAK = 500


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of one row of the quick form: stored when `galat` is empty."""

    skp_id: str
    galat: tuple[str, ...]


def predikat_dari(hasil: int, perilaku: int) -> int:
    """Return the predikat that the matrix gives, to be shown before it is confirmed. Raises `DataError`."""
    try:
        return matriks.dari(hasil, perilaku)
    except AturanError as error:
        raise DataError(error.kalimat) from None


def penilaian_simpan(
    connection: Connection,
    *,
    instansi: int,
    oleh: str,
    skp_id: str,
    slot: int,
    hasil: int,
    perilaku: int,
    predikat: int,
    umpan_balik: str = "",
) -> None:
    """Rate an agreed plan in a period, or rate it anew while nothing was sent.

    predikat: the confirmed one; it must be that of the matrix. Raises `DataError` with every fault at once,
    `Forbidden` when it is not this account's to rate.
    """
    row = {"skp_id": skp_id, "hasil": hasil, "perilaku": perilaku, "predikat": predikat, "umpan_balik": umpan_balik}
    [told] = penilaian_banyak(connection, instansi=instansi, oleh=oleh, slot=slot, baris=[row])
    if told.galat == (ASING,):
        raise Forbidden(ASING)
    if told.galat:
        raise DataError(" ".join(told.galat))


def penilaian_banyak(
    connection: Connection, *, instansi: int, oleh: str, slot: int, baris: Sequence[Mapping[str, Any]]
) -> list[Hasil]:
    """Store the ratings of many people in one period; return what became of each row, in their order.

    Each row: {skp_id, hasil, perilaku, predikat, umpan_balik}. Sound rows are stored, the others tell all their faults
    at once. Raises `DataError` only for a call with more than 500 rows.
    """
    if len(baris) > TERBANYAK:
        raise DataError(f"Satu kali simpan paling banyak {TERBANYAK} baris.")
    kunci(connection, instansi)
    known = perkara(connection, instansi, oleh, slot, [str(satu.get("skp_id")) for satu in baris])
    told, good, seen = [], [], set[str]()
    for satu in baris:
        skp_id = str(satu.get("skp_id"))
        galat = [*alasan_terbuka(known.get(skp_id), slot), *periksa_baris(satu)]
        if skp_id not in known:
            galat = [ASING]
        elif skp_id in seen:
            galat.append("Orang ini muncul dua kali.")
        seen.add(skp_id)
        told.append(Hasil(skp_id, tuple(galat)))
        if not galat:
            values = {name: satu[name] for name in ("hasil", "perilaku", "predikat")}
            good.append(values | {"skp_id": skp_id, "umpan_balik": str(satu.get("umpan_balik") or "").strip()})
    _simpan(connection, instansi, oleh, slot, good)
    return told


def _simpan(connection: Connection, instansi: int, oleh: str, slot: int, good: Sequence[Mapping[str, Any]]) -> None:
    if not good:
        return
    params = {"instansi": instansi, "oleh": id_dari(oleh), "slot": slot, "waktu": now(), "baris": bungkus(good)}
    connection.execute(sql("sql_layanan", "simpan_nilai"), params)


def penilaian_tarik(connection: Connection, *, instansi: int, oleh: str, skp_id: str, slot: int, alasan: str) -> None:
    """Withdraw a rating that was set or sent, for a reason: it is a draft again and can be changed.

    The proof of what was sent stays, marked as withdrawn. Raises `DataError` when there is nothing to withdraw.
    """
    alasan = wajib(alasan, "Alasan")
    kunci(connection, instansi)
    found: Perkara | None = perkara(connection, instansi, oleh, slot, [skp_id]).get(str(skp_id))
    if found is None:
        raise Forbidden(ASING)
    if found.nilai is None or found.nilai == Nilai.DRAF:
        raise DataError("Penilaian ini belum ditetapkan, jadi tidak ada yang ditarik.")
    params = {
        "skp": found.skp_id, "slot": slot, "oleh": id_dari(oleh), "waktu": now(), "alasan": alasan,
        "instansi": instansi,
    }  # fmt: skip
    connection.execute(sql("sql_layanan", "tarik_nilai"), params)


def penilaian_dibaca(connection: Connection, *, instansi: int, oleh: str, skp_id: str, slot: int) -> dt.datetime | None:
    """Note that the teacher has read what was sent to him; return when he read it first, None when nothing was sent."""
    row = connection.execute(
        sql("sql_layanan", "dibaca"),
        {"instansi": instansi, "oleh": id_dari(oleh), "skp": id_dari(skp_id), "slot": slot, "waktu": now()},
    ).fetchone()
    return row[0] if row else None
