"""Fill an instansi in bulk (COPY): for the rehearsal kit, the bench and tests. No precondition is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psycopg import sql as pg

from selaras.config.clock import now
from selaras.database.bulk import Baris, copy_rows, rules_named
from selaras.pmm.aturan import kunci
from selaras.pmm.queries import Connection, sql

SEKOLAH = ("npsn", "nama")
PEGAWAI = (
    "nip", "nama", "npsn", "nik", "nuptk", "jabatan", "golongan", "jenis_ptk", "status_kepegawaian", "kepala",
    "pengawas", "dinas", "aktif", "id",
)  # fmt: skip
SKP = (
    "id", "nip", "npsn", "tahun", "mulai", "selesai", "status", "slot", "peran", "plt", "jabatan", "indikator",
    "penilai_nip", "disepakati", "alasan",
)  # fmt: skip
RHK = ("skp_id", "nomor", "rhk", "bagian", "rhk_pimpinan", "aspek", "indikator", "target", "poin", "ke", "id")
KEGIATAN = (
    "nip", "jenis", "judul", "mulai", "selesai", "npsn", "peran", "jam", "poin", "tautan", "sumber", "sumber_id", "id",
)  # fmt: skip
PENILAIAN = (
    "skp_id", "slot", "hasil", "perilaku", "predikat", "status", "umpan_balik", "penilai_nip", "dinilai", "id",
)  # fmt: skip
PERILAKU = ("skp_id", "nilai", "panduan")
FASE = ("skp_id", "fase", "isi", "tanggal", "oleh_nip")
RUBRIK = ("skp_id", "butir", "tingkat", "catatan")
_TABEL = (
    ("sekolah", SEKOLAH), ("pegawai", PEGAWAI), ("skp", SKP), ("rhk", RHK), ("kegiatan", KEGIATAN),
    ("penilaian", PENILAIAN), ("perilaku", PERILAKU), ("fase", FASE), ("rubrik", RUBRIK),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Termuat:
    """How many rows of each were loaded."""

    sekolah: int
    pegawai: int
    skp: int
    rhk: int
    kegiatan: int
    penilaian: int
    perilaku: int
    fase: int
    rubrik: int


def muat(
    connection: Connection,
    *,
    instansi: int,
    sekolah: Iterable[Baris] = (),
    pegawai: Iterable[Baris] = (),
    skp: Iterable[Baris] = (),
    rhk: Iterable[Baris] = (),
    kegiatan: Iterable[Baris] = (),
    penilaian: Iterable[Baris] = (),
    perilaku: Iterable[Baris] = (),
    fase: Iterable[Baris] = (),
    rubrik: Iterable[Baris] = (),
) -> Termuat:
    """Load the rows and return their numbers; one transaction of the caller. Iterables may be generators.

    A row is a mapping (what is missing takes its default) or a tuple in the order of the constant named; a shorter
    tuple takes the defaults of the rest. Dates and times may be ISO text. Loading again by the same id (sekolah: NPSN,
    pegawai: NIP) changes what differs, and only that counts as changed.

    sekolah    `SEKOLAH`: npsn, nama
    pegawai    `PEGAWAI`: nip (18 digits), nama, npsn (of a school that is there, None for nobody's), nik, nuptk,
               jabatan, golongan, jenis_ptk, status_kepegawaian ('PNS'), kepala, pengawas, dinas (False), aktif (True),
               id (uuid, made when absent)
    skp        `SKP`: id (uuid, needed), nip, npsn, tahun, mulai, selesai, status 1..4 (4: Disepakati), slot (301, 302
               or 400, worked out from the dates), peran ('kepala' for who heads or is plt, 'pengawas', else 'guru'),
               plt (False), jabatan (that of the pegawai), indikator 1..8, penilai_nip, disepakati (a moment; with
               status 4 30 days after `mulai` unless said), alasan (with status 3)
    rhk        `RHK`: skp_id, nomor, rhk, bagian ('utama'), rhk_pimpinan, aspek, indikator, target, poin, ke (place in
               the list; by order when absent), id
    kegiatan   `KEGIATAN`: nip, jenis, judul, mulai, selesai, npsn, peran, jam, poin, tautan, sumber ('manual'),
               sumber_id (needed unless 'manual'), id
    penilaian  `PENILAIAN`: skp_id, slot, hasil 1..3, perilaku 1..3, predikat 1..5 (not compared with the matrix),
               status 1..3 (3: terkirim, with its proof), umpan_balik, penilai_nip, dinilai (a moment), id
    perilaku   `PERILAKU`: skp_id, nilai 1..7, panduan 1..3
    fase       `FASE`: skp_id, fase 1..5 (the earlier ones too), isi, tanggal, oleh_nip
    rubrik     `RUBRIK`: skp_id, butir 1..3, tingkat 1..3, catatan

    Raises `DataError` when somebody or something that a row names is not there, or a rule of the tables is broken.
    """
    kunci(connection, instansi)
    given = {
        "sekolah": sekolah, "pegawai": pegawai, "skp": skp, "rhk": rhk, "kegiatan": kegiatan, "penilaian": penilaian,
        "perilaku": perilaku, "fase": fase, "rubrik": rubrik,
    }  # fmt: skip
    with rules_named():
        return Termuat(**_muat(connection, instansi, given))


def _muat(connection: Connection, instansi: int, given: Mapping[str, Iterable[Baris]]) -> dict[str, int]:
    connection.execute(sql("sql_muat", "staging"))
    params = {"instansi": instansi, "waktu": now()}
    counts = {}
    for name, fields in _TABEL:
        counts[name] = copy_rows(connection, f"pm_muat_{name}", fields, given[name])
        if counts[name]:
            connection.execute(sql("sql_muat", name), params)
            connection.execute(pg.SQL("ANALYZE {}").format(pg.Identifier(f"pm_{name}")))
    if counts["penilaian"]:
        connection.execute(sql("sql_muat", "kiriman_tarik"), params)
        connection.execute(sql("sql_muat", "kiriman"), params)
    return counts
