"""ZIP files: members become sources; hostile archives are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from connectors.berkas.builders import (
    PEGAWAI,
    cells,
    csv_text,
    lying_about_size,
    put,
    sources,
    with_flag,
    workbook,
    zipped,
)
from selaras.connectors.berkas import limits, open_sources
from selaras.connectors.ports import Document, Lines, Table
from selaras.galat import DataError

CSV = csv_text(PEGAWAI)


def test_it_yields_every_member_by_name(tmp_path: Path) -> None:
    data = zipped(
        {
            "b/pegawai.csv": CSV,
            "a.xlsx": workbook({"S": PEGAWAI}),
            "c.json": '{"rows": []}',
            "d.ndjson": '{"jenis": "skp"}\n',
            "__MACOSX/b": "x",
            "b/.DS_Store": "x",
            "b/~$a.xlsx": "x",
            "kosong/": "",
        }
    )
    found = sources(tmp_path, "s.zip", data)
    assert [(s.berkas, type(s)) for s in found] == [
        ("s.zip/a.xlsx", Table),
        ("s.zip/b/pegawai.csv", Table),
        ("s.zip/c.json", Document),
        ("s.zip/d.ndjson", Lines),
    ]
    assert all(cells(s) == PEGAWAI[1:] for s in found if isinstance(s, Table))


def test_it_reads_members_again_on_every_iteration(tmp_path: Path) -> None:
    [found] = sources(tmp_path, "s.zip", zipped({"a.csv": CSV}))
    assert isinstance(found, Table)
    assert cells(found) == cells(found) == PEGAWAI[1:]


def test_it_gives_the_readable_members_before_it_complains_about_the_others(tmp_path: Path) -> None:
    data = zipped({"a.csv": CSV, "b.xlsx": workbook({"S": PEGAWAI})[:900], "c.zip": zipped({"x": "y"}), "d.csv": CSV})
    stream = open_sources(put(tmp_path, "s.zip", data))
    assert [next(stream).berkas, next(stream).berkas] == ["s.zip/a.csv", "s.zip/d.csv"]
    with pytest.raises(DataError, match=r"2 berkas di dalam ZIP tidak dapat dibaca.*b\.xlsx.*c\.zip"):
        next(stream)


def test_it_gives_a_member_of_a_foreign_kind_as_a_table_without_header(tmp_path: Path) -> None:
    [found] = sources(tmp_path, "s.zip", zipped({"surat.pdf": b"%PDF-1.7 ..."}))
    assert isinstance(found, Table)
    assert (found.berkas, found.header, list(found.rows)) == ("s.zip/surat.pdf", (), [])


def test_it_never_reads_a_zip_in_a_zip(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="ZIP di dalam ZIP"):
        sources(tmp_path, "s.zip", zipped({"dalam.zip": zipped({"a.csv": CSV})}))


def test_it_only_shows_names_that_point_outside(tmp_path: Path) -> None:
    folder = tmp_path / "dalam"
    folder.mkdir()
    [found] = sources(folder, "s.zip", zipped({"../../jahat\x1b.csv": CSV}))
    assert found.berkas == "s.zip/../../jahat?.csv"
    assert [p.name for p in tmp_path.rglob("*")] == ["dalam", "s.zip"]


@pytest.mark.parametrize("data", [zipped({}), zipped({".DS_Store": "x"})])
def test_it_says_that_an_archive_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match="berkas kosong"):
        sources(tmp_path, "s.zip", data)


def test_it_refuses_archives_with_a_password(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="dikunci kata sandi"):
        sources(tmp_path, "s.zip", with_flag(zipped({"a.csv": CSV}), 1))


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_it_refuses_packing_that_can_ask_for_any_memory(tmp_path: Path, method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.csv", CSV)
    with pytest.raises(DataError, match="cara yang tidak didukung"):
        sources(tmp_path, "s.zip", out.getvalue())


def test_it_refuses_bombs_by_their_directory(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="mekar melebihi batas"):
        sources(tmp_path, "s.zip", zipped({"a.csv": CSV + "1,a,2\n" * (8 * limits.MIB)}))


def test_it_refuses_more_members_than_any_region_has_schools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBERS", 2)
    with pytest.raises(DataError, match="lebih dari 2 berkas"):
        sources(tmp_path, "s.zip", zipped({"a.csv": CSV, "b.csv": CSV, "c.csv": CSV}))


def test_it_refuses_members_that_lie_about_their_size(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="ZIP rusak"):
        sources(tmp_path, "s.zip", lying_about_size(zipped({"a.csv": CSV * 500}), 100))


def test_it_refuses_a_member_that_breaks_far_down(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": "nip,nama\n" + "".join(f"{i * 7919},x{i * i}\n" for i in range(200_000))}))
    data[len(data) // 2] ^= 0xFF
    [found] = sources(tmp_path, "s.zip", bytes(data))
    assert isinstance(found, Table)
    with pytest.raises(DataError, match="ZIP rusak"):
        list(found.rows)


@pytest.mark.parametrize("keep", [10, 60, 150])
def test_it_refuses_truncated_archives(tmp_path: Path, keep: int) -> None:
    with pytest.raises(DataError, match="rusak atau terpotong"):
        sources(tmp_path, "s.zip", zipped({"a.csv": CSV})[:keep])
