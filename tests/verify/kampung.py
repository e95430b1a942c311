"""The village with an e-Kinerja that can be written: PMM from files, the target observed, planned, sent, read back."""

from __future__ import annotations

from typing import Any

from jobs.desa import TW, WARGA, Desa, Orang
from jobs.ruang import Ruang
from sasaran_tiruan import Langsung, Sasaran
from selaras.config import clock
from selaras.intake.services import Imported
from selaras.jobs import transfer
from selaras.jobs.plan import scope_of
from selaras.jobs.process import process
from selaras.organisasi.services import instansi_set
from selaras.plan import services as planning
from selaras.plan.values import Plan

DASAR = ("pegawai", "skp", "penilaian", "siasn", "dapodik", "peta")
TAHUN = 2024


class Kampung:
    """One writable folder and its target."""

    def __init__(self, ruang: Ruang, *, lagi: bool = False) -> None:
        self.ruang, self.db, self.folder = ruang, ruang.db, ruang.folder
        self.desa = Desa()
        self.sasaran = Sasaran()
        for o in WARGA:
            self.sasaran.taruh(o, *(tw for tw in TW if tw != "4"))
        if lagi:  # a copy of a village that was set up before
            return
        self.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
        instansi_set(self.db, instansi=ruang.instansi.id, wajib_setuju=False)
        self.db.commit()
        ruang.instansi = self.folder.reload()
        ruang.impor(self.desa, *DASAR)
        self.amati()

    def opener(self) -> Langsung:
        return Langsung(self.sasaran)

    def amati(self) -> list[Imported]:
        """Observe the target and work through."""
        found = transfer.observe(self.folder, tahun=TAHUN, run=self.ruang.mulai("amati"), opener=self.opener)
        self.ruang.olah()
        return found

    def segel(self) -> Plan | None:
        run = self.ruang.mulai("rencana")
        scope = scope_of(self.folder, tahun=TAHUN, run=run)
        plan = planning.seal(self.db, scope, self.opener(), run=run, now=clock.now())
        self.db.commit()
        return plan

    def kirim(self, plan: Plan, **how: Any) -> transfer.Outcome:
        run = self.ruang.mulai("kirim")
        return transfer.kirim(self.folder, plan=plan.id, run=run, opener=self.opener, **how)

    def cocokkan(self) -> transfer.Matched:
        run = self.ruang.mulai("cocokkan")
        return transfer.cocokkan(self.folder, tahun=TAHUN, run=run, opener=self.opener)

    def olah(self) -> None:
        process(self.folder, tahun=TAHUN, run=self.ruang.mulai())

    def keadaan(self, o: Orang, tw: str) -> str:
        self.db.rollback()
        return self.ruang.keadaan(o, tw)[0]

    def bukti(self) -> list[tuple[bool, list[str]]]:
        return self.ruang.semua("SELECT cocok, kolom FROM evidence ORDER BY id")
