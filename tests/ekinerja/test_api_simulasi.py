"""`selaras simulasi ekinerja` as a process: ready, knobs, counts, and a clean end however it comes."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
import pytest

from jobs.pemasangan import template
from selaras.ekinerja.simulator.faults import parse
from selaras.galat import DataError

LOOK = "/api_kinerja/referensi/periode"


@pytest.fixture(scope="module")
def template_dsn(server: str) -> str:
    return template(server)


@pytest.fixture
def latihan(dsn: str) -> str:
    """A rehearsal folder."""
    with psycopg.connect(dsn) as connection:
        connection.execute("INSERT INTO instansi(nama, jenis, tahun) VALUES ('KAB. LATIHAN', 'latihan', 2024)")
    return dsn


def start(dsn: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "from selaras.cli.main import main; main()", "simulasi", "ekinerja", *words],
        env=os.environ | {"DATABASE_URL": dsn, "SELARAS_DATA": os.devnull},  # nothing may be written there
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def simulasi(dsn: str, *words: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str], httpx.Client]]:
    process = start(dsn, "--json", *words)
    try:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        headers = {"Authorization": f"Bearer {ready['token']}"}
        with httpx.Client(base_url=ready["alamat"], headers=headers, trust_env=False, timeout=20) as client:
            yield process, ready, client
    finally:
        process.kill()
        process.communicate()


def listens(address: str) -> bool:
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def gone(*addresses: str) -> bool:
    deadline = time.monotonic() + 15
    while any(map(listens, addresses)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not any(map(listens, addresses))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(latihan: str, number: signal.Signals) -> None:
    with simulasi(latihan) as (process, ready, client):
        assert ready["siap"] is True
        assert client.get(LOOK).status_code == 404
        assert client.get(LOOK, headers={"Authorization": "Bearer lain"}).status_code == 401
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, out, err) == (0, "", "")
        assert gone(ready["alamat"], ready["langsung"])


def test_its_server_does_not_outlive_it(latihan: str) -> None:
    with simulasi(latihan) as (process, ready, _):
        process.kill()
        process.wait()
        assert gone(ready["alamat"], ready["langsung"])


def test_knobs_come_from_a_file_and_are_turned_while_it_runs(latihan: str, tmp_path: Path) -> None:
    file = tmp_path / "gangguan.json"
    file.write_text('{"daftar": {"1": "429"}, "tunggu": 9}', encoding="utf-8")
    with simulasi(latihan, "--gangguan", str(file)) as (_, _, client):
        spoilt = client.get(LOOK)
        assert (spoilt.status_code, spoilt.headers["Retry-After"]) == (429, "9")
        assert client.get(LOOK).status_code == 404
        turned = client.post("/_simulasi/gangguan", json={"daftar": {"2": "token"}, "jalur": "periode"})
        assert turned.json() == client.get("/_simulasi/gangguan").json()
        assert [client.get(LOOK).status_code for _ in range(3)] == [404, 401, 404]
        assert client.get("/_simulasi/catatan").json() == {
            "permintaan": {LOOK: 5},
            "diteruskan": {LOOK: 3},
            "gangguan": {"429": 1, "token": 1},
        }
        client.delete("/_simulasi/catatan")
        assert client.get("/_simulasi/catatan").json()["permintaan"] == {}


@pytest.mark.parametrize(
    "knobs",
    [
        {"lain": 1},
        {"peluang": {"lain": 1}},
        {"peluang": {"429": 2}},
        {"peluang": {"429": "1"}},
        {"peluang": {"429": 0.6, "ganda": 0.6}},
        {"daftar": {"0": "429"}},
        {"daftar": ["429"]},
        {"detik": -1},
        [],
    ],
)
def test_knobs_that_are_none_are_refused(knobs: object) -> None:
    with pytest.raises(DataError, match="Setelan gangguan tidak terbaca"):
        parse(knobs)


def test_a_bad_setting_is_told_at_once(latihan: str) -> None:
    for words in (("--gangguan", "{"), ("--gangguan", "tidak-ada.json"), ("--gangguan", '{"lain": 1}')):
        process = start(latihan, *words)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (1, "")
        assert "gangguan" in err
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start(latihan, "--port", str(taken.getsockname()[1]))
        _, err = process.communicate(timeout=60)
        assert process.returncode == 1
        assert "sudah dipakai" in err


def test_real_data_are_not_simulated(dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        connection.execute("INSERT INTO instansi(nama, jenis, tahun) VALUES ('KAB. X', 'nyata', 2024)")
    process = start(dsn)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "data nyata" in err


def test_chance_repeats_itself() -> None:
    knobs = parse({"benih": 7, "peluang": {"429": 0.1, "ganda": 0.1}})
    drawn = [knobs.pick(n) for n in range(1, 2001)]
    assert drawn == [knobs.pick(n) for n in range(1, 2001)]
    assert 150 < drawn.count(None) - 1400 < 250
    assert {str(fault) for fault in drawn if fault} == {"429", "ganda"}
