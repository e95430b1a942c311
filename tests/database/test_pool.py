from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg

from selaras.database.pool import open_pool

SIZE = 8


def test_a_server_that_was_restarted_costs_the_next_request_nothing(dsn: str) -> None:
    with open_pool(dsn, name="uji-kolam", size=SIZE) as pool:
        together = Barrier(SIZE)

        def busy(_: int) -> None:
            with pool.connection() as lent:
                lent.execute("SELECT 1")
                together.wait(10)

        with ThreadPoolExecutor(SIZE) as threads:
            list(threads.map(busy, range(SIZE)))
        with psycopg.connect(dsn, autocommit=True) as admin:
            (killed,) = admin.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'uji-kolam'"
            ).fetchone() or (0,)
        assert killed == SIZE
        with pool.connection(timeout=2.0) as lent:  # dead ones tried in turn would take longer than any page waits
            assert lent.execute("SELECT 1").fetchone() == (1,)
