"""The provider while it runs, in a process of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from selaras.myasn.clients import Klien
from selaras.myasn.faults import Knobs
from selaras.myasn.settings import CODE_SECONDS, ENVIRONMENT, THREADS, Settings
from selaras.setempat.child import Application, free_port, served
from selaras.setempat.server import HOST

PROVIDER = Application("My ASN latihan", "selaras.myasn.wsgi:application", ENVIRONMENT, THREADS, "/_simulasi/catatan")


@dataclass(frozen=True, slots=True)
class Simulator:
    """Where it listens: `address` is the issuer."""

    address: str
    server: subprocess.Popen[bytes]


@contextmanager
def running(
    dsn: str,
    klien: Sequence[Klien],
    *,
    port: int = 0,
    knobs: Knobs | None = None,
    klaim_nip: str = "nip",
    klaim_nik: str | None = None,
    umur_kode: int = CODE_SECONDS,
) -> Iterator[Simulator]:
    """Serve the people of this database until the block ends; port 0 takes a free one. Raises `Stop` or `TryAgain`."""
    port = free_port(port)
    issuer = f"http://{HOST}:{port}"
    settings = Settings(dsn, issuer, tuple(klien), knobs or Knobs(), klaim_nip, klaim_nik, umur_kode)
    with served(PROVIDER, port, settings=settings.line().decode()) as server:
        yield Simulator(issuer, server)
