"""R5: the spread of predikat against the advice for the rating of the organisation itself."""

from __future__ import annotations

import pytest

from jobs.desa import Desa
from jobs.ruang import Ruang
from selaras.check import services
from selaras.ledger.queries import Queries
from selaras.organisasi.services import instansi_set

SQL = Queries(services.__file__)


def rated(ruang: Ruang, counts: tuple[int, ...]) -> None:
    """Put the yearly ratings of as many people there, Sangat Baik first, in place of those of the village."""
    ruang.db.execute("DELETE FROM entry WHERE kind = 3 AND slot = 400")
    for predikat, count in enumerate(counts, start=1):
        ruang.db.execute(
            "WITH r AS (INSERT INTO record(tahun, side, kind, native, slot, instansi_id, raw_hash, batch_id, per, "
            "line, sheet, predikat) "
            "SELECT 2024, 1, 3, gen_random_uuid(), 400, %s, gen_random_uuid(), 1, '2025-01-06', 1, 0, %s "
            "FROM generate_series(1, %s) RETURNING id) "
            "INSERT INTO entry(tahun, instansi_id, kind, orang_id, slot, source_id) "
            "SELECT 2024, %s, 3, 1000 + id, 400, id FROM r",
            (ruang.instansi.id, predikat, count, ruang.instansi.id),
        )


@pytest.mark.parametrize(
    ("capaian", "counts", "departs"),
    [
        (False, (20, 0, 0, 0, 0), False),
        (None, (20, 0, 0, 0, 0), False),
        (True, (2, 14, 4, 0, 0), False),
        (True, (2, 15, 3, 0, 0), True),
        ("baik", (6, 14, 0, 0, 0), True),
        ("baik", (9, 8, 3, 0, 0), True),
        ("baik", (0, 9, 0, 0, 0), False),  # fewer than ten: percentages mean nothing
        ("istimewa", (14, 6, 0, 0, 0), False),
        ("istimewa", (15, 5, 0, 0, 0), True),
        ("istimewa", (9, 11, 0, 0, 0), True),
        ("butuh_perbaikan", (2, 6, 12, 0, 0), False),
        ("butuh_perbaikan", (3, 5, 12, 0, 0), True),
        ("butuh_perbaikan", (0, 9, 11, 0, 0), True),
        ("kurang", (2, 4, 2, 12, 0), False),
        ("kurang", (2, 5, 1, 12, 0), True),
        ("sangat_kurang", (0, 6, 1, 1, 12), False),
        ("sangat_kurang", (1, 5, 1, 1, 12), True),
        ("entah", (20, 0, 0, 0, 0), False),
    ],
)
def test_the_advice_follows_the_rating_of_the_organisation(
    ruang: Ruang, capaian: object, counts: tuple[int, ...], departs: bool
) -> None:
    ruang.kerjakan(Desa())
    with ruang.db.transaction(force_rollback=True):
        if capaian is not None:
            instansi_set(ruang.db, instansi=ruang.instansi.id, sebaran_predikat=capaian)
        rated(ruang, counts)
        found = ruang.db.execute(SQL("R5"), {"instansi": ruang.instansi.id, "tahun": 2024}).fetchall()
    assert [row[2]["jumlah"] for row in found] == ([sum(counts)] if departs else [])
