"""A sync of the built-in e-Kinerja by real workers, cut by school; the log of e-Kinerja is the witness."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psycopg
import pytest

from conftest import drop_database
from jobs.pekerja import Antrean, pekerja, sampai
from jobs.pemasangan import copied, template
from jobs.perintah import Perintah
from selaras.jobs import queue
from selaras.organisasi.selectors import instansi_get
from selaras.organisasi.services import instansi_set


@cache
def daerah(server: str) -> str:
    """A small district on the built-in e-Kinerja with everything approved, once per server."""
    dsn = copied(server, template(server))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        perintah = Perintah(dsn, Path(folder), patch, "2025-01-06")
        for words in (("latihan", "--sekolah", 10, "--guru", 150, "--sasaran", "bawaan"), ("setujui", "--semua")):
            done = perintah(*words)
            assert done.out, done.err
    with psycopg.connect(dsn) as db:
        instansi = instansi_get(db)
        assert instansi
        instansi_set(db, instansi=instansi.id, operasi_per_bagian=25)
    return dsn


@pytest.fixture
def antrean(server: str) -> Iterator[Antrean]:
    dsn = copied(server, daerah(server))
    found = Antrean(dsn)
    yield found
    found.db.close()
    drop_database(server, dsn)


@pytest.fixture
def dsn(antrean: Antrean) -> str:
    return antrean.db.info.dsn


def minta(antrean: Antrean) -> int:
    number = queue.enqueue_sinkron(antrean.db, instansi=1)
    assert number
    return number


def kiriman(antrean: Antrean) -> tuple[int, int]:
    """Give how many writes e-Kinerja saw, and how many different ones."""
    seen, different = antrean.satu("SELECT count(*), count(DISTINCT kunci) FROM ek_log WHERE kunci IS NOT NULL")
    return int(seen), int(different)


def test_it_observes_plans_sends_by_school_and_proves_it(antrean: Antrean, dsn: str, tmp_path: Path) -> None:
    minta(antrean)
    with pekerja(dsn, tmp_path, "--sekali", "--pekerja", "2") as one:
        assert one.tunggu(20) == 0, one.kata
    hasil, kalimat, angka, sisa = antrean.satu("SELECT hasil, kalimat, angka, sisa FROM sinkron")
    assert (hasil, sisa) == ("selesai", []), kalimat
    assert angka["bagian"] > 1
    assert angka["operasi"] == angka["diterima"] > 0
    assert kiriman(antrean) == (angka["operasi"],) * 2
    assert antrean.satu("SELECT ditutup IS NOT NULL FROM plan") == (True,)
    assert antrean.satu("SELECT count(*), bool_and(cocok) FROM evidence") == (angka["operasi"], True)
    assert one.kata.count("rencana 1, bagian") == angka["bagian"]
    assert antrean.satu("SELECT count(DISTINCT sekolah_id) FROM operation")[0] >= angka["bagian"]
    minta(antrean)
    with pekerja(dsn, tmp_path, "--sekali") as again:
        assert again.tunggu(20) == 0, again.kata
        assert "Tidak ada yang perlu dikirim." in again.kata
    assert kiriman(antrean) == (angka["operasi"],) * 2


def test_a_worker_killed_while_it_sends_loses_and_doubles_nothing(antrean: Antrean, dsn: str, tmp_path: Path) -> None:
    minta(antrean)
    with pekerja(dsn, tmp_path / "a") as victim:
        with antrean.tertahan("ek_log"):
            sampai(lambda: antrean.semua("SELECT id FROM operation WHERE status = 1") and antrean.menunggu_kunci())
            victim.kirim(signal.SIGKILL)
            assert victim.tunggu() == -signal.SIGKILL
        assert ("kirim", "doing") in antrean.pekerjaan()
        assert antrean.satu("SELECT hasil FROM sinkron") == (None,)
    with pekerja(dsn, tmp_path / "b", "--pekerja", "2") as heir:
        sampai(lambda: antrean.satu("SELECT hasil FROM sinkron") == ("selesai",), 20)
        heir.kirim(signal.SIGTERM)
        assert heir.tunggu() == 0, heir.kata
    (n,) = antrean.satu("SELECT n FROM plan")
    assert kiriman(antrean) == (n, n)
    assert antrean.satu("SELECT count(*), bool_and(cocok) FROM evidence") == (n, True)


def test_a_plan_left_half_sent_is_carried_on_by_the_next_sync(antrean: Antrean, dsn: str, tmp_path: Path) -> None:
    first = minta(antrean)
    with pekerja(dsn, tmp_path / "a") as victim, antrean.tertahan("ek_log"):
        sampai(lambda: antrean.semua("SELECT id FROM operation WHERE status = 1") and antrean.menunggu_kunci())
        victim.kirim(signal.SIGKILL)
        assert victim.tunggu() == -signal.SIGKILL
    antrean.db.execute("DELETE FROM procrastinate_jobs")  # as after a restore: the books are there, the queue is not
    minta(antrean)
    with pekerja(dsn, tmp_path / "b", "--sekali") as heir:
        assert heir.tunggu(20) == 0, heir.kata
    (n,) = antrean.satu("SELECT n FROM plan")
    assert kiriman(antrean) == (n, n)
    assert antrean.semua("SELECT hasil FROM sinkron ORDER BY id") == [("gagal",), ("selesai",)]
    assert antrean.satu("SELECT kalimat FROM sinkron WHERE id = %s", first)[0].startswith("Terputus")
