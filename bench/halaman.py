"""`python -m bench.halaman [--guru N ...]`: how long pages take beside an empty Django view on the same server.

A head's page with 60 teachers against the empty view, and the first page of the list of all teachers in districts of
growing size. Every figure is a median of many requests, in turn with those of the empty view. It reports and never
fails.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from bench.halaman_wsgi import KOSONG
from bench.hasil import Ukuran, tabel
from selaras.database import connect, open_database, stop
from selaras.setempat.child import free_port

SELARAS = (sys.executable, "-m", "selaras.cli")
KALI, HANGAT = 60, 10
SERVER = """
import sys
from granian import Granian
from granian.constants import Interfaces
Granian("bench.halaman_wsgi:application", port=int(sys.argv[1]), interface=Interfaces.WSGI, factory=True, workers=1,
    blocking_threads=8, log_enabled=False).serve()
"""
KEPALA = """
SELECT t.sekolah_id, count(*), max(a.nip) FILTER (WHERE t.kepala) FROM potret t
JOIN LATERAL (SELECT nip FROM akun WHERE akun.orang_id = t.orang_id AND nip IS NOT NULL LIMIT 1) a ON true
WHERE t.aktif AND t.sekolah_id IS NOT NULL GROUP BY 1 HAVING bool_or(t.kepala) ORDER BY abs(count(*) - %s) LIMIT 1
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.halaman", description="Mengukur halaman.")
    parser.add_argument("--guru", type=int, nargs="*", default=[1000, 10_000], help="banyak guru di daftar")
    parser.add_argument("--kepala", type=int, default=60, help="banyak guru di sekolah kepala")
    pilihan = parser.parse_args()
    semua = list(_kepala(pilihan.kepala))
    daftar = {guru: _daftar(guru) for guru in pilihan.guru}
    for guru, (kosong_kali, detik) in daftar.items():
        kali = kosong_kali / daftar[pilihan.guru[0]][0]
        semua.append(Ukuran(f"daftar {guru:,} guru, dari tampilan kosong", kosong_kali, "x", detik=detik))
        semua.append(Ukuran(f"daftar {guru:,} guru, dari daftar {pilihan.guru[0]:,}", kali, "x", 2.0))
    print(tabel(semua))


def _kepala(guru: int) -> Iterator[Ukuran]:
    with _daerah(10, guru * 13) as (folder, dsn), connect(dsn) as connection:
        row = connection.execute(KEPALA, (guru,)).fetchone()
        if row is None:
            raise RuntimeError("no head")
        with _dilayani(folder, dsn) as address:
            client = _masuk(folder, address, row[2])
            kosong, halaman = _bergantian(client, [KOSONG, "/sekolah/"])
        yield Ukuran("tampilan Django kosong, di balik middleware yang sama", kosong * 1000, "ms")
        yield Ukuran(f"halaman kepala, {row[1]} guru, dari tampilan kosong", halaman / kosong, "x", 4.0, detik=halaman)


def _daftar(guru: int) -> tuple[float, float]:
    """Return how many times the empty view the list takes, and its seconds."""
    with _daerah(max(10, guru // 25), guru) as (folder, dsn), connect(dsn) as connection:
        row = connection.execute(KEPALA, (25,)).fetchone()
        if row is None:
            raise RuntimeError("no head")
        _selaras(folder, "peran", "--beri", "admin_dinas", "--nip", row[2])
        with _dilayani(folder, dsn) as address:
            kosong, daftar = _bergantian(_masuk(folder, address, row[2]), [KOSONG, "/orang/"])
        return daftar / kosong, daftar


@contextmanager
def _daerah(sekolah: int, guru: int) -> Iterator[tuple[Path, str]]:
    """Make a district in a folder of its own, and clear it away."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    folder.chmod(0o755)  # as root, the server runs as another user
    try:
        _selaras(folder, "latihan", "--sasaran", "bawaan", "--sekolah", str(sekolah), "--guru", str(guru))
        yield folder, open_database(folder / "data")
    finally:
        stop(folder / "data")
        shutil.rmtree(folder)


def _selaras(folder: Path, *words: str) -> str:
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {
        "SELARAS_DATA": str(folder / "data")
    }
    done = subprocess.run([*SELARAS, *words], env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


@contextmanager
def _dilayani(folder: Path, dsn: str) -> Iterator[str]:
    port = free_port()
    env = {**os.environ, "SELARAS_PORTAL_DSN": dsn, "SELARAS_PORTAL_FOLDER": str(folder / "data" / "portal")}
    prepare = "from selaras.portal.wsgi import set_up; set_up(); from pathlib import Path; import os;"
    prepare += (
        "from selaras.ui.statis import kumpulkan; kumpulkan(Path(os.environ['SELARAS_PORTAL_FOLDER']) / 'statis')"
    )
    subprocess.run([sys.executable, "-c", prepare], env=env, check=True)
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(port)], env=env)
    try:
        for _ in range(200):
            if _menjawab(port):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _menjawab(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/sehat/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _masuk(folder: Path, address: str, nip: str) -> httpx.Client:
    """Sign in with a fresh code."""
    kode = json.loads(_selaras(folder, "kode", "--nip", nip, "--json"))["kode"][0]["kode"]
    client = httpx.Client(base_url=address, timeout=60, trust_env=False)
    page = client.get("/masuk/").text
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    form = {"csrfmiddlewaretoken": token, "kode": kode}
    answer = client.post("/masuk/", data=form, headers={"Referer": address})
    if answer.status_code != 302:
        raise RuntimeError(f"sign-in: {answer.status_code}")
    return client


def _bergantian(client: httpx.Client, paths: Sequence[str]) -> list[float]:
    """Ask for each page in turn, many times; return the medians in seconds."""
    found: dict[str, list[float]] = {path: [] for path in paths}
    for nomor in range(KALI + HANGAT):
        for path in paths:
            mulai = time.perf_counter()
            answer = client.get(path)
            detik = time.perf_counter() - mulai
            if answer.status_code != 200:
                raise RuntimeError(f"{path}: {answer.status_code}")
            if nomor >= HANGAT:
                found[path].append(detik)
    return [median(found[path]) for path in paths]


if __name__ == "__main__":
    main()
