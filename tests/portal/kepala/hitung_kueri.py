"""`python hitung_kueri.py NIP PATH...`: how many statements each page of this person takes, as JSON.

A process of its own, since Django serves one database per process. The counter sits on the cursor itself, so nothing
that the pages ask is left out, whichever connection they use.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import psycopg

from selaras.accounts.codes import kode_buat
from selaras.accounts.services import system_scope
from selaras.config import clock
from selaras.portal.wsgi import set_up

COUNT = {"n": 0}


def counted(method: Any) -> Any:
    def execute(self: Any, query: Any, *args: Any, **more: Any) -> Any:
        COUNT["n"] += 1
        return method(self, query, *args, **more)

    return execute


def main() -> None:
    nip, paths = sys.argv[1], sys.argv[2:]
    set_up()
    from django.test import Client

    from selaras.portal.db import owner

    with owner() as connection:
        row = connection.execute("SELECT orang_id, sekolah_id FROM potret WHERE nip = %s", (nip,)).fetchone()
        assert row
        scope = system_scope(connection, instansi=1, actor="uji")
        (made,) = kode_buat(connection, scope, sekolah=row[1], orang=[row[0]], now=clock.now())
    client = Client(headers={"host": "localhost"})
    client.post("/masuk/", {"kode": made.kode})
    psycopg.Cursor.execute = counted(psycopg.Cursor.execute)  # type: ignore[method-assign]
    psycopg.Cursor.executemany = counted(psycopg.Cursor.executemany)  # type: ignore[method-assign]
    found = {}
    for path in paths:
        client.get(path)  # whatever is loaded once and kept
        COUNT["n"] = 0
        answer = client.get(path)
        found[path] = [answer.status_code, COUNT["n"], len(answer.content)]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    os.environ.setdefault("SELARAS_HARI_INI", "2025-01-06")
    main()
