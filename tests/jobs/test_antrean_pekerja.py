"""Workers as processes: they work, they stop when told, and one that is killed loses nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.pekerja import Antrean, pekerja, sampai
from jobs.perintah import Perintah
from jobs.ruang import Ruang
from selaras.jobs import queue


@pytest.fixture
def antrean(ruang: Ruang) -> Iterator[Antrean]:
    found = Antrean(ruang.dsn)
    yield found
    found.db.close()


@pytest.fixture
def laporan(perintah: Perintah, tmp_path: Path) -> Path:
    """A folder of reports of a small rehearsal district."""
    folder = tmp_path / "laporan"
    done = perintah("latihan", "--bersih", "--sekolah", 4, "--guru", 16, "--keluar", folder, "--json")
    assert done.kode == 0, done.err
    return next(path for path in sorted(folder.iterdir()) if path.is_dir())


def masukkan(ruang: Ruang, laporan: Path) -> None:
    queue.enqueue_impor(ruang.db, instansi=ruang.instansi.id, folder=str(laporan))
    ruang.db.commit()


def batches(antrean: Antrean) -> list[tuple[str, int]]:
    return antrean.semua("SELECT connector, count(*) FROM batch WHERE closed_at IS NOT NULL GROUP BY 1 ORDER BY 1")


def runs(antrean: Antrean) -> list[tuple[str | None]]:
    return antrean.semua("SELECT hasil FROM run WHERE verb = 'impor' ORDER BY id")


def test_it_imports_a_folder_links_and_checks(ruang: Ruang, antrean: Antrean, laporan: Path, tmp_path: Path) -> None:
    masukkan(ruang, laporan)
    with pekerja(ruang.dsn, tmp_path / "p", "--sekali") as one:
        assert one.tunggu() == 0, one.kata
        assert "baris dibaca" in one.kata
    assert antrean.pekerjaan() == []
    assert ruang.rekap().total > 0
    assert ruang.rekap().seimbang
    assert not (tmp_path / "p" / "galat.log").exists()


def test_it_says_what_it_could_not_read_and_ends_with_1(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    masukkan(ruang, tmp_path / "tiada")
    with pekerja(ruang.dsn, tmp_path / "p", "--sekali") as one:
        assert one.tunggu() == 1
        assert "tiada tidak ada atau tidak terlihat" in one.kata
        assert "Traceback" not in one.kata
    assert antrean.pekerjaan() == [("impor", "failed")]


def test_it_finishes_what_it_has_in_hand_when_told_to_stop(
    ruang: Ruang, antrean: Antrean, laporan: Path, tmp_path: Path
) -> None:
    masukkan(ruang, laporan)
    with pekerja(ruang.dsn, tmp_path / "p") as one:
        with antrean.tertahan("record"):
            sampai(antrean.menunggu_kunci)
            queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
            ruang.db.commit()
            one.kirim(signal.SIGTERM)
            with pytest.raises(Exception, match="timed out"):
                one.tunggu(0.7)
        assert one.tunggu() == 0, one.kata
    assert runs(antrean) == [("selesai",)]
    assert antrean.pekerjaan() == [("proses", "todo")]  # not begun after the signal
    assert antrean.satu("SELECT count(*) FROM procrastinate_workers") == (0,)


def test_another_worker_finishes_exactly_once_what_a_killed_one_left(
    ruang: Ruang, antrean: Antrean, laporan: Path, tmp_path: Path
) -> None:
    masukkan(ruang, laporan)
    with pekerja(ruang.dsn, tmp_path / "a") as victim:
        with antrean.tertahan("record"):
            sampai(antrean.menunggu_kunci)
            victim.kirim(signal.SIGKILL)
            assert victim.tunggu() == -signal.SIGKILL  # it died, in the middle of the import
        assert antrean.pekerjaan() == [("impor", "doing")]
        assert runs(antrean) == [(None,)]
        assert batches(antrean) == []
    with pekerja(ruang.dsn, tmp_path / "b") as heir:
        sampai(lambda: antrean.pekerjaan() == [])
        heir.kirim(signal.SIGTERM)
        assert heir.tunggu() == 0
        assert "pekerjanya mati; dikerjakan ulang" in heir.kata
    assert runs(antrean) == [(None,), ("selesai",)]
    once = batches(antrean)
    assert once
    rows = antrean.satu("SELECT count(*), count(DISTINCT (tahun, side, kind, native, slot)) FROM record")
    assert rows[0] == rows[1] > 0
    assert ruang.rekap().seimbang
    masukkan(ruang, laporan)  # and a second time nothing is left to read
    with pekerja(ruang.dsn, tmp_path / "c", "--sekali") as third:
        assert third.tunggu() == 0, third.kata
    assert batches(antrean) == once


def test_a_killed_job_of_which_another_waits_makes_room_for_it(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    number = queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    ruang.db.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", (number,))  # its worker is gone
    assert queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    ruang.db.commit()
    with pekerja(ruang.dsn, tmp_path / "p", "--sekali") as one:
        assert one.tunggu() == 0, one.kata
    assert antrean.pekerjaan() == [("proses", "failed")]
    assert [hasil for (hasil,) in antrean.semua("SELECT hasil FROM run WHERE verb = 'proses'")] == ["selesai"]


def test_a_job_that_brings_every_worker_down_is_given_up(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    ruang.db.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 4")
    ruang.db.commit()
    with pekerja(ruang.dsn, tmp_path / "p", "--sekali") as one:
        one.tunggu()
        assert "tidak dicoba lagi" in one.kata
    assert antrean.pekerjaan() == [("proses", "failed")]


def test_several_workers_share_the_queue_and_do_each_job_once(ruang: Ruang, antrean: Antrean, tmp_path: Path) -> None:
    for tahun in range(2024, 2029):
        queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id, tahun=tahun)
    ruang.db.commit()
    with (
        pekerja(ruang.dsn, tmp_path / "a", "--pekerja", "2") as one,
        pekerja(ruang.dsn, tmp_path / "b", "--pekerja", "2") as two,
    ):
        sampai(lambda: antrean.pekerjaan() == [])
        for each in (one, two):
            each.kirim(signal.SIGTERM)
        assert [one.tunggu(), two.tunggu()] == [0, 0]
    assert antrean.satu("SELECT count(*) FROM run WHERE verb = 'proses' AND hasil = 'selesai'") == (5,)
    assert not antrean.semua(
        "SELECT a.id FROM run a JOIN run b ON b.id > a.id AND b.started < a.ended "
        "WHERE a.verb = 'proses' AND b.verb = 'proses'"
    )  # one writer of the books at a time
