"""What a person sees and can touch: dropdowns, locks, frozen names, the mark of a practice file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from documents.alat import sel, teks_semua, xml
from documents.templat.pemeran import isi, orang
from selaras.documents.templat import kolom, tulis

LEMBAR = {"pegawai": 2, "skp": 3, "penilaian": 4}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = isi(orang(), orang("", "Belum Ber-NIP"), slots=(201, 202, 203, 204, 400), latihan=True)
    return tulis(data, tmp_path_factory.mktemp("templat") / "t.xlsx")


def isi_xml(path: Path, nama: str) -> str:
    return xml(path)[f"xl/worksheets/sheet{LEMBAR[nama]}.xml"]


def pilihan(path: Path, nama: str) -> dict[str, str]:
    """Ranges and lists of the dropdowns of a sheet."""
    cari = r'<dataValidation type="list"[^>]*sqref="([^"]+)"[^>]*><formula1>"([^<]*)"</formula1>'
    return dict(re.findall(cari, isi_xml(path, nama)))


def test_it_offers_ratings_predikat_and_status_for_every_row(path: Path) -> None:
    rating = "Diatas Ekspektasi,Sesuai Ekspektasi,Dibawah Ekspektasi"
    assert pilihan(path, "penilaian") == {
        "E4:E8": rating,
        "F4:F8": rating,
        "G4:G8": "Sangat Baik,Baik,Butuh Perbaikan,Kurang/Misconduct,Sangat Kurang",
        "H4:H8": "draf,ditetapkan,terkirim",
    }


def test_it_offers_the_status_of_an_skp_and_checks_its_dates(path: Path) -> None:
    assert pilihan(path, "skp") == {"C4": "Draf,Diajukan,Dikembalikan,Disepakati"}
    tanggal = r'type="date"[^>]*sqref="([DE]4)"><formula1>45292</formula1><formula2>45657</formula2>'
    assert re.findall(tanggal, isi_xml(path, "skp")) == ["D4", "E4"]


def test_it_offers_the_status_kepegawaian(path: Path) -> None:
    assert list(pilihan(path, "pegawai").values()) == ["PNS,PPPK,PPPK PARUH WAKTU,NON ASN"]


def kunci(path: Path, nama: str) -> dict[str, bool]:
    """Whether each cell of the table is locked."""
    gaya = re.search(r"<cellXfs.*?</cellXfs>", xml(path)["xl/styles.xml"], re.DOTALL)
    assert gaya
    terkunci = ['locked="0"' not in g for g in re.findall(r"<xf .*?(?:/>(?!<)|(?=<xf )|(?=</cellXfs>))", gaya[0])]
    ada = re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', isi_xml(path, nama))
    return {alamat: terkunci[int(s)] for alamat, s in ada}


@pytest.mark.parametrize("nama", LEMBAR)
def test_it_locks_names_without_a_password_and_opens_what_is_filled_in(path: Path, nama: str) -> None:
    (lindung,) = re.findall(r"<sheetProtection[^>]*>", isi_xml(path, nama))
    assert 'sheet="1"' in lindung
    assert "password" not in lindung
    assert "hash" not in lindung.lower()
    sel_terkunci = kunci(path, nama)
    satu = {"pegawai": kolom.PEGAWAI, "skp": kolom.SKP, "penilaian": kolom.PENILAIAN}[nama]
    baris = 5 if nama == "pegawai" else 4  # 'Belum Ber-NIP' stands first, and only on pegawai
    for huruf, k in zip("ABCDEFGHIJ", satu.kolom, strict=False):
        assert sel_terkunci[f"{huruf}{baris}"] is not k.isian, k.nama


def test_it_opens_the_nip_of_who_has_none(path: Path) -> None:
    assert not kunci(path, "pegawai")["A4"]


@pytest.mark.parametrize("nama", LEMBAR)
def test_it_freezes_head_and_names_and_filters(path: Path, nama: str) -> None:
    assert re.search(r'<pane xSplit="2" ySplit="3"[^>]*state="frozen"', isi_xml(path, nama))
    assert "<autoFilter" in isi_xml(path, nama)


def test_it_keeps_nips_as_text_cells(path: Path) -> None:
    assert re.search(r'<c r="A4" s="\d+" t="s">', isi_xml(path, "penilaian"))
    assert sel(path)["penilaian"][3][0] == "198501012010012999"


def test_it_explains_the_three_taps_first_and_that_nothing_is_typed_twice(path: Path) -> None:
    assert next(iter(sel(path))) == "Petunjuk"
    teks = "\n".join(str(b[0]) for b in sel(path)["Petunjuk"])
    for kata in ("Tiga ketukan per guru", "hasil_kerja", "perilaku_kerja", "predikat", "diketik dua kali"):
        assert kata in teks
    assert "Triwulan 4 (Oktober-Desember), Tahunan" in teks
    assert all(len(b) == 1 for b in sel(path)["Petunjuk"])  # nothing there can look like a header


def test_it_marks_a_practice_file_everywhere_and_a_real_one_nowhere(path: Path, tmp_path: Path) -> None:
    lembar = [t for n, t in xml(path).items() if "worksheets/sheet" in n]
    assert len(lembar) == 4
    assert all("LATIHAN" in t for t in lembar)  # on every printed page
    assert all("LATIHAN" in str(b[0][0]) for b in sel(path).values())
    sungguhan = tulis(isi(orang()), tmp_path / "t.xlsx")
    assert "LATIHAN" not in teks_semua(sungguhan) + "".join(xml(sungguhan).values())
