"""Log Sinkronisasi for people: who was refused with which message, and what the message means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.rows import class_row

from selaras.ledger import catalogue
from selaras.ledger.queries import Queries
from selaras.monitoring.pesan import sebab
from selaras.organisasi.selectors import Instansi

OWN = "M5"  # a refusal that the catalogue of messages does not know
_sql = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Saring:
    """What is looked for. `sekolah`: part of its name, or its NPSN; `keadaan`: '', masih or selesai."""

    sekolah: str = ""
    pesan: str = ""
    keadaan: str = ""


@dataclass(frozen=True, slots=True)
class Catatan:
    """One row. `lengkap`: everything of the person is done by now, None when nothing is known of him."""

    nama: str | None
    nip: str | None
    sekolah: str | None
    pesan: str
    waktu: dt.datetime | dt.date | None  # the log as it was read knows the day only
    hasil: str
    lengkap: bool | None
    semua: int
    orang_id: int | None = None
    sekolah_id: int | None = None


def log_page(
    connection: psycopg.Connection[Any], *, instansi: Instansi, bawaan: bool, saring: Saring, limit: int, offset: int
) -> list[Catatan]:
    """List a page of the log; bawaan: that of the built-in e-Kinerja in this database, else as it was read."""
    pola = saring.sekolah.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    values = {
        "instansi": instansi.id,
        "tahun": instansi.tahun,
        "batas": limit,
        "lewati": offset,
        "pola": f"%{pola}%",
        "sekolah": saring.sekolah,
        "pesan": saring.pesan,
        "keadaan": saring.keadaan,
    }
    with connection.cursor(row_factory=class_row(Catatan)) as cursor:
        return cursor.execute(_sql("log_bawaan" if bawaan else "log_dibaca"), values).fetchall()


def log_messages(connection: psycopg.Connection[Any], *, instansi: Instansi, bawaan: bool) -> list[tuple[str, int]]:
    """List the messages of the log and how often each stands there, the most frequent first."""
    if bawaan:
        rows = connection.execute(
            "SELECT pesan, count(*) FROM ek_log WHERE instansi_id = %s AND tahun = %s AND hasil <> 'diterima' "
            "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50",
            (instansi.id, instansi.tahun),
        )
    else:
        rows = connection.execute(
            "SELECT rest->>'pesan', count(*) FROM record WHERE kind = 13 AND instansi_id = %s AND gone_batch IS NULL "
            "AND tahun IN (%s, %s) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50",
            (instansi.id, instansi.tahun, instansi.tahun + 1),
        )
    return [(str(pesan), int(count)) for pesan, count in rows]


def causes(
    connection: psycopg.Connection[Any], texts: Iterable[str], *, instansi: Instansi
) -> dict[str, catalogue.Texts]:
    """Say what each message means and whose it is, in one query however many there are."""
    wanted, known = sorted(set(texts)), catalogue.messages()
    rows = connection.execute(
        "SELECT t.teks, (SELECT k.nomor FROM unnest(%s::text[]) WITH ORDINALITY AS k(pesan, nomor) "
        "WHERE position(pesan_normal(k.pesan) IN pesan_normal(t.teks)) > 0 ORDER BY length(k.pesan) DESC LIMIT 1) "
        "FROM unnest(%s::text[]) AS t(teks)",
        ([pesan for pesan, _, _ in known], wanted),
    )
    codes = {text: (known[number - 1][1] if number else []) for text, number in rows}
    return {
        text: sebab(kode[0] if kode else OWN, tahun=instansi.tahun, kantor=instansi.kantor, instansi=instansi.nama)
        for text, kode in codes.items()
    }
