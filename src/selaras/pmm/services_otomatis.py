"""Activities that a course or event platform reports: each source and number once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from selaras.config.clock import now
from selaras.galat import DataError
from selaras.pmm.aturan import kunci
from selaras.pmm.bungkus import bungkus
from selaras.pmm.laporan import Laporan, baca
from selaras.pmm.queries import Connection, rows, sql

TERBANYAK = 500
Hasil = dict[str, str | None]


def kegiatan_otomatis(
    connection: Connection, *, instansi: int, sumber: str, kegiatan: Sequence[Mapping[str, Any]]
) -> list[Hasil]:
    """Record what a platform says was completed; return {id, hasil, pesan} for each row, in their order.

    Each row: {id, nip, jenis, judul, tanggal_mulai, tanggal_selesai, peran, jam, poin, tautan_bukti}. hasil: dicatat |
    diubah (this id was here with other content) | sama | ditolak (pesan says why). Two rows of one call with one id:
    the first counts. Raises `DataError` when the call itself is wrong.
    """
    sumber = sumber.strip()
    if not sumber or sumber == "manual":
        raise DataError("Sumber kegiatan wajib diisi, dan bukan «manual».")
    if len(kegiatan) > TERBANYAK:
        raise DataError(f"Satu panggilan memuat {len(kegiatan)} kegiatan; paling banyak {TERBANYAK}.")
    kunci(connection, instansi)
    laporan = [baca(satu) for satu in kegiatan]
    _kenali(connection, instansi, sumber, [satu for satu in laporan if satu.isi])
    sah = _pilih(laporan)
    if sah:
        params = {"instansi": instansi, "sumber": sumber, "waktu": now()}
        connection.execute(
            sql("sql_layanan", "simpan_otomatis"), params | {"kegiatan": bungkus([satu.isi or {} for satu in sah])}
        )
    return [{"id": satu.id, "hasil": satu.hasil, "pesan": satu.pesan} for satu in laporan]


def _kenali(connection: Connection, instansi: int, sumber: str, laporan: Sequence[Laporan]) -> None:
    """Say of each row what it would do: whose it is, and what stands under its number."""
    ask = [{"i": i, **(satu.isi or {})} for i, satu in enumerate(laporan)]
    params = {"instansi": instansi, "sumber": sumber, "kegiatan": bungkus(ask)}
    for found in rows(connection, "sql_layanan", "kenali_otomatis", params):
        satu = laporan[found["i"]]
        if found["pegawai_id"] is None:
            satu.tolak("NIP ini tidak terdaftar sebagai pegawai aktif di PMM.")
        elif found["milik_lain"]:
            satu.tolak("Nomor kegiatan ini sudah dicatat untuk orang lain.")
        else:
            satu.hasil = "sama" if found["sama"] else "diubah" if found["ada"] else "dicatat"


def _pilih(laporan: Sequence[Laporan]) -> list[Laporan]:
    """Return what has to be written: of two rows with one number the first."""
    first: dict[str, Laporan] = {}
    for satu in laporan:
        if satu.hasil == "ditolak":
            continue
        earlier = first.setdefault(satu.id, satu)
        if earlier is satu:
            continue
        if earlier.isi == satu.isi:
            satu.hasil = "sama"
        else:
            satu.tolak("Nomor kegiatan ini muncul dua kali dalam satu panggilan dengan isi berbeda.")
    return [satu for satu in first.values() if satu.hasil in ("dicatat", "diubah")]
