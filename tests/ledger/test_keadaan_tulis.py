"""The keadaan where e-Kinerja can be written: each line of the table with hand-made facts, and its order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import drop_database
from jobs.pemasangan import copied, whole_village
from jobs.ruang import Ruang
from ledger.test_keadaan import WEIGHT, A, B, C, Fakta, Meja
from selaras.ledger.services import derive

WEIGHT |= {
    "D3": ("entri", 20),
    "M3": ("entri", 10),
    "M4": ("sekolah", 30),
    "M5": ("entri", 25),
}
SETUJU, KEMBALI, BAWA, PERTAHANKAN, TARIK = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Tulis:
    """What is stored about one entry of a writable folder, and the last word about it."""

    fakta: Fakta = field(default_factory=Fakta)
    putusan: int | None = None
    tentang: tuple[str | None, str | None] | None = None  # the pair it was said about; None: as it stands
    terpakai: bool = False  # the sides agreed since
    wajib: bool = True


class MejaTulis(Meja):
    def turunkan_tulis(self, t: Tulis) -> tuple[str, str | None]:
        try:
            self.simpan_tulis(t)
            derive(self.ruang.db, self.scope)
            return self._lihat()
        finally:
            self.ruang.db.rollback()

    def simpan_tulis(self, t: Tulis) -> None:
        db, instansi = self.ruang.db, self.ruang.instansi.id
        db.execute("UPDATE instansi SET hanya_baca = false")
        if not t.wajib:
            db.execute("""UPDATE instansi SET pengaturan = pengaturan || '{"wajib_setuju": false}'""")
        self._simpan(t.fakta)
        db.execute("UPDATE entry SET source_id = CASE WHEN source_core IS NULL THEN NULL ELSE source_id END")
        if t.putusan:
            pair = t.tentang or (t.fakta.source, t.fakta.target)
            db.execute(
                "INSERT INTO telaah(instansi_id, entry_id, source_core, target_core, putusan, oleh, sebagai, alasan, "
                "run_id, pada) VALUES (%s, %s, %s, %s, %s, 'uji', 'admin', 'uji', %s, now())",
                (instansi, self.entry, *pair, t.putusan, self.scope.run),
            )
        if t.terpakai:
            db.execute(
                "INSERT INTO entry_history(entry_id, run_id, was, now) VALUES (%s, %s, 2, 1)",
                (self.entry, self.scope.run + 1),
            )


def menurut_tabel(t: Tulis) -> str:
    """The table again, written down by somebody who has not seen the query."""
    f = t.fakta
    pair = (f.source, f.target)
    word = t.putusan if (t.tentang or pair) == pair and not t.terpakai else None
    weights = [WEIGHT[kode][1] for kode in f.temuan]
    heavy = max((w for w in weights if not (w == 20 and word == BAWA)), default=0)
    equal = f.source is not None and f.source == f.target and "A1" not in f.temuan
    lines = [
        (f.open_op, "belum_pasti"),
        (bool(f.kecuali) or word == PERTAHANKAN, "dikecualikan"),
        (equal, "selaras"),
        (heavy == 30, "terblokir"),
        ((f.ditolak is not None and f.ditolak == f.source) or heavy == 25, "ditolak"),
        (word == TARIK, "siap"),
        (heavy == 20, "berbeda"),
        (heavy == 10, "menunggu"),
        (f.source is None, "menunggu"),
        (f.target is None and not f.diliput, "menunggu"),
        (word == KEMBALI, "menunggu"),
        (t.wajib and word is None, "menunggu"),
        (True, "siap"),
    ]
    return next(state for true, state in lines if true)


@pytest.fixture(scope="module")
def meja(server: str) -> Iterator[MejaTulis]:
    dsn = copied(server, whole_village(server))
    room = Ruang(dsn)
    yield MejaTulis(room)
    room.tutup()
    drop_database(server, dsn)


def fakta(**given: object) -> Fakta:
    return Fakta(**{"target": None, **given})  # type: ignore[arg-type]


BARIS = {
    "1 in flight, whatever a person said": (
        Tulis(fakta(open_op=True, temuan=("U1",)), PERTAHANKAN),
        ("belum_pasti", None),
    ),
    "2 e-Kinerja's value is kept": (Tulis(Fakta(temuan=("D1",)), PERTAHANKAN), ("dikecualikan", None)),
    "2 kept beats a block": (Tulis(Fakta(temuan=("D1", "U1")), PERTAHANKAN), ("dikecualikan", None)),
    "2 kept lapses when e-Kinerja moves": (
        Tulis(Fakta(temuan=("D1",)), PERTAHANKAN, (A, C)),
        ("berbeda", "D1"),
    ),
    "2 kept lapses when PMM moves": (Tulis(Fakta(temuan=("D1",)), PERTAHANKAN, (C, B)), ("berbeda", "D1")),
    "3 equal needs no word": (Tulis(Fakta(target=A)), ("selaras", None)),
    "3 equal although returned": (Tulis(Fakta(target=A), KEMBALI), ("selaras", None)),
    "4 a block beats an approval": (Tulis(fakta(temuan=("N6",)), SETUJU), ("terblokir", "N6")),
    "4 the final report is locked": (Tulis(fakta(temuan=("M4",)), SETUJU), ("terblokir", "M4")),
    "4 a block beats the withdrawal": (Tulis(Fakta(source=None, temuan=("D3", "P1")), TARIK), ("terblokir", "P1")),
    "5 refused, and nothing explains it": (Tulis(fakta(ditolak=A), SETUJU), ("ditolak", "M5")),
    "5 refused, with the finding": (Tulis(fakta(ditolak=A, temuan=("M5",)), SETUJU), ("ditolak", "M5")),
    "5 refused, and a lighter finding explains it": (
        Tulis(fakta(ditolak=A, temuan=("S2",)), SETUJU),
        ("ditolak", "S2"),
    ),
    "5 refused was another value": (Tulis(fakta(ditolak=C), SETUJU), ("siap", "M1")),
    "5 a refused withdrawal": (Tulis(Fakta(source=None, temuan=("D3", "M5")), TARIK), ("ditolak", "M5")),
    "6 another value there": (Tulis(Fakta(temuan=("D1",))), ("berbeda", "D1")),
    "6 an approval does not write over another value": (Tulis(Fakta(temuan=("D1",)), SETUJU), ("berbeda", "D1")),
    "6 a return does not either": (Tulis(Fakta(temuan=("D2",)), KEMBALI), ("berbeda", "D2")),
    "6 lifted by bringing PMM's value": (Tulis(Fakta(temuan=("D1",)), BAWA), ("siap", "M1")),
    "6 lifted, yet something else waits": (Tulis(Fakta(temuan=("D1", "S2")), BAWA), ("menunggu", "S2")),
    "6 lifted, yet something else blocks": (Tulis(Fakta(temuan=("D1", "R3")), BAWA), ("terblokir", "R3")),
    "6 used up once the sides agreed": (Tulis(Fakta(base=A, temuan=("D2",)), BAWA, terpakai=True), ("berbeda", "D2")),
    "6 withdrawn in PMM": (Tulis(Fakta(source=None, base=B, temuan=("D3", "R1"))), ("berbeda", "D3")),
    "6 withdrawn by decision": (Tulis(Fakta(source=None, base=B, temuan=("D3", "R1")), TARIK), ("siap", "M1")),
    "7 something normal is still to come": (Tulis(fakta(temuan=("R1",)), SETUJU), ("menunggu", "R1")),
    "7 nothing in PMM": (Tulis(Fakta(source=None, target=None), SETUJU), ("menunggu", "F3")),
    "7 the report of e-Kinerja is missing": (Tulis(fakta(diliput=False), SETUJU), ("menunggu", "F3")),
    "8 not approved": (Tulis(fakta()), ("menunggu", "M2")),
    "8 approved for another pair": (Tulis(fakta(), SETUJU, (A, B)), ("menunggu", "M2")),
    "8 approved for another source": (Tulis(fakta(), SETUJU, (C, None)), ("menunggu", "M2")),
    "8 approved before the sides agreed": (Tulis(fakta(), SETUJU, terpakai=True), ("menunggu", "M2")),
    "8 returned": (Tulis(fakta(), KEMBALI), ("menunggu", "M3")),
    "8 returned, then changed": (Tulis(fakta(), KEMBALI, (C, None)), ("menunggu", "M2")),
    "8 returned counts also where no approval is asked": (Tulis(fakta(), KEMBALI, wajib=False), ("menunggu", "M3")),
    "10 approved": (Tulis(fakta(), SETUJU), ("siap", "M1")),
    "10 an update that was approved": (Tulis(Fakta(base=B), SETUJU), ("siap", "M1")),
    "10 no approval asked": (Tulis(fakta(), wajib=False), ("siap", "M1")),
    "10 a note is nothing in the way": (Tulis(fakta(temuan=("J1", "N4")), SETUJU), ("siap", "M1")),
}


@pytest.mark.parametrize("line", list(BARIS))
def test_the_first_true_line_of_the_table_wins(meja: MejaTulis, line: str) -> None:
    given_facts, expected = BARIS[line]
    assert meja.turunkan_tulis(given_facts) == expected
    assert menurut_tabel(given_facts) == expected[0]


def test_only_the_last_word_counts(meja: MejaTulis) -> None:
    try:
        for word in (SETUJU, KEMBALI):
            meja.simpan_tulis(Tulis(fakta(), word))
        derive(meja.ruang.db, meja.scope)
        assert meja._lihat() == ("menunggu", "M3")
    finally:
        meja.ruang.db.rollback()


def test_words_mean_nothing_where_e_kinerja_is_only_read(meja: MejaTulis) -> None:
    try:
        meja.simpan_tulis(Tulis(Fakta(temuan=("D1",)), PERTAHANKAN))
        meja.ruang.db.execute("UPDATE instansi SET hanya_baca = true")
        derive(meja.ruang.db, meja.scope)
        assert meja._lihat() == ("berbeda", "D1")
    finally:
        meja.ruang.db.rollback()


CORES = st.sampled_from([None, A, B, C])
FAKTA = st.builds(
    Fakta,
    source=CORES,
    target=CORES,
    base=CORES,
    open_op=st.sampled_from([False, False, False, True]),
    kecuali=st.sampled_from(["", "", "", "orang", "plt"]),
    ditolak=st.sampled_from([None, None, A, B]),
    temuan=st.sets(st.sampled_from(sorted(WEIGHT)), max_size=3).map(lambda codes: tuple(sorted(codes))),
    diliput=st.sampled_from([True, True, False]),
)
SEMUA = st.builds(
    Tulis,
    fakta=FAKTA,
    putusan=st.sampled_from([None, 1, 2, 3, 4, 5]),
    tentang=st.one_of(st.none(), st.none(), st.tuples(CORES, CORES)),
    terpakai=st.sampled_from([False, False, True]),
    wajib=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(t=SEMUA)
def test_the_query_agrees_with_the_table_and_every_open_entry_has_a_code(meja: MejaTulis, t: Tulis) -> None:
    keadaan, kode = meja.turunkan_tulis(t)
    assert keadaan == menurut_tabel(t)
    assert (kode is None) == (keadaan in ("selaras", "dikecualikan", "belum_pasti"))
    if keadaan == "siap":
        assert kode == "M1"


@settings(max_examples=30, deadline=None)
@given(t=SEMUA)
def test_deriving_again_changes_nothing(meja: MejaTulis, t: Tulis) -> None:
    db = meja.ruang.db
    look = "SELECT id, keadaan, code, base_core, excluded FROM entry ORDER BY id"
    try:
        meja.simpan_tulis(t)
        derive(db, meja.scope)
        first = db.execute(look).fetchall()
        steps = meja.ruang.angka("SELECT count(*) FROM entry_history")
        derive(db, meja.scope)
        assert db.execute(look).fetchall() == first
        assert meja.ruang.angka("SELECT count(*) FROM entry_history") == steps
    finally:
        db.rollback()
