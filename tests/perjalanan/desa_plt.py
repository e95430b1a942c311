"""The village of the second walk: one school has lost its head and a teacher acts, another teacher moved in July."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import psycopg

from jobs.desa import BUDI, DEWI, DUA, EKO, INDUK, KADIS, SARI, SATU, WATI, Desa, Orang, Sekolah
from portal.ekinerja.isi import DINAS, SLOT
from selaras.ekinerja import services as ekinerja
from selaras.organisasi.services import instansi_set, target_bind
from selaras.pmm import services as pmm

TAHUN = 2024
FAJAR = Orang(7, "Fajar Nugroho", DUA)
WARGA = (SARI, BUDI, WATI, DEWI, EKO, FAJAR)
AWAL, TENGAH, AKHIR = "2024-01-01", "2024-06-30", "2024-12-31"
SK_PLT, SK_PLH = "800/17/2024", "800/912/2024"
PLT = ("2024-01-02", "2025-01-06")  # its last day is the day of the walk
PLH = ("2024-12-30", "2025-01-05")  # ended the day before
NANTI = {(EKO, 202), (EKO, 204), (EKO, 400), (FAJAR, 204), (FAJAR, 400)}  # rated in the walk itself
Rencana = tuple[Orang, Sekolah, str, str, bool]  # whose, where, from, until, as Plt.


def desa() -> Desa:
    """Return the lists of SIASN, Dapodik and the units."""
    return Desa(warga=WARGA)


def isi(db: psycopg.Connection) -> None:
    """Fill both applications and commit. Nobody has synced; what `NANTI` names is not rated."""
    target_bind(db, instansi=1, target="ekinerja_builtin", hanya_baca=False)
    instansi_set(db, instansi=1, pmm="bawaan")
    plans = [plan for o in WARGA for plan in rencana(o)]
    pmm.muat(
        db, instansi=1,
        sekolah=[(s.npsn, s.nama) for s in (SATU, DUA)],
        pegawai=[{"nip": KADIS, "nama": "Kadis Latihan", "dinas": True}, *map(_pegawai_pmm, WARGA)],
        skp=[_skp(plan) for plan in plans],
        rhk=[(skp_of(plan), "1", f"Pembelajaran yang tertib di {plan[1].nama}") for plan in plans],
        perilaku=[(skp_of(plan), nilai, 1) for plan in plans for nilai in range(1, 8)],
        fase=[(skp_of(p), ke, "Berjalan baik.", f"2024-0{ke}-10", p[0].nip) for p in plans for ke in range(1, 6)],
        rubrik=[(skp_of(plan), butir, 3, "") for plan in plans for butir in (1, 2, 3)],
        penilaian=[
            (skp_of(plan), slot, 2, 2, 2, 3, "Pertahankan.", penilai(plan), "2024-12-28 09:00")
            for plan in plans for slot in SLOT if _dalam(plan, slot) and (plan[0], slot) not in NANTI
        ],
    )  # fmt: skip
    _isi_ekinerja(db)
    db.commit()


def rencana(o: Orang) -> list[Rencana]:
    """Give the plans of somebody: Eko one at each school, Dewi one more as Plt."""
    if o is EKO:
        return [(o, SATU, AWAL, TENGAH, False), (o, DUA, "2024-07-01", AKHIR, False)]
    own = (o, o.sekolah, AWAL, AKHIR, False)
    return [own, (o, DUA, PLT[0], AKHIR, True)] if o is DEWI else [own]


def penilai(plan: Rencana) -> str:
    """Return who rates: the head of that school, and whoever heads one is rated by the dinas."""
    o, sekolah, *_ = plan
    if o in (SARI, DEWI):
        return KADIS
    return SARI.nip if sekolah is SATU else DEWI.nip


def skp_of(plan: Rencana) -> str:
    """Return the id of a plan in PMM."""
    o, sekolah, _, _, plt = plan
    return str(uuid5(NAMESPACE_URL, f"plt {o.nomor} {sekolah.npsn} {plt}"))


def _dalam(plan: Rencana, slot: int) -> bool:
    """Say whether the plan was in force on the last day of the period."""
    last = AKHIR if slot == 400 else f"2024-{slot % 100 * 3:02}-30"
    return plan[2] <= last <= plan[3]


def _skp(plan: Rencana) -> dict[str, Any]:
    o, sekolah, mulai, selesai, plt = plan
    return {
        "id": skp_of(plan), "nip": o.nip, "npsn": sekolah.npsn, "tahun": TAHUN, "mulai": dt.date.fromisoformat(mulai),
        "selesai": dt.date.fromisoformat(selesai), "status": 4, "slot": 400, "indikator": 2, "plt": plt,
        "jabatan": "Kepala Sekolah" if plt else o.jabatan, "penilai_nip": penilai(plan),
        "peran": "kepala" if o.kepala or plt else "guru",
    }  # fmt: skip


def _pegawai_pmm(o: Orang) -> dict[str, Any]:
    return {
        "nip": o.nip, "nama": o.nama, "npsn": o.sekolah.npsn, "nik": o.nik, "nuptk": o.nuptk, "jabatan": o.jabatan,
        "golongan": "III/c", "jenis_ptk": "Kepala Sekolah" if o.kepala else "Guru Kelas", "kepala": o.kepala,
    }  # fmt: skip


def _isi_ekinerja(db: psycopg.Connection) -> None:
    units = [(DINAS, INDUK), *((s.unor, s.nama, INDUK, DINAS, s.npsn) for s in (SATU, DUA))]
    kadis = (KADIS, "KADIS LATIHAN", None, "Kepala Dinas", "struktural", "IV/c", "PNS", DINAS, None, True, True)
    ekinerja.muat(db, instansi=1, unor=units, pegawai=[*map(_pegawai_ek, WARGA), kadis])
    ekinerja.periode_standar(db, instansi=1, tipe="triwulanan", tahun=TAHUN, batas_pengisian="31-01")


def _pegawai_ek(o: Orang) -> tuple[Any, ...]:
    name, boss = o.nama.upper(), penilai(rencana(o)[-1])
    return (o.nip, name, o.nik, o.jabatan, "fungsional", "III/c", "PNS", o.sekolah.unor, boss, True, o.kepala)


__all__ = ["BUDI", "DEWI", "DUA", "EKO", "FAJAR", "SARI", "SATU", "TAHUN", "WARGA", "WATI", "desa", "isi"]
