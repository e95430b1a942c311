"""`selaras simulasi myasn` as a process: ready, its options, and a clean end however it comes."""

from __future__ import annotations

import datetime as dt
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
from typing import Any

import psycopg
import pytest
from joserfc import jwt
from joserfc.errors import ExpiredTokenError
from joserfc.jwk import KeySet

from myasn import warga
from myasn.klien import KEMBALI, Peramban, Selaras, isi, klien, tombol
from myasn.warga import BUDI, NIP
from selaras.config.clock import ZONE
from selaras.myasn.people import People
from selaras.myasn.running import running


@pytest.fixture
def latihan(dsn: str) -> str:
    """A rehearsal folder with its people."""
    warga.isi(dsn)
    return dsn


def start(dsn: str, *words: str, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "from selaras.cli.main import main; main()", "simulasi", "myasn", *words],
        env=os.environ | {"DATABASE_URL": dsn, "SELARAS_DATA": os.devnull} | env,  # nothing may be written there
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def simulasi(dsn: str, *words: str, **env: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    process = start(dsn, "--json", *words, **env)
    try:
        assert process.stdout is not None
        yield process, json.loads(process.stdout.readline())
    finally:
        process.kill()
        process.communicate()


def gone(address: str) -> bool:
    host, _, port = address.removeprefix("http://").partition(":")
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) != 0:
                return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(latihan: str, number: signal.Signals) -> None:
    with simulasi(latihan, "--kembali", KEMBALI) as (process, ready):
        assert ready["siap"] is True
        assert ready["alamat"].startswith("http://127.0.0.1:")
        assert ready["klien"] == {"selaras": [KEMBALI]}
        with Peramban() as peramban:
            own = Selaras(ready["alamat"], peramban)
            assert own.periksa(own.masuk(BUDI)["id_token"])["nip"] == NIP[BUDI]
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, out, err) == (0, "", "")
        assert gone(ready["alamat"])


def test_its_server_does_not_outlive_it(latihan: str) -> None:
    with simulasi(latihan) as (process, ready):
        process.kill()
        process.wait()
        assert gone(ready["alamat"])


def test_a_person_stays_the_same_when_it_is_started_again(latihan: str) -> None:
    subs = set()
    for _ in range(2):
        with simulasi(latihan, "--kembali", KEMBALI) as (_, ready), Peramban() as peramban:
            own = Selaras(ready["alamat"], peramban)
            subs.add(own.periksa(own.masuk(BUDI)["id_token"])["sub"])
    assert len(subs) == 1


def test_client_secret_and_claim_come_from_the_settings_of_selaras(latihan: str) -> None:
    names = {"CLIENT_ID": "lain", "CLIENT_SECRET": "r" * 20, "CLAIM_NIP": "nip_asn"}
    env = {f"SELARAS_OIDC_{name}": value for name, value in names.items()}
    with simulasi(latihan, "--kembali", KEMBALI, **env) as (_, ready), Peramban() as peramban:
        assert ready["klaim_nip"] == "nip_asn"
        assert "r" * 20 not in json.dumps(ready)
        own = Selaras(ready["alamat"], peramban, "lain", "r" * 20)
        told = own.periksa(own.masuk(BUDI)["id_token"])
        assert (told["nip_asn"], "nip" in told, "nik" in told) == (NIP[BUDI], False, False)


def test_its_tokens_are_dated_by_the_clock_of_selaras(latihan: str) -> None:
    words, env = ("--kembali", KEMBALI), {"SELARAS_HARI_INI": "2025-01-06"}
    with simulasi(latihan, *words, **env) as (_, ready), Peramban() as peramban:
        own = Selaras(ready["alamat"], peramban)
        token = own.masuk(BUDI)["id_token"]
        with pytest.raises(ExpiredTokenError):
            own.periksa(token)
        keys = KeySet.import_key_set(peramban.get(own.meta["jwks_uri"]).json())
        made = dt.datetime.fromtimestamp(jwt.decode(token, keys).claims["iat"], ZONE)
        assert made.date() == dt.date(2025, 1, 6)


def test_clients_and_knobs_come_from_files(latihan: str, tmp_path: Path) -> None:
    clients, knobs = tmp_path / "klien.json", tmp_path / "gangguan.json"
    clients.write_text(json.dumps([{"id": "satu", "kembali": [KEMBALI]}]), encoding="utf-8")
    knobs.write_text('{"daftar": {"1": "ditolak"}}', encoding="utf-8")
    words = ("--klien", str(clients), "--gangguan", str(knobs))
    with simulasi(latihan, *words) as (_, ready), Peramban() as peramban:
        own = Selaras(ready["alamat"], peramban, "satu")
        assert isi(peramban.pilih(own.halaman(), BUDI))["error"] == "access_denied"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--gangguan", "{"), "gangguan bukan JSON"),
        (("--gangguan", "[]"), "Setelan gangguan tidak terbaca"),
        (("--gangguan", "tidak-ada.json"), "tidak bisa dibaca"),
        (("--klien", "[]"), "Pendaftaran klien tidak terbaca"),
        (("--kembali", "javascript:alert(1)"), "Pendaftaran klien tidak terbaca"),
        (("--klaim-nip", "sub"), "sudah dipakai klaim lain"),
        (("--klaim-nik", "nip"), "sudah dipakai klaim lain"),
    ],
)
def test_a_bad_setting_is_told_at_once(latihan: str, words: tuple[str, ...], said: str) -> None:
    out, err = start(latihan, *words).communicate(timeout=60)
    assert out == ""
    assert said in err


def test_a_port_that_is_taken_is_told(latihan: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start(latihan, "--port", str(taken.getsockname()[1]))
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "sudah dipakai" in err


def test_real_data_are_not_simulated(dsn: str) -> None:
    warga.isi(dsn, "nyata")
    process = start(dsn)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "data nyata" in err


def test_nobody_of_a_real_folder_can_be_chosen_whoever_serves_it(dsn: str) -> None:
    warga.isi(dsn, "nyata")
    with running(dsn, klien()) as simulator, Peramban() as peramban:
        page = Selaras(simulator.address, peramban).halaman()
        assert (page.status_code, tombol(page)) == (200, {})


def test_it_can_only_read(latihan: str) -> None:
    people = People(latihan)
    try:
        assert [one.nama for one in people.search(BUDI, 1)] == [BUDI]
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction), people.lent() as connection:
            connection.execute("DELETE FROM potret")
    finally:
        people.close()
