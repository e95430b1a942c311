"""The village with troubles: Budi only has to press, Wati's NIP differs, Eko is rated otherwise in e-Kinerja."""

from __future__ import annotations

from jobs.desa import BUDI, EKO, WATI, Desa
from jobs.ruang import Ruang
from portal.conftest import Situs

NIP_LAMA = "197003031995031903"  # what the school says of Wati


def desa_rusak(hari: str = "2025-01-06") -> Desa:
    desa = Desa(hari)
    desa.tanpa_ekinerja(BUDI, "3", "4")
    desa.tanpa_ekinerja(WATI, "4")
    for rows in (*desa.pmm.values(), desa.dapodik):
        desa.pilih(rows, WATI)
        for row in rows:
            if row["nip"] == WATI.nip:
                row["nip"] = NIP_LAMA
    desa.nilai_ek(EKO, "4").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
    return desa


def rusakkan(situs: Situs, desa: Desa | None = None) -> None:
    """Read a damaged village into the folder behind the pages."""
    room = Ruang(situs.dsn)
    room.kerjakan(desa or desa_rusak(), shrink=True)
    room.tutup()
