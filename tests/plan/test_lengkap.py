"""A plan is complete and exact: every entry that is ready and differs is planned once, and nothing else."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import drop_database
from jobs.desa import TW, WARGA, Desa
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from plan.bengkel import Bengkel
from selaras.plan import selectors
from selaras.plan.digest import digest
from selaras.review.services import Putusan

ORANG = st.integers(0, len(WARGA) - 1)
RUSAK = st.tuples(
    st.sampled_from(["tanpa skp", "tanpa nilai", "lain", "draf", "diajukan", "tertinggi"]), ORANG, st.sampled_from(TW)
)
KATA = st.tuples(st.sampled_from(["setuju", "bawa", "pertahankan", "kembalikan"]), ORANG)


def rusak(desa: Desa, how: str, n: int, tw: str) -> None:
    o = WARGA[n]
    rated = [row for row in desa.laporan_nilai[tw] if row["nip"] == o.nip]
    match how:
        case "tanpa skp":
            desa.tanpa_ekinerja(o)
        case "tanpa nilai":
            desa.tanpa_ekinerja(o, tw)
        case "lain":
            for row in rated:
                row.update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
        case "tertinggi":
            desa.nilai(o, tw).update(
                hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi", predikat="Sangat Baik"
            )
        case "draf":
            desa.nilai(o, tw).update(status="draf")
        case _:
            desa.pilih(desa.pmm["skp"], o).update(status="Diajukan")


def kata(b: Bengkel, word: str, n: int) -> None:
    if word == "setuju":
        b.setujui(WARGA[n])
    elif word == "kembalikan":
        b.kembalikan(WARGA[n])
    else:
        b.putuskan(Putusan.BAWA_PMM if word == "bawa" else Putusan.PERTAHANKAN, *b.entri(WARGA[n]))


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    damages=st.lists(RUSAK, max_size=8),
    words=st.lists(KATA, max_size=6),
    moved=st.lists(st.tuples(ORANG, st.sampled_from(TW)), max_size=2),
    everybody=st.booleans(),
)
def test_every_ready_entry_that_differs_is_planned_once_and_nothing_else(
    server: str,
    damages: list[tuple[str, int, str]],
    words: list[tuple[str, int]],
    moved: list[tuple[int, str]],
    everybody: bool,
) -> None:
    dsn = copied(server, template(server))
    ruang, desa = Ruang(dsn), Desa()
    try:
        for damage in damages:
            rusak(desa, *damage)
        b = Bengkel(ruang, desa)
        if everybody:
            b.setujui()
        for word in words:
            kata(b, *word)
        for n, tw in moved:
            b.sasaran.geser(WARGA[n].nip, {"T": 400}.get(tw) or 200 + int(tw), f"{0:029x}333")
        made = b.susun()
        ready = {
            row[0]
            for row in ruang.semua(
                "SELECT id FROM entry WHERE keadaan = 2 AND source_core IS DISTINCT FROM target_core"
            )
        }
        number = made.plan.id if made.plan else 0
        planned = Counter(row[0] for row in ruang.semua("SELECT entry_id FROM operation WHERE plan_id = %s", [number]))
        behind = {
            row[0]
            for row in ruang.semua(
                "SELECT (x->>'entry')::bigint FROM plan, jsonb_array_elements(ditinggal) x WHERE plan.id = %s", [number]
            )
        }
        assert set(planned.values()) <= {1}
        assert not planned.keys() & behind
        if made.plan is None:
            assert len(made.ditinggal) == len(ready)
        else:
            assert planned.keys() | behind == ready
            assert made.plan.n == planned.total()
            assert digest(b.db, made.plan.id) == made.plan.digest
            order = {step.seq: step for step in selectors.steps(b.db, made.plan.id)}
            assert all(step.needs < step.seq and step.needs in order for step in order.values() if step.needs)
        assert ruang.rekap().seimbang is True
        assert ruang.angka("SELECT count(*) FROM entry WHERE keadaan NOT IN (1, 7, 8) AND code IS NULL") == 0
    finally:
        ruang.tutup()
        drop_database(server, dsn)
