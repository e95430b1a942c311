"""penilaian: one rating of one SKP in one period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from selaras.connectors.common.identity import nip_sah, nip_wajib
from selaras.connectors.common.keys import core_penilaian, key_of
from selaras.connectors.common.periods import slot_dari
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.fields import npsn_wajib, tahun_wajib
from selaras.connectors.ports import Context, Kind, PenilaianStatus, Record, Reject
from selaras.kinerja import predikat, rating

KIND = int(Kind.PENILAIAN)
DRAF = int(PenilaianStatus.DRAF)
STATUS = {
    "draf": DRAF,
    "draft": DRAF,
    "ditetapkan": int(PenilaianStatus.DITETAPKAN),
    "terkirim": int(PenilaianStatus.TERKIRIM),
}


def quick(sheet: int) -> q.Baca:
    """Return a reader for perfectly regular rows."""
    nips, npsns, penilais = q.Kenal(q.nip_utuh), q.Kenal(q.npsn_utuh), q.Kenal(q.nip_atau_kosong)
    masas, nilais, haris = q.Kenal(_masa), q.Kenal(_nilai), q.Kenal(q.hari_atau_kosong)
    new, dumps, teks = q.new, orjson.dumps, q.teks
    skp_terakhir, native_terakhir = "", ""

    def baca(row: Sequence[Any], line: int, raw_hash: str) -> Record:
        nonlocal skp_terakhir, native_terakhir
        nip, npsn, tahun, tipe, hasil, perilaku, akhir, status, skp_id, angka, umpan, penilai, dinilai = row
        nip, npsn, (tahun, slot) = nips[nip], npsns[npsn], masas[tahun, tipe, angka]
        status, hasil, perilaku, akhir, core = nilais[status, hasil, perilaku, akhir]
        if skp_id in q.KOSONG_UTUH:
            native = key_of("pmm", nip, npsn)
        elif skp_id == skp_terakhir:
            native = native_terakhir
        elif teks(skp_id) == skp_id:
            native = native_terakhir = key_of("pmm", skp_id)
            skp_terakhir = skp_id
        else:
            raise ValueError
        umpan = teks(umpan)
        if skp_id and umpan:
            rest: str | None = dumps({"skp_id": skp_id, "umpan_balik": umpan}).decode()
        else:
            rest = _rest(skp_id or "", umpan, "")
        return new(Record, (
            line, sheet, tahun, KIND, native, slot, raw_hash, core, nip, npsn, status, None, None, hasil, perilaku,
            akhir, None, penilais[penilai], haris[dinilai], rest,
        ))  # fmt: skip

    return baca


def _masa(teks: tuple[Any, Any, Any]) -> tuple[int, int]:
    """Return year and slot of (tahun, tipe, angka); raises ValueError when they are not regular."""
    slot = slot_dari(q.teks(teks[1]), q.teks(teks[2]))
    if slot is None:
        raise ValueError(teks)
    return q.tahun_utuh(teks[0]), slot


def _nilai(sel: tuple[Any, ...]) -> tuple[int, int | None, int | None, int | None, str | None]:
    """Return (status, hasil, perilaku, predikat, core) of the first four; raises when they are not regular."""
    status, *nilai = map(q.teks, sel)
    hasil, perilaku = (int(rating.parse(text)) if text else None for text in nilai[:2])
    akhir = int(predikat.parse(nilai[2])) if nilai[2] else None
    core = core_penilaian(hasil, perilaku, akhir)
    if core is None and STATUS[status.lower()] != DRAF:
        raise ValueError(sel)
    return STATUS[status.lower()], hasil, perilaku, akhir, core


def record_of(row: Row, context: Context) -> Record | Reject:
    """Return one rating, or the row with everything that is wrong with it."""
    nip, npsn, tahun = nip_wajib(row), npsn_wajib(row), tahun_wajib(row)
    slot = slot_dari(row["tipe_periodik"], row["angka_periodik"])
    if slot is None:
        row.fault("B1", f"periode «{row['tipe_periodik']} {row['angka_periodik']}» tidak dikenal")
    hasil, perilaku = row.nilai("hasil_kerja", rating.parse), row.nilai("perilaku_kerja", rating.parse)
    akhir = row.nilai("predikat", predikat.parse)
    status = STATUS.get(row["status"].lower())
    if status is None:
        row.fault("B1", f"kolom status berisi «{row['status']}»; pakai draf, ditetapkan atau terkirim")
    elif status != DRAF:
        for name in ("hasil_kerja", "perilaku_kerja", "predikat"):
            if not row[name]:
                row.fault("R4", f"kolom {name} kosong padahal status {row['status']}")
    dinilai = row.tanggal("tanggal_dinilai")
    if row.codes or nip is None or npsn is None or tahun is None or slot is None:
        return row.reject(Kind.PENILAIAN, nip=nip, nama=row["nama"], tahun=tahun, slot=slot)
    penilai = nip_sah(row["nip_penilai"])
    native = key_of("pmm", row["skp_id"]) if row["skp_id"] else key_of("pmm", nip, npsn)
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=KIND, native=native, slot=slot, raw_hash=row.raw_hash,
        core=core_penilaian(hasil, perilaku, akhir), akun=nip, place=npsn, status=status, mulai=None, selesai=None,
        hasil=_angka(hasil), perilaku=_angka(perilaku), predikat=_angka(akhir), plt=None, penilai_nip=penilai,
        tanggal=dinilai, rest=_rest(row["skp_id"], row["umpan_balik"], row["nip_penilai"] if penilai is None else ""),
    )  # fmt: skip


def _angka(value: int | None) -> int | None:
    return None if value is None else int(value)


def _rest(skp_id: str, umpan: str, penilai: str) -> str | None:
    return rest_json({"skp_id": skp_id, "umpan_balik": umpan, "nip_penilai": penilai})
