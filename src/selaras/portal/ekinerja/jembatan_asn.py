"""Sinkronisasi ASN: what the SIASN list that Selaras has read says of a person, taken over into his profile."""

from __future__ import annotations

from psycopg.rows import dict_row

from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.services import pegawai_sinkron_asn
from selaras.galat import DataError

_SIASN = """
SELECT a.nama, a.jabatan, a.golongan AS golru, u.native AS unor_id, a.aktif, nullif(a.kepegawaian, '') AS jenis_pegawai
FROM akun a LEFT JOIN unor u ON u.id = a.unor_id AND u.native NOT LIKE 'nama:%%'
WHERE a.instansi_id = %(instansi)s AND a.sistem = 4 AND a.nip = %(nip)s AND NOT a.usang ORDER BY a.id DESC LIMIT 1
"""
# Whoever heads the unit that the person stands in now; for a head himself nothing is said.
_ATASAN = """
SELECT k.nip FROM ek_pegawai k WHERE k.instansi_id = %(instansi)s AND k.unor_id = %(unor)s
  AND k.kepala AND k.aktif AND k.nip <> %(nip)s
  AND NOT EXISTS (SELECT FROM ek_pegawai g WHERE g.instansi_id = %(instansi)s AND g.nip = %(nip)s AND g.kepala)
"""


def sinkron_asn(connection: Connection, *, instansi: int, nip: str) -> bool:
    """Refresh a profile from SIASN; say whether SIASN knows the person. The caller commits.

    Raises `DataError` for somebody whom neither e-Kinerja nor SIASN knows.
    """
    params = {"instansi": instansi, "nip": nip}
    with connection.cursor(row_factory=dict_row) as cursor:
        told = cursor.execute(_SIASN, params).fetchone()
    known = connection.execute(
        "SELECT unor_id FROM ek_pegawai WHERE instansi_id = %(instansi)s AND nip = %(nip)s", params
    ).fetchone()
    if told is None and known is None:
        raise DataError("NIP ini tidak ada di data SIASN maupun e-Kinerja.", langkah="Hubungi admin instansi.")
    unor = (told or {}).get("unor_id") or (known[0] if known else None)
    found = connection.execute(_ATASAN, params | {"unor": unor}).fetchall()
    heads = [row[0] for row in found]
    row = (told or {}) | {"nip": nip, "unor_id": unor, "atasan_nip": heads[0] if len(heads) == 1 else None}
    pegawai_sinkron_asn(connection, instansi=instansi, pegawai=[row])
    return told is not None
