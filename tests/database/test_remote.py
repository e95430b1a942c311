from __future__ import annotations

import socket
import struct
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from selaras.database import connect, open_database, status
from selaras.galat import SelarasError, Stop, TryAgain

SECRET = "rahasia-sekali"


def message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


def hello(version: str, encoding: str) -> bytes:
    """Return what a server says to a client that it lets in."""
    settings = {"server_version": version, "server_encoding": encoding, "client_encoding": "UTF8"}
    told = b"".join(message(b"S", f"{key}\0{value}\0".encode()) for key, value in settings.items())
    return message(b"R", struct.pack("!i", 0)) + told + message(b"Z", b"I")


def refusal(text: str) -> bytes:
    return message(b"E", f"SFATAL\0VFATAL\0C28P01\0M{text}\0\0".encode())


@contextmanager
def pretender(answer: bytes) -> Iterator[int]:
    """Listen on a port and answer every client like a PostgreSQL server; yields the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                with client:
                    while True:
                        start = client.recv(4096)
                        if start[4:8] != struct.pack("!i", 80877103):  # no request for TLS
                            break
                        client.sendall(b"N")
                    client.sendall(answer)
                    while client.recv(4096):
                        pass

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def url(port: int) -> str:
    return f"postgresql://sari:{SECRET}@127.0.0.1:{port}/kinerja?sslmode=disable&gssencmode=disable"


def refused(monkeypatch: pytest.MonkeyPatch, address: str) -> SelarasError:
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(SelarasError) as error:
        open_database()
    shown = "".join(traceback.format_exception(error.value))
    assert SECRET not in shown, "the password is in what a person or a log sees"
    return error.value


@pytest.mark.parametrize("version", ["14.11", "9.6.24"])
def test_it_refuses_a_server_that_is_too_old(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    with pretender(hello(version, "UTF8")) as port:
        error = refused(monkeypatch, url(port))
    assert isinstance(error, Stop)
    assert f"PostgreSQL {version.removesuffix('.24')}; Selaras memerlukan PostgreSQL 15" in str(error)


def test_it_takes_a_server_that_is_new_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    with pretender(hello("15.0", "UTF8")) as port:
        monkeypatch.setenv("DATABASE_URL", url(port))
        assert open_database() == url(port)


def test_it_refuses_a_database_that_can_not_hold_every_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    with pretender(hello("16.2", "SQL_ASCII")) as port:
        assert "SQL_ASCII" in str(refused(monkeypatch, url(port)))


def test_it_says_that_the_server_can_not_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = refused(monkeypatch, url(port))
    assert isinstance(error, TryAgain)
    assert f"127.0.0.1:{port} tidak dapat dihubungi" in str(error)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ('password authentication failed for user "sari"', "menolak pengguna sari"),
        ('no pg_hba.conf entry for host "1.2.3.4", user "sari"', "menolak pengguna sari"),
        ('database "kinerja" does not exist', "Basis data kinerja atau pengguna sari tidak ada"),
        ("sorry, too many clients already", "sedang penuh"),
        (f"kata yang tak terduga {SECRET}", "tidak dapat dihubungi"),
    ],
)
def test_it_says_why_it_was_not_let_in(monkeypatch: pytest.MonkeyPatch, said: str, sentence: str) -> None:
    with pretender(refusal(said)) as port:
        assert sentence in str(refused(monkeypatch, url(port)))


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://sari:{SECRET}%zz@server/kinerja",
        f"postgresql://sari:{SECRET}@[server/kinerja",
        f"mysql://sari:{SECRET}@server/kinerja",
        f"host=server {SECRET}",
    ],
)
def test_it_does_not_repeat_an_address_that_it_can_not_read(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    assert "tidak dapat dibaca" in str(refused(monkeypatch, address))


def test_it_starts_no_server_when_an_address_is_given(server: str, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", server)
    monkeypatch.setenv("SELARAS_DATA", str(work / "data"))
    assert open_database() == server
    assert not (work / "data").exists()
    monkeypatch.delenv("DATABASE_URL")
    assert status().state == "mati"


def test_it_says_who_is_connected(dsn: str) -> None:
    with connect(dsn, autocommit=True, application_name="selaras uji") as connection:
        assert connection.autocommit
        assert connection.execute("SHOW application_name").fetchone() == ("selaras uji",)
    with connect(dsn) as connection:
        assert connection.execute("SHOW application_name").fetchone() == ("selaras",)
        assert not connection.autocommit
