"""A stage for the target tests: one database and one simulator, and a fresh instansi with a small cast for each test.

The application tells its instansi apart by number, so tests do not see each other's rows; the knobs are turned back.
"""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import psycopg

from conftest import create_database, drop_database
from jobs.pemasangan import template
from selaras.connectors.ekinerja_builtin import Access, EkinerjaBuiltin, target_in_process
from selaras.connectors.ekinerja_builtin.client import Client
from selaras.connectors.ekinerja_builtin.over_http import OverHttp
from selaras.connectors.ports import Kind
from selaras.connectors.target import Key, Target, Write
from selaras.ekinerja import services
from selaras.ekinerja.simulator.faults import Knobs, parse
from selaras.ekinerja.simulator.running import Simulator, running

TAHUN = 2024
NPSN, NPSN_LAIN, TANPA_UNIT = "20271901", "20271902", "20271999"
KEPALA = "197001011995011901"
GURU = "198501012010012902"
GURU_LAIN = "198601012011012903"
TANPA_KEPALA = "198701012012012904"  # his unit has a head without an SKP
KEPALA_LAIN = "197101011996011905"
TIDAK_ADA = "198801012013012999"
TW = (201, 202, 203, 204)
_AKHIR = {201: "31-03", 202: "30-06", 203: "30-09", 204: "31-12"}
_AWAL = {201: "01-01", 202: "01-04", 203: "01-07", 204: "01-10"}
_numbers = itertools.count(901)


@dataclass(slots=True)
class Panggung:
    """The instansi of one test and the ways to it."""

    dsn: str
    simulator: Simulator
    instansi: int
    token: str
    opened: list[Client] = field(default_factory=list)

    def in_process(self) -> Target:
        return target_in_process(self.dsn, self.instansi)

    def over_http(self, token: str | None = None, *, patience: float = 10.0, failures: int = 50, **more: str) -> Target:
        access = Access(more.get("url", self.simulator.address), token or self.token, patience)
        client = Client(access, failures_in_a_row=failures, pause=0.3)
        self.opened.append(client)
        return EkinerjaBuiltin(OverHttp(client))

    def turn(self, **knobs: object) -> None:
        self.simulator.board.turn(parse(knobs))

    def calls(self, name: str = "/api/ekinerja/v1/tulis") -> int:
        return self.simulator.board.counts()["permintaan"].get(name, 0)

    def log(self) -> list[tuple[str, str, str | None]]:
        """The log of the application, the witness: (kunci, hasil, kode) in order."""
        with psycopg.connect(self.dsn) as connection:
            rows = connection.execute(
                "SELECT replace(kunci::text, '-', ''), hasil, kode FROM ek_log WHERE instansi_id = %s ORDER BY id",
                (self.instansi,),
            )
            return rows.fetchall()

    def httpx(self, **headers: str) -> httpx.Client:
        """A plain client of the API, past the knobs."""
        given = {"Authorization": f"Bearer {self.token}"} | headers
        return httpx.Client(base_url=self.simulator.direct, headers=given, trust_env=False, timeout=20)


@contextmanager
def gedung(server: str) -> Iterator[tuple[str, Simulator]]:
    """A database with the schema, and a simulator on it."""
    dsn = create_database(server, template=str(psycopg.conninfo.conninfo_to_dict(template(server))["dbname"]))
    try:
        with running(dsn) as simulator:
            yield dsn, simulator
    finally:
        drop_database(server, dsn)


@contextmanager
def panggung_baru(dsn: str, simulator: Simulator) -> Iterator[Panggung]:
    """A new instansi with the cast, knobs at rest, counts at zero."""
    instansi = next(_numbers)
    with psycopg.connect(dsn) as connection:
        muat_pemeran(connection, instansi)
        until = dt.datetime.now(dt.UTC) + dt.timedelta(days=3650)
        token = services.token_buat(connection, instansi=instansi, nip="uji", berlaku_sampai=until)
    simulator.board.turn(Knobs())
    simulator.board.forget()
    stage = Panggung(dsn, simulator, instansi, token)
    try:
        yield stage
    finally:
        simulator.board.turn(Knobs())
        for client in stage.opened:
            client.close()


def muat_pemeran(connection: psycopg.Connection, instansi: int) -> None:
    """Two schools with a unit each, four quarters and the year; nobody has an SKP yet."""
    services.muat(
        connection,
        instansi=instansi,
        unor=[
            {"id": f"U1-{instansi}", "nama": "SDN 1 UJI", "induk": "DINAS PENDIDIKAN", "npsn": NPSN},
            {"id": f"U2-{instansi}", "nama": "SDN 2 UJI", "induk": "DINAS PENDIDIKAN", "npsn": NPSN_LAIN},
        ],
        pegawai=[
            _orang(KEPALA, "KEPALA UJI", f"U1-{instansi}", kepala=True),
            _orang(GURU, "GURU UJI", f"U1-{instansi}"),
            _orang(GURU_LAIN, "GURU LAIN", f"U1-{instansi}"),
            _orang(KEPALA_LAIN, "KEPALA DUA", f"U2-{instansi}", kepala=True),
            _orang(TANPA_KEPALA, "GURU DUA", f"U2-{instansi}"),
        ],
        periode=[
            *({
                "nama": f"Triwulan {slot - 200}", "periode_awal": _AWAL[slot], "periode_akhir": _AKHIR[slot],
                "batas_pengisian": "30", "jenis_periode": "periodik", "tahun": TAHUN, "tipe_periodik": "triwulanan",
                "angka_periodik": slot - 200,
            } for slot in TW),
            {"nama": "Tahunan", "periode_awal": "01-01", "periode_akhir": "31-12", "jenis_periode": "final"},
        ],
    )  # fmt: skip


def _orang(nip: str, nama: str, unor: str, *, kepala: bool = False) -> dict[str, object]:
    jabatan = "Kepala Sekolah" if kepala else "Guru Ahli Pertama"
    return {"nip": nip, "nama": nama, "jabatan": jabatan, "golru": "III/b", "unor_id": unor, "kepala": kepala}


def kunci() -> str:
    """A new idempotency key."""
    return uuid.uuid4().hex


def key_skp(nip: str = KEPALA, npsn: str = NPSN) -> Key:
    return Key(Kind.SKP, nip, TAHUN, npsn, f"{TAHUN}-01-01", 0)


def key_nilai(nip: str = KEPALA, slot: int = 201, npsn: str = NPSN) -> Key:
    return Key(Kind.PENILAIAN, nip, TAHUN, npsn, None, slot)


def isi_skp(**other: object) -> dict[str, object]:
    baris = {"nomor": "1", "bagian": "utama", "rhk": "Mengajar", "rhk_pimpinan": None, "aspek": None}
    return {
        "selesai": f"{TAHUN}-12-31", "status": "persetujuan", "jabatan": "Guru Ahli Pertama", "plt": False,
        "atasan_nip": KEPALA, "pendekatan": "kuantitatif",
        "rhk": [baris | {"indikator": "Jam", "target": "24"}],
    } | other  # fmt: skip


def isi_nilai(hasil: int = 1, perilaku: int = 2, predikat: int = 2, **other: object) -> dict[str, object]:
    return {
        "hasil_kerja": hasil, "perilaku_kerja": perilaku, "predikat": predikat, "umpan_balik": "Pertahankan.",
        "penilai_nip": KEPALA, "tanggal": f"{TAHUN + 1}-01-05",
    } | other  # fmt: skip


def skp(nip: str = KEPALA, npsn: str = NPSN, versi: int = 0, **other: object) -> Write:
    return Write(kunci(), key_skp(nip, npsn), versi, isi_skp(**other))


def nilai(nip: str = KEPALA, slot: int = 201, versi: int = 0, **other: object) -> Write:
    return Write(kunci(), key_nilai(nip, slot), versi, isi_nilai(**other))  # type: ignore[arg-type]
