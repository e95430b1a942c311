"""A village whose e-Kinerja can be written: what is missing there is approved and planned."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jobs.desa import SLOT, Desa, Orang
from jobs.ruang import PER, Ruang
from plan.sasaran import Sasaran
from selaras.ledger.scope import Scope
from selaras.organisasi.services import instansi_set
from selaras.plan import selectors, services
from selaras.plan.values import Plan, Sealed
from selaras.review import authority
from selaras.review import services as review
from selaras.review.services import Putusan, Reviewed

KINI = dt.datetime(2025, 1, 6, 10, tzinfo=dt.UTC)
ADMIN = authority.admin("Admin Dinas")


class Bengkel:
    """Stages called directly on a writable folder."""

    def __init__(self, ruang: Ruang, desa: Desa) -> None:
        self.ruang = ruang
        ruang.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
        ruang.db.commit()
        ruang.kerjakan(desa)
        self.db = ruang.db
        self.sasaran = Sasaran.dari(ruang)

    def scope(self) -> Scope:
        return Scope(self.ruang.instansi.id, 2024, PER, self.ruang.run or self.ruang.mulai(), PER)

    def atur(self, **settings: Any) -> None:
        instansi_set(self.db, instansi=self.ruang.instansi.id, **settings)
        self.db.commit()

    def entri(self, *who: Orang, tw: str | None = None) -> list[int]:
        """Give the entries of these people, or of everybody; of one period ('' is the SKP)."""
        slot = None if tw is None else SLOT.get(tw, 0)
        return [
            row[0]
            for row in self.ruang.semua(
                "SELECT e.id FROM entry e JOIN potret p USING (orang_id) "
                "WHERE (%s = '{}' OR p.nip = ANY (%s)) AND (%s::int IS NULL OR e.slot = %s) ORDER BY e.id",
                ([o.nip for o in who], [o.nip for o in who], slot, slot),
            )
        ]

    def setujui(self, *who: Orang, oleh: authority.Authority = ADMIN) -> Reviewed:
        """Approve what these people, or all, have waiting, and derive."""
        found = review.approve(self.db, self.scope(), oleh, self.entri(*who), now=KINI)
        self.db.commit()
        self.ruang.olah()
        return found

    def kembalikan(self, *who: Orang, alasan: str = "tanggalnya keliru") -> Reviewed:
        """Return what these people have, and derive."""
        found = review.give_back(self.db, self.scope(), ADMIN, self.entri(*who), alasan=alasan, now=KINI)
        self.db.commit()
        self.ruang.olah()
        return found

    def putuskan(self, putusan: Putusan, *entries: int, alasan: str = "sudah diperiksa") -> Reviewed:
        """Decide about entries, and derive."""
        found = review.decide(self.db, self.scope(), ADMIN, entries, putusan, alasan=alasan, now=KINI)
        self.db.commit()
        self.ruang.olah()
        return found

    def susun(self, *, now: dt.datetime = KINI, sekolah: int | None = None, orang: int | None = None) -> Sealed:
        """Seal, commit, and give the plan and what was left out."""
        scope = self.scope()
        made = services.draw_up(self.db, scope, self.sasaran, run=scope.run, now=now, sekolah=sekolah, orang=orang)
        self.db.commit()
        return made

    def segel(self) -> Plan:
        """Seal; there must be something to carry."""
        plan = self.susun().plan
        assert plan is not None
        return plan

    def langkah(self, plan: Plan) -> list[tuple[str | None, str, int | None]]:
        """Give (name, what, needs) in the order of the plan."""
        return [(step.nama, step.apa, step.needs) for step in selectors.steps(self.db, plan.id)]
