"""skp: one SKP as PMM / Ruang GTK has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from selaras.connectors.common.identity import nip_sah, nip_wajib
from selaras.connectors.common.keys import core_skp, hasher, key_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import rest_json, tahun_dari, ya_tidak
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.fields import npsn_wajib, tahun_wajib
from selaras.connectors.ports import Context, Kind, Record, Reject, SkpStatus

KIND = int(Kind.SKP)
STATUS = {
    "draf": int(SkpStatus.DRAF),
    "draft": int(SkpStatus.DRAF),
    "diajukan": int(SkpStatus.DIAJUKAN),
    "dikembalikan": int(SkpStatus.DIKEMBALIKAN),
    "disepakati": int(SkpStatus.DISEPAKATI),
}


def quick(sheet: int) -> q.Baca:
    """Return a reader for perfectly regular rows."""
    npsns, penilais, singkat = q.Kenal(q.npsn_utuh), q.Kenal(q.nip_atau_kosong), q.Kenal(q.teks)
    masas, statuses, haris, plts = q.Kenal(_masa), q.Kenal(_status), q.Kenal(q.hari_atau_kosong), q.Kenal(_plt)
    new, teks, nip_utuh, key = q.new, q.teks, q.nip_utuh, hasher("pmm")

    def baca(row: Sequence[Any], line: int, raw_hash: str) -> Record:
        nip, npsn, tahun, awal, akhir, status, skp_id, sepakat, indikator, jabatan, plt, penilai = row
        nip, npsn, skp_id, (tahun, mulai, selesai) = nip_utuh(nip), npsns[npsn], teks(skp_id), masas[tahun, awal, akhir]
        status, core = statuses[status]
        rest = rest_json({
            "skp_id": skp_id, "jabatan": singkat[jabatan], "indikator_praktik": singkat[indikator],
            "nip_penilai": penilais[penilai],
        })  # fmt: skip
        return new(Record, (
            line, sheet, tahun, KIND, key((skp_id,) if skp_id else (nip, npsn, mulai)).hex(), 0, raw_hash, core, nip,
            npsn, status, mulai, selesai, None, None, None, plts[plt], penilais[penilai], haris[sepakat], rest,
        ))  # fmt: skip

    return baca


def _masa(sel: tuple[Any, Any, Any]) -> tuple[int, str, str]:
    """Return (tahun, mulai, selesai); raises ValueError when they are not regular."""
    tahun, mulai, selesai = q.tahun_utuh(sel[0]), q.hari(sel[1]), q.hari(sel[2])
    if selesai < mulai or not int(mulai[:4]) <= tahun <= int(selesai[:4]):
        raise ValueError(sel)
    return tahun, mulai, selesai


def _status(sel: Any) -> tuple[int, str]:
    status = STATUS[q.teks(sel).lower()]
    return status, core_skp(status)


def _plt(sel: Any) -> bool:
    text = q.teks(sel)
    plt = ya_tidak(text) if text else False
    if plt is None:
        raise ValueError(sel)
    return plt


def record_of(row: Row, context: Context) -> Record | Reject:
    """Return one SKP, or the row with everything that is wrong with it."""
    nip, npsn, tahun = nip_wajib(row), npsn_wajib(row), tahun_wajib(row)
    mulai, selesai = row.tanggal("periode_awal", wajib=True), row.tanggal("periode_akhir", wajib=True)
    if mulai and selesai:
        _periksa_masa(row, tahun, mulai, selesai)
    status = STATUS.get(row["status"].lower())
    if status is None:
        row.fault("B1", f"kolom status berisi «{row['status']}»; pakai Draf, Diajukan, Dikembalikan atau Disepakati")
    plt = ya_tidak(row["plt"]) if row["plt"] else False
    if plt is None:
        row.fault("B1", f"kolom plt harus 1 atau 0: «{row['plt']}»")
    disepakati = row.tanggal("tanggal_disepakati")
    if row.codes or nip is None or npsn is None or tahun is None or mulai is None:
        return row.reject(Kind.SKP, nip=nip, nama=row["nama"], tahun=tahun or tahun_dari((mulai or "")[:4]))
    skp_id = row["skp_id"]
    rest: dict[str, object] = {name: row[name] for name in ("skp_id", "jabatan", "indikator_praktik", "nip_penilai")}
    return Record(
        line=row.line, sheet=row.sheet, tahun=tahun, kind=KIND,
        native=key_of("pmm", skp_id) if skp_id else key_of("pmm", nip, npsn, mulai), slot=0, raw_hash=row.raw_hash,
        core=core_skp(status), akun=nip, place=npsn, status=status, mulai=mulai, selesai=selesai, hasil=None,
        perilaku=None, predikat=None, plt=plt, penilai_nip=nip_sah(row["nip_penilai"]), tanggal=disepakati,
        rest=rest_json(rest),
    )  # fmt: skip


def _periksa_masa(row: Row, tahun: int | None, mulai: str, selesai: str) -> None:
    if selesai < mulai:
        row.fault("B1", f"periode_akhir {selesai} mendahului periode_awal {mulai}")
    elif tahun is not None and not int(mulai[:4]) <= tahun <= int(selesai[:4]):
        row.fault("B1", f"tahun campur: kolom tahun {tahun}, periode {mulai} sampai {selesai}")
