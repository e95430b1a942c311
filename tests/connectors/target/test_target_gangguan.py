"""Each fault of the simulator over HTTP: the right exception, and afterwards a read that tells the truth."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from connectors.target.panggung import Panggung, isi_nilai, key_nilai, key_skp, kunci, nilai, skp
from selaras.connectors.target import Outcome, Target, Write
from selaras.galat import DataError, Postponed, SelarasError, Stop, TryAgain, Uncertain

# fault, exception of a write, whether the write took effect
FAULTS = [
    ("500_sebelum", Uncertain, False),
    ("500_sesudah", Uncertain, True),
    ("putus_sebelum", Uncertain, False),
    ("putus_sesudah", Uncertain, True),
    ("jenis_salah", Uncertain, True),
    ("setengah", Uncertain, True),
    ("token", Stop, False),
    ("429", TryAgain, False),
    ("pemeliharaan", Postponed, False),
]


@pytest.fixture
def target(panggung: Panggung) -> Target:
    return panggung.over_http()


@pytest.mark.parametrize(("fault", "error", "effect"), FAULTS, ids=[fault for fault, _, _ in FAULTS])
def test_a_spoilt_write_says_what_may_have_happened(
    target: Target, panggung: Panggung, fault: str, error: type[SelarasError], effect: bool
) -> None:
    panggung.turn(daftar={"1": fault}, jalur="tulis", tunggu=7)
    write = skp()
    with pytest.raises(SelarasError) as raised:
        target.send([write])
    assert isinstance(raised.value, error)
    assert isinstance(raised.value, Uncertain) == (error is Uncertain)
    assert isinstance(raised.value, Postponed) == (error is Postponed)
    assert target.look([key_skp()])[0].versi == int(effect)
    assert len(panggung.log()) == int(effect)
    assert panggung.calls() == 1, "a write is never repeated by the client"
    again = target.send([write])[0]
    assert again.outcome == (Outcome.SAME if effect else Outcome.STORED)
    assert len(panggung.log()) == 1


@pytest.mark.parametrize("fault", ["429", "pemeliharaan"])
def test_it_says_how_long_the_target_wants_to_rest(target: Target, panggung: Panggung, fault: str) -> None:
    panggung.turn(daftar={"1": fault}, tunggu=7)
    with pytest.raises(TryAgain) as raised:
        target.send([skp()])
    assert raised.value.after == 7


def test_a_bad_token_says_who_must_do_what(panggung: Panggung) -> None:
    with pytest.raises(Stop, match="Admin instansi") as raised:
        panggung.over_http("token-salah").send([skp()])
    assert "token-salah" not in str(raised.value)
    assert panggung.log() == []


def test_a_write_that_is_too_slow_is_uncertain(panggung: Panggung) -> None:
    panggung.turn(daftar={"1": "lambat"}, detik=1.5)
    target = panggung.over_http(patience=0.3)
    with pytest.raises(Uncertain):
        target.send([skp()])
    deadline = time.monotonic() + 10
    while not panggung.log() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert target.look([key_skp()])[0].versi == 1


def test_a_slow_answer_within_patience_is_an_answer(target: Target, panggung: Panggung) -> None:
    panggung.turn(daftar={"1": "lambat"}, detik=0.3)
    assert target.send([skp()])[0].outcome is Outcome.STORED


def test_a_write_delivered_twice_takes_effect_once(target: Target, panggung: Panggung) -> None:
    panggung.turn(daftar={"1": "ganda"}, jalur="tulis")
    assert target.send([skp()])[0].outcome is Outcome.SAME
    assert panggung.simulator.board.counts()["diteruskan"]["/api/ekinerja/v1/tulis"] == 2
    assert len(panggung.log()) == 1
    assert target.look([key_skp()])[0].versi == 1


def test_a_lie_is_found_out_by_reading(target: Target, panggung: Panggung) -> None:
    panggung.turn(daftar={"1": "bohong"}, jalur="tulis")
    assert target.send([skp()])[0].outcome is Outcome.STORED
    assert target.look([key_skp()])[0].versi == 0
    assert panggung.log() == []


def test_nobody_at_the_address_means_nothing_was_written(panggung: Panggung) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with pytest.raises(TryAgain) as raised:
        panggung.over_http(url=url).send([skp()])
    assert not isinstance(raised.value, Uncertain)


def test_a_connection_lost_before_the_body_was_sent_wrote_nothing(panggung: Panggung) -> None:
    """A body larger than all buffers cannot have been handed over when the other side goes away unread."""
    panggung.turn(daftar={"1": "putus_awal"})
    big = Write(kunci(), key_nilai(), 0, isi_nilai(umpan_balik="x" * 30_000_000))
    with pytest.raises(TryAgain) as raised:
        panggung.over_http().send([big])
    assert not isinstance(raised.value, Uncertain)
    assert panggung.log() == []


@pytest.mark.parametrize("fault", ["500_sebelum", "putus_sebelum", "putus_awal", "setengah", "putus_sesudah"])
def test_a_read_is_repeated_when_it_fails_in_passing(target: Target, panggung: Panggung, fault: str) -> None:
    target.send([skp()])
    panggung.turn(daftar={"1": fault, "2": fault}, jalur="baca")
    assert target.look([key_skp()])[0].versi == 1
    assert panggung.calls("/api/ekinerja/v1/baca") == 3


@pytest.mark.parametrize(("fault", "error"), [("500_sebelum", TryAgain), ("jenis_salah", TryAgain), ("token", Stop)])
def test_a_read_gives_up_in_the_end_and_is_never_uncertain(
    target: Target, panggung: Panggung, fault: str, error: type[SelarasError]
) -> None:
    panggung.turn(peluang={fault: 1})
    with pytest.raises(error) as raised:
        target.look([key_skp()])
    assert not isinstance(raised.value, Uncertain)
    assert panggung.calls("/api/ekinerja/v1/baca") == (3 if error is TryAgain else 1)


def test_a_read_does_not_sit_through_a_maintenance_window(target: Target, panggung: Panggung) -> None:
    panggung.turn(peluang={"pemeliharaan": 1}, tunggu=1)
    with pytest.raises(Postponed):
        target.look([key_skp()])
    assert panggung.calls("/api/ekinerja/v1/baca") == 1


def test_the_circuit_opens_after_failures_in_a_row_and_closes_again(panggung: Panggung) -> None:
    target = panggung.over_http(failures=3)
    panggung.turn(peluang={"500_sebelum": 1}, jalur="tulis")
    for _ in range(3):
        with pytest.raises(Uncertain):
            target.send([skp()])
    with pytest.raises(TryAgain) as raised:
        target.send([skp()])
    assert not isinstance(raised.value, Uncertain)
    assert raised.value.after is not None
    assert 0 < raised.value.after <= 0.3
    assert panggung.calls() == 3
    panggung.turn()
    time.sleep(0.35)
    assert target.send([skp()])[0].outcome is Outcome.STORED


@pytest.mark.parametrize("fault", ["429", "pemeliharaan", "token"])
def test_a_target_that_answers_does_not_open_the_circuit(panggung: Panggung, fault: str) -> None:
    target = panggung.over_http(failures=2)
    panggung.turn(peluang={fault: 1})
    for _ in range(5):
        with pytest.raises(SelarasError):
            target.send([skp()])
    assert panggung.calls() == 5


def test_workers_who_share_a_target_do_not_wait_for_each_other(panggung: Panggung) -> None:
    target = panggung.over_http()
    panggung.turn(peluang={"lambat": 1}, detik=0.5)
    begun = time.monotonic()
    threads = [threading.Thread(target=target.look, args=([key_skp()],)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert time.monotonic() - begun < 1.5


def test_another_service_at_the_address_stops_before_anything_is_sent(panggung: Panggung) -> None:
    target = panggung.over_http(url=f"{panggung.simulator.address}/lain")
    with pytest.raises(Stop, match="alamat"):
        target.send([skp()])
    with pytest.raises(Stop, match="alamat"):
        next(target.observe(2024))


def test_a_spoilt_report_is_read_again(target: Target, panggung: Panggung) -> None:
    target.send([skp(), nilai()])
    whole = [source.berkas for source in target.observe(2024)]
    panggung.turn(daftar={"1": "setengah", "4": "putus_sebelum", "6": "500_sebelum"})
    assert [source.berkas for source in target.observe(2024)] == whole
    assert sum(panggung.simulator.board.counts()["gangguan"].values()) == 3


def test_no_error_shows_a_person_or_the_token(panggung: Panggung) -> None:
    target = panggung.over_http()
    for fault, _, _ in FAULTS:
        panggung.turn(daftar={"1": fault})
        with pytest.raises(SelarasError) as raised:
            target.send([skp()])
        shown = repr(raised.value) + str(raised.value) + repr(raised.value.__cause__)
        assert key_skp().nip not in shown
        assert panggung.token not in shown
    with pytest.raises(DataError) as wrong:
        target.send([Write("bukan-kunci", key_skp(), 0, {})])
    assert key_skp().nip not in str(wrong.value)
