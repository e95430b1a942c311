"""Carry out one wave: look at what is held, decide, store what is accepted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.rows import dict_row

from selaras.ekinerja import operasi
from selaras.ekinerja.bungkus import bungkus
from selaras.ekinerja.perkara import Perkara, tanya_atasan
from selaras.ekinerja.queries import sql
from selaras.kinerja import periode

Row = dict[str, Any]
Seen = tuple[Perkara, Row]  # an operation and what is held under its key


def carry_out(connection: psycopg.Connection[Any], instansi: int, wave: Sequence[Perkara], waktu: dt.datetime) -> None:
    """Give every operation of the wave its answer, and store what it says where it is accepted."""
    run = _Run(connection, {"instansi": instansi, "waktu": waktu})
    run.skp([satu for satu in wave if satu.op.jenis == "skp"])
    run.penilaian([satu for satu in wave if satu.op.jenis == "penilaian"])


class _Run:
    """A wave with its connection."""

    def __init__(self, connection: psycopg.Connection[Any], params: Mapping[str, Any]) -> None:
        self._connection = connection
        self._params = params

    def skp(self, wave: Sequence[Perkara]) -> None:
        seen = self._look("periksa_skp", wave, _key_skp)
        for satu, held in seen:
            if held["atasan_belum"]:
                satu.tolak("E04")
        accepted = _accept(seen)
        write = [_row_skp(satu, held) for satu, held in accepted if satu.op.aksi == "tulis"]
        self._store("simpan_skp", write)
        self._store("simpan_rhk", [row for row in write if row["rhk"] is not None])
        gone = [(satu, held) for satu, held in accepted if satu.op.aksi == "tarik"]
        ikut = self._store("tarik_skp", [_gone(i, satu, held) for i, (satu, held) in enumerate(gone)])
        for i, number in Counter(row["i"] for row in ikut).items():
            gone[i][0].ikut = number

    def penilaian(self, wave: Sequence[Perkara]) -> None:
        seen = self._look("periksa_penilaian", wave, _key_penilaian)
        for satu, held in seen:
            if held["skp"] is None:
                satu.tolak("EK1")
        accepted = _accept(seen)
        self._store("simpan_penilaian", [_row_nilai(*one) for one in accepted if one[0].op.aksi == "tulis"])
        self._store("tarik_penilaian", [_gone(0, *one) for one in accepted if one[0].op.aksi == "tarik"])

    def _look(self, query: str, wave: Sequence[Perkara], key: Any) -> list[Seen]:
        rows = [{"i": i, **key(satu)} for i, satu in enumerate(wave)]
        return list(zip(wave, self._store(query, rows), strict=True))

    def _store(self, query: str, rows: Sequence[Row]) -> list[Row]:
        """Run a query over these rows, unless there are none; return what it gives."""
        if not rows:
            return []
        with self._connection.cursor(row_factory=dict_row) as cursor:
            cursor.execute(sql("sql_tulis", query), {**self._params, "operasi": bungkus(rows)})
            return cursor.fetchall() if cursor.description else []


def _accept(seen: Sequence[Seen]) -> list[Seen]:
    """Answer what is still open: accepted where the expected version is held."""
    accepted = [(satu, held) for satu, held in seen if satu.terbuka and held["versi"] == satu.op.versi]
    for satu, held in seen:
        if satu.terbuka and held["versi"] != satu.op.versi:
            satu.bentrok(held["versi"])
    for satu, held in accepted:
        satu.terima(_next(held) if satu.op.aksi == "tulis" else 0)
    return accepted


def _next(held: Row) -> int:
    """Return the next version; it goes on after a withdrawal, so that an old version never comes back."""
    return 1 + max(int(held["versi"]), int(held["dulu"] or 0))


def _key_skp(satu: Perkara) -> Row:
    op, tahu = satu.op, satu.tahu
    key = {"pegawai": tahu["pegawai"], "tahun": op.tahun, "unor": tahu["unor"], "mulai": op.mulai}
    return key | {"tanya_atasan": tanya_atasan(satu)}


def _key_penilaian(satu: Perkara) -> Row:
    op, tahu = satu.op, satu.tahu
    hari = periode.jatuh_tempo(op.tahun, op.slot).isoformat()
    return {"pegawai": tahu["pegawai"], "tahun": op.tahun, "unor": tahu["unor"], "slot": op.slot, "hari": hari}


def _row_skp(satu: Perkara, held: Row) -> Row:
    isi = satu.op.isi
    said = {name: isi[name] for name in ("status", "jabatan", "plt", "pendekatan")}
    row = _key_skp(satu) | said | {"selesai": operasi.tanggal(isi["selesai"]), "atasan_nip": isi.get("atasan_nip")}
    return row | {"id": held["ada"] or str(uuid4()), "versi": _next(held), "rhk": operasi.rhk(isi)}


def _row_nilai(satu: Perkara, held: Row) -> Row:
    isi = satu.op.isi
    said = {name: isi.get(name) for name in ("hasil_kerja", "perilaku_kerja", "predikat", "umpan_balik", "penilai_nip")}
    place = {"skp": held["skp"], "slot": satu.op.slot, "periode": satu.tahu["periode"]}
    row = said | place | {"tanggal": operasi.tanggal(isi.get("tanggal"))}
    return row | {"id": held["ada"] or str(uuid4()), "versi": _next(held)}


def _gone(i: int, satu: Perkara, held: Row) -> Row:
    return {"i": i, "id": held["ada"], "alasan": satu.op.alasan}
