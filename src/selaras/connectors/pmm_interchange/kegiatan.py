"""kegiatan: what a teacher did (training, observation, webinar ...). Recorded only: e-Kinerja cannot show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from selaras.connectors.common.identity import nip_wajib
from selaras.connectors.common.keys import hasher, key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import json_teks, tahun_dari
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.fields import npsn_ada
from selaras.connectors.ports import Context, Kind, Record, Reject

KIND = int(Kind.KEGIATAN)
JENIS = ("pelatihan_mandiri", "praktik_baik", "observasi", "komunitas_belajar", "webinar", "lainnya")


def jenis_kegiatan(value: Any) -> str:
    """Return one of `JENIS`; raises ValueError for anything else."""
    text = q.teks(value).lower().replace(" ", "_")
    if text not in JENIS:
        raise ValueError(value)
    return text


def quick(sheet: int) -> q.Baca:
    """Return a reader for perfectly regular rows."""
    nips, npsns, jeniss = q.Kenal(q.nip_utuh), q.Kenal(q.npsn_atau_kosong), q.Kenal(jenis_kegiatan)
    masas, singkat, key = q.Kenal(_masa), q.Kenal(q.teks), hasher("pmm", "kegiatan")
    new, dumps, teks = q.new, orjson.dumps, q.teks

    def baca(row: Sequence[Any], line: int, raw_hash: str) -> Record:
        nip, awal, jenis, judul, kegiatan_id, npsn, akhir, peran, jam, poin, tautan, status = row
        nip, npsn, jenis, judul, kegiatan_id = nips[nip], npsns[npsn], jeniss[jenis], teks(judul), teks(kegiatan_id)
        tahun, mulai, selesai = masas[awal, akhir]
        if not judul:
            raise ValueError
        rest = dumps({
            "judul": judul, "jenis": jenis, "peran": singkat[peran], "jam": singkat[jam], "poin": singkat[poin],
            "tautan_bukti": teks(tautan), "status": singkat[status],
        }).decode()  # fmt: skip
        return new(Record, (
            line, sheet, tahun, KIND, key((kegiatan_id,) if kegiatan_id else (nip, mulai, jenis, judul)).hex(), 0,
            raw_hash, None, nip, npsn, None, mulai, selesai, None, None, None, None, None, None, rest,
        ))  # fmt: skip

    return baca


def _masa(hari: tuple[Any, Any]) -> tuple[int, str, str | None]:
    """Return year, first and last day; raises ValueError when they are not regular."""
    mulai, selesai = q.hari(hari[0]), q.hari_atau_kosong(hari[1])
    if selesai is not None and selesai < mulai:
        raise ValueError(hari)
    return q.tahun_utuh(mulai[:4]), mulai, selesai


def record_of(row: Row, context: Context) -> Record | Reject:
    """Return one activity, or the row with everything that is wrong with it."""
    nip, npsn = nip_wajib(row), npsn_ada(row)
    mulai, selesai = row.tanggal("tanggal_mulai", wajib=True), row.tanggal("tanggal_selesai")
    tahun = tahun_dari(mulai[:4]) if mulai else None
    if mulai and tahun is None:
        row.fault("B1", f"tahun kegiatan tidak mungkin: «{mulai}»")
    if mulai and selesai and selesai < mulai:
        row.fault("B1", f"tanggal_selesai {selesai} mendahului tanggal_mulai {mulai}")
    jenis = row.nilai("jenis_kegiatan", jenis_kegiatan, "B1")
    if not row["jenis_kegiatan"]:
        row.fault("B1", "jenis kegiatan kosong")
    if not row["judul"]:
        row.fault("B1", "kolom judul kosong")
    if row.codes or nip is None or mulai is None or tahun is None or jenis is None:
        return row.reject(Kind.KEGIATAN, nip=nip, nama=row["nama"], tahun=tahun)
    kegiatan_id, judul = row["kegiatan_id"], row["judul"]
    key = ("pmm", "kegiatan", kegiatan_id) if kegiatan_id else ("pmm", "kegiatan", nip, mulai, jenis, judul)
    rest = {"judul": judul, "jenis": jenis}
    rest |= {name: row[name] for name in ("peran", "jam", "poin", "tautan_bukti", "status")}
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=KIND, native=key_of(*key), slot=0, raw_hash=row.raw_hash,
        core=None, akun=nip, place=npsn, status=None, mulai=mulai, selesai=selesai, hasil=None, perilaku=None,
        predikat=None, plt=None, penilai_nip=None, tanggal=None, rest=json_teks(rest),
    )  # fmt: skip
