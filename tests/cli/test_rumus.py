"""Nothing that came from a file ever becomes a formula, a link or markup in what Selaras writes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from jobs.desa import BUDI, DEWI, SATU, Desa
from jobs.perintah import Perintah

JAHAT = (
    '=HYPERLINK("http://jahat.example","klik")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "[red]merah[/red] {tahun} %s",
    "\t=1+1",
)


def jahatkan(desa: Desa) -> None:
    for rows in (
        desa.laporan_skp,
        *desa.laporan_nilai.values(),
        desa.siasn,
        desa.dapodik,
        *desa.pmm.values(),
        desa.peta,
        desa.log,
    ):
        for number, row in enumerate(rows):
            for key in ("nama", "nama_sekolah", "sekolah", "umpan_balik", "indikator_praktik", "jabatan", "pesan"):
                if key in row and not (key == "jabatan" and "Kepala" in row[key]):
                    row[key] = f"{JAHAT[number % len(JAHAT)]} {row[key]}"


def test_no_formula_in_any_workbook_and_no_traceback_anywhere(perintah: Perintah, tmp_path: Path) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    desa.tanpa_ekinerja(DEWI)
    desa.peta[1]["npsn"] = ""
    desa.nilai(BUDI, "3")["predikat"] = "=1+1"
    desa.log.append({"nip": BUDI.nip, "nama": "x", "pesan": "Kode ajaib", "waktu": "2025-01-05 10:00:00"})
    jahatkan(desa)
    keluar = tmp_path / "keluar"
    done = perintah("kerjakan", desa.tulis(tmp_path / "unduhan"), "--tahun", 2024, "--keluar", keluar)
    assert done.kode == 2, done.err
    books = sorted(keluar.rglob("*.xlsx"))
    assert len(books) >= 2
    assert perintah("templat", "--npsn", SATU.npsn, "--keluar", keluar).kode == 0
    for path in sorted(keluar.rglob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            text = "".join(
                book.read(name).decode() for name in book.namelist() if name.startswith("xl/") and name.endswith(".xml")
            )
            links = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".rels"))
            assert path.name != "tindak-lanjut.xlsx" or "jahat.example" in text or "cmd|" in text
        assert not re.search(r"<f[ >][^<]*(cmd|HYPERLINK|jahat)", text), path.name
        assert "jahat.example" not in links, path.name
        assert "externalLink" not in links, path.name
    assert perintah.galat() == ""


def test_hostile_names_are_printed_as_they_are(perintah: Perintah, tmp_path: Path) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    desa.tanpa_ekinerja(DEWI)
    jahatkan(desa)
    assert perintah("impor", desa.tulis(tmp_path / "unduhan"), "--tahun", 2024).kode == 0
    names = " ".join(k["nama"] or "" for k in perintah("kendala", "--json").json["kendala"])
    assert "cmd|" in names
    assert "{tahun}" in names
    shown = perintah("kendala", "--rinci")
    assert shown.kode == 2
    assert "[red]" in shown.out.replace("\n", "")
    for words in (["perubahan", "--sejak", "2025-01-01", "--rinci"], ["riwayat", BUDI.nip], ["padan"], ["kendala"]):
        assert perintah(*words).kode in (0, 2), words
    assert perintah.galat() == ""
