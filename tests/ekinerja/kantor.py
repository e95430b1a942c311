"""A small office: one instansi with two schools, their people and periods, and short ways to write to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import psycopg

from selaras.ekinerja import selectors, services
from selaras.kinerja import predikat

INSTANSI, TAHUN = 1, 2024
KEPALA, GURU, REKAN = "197001012000031901", "198501012010011902", "199001012015032903"
KEPALA_DUA, GURU_DUA = "197101012001031904", "198601012011011905"
TANPA_UNOR, UNOR_MATI, ASING = "198701012012011906", "198801012013011907", "198901012014011908"
SATU, DUA, MATI, BELUM = "20271901", "20271902", "20271903", "20271999"  # NPSN

UNOR = [
    {"id": "dinas", "nama": "DINAS PENDIDIKAN"},
    {"id": "u1", "nama": "SDN 1 CONTOH", "induk": "DINAS PENDIDIKAN", "atasan_id": "dinas", "npsn": SATU},
    {"id": "u2", "nama": "SDN 2 CONTOH", "induk": "DINAS PENDIDIKAN", "atasan_id": "dinas", "npsn": DUA},
    {
        "id": "u3",
        "nama": "SDN 3 CONTOH",
        "induk": "DINAS PENDIDIKAN",
        "atasan_id": "dinas",
        "npsn": MATI,
        "aktif": False,
    },
    {"id": "u4", "nama": "SDN 4 CONTOH", "induk": "DINAS PENDIDIKAN", "atasan_id": "dinas"},
]
PEGAWAI = [
    (KEPALA, "SITI KEPALA", None, "Kepala Sekolah", None, "IV/a", "PNS", "u1", None, True, True),
    (GURU, "BUDI GURU", None, "Guru Ahli Muda", None, "III/c", "PNS", "u1", KEPALA),
    (REKAN, "RINI REKAN", None, "Guru Ahli Pertama", None, "III/a", "PNS", "u1", KEPALA),
    (KEPALA_DUA, "DEWI KEPALA", None, "Kepala Sekolah", None, "IV/b", "PNS", "u2", None, True, True),
    (GURU_DUA, "EKO GURU", None, "Guru Ahli Muda", None, "III/d", "PNS", "u2", KEPALA_DUA),
    (TANPA_UNOR, "TITO TANPA", None, "Guru Ahli Muda", None, "III/d", "PNS", "entah"),
    (UNOR_MATI, "MIRA MATI", None, "Guru Ahli Muda", None, "III/d", "PNS", "u3"),
]
TRIWULAN = [
    (f"Triwulan {n}", awal, akhir, "31-01", "periodik", TAHUN, "triwulanan", n)
    for n, (awal, akhir) in enumerate(
        [("01-01", "31-03"), ("01-04", "30-06"), ("01-07", "30-09"), ("01-10", "31-12")], start=1
    )
]
FINAL = ("Tahunan", "01-01", "31-12", "31-01", "final")
Op = dict[str, Any]


def skp(nip: str, npsn: str = SATU, *, versi: int = 0, mulai: str = "2024-01-01", **isi: Any) -> Op:
    """Give the write of an SKP; `isi` overrides its content."""
    whole = {
        "selesai": "2024-12-31", "status": "persetujuan", "jabatan": "Guru Ahli Muda", "plt": False,
        "atasan_nip": KEPALA, "pendekatan": "kuantitatif",
    }  # fmt: skip
    return _op("skp", nip, npsn, mulai, 0, versi) | {"isi": whole | isi}


def nilai(
    nip: str, slot: int = 201, npsn: str = SATU, *, versi: int = 0, hasil: int = 1, perilaku: int = 2, **isi: Any
) -> Op:
    """Give the write of a rating; `isi` overrides its content."""
    whole = {
        "hasil_kerja": hasil, "perilaku_kerja": perilaku, "predikat": predikat.dari(hasil, perilaku),
        "umpan_balik": "Pertahankan.", "penilai_nip": KEPALA, "tanggal": "2025-01-05",
    }  # fmt: skip
    return _op("penilaian", nip, npsn, None, slot, versi) | {"isi": whole | isi}


def tarik(op: Op, *, versi: int, alasan: str | None = "Salah orang") -> Op:
    """Give the withdrawal of what another write wrote."""
    return op | {"kunci": uuid4().hex, "aksi": "tarik", "versi": versi, "isi": None, "alasan": alasan}


def _op(jenis: str, nip: str, npsn: str, mulai: str | None, slot: int, versi: int) -> Op:
    return {
        "kunci": uuid4().hex, "jenis": jenis, "aksi": "tulis", "nip": nip, "tahun": TAHUN, "npsn": npsn,
        "mulai": mulai, "slot": slot, "versi": versi, "alasan": None,
    }  # fmt: skip


class Kantor:
    """The office in a database; every call is committed."""

    def __init__(self, dsn: str, instansi: int = INSTANSI) -> None:
        """Open it; `isi` fills it."""
        self.dsn = dsn
        self.instansi = instansi
        self.connection = psycopg.connect(dsn)

    def isi(self, *, periode: Sequence[Any] = (*TRIWULAN, FINAL)) -> Kantor:
        """Fill it with units, people and periods."""
        self.panggil(services.muat, unor=UNOR, pegawai=PEGAWAI, periode=periode)
        return self

    def panggil(self, service: Any, **said: Any) -> Any:
        """Call a service and commit; roll back when it refuses."""
        try:
            answer = service(self.connection, instansi=self.instansi, **said)
        except Exception:
            self.connection.rollback()
            raise
        self.connection.commit()
        return answer

    def tulis(self, *operasi: Op) -> list[dict[str, Any]]:
        """Write in one call."""
        told: list[dict[str, Any]] = self.panggil(services.tulis, operasi=operasi)
        return told

    def hasil(self, *operasi: Op) -> list[str]:
        """Write in one call; give what became of each, a refusal by its code."""
        return [satu["kode"] or satu["hasil"] for satu in self.tulis(*operasi)]

    def baca(self, *kunci: Op) -> list[dict[str, Any]]:
        """Read what is held under the keys of these writes."""
        return selectors.baca(self.connection, instansi=self.instansi, kunci=kunci)

    def versi(self, *kunci: Op) -> list[int]:
        """Read the versions that are held."""
        return [satu["versi"] for satu in self.baca(*kunci)]

    def angka(self, query: str, *params: object, **named: object) -> int:
        """Give the one number of a query."""
        row = self.connection.execute(query.encode(), named or params).fetchone()
        return int(row[0]) if row else 0

    def skp_id(self, nip: str) -> str:
        """Give the id of a person's only live SKP."""
        [row] = [
            row
            for row in selectors.laporan_skp(self.connection, instansi=self.instansi, tahun=TAHUN)
            if row["nip"] == nip
        ]
        return str(row["skp_id"])

    def catatan(self) -> list[dict[str, Any]]:
        """Give the whole log."""
        return selectors.log(self.connection, instansi=self.instansi, hasil=None)

    def gambar(self) -> list[Any]:
        """Give everything that is stored, to compare before and after."""
        tables = ("ek_skp", "ek_rhk", "ek_penilaian", "ek_log")
        query = " UNION ALL ".join(
            f"SELECT to_jsonb(t)::text AS x FROM {t} t WHERE instansi_id = %(i)s" for t in tables
        )
        return self.connection.execute(f"{query} ORDER BY 1".encode(), {"i": self.instansi}).fetchall()

    def tutup(self) -> None:
        """Close it."""
        self.connection.close()
