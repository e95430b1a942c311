"""The scope of a request: as what somebody acts, and whom that reaches. Services ask it, PostgreSQL enforces it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import psycopg

from selaras.accounts.roles import Izin, Jangkauan, Jenis, Sebagai, boleh
from selaras.config.clock import today
from selaras.galat import Forbidden

ROLE = "selaras_web"


@dataclass(frozen=True, slots=True)
class Cakupan:
    """One role of one user. `sekolah`: the schools it reaches, empty for a role that reaches none or all."""

    pengguna: UUID
    nama: str
    jenis: Jenis
    instansi: int
    orang: int | None = None
    sekolah: tuple[int, ...] = ()
    sebagai: Sebagai = Sebagai.DEFINITIF
    nomor_sk: str = ""
    sk_mulai: dt.date | None = None  # with `sk_sampai`: the days of the decree of an acting head
    sk_sampai: dt.date | None = None

    @property
    def semua(self) -> bool:
        """Say whether the role reaches everybody of the instansi."""
        return self.jenis.jangkauan is Jangkauan.INSTANSI

    def boleh(self, izin: Izin) -> bool:
        """Say whether the role may do this at all."""
        return boleh(self.jenis, izin)

    def perlu(self, izin: Izin, *, sekolah: int | None = None, orang: int | None = None) -> None:
        """Raise `Forbidden` unless the role may do this, and there: at this school, about this person.

        Whether a person belongs to a school is not asked here: PostgreSQL shows nobody from elsewhere.
        """
        if not self.boleh(izin):
            raise Forbidden(f"{self.jenis.nama} tidak berwenang {izin}.", langkah="Masuk dengan peran lain.")
        if self.semua:
            return
        if sekolah is not None and sekolah not in self.sekolah:
            raise Forbidden("Sekolah ini di luar wewenang Bapak/Ibu.")
        if orang is not None and self.jenis.jangkauan is Jangkauan.DIRI and orang != self.orang:
            raise Forbidden("Data ini milik orang lain.")


@contextmanager
def within(connection: psycopg.Connection, scope: Cakupan) -> Iterator[psycopg.Connection]:
    """Run one transaction in which PostgreSQL shows only what the scope reaches. Commits at its end."""
    with connection.transaction():
        connection.execute(f"SET LOCAL ROLE {ROLE}".encode())
        connection.execute(
            "SELECT set_config('app.instansi', %s, true), set_config('app.semua', %s, true), "
            "set_config('app.sekolah', %s, true), set_config('app.orang', %s, true), set_config('app.hari', %s, true), "
            "set_config('app.peran', %s, true)",
            (
                str(scope.instansi),
                "1" if scope.semua else "",
                "{" + ",".join(map(str, scope.sekolah)) + "}",
                str(scope.orang or 0) if scope.jenis.jangkauan is not Jangkauan.TIDAK_ADA else "0",
                today().isoformat(),
                str(scope.jenis),
            ),
        )
        yield connection
