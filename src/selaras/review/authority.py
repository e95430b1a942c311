"""Under which authority somebody speaks: kepala sekolah of the school, Plt./Plh. by decree, admin instansi."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import psycopg

from selaras.accounts.roles import Izin, Jenis, Sebagai
from selaras.accounts.scope import Cakupan
from selaras.galat import DataError, Stop
from selaras.kinerja import nip as nip_rules

HEAD, ADMIN, ACTING = "kepala sekolah", "admin", ("plt", "plh")


@dataclass(frozen=True, slots=True)
class Authority:
    """Who speaks, as what, for which school (None: for all), and by which decree."""

    oleh: str
    sebagai: str
    orang: int | None = None
    sekolah: int | None = None
    nomor_sk: str | None = None
    sk_mulai: dt.date | None = None
    sk_sampai: dt.date | None = None

    def check(self, today: dt.date) -> None:
        """Raise `Stop` when the authority does not hold on this day, `DataError` when something is missing."""
        if not self.oleh.strip():
            raise DataError("Nama yang menyetujui belum diisi.", langkah="Tambahkan --oleh.")
        if self.sebagai not in (HEAD, ADMIN, *ACTING):
            raise DataError(f"Kewenangan «{self.sebagai}» tidak dikenal.", langkah="Pakai kepala, plt, plh atau admin.")
        if self.sebagai != ADMIN and self.sekolah is None:
            raise DataError("Sekolahnya belum disebut.", langkah="Tambahkan --sekolah NPSN.")
        if self.sebagai in ACTING:
            self._decree(today)

    def _decree(self, today: dt.date) -> None:
        name = f"{self.sebagai.title()}."
        if not (self.nomor_sk or "").strip() or self.sk_mulai is None:
            raise DataError(f"SK {name} belum lengkap.", langkah="Tambahkan --nomor-sk dan --sk-mulai.")
        if today < self.sk_mulai or (self.sk_sampai is not None and today > self.sk_sampai):
            until = f" sampai {self.sk_sampai:%d-%m-%Y}" if self.sk_sampai else ""
            raise Stop(
                f"SK {name} berlaku dari {self.sk_mulai:%d-%m-%Y}{until}; hari ini {today:%d-%m-%Y} tidak tercakup.",
                langkah="Minta SK yang berlaku, atau minta admin instansi menyetujui.",
            )


def admin(oleh: str, orang: int | None = None) -> Authority:
    """Speak as admin of the instansi."""
    return Authority(oleh, ADMIN, orang)


def of_role(role: Cakupan, *, izin: Izin, sekolah: int | None) -> Authority:
    """Speak in the role of a request, for a school (None: the admin, for all). Raises `Forbidden` without the right.

    A definitive head follows from the data, an acting one brings the decree of his role.
    """
    role.perlu(izin, sekolah=sekolah)
    if role.jenis is not Jenis.KEPALA:
        return admin(role.nama, role.orang)
    if role.sebagai is Sebagai.DEFINITIF:
        return Authority(role.nama, HEAD, role.orang, sekolah)
    return Authority(
        role.nama, str(role.sebagai), role.orang, sekolah, role.nomor_sk or None, role.sk_mulai, role.sk_sampai
    )


def head(connection: psycopg.Connection, *, instansi: int, nip: str) -> Authority:
    """Speak as head of one's own school. Raises `Stop` when the data do not know this NIP as a head."""
    row = connection.execute(
        "SELECT p.orang_id, p.nama, p.sekolah_id FROM potret p WHERE p.instansi_id = %s AND p.kepala AND p.aktif "
        "AND p.sekolah_id IS NOT NULL "
        "AND p.orang_id IN (SELECT orang_id FROM akun WHERE instansi_id = %s AND nip = %s)",
        (instansi, instansi, nip_rules.compact(nip)),
    ).fetchone()
    if row is None:
        raise Stop(
            f"NIP {nip_rules.mask(nip)} menurut data bukan kepala sekolah.",
            langkah="Plt./Plh. memakai --sebagai plt dengan nomor SK; selain itu admin instansi yang menyetujui.",
        )
    return Authority(row[1] or nip_rules.mask(nip), HEAD, row[0], row[2])
