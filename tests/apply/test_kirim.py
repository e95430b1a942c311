"""A plan is carried out once, each operation in its turn; whatever moved is left alone and told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from apply.rencana import NILAI, Meja
from selaras.apply.services import close_plan, finish_plan, resume_plan
from selaras.connectors.target import Write
from selaras.galat import DataError, Postponed, Stop, TryAgain

Buat = Callable[..., Meja]


def test_it_sends_every_operation_once_and_in_the_order_of_need(meja: Buat) -> None:
    m = meja(6)
    tally = m.kirim()
    assert (tally.stored, tally.berhenti) == (m.n, None)
    assert m.status() == {2: m.n}
    m.utuh()
    order = [kunci for _, kunci, _ in m.sasaran.efek]
    assert order[0] == m.kunci(1)
    for nomor in range(2, 7):
        assert order.index(m.kunci(nomor)) < order.index(m.kunci(nomor, 204))
    assert m.operasi(2)["jawaban"]["hasil"] == "diterima"


def test_a_second_run_sends_nothing(meja: Buat) -> None:
    m = meja(3)
    m.kirim()
    before = len(m.sasaran.panggilan)
    tally = m.kirim()
    assert tally.done == 0
    assert len(m.sasaran.panggilan) == before


def test_an_entry_that_moved_since_the_seal_lapses_and_says_how(meja: Buat) -> None:
    m = meja(3)
    seven, eight = m.operasi(7)["entry_id"], m.operasi(8)["entry_id"]
    m.db.execute("UPDATE entry SET source_core = %s WHERE id = %s", (NILAI[:-3] + "111", seven))
    m.db.execute("UPDATE entry SET target_core = %s WHERE id = %s", (NILAI[:-3] + "335", eight))
    m.db.commit()
    tally = m.kirim()
    assert (tally.lapsed, tally.stored) == (2, m.n - 2)
    assert m.operasi(7)["sebab"] == (
        "Berubah sejak disegel: PMM di atas ekspektasi / sesuai ekspektasi / Baik menjadi "
        "di atas ekspektasi / di atas ekspektasi / Sangat Baik."
    )
    assert "e-Kinerja kosong menjadi di bawah ekspektasi" in m.operasi(8)["sebab"]
    assert m.operasi(7)["status"] == 8
    m.utuh()


def test_what_needs_a_lapsed_operation_lapses_with_it(meja: Buat) -> None:
    m = meja(2)
    m.db.execute("UPDATE entry SET source_core = NULL WHERE id = %s", (m.operasi(6)["entry_id"],))
    m.db.commit()
    m.kirim()
    assert [m.operasi(seq)["status"] for seq in range(1, 11)] == [2] * 5 + [8] * 5
    assert m.operasi(9)["sebab"] == "Yang harus lebih dulu ditolak atau batal."


def test_what_needs_a_refused_operation_lapses_in_the_same_statement(meja: Buat) -> None:
    m = meja(3)
    m.sasaran.tolak = lambda write: (
        ("E04", "Data SKP Organisasi belum dibuat oleh atasan") if write.key.slot == 0 else None
    )
    tally = m.kirim()
    assert (tally.refused, tally.lapsed, tally.calls) == (1, m.n - 1, 1)
    first = m.operasi(1)
    assert (first["status"], first["sebab"]) == (7, "Data SKP Organisasi belum dibuat oleh atasan")
    assert first["jawaban"]["kode"] == "E04"
    assert "nomor urut" in m.operasi(15)["sebab"]
    refused = m.ruang.satu("SELECT refused_of = source_core, open_op FROM entry WHERE id = %s", (first["entry_id"],))
    assert refused == (True, None)


def test_a_target_that_moved_after_the_seal_is_left_as_it_is(meja: Buat) -> None:
    m = meja(2)
    m.sasaran._simpan(m.kunci(2, 203), {"hasil_kerja": "Dibawah Ekspektasi", "perilaku_kerja": "x", "hasil_akhir": "x"})
    tally = m.kirim()
    assert (tally.lapsed, tally.stored) == (1, m.n - 1)
    row = m.sasaran.isi[m.kunci(2, 203)].row
    assert row is not None
    assert row["hasil_kerja"] == "Dibawah Ekspektasi"
    lapsed = next(m.operasi(seq) for seq in range(1, m.n + 1) if m.operasi(seq)["status"] == 8)
    assert "versi lain" in lapsed["sebab"]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("UPDATE entry SET excluded = 1 WHERE id = %s", "Dikecualikan"),
        ("UPDATE entry SET open_op = -1 WHERE id = %s", "operasi lain"),
        (
            "INSERT INTO telaah(instansi_id, entry_id, source_core, target_core, putusan, oleh, sebagai, alasan, "
            "run_id, pada) SELECT instansi_id, id, source_core, target_core, 2, 'Sari', 'kepala sekolah', 'keliru', "
            "1, now() FROM entry WHERE id = %s",
            "Dikembalikan",
        ),
    ],
)
def test_an_entry_that_a_person_took_back_after_the_seal_is_not_sent(meja: Buat, fact: str, told: str) -> None:
    m = meja(2)
    m.db.execute(fact, (m.operasi(8)["entry_id"],))  # type: ignore[call-overload]
    m.db.commit()
    assert m.kirim().lapsed == 1
    assert told in m.operasi(8)["sebab"]
    assert m.operasi(8)["kunci"].hex not in {kunci for kunci, _, _ in m.sasaran.efek}


def test_an_operation_whose_entry_is_gone_lapses(meja: Buat) -> None:
    m = meja(2)
    m.db.execute("DELETE FROM entry WHERE id = %s", (m.operasi(6)["entry_id"],))
    m.db.commit()
    m.kirim()
    assert "tidak ada lagi" in m.operasi(6)["sebab"]
    assert m.operasi(7)["status"] == 8
    assert m.operasi(5)["status"] == 2


def test_a_call_that_wrote_nothing_for_certain_is_sent_again(meja: Buat) -> None:
    m = meja(4)
    m.sasaran.after = 7
    m.sasaran.galat = lambda n, writes: "coba lagi" if n in (1, 2) else None
    tally = m.kirim()
    assert tally.stored == m.n
    assert [kind for kind, _ in m.sasaran.panggilan].count("baca") == 0
    assert m.tidur[0] >= 7
    m.utuh()


@pytest.mark.parametrize("word", ["ragu sebelum", "ragu sesudah"])
def test_a_call_without_an_answer_is_read_before_anything_is_sent_again(meja: Buat, word: str) -> None:
    m = meja(4)
    m.sasaran.galat = lambda n, writes: word if n == 2 else None
    tally = m.kirim(4)
    unclear = set(m.sasaran.panggilan[1][1])
    again = [call for kind, call in m.sasaran.panggilan[2:] if kind == "kirim" and unclear & set(call)]
    reads = [number for number, (kind, _) in enumerate(m.sasaran.panggilan) if kind == "baca"]
    assert len(reads) == 1
    if word == "ragu sebelum":
        assert len(again) == 1
        assert next(n for n, (k, c) in enumerate(m.sasaran.panggilan) if n > 1 and unclear & set(c)) > reads[0]
        assert m.status() == {2: m.n}
    else:
        assert again == []
        assert (tally.settled, m.status()) == (4, {2: m.n - 4, 3: 4})
    m.utuh()


def test_an_unclear_call_over_a_third_value_lapses_and_names_both(meja: Buat) -> None:
    m = meja(1)
    stranger = {
        "hasil_kerja": "Dibawah Ekspektasi",
        "perilaku_kerja": "Dibawah Ekspektasi",
        "hasil_akhir": "Sangat Kurang",
    }

    def galat(n: int, writes: Sequence[Write]) -> str | None:
        if n != 2:
            return None
        m.sasaran._simpan(writes[0].key, dict(stranger))
        return "ragu sebelum"

    m.sasaran.galat = galat
    tally = m.kirim(1)
    assert tally.lapsed == 1
    assert "bukan nilai saat disegel (kosong)" in m.operasi(2)["sebab"]
    m.utuh()


def test_an_answer_that_lacks_an_operation_leaves_that_one_unknown(meja: Buat, monkeypatch: pytest.MonkeyPatch) -> None:
    m = meja(1)
    whole = m.sasaran.kirim

    def short(writes: Sequence[Write]) -> object:
        told = whole(writes)
        return told[:-1] if len(writes) > 1 else told

    monkeypatch.setattr(m.sasaran, "kirim", short)
    m.kirim(10)
    assert m.status() == {2: 4, 3: 1}
    m.utuh()


def test_it_pauses_when_nobody_answers_any_more_and_goes_on_when_told_so(meja: Buat) -> None:
    m = meja(2)
    m.sasaran.galat = lambda n, writes: "coba lagi"
    tally = m.kirim()
    assert isinstance(tally.berhenti, TryAgain)
    assert tally.calls == 6
    assert m.status() == {0: m.n}
    assert "6 kali berturut-turut" in (m.jeda() or "")
    assert isinstance(m.kirim().berhenti, Stop)
    m.sasaran.galat = lambda n, writes: None
    assert "berturut-turut" in resume_plan(m.db, m.plan)
    assert m.kirim().stored == m.n
    with pytest.raises(DataError, match="tidak sedang dijeda"):
        resume_plan(m.db, m.plan)


def test_it_pauses_when_too_much_is_refused_and_accepts_it_when_a_person_does(meja: Buat) -> None:
    m = meja(40)
    m.sasaran.tolak = lambda write: ("EK6", "Predikat tidak sesuai") if write.key.slot == 201 else None
    tally = m.kirim(10)
    assert isinstance(tally.berhenti, Stop)
    assert 20 < m.status()[7] <= 30
    assert m.status()[0] > 0
    assert m.jeda() == f"{m.status()[7]} dari 200 operasi batal atau ditolak; batasnya 20."
    resume_plan(m.db, m.plan)
    assert m.kirim(10).berhenti is None
    assert m.status() == {2: 160, 7: 40}
    m.utuh()


def test_maintenance_postpones_and_leaves_everything_sealed(meja: Buat) -> None:
    m = meja(2)
    m.sasaran.galat = lambda n, writes: "tunda" if n == 2 else None
    tally = m.kirim(1)
    assert isinstance(tally.berhenti, Postponed)
    assert m.status() == {0: m.n - 1, 2: 1}
    assert m.jeda() is None
    assert m.kirim().stored == m.n - 1


def test_a_long_wait_that_the_target_asks_for_is_no_pause(meja: Buat) -> None:
    m = meja(1)
    m.sasaran.after = 3600
    m.sasaran.galat = lambda n, writes: "coba lagi"
    tally = m.kirim()
    assert isinstance(tally.berhenti, Postponed)
    assert "60 menit" in str(tally.berhenti)
    assert m.jeda() is None


def test_an_expired_token_stops_at_once(meja: Buat) -> None:
    m = meja(2)
    m.sasaran.galat = lambda n, writes: "henti"
    tally = m.kirim()
    assert isinstance(tally.berhenti, Stop)
    assert tally.calls == 1
    assert (m.status(), m.operasi(1)["sebab"]) == ({0: m.n}, "tiruan: henti")


def test_one_call_that_is_not_understood_costs_its_neighbours_nothing(meja: Buat) -> None:
    m = meja(4)
    bad = m.kunci(3, 202)
    m.sasaran.galat = lambda n, writes: "salah" if any(write.key == bad for write in writes) else None
    tally = m.kirim(16)
    assert isinstance(tally.berhenti, DataError)
    assert tally.refused == 1
    assert m.status()[7] == 1
    m.sasaran.galat = lambda n, writes: None
    assert m.kirim().berhenti is None
    assert m.status() == {2: m.n - 1, 7: 1}
    m.utuh()


def test_a_person_closes_a_plan_and_what_was_not_sent_lapses(meja: Buat) -> None:
    m = meja(2)
    m.sasaran.galat = lambda n, writes: "henti" if n == 2 else None
    m.kirim(1)
    with pytest.raises(DataError, match="Alasan"):
        close_plan(m.db, m.plan, alasan=" ", now=m.operasi(1)["pada"])
    assert close_plan(m.db, m.plan, alasan="salah tahun", now=m.operasi(1)["pada"]) == m.n - 1
    assert m.operasi(4)["sebab"] == "ditutup: salah tahun"
    assert isinstance(m.kirim().berhenti, Stop)
    m.utuh()


def test_a_plan_is_not_closed_while_something_is_unknown(meja: Buat) -> None:
    m = meja(1)
    m.sasaran.galat = lambda n, writes: "ragu sesudah" if n == 1 else "tunda"
    m.sasaran.galat_baca = lambda n: "tunda"
    m.kirim(1)
    assert m.status() == {9: 1, 0: 4}
    with pytest.raises(Stop, match="belum pasti"):
        close_plan(m.db, m.plan, alasan="x", now=m.operasi(1)["pada"])
    assert not finish_plan(m.db, m.plan, now=m.operasi(1)["pada"])
    m.sasaran.galat_baca = lambda n: None
    assert m.bereskan().settled == 1


def test_a_plan_with_nothing_left_is_closed(meja: Buat) -> None:
    m = meja(1)
    m.kirim()
    assert finish_plan(m.db, m.plan, now=m.operasi(1)["pada"])
    assert not finish_plan(m.db, m.plan, now=m.operasi(1)["pada"])


def test_a_run_that_another_worker_uses_is_refused(meja: Buat) -> None:
    m = meja(1)
    m.sasaran.galat = lambda n, writes: None
    run = m.ruang.mulai()
    m.db.execute("SELECT pg_advisory_lock(7350002, %s)", (run + 1,))
    m.db.commit()
    with pytest.raises(Stop, match="masih bekerja"):
        m.kirim()
