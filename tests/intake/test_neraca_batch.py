"""Every row of a batch is accounted for, by a constraint of the database and not by good intentions."""

from __future__ import annotations

import psycopg
import pytest

from jobs.desa import BUDI, DEWI, WATI, Desa, nilai, tabel
from jobs.ruang import Ruang


def test_the_database_rejects_a_batch_that_does_not_add_up(desa: Ruang) -> None:
    with pytest.raises(psycopg.errors.CheckViolation, match="accounts_for_every_row"):
        desa.db.execute("UPDATE batch SET n_same = n_same + 1 WHERE id = (SELECT min(id) FROM batch)")


def test_an_open_batch_may_not_add_up_yet_but_a_closed_one_must(desa: Ruang) -> None:
    query = (
        "INSERT INTO batch(run_id, instansi_id, side, connector, berkas, file_digest, per, tanda, n_read, n_new,"
        " n_changed, n_same, n_duplicate, n_child, n_outside, n_rejected, closed_at)"
        " SELECT run_id, instansi_id, side, connector, berkas, file_digest, per, tanda, 3, 1, 0, 0, 0, 0, 0, 1, {}"
        " FROM batch LIMIT 1"
    )
    desa.db.execute(query.format("NULL").encode())
    with pytest.raises(psycopg.errors.CheckViolation):
        desa.db.execute(query.format("now()").encode())


def test_a_batch_that_stays_open_is_not_balanced(desa: Ruang) -> None:
    desa.db.execute("UPDATE batch SET closed_at = NULL WHERE id = (SELECT max(id) FROM batch)")
    assert desa.rekap().seimbang is False


def test_a_reject_that_lost_its_row_is_not_balanced(ruang: Ruang) -> None:
    rusak = Desa()
    rusak.nilai(BUDI, "4")["predikat"] = "Amat Baik"
    ruang.kerjakan(rusak)
    assert ruang.rekap().ditolak == 1
    assert ruang.rekap().seimbang is True
    ruang.db.execute("DELETE FROM baris WHERE kelas = 1")
    assert ruang.rekap().seimbang is False


def test_each_row_is_counted_once_under_what_became_of_it(ruang: Ruang) -> None:
    rows = [
        nilai(BUDI, "1"),
        nilai(BUDI, "1"),  # G1
        nilai(WATI, "1"),
        nilai(WATI, "1") | {"predikat": "Sangat Baik"},  # G2: neither is kept
        nilai(DEWI, "1") | {"predikat": "Entahlah"},  # R4
    ]
    (done,) = ruang.baca(tabel("nilai.csv", rows))
    c = done.counts
    assert (c.read, c.new, c.duplicate, c.rejected) == (5, 1, 1, 3)
    assert (c.changed, c.same, c.child, c.outside) == (0, 0, 0, 0)
    assert ruang.angka("SELECT count(*) FROM record WHERE kind = 3") == 1
    kinds = ruang.semua("SELECT kelas, codes[1], count(*) FROM baris GROUP BY 1, 2 ORDER BY 1, 2")
    assert kinds == [(1, "G2", 2), (1, "R4", 1), (2, "G1", 1)]
