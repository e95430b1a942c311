"""The end of a plan, and the second person's word on it."""

from __future__ import annotations

import datetime as dt

import psycopg

from selaras.galat import DataError, Stop
from selaras.plan.selectors import open_plan, plan_get


def close_unused(connection: psycopg.Connection, *, instansi: int, tahun: int, now: dt.datetime) -> None:
    """Close the open plan that nothing was sent from. Raises `Stop` when it is under way."""
    known = open_plan(connection, instansi=instansi, tahun=tahun)
    if known is None:
        return
    done = connection.execute(
        "UPDATE plan SET ditutup = %s WHERE id = %s AND ditutup IS NULL AND dibuka_run IS NULL", (now, known.id)
    ).rowcount
    if not done:
        raise Stop(
            f"Rencana nomor {known.id} sedang dikirim.",
            langkah="Selesaikan dulu: selaras kirim. Sesudah itu buat rencana baru.",
        )
    _lapse(connection, known.id, "diganti rencana yang lebih baru", now)


def plan_close(connection: psycopg.Connection, plan: int, *, alasan: str, now: dt.datetime) -> int:
    """Close a plan by a person's word; what was not sent lapses. Returns how many did.

    Raises `Stop` while something that was sent has not been read back, `DataError` when the plan is closed already.
    """
    if plan_get(connection, plan).ditutup:
        raise DataError(f"Rencana nomor {plan} sudah ditutup.")
    row = connection.execute("SELECT count(*) FROM operation WHERE plan_id = %s AND status = 1", (plan,)).fetchone()
    if row and row[0]:
        raise Stop(
            f"{row[0]} kiriman dari rencana nomor {plan} belum dibaca ulang.", langkah="Jalankan: selaras cocokkan."
        )
    lapsed = _lapse(connection, plan, alasan, now)
    connection.execute("UPDATE plan SET ditutup = %s WHERE id = %s", (now, plan))
    return lapsed


def plan_agree(connection: psycopg.Connection, plan: int, oleh: str, alasan: str, *, now: dt.datetime) -> None:
    """Let a second person agree to a plan that passes a threshold. One transaction of the caller.

    Raises `Stop` when it is the person who sealed it, `DataError` when there is nothing to agree to.
    """
    known = plan_get(connection, plan)
    if known.ditutup or not known.menunggu_kedua:
        raise DataError(f"Rencana nomor {plan} tidak menunggu persetujuan kedua.", langkah="Lihat: selaras rencana.")
    if now >= known.berlaku_sampai:
        raise Stop(f"Rencana nomor {plan} sudah lewat masa berlakunya.", langkah="Buat lagi: selaras rencana.")
    if not oleh.strip() or not alasan.strip():
        raise DataError("Nama dan alasan persetujuan kedua belum diisi.", langkah='Tambahkan --alasan "...".')
    if same_name(oleh, known.disegel_oleh):
        raise Stop(
            "Persetujuan kedua harus dari orang lain, bukan yang membuat rencana.",
            langkah="Minta orang kedua menjalankannya dengan namanya sendiri.",
        )
    connection.execute(
        "UPDATE plan SET kedua_oleh = %s, kedua_alasan = %s, kedua_pada = %s WHERE id = %s",
        (oleh.strip(), alasan.strip(), now, plan),
    )


def same_name(one: str, other: str) -> bool:
    """Say whether two names name the same person.

    >>> same_name(" Sari  Kepala", "SARI KEPALA")
    True
    """
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _lapse(connection: psycopg.Connection, plan: int, sebab: str, now: dt.datetime) -> int:
    return connection.execute(
        "UPDATE operation SET status = 8, sebab = %s, pada = %s WHERE plan_id = %s AND status = 0", (sebab, now, plan)
    ).rowcount
