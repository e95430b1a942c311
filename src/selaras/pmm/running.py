"""The API while it runs, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from selaras.pmm.api_settings import DSN, THREADS
from selaras.setempat.child import Application, free_port, served
from selaras.setempat.server import HOST

API = Application("API PMM bawaan", "selaras.pmm.wsgi:application", DSN, THREADS, "/api/pmm/v1/sehat")


@contextmanager
def running(dsn: str, *, port: int = 0) -> Iterator[str]:
    """Serve the API of this database until the block ends and give its address; port 0 takes a free one.

    Raises `Stop` when the port is taken, `TryAgain` when the API does not come up.
    """
    chosen = free_port(port)
    with served(API, chosen, settings=dsn):
        yield f"http://{HOST}:{chosen}"
