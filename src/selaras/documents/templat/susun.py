"""From what the ledger knows of a person to what the template carries: codes become words, nothing is worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from selaras.documents.templat.isi import PegawaiTemplat
from selaras.documents.templat.pilihan import isian_penilaian, isian_skp
from selaras.kinerja import periode
from selaras.monitoring.orang import OrangSekolah

_SAMA = ("nuptk", "jabatan", "golongan", "akun_belajar", "jenis_ptk", "nip_atasan", "status_kepegawaian")
_ASLI = {"nik": "nik", "tanggal_lahir": "lahir", "jenis_kelamin": "jk"}  # kept as written where it could not be read


def slots_tipe(tipe_periodik: str) -> tuple[int, ...]:
    """Return the periods to rate: those of the tipe periodik of the instansi, and the year.

    >>> slots_tipe("triwulanan")
    (201, 202, 203, 204, 400)
    """
    return (*periode.slots(periode.parse_tipe(tipe_periodik)), periode.SETAHUN)


def susun(o: OrangSekolah, *, tahun: int, slots: Iterable[int]) -> PegawaiTemplat:
    """Return a person of the template. A new rating belongs to the SKP that covers the last day of its period."""
    roster = o.pegawai or {}
    masa = [_masa(satu) for satu in o.skp if not satu["plt"]]
    induk = {slot: _induk(masa, tahun, slot) for slot in slots}
    return PegawaiTemplat(
        o.nip, o.nama,
        jenis_ptk=_teks(roster if o.pegawai else {"jenis_ptk": o.jenis_ptk}, "jenis_ptk"),
        nip_atasan=_teks(roster, "nip_atasan"),
        status_kepegawaian=_teks(roster if o.pegawai else {"status": o.kepegawaian}, "status_kepegawaian", "status"),
        sudah=(
            *([("pegawai", _pegawai(roster))] if o.pegawai else []),
            *(("skp", _skp(satu)) for satu in o.skp),
            *((str(satu["slot"]), _nilai(satu)) for satu in o.nilai),
        ),
        induk={slot: satu for slot, satu in induk.items() if satu},
        lewati=frozenset(o.terisi) | {s for s, satu in induk.items() if _bukan_miliknya(o, masa, tahun, s, satu)},
        terdaftar=o.pegawai is not None,
    )  # fmt: skip


def _bukan_miliknya(o: OrangSekolah, masa: list[_Masa], tahun: int, slot: int, induk: str | None) -> bool:
    """Say whether nobody owes this rating here: no SKP of this school touches it, or service began later."""
    if masa:
        return induk is None
    return o.mulai is not None and o.mulai > periode.jatuh_tempo(tahun, slot)


_Masa = tuple[dt.date, dt.date, str]


def _masa(skp: Mapping[str, Any]) -> _Masa:
    hari = dt.date.fromisoformat
    return hari(skp["mulai"]), hari(skp["selesai"]), _teks(skp["lain"] or {}, "skp_id")


def _induk(masa: list[_Masa], tahun: int, slot: int) -> str | None:
    """Return the skp_id ('' when it has none) of the last SKP that touches the slot, None when none does."""
    awal, akhir = periode.rentang(tahun, slot)
    return next((skp_id for mulai, selesai, skp_id in reversed(masa) if mulai <= akhir and selesai >= awal), None)


def _pegawai(roster: Mapping[str, Any]) -> dict[str, str]:
    asli = {kolom: _teks(roster, kunci, f"{kunci}_asli") for kolom, kunci in _ASLI.items()}
    return {kolom: _teks(roster, kolom) for kolom in _SAMA} | asli


def _skp(skp: Mapping[str, Any]) -> dict[str, str]:
    lain = skp["lain"] or {}
    return isian_skp(status=skp["status"], mulai=skp["mulai"] or "", selesai=skp["selesai"] or "") | {
        "tanggal_disepakati": skp["tanggal"] or "",
        "plt": "1" if skp["plt"] else "0",
        "nip_penilai": _teks(lain, "nip_penilai") or skp["penilai"] or "",
        **{kolom: _teks(lain, kolom) for kolom in ("skp_id", "jabatan", "indikator_praktik")},
    }


def _nilai(nilai: Mapping[str, Any]) -> dict[str, str]:
    lain = nilai["lain"] or {}
    kode = {kolom: nilai[kolom] for kolom in ("hasil", "perilaku", "predikat", "status")}
    return isian_penilaian(**kode) | {
        "tanggal_dinilai": nilai["tanggal"] or "",
        "nip_penilai": nilai["penilai"] or _teks(lain, "nip_penilai"),
        **{kolom: _teks(lain, kolom) for kolom in ("skp_id", "umpan_balik")},
    }


def _teks(isi: Mapping[str, Any], *kunci: str) -> str:
    """Return the first of these that is there."""
    return next((str(isi[satu]) for satu in kunci if isi.get(satu)), "")
