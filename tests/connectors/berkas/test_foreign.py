"""What is no table at all is refused with a sentence that says what is accepted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from connectors.berkas.builders import sources, zipped
from selaras.connectors.berkas import digest, open_sources
from selaras.galat import DataError


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("surat.pdf", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("foto.xlsx", b"\xff\xd8\xff\xe0\0\x10JFIF", "JPG"),
        ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "Word"),
        (
            "a.odt",
            zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            "OpenDocument",
        ),
        ("a.rar", b"Rar!\x1a\x07\x01\0", "RAR"),
        ("a.bin", bytes(range(256)) * 20, "bukan jenis"),
    ],
)
def test_it_names_the_kind_and_what_is_accepted(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    with pytest.raises(DataError, match=what) as caught:
        sources(tmp_path, name, data)
    assert caught.value.di_mana == name
    assert "bukan jenis berkas yang dikenal" in caught.value.kalimat
    assert caught.value.langkah is not None
    assert "XLSX" in caught.value.langkah


def test_it_tells_how_to_save_a_web_page_named_xls(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="Simpan Sebagai XLSX"):
        sources(tmp_path, "laporan.xls", "<html><table><tr><td>nip</td></tr></table></html>")


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0" * 5000])
def test_it_says_that_a_file_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match="berkas kosong"):
        sources(tmp_path, "a.csv", data)


@pytest.mark.parametrize("verb", [lambda path: list(open_sources(path)), digest])
def test_it_has_a_sentence_for_every_path_that_is_no_file(tmp_path: Path, verb: object) -> None:
    os.mkfifo(tmp_path / "pipa")
    cases = {"hilang.csv": "tidak ditemukan", "": "ini folder", "pipa": "bukan berkas biasa", "a\0b": "tidak ditemukan"}
    for name, sentence in {**cases, "n" * 300: "gagal dibaca"}.items():
        with pytest.raises(DataError, match=sentence):
            verb(tmp_path / name)  # type: ignore[operator]


def test_it_has_a_sentence_for_a_file_it_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (tmp_path / "a.csv").touch()
    with pytest.raises(DataError, match="tidak boleh dibaca"):
        list(open_sources(tmp_path / "a.csv"))


def test_it_has_a_sentence_for_a_disk_that_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __enter__(self) -> Broken:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def read(self, _: int) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", lambda *_: Broken())
    (tmp_path / "a.csv").touch()
    with pytest.raises(DataError, match="gagal dibaca"):
        list(open_sources(tmp_path / "a.csv"))
