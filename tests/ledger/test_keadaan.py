"""The keadaan as a function of facts: one test per line of the table (ledger.md C), and all of it as a property."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import drop_database
from jobs.desa import BUDI
from jobs.pemasangan import copied, whole_village
from jobs.ruang import Ruang
from selaras.ledger.keadaan import NUMBERS
from selaras.ledger.scope import Scope
from selaras.ledger.services import derive

A, B, C = (f"{0:031x}{n}" for n in (1, 2, 3))
WEIGHT = {
    "U1": ("sekolah", 30),
    "S4": ("sekolah", 30),
    "N6": ("orang", 30),
    "R3": ("entri", 30),
    "A1": ("entri", 30),
    "P1": ("instansi", 30),
    "L1": ("orang", 25),
    "D1": ("entri", 20),
    "D2": ("entri", 20),
    "S2": ("orang", 10),
    "R1": ("entri", 10),
    "U5": ("instansi", 10),
    "J1": ("orang", 0),
    "N4": ("orang", 0),
    "R3n": ("entri", 0),
}
SCOPE = {"entri": 1, "orang": 2, "sekolah": 3, "instansi": 4}


@dataclass(frozen=True)
class Fakta:
    """What is stored about one entry (Budi's rating of TW4)."""

    source: str | None = A
    target: str | None = B
    base: str | None = None
    open_op: bool = False
    kecuali: str = ""  # 'orang' a person's decision, 'plt' the rule
    ditolak: str | None = None  # the source that the target refused
    temuan: tuple[str, ...] = ()
    diliput: bool = True  # e-Kinerja's report of this period covers the school


class Meja:
    def __init__(self, ruang: Ruang) -> None:
        self.ruang = ruang
        self.scope = Scope(ruang.instansi.id, 2024, dt.date(2025, 1, 6), ruang.mulai(), dt.date(2025, 1, 6))
        query = (
            "SELECT e.id, e.orang_id, e.sekolah_id FROM entry e JOIN potret p USING (orang_id) "
            "WHERE p.nip = %s AND slot = 204"
        )
        self.entry, self.orang, self.sekolah = ruang.satu(query, [BUDI.nip])

    def turunkan(self, fakta: Fakta) -> tuple[str, str | None]:
        """Store the facts, derive, look, and forget everything."""
        try:
            self._simpan(fakta)
            derive(self.ruang.db, self.scope)
            return self._lihat()
        finally:
            self.ruang.db.rollback()

    def _simpan(self, f: Fakta) -> None:
        db, plt = self.ruang.db, f.kecuali == "plt"
        target = "target_id" if f.target else "NULL"
        db.execute(
            "UPDATE entry SET source_core = %s, target_core = %s, base_core = %s, open_op = %s, refused_of = %s, "
            f"plt = %s, target_id = {target}, keadaan = 0, code = NULL WHERE id = %s",
            (f.source, f.target, f.base, 1 if f.open_op else None, f.ditolak, plt, self.entry),
        )
        for kode in f.temuan:
            self.temukan(kode)
        if f.kecuali == "orang":
            self.kecualikan(dt.date(2024, 1, 1), None)
        if not f.diliput:
            db.execute("DELETE FROM coverage WHERE side = 2 AND kind = 3 AND slot = 204")

    def temukan(self, kode: str) -> None:
        instansi = self.ruang.instansi.id
        ref = {"entri": self.entry, "orang": self.orang, "sekolah": self.sekolah, "instansi": instansi * 1_000_000}
        self.ruang.db.execute(
            "INSERT INTO finding(tahun, code, scope, ref, instansi_id, since_run, since) "
            "SELECT 2024, id, %s, %s, %s, %s, '2025-01-06' FROM code WHERE kode = %s",
            (SCOPE[WEIGHT[kode][0]], ref[WEIGHT[kode][0]], instansi, self.scope.run, kode),
        )

    def kecualikan(self, mulai: dt.date, sampai: dt.date | None) -> None:
        self.ruang.db.execute(
            "INSERT INTO pengecualian(instansi_id, orang_id, kode, alasan, mulai, sampai, oleh, run_id) "
            "VALUES (%s, %s, 'X3', 'uji', %s, %s, 'uji', %s)",
            (self.ruang.instansi.id, self.orang, mulai, sampai, self.scope.run),
        )

    def _lihat(self) -> tuple[str, str | None]:
        query = "SELECT e.keadaan, c.kode FROM entry e LEFT JOIN code c ON c.id = e.code WHERE e.id = %s"
        number, kode = self.ruang.satu(query, [self.entry])
        return NUMBERS[number], kode


def menurut_tabel(f: Fakta) -> str:
    """The table again, written down by somebody who has not seen the query."""
    heavy = max((WEIGHT[kode][1] for kode in f.temuan), default=0)
    equal = f.source is not None and f.source == f.target and "A1" not in f.temuan
    lines = [
        (f.open_op, "belum_pasti"),
        (bool(f.kecuali), "dikecualikan"),
        (equal, "selaras"),
        (heavy == 30, "terblokir"),
        ((f.ditolak is not None and f.ditolak == f.source) or heavy == 25, "ditolak"),
        (heavy == 20, "berbeda"),
        (heavy == 10, "menunggu"),
        (f.source is None, "menunggu"),
        (f.target is None and not f.diliput, "menunggu"),
        (True, "siap"),
    ]
    return next(state for true, state in lines if true)


@pytest.fixture(scope="module")
def meja(server: str) -> Iterator[Meja]:
    dsn = copied(server, whole_village(server))
    room = Ruang(dsn)
    yield Meja(room)
    room.tutup()
    drop_database(server, dsn)


BARIS = {
    "1 an operation is open, whatever else is true": (
        Fakta(open_op=True, kecuali="orang", source=A, target=A, temuan=("U1",)),
        ("belum_pasti", None),
    ),
    "2 excluded by a person beats a block": (Fakta(kecuali="orang", temuan=("U1", "N6")), ("dikecualikan", None)),
    "2 excluded as Plt beats A1": (Fakta(kecuali="plt", temuan=("A1",)), ("dikecualikan", None)),
    "2 excluded beats equality": (Fakta(kecuali="orang", target=A), ("dikecualikan", None)),
    "3 equal stays selaras whatever blocks": (Fakta(target=A, temuan=("U1", "N6", "R3", "P1")), ("selaras", None)),
    "3 equal but rated by the wrong head is held": (Fakta(target=A, temuan=("A1",)), ("terblokir", "A1")),
    "4 blocked at the entry": (Fakta(temuan=("R3",)), ("terblokir", "R3")),
    "4 blocked at the person": (Fakta(temuan=("N6",)), ("terblokir", "N6")),
    "4 blocked at the school": (Fakta(temuan=("U1",)), ("terblokir", "U1")),
    "4 blocked at the instansi": (Fakta(temuan=("P1",)), ("terblokir", "P1")),
    "4 a block beats a refusal": (Fakta(temuan=("R3", "L1"), ditolak=A), ("terblokir", "R3")),
    "5 refused by the log": (Fakta(temuan=("L1", "D1")), ("ditolak", "L1")),
    "6 another value there": (Fakta(temuan=("D1", "R1")), ("berbeda", "D1")),
    "6 changed there after both agreed": (Fakta(base=A, temuan=("D2",)), ("berbeda", "D2")),
    "7 waiting for the person": (Fakta(temuan=("S2",)), ("menunggu", "S2")),
    "7 the school's map waits": (Fakta(temuan=("U5",)), ("menunggu", "U5")),
    "7 nothing in PMM yet": (Fakta(source=None, temuan=("R1",)), ("menunggu", "R1")),
    "9 the report of the target is missing": (Fakta(target=None, diliput=False), ("menunggu", "F3")),
    "10 nothing in the way": (Fakta(target=None), ("siap", "S8")),
    "10 a note is nothing in the way": (Fakta(target=None, temuan=("J1", "N4", "R3n")), ("siap", "S8")),
}


@pytest.mark.parametrize("line", list(BARIS))
def test_the_first_true_line_of_the_table_wins(meja: Meja, line: str) -> None:
    fakta, expected = BARIS[line]
    assert meja.turunkan(fakta) == expected
    assert menurut_tabel(fakta) == expected[0]


def test_a_refusal_of_exactly_this_source_is_ditolak(meja: Meja) -> None:
    assert meja.turunkan(Fakta(target=None, ditolak=A))[0] == "ditolak"
    assert meja.turunkan(Fakta(target=None, ditolak=C)) == ("siap", "S8")


CORES = st.sampled_from([None, A, B, C])
FAKTA = st.builds(
    Fakta,
    source=CORES,
    target=CORES,
    base=CORES,
    open_op=st.sampled_from([False, False, False, True]),
    kecuali=st.sampled_from(["", "", "", "orang", "plt"]),
    ditolak=st.sampled_from([None, None, A, B]),
    temuan=st.sets(st.sampled_from(sorted(WEIGHT)), max_size=4).map(lambda codes: tuple(sorted(codes))),
    diliput=st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(fakta=FAKTA)
def test_the_query_agrees_with_the_table_and_every_open_entry_has_a_code(meja: Meja, fakta: Fakta) -> None:
    keadaan, kode = meja.turunkan(fakta)
    assert keadaan == menurut_tabel(fakta)
    if keadaan in ("selaras", "dikecualikan", "belum_pasti"):
        assert kode is None
    else:
        assert kode is not None


@settings(max_examples=20, deadline=None)
@given(fakta=FAKTA)
def test_deriving_again_changes_nothing(meja: Meja, fakta: Fakta) -> None:
    db = meja.ruang.db
    try:
        meja._simpan(fakta)
        derive(db, meja.scope)
        first = db.execute("SELECT id, keadaan, code, base_core, excluded FROM entry ORDER BY id").fetchall()
        steps = meja.ruang.angka("SELECT count(*) FROM entry_history")
        derive(db, meja.scope)
        assert db.execute("SELECT id, keadaan, code, base_core, excluded FROM entry ORDER BY id").fetchall() == first
        assert meja.ruang.angka("SELECT count(*) FROM entry_history") == steps
    finally:
        db.rollback()


def test_agreement_is_remembered_as_the_base(meja: Meja) -> None:
    db = meja.ruang.db
    meja._simpan(Fakta(source=C, target=C, base=None))
    derive(db, meja.scope)
    assert meja.ruang.satu("SELECT replace(base_core::text, '-', '') FROM entry WHERE id = %s", [meja.entry]) == (C,)
    db.rollback()


@pytest.mark.parametrize(
    ("mulai", "sampai", "state"),
    [
        ("2024-01-01", None, "dikecualikan"),
        ("2024-11-01", "2025-03-01", "dikecualikan"),
        ("2024-01-01", "2024-06-30", "siap"),  # over before the period was due
        ("2025-02-01", None, "siap"),  # has not begun
    ],
)
def test_an_exclusion_holds_between_its_dates(meja: Meja, mulai: str, sampai: str | None, state: str) -> None:
    meja._simpan(Fakta(target=None))
    meja.kecualikan(dt.date.fromisoformat(mulai), dt.date.fromisoformat(sampai) if sampai else None)
    derive(meja.ruang.db, meja.scope)
    assert meja._lihat()[0] == state
    meja.ruang.db.rollback()


def test_an_exclusion_taken_back_ends(meja: Meja) -> None:
    meja._simpan(Fakta(target=None, temuan=("U1",), kecuali="orang"))
    derive(meja.ruang.db, meja.scope)
    assert meja._lihat()[0] == "dikecualikan"
    meja.ruang.db.execute("UPDATE pengecualian SET dicabut_run = run_id")
    derive(meja.ruang.db, meja.scope)
    assert meja._lihat() == ("terblokir", "U1")
    meja.ruang.db.rollback()
