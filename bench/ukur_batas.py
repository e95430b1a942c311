"""The limit: COPY of ready tuples and one MERGE by hand into the same tables, with the same accounts and places."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import psycopg

from bench.anak import PER, TAHUN
from bench.hasil import Ukuran, tengah
from bench.panggung import Panggung
from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Context, Side
from selaras.connectors.registry import recognise
from selaras.database import connect
from selaras.intake import chunks, places, services, staging
from selaras.intake.batch import Batch
from selaras.intake.encode import COPY_OPTIONS
from selaras.ledger.queries import Queries

BLOK = 1 << 20
_sql = Queries(services.__file__)
_MERGE = """
MERGE INTO record r
USING (
  SELECT g.*, a.id AS akun_id, p.sekolah_id, p.unor_id
  FROM stg g
  LEFT JOIN akun a ON a.sistem = %(side)s AND a.instansi_id = %(instansi)s AND a.native = g.akun
  LEFT JOIN stg_place p ON p.place = g.place) s
ON r.tahun = s.tahun AND r.side = %(side)s AND r.kind = s.kind AND r.native = s.native AND r.slot = s.slot
WHEN MATCHED AND r.raw_hash <> s.raw_hash THEN UPDATE SET
  raw_hash = s.raw_hash, core = s.core, batch_id = %(batch)s, per = %(per)s, akun_id = s.akun_id, line = s.line,
  status = s.status, hasil = s.hasil, perilaku = s.perilaku, predikat = s.predikat, rest = s.rest
WHEN NOT MATCHED THEN INSERT
  (tahun, side, kind, native, slot, instansi_id, akun_id, sekolah_id, unor_id, raw_hash, core, batch_id, per, line,
   sheet, status, mulai, selesai, hasil, perilaku, predikat, plt, penilai_nip, tanggal, rest)
  VALUES (s.tahun, %(side)s, s.kind, s.native, s.slot, %(instansi)s, s.akun_id, s.sekolah_id, s.unor_id, s.raw_hash,
   s.core, %(batch)s, %(per)s, s.line, s.sheet, s.status, s.mulai, s.selesai, s.hasil, s.perilaku, s.predikat, s.plt,
   s.penilai_nip, s.tanggal, s.rest)
"""


def jalan(p: Panggung) -> None:
    """Run one repetition."""
    siap = p.folder / "siap.tsv"
    if not siap.exists():
        _siapkan(p.ndjson, siap)
    dsn = p.baru()
    with connect(dsn) as connection:
        mulai = time.perf_counter()
        _masukkan(connection, siap)
        connection.commit()
        p.catat("batas", time.perf_counter() - mulai)
    p.buang(dsn)


def nilai(p: Panggung) -> list[Ukuran]:
    """Give the line of the table."""
    detik, baris = tengah(p.detik["batas"]), p.impor["ndjson"][0].baris
    return [Ukuran("batas: COPY + MERGE tupel siap", 1.0, detik=detik, baris=baris)]


def _masukkan(connection: psycopg.Connection, siap: Path) -> None:
    connection.execute("INSERT INTO run(verb, actor, rules_version, started) VALUES ('bench', '', 1, now())")
    row = connection.execute(
        "INSERT INTO batch(run_id, instansi_id, side, connector, berkas, file_digest, per, tanda) "
        "SELECT run.id, instansi.id, 1, 'bench', '', '', %s, '' FROM run, instansi RETURNING id, instansi_id",
        (PER,),
    ).fetchone()
    nomor, instansi = row or (0, 0)
    batch = Batch(nomor, instansi, Side.PMM, PER.isoformat(), whole=False)
    staging.prepare(connection)
    with connection.cursor() as cursor, siap.open("rb") as tupel:
        with cursor.copy(f"COPY stg FROM STDIN {COPY_OPTIONS}") as copy:
            while blok := tupel.read(BLOK):
                copy.write(blok)
        cursor.execute("ANALYZE stg")
    places.resolve(connection, instansi, Side.PMM)
    for nama in ("accounts_roster", "accounts_seen"):
        connection.execute(_sql(nama), batch.params)
    connection.execute("ANALYZE akun")
    connection.execute(_MERGE, batch.params)


def _siapkan(asal: Path, siap: Path) -> None:
    """Write the tuples of the file, without those that a MERGE would trip over (one key twice)."""
    mentah = siap.with_suffix(".mentah")
    kunci: Counter[int] = Counter()
    with mentah.open("wb") as keluar:
        for source in open_sources(asal):
            connector = recognise(source)
            if connector is None:
                raise RuntimeError("the rehearsal kit wrote a file that nobody knows")
            rows = connector.records(source, connector.heading(source), Context(TAHUN, PER))
            for chunk in chunks.cut(rows):
                isi = b"".join(part.staged() for part in chunk.parts)
                keluar.write(isi)
                kunci.update(map(_kunci, isi.splitlines()))
    dua_kali = {nama for nama, kali in kunci.items() if kali > 1}
    with mentah.open("rb") as masuk, siap.open("wb") as keluar:
        keluar.writelines(baris for baris in masuk if _kunci(baris) not in dua_kali)
    mentah.unlink()


def _kunci(baris: bytes) -> int:
    return hash(tuple(baris.split(b"\t", 6)[2:6]))
