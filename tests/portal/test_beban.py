"""How much a page asks of the database: the same number of queries for a handful of people and for a crowd."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from conftest import drop_database
from jobs.desa import BUDI, DUA, SARI, SATU, TONO, WATI, Desa, Orang, Sekolah
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from portal.peta.semua import OPEN_TO
from selaras.accounts.roles import Jenis
from selaras.accounts.services import pengguna_of, peran_beri, system_scope
from selaras.organisasi.selectors import orang_id, sekolah_id

MOST = 60  # queries of a page; every one costs a round trip
PLAYS = {Jenis.GURU: WATI, Jenis.KEPALA: SARI} | {
    jenis: BUDI for jenis in Jenis if jenis not in (Jenis.GURU, Jenis.KEPALA)
}
ASK = """
import json, os, sys, time
from pathlib import Path
import psycopg
from selaras.portal.wsgi import set_up
set_up()
from selaras.ui.statis import kumpulkan
kumpulkan(Path(os.environ["SELARAS_PORTAL_FOLDER"]) / "statis")
from django.contrib.auth import get_user_model
from django.test import Client
from selaras.portal.middleware import CHOSEN, SINCE
asked = 0
plain = psycopg.Cursor.execute
def counted(cursor, *args, **kwargs):
    global asked
    asked += 1
    return plain(cursor, *args, **kwargs)
psycopg.Cursor.execute = counted
clients = {}
def client_of(user, choice):
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(pk=user))
    session = client.session
    session[CHOSEN], session[SINCE] = choice, time.time()
    session.save()
    return client
for user, choice, path in json.load(sys.stdin):
    client = clients.setdefault(choice, None) or client_of(user, choice)
    clients[choice] = client
    asked = 0
    answer = client.get(path)
    print(json.dumps([choice.partition(":")[0], path, answer.status_code, asked, answer.headers.get("Location")]))
"""


def warga(sekolah: Sekolah, kepala: Orang, guru: tuple[Orang, ...], banyak: int, mulai: int) -> tuple[Orang, ...]:
    return (kepala, *guru, *(Orang(mulai + n, f"Guru Ke{mulai + n}", sekolah) for n in range(banyak - len(guru))))


def dusun(banyak: int) -> Desa:
    """Two schools with so many teachers, some of whom have each kind of trouble."""
    crowd = (*warga(SATU, SARI, (BUDI, WATI), banyak, 110), *warga(DUA, TONO, (), banyak, 210))
    made = Desa(warga=crowd)
    for school in (SATU, DUA):
        guru = [o for o in crowd if o.sekolah is school and not o.kepala and o not in (BUDI, WATI)]
        for n, o in enumerate(guru):
            if n % 3 == 0:
                made.tanpa_ekinerja(o, "1")
            elif n % 3 == 1:
                made.nilai_ek(o, "2").update(hasil_kerja="Di Atas Ekspektasi")
    return made


@pytest.fixture(scope="module")
def ditanya(server: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, int], dict[str, int]]:
    """The number of queries of every page as every role, in a small and in a large village."""
    pair, folder = [], tmp_path_factory.mktemp("beban")
    for banyak in (6, 42):
        dsn = copied(server, template(server))
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SELARAS_HARI_INI", "2025-01-06")
            room = Ruang(dsn)
            room.kerjakan(dusun(banyak))
            pair.append(hitung(room.db, dsn, folder))
            room.tutup()
        drop_database(server, dsn)
    return pair[0], pair[1]


def hitung(db: psycopg.Connection, dsn: str, folder: Path) -> dict[str, int]:
    roles = {jenis: peran(db, jenis) for jenis in Jenis}
    wanted = [(*roles[jenis], path) for path, open_to in OPEN_TO.items() for jenis in _who(path, open_to)]
    db.commit()
    env = {**os.environ, "SELARAS_PORTAL_DSN": dsn, "SELARAS_PORTAL_FOLDER": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=env, input=json.dumps(wanted), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one for one in told if one[2] != 200] == []
    return {f"{path} {jenis}": asked for jenis, path, _, asked, _ in told}


def _who(path: str, open_to: set[Jenis]) -> set[Jenis]:
    """The first page as everybody, any other as one who may: others see the same view of other people."""
    first = sorted(open_to, key=lambda jenis: (jenis is not Jenis.KEPALA, jenis))
    return set(first if path == "/" else first[:1])


def peran(db: psycopg.Connection, jenis: Jenis) -> tuple[str, str]:
    """Give the role to whoever plays it; return the user and the key of the role."""
    who = PLAYS[jenis]
    orang = orang_id(db, instansi=1, nip=who.nip)
    sekolah = sekolah_id(db, instansi=1, npsn=who.sekolah.npsn)
    assert orang is not None
    user = pengguna_of(db, orang=orang)
    if jenis not in (Jenis.GURU, Jenis.KEPALA):
        own = sekolah if str(jenis) in Jenis.of_school() else None
        scope = system_scope(db, instansi=1, actor="uji")
        peran_beri(db, scope, pengguna=user, jenis=jenis, mulai=dt.date(2020, 1, 1), sekolah=own)
    return str(user), f"{jenis}:definitif:{sekolah if jenis is Jenis.KEPALA else ''}"


def test_seven_times_the_people_are_the_same_number_of_queries(ditanya: tuple[dict[str, int], dict[str, int]]) -> None:
    small, large = ditanya
    assert small.keys() == large.keys()
    assert {page: (small[page], large[page]) for page in small if large[page] > small[page]} == {}


def test_no_page_asks_without_end(ditanya: tuple[dict[str, int], dict[str, int]]) -> None:
    assert {page: asked for page, asked in ditanya[1].items() if asked > MOST} == {}
