"""What ends a year: the dokumen evaluasi, and the final report of a person that locks and may be opened again."""

from __future__ import annotations

from uuid import UUID

from selaras.config.clock import now
from selaras.ekinerja.aturan import Connection, told, wajib_alasan
from selaras.ekinerja.kode import pesan
from selaras.ekinerja.queries import sql
from selaras.ekinerja.services_tulis import lock
from selaras.galat import DataError, Stop

_TAHUNAN = """
SELECT g.id FROM ek_pegawai g WHERE g.instansi_id = %(instansi)s AND g.nip = %(nip)s AND EXISTS (
  SELECT FROM ek_skp s JOIN ek_penilaian n ON n.skp_id = s.id AND n.slot = 400 AND n.ditarik IS NULL
  WHERE s.pegawai_id = g.id AND s.tahun = %(tahun)s AND s.ditarik IS NULL)
"""


def dokumen_buat(connection: Connection, *, instansi: int, skp_id: str, slot: int, oleh: str) -> str:
    """Render the dokumen evaluasi of an SKP in a period (400: the year), keep it, and return its id.

    Every rendering is kept beside the earlier ones. Raises `DataError` when there is no rating to show.
    """
    params = {"instansi": instansi, "skp": UUID(skp_id), "slot": slot, "oleh": oleh, "waktu": now()}
    found = connection.execute(sql("sql_layanan", "dokumen"), params).fetchone()
    if found is None:
        raise DataError("Belum ada penilaian yang dapat dicetak untuk periode ini.")
    row = connection.execute(
        "INSERT INTO ek_dokumen(instansi_id, skp_id, slot, terbitan, isi, dibuat, dibuat_oleh) "
        "SELECT %(instansi)s, %(skp)s, %(slot)s, 1 + coalesce(max(terbitan), 0), %(isi)s::jsonb, %(waktu)s, %(oleh)s "
        "FROM ek_dokumen WHERE skp_id = %(skp)s AND slot = %(slot)s RETURNING id",
        params | {"isi": found[0]},
    ).fetchone()
    return str(row[0]) if row else ""


def final_kunci(connection: Connection, *, instansi: int, nip: str, tahun: int, oleh: str) -> int:
    """Lock the year of a person; return the id of the lock.

    Raises `DataError` without a yearly rating, `Stop` when it is locked already.
    """
    lock(connection, instansi, [nip])
    params = {"instansi": instansi, "nip": nip, "tahun": tahun, "oleh": oleh, "waktu": now()}
    found = connection.execute(_TAHUNAN, params).fetchone()
    if found is None:
        raise DataError("Penilaian tahunan pegawai ini belum ada, jadi laporan akhir belum dapat dikunci.")
    row = connection.execute(
        "INSERT INTO ek_final(instansi_id, pegawai_id, tahun, dikunci_oleh, dikunci_pada) "
        "VALUES (%(instansi)s, %(pegawai)s, %(tahun)s, %(oleh)s, %(waktu)s) "
        "ON CONFLICT (pegawai_id, tahun) WHERE dibuka_pada IS NULL DO NOTHING RETURNING id",
        params | {"pegawai": found[0]},
    ).fetchone()
    if row is None:
        raise Stop(pesan("EK4"))
    return int(row[0])


def final_buka(
    connection: Connection, *, instansi: int, nip: str, tahun: int, oleh: str, disetujui: str, alasan: str
) -> None:
    """Open a locked year again: somebody asks with a reason, somebody else agrees. Raises `DataError` otherwise."""
    alasan = wajib_alasan(alasan)
    if not oleh.strip() or not disetujui.strip() or oleh.strip() == disetujui.strip():
        raise DataError("Laporan akhir hanya dibuka atas permintaan seseorang dan persetujuan orang lain.")
    lock(connection, instansi, [nip])
    with told(connection, {}, "Laporan akhir tidak dapat dibuka."):
        opened = connection.execute(
            "UPDATE ek_final f SET dibuka_oleh = %s, disetujui_oleh = %s, alasan = %s, dibuka_pada = %s "
            "FROM ek_pegawai g WHERE g.id = f.pegawai_id AND g.instansi_id = %s AND g.nip = %s AND f.tahun = %s "
            "AND f.dibuka_pada IS NULL",
            (oleh.strip(), disetujui.strip(), alasan, now(), instansi, nip, tahun),
        ).rowcount
    if opened != 1:
        raise DataError("Laporan akhir pegawai ini tidak sedang terkunci.")
