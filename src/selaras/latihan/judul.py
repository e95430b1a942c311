"""The title rows above the header of a report, as the real exports print them; every one says LATIHAN."""

from __future__ import annotations

import datetime as dt

from selaras.latihan.district import INSTANSI, District

UNOR_INDUK = "DINAS PENDIDIKAN DAN KEBUDAYAAN"


def nama_periode(tw: str) -> str:
    """Name a period as Manajemen Periode does."""
    return "Tahunan" if tw == "T" else f"Triwulan {tw}"


def nama_berkas(d: District, tw: str | None) -> str:
    """Give the file name of a report, without its ending (tw None: Laporan SKP)."""
    if tw is None:
        return f"laporan-skp-{d.tahun}"
    return f"laporan-penilaian-{'tahunan' if tw == 'T' else f'tw{tw}'}-{d.tahun}"


def laporan(d: District, tw: str | None, snapshot: dt.date) -> list[str]:
    """Give the seven rows above the header of an e-Kinerja report."""
    periode = f"Tahun {d.tahun}" if tw is None else f"{nama_periode(tw)} Tahun {d.tahun}"
    return [
        f"Laporan {'SKP' if tw is None else 'Penilaian SKP'} Periode {periode}",
        f"Instansi {INSTANSI}",
        f"Periode : {periode}",
        f"Unor Induk : {UNOR_INDUK}",
        "Unor : ALL",
        f"Data ditarik pada : {snapshot:%Y-%m-%d} 10:12:33",
        "",
    ]


def dapodik(snapshot: dt.date) -> list[str]:
    """Give the four rows above the header of Daftar Guru."""
    return ["Daftar Guru", "KAB. LATIHAN SELARAS", f"Tanggal Unduh: {snapshot:%Y-%m-%d}", ""]
