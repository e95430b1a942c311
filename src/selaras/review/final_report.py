"""The final report of a school and year: locked when everything is done, reopened with a reason and an approver."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import psycopg
from psycopg.rows import class_row

from selaras.galat import DataError, Stop
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.queries import Queries
from selaras.ledger.scope import Scope
from selaras.plan.closing import same_name
from selaras.review.authority import ADMIN, Authority
from selaras.review.verifikasi import orang_sekolah

_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Kunci:
    """A lock in force, and who asked for opening it."""

    sekolah_id: int
    sekolah: str
    dikunci_oleh: str
    dikunci_pada: dt.datetime
    minta_oleh: str | None
    minta_pada: dt.datetime | None
    minta_alasan: str | None


@dataclass(frozen=True, slots=True)
class Sisa:
    """What is left of one sort: the state, the code that holds it (None: being sent), entries and people."""

    keadaan: int
    kode: str | None
    isian: int
    orang: int

    @property
    def nama_keadaan(self) -> str:
        """Name the state."""
        return NUMBERS.get(self.keadaan, "menunggu")


def locked(connection: psycopg.Connection, *, tahun: int, sekolah: int | None = None) -> list[Kunci]:
    """List the locks in force that are visible, of one school or of all."""
    with connection.cursor(row_factory=class_row(Kunci)) as cursor:
        return cursor.execute(
            "SELECT l.sekolah_id, coalesce(s.nama, s.npsn) AS sekolah, l.dikunci_oleh, l.dikunci_pada, l.minta_oleh, "
            "l.minta_pada, l.minta_alasan FROM laporan_akhir l JOIN sekolah s ON s.id = l.sekolah_id "
            "WHERE l.tahun = %(tahun)s AND l.dibuka_pada IS NULL "
            "AND (%(sekolah)s::int IS NULL OR l.sekolah_id = %(sekolah)s) ORDER BY l.minta_pada NULLS LAST, 2",
            {"tahun": tahun, "sekolah": sekolah},
        ).fetchall()


def left(connection: psycopg.Connection, *, instansi: int, tahun: int, sekolah: int) -> list[Sisa]:
    """List what stands in the way of the final report of a school."""
    params = {"instansi": instansi, "tahun": tahun, "sekolah": sekolah}
    with connection.cursor(row_factory=class_row(Sisa)) as cursor:
        return cursor.execute(_sql("sisa"), params).fetchall()


def lock(
    connection: psycopg.Connection, scope: Scope, who: Authority, sekolah: int, *, now: dt.datetime,
    terverifikasi: bool = False,
) -> int:  # fmt: skip
    """Lock the final report of a school; returns its number. One transaction of the caller.

    terverifikasi  everybody must have been signed off by the head (the pages ask for it)

    Raises `DataError` unless every entry of the school and year is selaras or dikecualikan, or when it is locked
    already; `Stop` when this person may not.
    """
    _may(scope, who, sekolah)
    connection.execute("SELECT FROM sekolah WHERE id = %s FOR UPDATE", (sekolah,))
    total, rest = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE keadaan NOT IN (1, 8)) FROM entry "
        "WHERE sekolah_id = %s AND tahun = %s AND instansi_id = %s",
        (sekolah, scope.tahun, scope.instansi),
    ).fetchone() or (0, 0)
    if rest or not total:
        raise DataError(
            f"Laporan akhir belum bisa dikunci: {rest} dari {total} isian belum selaras."
            if total
            else "Laporan akhir belum bisa dikunci: sekolah ini belum punya isian.",
            langkah="Lihat sisanya: selaras kendala --sekolah NPSN.",
        )
    if terverifikasi:
        _verified(connection, scope, sekolah)
    row = connection.execute(
        "INSERT INTO laporan_akhir(instansi_id, sekolah_id, tahun, dikunci_oleh, dikunci_pada, run_id) "
        "VALUES (%s, %s, %s, %s, %s, %s) "
        "ON CONFLICT (sekolah_id, tahun) WHERE dibuka_pada IS NULL DO NOTHING RETURNING id",
        (scope.instansi, sekolah, scope.tahun, who.oleh.strip(), now, scope.run),
    ).fetchone()
    if row is None:
        raise DataError("Laporan akhir sekolah ini sudah dikunci.")
    return int(row[0])


def unlock(
    connection: psycopg.Connection,
    scope: Scope,
    who: Authority,
    sekolah: int,
    *,
    disetujui_oleh: str,
    alasan: str,
    now: dt.datetime,
) -> None:
    """Reopen the final report of a school. Raises `Stop` when the approver is the one who asks."""
    _may(scope, who, sekolah)
    if not alasan.strip() or not disetujui_oleh.strip():
        raise DataError(
            "Membuka laporan akhir butuh alasan dan orang yang menyetujui.",
            langkah="Tambahkan alasan dan --disetujui-oleh NAMA.",
        )
    if same_name(who.oleh, disetujui_oleh):
        raise Stop(
            "Yang menyetujui pembukaan harus orang lain, bukan yang meminta.", langkah="Minta atasan menyetujuinya."
        )
    done = connection.execute(
        "UPDATE laporan_akhir SET dibuka_oleh = %s, disetujui_oleh = %s, dibuka_pada = %s, alasan = %s "
        "WHERE sekolah_id = %s AND tahun = %s AND dibuka_pada IS NULL",
        (who.oleh.strip(), disetujui_oleh.strip(), now, alasan.strip(), sekolah, scope.tahun),
    ).rowcount
    if not done:
        raise DataError("Laporan akhir sekolah ini tidak sedang dikunci.")


def ask_unlock(
    connection: psycopg.Connection, scope: Scope, who: Authority, sekolah: int, *, alasan: str, now: dt.datetime
) -> None:
    """Ask for opening the final report of a school: the admin of the instansi decides. One transaction of the caller.

    Raises `DataError` without a reason, or when it is not locked.
    """
    _may(scope, who, sekolah)
    if not alasan.strip():
        raise DataError("Alasannya belum diisi.", langkah="Tulis mengapa laporan akhir perlu dibuka.")
    done = connection.execute(
        "UPDATE laporan_akhir SET minta_oleh = %s, minta_orang = %s, minta_pada = %s, minta_alasan = %s "
        "WHERE sekolah_id = %s AND tahun = %s AND dibuka_pada IS NULL",
        (who.oleh.strip(), who.orang, now, alasan.strip(), sekolah, scope.tahun),
    ).rowcount
    if not done:
        raise DataError("Laporan akhir sekolah ini tidak sedang dikunci.")


def grant_unlock(
    connection: psycopg.Connection, scope: Scope, who: Authority, sekolah: int, *, now: dt.datetime
) -> None:
    """Open the final report as somebody of the school asked for. Raises `Stop` when the admin asked himself.

    Raises `DataError` when nobody asked.
    """
    _may(scope, who, sekolah)
    row = connection.execute(
        "SELECT minta_oleh, minta_orang, minta_alasan FROM laporan_akhir "
        "WHERE sekolah_id = %s AND tahun = %s AND dibuka_pada IS NULL AND minta_pada IS NOT NULL FOR UPDATE",
        (sekolah, scope.tahun),
    ).fetchone()
    if row is None:
        raise DataError(
            "Belum ada permintaan membuka laporan akhir sekolah ini.",
            langkah="Kepala sekolah memintanya dengan alasan.",
        )
    asked_by, person, reason = row
    if person is not None and person == who.orang:
        raise Stop("Yang menyetujui pembukaan harus orang lain, bukan yang meminta.", langkah="Minta admin lain.")
    asking = Authority(asked_by, ADMIN, person)  # his right was asked when he asked
    unlock(connection, scope, asking, sekolah, disetujui_oleh=who.oleh, alasan=reason, now=now)


def _verified(connection: psycopg.Connection, scope: Scope, sekolah: int) -> None:
    people = orang_sekolah(connection, instansi=scope.instansi, tahun=scope.tahun, sekolah=sekolah)
    if open_ones := sum(one.diverifikasi_pada is None for one in people):
        raise DataError(
            f"Laporan akhir belum bisa dikunci: {open_ones} dari {len(people)} orang belum diverifikasi.",
            langkah="Kepala sekolah memverifikasi dulu yang kedua sisinya sudah sama.",
        )


def _may(scope: Scope, who: Authority, sekolah: int) -> None:
    who.check(scope.hari_ini)
    if who.sekolah is not None and who.sekolah != sekolah:
        raise Stop("Laporan akhir sekolah lain bukan kewenangan ini.", langkah="Minta kepala sekolahnya, atau admin.")
