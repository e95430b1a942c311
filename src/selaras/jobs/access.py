"""Letting people in from the command line: codes and roles, by whoever runs the folder's machine.

`rehearsal_accounts(folder) -> list[Akun]` (the people of a rehearsal who can be tried out) stands in
`rehearsal_accounts.py` and is offered here.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from selaras.accounts.codes import Kode, kode_buat
from selaras.accounts.roles import Jenis, Sebagai
from selaras.accounts.services import pengguna_of, peran_beri, peran_cabut, system_scope
from selaras.config import clock
from selaras.galat import DataError
from selaras.jobs.folder import Folder, actor
from selaras.jobs.rehearsal_accounts import Akun, rehearsal_accounts

__all__ = ["Akun", "codes", "give", "given", "rehearsal_accounts", "take"]


def codes(folder: Folder, *, sekolah: int | None, orang: int | None) -> list[Kode]:
    """Make codes for a school or one person, and commit. Raises `DataError` when the person has no school."""
    connection, instansi = folder.connection, folder.need().id
    scope = system_scope(connection, instansi=instansi, actor=actor())
    if orang is not None:
        row = connection.execute("SELECT sekolah_id FROM potret WHERE orang_id = %s", (orang,)).fetchone()
        sekolah = row[0] if row else None
    if sekolah is None:
        raise DataError("Sekolahnya belum diketahui.", langkah="Sebut --sekolah NPSN, atau impor data orang ini dulu.")
    made = kode_buat(connection, scope, sekolah=sekolah, orang=None if orang is None else [orang], now=clock.now())
    connection.commit()
    return made


def give(
    folder: Folder,
    *,
    orang: int,
    jenis: Jenis,
    sekolah: int | None,
    sebagai: Sebagai,
    nomor_sk: str,
    mulai: dt.date | None,
    sampai: dt.date | None,
) -> UUID:
    """Give a role to a person, and commit."""
    connection = folder.connection
    scope = system_scope(connection, instansi=folder.need().id, actor=actor())
    given = peran_beri(
        connection,
        scope,
        pengguna=pengguna_of(connection, orang=orang),
        jenis=jenis,
        mulai=mulai or clock.today(),
        sampai=sampai,
        sekolah=sekolah,
        sebagai=sebagai,
        nomor_sk=nomor_sk,
    )
    connection.commit()
    return given


def take(folder: Folder, peran: UUID) -> None:
    """Take a role back, and commit."""
    scope = system_scope(folder.connection, instansi=folder.need().id, actor=actor())
    peran_cabut(folder.connection, scope, peran=peran, now=clock.now())
    folder.connection.commit()


def given(folder: Folder) -> list[tuple[UUID, str, str, str | None, str, dt.date, dt.date | None]]:
    """List the roles that hold: id, name, role, school, how it is held, from, until."""
    return folder.connection.execute(
        "SELECT r.id, coalesce(t.nama, p.nama), r.jenis, s.nama, r.sebagai, r.mulai, r.sampai FROM ac_peran r "
        "JOIN ac_pengguna p ON p.id = r.pengguna_id LEFT JOIN potret t USING (orang_id) "
        "LEFT JOIN sekolah s ON s.id = r.sekolah_id WHERE r.dicabut IS NULL ORDER BY r.jenis, 2, r.mulai"
    ).fetchall()
