"""Reading where everybody stands, as the plain values of `posisi`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
from psycopg.rows import dict_row

from selaras.kinerja import periode
from selaras.ledger import catalogue
from selaras.ledger.keadaan import KEADAAN, NUMBERS
from selaras.ledger.periods import year_slots
from selaras.ledger.queries import Queries
from selaras.monitoring import texts
from selaras.monitoring.dekat import dekat, di_sekolah
from selaras.monitoring.posisi import Kendala, OrangLuar, Sekolah, SumberData
from selaras.organisasi.selectors import Instansi

_sql = Queries(__file__)
_GRAVITY = ("terblokir", "ditolak", "berbeda", "menunggu", "siap", "catatan")


def kendala_list(
    connection: psycopg.Connection,
    *,
    instansi: Instansi,
    tahun: int,
    per: dt.date,
    sekolah: int | None = None,
    orang: int | None = None,
) -> tuple[Kendala, ...]:
    """List the findings, gravest first, then those whose repair frees most people."""
    params = {"instansi": instansi.id, "tahun": tahun, "sekolah": sekolah, "orang": orang}
    with connection.cursor(row_factory=dict_row) as cursor:
        rows = cursor.execute(_sql("kendala", **dekat(sekolah, orang)), params)
        found = [_kendala(row, instansi, tahun, per) for row in rows]
    found.sort(key=lambda k: (_GRAVITY.index(k.keadaan), -k.membuka_jalan_bagi, k.kode, k.sekolah or "", k.nama or ""))
    return tuple(found)


def _kendala(row: dict[str, Any], instansi: Instansi, tahun: int, per: dt.date) -> Kendala:
    detail = row["detail"] or {}
    slots: list[int] = [slot for slot in row["slots"] or [] if slot]
    facts = texts.facts(detail, instansi=instansi, tahun=tahun, per=per, slots=slots, frees=row["frees"])
    facts |= {"berkas": row["berkas"] or "berkas sumber", "baris": row["baris"] or "?"}
    sentence = texts.text_of(row["kode"])
    return Kendala(
        kode=catalogue.shown(row["kode"]),
        judul=sentence.judul,
        sebab=texts.fill(sentence.sebab, facts, instansi.kantor),
        langkah=texts.fill(sentence.langkah, facts, instansi.kantor),
        penanggung_jawab=texts.fill(sentence.penanggung_jawab, facts, instansi.kantor),
        di_mana=texts.fill(sentence.di_mana, facts, instansi.kantor),
        perkiraan_waktu=texts.fill(sentence.perkiraan_waktu, facts, instansi.kantor),
        keadaan=catalogue.codes()[row["kode"]].keadaan,
        tingkat=row["tingkat"],
        membuka_jalan_bagi=row["frees"],
        nip=row["nip"] or detail.get("nip"),
        nip_pmm=row["nip_pmm"],
        nama=row["nama"],
        kepala=row["kepala"],
        npsn=row["npsn"],
        sekolah=row["sekolah"],
        kecamatan=row["kecamatan"],
        periode=(*(("SKP",) if row["skp"] else ()), *(periode.nama(slot) for slot in slots)),
        berkas=row["berkas"],
        lembar=row["lembar"] or None,
        baris=row["baris"],
        sejak=row["since"],
        detail=detail,
        orang_id=row["orang_id"],
        sekolah_id=row["sekolah_id"],
    )


def sekolah_list(
    connection: psycopg.Connection, *, instansi: int, tahun: int, sekolah: int | None = None
) -> tuple[Sekolah, ...]:
    """List the schools with people, people who are done, and entries per state."""
    query = _sql("sekolah", di_sekolah=di_sekolah(sekolah))
    rows = connection.execute(query, {"instansi": instansi, "tahun": tahun, "sekolah": sekolah})
    return tuple(
        Sekolah(npsn, nama, kecamatan, kepala, guru, selesai, _states(counts))
        for npsn, nama, kecamatan, kepala, guru, selesai, counts in rows
    )


def _states(counts: dict[str, int]) -> dict[str, int]:
    return dict.fromkeys(KEADAAN, 0) | {
        NUMBERS[int(number)]: count for number, count in counts.items() if int(number) in NUMBERS
    }


def sumber_list(connection: psycopg.Connection, *, instansi: int, titles: dict[str, str]) -> tuple[SumberData, ...]:
    """List the files that the position rests on. `titles` names connectors for people."""
    rows = connection.execute(_sql("sumber"), {"instansi": instansi})
    return tuple(
        SumberData(berkas, titles.get(str(connector), str(connector)), per, cakupan, read, rejected)
        for _, connector, berkas, per, read, rejected, cakupan in rows
    )


def di_luar_list(connection: psycopg.Connection, *, instansi: int) -> tuple[OrangLuar, ...]:
    """List the people outside the scope (X2)."""
    return tuple(OrangLuar(*row) for row in connection.execute(_sql("di_luar"), {"instansi": instansi}))


def guru_count(connection: psycopg.Connection, *, instansi: int, tahun: int) -> tuple[int, int]:
    """Count people in scope, and those whose every entry is done."""
    row = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE selesai) "
        "FROM (SELECT bool_and(keadaan IN (1, 8)) AS selesai FROM entry "
        "WHERE tahun = %s AND instansi_id = %s GROUP BY orang_id) x",
        (tahun, instansi),
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def missing(connection: psycopg.Connection, *, instansi: Instansi, tahun: int) -> list[str]:
    """Say in words what has not been imported yet."""
    have = {
        (side, kind, slot)
        for side, kind, slot in connection.execute(
            "SELECT DISTINCT c.side, c.kind, c.slot FROM coverage c JOIN batch k ON k.id = c.batch_id "
            "WHERE k.instansi_id = %s AND k.diganti_oleh IS NULL AND k.closed_at IS NOT NULL AND c.tahun IN (0, %s)",
            (instansi.id, tahun),
        )
    }
    wanted = [
        ("laporan SKP e-Kinerja", (2, 2)),
        ("daftar pegawai SIASN", (4, 1)),
        ("daftar guru Dapodik", (3, 1)),
        ("data PMM/Ruang GTK", (1, 3)),
        ("peta UNOR", (5, 14)),
        ("referensi periode", (2, 12)),
    ]
    known = {(side, kind) for side, kind, _ in have}
    words = [name for name, key in wanted if key not in known]
    rated = {slot for side, kind, slot in have if (side, kind) == (2, 3)}
    slots = year_slots(connection, instansi=instansi.id, tahun=tahun)
    absent = [] if None in rated else [slot for slot in slots if slot not in rated]
    if absent:
        words.insert(0, "laporan penilaian " + ", ".join(periode.nama(slot) for slot in absent))
    return words


def previous(
    connection: psycopg.Connection, *, instansi: int, tahun: int, per: dt.date
) -> tuple[dt.date | None, int | None]:
    """Find the data date before this one, and how many people were done then."""
    row = connection.execute(
        "SELECT max(per) FROM run WHERE per < %s AND id IN (SELECT run_id FROM batch WHERE instansi_id = %s)",
        (per, instansi),
    ).fetchone()
    if row is None or row[0] is None:
        return None, None
    done = connection.execute(_sql("selesai_pada"), {"instansi": instansi, "tahun": tahun, "pada": row[0]}).fetchone()
    return row[0], int(done[0]) if done else None


def changes(
    connection: psycopg.Connection,
    *,
    instansi: int,
    tahun: int,
    sejak: dt.date,
    sekolah: int | None = None,
    orang: int | None = None,
) -> list[dict[str, Any]]:
    """List the entries that were finished, are new or came back since a data date."""
    params = {"instansi": instansi, "tahun": tahun, "sejak": sejak, "sekolah": sekolah, "orang": orang}
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(_sql("perubahan"), params).fetchall()


def ticks(connection: psycopg.Connection, *, instansi: int) -> dict[str, tuple[str, str]]:
    """Read what people ticked in the status columns, by the key of the row, with the day they did."""
    rows = connection.execute(
        "SELECT kunci, status, coalesce(catatan, ''), pada::date FROM tanda_selesai WHERE instansi_id = %s", (instansi,)
    )
    return {kunci: (status, f"{catatan} (ditandai {day:%d-%m-%Y})".strip()) for kunci, status, catatan, day in rows}
