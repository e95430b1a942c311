"""Fill an empty instansi in bulk (COPY): for the rehearsal kit, the bench and tests. No rule of `tulis` is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql as pg

from selaras.config.clock import now
from selaras.database.bulk import Baris, copy_rows, rules_named
from selaras.ekinerja.queries import sql

UNOR = ("id", "nama", "induk", "atasan_id", "npsn", "aktif")
PEGAWAI = (
    "nip", "nama", "nik", "jabatan", "jenis_jabatan", "golru", "jenis_pegawai", "unor_id", "atasan_nip", "aktif",
    "kepala", "id",
)  # fmt: skip
PERIODE = (
    "nama", "periode_awal", "periode_akhir", "batas_pengisian", "jenis_periode", "tahun", "tipe_periodik",
    "angka_periodik", "id",
)  # fmt: skip
SKP = (
    "id", "nip", "tahun", "unor_id", "mulai", "selesai", "status", "jabatan", "plt", "atasan_nip", "pendekatan",
    "created_at",
)  # fmt: skip
PENILAIAN = (
    "skp_id", "slot", "hasil_kerja", "perilaku_kerja", "predikat", "umpan_balik", "penilai_nip", "waktu_dinilai", "id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Termuat:
    """How many rows of each were loaded."""

    unor: int
    pegawai: int
    periode: int
    skp: int
    penilaian: int


def muat(
    connection: psycopg.Connection[Any],
    *,
    instansi: int,
    unor: Iterable[Baris] = (),
    pegawai: Iterable[Baris] = (),
    periode: Iterable[Baris] = (),
    skp: Iterable[Baris] = (),
    penilaian: Iterable[Baris] = (),
) -> Termuat:
    """Load the rows and return their numbers; one transaction of the caller. Iterables may be generators.

    A row is a mapping (what is missing takes its default) or a tuple in the order of the constant named; a shorter
    tuple takes the defaults of the rest. Dates and times may be ISO text, days of months are '31-03'.

    unor       `UNOR`: id (native text), nama and induk as the reports print them, atasan_id (unit above, None), npsn
               (None: not matched; only ONE active unit may have an NPSN, so leave it out of a second one), aktif (True)
    pegawai    `PEGAWAI`: nip (18 digits), nama, nik, jabatan, jenis_jabatan ('fungsional'), golru, jenis_pegawai
               ('PNS'), unor_id (may be unknown to unor: that person is refused with E03), atasan_nip, aktif (True),
               kepala (False; True for who heads the unit: he is asked for by E04), id (uuid, made when absent)
    periode    `PERIODE`: nama, periode_awal, periode_akhir, batas_pengisian, jenis_periode ('periodik' or 'final'),
               tahun (None: every year), tipe_periodik ('bulanan', 'triwulanan'; None for final), angka_periodik, id
    skp        `SKP`: id (uuid, needed), nip, tahun, unor_id (must be in unor), mulai, selesai, status ('persetujuan'),
               jabatan ('Guru'), plt (False), atasan_nip, pendekatan ('kuantitatif'), created_at (now)
    penilaian  `PENILAIAN`: skp_id, slot (101..112, 201..204, 400), hasil_kerja 1..3, perilaku_kerja 1..3, predikat
               1..5 (not compared with the matrix), umpan_balik, penilai_nip, waktu_dinilai, id

    Every version starts at 1. Nothing is written to the log. Raises `DataError` when a person, a unit or a period that
    a row names is not there, or when a rule of the tables is broken (two active units of one school, two periods ...).
    """
    with rules_named():
        return _muat(connection, instansi, unor, pegawai, periode, skp, penilaian)


def _muat(
    connection: psycopg.Connection[Any],
    instansi: int,
    unor: Iterable[Baris],
    pegawai: Iterable[Baris],
    periode: Iterable[Baris],
    skp: Iterable[Baris],
    penilaian: Iterable[Baris],
) -> Termuat:
    connection.execute(sql("sql_muat", "staging"))
    params = {"instansi": instansi, "waktu": now()}
    counts = []
    for name, fields, rows in (
        ("unor", UNOR, unor),
        ("pegawai", PEGAWAI, pegawai),
        ("periode", PERIODE, periode),
        ("skp", SKP, skp),
        ("penilaian", PENILAIAN, penilaian),
    ):
        counts.append(copy_rows(connection, f"ek_muat_{name}", fields, rows))
        if counts[-1]:
            connection.execute(sql("sql_muat", name), params)
            connection.execute(pg.SQL("ANALYZE {}").format(pg.Identifier(f"ek_{name}")))
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a missing unit above is told here, not at the commit
    return Termuat(*counts)
