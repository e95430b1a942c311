"""Folders are walked in order, without what no person put there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.connectors.berkas import digest, walk
from selaras.galat import DataError


def test_it_walks_folders_in_order_and_leaves_out_noise(tmp_path: Path) -> None:
    for name in ("b.csv", "a/2.xlsx", "a/1.xlsx", "a/~$1.xlsx", ".DS_Store", ".git/x", "__MACOSX/x", "Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "a" / "putar").symlink_to(tmp_path)
    assert walk([tmp_path]) == [tmp_path / "a/1.xlsx", tmp_path / "a/2.xlsx", tmp_path / "b.csv"]


def test_it_gives_a_file_once_however_often_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "b.csv").touch()
    (tmp_path / "a.csv").touch()
    assert walk([tmp_path / "b.csv", tmp_path, tmp_path / "b.csv"]) == [tmp_path / "b.csv", tmp_path / "a.csv"]


def test_it_says_which_path_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="tiada"):
        walk([tmp_path / "tiada"])


def test_it_knows_a_file_again_by_its_bytes(tmp_path: Path) -> None:
    data = b"nip,nama\n" * 300_000
    (tmp_path / "a").write_bytes(data)
    (tmp_path / "b").write_bytes(data)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


@given(data=st.binary(max_size=40), end=st.integers(0, 40))
def test_its_fingerprint_is_made_of_both_halves_and_every_byte_counts(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, end: int
) -> None:
    path = tmp_path_factory.mktemp("sidik") / "a"
    path.write_bytes(data)
    first, second = data[: len(data) // 2], data[len(data) // 2 :]
    halves = hashlib.sha256(first).digest() + hashlib.sha256(second).digest()
    assert digest(path) == hashlib.sha256(halves).digest()
    path.write_bytes(data[:end])
    assert (digest(path) == hashlib.sha256(halves).digest()) == (data[:end] == data)


@pytest.mark.parametrize(("error", "sentence"), [(PermissionError(13, "x"), "izin"), (OSError(5, "x"), "gagal")])
def test_it_says_why_a_folder_or_file_can_not_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    def refuse(_: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(DataError, match=sentence):
        walk([tmp_path])
    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(DataError, match=sentence):
        digest(tmp_path / "a")
