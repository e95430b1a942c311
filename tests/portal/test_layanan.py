"""The pages as a service: health, what a proxy may say, how much may be sent, what the log keeps to itself."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from conftest import run_sql
from portal.conftest import SARI, Situs, folder_of
from selaras.portal.batas import BESAR, KECIL
from selaras.portal.catatan import Polos

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def guru(situs: Situs) -> Iterator[httpx.Client]:
    with closing(situs.masuk(SARI)) as client:
        yield client


def mentah(situs: Situs, *lines: str) -> str:
    """Send these lines as they are; return the beginning of the answer. Nothing else is sent, whatever was declared."""
    host, port = situs.alamat.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        wire.sendall("\r\n".join((*lines, f"Host: {host}", "Connection: close", "", "")).encode("latin-1"))
        return b"".join(iter(lambda: wire.recv(65536), b"")).decode("latin-1")


def test_whoever_watches_hears_that_all_is_well(situs: Situs) -> None:
    answer = httpx.get(f"{situs.alamat}/sehat/")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "siap", "no-store")


def test_without_the_database_the_watcher_hears_503_and_a_person_a_sentence(server: str, situs: Situs) -> None:
    name = str(conninfo_to_dict(situs.dsn)["dbname"])
    try:
        run_sql(server, "ALTER DATABASE {name} ALLOW_CONNECTIONS false", name=name)
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
        answer = httpx.get(f"{situs.alamat}/sehat/", timeout=20)
        assert (answer.status_code, answer.text) == (503, "basis data tidak terjangkau")
        page = httpx.get(f"{situs.alamat}/masuk/", timeout=40)
        assert page.status_code == 503
        assert "sedang tidak terjangkau" in page.text
        assert page.headers["retry-after"] == "30"
    finally:
        run_sql(server, "ALTER DATABASE {name} ALLOW_CONNECTIONS true", name=name)
    situs.db = psycopg.connect(situs.dsn)
    assert httpx.get(f"{situs.alamat}/sehat/", timeout=20).status_code == 200
    assert httpx.get(f"{situs.alamat}/masuk/", timeout=20).status_code == 200


@pytest.mark.parametrize("declared", [KECIL + 1, BESAR + 1, 600 << 20, 1 << 62])
def test_a_stranger_who_declares_much_is_refused_before_a_byte_is_read(situs: Situs, declared: int) -> None:
    kind = "Content-Type: multipart/form-data; boundary=x"
    answer = mentah(situs, "POST /masuk/ HTTP/1.1", kind, f"Content-Length: {declared}")
    assert answer.startswith("HTTP/1.1 413"), answer[:200]
    assert "terlalu besar" in answer


def test_600_mb_are_refused_before_a_byte_is_read_also_from_somebody_known(situs: Situs, guru: httpx.Client) -> None:
    cookies = "; ".join(f"{one.name}={one.value}" for one in guru.cookies.jar)
    kind = "Content-Type: multipart/form-data; boundary=x"
    lines = ("POST /impor/ HTTP/1.1", f"Cookie: {cookies}", kind, f"Content-Length: {600 << 20}")
    assert mentah(situs, *lines).startswith("HTTP/1.1 413")


@pytest.mark.parametrize(
    "path", ["/statis/../../kunci-sesi", "/statis/%2e%2e/%2e%2e/kunci-sesi", "/statis/..%2f..%2fx"]
)
def test_no_address_leads_out_of_the_static_files(situs: Situs, path: str) -> None:
    answer = mentah(situs, f"GET {path} HTTP/1.1")
    assert answer.split()[1] in {"302", "400", "404"}
    assert (folder_of(situs) / situs.folder.name / "kunci-sesi").read_text() not in answer


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a b", "[::1", "selaras.example.go.id"])
def test_another_host_is_refused(situs: Situs, host: str) -> None:
    answer = httpx.get(f"{situs.alamat}/masuk/", headers={"Host": host})
    assert answer.status_code == 400
    assert host not in answer.text


def django(situs: Situs, program: str, **env: str) -> str:
    """Run Python under the settings of the pages."""
    given = {**os.environ, "SELARAS_PORTAL_DSN": situs.dsn, "SELARAS_PORTAL_FOLDER": str(situs.folder), **env}
    done = subprocess.run([sys.executable, "-c", program], env=given, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_django_finds_nothing_to_say_about_the_deployment(situs: Situs) -> None:
    check = "import runpy, sys; sys.argv = ['manage.py', 'check', '--deploy', '--fail-level', 'WARNING']; "
    said = django(situs, check + "runpy.run_path('manage.py', run_name='__main__')", SELARAS_HTTPS="1",
                  SELARAS_NAMA_HOST="selaras.example.go.id", DATABASE_URL=situs.dsn)  # fmt: skip
    assert "no issues (0 silenced)" in said


PROXIED = """
from io import BytesIO
from selaras.portal.wsgi import application
serve = application()
def ask(peer, path="/masuk/", **headers):
    told = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "x", "SERVER_PORT": "80",
        "HTTP_HOST": "selaras.example.go.id", "REMOTE_ADDR": peer, "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(), **headers}
    b"".join(serve(environ, lambda status, lines: told.append((status, dict(lines)))))
    return told[0], environ["REMOTE_ADDR"]
secure = {"HTTP_X_FORWARDED_FOR": "198.51.100.7", "HTTP_X_FORWARDED_PROTO": "https"}
(status, headers), peer = ask("10.0.0.5", **secure)
assert status.startswith("200"), status
assert "Strict-Transport-Security" in headers and peer == "198.51.100.7", (headers, peer)
assert all("Secure" in one for name, one in headers.items() if name == "Set-Cookie")
(status, headers), peer = ask("203.0.113.9", **secure)
assert status.startswith("301") and headers["Location"] == "https://selaras.example.go.id/masuk/", (status, headers)
assert peer == "203.0.113.9", peer
assert ask("203.0.113.9", "/sehat/")[0][0].startswith("200")
"""


def test_only_a_named_proxy_is_believed_when_it_says_https(situs: Situs) -> None:
    env = {"SELARAS_HTTPS": "1", "SELARAS_NAMA_HOST": "selaras.example.go.id", "SELARAS_PROXY": "10.0.0.0/24"}
    folder = str(situs.folder)
    assert django(situs, PROXIED, **env, SELARAS_PORTAL_FOLDER=folder) == ""


def test_the_log_names_the_place_and_no_number_of_a_person() -> None:
    try:
        raise ValueError("baris (197901012005011901, Budi)")
    except ValueError:
        record = logging.getLogger("django.request").makeRecord(
            "django.request", logging.ERROR, __file__, 1, "Rusak: %s", ("/x/19790101 200501 1 901/",), sys.exc_info()
        )
    line = Polos().format(record)
    assert "Rusak: /x/(nomor)/ ValueError di test_layanan.py:" in line
    assert "Budi" not in line
    assert "2005" not in line
    assert "\n" not in line
