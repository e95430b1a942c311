"""The village as its built-in PMM holds it: in each school somebody at every station of the way."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import psycopg

from jobs.desa import BUDI, DEWI, DUA, EKO, KADIS, SARI, SATU, TONO, WARGA, WATI, Orang
from selaras.organisasi.services import instansi_set
from selaras.pmm import services

TAHUN, SEMESTER_2, SETAHUN = 2024, 302, 400
RHK = "Pembelajaran yang tertib dan hangat"
STATUS = {SARI: 4, BUDI: 4, WATI: 1, TONO: 4, DEWI: 4, EKO: 2}
FASE = (SARI, BUDI, TONO, DEWI)  # whose observation is complete


def skp_of(o: Orang) -> str:
    """Return the id of the plan of somebody of the village."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"uji-skp-{o.nomor}"))


def akun_of(o: Orang) -> str:
    """Return the id of the account of somebody of the village."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"uji-akun-{o.nomor}"))


def isi(connection: psycopg.Connection, *, bawaan: bool = True) -> None:
    """Fill the tables and commit. Dewi's year is rated and sent, Budi can be rated, Eko has submitted, Wati drafts."""
    if bawaan:
        instansi_set(connection, instansi=1, pmm="bawaan")
    services.muat(
        connection, instansi=1,
        sekolah=[(s.npsn, s.nama) for s in (SATU, DUA)],
        pegawai=[{"nip": KADIS, "nama": "Kadis Latihan", "dinas": True}, *map(_pegawai, WARGA)],
        skp=[_skp(o) for o in WARGA],
        rhk=[(skp_of(o), "1", RHK) for o in WARGA if o is not WATI],
        perilaku=[(skp_of(o), nilai, 1) for o in WARGA if o is not WATI for nilai in range(1, 8)],
        kegiatan=[(o.nip, "webinar", f"Webinar {o.nama}", "2024-05-02") for o in WARGA],
        fase=[(skp_of(o), ke, "Berjalan baik.", f"2024-0{ke}-10", o.nip) for o in FASE for ke in range(1, 6)],
        rubrik=[(skp_of(o), butir, 3, "") for o in FASE for butir in (1, 2, 3)],
        penilaian=[
            (skp_of(o), SETAHUN, 2, 2, 2, status, f"Umpan balik {o.nama}", _penilai(o), "2024-12-20")
            for o, status in ((DEWI, 3), (SARI, 3), (TONO, 1))
        ],
    )  # fmt: skip
    connection.commit()


def _penilai(o: Orang) -> str:
    return KADIS if o.kepala else (SARI if o.sekolah is SATU else TONO).nip


def _pegawai(o: Orang) -> dict[str, Any]:
    return {
        "nip": o.nip, "nama": o.nama, "npsn": o.sekolah.npsn, "nik": o.nik, "nuptk": o.nuptk, "jabatan": o.jabatan,
        "kepala": o.kepala, "id": akun_of(o),
    }  # fmt: skip


def _skp(o: Orang) -> dict[str, Any]:
    return {
        "id": skp_of(o), "nip": o.nip, "npsn": o.sekolah.npsn, "tahun": TAHUN, "mulai": dt.date(TAHUN, 1, 1),
        "selesai": dt.date(TAHUN, 12, 31), "status": STATUS[o], "slot": SETAHUN, "indikator": None if o is WATI else 2,
        "penilai_nip": _penilai(o) if STATUS[o] == 4 else None,
    }  # fmt: skip
