"""Hostile texts, people outside the scope, empty schools, files that are there already."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from documents.alat import rumus, sel, teks_semua, xml
from documents.pemeran import JAHAT, nip
from documents.templat.pemeran import BUDI, NPSN, SARI, berisi, isi, orang, rekam, sel_baris, tabel, tulis_di
from selaras.connectors.ports import Outside, Record, Reject
from selaras.documents.templat import nama_berkas, tulis
from selaras.galat import DataError, TryAgain
from selaras.kinerja.periode import PeriodeError


def test_it_keeps_hostile_texts_as_text(tmp_path: Path) -> None:
    jahat = [*JAHAT, "_x0041_", "#NAMA?", "TRUE", "0812", "http://contoh.invalid/", "1e5", "\ud800"]
    data = isi(*(orang(nip(n), nama or "x", jenis_ptk=nama) for n, nama in enumerate(jahat)), sekolah=JAHAT[0])
    path = tulis_di(tmp_path, data)
    assert rumus(path) == []
    assert 'quotePrefix="1"' in xml(path)["xl/styles.xml"]
    assert "<hyperlink" not in "".join(xml(path).values())
    kembali = {r.akun: orjson.loads(r.rest or "")["nama"] for r in tabel(path, "pegawai") if isinstance(r, Record)}
    assert [kembali[nip(n)] for n in (0, 1, 2, 3, 5)] == [JAHAT[n] for n in (0, 1, 2, 3, 5)]
    assert [kembali[nip(n)] for n in range(9, 15)] == jahat[9:15]
    assert kembali[nip(6)] == "Baris kedua danlonceng"
    assert all(type(c) is str for b in sel(path)["pegawai"] for c in b)


def test_it_keeps_out_of_the_rating_rows_who_is_out_of_scope_or_has_no_nip(tmp_path: Path) -> None:
    data = isi(
        berisi(201, 202, 400),
        orang("", "Honorer", status_kepegawaian="GTY/PTY"),
        orang(SARI, "Tata Usaha", jenis_ptk="Tenaga Administrasi Sekolah"),
        orang("1.98501012010013E+17", "Rusak"),
    )
    path = tulis_di(tmp_path, data)
    assert [r.akun for n in ("skp", "penilaian") for r in rekam(path, n)] == [BUDI] * 4
    assert {b["nip"] for n in ("skp", "penilaian") for b in sel_baris(path, n)} == {BUDI}
    assert [type(r) for r in tabel(path, "pegawai")] == [Record, Outside, Reject, Record]
    teks = "\n".join(str(b[0]) for b in sel(path)["Petunjuk"])
    assert "4 orang, 1 di antaranya dinilai" in teks
    assert "2 orang bukan ASN atau tenaga kependidikan" in teks
    assert "Belum ber-NIP yang sah: Rusak." in teks


def test_it_names_on_pegawai_only_whom_the_roster_of_pmm_names(tmp_path: Path) -> None:
    data = isi(berisi(201), orang(SARI, "Sari", terdaftar=False), orang("12", "Rusak", terdaftar=False))
    path = tulis_di(tmp_path, data)
    assert [r.akun for r in rekam(path, "pegawai")] == [BUDI]
    assert {b["nip"] for n in ("skp", "penilaian") for b in sel_baris(path, n)} == {BUDI, SARI}
    teks = "\n".join(str(b[0]) for b in sel(path)["Petunjuk"])
    assert "1 orang belum ada di data pegawai PMM" in teks
    assert "Tanpa NIP yang sah di Dapodik: Rusak." in teks


def test_it_writes_a_clear_sheet_for_an_empty_school(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi())
    assert "Impor dulu Daftar Guru Dapodik" in teks_semua(path)
    for nama in ("pegawai", "skp", "penilaian"):
        assert tabel(path, nama) == []
        assert sel(path)[nama][1][0] == "Belum ada orang untuk lembar ini; baca lembar Petunjuk."


def test_it_names_the_file_by_school_and_year_only() -> None:
    assert nama_berkas(isi(orang())) == f"templat-{NPSN}-2024.xlsx"
    assert nama_berkas(isi(npsn=f"../{BUDI}")) == "templat-tanpa-npsn-2024.xlsx"


def test_it_never_overwrites_a_template_that_may_be_filled_in(tmp_path: Path) -> None:
    path = tulis_di(tmp_path, isi(orang()))
    sebelum = path.read_bytes()
    with pytest.raises(DataError, match="sudah ada"):
        tulis_di(tmp_path, isi())
    assert path.read_bytes() == sebelum
    assert tulis(isi(), path, timpa=True) == path
    assert tabel(path, "pegawai") == []


def test_it_says_what_to_do_when_it_can_not_be_written_or_a_period_is_none(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    with pytest.raises(TryAgain, match="Tutup berkasnya"):
        tulis(isi(), tmp_path / "map")
    (tmp_path / "berkas").write_text("x")
    with pytest.raises(TryAgain, match="Tutup berkasnya"):
        tulis(isi(), tmp_path / "berkas" / "t.xlsx")
    with pytest.raises(PeriodeError):
        tulis(isi(slots=(205,)), tmp_path / "t.xlsx")
    assert not (tmp_path / "t.xlsx").exists()
