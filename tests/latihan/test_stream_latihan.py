"""The stream writes the same rows as the workbooks, and never more than a school of them at a time."""

from __future__ import annotations

import csv
import tracemalloc
from collections import Counter
from pathlib import Path

import orjson
import pytest

from latihan.bacaan import Folder
from selaras.latihan import stream
from selaras.latihan.district import District, buat


def test_ndjson_holds_the_rows_of_the_workbook(district: District, enam_januari: Folder, tmp_path: Path) -> None:
    banyak = stream.ndjson(district, tmp_path / "pmm.ndjson")
    baris = [orjson.loads(b) for b in (tmp_path / "pmm.ndjson").read_bytes().splitlines()]
    assert banyak == len(baris)
    assert Counter(b["jenis"] for b in baris) == {t: enam_januari.kunci["pmm"][t] for t in stream.TABEL}
    for tabel in ("skp", "penilaian"):
        isi = [{k: v for k, v in b.items() if k != "jenis"} for b in baris if b["jenis"] == tabel]
        assert isi == enam_januari.pmm(tabel)
    kegiatan = [b["jenis_kegiatan"] for b in baris if b["jenis"] == "kegiatan"]
    assert kegiatan == [r["jenis"] for r in enam_januari.pmm("kegiatan")]


def test_csv_holds_the_rows_of_the_workbook(district: District, sepuluh_januari: Folder, tmp_path: Path) -> None:
    stream.csv_folder(district, tmp_path, district.snapshot[1])
    for tabel in stream.TABEL:
        with (tmp_path / f"{tabel}.csv").open(encoding="utf-8", newline="") as berkas:
            assert list(csv.DictReader(berkas)) == sepuluh_januari.pmm(tabel)


def test_the_csv_reports_hold_the_rows_of_the_workbooks(
    district: District, enam_januari: Folder, tmp_path: Path
) -> None:
    stream.laporan_csv(district, tmp_path)
    for nama, header in (("laporan-skp-2024", 8), ("laporan-penilaian-tw1-2024", 8), ("pegawai-siasn", 1)):
        semua = list(csv.reader((tmp_path / f"{nama}.csv").read_text().splitlines()))
        buku = enam_januari.raw(f"{nama}.xlsx")
        assert semua[header - 1] == buku[header - 1]
        kolom = semua[header - 1].index("NAMA" if header == 1 else "nama")
        assert [b[kolom] for b in semua[header:]] == [b[kolom] for b in buku[header:]]
    rusak = [b for b in (tmp_path / "laporan-skp-2024.csv").read_text().splitlines() if "E+17" in b]
    assert len(rusak) == len(enam_januari.kode("N2"))
    assert (tmp_path / "unor-npsn.csv").exists()


def test_about_sixty_percent_of_the_triwulan_are_there(tmp_path: Path) -> None:
    d = buat(200, 5000, 2024, 1)
    stream.laporan_csv(d, tmp_path)
    banyak = sum(
        len((tmp_path / f"laporan-penilaian-tw{n}-2024.csv").read_text().splitlines()) - 8 for n in range(1, 5)
    )
    assert banyak / (4 * 5000) == pytest.approx(0.65, abs=0.07)


def puncak(guru: int, path: Path) -> int:
    d = buat(guru // 21, guru, 2024, 1)
    tracemalloc.start()
    try:
        stream.ndjson(d, path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_district(tmp_path: Path) -> None:
    kecil, besar = puncak(2500, tmp_path / "a"), puncak(10_000, tmp_path / "b")
    assert besar < kecil * 1.1 + 200_000
    assert besar < 8_000_000
