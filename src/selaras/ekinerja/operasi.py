"""One write as it arrives: which person, which thing, what it shall say; and what is missing in it.

>>> satu = baca({"kunci": "0" * 32, "jenis": "penilaian", "aksi": "tulis", "nip": "198501012010012999", "tahun": 2024,
...              "npsn": "20271900", "mulai": None, "slot": 201, "versi": 0,
...              "isi": {"hasil_kerja": 1, "perilaku_kerja": 1, "predikat": 2}, "alasan": None})
>>> cacat(satu)
('EK6', '')
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from selaras.galat import DataError
from selaras.kinerja import periode, predikat
from selaras.kinerja.putusan import AturanError

STATUS = ("draft", "diajukan", "persetujuan")
PENDEKATAN = ("kuantitatif", "kualitatif")
_TAHUN = range(2000, 2101)
_RHK = ("bagian", "rhk_pimpinan", "aspek", "indikator", "target")
Cacat = tuple[str, str]  # code, columns


@dataclass(frozen=True, slots=True)
class Operasi:
    """A write whose frame is sound; `isi` may still be refused."""

    kunci: str
    jenis: str
    aksi: str
    nip: str
    tahun: int
    npsn: str
    mulai: str | None
    slot: int
    versi: int
    isi: Mapping[str, Any]
    alasan: str


def baca(mentah: Mapping[str, Any]) -> Operasi:
    """Return the operation. Raises `DataError` when the call itself is wrong: then nothing of it may be done."""
    try:
        satu = Operasi(
            kunci=UUID(str(mentah["kunci"])).hex,
            jenis=_satu_dari(mentah["jenis"], "skp", "penilaian"),
            aksi=_satu_dari(mentah["aksi"], "tulis", "tarik"),
            nip=str(mentah["nip"]),
            tahun=int(mentah["tahun"]),
            npsn=str(mentah.get("npsn") or ""),
            mulai=tanggal(mentah.get("mulai")),
            slot=int(mentah.get("slot") or 0),
            versi=int(mentah["versi"]),
            isi=mentah.get("isi") or {},
            alasan=str(mentah.get("alasan") or "").strip(),
        )
        if satu.tahun not in _TAHUN or satu.versi < 0 or not isinstance(satu.isi, Mapping):
            raise ValueError
        if satu.jenis == "skp" and satu.slot != 0:
            raise ValueError
        if satu.jenis == "penilaian":
            periode.tipe_angka(satu.slot)
    except (KeyError, TypeError, ValueError, AttributeError, AturanError):
        raise DataError("Operasi yang dikirim tidak berbentuk seperti yang dijanjikan.") from None
    return satu


def cacat(satu: Operasi) -> Cacat | None:
    """Return the code (and columns) that refuses the content by itself, None when it is whole."""
    if satu.aksi == "tarik":
        kurang = [name for name, ada in (("alasan", satu.alasan), ("versi", satu.versi)) if not ada]
    else:
        kurang = _kurang_skp(satu) if satu.jenis == "skp" else _kurang_penilaian(satu.isi)
    if satu.jenis == "skp" and satu.mulai is None:
        kurang.insert(0, "mulai")
    if kurang:
        return "EK7", ", ".join(dict.fromkeys(kurang))
    if satu.aksi == "tulis" and satu.jenis == "penilaian":
        isi = satu.isi
        return None if predikat.dari(isi["hasil_kerja"], isi["perilaku_kerja"]) == isi["predikat"] else ("EK6", "")
    return None


def tanggal(value: object) -> str | None:
    """Return a date as ISO text; None for none. Raises `ValueError` for anything else."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    return dt.date.fromisoformat(str(value)).isoformat()


def rhk(isi: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the RHK lines with their place; None when the write does not speak of them."""
    lines = isi.get("rhk")
    if lines is None:
        return None
    return [
        {"urut": i, "nomor": str(line["nomor"]), "rhk": str(line["rhk"])}
        | {name: None if line.get(name) is None else str(line[name]) for name in _RHK}
        for i, line in enumerate(lines)
    ]


def _kurang_skp(satu: Operasi) -> list[str]:
    isi = satu.isi
    kurang = [] if _selesai(satu) else ["selesai"]
    if isi.get("status") not in STATUS:
        kurang.append("status")
    if not isinstance(isi.get("jabatan"), str) or not isi["jabatan"].strip():
        kurang.append("jabatan")
    if not isinstance(isi.get("plt"), bool):
        kurang.append("plt")
    if isi.get("pendekatan") not in PENDEKATAN:
        kurang.append("pendekatan")
    return kurang if _rhk_utuh(isi.get("rhk")) else [*kurang, "rhk"]


def _selesai(satu: Operasi) -> bool:
    try:
        selesai = tanggal(satu.isi.get("selesai"))
    except ValueError:
        return False
    mulai = satu.mulai or selesai
    return (
        selesai is not None and mulai is not None and mulai[:4] <= str(satu.tahun) <= selesai[:4] and mulai <= selesai
    )


def _rhk_utuh(lines: object) -> bool:
    if lines is None:
        return True
    return isinstance(lines, list) and all(
        isinstance(line, Mapping) and str(line.get("nomor") or "") and str(line.get("rhk") or "") for line in lines
    )


def _kurang_penilaian(isi: Mapping[str, Any]) -> list[str]:
    wajib = (("hasil_kerja", 3), ("perilaku_kerja", 3), ("predikat", 5))
    kurang = [name for name, most in wajib if type(isi.get(name)) is not int or not 1 <= isi[name] <= most]
    try:
        tanggal(isi.get("tanggal"))
    except ValueError:
        kurang.append("tanggal")
    return kurang


def _satu_dari(value: object, *allowed: str) -> str:
    if value not in allowed:
        raise ValueError
    return str(value)
