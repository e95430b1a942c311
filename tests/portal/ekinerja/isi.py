"""Both built-in applications filled with the village: PMM has agreed and sent, e-Kinerja has people and periods."""

from __future__ import annotations

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import psycopg

from jobs.desa import BUDI, DUA, EKO, INDUK, KADIS, SATU, WARGA, WATI, Orang, atasan
from selaras.ekinerja import services as ekinerja
from selaras.organisasi.services import instansi_set, target_bind
from selaras.pmm import services as pmm

TAHUN, DINAS = 2024, "892f902b-d23f-4824-928b-2f330c5c7fd0"
SLOT = (201, 202, 203, 204, 400)
SETAHUN = ("2024-01-01", "2024-12-31")


def rencana(o: Orang) -> list[tuple[str, str, str]]:
    """Give (npsn, mulai, selesai) of every plan: Eko moved in the middle of the year."""
    if o is EKO:
        return [(SATU.npsn, "2024-01-01", "2024-06-30"), (DUA.npsn, "2024-07-01", "2024-12-31")]
    return [(o.sekolah.npsn, *SETAHUN)]


def skp_pmm(o: Orang, npsn: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"pmm {o.nomor} {npsn}")


def isi_pmm(db: psycopg.Connection, *, belum: tuple[Orang, ...] = (WATI,)) -> None:
    """Fill the PMM side; the plan of whoever is in `belum` is only handed in."""
    pegawai: list[dict[str, Any]] = [
        {"nip": o.nip, "nama": o.nama, "npsn": o.sekolah.npsn, "nik": o.nik, "nuptk": o.nuptk, "jabatan": o.jabatan,
         "golongan": "III/c", "jenis_ptk": "Kepala Sekolah" if o.kepala else "Guru Kelas", "kepala": o.kepala}
        for o in WARGA
    ]  # fmt: skip
    pegawai.append({"nip": KADIS, "nama": "Kadis Latihan", "dinas": True})
    plans = [(o, *where) for o in WARGA for where in rencana(o)]
    pmm.muat(
        db, instansi=1,
        sekolah=[{"npsn": s.npsn, "nama": s.nama} for s in (SATU, DUA)],
        pegawai=pegawai,
        skp=[
            {"id": skp_pmm(o, npsn), "nip": o.nip, "npsn": npsn, "tahun": TAHUN, "mulai": mulai, "selesai": selesai,
             "slot": 400, "status": 2 if o in belum else 4, "jabatan": o.jabatan, "indikator": 2,
             "penilai_nip": atasan(o), "peran": "kepala" if o.kepala else "guru"}
            for o, npsn, mulai, selesai in plans
        ],
        rhk=[
            {"skp_id": skp_pmm(o, npsn), "nomor": str(n), "rhk": f"Hasil {n} di {npsn}", "rhk_pimpinan": "Mutu sekolah",
             "indikator": "Catatan observasi", "target": "1 laporan", "aspek": "kuantitas", "ke": n}
            for o, npsn, _, _ in plans for n in (1, 2)
        ],
        penilaian=[
            {"skp_id": skp_pmm(o, npsn), "slot": slot, "hasil": 2, "perilaku": 1 if slot == 400 else 2, "predikat": 2,
             "status": 3, "umpan_balik": "Pertahankan.", "penilai_nip": atasan(o), "dinilai": "2024-12-28 09:00"}
            for o, npsn, mulai, selesai in plans if o not in belum for slot in SLOT if _within(slot, mulai, selesai)
        ],
    )  # fmt: skip
    db.commit()


def isi_ekinerja(db: psycopg.Connection, *, periode: bool = True) -> None:
    """Fill units, people and periods; nothing is synced yet."""
    target_bind(db, instansi=1, target="ekinerja_builtin", hanya_baca=False)
    instansi_set(db, instansi=1, pmm="bawaan")
    units = [(DINAS, INDUK)] + [(s.unor, s.nama, INDUK, DINAS, s.npsn) for s in (SATU, DUA)]
    people: list[tuple[Any, ...]] = [
        (
            o.nip,
            o.nama.upper(),
            o.nik,
            o.jabatan,
            "fungsional",
            "III/c",
            "PNS",
            o.sekolah.unor,
            atasan(o),
            True,
            o.kepala,
        )
        for o in WARGA
    ]
    people.append((KADIS, "KADIS LATIHAN", None, "Kepala Dinas", "struktural", "IV/c", "PNS", DINAS, None, True, True))
    ekinerja.muat(db, instansi=1, unor=units, pegawai=people)
    if periode:
        ekinerja.periode_standar(db, instansi=1, tipe="triwulanan", tahun=TAHUN, batas_pengisian="31-01")
    db.commit()


def _within(slot: int, mulai: str, selesai: str) -> bool:
    """Say whether a school rated that period: a half year has two quarters, and only the last one the year."""
    if slot == 400:
        return selesai == SETAHUN[1]
    return mulai[5:7] <= f"{(slot % 100) * 3 - 2:02}" <= selesai[5:7]


__all__ = ["BUDI", "DINAS", "EKO", "TAHUN", "WATI", "isi_ekinerja", "isi_pmm", "skp_pmm"]
