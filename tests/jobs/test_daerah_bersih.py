"""A clean district gives nothing; with broken periods it gives just those."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.daerah import Daerah, district, siapa
from selaras.latihan.files import rujukan_files

NOTES = {"F1", "F2"}


@pytest.fixture(scope="module")
def bersih(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Daerah]:
    folder = tmp_path_factory.mktemp("bersih") / "berkas"
    with Daerah.buka(server, folder, district(5, 10, 120, bersih=True), hari=2) as made:
        made.impor()
        yield made


@pytest.fixture
def salinan(bersih: Daerah, server: str) -> Iterator[Daerah]:
    with Daerah.buka(server, bersih.folder, district(5, 10, 120, bersih=True), original=bersih.perintah.dsn) as made:
        yield made


def test_a_clean_district_has_no_kendala_and_is_selaras_throughout(bersih: Daerah) -> None:
    assert set(siapa(bersih.kendala())) <= NOTES
    rekap = bersih.rekap()
    assert rekap["seimbang"] is True
    assert rekap["total"] == rekap["keadaan"]["selaras"] > 0
    assert bersih.perintah("rekap").kode == 0
    assert bersih.perintah("kendala").kode == 0


def test_the_second_day_of_a_clean_district_changes_nothing(salinan: Daerah) -> None:
    salinan.impor(1)
    assert set(siapa(salinan.kendala())) <= NOTES
    changes = salinan.perintah("perubahan", "--sejak", salinan.hari[0], "--json").json
    assert {kind: changes[kind] for kind in ("selesai", "baru", "kembali")} == {
        "selesai": [],
        "baru": [],
        "kembali": [],
    }


@pytest.mark.parametrize("rusak", ["P1", "P2", "P3", "P4", "P5", "P5:ganda", "P5:tahun"])
def test_a_broken_period_is_the_only_finding(salinan: Daerah, tmp_path: Path, rusak: str) -> None:
    rujukan_files(district(5, 10, 120, bersih=True, periode_rusak=rusak), tmp_path)
    done = salinan.perintah("impor", tmp_path / "referensi-periode.json", "--json")
    assert done.kode == 0, done.err
    assert set(siapa(salinan.kendala())) - NOTES == {rusak[:2]}
    assert salinan.rekap()["seimbang"] is True


def test_a_mended_period_is_no_finding_any_more(salinan: Daerah, tmp_path: Path) -> None:
    rujukan_files(district(5, 10, 120, bersih=True, periode_rusak="P3"), tmp_path)
    salinan.perintah("impor", tmp_path / "referensi-periode.json")
    assert "P3" in siapa(salinan.kendala())
    (tmp_path / "baik").mkdir()
    rujukan_files(district(5, 10, 120, bersih=True), tmp_path / "baik")
    mended = tmp_path / "baik" / "referensi-periode.json"
    mended.write_text(mended.read_text() + "\n")  # a file of its own: the very same bytes would be the old file again
    salinan.perintah("impor", mended)
    assert set(siapa(salinan.kendala())) <= NOTES
