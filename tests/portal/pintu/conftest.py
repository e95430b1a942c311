"""The pages together with a real My ASN simulator, which also stands for belajar.id; and a browser for both."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx
import psycopg
import pytest

from conftest import drop_database
from jobs.desa import Orang
from jobs.pemasangan import copied, whole_village
from portal.conftest import HARI, Situs, _served, kirim
from selaras.myasn.clients import parse
from selaras.myasn.running import running

BELAJAR = "belajar"
PINTU = {"myasn": "selaras", "belajarid": BELAJAR}


@dataclass
class Pintu(Situs):
    """The running pages, and the provider that they know."""

    penyedia: str = ""

    def ganggu(self, **knobs: object) -> None:
        """Turn the knobs of the provider."""
        httpx.post(f"{self.penyedia}/_simulasi/gangguan", json=knobs).raise_for_status()

    def pergi(self, client: httpx.Client, lewat: str = "myasn", lanjut: str = "/") -> httpx.Response:
        """Press the button of the sign-in page; the people of the provider are the answer, or a page of ours."""
        return kirim(client, f"/accounts/oidc/{lewat}/login/", dari="/masuk/", lanjut=lanjut)

    def pilih(self, client: httpx.Client, page: httpx.Response, o: Orang) -> httpx.Response:
        """Choose a person at the provider and come back."""
        found = client.get(page.url, params={"cari": o.nama})
        people = dict(re.findall(r'name="orang" value="([^"]+)"><strong>(.*?)</strong>', found.text))
        sub = next(one for one, nama in people.items() if unescape(nama).casefold() == o.nama.casefold())
        return self.tekan(client, found, orang=sub)

    def tekan(self, client: httpx.Client, page: httpx.Response, **choice: str) -> httpx.Response:
        """Press a button of the provider."""
        token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[-1]
        action = re.search(r'<form method="post" action="([^"]+)"', page.text)
        where = page.url.join(unescape(action[1])) if action else page.url
        head = {"Origin": self.penyedia}
        return client.post(where, data={"csrfmiddlewaretoken": token, **choice}, headers=head)

    def lewat(self, o: Orang, lewat: str = "myasn", client: httpx.Client | None = None) -> httpx.Response:
        """Go the whole way as this person."""
        own = client or self.klien()
        return self.pilih(own, self.pergi(own, lewat), o)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def pintu(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pintu]:
    dsn = copied(server, whole_village(server))
    folder = tmp_path_factory.mktemp("pintu")
    with pytest.MonkeyPatch.context() as patch:
        port = free_port()
        issuer = f"http://127.0.0.1:{port}"
        env = {
            "SELARAS_HARI_INI": HARI, "SELARAS_OIDC_ISSUER": issuer, "SELARAS_BELAJARID_ISSUER": issuer,
            "SELARAS_BELAJARID_CLIENT_ID": BELAJAR, "SELARAS_BELAJARID_MENURUT": "ikatan",
            "SELARAS_BELAJARID_DOMAIN": "",
        }  # fmt: skip
        for name, value in env.items():
            patch.setenv(name, value)
        with _serving(dsn, folder, port) as address, psycopg.connect(dsn) as connection:
            yield Pintu(address, connection, dsn, folder, penyedia=issuer)
    drop_database(server, dsn)


class _serving:  # noqa: N801 - reads as a function
    def __init__(self, dsn: str, folder: Path, port: int) -> None:
        self.pages = _served(dsn, folder)
        back = f"http://127.0.0.1:{self.pages.port}"
        known = [
            {"id": client, "nama": "Selaras", "keluar": [f"{back}/"],
             "kembali": [f"{back}/accounts/oidc/{name}/login/callback/"]}
            for name, client in PINTU.items()
        ]  # fmt: skip
        self.provider = running(dsn, parse(known), port=port)

    def __enter__(self) -> str:
        self.provider.__enter__()
        return self.pages.__enter__()

    def __exit__(self, *args: object) -> None:
        self.pages.__exit__(*args)
        self.provider.__exit__(None, None, None)
