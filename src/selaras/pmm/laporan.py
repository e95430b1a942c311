"""One row of an automatic report, read carefully: everything that is wrong with it at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from selaras.config.clock import today
from selaras.kinerja import nip as nomor_nip
from selaras.pmm.bungkus import tersimpan
from selaras.pmm.kosakata import KEGIATAN

_PANJANG = {"id": 200, "judul": 500, "peran": 100, "tautan_bukti": 1000}


@dataclass(slots=True)
class Laporan:
    """A row and what becomes of it; `isi` None when it can not be used."""

    id: str
    isi: dict[str, Any] | None
    hasil: str = "ditolak"
    pesan: str | None = None

    def tolak(self, pesan: str) -> None:
        """Refuse it with a sentence."""
        self.hasil, self.pesan = "ditolak", pesan


def baca(satu: Mapping[str, Any]) -> Laporan:
    """Read one row. Raises nothing: what is wrong with it is its outcome."""
    salah: list[str] = []
    teks = {name: _teks(satu, name, salah) for name in (*_PANJANG, "nip", "jenis")}
    for name in ("id", "judul"):
        if not teks[name]:
            salah.append(f"{name} kosong")
    nip = nomor_nip.compact(teks["nip"])
    if not nomor_nip.is_valid(nip):
        salah.append("nip bukan NIP yang mungkin")
    jenis = teks["jenis"].lower().replace(" ", "_")
    if jenis not in KEGIATAN:
        salah.append("jenis kegiatan tidak dikenal")
    if teks["tautan_bukti"] and not _alamat(teks["tautan_bukti"]):
        salah.append("tautan_bukti bukan alamat http atau https")
    mulai, selesai = _masa(satu, salah)
    jam, poin = _jam(satu.get("jam"), salah), _poin(satu.get("poin"), salah)
    if salah:
        return Laporan(teks["id"], None, pesan=_kalimat(salah))
    isi = {
        "id": teks["id"], "nip": nip, "jenis": jenis, "judul": teks["judul"], "mulai": mulai, "selesai": selesai,
        "peran": teks["peran"], "jam": jam, "poin": poin, "tautan": teks["tautan_bukti"],
    }  # fmt: skip
    return Laporan(teks["id"], isi)


def _kalimat(salah: list[str]) -> str:
    return f"{'; '.join(salah)}.".capitalize()


def _teks(satu: Mapping[str, Any], name: str, salah: list[str]) -> str:
    value = satu.get(name)
    if value is None:
        return ""
    if not isinstance(value, str | int) or isinstance(value, bool):
        salah.append(f"{name} bukan teks")
        return ""
    text = str(value).strip()
    if not tersimpan(text) or len(text) > _PANJANG.get(name, 40):
        salah.append(f"{name} tidak dapat disimpan")
        return ""
    return text


def _alamat(text: str) -> bool:
    return text.startswith(("http://", "https://")) and len(text.split()) == 1 and len(text.split("//", 1)[1]) > 0


def _masa(satu: Mapping[str, Any], salah: list[str]) -> tuple[str | None, str | None]:
    mulai, selesai = _hari(satu, "tanggal_mulai", salah), _hari(satu, "tanggal_selesai", salah)
    if not satu.get("tanggal_mulai"):
        salah.append("tanggal_mulai kosong")
    if mulai and not 2000 <= mulai.year <= 2100:
        salah.append("tanggal_mulai di luar tahun yang mungkin")
    if mulai and selesai and selesai < mulai:
        salah.append("tanggal_selesai mendahului tanggal_mulai")
    if (selesai or mulai or dt.date.min) > today():
        salah.append("kegiatan belum selesai menurut tanggalnya")
    return mulai.isoformat() if mulai else None, selesai.isoformat() if selesai else None


def _hari(satu: Mapping[str, Any], name: str, salah: list[str]) -> dt.date | None:
    value = satu.get(name)
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else _bukan_hari()
    except ValueError:
        salah.append(f"{name} bukan tanggal (contoh: 2025-03-31)")
        return None


def _bukan_hari() -> dt.date:
    raise ValueError


def _jam(value: Any, salah: list[str]) -> str | None:
    if value in (None, ""):
        return None
    try:
        jam = Decimal(str(value)) if not isinstance(value, bool) else Decimal("NaN")
        if not 0 <= jam <= 9999:
            raise InvalidOperation
    except (InvalidOperation, ValueError):
        salah.append("jam bukan bilangan 0 sampai 9999")
        return None
    return str(jam.quantize(Decimal("0.01")))


def _poin(value: Any, salah: list[str]) -> int | None:
    if value in (None, ""):
        return None
    text = str(value)
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= 128):
        salah.append("poin bukan bilangan 0 sampai 128")
        return None
    return int(text)
