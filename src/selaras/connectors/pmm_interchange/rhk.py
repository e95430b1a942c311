"""rhk: one planned result of an SKP. A detail line: it belongs to its SKP and has no state of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from selaras.connectors.common.identity import nip_wajib
from selaras.connectors.common.keys import hasher, key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import json_teks, tahun_dari
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.fields import npsn_wajib, tahun_wajib
from selaras.connectors.ports import Context, Kind, Record, Reject

KIND = int(Kind.RHK)
NAMA = ("bagian", "rhk_pimpinan", "rhk", "aspek", "indikator", "target")


def quick(sheet: int, context: Context) -> q.Baca:
    """Return a reader for perfectly regular rows that name their SKP by skp_id."""
    singkat, new, dumps, tahun = q.Kenal(q.teks), q.new, orjson.dumps, context.tahun
    nips, npsns, tahuns = q.Kenal(q.nip_atau_kosong), q.Kenal(q.npsn_atau_kosong), q.Kenal(q.tahun_utuh)
    key = hasher("pmm", "rhk")
    skp_terakhir, skp_native = "", ""

    def baca(row: Sequence[Any], line: int, raw_hash: str) -> Record:
        nonlocal skp_terakhir, skp_native
        nomor, rhk, skp_id, nip, npsn, th, *lain = row
        nomor, rhk = singkat[nomor], singkat[rhk]
        bagian, pimpinan, aspek, indikator, target = [singkat[sel] for sel in lain]
        if not (skp_id and nomor and rhk):
            raise ValueError
        if skp_id != skp_terakhir:
            if q.teks(skp_id) != skp_id:
                raise ValueError
            skp_terakhir, skp_native = skp_id, key_of("pmm", skp_id)
        rest = dumps({
            "skp_id": skp_id, "skp": skp_native, "nomor": nomor, "bagian": bagian, "rhk_pimpinan": pimpinan, "rhk": rhk,
            "aspek": aspek, "indikator": indikator, "target": target,
        }).decode()  # fmt: skip
        return new(Record, (
            line, sheet, tahun if th in q.KOSONG_UTUH else tahuns[th], KIND,
            key((skp_id, nomor, bagian, aspek, indikator)).hex(), 0, raw_hash, None, nips[nip], npsns[npsn], None, None,
            None, None, None, None, None, None, None, rest,
        ))  # fmt: skip

    return baca


def record_of(row: Row, context: Context) -> Record | Reject:
    """Return one RHK, keyed by its SKP (skp_id, or nip + npsn + tahun) its number, part, aspect and indicator."""
    skp_id = row["skp_id"]
    nip = nip_wajib(row) if row["nip"] or not skp_id else None
    npsn = npsn_wajib(row) if row["npsn"] or not skp_id else None
    tahun = tahun_wajib(row) if row["tahun"] or not skp_id else context.tahun
    for name in ("nomor", "rhk"):
        if not row[name]:
            row.fault("B1", f"kolom {name} kosong")
    if row.codes or tahun is None:
        return row.reject(Kind.RHK, nip=nip, nama=row["nama"], tahun=tahun_dari(row["tahun"]) or context.tahun)
    skp = (skp_id,) if skp_id else (nip or "", npsn or "", str(tahun))
    rest = {"skp_id": skp_id, "skp": key_of("pmm", skp_id) if skp_id else "", "nomor": row["nomor"]}
    rest |= {name: row[name] for name in NAMA}
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=KIND,
        native=key_of("pmm", "rhk", *skp, row["nomor"], row["bagian"], row["aspek"], row["indikator"]),
        slot=0, raw_hash=row.raw_hash, core=None, akun=nip, place=npsn, status=None, mulai=None, selesai=None,
        hasil=None, perilaku=None, predikat=None, plt=None, penilai_nip=None, tanggal=None,
        rest=json_teks(rest),
    )  # fmt: skip
