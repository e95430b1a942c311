"""The final report of a school and year: locked when everything is done, reopened with a reason and an approver."""

from __future__ import annotations

import datetime as dt

import psycopg

from selaras.galat import DataError, Stop
from selaras.ledger.scope import Scope
from selaras.plan.closing import same_name
from selaras.review.authority import Authority


def lock(connection: psycopg.Connection, scope: Scope, who: Authority, sekolah: int, *, now: dt.datetime) -> int:
    """Lock the final report of a school; returns its number. One transaction of the caller.

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


def _may(scope: Scope, who: Authority, sekolah: int) -> None:
    who.check(scope.hari_ini)
    if who.sekolah is not None and who.sekolah != sekolah:
        raise Stop("Laporan akhir sekolah lain bukan kewenangan ini.", langkah="Minta kepala sekolahnya, atau admin.")
