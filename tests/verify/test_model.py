"""The whole engine against a small model that shares nothing with it: random edits on both sides, faults, crashes.

The model knows what PMM says, what stands on the target, what was last seen of it, and what both last agreed on. From
these four it says where an entry must stand. The target's log says that nothing but sealed values was ever written.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from conftest import create_database, drop_database
from jobs.desa import BUDI, DEWI, SARI, SLOT, TW, WARGA, Orang
from jobs.maut import Putus
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from sasaran_tiruan import CODES, PREDIKAT, RATING, Langsung, kunci_nilai
from selaras.apply.pace import Pace
from selaras.apply.services import close_plan, work
from selaras.config import clock
from selaras.connectors.target import Answer, Held, Key, Write
from selaras.galat import DataError, Stop
from selaras.jobs import transfer
from selaras.jobs.folder import Folder
from selaras.ledger import services as ledger
from selaras.ledger.keadaan import NUMBERS
from selaras.plan.values import Plan
from verify.kampung import Kampung

Nilai = tuple[int, int, int]
Isian = tuple[str, str]  # NIP and period
NILAI: tuple[Nilai, ...] = ((1, 1, 1), (2, 2, 2), (3, 2, 3), (3, 3, 5))
ISIAN = [(o, tw) for o in (SARI, BUDI, DEWI) for tw in ("3", "4")]
ORANG = {o.nip: o for o in WARGA}
FAULTS = ("", "", "coba lagi", "ragu sebelum", "ragu sesudah", "tunda", "henti")
MANY = int(os.environ.get("SELARAS_UJI_CONTOH", "6"))
# Shrinking works a database through for every try: minutes, and only when somebody looks for the cause.
PHASES = tuple(Phase) if "SELARAS_UJI_SUSUT" in os.environ else (Phase.explicit, Phase.reuse, Phase.generate)
isian = st.sampled_from(ISIAN)
nilai = st.sampled_from(NILAI)


class Model:
    """What must be so."""

    def __init__(self) -> None:
        baik: Nilai = (2, 2, 2)
        self.pmm: dict[Isian, Nilai] = {(o.nip, tw): baik for o in WARGA for tw in TW}
        self.terlihat: dict[Isian, Nilai | None] = {k: baik if k[1] != "4" else None for k in self.pmm}
        self.sepakat: dict[Isian, Nilai | None] = dict(self.terlihat)
        self.ditolak: dict[Isian, Nilai] = {}

    def olah(self) -> None:
        for key, pmm in self.pmm.items():
            if pmm == self.terlihat[key]:
                self.sepakat[key] = pmm

    def keadaan(self, key: Isian) -> str:
        pmm, terlihat, sepakat = self.pmm[key], self.terlihat[key], self.sepakat[key]
        if pmm == terlihat:
            return "selaras"
        if self.ditolak.get(key) == pmm:
            return "ditolak"
        if terlihat is None or terlihat == sepakat:
            return "siap"
        return "berbeda"


class Rapuh(psycopg.Connection[Any]):
    """A connection whose process dies at its n-th statement or commit: nothing after it is ever said."""

    sisa = 0

    def hitung(self) -> None:
        self.sisa -= 1
        if self.sisa == 0:
            self.close()
            raise Putus

    def commit(self) -> None:
        self.hitung()
        super().commit()


class RapuhCursor(psycopg.Cursor[Any]):
    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self.connection.hitung()  # type: ignore[attr-defined]
        return super().execute(*args, **kwargs)


class Mesin(RuleBasedStateMachine):
    """The engine and the model, side by side."""

    buat: Callable[[], str]
    buang: Callable[[str], None]

    @initialize()
    def mulai(self) -> None:
        self.dsn = self.buat()
        self.ruang = Ruang(self.dsn)
        self.kampung = Kampung(self.ruang, lagi=True)
        self.sasaran = self.kampung.sasaran
        self.model = Model()
        self.plan: Plan | None = None
        self.pasti = True  # nothing is in flight that the model can not know

    def teardown(self) -> None:
        if hasattr(self, "ruang"):
            self.ruang.tutup()
            self.buang(self.dsn)

    # -- edits ------------------------------------------------------------------------------------------------------
    @rule(where=isian, what=nilai)
    def pmm_menilai_lain(self, where: tuple[Orang, str], what: Nilai) -> None:
        o, tw = where
        self.kampung.desa.nilai(o, tw).update(
            hasil_kerja=RATING[what[0]], perilaku_kerja=RATING[what[1]], predikat=PREDIKAT[what[2]]
        )
        self.ruang.impor(self.kampung.desa, "penilaian")
        self.model.pmm[o.nip, tw] = what
        self.olah()

    @rule(where=isian, what=nilai)
    def orang_lain_mengisi_ekinerja(self, where: tuple[Orang, str], what: Nilai) -> None:
        key = kunci_nilai(*where)
        if self.sasaran.satu(key).row is None:
            self.sasaran.taruh(where[0], where[1], skp=False)
        self.sasaran.ubah(
            key, hasil_kerja=RATING[what[0]], perilaku_kerja=RATING[what[1]], hasil_akhir=PREDIKAT[what[2]]
        )

    @rule(where=isian)
    def orang_lain_menghapus_dari_ekinerja(self, where: tuple[Orang, str]) -> None:
        if self.sasaran.satu(kunci_nilai(*where)).row is not None:
            self.sasaran.hapus(kunci_nilai(*where))

    @rule(who=st.sampled_from([None, BUDI, DEWI]))
    def ekinerja_menolak(self, who: Orang | None) -> None:
        self.sasaran.tolak = lambda write: (
            ("EK2", "Periode belum dibuat.") if who and write.key.nip == who.nip else None
        )

    # -- the engine -------------------------------------------------------------------------------------------------
    @rule()
    def amati(self) -> None:
        transfer.observe(self.kampung.folder, tahun=2024, run=self.ruang.mulai(), opener=self.kampung.opener)
        self.lihat_semua()
        self.olah()

    @rule()
    def segel(self) -> None:
        try:
            self.plan = self.kampung.segel() or self.plan
        except Stop:
            self.kampung.db.rollback()
            assert self.plan is not None
            opened = self.ruang.satu("SELECT dibuka_run, ditutup FROM plan WHERE id = %s", (self.plan.id,))
            assert opened[0] is not None
            assert opened[1] is None

    @precondition(lambda self: self.plan is not None)
    @rule(fault=st.sampled_from(FAULTS), nth=st.integers(1, 4), batch=st.sampled_from([1, 3]), dies=st.integers(0, 60))
    def kirim(self, fault: str, nth: int, batch: int, dies: int) -> None:
        assert self.plan is not None
        at = self.sasaran.kiriman + nth
        self.sasaran.galat = lambda n, writes: fault if fault and n == at else None
        before = self.terjawab()
        with Rapuh.connect(self.dsn, cursor_factory=RapuhCursor) as connection:
            run = ledger.run_begin(connection, verb="kirim", actor="uji", rules_version=1, now=clock.now())
            connection.sisa = dies
            target = Rusak(self.kampung.sasaran, connection)
            target.batch = batch
            try:
                work(connection, target, self.plan.id, run=run, now=clock.now, pace=tanpa_tidur())
                connection.sisa = 0
            except Putus:
                self.tunggu()
        self.sasaran.galat = lambda n, writes: None
        self.catat_tolakan(before)

    @precondition(lambda self: self.plan is not None)
    @rule(dies=st.integers(0, 80))
    def baca_ulang(self, dies: int) -> None:
        assert self.plan is not None
        before = self.berbukti()
        with Rapuh.connect(self.dsn, cursor_factory=RapuhCursor) as connection:
            folder = Folder(connection, self.kampung.folder.instansi)
            run = self.ruang.mulai()
            connection.sisa = dies
            try:
                transfer.verify(folder, plan=self.plan.id, tahun=2024, run=run, opener=self.kampung.opener)
                connection.sisa = 0
            except Putus:
                self.tunggu()
        self.kampung.db.rollback()
        for key in self.berbukti()[len(before) :]:
            self.lihat(key)
        self.olah()

    @precondition(lambda self: self.plan is not None)
    @rule()
    def tutup(self) -> None:
        assert self.plan is not None
        unknown = self.ruang.angka(
            "SELECT count(*) FROM operation WHERE plan_id = %s AND status IN (1, 9)", (self.plan.id,)
        )
        closed = self.ruang.satu("SELECT ditutup FROM plan WHERE id = %s", (self.plan.id,))[0]
        try:
            close_plan(self.kampung.db, self.plan.id, alasan="uji", now=clock.now())
            assert not unknown
        except Stop:
            self.kampung.db.rollback()
            assert unknown
        except DataError:
            self.kampung.db.rollback()
            assert closed
        self.plan = None if not unknown else self.plan

    @rule()
    def cocokkan(self) -> None:
        self.kampung.cocokkan()
        self.lihat_semua()
        self.olah()
        assert self.ruang.angka("SELECT count(*) FROM entry WHERE open_op IS NOT NULL") == 0

    # -- what must hold after every step ----------------------------------------------------------------------------
    @invariant()
    def tidak_ada_yang_dua_kali_atau_salah(self) -> None:
        if not hasattr(self, "ruang"):
            return
        assert self.sasaran.sekali()
        self.kampung.db.rollback()
        sealed = {
            kunci: (nip, slot, core)
            for kunci, nip, slot, core in self.ruang.semua(
                "SELECT replace(kunci::text, '-', ''), nip, slot, replace(source_core::text, '-', '') FROM operation"
            )
        }
        for kunci, key, core in self.sasaran.efek:
            assert sealed[kunci] == (key.nip, key.slot, core)

    @invariant()
    def seimbang(self) -> None:
        if hasattr(self, "ruang"):
            assert self.ruang.rekap().seimbang is True

    @invariant()
    def buku_dan_model_sama(self) -> None:
        if not hasattr(self, "ruang"):
            return
        rows = self.ruang.semua(
            "SELECT p.nip, e.slot, e.keadaan, e.source_core, e.target_core, e.open_op FROM entry e "
            "JOIN potret p USING (orang_id) WHERE e.kind = 3"
        )
        assert len(rows) == len(self.model.pmm)
        for nip, slot, state, pmm, terlihat, held in rows:
            key = (nip, next(tw for tw in TW if SLOT[tw] == slot))
            assert triple(pmm) == self.model.pmm[key]
            assert triple(terlihat) == self.model.terlihat[key], key
            if held is None and NUMBERS[state] != "belum_pasti":
                assert NUMBERS[state] == self.model.keadaan(key) or self.basi(key, NUMBERS[state]), key

    # -- helpers ----------------------------------------------------------------------------------------------------
    def basi(self, key: Isian, state: str) -> bool:
        """A refusal is a fact at once; the state follows at the next derivation."""
        return self.model.keadaan(key) == "ditolak" and state in ("siap", "berbeda")

    def olah(self) -> None:
        self.kampung.olah()
        self.model.olah()

    def lihat(self, key: Isian) -> None:
        row = self.sasaran.satu(kunci_nilai(ORANG[key[0]], key[1])).row
        names = ("hasil_kerja", "perilaku_kerja", "hasil_akhir")
        self.model.terlihat[key] = tuple(CODES[row[name].lower()] for name in names) if row else None  # type: ignore[assignment]

    def lihat_semua(self) -> None:
        for key in self.model.pmm:
            self.lihat(key)

    def berbukti(self) -> list[Isian]:
        rows = self.ruang.semua(
            "SELECT o.nip, o.slot FROM evidence v JOIN operation o ON o.id = v.operation_id ORDER BY v.id"
        )
        return [(nip, next(tw for tw in TW if SLOT[tw] == slot)) for nip, slot in rows]

    def terjawab(self) -> set[int]:
        return {row[0] for row in self.ruang.semua("SELECT id FROM operation WHERE status = 7")}

    def catat_tolakan(self, before: set[int]) -> None:
        """Refusals written down since: each must be one that the target gave for this very value."""
        self.kampung.db.rollback()
        for number, nip, slot, kunci, core in self.ruang.semua(
            "SELECT id, nip, slot, replace(kunci::text, '-', ''), source_core FROM operation WHERE status = 7"
        ):
            if number not in before:
                assert self.sasaran.jawaban[kunci].kode == "EK2"
                found = triple(core)
                assert found is not None
                self.model.ditolak[nip, next(tw for tw in TW if SLOT[tw] == slot)] = found

    def tunggu(self) -> None:
        self.kampung.db.rollback()
        while self.ruang.angka("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7350002"):
            time.sleep(0.005)
        self.kampung.db.rollback()


class Rusak(Langsung):
    """The target as a worker that may die reaches it: he can die before and after a call as well."""

    def __init__(self, sasaran: Any, connection: Rapuh) -> None:
        super().__init__(sasaran)
        self.connection = connection

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        self.connection.hitung()
        told = super().send(writes)
        self.connection.hitung()
        return told

    def look(self, keys: Sequence[Key]) -> list[Held]:
        self.connection.hitung()
        return super().look(keys)


def tanpa_tidur() -> Pace:
    return Pace(1, "ekinerja_builtin", sleep=lambda seconds: None)


def triple(core: Any) -> Nilai | None:
    return tuple(int(digit) for digit in core.hex[-3:]) if core else None  # type: ignore[return-value]


def test_the_ledger_agrees_with_the_model_after_every_step(server: str) -> None:
    original = create_database(server, template=str(psycopg.conninfo.conninfo_to_dict(template(server))["dbname"]))
    room = Ruang(original)
    Kampung(room)
    room.tutup()
    Mesin.buat = staticmethod(lambda: copied(server, original))  # type: ignore[assignment]
    Mesin.buang = staticmethod(lambda dsn: drop_database(server, dsn))  # type: ignore[assignment]
    run_state_machine_as_test(
        Mesin,
        settings=settings(
            max_examples=MANY,
            stateful_step_count=20,
            phases=PHASES,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    drop_database(server, original)
