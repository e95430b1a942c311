"""Schools and accounts: who teaches where, who heads, who looks after which school."""

from __future__ import annotations

import datetime as dt

from selaras.galat import DataError
from selaras.kinerja import nik as nomor_nik
from selaras.kinerja import nip as nomor_nip
from selaras.kinerja import npsn as nomor_npsn
from selaras.kinerja import nuptk as nomor_nuptk
from selaras.kinerja.putusan import AturanError
from selaras.pmm.aturan import bersih, id_dari, kunci, told, wajib
from selaras.pmm.queries import Connection, sql

_SALAH = {
    "pm_pegawai_instansi_id_npsn_fkey": "Sekolah dengan NPSN ini belum ada di PMM.",
    "pm_tugas_instansi_id_npsn_fkey": "Sekolah dengan NPSN ini belum ada di PMM.",
    "pm_pegawai_satu_kepala": "Sekolah ini sudah mempunyai kepala sekolah definitif.",
    "pm_pegawai_check": "Kepala sekolah harus mempunyai sekolah.",
}


def sekolah_simpan(connection: Connection, *, instansi: int, npsn: str, nama: str) -> None:
    """Add a school, or rename it. Raises `DataError` for an impossible NPSN or an empty name."""
    if not nomor_npsn.is_valid(npsn):
        raise DataError("NPSN ini tidak mungkin.")
    connection.execute(
        "INSERT INTO pm_sekolah(instansi_id, npsn, nama) VALUES (%s, %s, %s) "
        "ON CONFLICT (instansi_id, npsn) DO UPDATE SET nama = EXCLUDED.nama",
        (instansi, nomor_npsn.compact(npsn), wajib(nama, "Nama sekolah")),
    )


def pegawai_simpan(
    connection: Connection,
    *,
    instansi: int,
    nip: str,
    nama: str,
    npsn: str | None,
    id: str | None = None,
    nik: str | None = None,
    nuptk: str | None = None,
    jabatan: str = "",
    golongan: str = "",
    kepala: bool = False,
    pengawas: bool = False,
    dinas: bool = False,
    aktif: bool = True,
) -> str:
    """Add an account or change one, found by `id` or else by NIP; return its id.

    With `id` the NIP may change: that is how a wrong one is mended, and all that shows it counts as changed. Raises
    `DataError` for impossible numbers, an unknown school, a second head.
    """
    kunci(connection, instansi)
    params = {
        "instansi": instansi, "id": id_dari(id) if id else None, "nip": _nomor(nomor_nip, nip),
        "nik": _nomor(nomor_nik, nik) if nik else None, "nuptk": _nomor(nomor_nuptk, nuptk) if nuptk else None,
        "nama": wajib(nama, "Nama"), "npsn": npsn or None, "jabatan": bersih(jabatan, "Jabatan"),
        "golongan": bersih(golongan, "Golongan"), "kepala": kepala, "pengawas": pengawas, "dinas": dinas,
        "aktif": aktif,
    }  # fmt: skip
    salah = _SALAH | {"pm_pegawai_instansi_id_nip_key": "NIP ini sudah dipakai akun lain di PMM."}
    with told(connection, salah, "Data pegawai tidak dapat disimpan: periksa isinya."):
        row = connection.execute(sql("sql_layanan", "ubah_pegawai" if id else "simpan_pegawai"), params).fetchone()
    if row is None:
        raise DataError("Akun ini tidak ada di PMM.")
    return str(row[0])


def tugas_simpan(
    connection: Connection,
    *,
    instansi: int,
    pegawai_id: str,
    npsn: str,
    sebagai: str,
    nomor_sk: str,
    mulai: dt.date,
    selesai: dt.date | None = None,
) -> str:
    """Make somebody acting head of a school ('plt', 'plh') or its 'pengawas', by decree and dates; return the id."""
    if sebagai not in ("plt", "plh", "pengawas"):
        raise DataError("Tugas harus plt, plh, atau pengawas.")
    peran = "pengawas" if sebagai == "pengawas" else "kepala"
    with told(connection, _SALAH, "Tugas tidak dapat disimpan: tanggal selesai mendahului tanggal mulai."):
        row = connection.execute(
            "INSERT INTO pm_tugas(instansi_id, pegawai_id, npsn, peran, sebagai, nomor_sk, mulai, selesai) "
            "SELECT instansi_id, id, %s, %s, %s, %s, %s, %s FROM pm_pegawai WHERE id = %s AND instansi_id = %s "
            "RETURNING id",
            (npsn, peran, sebagai, wajib(nomor_sk, "Nomor SK"), mulai, selesai, id_dari(pegawai_id), instansi),
        ).fetchone()
    if row is None:
        raise DataError("Akun ini tidak ada di PMM.")
    return str(row[0])


def tugas_akhiri(connection: Connection, *, instansi: int, tugas_id: str, selesai: dt.date) -> None:
    """Let a task end on a day. Raises `DataError` when it is not there or would end before it began."""
    with told(connection, {}, "Tanggal selesai mendahului tanggal mulai."):
        changed = connection.execute(
            "UPDATE pm_tugas SET selesai = %s WHERE id = %s AND instansi_id = %s",
            (selesai, id_dari(tugas_id), instansi),
        ).rowcount
    if changed != 1:
        raise DataError("Tugas ini tidak ada di PMM.")


def _nomor(rules: object, text: str) -> str:
    try:
        return str(rules.validate(text))  # type: ignore[attr-defined]  # a module of `kinerja`
    except AturanError as error:
        raise DataError(error.kalimat) from None
