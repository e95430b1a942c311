"""The village on the morning of the first walk: one not rated, no periods in e-Kinerja, a unit that nobody matched."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg

from jobs.desa import BUDI, DUA, INDUK, KADIS, SATU, WARGA, Orang, atasan
from portal.ekinerja.isi import DINAS, SLOT, skp_pmm
from selaras.ekinerja import services as ekinerja
from selaras.organisasi.services import instansi_set, target_bind
from selaras.pmm import services as pmm

TAHUN = 2024


def isi(db: psycopg.Connection) -> None:
    """Fill both applications and commit. Everybody is agreed and rated but Budi, whom Sari has still to rate."""
    target_bind(db, instansi=1, target="ekinerja_builtin", hanya_baca=False)
    instansi_set(db, instansi=1, pmm="bawaan")
    _pmm(db)
    kadis = (KADIS, "KADIS LATIHAN", None, "Kepala Dinas", "struktural", "IV/c", "PNS", DINAS, None, True, True)
    units = [(DINAS, INDUK), (SATU.unor, SATU.nama, INDUK, DINAS, None), (DUA.unor, DUA.nama, INDUK, DINAS, DUA.npsn)]
    ekinerja.muat(db, instansi=1, unor=units, pegawai=[*map(_pegawai_ek, WARGA), kadis])
    db.commit()


def _pmm(db: psycopg.Connection) -> None:
    rated = [o for o in WARGA if o is not BUDI]
    pmm.muat(
        db, instansi=1,
        sekolah=[(s.npsn, s.nama) for s in (SATU, DUA)],
        pegawai=[{"nip": KADIS, "nama": "Kadis Latihan", "dinas": True}, *map(_pegawai_pmm, WARGA)],
        skp=[_skp(o) for o in WARGA],
        rhk=[(skp_of(o), "1", "Pembelajaran yang tertib dan hangat") for o in WARGA],
        perilaku=[(skp_of(o), nilai, 1) for o in WARGA for nilai in range(1, 8)],
        fase=[(skp_of(o), ke, "Berjalan baik.", f"2024-0{ke}-10", o.nip) for o in WARGA for ke in range(1, 6)],
        rubrik=[(skp_of(o), butir, 3, "") for o in WARGA for butir in (1, 2, 3)],
        penilaian=[
            (skp_of(o), slot, 2, 2, 2, 3, "Pertahankan.", atasan(o), "2024-12-28 09:00") for o in rated for slot in SLOT
        ],
    )  # fmt: skip


def skp_of(o: Orang) -> str:
    """Return the id of somebody's plan in PMM."""
    return str(skp_pmm(o, o.sekolah.npsn))


def _pegawai_pmm(o: Orang) -> dict[str, Any]:
    return {
        "nip": o.nip, "nama": o.nama, "npsn": o.sekolah.npsn, "nik": o.nik, "nuptk": o.nuptk, "jabatan": o.jabatan,
        "golongan": "III/c", "jenis_ptk": "Kepala Sekolah" if o.kepala else "Guru Kelas", "kepala": o.kepala,
    }  # fmt: skip


def _pegawai_ek(o: Orang) -> tuple[Any, ...]:
    name, unit = o.nama.upper(), o.sekolah.unor
    return (o.nip, name, o.nik, o.jabatan, "fungsional", "III/c", "PNS", unit, atasan(o), True, o.kepala)


def _skp(o: Orang) -> dict[str, Any]:
    return {
        "id": skp_of(o), "nip": o.nip, "npsn": o.sekolah.npsn, "tahun": TAHUN, "mulai": dt.date(TAHUN, 1, 1),
        "selesai": dt.date(TAHUN, 12, 31), "status": 4, "slot": 400, "indikator": 2, "jabatan": o.jabatan,
        "penilai_nip": atasan(o), "peran": "kepala" if o.kepala else "guru",
    }  # fmt: skip
