from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from selaras.database import cluster, connect, open_database, space, stop
from selaras.database.folder import Place
from selaras.galat import Stop

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="hanya root dapat memasang disk kecil")


def mount(folder: Path, size: str) -> None:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if done.returncode != 0:
        pytest.skip(f"disk kecil tidak dapat dipasang di sini: {done.stderr.decode()}")


@pytest.fixture
def small(work: Path) -> Iterator[Path]:
    """A disk of 60 MB of its own."""
    disk = work / "disk"
    disk.mkdir()
    mount(disk, "60m")
    yield disk
    stop(disk / "data")
    subprocess.run(["umount", "-l", str(disk)], check=True)


def grow(disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=600m", str(disk)], check=True)


def fill(filler: Path) -> None:
    """Write until the last byte of the disk is taken."""
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * space.MIB):
            pass
    assert shutil.disk_usage(filler.parent).free == 0


def use_up_inodes(folder: Path) -> None:
    """Make empty files until the disk takes no more."""
    subprocess.run(["mount", "-o", "remount,nr_inodes=5000", str(folder.parent)], check=True)
    with pytest.raises(OSError, match="No space"):  # noqa: PT012 - the loop is what fails
        for number in range(5001):
            (folder / str(number)).touch()


def test_it_does_not_begin_when_the_disk_has_too_little_room(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(space, "free", lambda _: 150 * space.MIB)
    with pytest.raises(Stop, match="penuh: tinggal 150 MB, perlu sedikitnya 200 MB"):
        open_database(work / "data")
    assert not (work / "data" / "db").exists()


def test_it_blames_the_disk_when_the_reason_itself_found_no_room(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work / "mulai.log").touch()
    assert "penuh" not in str(cluster.failed("Tidak menyala.", work / "mulai.log", Place.of(work)))
    monkeypatch.setattr(space, "free", lambda _: 4096)
    assert "penuh" in str(cluster.failed("Tidak menyala.", work / "mulai.log", Place.of(work)))


@as_root
def test_it_measures_the_disk_that_the_folder_is_on(small: Path) -> None:
    with pytest.raises(Stop, match=r"penuh: tinggal \d\d MB"):
        open_database(small / "data")
    grow(small)
    assert open_database(small / "data")


@as_root
@pytest.mark.parametrize("size", ["20m", "60m"], ids=["while copying", "while making the cluster"])
def test_it_leaves_nothing_half_done_when_the_disk_fills_up_on_first_use(
    small: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(small)], check=True)
    monkeypatch.setattr(space, "FIRST_USE", 0)
    with pytest.raises(Stop, match=r"^Disk tempat folder data .* penuh"):
        open_database(small / "data")
    assert not (small / "data" / "db").exists()
    grow(small)
    with connect(open_database(small / "data")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


@as_root
@pytest.mark.parametrize("what", ["bytes", "inodes"])
def test_it_keeps_the_data_when_the_disk_is_full_at_a_restart(small: Path, what: str) -> None:
    grow(small)
    with connect(open_database(small / "data")) as connection:
        connection.execute("CREATE TABLE guru AS SELECT 7 AS nomor")
    stop(small / "data")
    filler = small / "penuh"
    filler.mkdir()
    if what == "bytes":  # seen before the server is started
        fill(filler / "berkas")
    else:  # seen by the server
        use_up_inodes(filler)
    with pytest.raises(Stop, match=r"^Disk tempat folder data .* penuh"):
        open_database(small / "data")
    shutil.rmtree(filler)
    with connect(open_database(small / "data")) as connection:
        assert connection.execute("SELECT nomor FROM guru").fetchone() == (7,)
