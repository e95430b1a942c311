"""The built-in PMM of a rehearsal: its tables hold what the district says, and change where it is mended."""

from __future__ import annotations

from dataclasses import fields

import psycopg

from selaras.latihan.isi_pmm import IsiPmm
from selaras.pmm import services
from selaras.pmm.services_muat import Termuat

SETTING = {"pmm": "bawaan"}  # in instansi.pengaturan; read by `organisasi.selectors.pmm_bawaan`
_DECREE = "800/LATIHAN/PLT"
_OWN = "plt"  # what `muat` does not know


def fill(connection: psycopg.Connection, *, instansi: int, isi: IsiPmm) -> Termuat:
    """Put these rows into the tables, new or changed; one transaction of the caller.

    An account whose NIP was mended keeps its id, and with it all that hangs on it.
    """
    _rename(connection, instansi, isi)
    loaded = services.muat(
        connection, instansi=instansi, **{f.name: getattr(isi, f.name) for f in fields(isi) if f.name != _OWN}
    )
    for pegawai, npsn, since in isi.plt:
        known = connection.execute(
            "SELECT FROM pm_tugas WHERE pegawai_id = %s AND npsn = %s AND sebagai = 'plt'", (pegawai, npsn)
        )
        if not known.rowcount:
            connection.execute(
                "INSERT INTO pm_tugas(instansi_id, pegawai_id, npsn, peran, sebagai, nomor_sk, mulai) "
                "VALUES (%s, %s, %s, 'kepala', 'plt', %s, %s)",
                (instansi, pegawai, npsn, _DECREE, since),
            )
    return loaded


def _rename(connection: psycopg.Connection, instansi: int, isi: IsiPmm) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE pm_pegawai SET nip = %s WHERE id = %s AND instansi_id = %s AND nip <> %s",
            [(row[0], row[-1], instansi, row[0]) for row in isi.pegawai],
        )
