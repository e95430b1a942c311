"""A large file is read by a process of its own: the books say the same, and whatever goes wrong there is said here."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from intake.test_lurus import BOOKS, PEOPLE, PLACES, REST, ROWS
from jobs.ruang import PER, Ruang
from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Document, Source
from selaras.connectors.registry import recognise
from selaras.galat import DataError, TryAgain
from selaras.intake import apart, reading
from selaras.intake.services import FileImport, file_import

KEPALA = "nip,nama,npsn,status_kepegawaian\n"


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "pmm.ndjson"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in [*ROWS, *ROWS[:3]]))
    return path


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGE", 1)


def books(ruang: Ruang) -> list[Any]:
    return [ruang.semua(query) for query in (BOOKS, PEOPLE, REST, PLACES)]


def impor(ruang: Ruang, path: Path) -> list[Any]:
    """Import a file, and say what became of its rows and what the books hold then."""
    ruang.run = ruang.run or ruang.mulai()
    job = FileImport(path.name, path.read_bytes()[:20], ruang.instansi.id, ruang.run, 2024, PER)
    return [*[done.counts for done in file_import(ruang.db, job, open_sources(path), recognise)], *books(ruang)]


def test_the_books_say_the_same(ruang: Ruang, berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lain = berkas.with_name("lain.ndjson")
    lain.write_bytes(
        berkas.read_bytes().replace(b'"Budi', b'"Budiman').replace(b'"umpan_balik": "', b'"umpan_balik": "!', 2)
    )
    ruang.mulai()
    outcomes = []
    for large in (1, sys.maxsize):
        monkeypatch.setattr(reading, "LARGE", large)
        with ruang.db.transaction(force_rollback=True):
            outcomes.append([impor(ruang, path) for path in (berkas, lain, berkas)])
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][1][0].same > 0
    assert outcomes[0][1][0].changed > 0


def test_it_is_another_process_that_reads(ruang: Ruang, berkas: Path, started: list[subprocess.Popen[bytes]]) -> None:
    assert impor(ruang, berkas)[0].new > 0
    (process,) = started
    assert process.pid != os.getpid()
    assert process.poll() is not None


def test_what_is_wrong_far_down_is_said_as_ever(ruang: Ruang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "guru.csv"
    path.write_text(
        KEPALA + "198501012010012999,Sari,20271000,PNS\n" * 3_000 + '198501012010012999,"Sari,20271000,PNS\n'
    )
    said = []
    for large in (1, sys.maxsize):
        monkeypatch.setattr(reading, "LARGE", large)
        with pytest.raises(DataError) as error:
            impor(ruang, path)
        ruang.db.rollback()
        ruang.run = 0
        said.append(str(error.value))
    assert said[0] == said[1]
    assert "3002" in said[0]


@pytest.mark.parametrize("code", ["", "import os; os.kill(os.getpid(), 9)"], ids=["ends early", "is killed"])
def test_a_reader_that_falls_silent_leaves_the_books_alone(
    ruang: Ruang, berkas: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    before = books(ruang)
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", code))
    with pytest.raises(TryAgain, match="Tidak ada yang berubah") as error:
        impor(ruang, berkas)
    ruang.db.rollback()
    assert "pmm.ndjson" in str(error.value)
    assert books(ruang) == before


def test_a_reader_that_dies_within_a_word_is_noticed(
    ruang: Ruang, berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = (
        "import pickle, sys; from selaras.intake.chunks import Chunk; "
        "sys.stdin.buffer.read(); sys.stdout.buffer.write(pickle.dumps(Chunk()) + pickle.dumps(Chunk())[:20])"
    )
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", half))
    with pytest.raises(TryAgain):
        impor(ruang, berkas)
    ruang.db.rollback()


def test_no_reader_is_left_behind_when_nobody_listens(
    berkas: Path, started: list[subprocess.Popen[bytes]], ruang: Ruang
) -> None:
    (source,) = open_sources(berkas)
    stream = reading.chunks_of(*_asked(source))
    assert next(stream).read
    stream.close()
    (process,) = started
    assert process.wait(timeout=10) in (0, -signal.SIGKILL)


def test_what_lies_in_a_zip_is_read_here(tmp_path: Path, berkas: Path) -> None:
    import zipfile

    packed = tmp_path / "semua.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(berkas, "pmm.ndjson")
    (inside,), (beside,) = open_sources(packed), open_sources(berkas)
    assert not isinstance(inside, Document)
    assert not isinstance(beside, Document)
    assert (inside.size, beside.size) == (0, berkas.stat().st_size)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    processes: list[subprocess.Popen[bytes]] = []
    real = subprocess.Popen

    def popen(*args: Any, **kwargs: Any) -> subprocess.Popen[bytes]:
        processes.append(real(*args, **kwargs))
        return processes[-1]

    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    return processes


def _asked(source: Source) -> Any:
    import datetime as dt

    from selaras.connectors.ports import Context

    connector = recognise(source)
    assert connector is not None
    return connector, source, connector.heading(source), Context(2024, dt.date(2025, 1, 6))
