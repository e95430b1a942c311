"""selaras serve --lengkap: the pages, a worker, and for a rehearsal My ASN, of one data folder or of several."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from selaras.cli.akun_latihan import show
from selaras.cli.output import say
from selaras.cli.simulasi import CALLBACK
from selaras.database import data_folder, stop
from selaras.galat import Stop
from selaras.setempat.child import is_free
from selaras.setempat.server import HOST
from selaras.setempat.supervisor import Program, supervise

SELARAS = (sys.executable, "-m", "selaras.cli")
ISSUER = "SELARAS_OIDC_ISSUER"
STEP = 10  # from the port of one folder to that of the next
_LAST = 65535 - STEP


@dataclass(frozen=True, slots=True)
class District:
    """A data folder that is served: what it says of itself, and where. My ASN has the port after that of the pages."""

    folder: Path
    instansi: str
    latihan: bool
    hanya_baca: bool
    akun: Sequence[Mapping[str, str | None]]
    port: int

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://{HOST}:{self.port}/"

    @property
    def myasn(self) -> bool:
        """Tell whether a My ASN of its own belongs to it: a rehearsal that no other provider was named for."""
        return self.latihan and not os.environ.get(ISSUER)


def serve_all(folders: Sequence[Path], *, host: str, port: int, workers: int) -> None:
    """Serve these data folders until told to stop. Raises `Stop` when one is empty or a program ends by itself."""
    folders = [data_folder(), *(one.expanduser().resolve() for one in folders)]
    if len(folders) > 1 and os.environ.get("DATABASE_URL", "").strip():
        raise Stop("DATABASE_URL menunjuk satu basis data untuk semua folder.", langkah="Hapus DATABASE_URL dulu.")
    if len(set(folders)) < len(folders):
        raise Stop("Folder data yang sama disebut dua kali.", langkah="Sebut tiap folder sekali.")
    ports = list(_ports(port, len(folders), host))
    districts = [_asked(folder, one) for folder, one in zip(folders, ports, strict=True)]
    programs = [program for one in districts for program in _programs(one, host, workers)]
    say("Menyalakan halaman dan pekerja ...")
    try:
        supervise(programs, ready=lambda: _ready(districts), stopping=lambda: say("\nMenghentikan semuanya ..."))
    finally:
        for one in districts:
            if one.latihan:
                stop(one.folder)
    say("Semua sudah berhenti. Datanya tetap ada; nyalakan lagi dengan perintah yang sama.")


def _ports(wanted: int, count: int, host: str) -> Iterator[int]:
    """Give every folder a free pair of ports, at or after the wanted one."""
    for _ in range(count):
        port = wanted
        while not (is_free(port, host=host) and is_free(port + 1)):
            port += 2
            if port > _LAST:
                raise Stop(f"Tidak ada port kosong sesudah {wanted}.", langkah="Pilih yang lain dengan --port.")
        if port != wanted:
            say(f"Port {wanted} atau {wanted + 1} sudah dipakai program lain; dipakai {port}.")
            say("Pilih sendiri: --port NOMOR, atau PORT=NOMOR make run.")
        yield port
        wanted = port + STEP


def _asked(folder: Path, port: int) -> District:
    """Ask a folder who it is, in a process of its own: a process has one database."""
    command = [*SELARAS, "akun-latihan", "--json"]
    answer = subprocess.run(command, env=_environment(folder), capture_output=True, check=False)
    if answer.returncode:
        raise Stop(answer.stderr.decode(errors="replace").strip(), di_mana=folder.name)
    told: dict[str, Any] = orjson.loads(answer.stdout)
    return District(folder, port=port, **told)


def _programs(one: District, host: str, workers: int) -> Iterator[Program]:
    log, home = one.folder / "log", _environment(one.folder)
    if one.myasn:
        back = [word for name in (HOST, "localhost") for word in ("--kembali", _callback(name, one.port))]
        home |= {ISSUER: f"http://{HOST}:{one.port + 1}", "SELARAS_OIDC_CLIENT_ID": "selaras"}
        yield Program(
            f"My ASN latihan (port {one.port + 1})",
            (*SELARAS, "simulasi", "myasn", "--port", str(one.port + 1), *back, "--keluar", one.address),
            log / "myasn.log",
            home,
            one.port + 1,
            "/_simulasi/catatan",
        )
    serve = ("serve", "--host", host, "--port", str(one.port), "--proses", str(workers))
    yield Program(
        f"Halaman Selaras (port {one.port})", (*SELARAS, *serve), log / "halaman.log", home, one.port, "/sehat/"
    )
    yield Program(f"Pekerja ({one.folder.name})", (*SELARAS, "worker"), log / "pekerja.log", home)


def _callback(host: str, port: int) -> str:
    return CALLBACK.replace("127.0.0.1:8000", f"{host}:{port}")


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "SELARAS_DATA": str(folder)}


def _ready(districts: Sequence[District]) -> None:
    for one in districts:
        if one.akun:
            say(f"\nAkun latihan di {one.address} (folder data {one.folder}):")
            show(one.akun)
    say("\nSelaras siap:")
    for one in districts:
        kind = "e-Kinerja hanya dibaca, dari berkas laporan" if one.hanya_baca else "seluruh alur, e-Kinerja bawaan"
        say(f"  {one.address}  {kind}")
        if one.myasn:
            say(f"    My ASN latihannya di http://{HOST}:{one.port + 1}")
    say("Buka alamat itu di peramban. Kode baru: SELARAS_DATA=FOLDER selaras akun-latihan. Berhenti: Ctrl-C.")
    sys.stdout.flush()
