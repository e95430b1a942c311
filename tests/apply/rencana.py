"""A plan written straight into the tables: people with an SKP and ratings, nobody known to the target yet.

The SKP of person 1 must stand before everybody's, a rating after the SKP of its own person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

from jobs.ruang import Ruang
from sasaran_tiruan import Pelayan, Sasaran, Tiruan
from selaras.apply.pace import Pace
from selaras.apply.services import settle, work
from selaras.apply.tally import Tally
from selaras.connectors.ports import Kind
from selaras.connectors.target import Key
from selaras.intake.services import RULES_VERSION
from selaras.ledger import services as ledger
from selaras.plan.digest import digest
from selaras.plan.settings import Settings

KINI = dt.datetime(2025, 1, 6, 10, tzinfo=dt.UTC)
NPSN = "20271001"
SEPAKAT, NILAI = f"{0xA:032x}", "00000000000000000000000000000122"
SLOTS = (201, 202, 203, 204)
SKP = {"selesai": "2024-12-31", "status": "persetujuan", "jabatan": "Guru", "plt": False, "rhk": []}
PENILAIAN = {"hasil_kerja": 1, "perilaku_kerja": 2, "predikat": 2, "penilai_nip": None, "tanggal": None}


def kini() -> dt.datetime:
    return KINI


def nip(nomor: int) -> str:
    return f"19800101{2006 + nomor // 100000}{nomor // 1000 % 100:02d}1{nomor % 1000:03d}"


class Meja:
    """A plan, its target, and workers to be put on it."""

    def __init__(self, dsn: str, people: int, *, slots: int = 4) -> None:
        self.dsn = dsn
        self.ruang = Ruang(dsn)
        self.db = self.ruang.db
        self.sasaran = Sasaran()
        self.pelayan = Pelayan(self.sasaran)
        self.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
        self.instansi = self.ruang.folder.reload()
        self.ruang.instansi = self.instansi
        self.slots = SLOTS[:slots]
        self.plan = self.segel(people)
        self.n = people * (1 + len(self.slots))
        self.tidur: list[float] = []

    def tutup(self) -> None:
        self.pelayan.tutup()
        self.ruang.tutup()

    def ulang(self, people: int) -> None:
        """Begin anew with a fresh plan and an empty target."""
        self.db.rollback()
        self.db.execute("UPDATE plan SET ditutup = %s WHERE id = %s", (KINI, self.plan))
        self.db.execute("DELETE FROM operation")
        self.db.execute("DELETE FROM entry")
        self.sasaran.kosongkan()
        self.plan = self.segel(people)

    def segel_ulang(self) -> None:
        """Seal what stands in the tables now."""
        self.db.execute("UPDATE plan SET digest = %s WHERE id = %s", (digest(self.db, self.plan), self.plan))
        self.db.commit()

    # -- sealing ----------------------------------------------------------------------------------------------------
    def segel(self, people: int) -> int:
        run = self.ruang.mulai("rencana")
        orang = self.ruang.angka("SELECT coalesce(max(orang_id), 0) FROM entry")
        plan = self.ruang.angka(
            "INSERT INTO plan(instansi_id, tahun, run_id, connector, rules_version, pengaturan, n, digest, disegel, "
            "berlaku_sampai) VALUES (%s, 2024, %s, 'ekinerja_builtin', %s, %s, %s, '', %s, %s) RETURNING id",
            (
                *(self.instansi.id, run, RULES_VERSION, Jsonb(pengaturan()), people * (1 + len(self.slots)), KINI),
                KINI + dt.timedelta(hours=24),
            ),
        )
        seq = 0
        with self.db.cursor() as cursor:
            for nomor in range(1, people + 1):
                skp = seq = seq + 1
                rows = [(skp, 2, 0, SEPAKAT, SKP, 1 if nomor > 1 else None)]
                for slot in self.slots:
                    seq += 1
                    rows.append((seq, 3, slot, NILAI, PENILAIAN, skp))
                self._orang(cursor, plan, orang + nomor, nomor, rows)
        self.db.execute("ANALYZE entry")
        self.db.execute("ANALYZE operation")
        self.db.execute("UPDATE plan SET digest = %s WHERE id = %s", (digest(self.db, plan), plan))
        self.db.commit()
        return plan

    def _orang(self, cursor: Any, plan: int, orang: int, nomor: int, rows: list[Any]) -> None:
        for seq, kind, slot, core, isi, needs in rows:
            entry = cursor.execute(
                "INSERT INTO entry(tahun, instansi_id, kind, orang_id, slot, source_core, keadaan) "
                "VALUES (2024, %s, %s, %s, %s, %s, 2) RETURNING id",
                (self.instansi.id, kind, orang, slot, core),
            ).fetchone()[0]
            cursor.execute(
                "INSERT INTO operation(plan_id, seq, entry_id, kunci, kind, nip, tahun, npsn, mulai, slot, "
                "source_core, versi, baru, needs) "
                "VALUES (%s, %s, %s, gen_random_uuid(), %s, %s, 2024, %s, %s, %s, %s, 0, %s, %s)",
                (
                    *(plan, seq, entry, kind, nip(nomor), NPSN, dt.date(2024, 1, 1) if kind == 2 else None),
                    *(slot, core, Jsonb(isi), needs),
                ),
            )

    # -- working ----------------------------------------------------------------------------------------------------
    def kirim(self, batch: int = 10, **how: Any) -> Tally:
        """Put one worker on the plan, in this process."""
        return kirim(self.dsn, self.pelayan.alamat, self.plan, batch, sleep=self.tidur.append, **how)

    def bereskan(self) -> Tally:
        """Settle, as a command that sends nothing does."""
        return settle(self.db, Tiruan(self.pelayan.alamat), self.plan, run=self.ruang.mulai(), now=kini)

    # -- looking ----------------------------------------------------------------------------------------------------
    def status(self) -> dict[int, int]:
        """Give how many operations stand where."""
        self.db.rollback()
        rows = self.db.execute("SELECT status, count(*) FROM operation WHERE plan_id = %s GROUP BY 1", (self.plan,))
        return dict(rows.fetchall())

    def operasi(self, seq: int) -> dict[str, Any]:
        self.db.rollback()
        with self.db.cursor(row_factory=psycopg.rows.dict_row) as cursor:
            query = "SELECT * FROM operation WHERE plan_id = %s AND seq = %s"
            found = cursor.execute(query, (self.plan, seq)).fetchone()
        assert found is not None
        return found

    def jeda(self) -> str | None:
        self.db.rollback()
        found: str | None = self.ruang.satu("SELECT jeda FROM plan WHERE id = %s", (self.plan,))[0]
        return found

    def kunci(self, nomor: int, slot: int = 0) -> Key:
        if slot:
            return Key(Kind.PENILAIAN, nip(nomor), 2024, NPSN, None, slot)
        return Key(Kind.SKP, nip(nomor), 2024, NPSN, "2024-01-01", 0)

    def utuh(self) -> None:
        """Nothing lost, nothing doubled, and what the ledger believes stands on the target."""
        assert self.sasaran.sekali()
        status = self.status()
        assert sum(status.values()) == self.n
        stored = {kunci for kunci, _, _ in self.sasaran.efek}
        rows = self.db.execute(
            "SELECT replace(o.kunci::text, '-', ''), o.status, e.open_op = o.id FROM operation o "
            "JOIN entry e ON e.id = o.entry_id WHERE o.plan_id = %s",
            (self.plan,),
        ).fetchall()
        for kunci, state, held in rows:
            if state in (2, 3):
                assert kunci in stored
            if state in (0, 7, 8):
                assert kunci not in stored
            assert bool(held) == (state in (1, 2, 3, 9)), state


def pengaturan() -> dict[str, Any]:
    return Settings().values()


def kirim(
    dsn: str,
    alamat: str,
    plan: int,
    batch: int,
    *,
    sleep: Callable[[float], None] = lambda seconds: None,
    sela: Callable[[str], None] = lambda moment: None,
    **how: Any,
) -> Tally:
    """Work as a process of its own would: own connection, own run, own way to the target."""
    with psycopg.connect(dsn, options="-c synchronous_commit=off") as connection:
        run = ledger.run_begin(connection, verb="kirim", actor="uji", rules_version=1, now=KINI)
        target = Tiruan(alamat, batch)
        target.sela = sela
        pace = how.pop("pace", None) or Pace(1, target.name, sleep=sleep)
        return work(connection, target, plan, run=run, now=how.pop("now", kini), pace=pace, **how)
