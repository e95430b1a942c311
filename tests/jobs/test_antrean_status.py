"""`selaras status`: what runs in whatever process, what waits, what stalled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jobs.pekerja import Antrean, pekerja, sampai
from jobs.perintah import Perintah
from jobs.ruang import Ruang
from selaras.cli.status import exit_code
from selaras.database import connect
from selaras.jobs import queue
from selaras.jobs.progress import Progress, progress

CHILD = """
import sys, time
from selaras.jobs.progress import progress
with progress(sys.argv[1], run=int(sys.argv[2]), pekerjaan="kirim") as bar:
    bar.stage("kirim", 200)
    time.sleep(1.1)
    bar(50, 200)
    print("ya", flush=True)
    time.sleep(60)
"""


def test_it_shows_how_far_a_run_of_another_process_is_and_that_it_died(ruang: Ruang, perintah: Perintah) -> None:
    run = ruang.mulai("kirim")
    other = subprocess.Popen([sys.executable, "-c", CHILD, ruang.dsn, str(run)], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ya\n"
        (row,) = perintah("status", "--json").json["berjalan"]
        assert (row["run"], row["pekerjaan"], row["oleh"], row["tahap"]) == (run, "kirim", "uji", "kirim")
        assert (row["sudah"], row["jumlah"], row["pid"]) == (50, 200, other.pid)
        assert 5 < row["per_detik"] < 50
        assert row["sisa_detik"] == pytest.approx(150 / row["per_detik"])
        shown = perintah("status")
        assert "50 dari 200" in shown.out
    finally:
        os.kill(other.pid, signal.SIGKILL)
    assert other.wait(5) == -signal.SIGKILL
    dead = sampai(lambda: perintah("status", "--json").json["terputus"])
    assert [(row["run"], row["pid"]) for row in dead] == [(run, other.pid)]
    assert perintah("status", "--json").json["berjalan"] == []
    assert "mati pada tahap kirim" in perintah("status").out


def test_progress_is_written_at_most_once_a_second_and_at_the_end(ruang: Ruang) -> None:
    with connect(ruang.dsn, autocommit=True) as connection:
        row = connection.execute(
            "INSERT INTO kemajuan(run_id, pekerjaan, mesin, pid, tahap) VALUES (1, 'uji', 'uji', 1, '') RETURNING id"
        ).fetchone()
        assert row
        bar = Progress(connection, row[0])
        bar.stage("kirim", 1000)
        seen = set()
        for number in range(1, 1000):
            bar(number, 1000)
            seen.add(ruang.angka("SELECT sudah FROM kemajuan"))
            ruang.db.rollback()
        assert len(seen) <= 3  # a thousand calls within a second or two
        bar(1000, 1000)
        assert ruang.angka("SELECT sudah FROM kemajuan") == 1000


def test_a_run_that_ends_leaves_nothing_behind(ruang: Ruang) -> None:
    with pytest.raises(ZeroDivisionError), progress(ruang.dsn, run=ruang.mulai(), pekerjaan="uji"):
        raise ZeroDivisionError
    assert ruang.angka("SELECT count(*) FROM kemajuan") == 0


def test_it_counts_the_queue_and_names_what_stalled(ruang: Ruang, perintah: Perintah, tmp_path: Path) -> None:
    queue.enqueue_proses(ruang.db, instansi=ruang.instansi.id)
    queue.enqueue_impor(ruang.db, instansi=ruang.instansi.id, folder=str(tmp_path / "tiada"))
    ruang.db.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE task_name = 'proses'")  # by nobody alive
    ruang.db.commit()
    found = perintah("status", "--json")
    assert found.kode == 1
    assert [(q["nama"], q["siap"], q["dikerjakan"]) for q in found.json["antrean"]] == [
        ("impor", 1, 0), ("proses", 0, 1)
    ]  # fmt: skip
    assert [job["pekerjaan"] for job in found.json["macet"]] == ["proses"]
    shown = perintah("status").out
    assert "MACET: proses" in shown
    assert "Tidak ada pekerja yang hidup" in shown
    antrean = Antrean(ruang.dsn)
    with pekerja(ruang.dsn, tmp_path / "p") as one:
        sampai(lambda: antrean.pekerjaan() == [("impor", "failed")])
        found = perintah("status", "--json")
        assert [worker["hidup"] for worker in found.json["pekerja"]] == [True]
        assert found.json["macet"] == []
        assert "Pekerja hidup: 1." in perintah("status").out
        one.kirim(signal.SIGINT)
        assert one.tunggu() == 0, one.kata
    antrean.db.close()
    assert perintah("status", "--json").json["pekerja"] == []
    assert not perintah.galat()


@pytest.mark.parametrize(
    ("hasil", "macet", "sehat", "kode"),
    [("selesai", 0, True, 0), ("gagal", 0, True, 1), ("tidak seimbang", 0, True, 3), ("selesai", 1, True, 1),
     ("selesai", 0, False, 1), (None, 0, True, 0)],
)  # fmt: skip
def test_its_exit_code_says_whether_somebody_has_to_look(hasil: str | None, macet: int, sehat: bool, kode: int) -> None:
    last = {"hasil": hasil} if hasil else None
    assert exit_code({"sinkron_terakhir": last, "macet": [{}] * macet, "server": [{"beres": sehat}]}) == kode
