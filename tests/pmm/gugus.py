"""A small cluster: one instansi with two schools, their people, and short ways to what they do."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg

from selaras.pmm import selectors, services

INSTANSI, TAHUN = 1, 2024
SATU, DUA = "20271901", "20271902"
SEMESTER_2 = 302
NIP = {
    "kepala": "197001012000031901",
    "guru": "198501012010011902",
    "rekan": "199001012015032903",
    "kepala_dua": "197101012001031904",
    "guru_dua": "198601012011011905",
    "pengawas": "196901011999031906",
    "dinas": "196801011998031907",
}
NAMA = {
    "kepala": "SITI KEPALA", "guru": "BUDI GURU", "rekan": "RINI REKAN", "kepala_dua": "DEWI KEPALA",
    "guru_dua": "EKO GURU", "pengawas": "PANDU PENGAWAS", "dinas": "DIAN DINAS",
}  # fmt: skip
PERAN: dict[str, dict[str, Any]] = {
    "kepala": {"npsn": SATU, "kepala": True, "jabatan": "Kepala Sekolah"},
    "guru": {"npsn": SATU, "jabatan": "Guru Ahli Muda"},
    "rekan": {"npsn": SATU, "jabatan": "Guru Ahli Pertama"},
    "kepala_dua": {"npsn": DUA, "kepala": True, "jabatan": "Kepala Sekolah"},
    "guru_dua": {"npsn": DUA, "jabatan": "Guru Ahli Muda"},
    "pengawas": {"npsn": None, "pengawas": True, "jabatan": "Pengawas Sekolah"},
    "dinas": {"npsn": None, "dinas": True, "jabatan": "Kepala Dinas"},
}
RHK = [
    {"nomor": "1", "rhk": "Suasana kelas tertib", "indikator": "Kesepakatan kelas", "target": "1 dokumen"},
    {"nomor": "2", "bagian": "tambahan", "rhk": "Wali kelas", "target": "12 bulan"},
]
PERILAKU = dict.fromkeys(range(1, 8), 1)
RUBRIK = {1: (3, "Konsisten"), 2: (2, ""), 3: (1, "Belum sempat")}


class Gugus:
    """The cluster in a database; every call is committed."""

    def __init__(self, dsn: str, instansi: int = INSTANSI) -> None:
        """Open it; `isi` fills it."""
        self.dsn = dsn
        self.instansi = instansi
        self.connection = psycopg.connect(dsn)
        self.id: dict[str, str] = {}

    def isi(self) -> Gugus:
        """Fill it with schools and people; the pengawas looks after the first school."""
        for npsn, nama in ((SATU, "SDN 1 CONTOH"), (DUA, "SDN 2 CONTOH")):
            self.panggil(services.sekolah_simpan, npsn=npsn, nama=nama)
        for siapa, nip in NIP.items():
            self.id[siapa] = self.panggil(services.pegawai_simpan, nip=nip, nama=NAMA[siapa], **PERAN[siapa])
        self.panggil(
            services.tugas_simpan, pegawai_id=self.id["pengawas"], npsn=SATU, sebagai="pengawas", nomor_sk="800/1",
            mulai=dt.date(2024, 1, 1),
        )  # fmt: skip
        return self

    def panggil(self, service: Any, **said: Any) -> Any:
        """Call a service and commit; roll back when it refuses. `oleh` may be a name of the cast."""
        if "oleh" in said:
            said["oleh"] = self.id.get(said["oleh"], said["oleh"])
        try:
            answer = service(self.connection, instansi=self.instansi, **said)
        except Exception:
            self.connection.rollback()
            raise
        self.connection.commit()
        return answer

    def lihat(self, selector: Any, **said: Any) -> Any:
        """Call a selector."""
        return self.panggil(selector, **said)

    def skp(
        self, siapa: str = "guru", *, sampai: str = "disepakati", slot: int | None = SEMESTER_2, **said: Any
    ) -> str:
        """Make a plan and bring it up to a status: draf, diajukan, disepakati."""
        skp_id: str = self.panggil(services.skp_buat, oleh=siapa, tahun=said.pop("tahun", TAHUN), slot=slot, **said)
        if sampai == "draf":
            return skp_id
        self.panggil(services.skp_isi, oleh=siapa, skp_id=skp_id, indikator=2, rhk=RHK, perilaku=PERILAKU)
        self.panggil(services.skp_ajukan, oleh=siapa, skp_id=skp_id)
        if sampai == "disepakati":
            self.panggil(services.skp_sepakati, oleh=self.penilai(siapa), skp_id=skp_id)
        return skp_id

    def penilai(self, siapa: str) -> str:
        """Give who rates somebody of the cast."""
        return {"guru": "kepala", "rekan": "kepala", "guru_dua": "kepala_dua"}.get(siapa, "dinas")

    def amati(self, skp_id: str, siapa: str = "guru", sampai: int = 5) -> None:
        """Go through the phases of the observation."""
        pengamat = self.penilai(siapa)
        for fase in range(1, sampai + 1):
            self.panggil(
                services.observasi_isi, oleh=pengamat if fase in (2, 3) else siapa, skp_id=skp_id, fase=fase,
                isi=f"Catatan fase {fase}", rubrik=RUBRIK if fase == 2 else None,
            )  # fmt: skip

    def siap_dinilai(self, siapa: str = "guru", **said: Any) -> str:
        """Give an agreed plan whose observation is complete."""
        skp_id = self.skp(siapa, **said)
        self.amati(skp_id, siapa)
        return skp_id

    def nilai(self, skp_id: str, siapa: str = "guru", *, slot: int = SEMESTER_2, **said: Any) -> None:
        """Rate: hasil 1, perilaku 2, predikat Baik, unless said otherwise."""
        whole = {"hasil": 1, "perilaku": 2, "predikat": 2, "umpan_balik": "Pertahankan."} | said
        oleh = whole.pop("oleh", self.penilai(siapa))
        self.panggil(services.penilaian_simpan, oleh=oleh, skp_id=skp_id, slot=slot, **whole)

    def kirim(self, service: Any = services.tetapkan_kirim, **said: Any) -> dict[str, Any]:
        """Set and send for the first school; give what became of each, by name."""
        whole = {"oleh": "kepala", "npsn": SATU, "tahun": TAHUN, "slot": SEMESTER_2} | said
        return {satu.nama: satu for satu in self.panggil(service, **whole)}

    def setahun(self, siapa: str = "guru", oleh: str | None = None, tahun: int = TAHUN) -> dict[str, Any]:
        """Give the year of somebody of the cast, as he or somebody else sees it."""
        found: dict[str, Any] = self.lihat(
            selectors.tahun_guru, oleh=oleh or siapa, pegawai_id=self.id[siapa], tahun=tahun
        )
        return found

    def hitung(self, call: Any) -> int:
        """Count the statements that a call sends."""
        number = 0
        cursor = self.connection.cursor_factory

        class Counting(cursor):  # type: ignore[misc,valid-type]
            def execute(self, *said: Any, **more: Any) -> Any:
                nonlocal number
                number += 1
                return super().execute(*said, **more)

        self.connection.cursor_factory = Counting
        try:
            call()
        finally:
            self.connection.cursor_factory = cursor
        return number

    def status(self, skp_id: str) -> int:
        """Give the status of a plan."""
        return self.angka("SELECT status FROM pm_skp WHERE id = %s", skp_id)

    def angka(self, query: str, *params: object) -> int:
        """Give the one number of a query."""
        row = self.connection.execute(query.encode(), params).fetchone()
        self.connection.rollback()
        return int(row[0]) if row else 0

    def tutup(self) -> None:
        """Close it."""
        self.connection.close()
