"""The built-in e-Kinerja of a rehearsal: its tables hold what the district says, and change where it is mended."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg

from selaras.ekinerja.services_muat import Termuat, muat
from selaras.ekinerja.services_periode import periode_hapus
from selaras.kinerja import predikat
from selaras.latihan.bentuk_ekinerja import Isi, Penilaian, SkpEkinerja

TARGET = "ekinerja_builtin"
_SLOT = {"1": 201, "2": 202, "3": 203, "4": 204, "T": 400}


def fill(connection: psycopg.Connection, *, instansi: int, tahun: int, isi: Isi) -> Termuat:
    """Put these rows into the tables, new or changed; one transaction of the caller."""
    return muat(
        connection,
        instansi=instansi,
        unor=isi.unit,
        pegawai=isi.pegawai,
        periode=isi.periode,
        skp=(_skp(tahun, satu) for satu in isi.skp),
        penilaian=(_penilaian(satu) for satu in isi.penilaian),
    )


def drop_periods(connection: psycopg.Connection, *, instansi: int, ids: Iterable[str]) -> None:
    """Take periods out that ought never to have been made (P2)."""
    for one in ids:
        periode_hapus(connection, instansi=instansi, id=one)


def _skp(tahun: int, s: SkpEkinerja) -> tuple[object, ...]:
    return s.id, s.nip, tahun, s.unor, s.mulai, s.selesai, s.status, s.jabatan, s.plt, s.atasan, "kualitatif", s.dibuat


def _penilaian(p: Penilaian) -> tuple[object, ...]:
    akhir = int(predikat.dari(p.hasil, p.perilaku))
    return p.skp, _SLOT[p.tw], p.hasil, p.perilaku, akhir, p.umpan_balik, p.penilai, p.tanggal, p.id
