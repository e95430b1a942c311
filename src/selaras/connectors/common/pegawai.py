"""The parts of a PEGAWAI record that every roster shares."""

from __future__ import annotations

from functools import lru_cache

from selaras.connectors.common.dates import iso
from selaras.connectors.common.identity import Identitas
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import jenis_kelamin
from selaras.kinerja import jabatan as jabatan_guru
from selaras.kinerja import jenis_ptk


def orang(row: Row, who: Identitas) -> dict[str, object]:
    """Return who the person is; a birth date or sex that cannot be read is kept as written under `*_asli`."""
    lahir, jk = iso(row["tanggal_lahir"]) if row["tanggal_lahir"] else None, jenis_kelamin(row["jenis_kelamin"])
    return {
        "nip": who.nip,
        "nip_asli": row["nip"] if who.nip is None else None,
        "nik": who.nik,
        "nik_asli": row["nik"] if who.nik is None else None,
        "nuptk": who.nuptk,
        "nama": row["nama"],
        "lahir": lahir,
        "lahir_asli": row["tanggal_lahir"] if lahir is None else None,
        "jk": jk,
        "jk_asli": row["jenis_kelamin"] if jk is None else None,
        "kode": list(who.kode),
    }


@lru_cache(maxsize=8192)
def _kepala_pengawas(jabatan: str, ptk: str, tugas_tambahan: str) -> tuple[bool, bool]:
    kepala = jabatan_guru.is_kepala(jabatan) or jabatan_guru.is_kepala(tugas_tambahan) or jenis_ptk.is_kepala(ptk)
    return kepala, jabatan_guru.is_pengawas(jabatan)


def posisi(jabatan: str, ptk: str, tugas_tambahan: str = "") -> dict[str, object]:
    """Return position and what it makes of the person: head of a school, pengawas."""
    kepala, pengawas = _kepala_pengawas(jabatan, ptk, tugas_tambahan)
    return {"jabatan": jabatan, "jenis_ptk": ptk, "kepala": kepala, "pengawas": pengawas}
