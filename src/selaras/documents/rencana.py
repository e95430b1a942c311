"""A plan on paper: JSON, Markdown and XLSX of the same plain values. NIPs are masked, no cell is a formula."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from selaras.documents import rencana_md, rencana_xlsx
from selaras.documents.rencana_isi import IsiRencana
from selaras.documents.tindak_lanjut.teks import samarkan
from selaras.galat import TryAgain
from selaras.plan.values import LeftOut, Plan, Step


@dataclass(frozen=True, slots=True)
class _Bentuk:
    akhiran: str
    isi: Callable[[IsiRencana], bytes]


def tulis(isi: IsiRencana, folder: Path) -> list[Path]:
    """Write the three files into a folder and return them. Raises `TryAgain` when one of them can not be written."""
    name = f"rencana-{isi.plan.id}" if isi.plan else "rencana"
    written = []
    for bentuk in _BENTUK:
        path = folder / f"{name}.{bentuk.akhiran}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bentuk.isi(isi))
        except OSError as error:
            raise TryAgain(
                f"Berkas {path} tidak dapat ditulis.", langkah="Tutup berkasnya, atau pilih folder lain."
            ) from error
        written.append(path)
    return written


def susun_json(isi: IsiRencana) -> dict[str, Any]:
    """Give the plan as one JSON object."""
    return {
        "instansi": isi.instansi,
        "latihan": isi.latihan,
        "tahun": isi.tahun,
        "data_per": isi.data_per,
        "rencana": None if isi.plan is None else _head(isi.plan),
        "operasi": [_step(step) for step in isi.langkah],
        "ditinggal": [_left(item) for item in isi.ditinggal],
        "menunggu_persetujuan": [dict(zip(rencana_md.MENUNGGU, row, strict=True)) for row in isi.menunggu],
    }


def _head(plan: Plan) -> dict[str, Any]:
    return {
        "nomor": plan.id, "sasaran": plan.connector, "jumlah": plan.n, "segel": plan.digest, "disegel": plan.disegel,
        "berlaku_sampai": plan.berlaku_sampai, "ambang": list(plan.ambang),
        "menunggu_persetujuan_kedua": plan.menunggu_kedua,
    }  # fmt: skip


def _step(step: Step) -> dict[str, Any]:
    return {
        "urut": step.seq, "npsn": step.npsn, "sekolah": step.sekolah, "nama": step.nama, "nip": samarkan(step.nip),
        "apa": step.apa, "dari": step.dari, "menjadi": step.menjadi, "sesudah": step.needs,
        "lama": _masked(step.lama), "baru": _masked(step.baru),
    }  # fmt: skip


def _left(item: LeftOut) -> dict[str, Any]:
    return {
        "npsn": item.npsn, "sekolah": item.sekolah, "nama": item.nama, "nip": samarkan(item.nip), "apa": item.apa,
        "alasan": item.alasan,
    }  # fmt: skip


def _masked(isi: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if isi is None:
        return None
    return {key: samarkan(str(value)) if key.endswith("_nip") and value else value for key, value in isi.items()}


def _json(isi: IsiRencana) -> bytes:
    return orjson.dumps(susun_json(isi), option=orjson.OPT_INDENT_2, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else str(value)


_BENTUK: Sequence[_Bentuk] = (
    _Bentuk("json", _json),
    _Bentuk("md", lambda isi: rencana_md.susun(isi).encode()),
    _Bentuk("xlsx", rencana_xlsx.susun),
)
