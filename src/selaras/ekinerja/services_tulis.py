"""The hot path: many writes in one call, each answered, all in the transaction of the caller."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.config.clock import now
from selaras.ekinerja import simpan
from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.gelombang import gelombang
from selaras.ekinerja.operasi import Operasi, baca
from selaras.ekinerja.perkara import Jawaban, Perkara, jejak, periksa
from selaras.ekinerja.queries import row_by_row, sql
from selaras.galat import DataError, TryAgain

TERBANYAK = 500
Connection = psycopg.Connection[Any]


def tulis(connection: Connection, *, instansi: int, operasi: Sequence[Mapping[str, Any]]) -> list[Jawaban]:
    """Carry out writes as if one after the other; return {kunci, hasil, versi, kode, pesan} each, in order.

    Each operation: {kunci, jenis 'skp'|'penilaian', aksi 'tulis'|'tarik', nip, tahun, npsn, mulai, slot, versi, isi,
    alasan}. hasil: diterima | sama (this kunci took effect before) | ditolak (kode and pesan say why) | bentrok (the
    version held is another: versi). A refusal stays under its kunci. Every kunci leaves one row in the log.

    The caller commits. Raises `DataError` when the call itself is wrong and `TryAgain` when the same kunci is being
    written at this moment; in both cases the caller rolls back and nothing has been done.
    """
    if len(operasi) > TERBANYAK:
        raise DataError(f"Satu panggilan memuat {len(operasi)} operasi; paling banyak {TERBANYAK}.")
    ops = [baca(mentah) for mentah in operasi]
    first = {op.kunci: op for op in reversed(ops)}  # the same kunci twice in one call counts once
    unique = list({op.kunci: first[op.kunci] for op in ops}.values())
    if not unique:
        return []
    lock(connection, instansi, [op.nip for op in unique])
    waktu = now()
    with row_by_row(connection):
        perkara = _kenali(connection, instansi, unique)
        for wave in _waves([satu for satu in perkara if satu.terbuka]):
            simpan.carry_out(connection, instansi, wave, waktu)
    _catat(connection, instansi, [satu for satu in perkara if not satu.lama], waktu)
    return list(_answers(ops, perkara))


def lock(connection: Connection, instansi: int, nip: Sequence[str]) -> None:
    """Wait until nobody else writes about these people; held until the transaction ends."""
    connection.execute(sql("sql_tulis", "kunci"), {"instansi": instansi, "nip": list(nip)})


def _kenali(connection: Connection, instansi: int, ops: Sequence[Operasi]) -> list[Perkara]:
    rows = [
        {
            "i": i,
            "kunci": op.kunci,
            "nip": op.nip,
            "tahun": op.tahun,
            "npsn": op.npsn,
            "mulai": op.mulai,
            "slot": op.slot,
        }
        for i, op in enumerate(ops)
    ]
    with connection.cursor(row_factory=dict_row) as cursor:
        cursor.execute(sql("sql_tulis", "kenali"), {"instansi": instansi, "operasi": bungkus(rows)})
        perkara = [Perkara(op, tahu) for op, tahu in zip(ops, cursor, strict=True)]
    for satu in perkara:
        if satu.tahu["jawaban"] is not None:
            satu.ulangi(satu.tahu["jawaban"])
        else:
            periksa(satu)
    return perkara


def _waves(open_ones: Sequence[Perkara]) -> Iterator[list[Perkara]]:
    bertugas = frozenset((satu.op.nip, satu.op.tahun) for satu in open_ones if satu.op.isi.get("plt"))
    numbers = gelombang([jejak(satu, bertugas) for satu in open_ones])
    ordered = sorted(zip(numbers, open_ones, strict=True), key=itemgetter(0))
    for _, group in groupby(ordered, key=itemgetter(0)):
        yield [satu for _, satu in group]


def _catat(connection: Connection, instansi: int, perkara: Sequence[Perkara], waktu: dt.datetime) -> None:
    rows = [row for satu in perkara for row in _log_rows(satu)]
    if not rows:
        return
    try:
        connection.execute(sql("sql_tulis", "catat"), {"instansi": instansi, "waktu": waktu, "operasi": bungkus(rows)})
    except psycopg.errors.UniqueViolation:  # the same kunci for another person, at the same moment
        raise TryAgain("Kunci yang sama sedang ditulis.", langkah="Ulangi sebentar lagi.") from None


def _log_rows(satu: Perkara) -> Iterator[dict[str, object]]:
    op, jawaban = satu.op, satu.jawaban or {}
    row = {"kunci": op.kunci, "nip": op.nip, "nama": satu.tahu["nama"], "tahun": op.tahun}
    row |= {"jenis": op.jenis, "aksi": op.aksi}
    told = {"hasil": jawaban["hasil"], "kode": jawaban["kode"], "pesan": satu.pesan, "jawaban": jawaban}
    yield row | told
    for _ in range(satu.ikut):
        yield row | told | {"kunci": None, "jenis": "penilaian"}


def _answers(ops: Sequence[Operasi], perkara: Sequence[Perkara]) -> Iterator[Jawaban]:
    """Answer every operation; a kunci that came twice is answered the second time as any repetition is."""
    by_key = {satu.op.kunci: satu for satu in perkara}
    for op in ops:
        satu = by_key[op.kunci]
        if satu.jawaban is None:
            raise RuntimeError("an operation was left without an answer")
        yield dict(satu.jawaban)
        if not satu.lama:
            satu.ulangi(satu.jawaban)
