"""A person's word on entries: approve, return, decide. Each word is bound to the pair of values it was said about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

import psycopg

from selaras.galat import DataError, Stop
from selaras.ledger.maintenance import analyze
from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.review.authority import Authority

_sql = Queries(__file__)
Pasangan = tuple[UUID | None, UUID | None]  # the values of both sides: Ruang GTK, e-Kinerja


class Putusan(IntEnum):
    """What a person said."""

    SETUJU = 1
    KEMBALIKAN = 2
    BAWA_PMM = 3
    PERTAHANKAN = 4
    TARIK = 5


REFUSED = {
    "tidak_ada": "isian ini tidak ada",
    "berubah": "isinya berubah sejak ditampilkan: lihat lagi isinya yang sekarang",
    "milik_sendiri": "milik sendiri: harus disetujui orang lain",
    "sekolah_lain": "bukan isian sekolah ini",
    "milik_kepala": "milik kepala sekolah atau pengawas: hanya admin instansi yang dapat memutuskan",
    "sedang_dikirim": "sedang dikirim dan belum dibaca ulang",
    "dikecualikan": "dikecualikan",
    "terkunci": "laporan akhir sekolahnya sudah dikunci",
    "sudah_sama": "sudah sama di kedua sisi",
    "sudah_disetujui": "sudah diputuskan begitu",
    "sudah_dikembalikan": "sudah dikembalikan",
    "berbeda": "e-Kinerja berisi nilai lain: pilih bawa nilai PMM atau pertahankan e-Kinerja",
    "tanpa_isi": "belum ada isinya di Ruang GTK",
    "tertahan": "masih tertahan atau menunggu hal lain: lihat kendalanya",
    "tidak_berbeda": "tidak berbeda dengan e-Kinerja",
    "tidak_ditarik": "masih ada di Ruang GTK: yang dapat ditarik hanya yang sudah ditarik di sana",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry about which this word may not be said, and why."""

    entry: int | None
    sebab: str

    @property
    def kalimat(self) -> str:
        """Say why in words."""
        return REFUSED[self.sebab]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many words were written, and where none could be."""

    n: int
    ditolak: tuple[Refusal, ...]


def approve(
    connection: psycopg.Connection, scope: Scope, who: Authority, entries: Sequence[int], *, now: dt.datetime,
    alasan: str | None = None, dilihat: Mapping[int, Pasangan] | None = None,
) -> Reviewed:  # fmt: skip
    """Approve entries as they stand now. One transaction of the caller. Raises `Stop` when the authority fails.

    dilihat  the values that the person saw, per entry: where something else stands by now, nothing is approved
    """
    return _say(connection, scope, who, entries, Putusan.SETUJU, alasan, now, dilihat)


def give_back(
    connection: psycopg.Connection, scope: Scope, who: Authority, entries: Sequence[int], *, alasan: str,
    now: dt.datetime, dilihat: Mapping[int, Pasangan] | None = None,
) -> Reviewed:  # fmt: skip
    """Return entries with a reason. Raises `DataError` without one."""
    return _say(connection, scope, who, entries, Putusan.KEMBALIKAN, alasan, now, dilihat)


def decide(
    connection: psycopg.Connection, scope: Scope, who: Authority, entries: Sequence[int], putusan: Putusan, *,
    alasan: str, now: dt.datetime, dilihat: Mapping[int, Pasangan] | None = None,
) -> Reviewed:  # fmt: skip
    """Decide about entries on which the sides differ: bring PMM's value, keep e-Kinerja's, or withdraw there."""
    if putusan not in (Putusan.BAWA_PMM, Putusan.PERTAHANKAN, Putusan.TARIK):
        raise ValueError(putusan)
    return _say(connection, scope, who, entries, putusan, alasan, now, dilihat)


def _say(
    connection: psycopg.Connection,
    scope: Scope,
    who: Authority,
    entries: Sequence[int],
    putusan: Putusan,
    alasan: str | None,
    now: dt.datetime,
    seen: Mapping[int, Pasangan] | None,
) -> Reviewed:
    _writable(connection, scope)
    who.check(scope.hari_ini)
    reason = (alasan or "").strip() or None
    if reason is None and putusan is not Putusan.SETUJU:
        raise DataError("Alasannya belum diisi.", langkah="Tulis alasan yang dapat dibaca orang yang bersangkutan.")
    params = scope.params | {
        "putusan": int(putusan), "alasan": reason, "now": now, "oleh": who.oleh.strip(), "oleh_orang": who.orang,
        "sebagai": who.sebagai, "sekolah": who.sekolah, "nomor_sk": who.nomor_sk, "sk_mulai": who.sk_mulai,
        "sk_sampai": who.sk_sampai, "entri": sorted(set(entries)),
    }  # fmt: skip
    judged = connection.execute(_sql("judge"), params).fetchall()
    answers = [(row, _moved(row, seen) or row[3]) for row in judged]
    allowed = [row for row, sebab in answers if sebab is None]
    # Written with the values that were judged: what moves in between makes the word lapse by itself.
    pairs = {"entri": [r[0] for r in allowed], "sumber": [r[1] for r in allowed], "sasaran": [r[2] for r in allowed]}
    connection.execute(_sql("write"), params | pairs)
    analyze(connection, "telaah")
    refused = tuple(Refusal(row[4], sebab) for row, sebab in answers if sebab is not None)
    return Reviewed(len(allowed), refused)


def _moved(row: Sequence[Any], seen: Mapping[int, Pasangan] | None) -> str | None:
    """Say that something else stands there than what the person saw; what he never saw is no approval either."""
    entry, source, target = row[:3]
    return "berubah" if seen is not None and entry is not None and seen.get(entry) != (source, target) else None


def _writable(connection: psycopg.Connection, scope: Scope) -> None:
    row = connection.execute("SELECT hanya_baca FROM instansi WHERE id = %s", (scope.instansi,)).fetchone()
    if row is None or row[0]:
        raise Stop(
            "Tidak ada yang dikirim ke BKN. Selaras hanya membaca, jadi tidak ada yang perlu disetujui di sini.",
            langkah="Pakai daftar tindak lanjut: selaras tindak-lanjut.",
        )
