"""Bad files through `selaras impor`: a sentence that names the file, the good rows kept, the bad ones in the books."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from connectors.berkas.builders import compound_file, raw_workbook, workbook, zipped
from jobs.desa import BUDI, DEWI, EKO, WATI, Baris, Desa, judul, nilai_ek
from jobs.perintah import Hasil, Perintah

NIP_UTUH = re.compile(r"(?<!\d)\d{18}(?!\d)")


@pytest.fixture
def masuk(perintah: Perintah, tmp_path: Path) -> Perintah:
    """The whole village is in; a bad file comes now."""
    Desa().tulis(tmp_path / "baik")
    assert perintah("impor", tmp_path / "baik", "--tahun", 2024).kode == 0
    return perintah


def rows_of(d: Desa, tw: str = "4", hari: str = "2025-01-08", instansi: str = "") -> list[list[str]]:
    atas = judul(f"Penilaian SKP Periode Triwulan {tw}", hari)
    if instansi:
        atas = (atas[0], (f"Instansi {instansi}",), *atas[2:])
    return lembar(d.laporan_nilai[tw], atas)


def lembar(rows: list[Baris], atas: tuple[tuple[str, ...], ...] = ()) -> list[list[str]]:
    names = list(rows[0])
    return [*map(list, atas), names, *([row.get(name, "") for name in names] for row in rows)]


def teks(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def taruh(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def tolak(masuk: Perintah, path: Path, *sentence: str) -> Hasil:
    """Import a file that can not be used at all: nothing changes, exit code 1, a sentence that names it."""
    before = masuk("rekap", "--json").json
    done = masuk("impor", path)
    assert done.kode == 1
    assert path.name in done.err
    for words in sentence:
        assert words in done.err
    assert not NIP_UTUH.search(done.out + done.err)
    assert masuk.galat() == ""
    assert masuk("rekap", "--json").json == before
    return done


def terima(masuk: Perintah, path: Path, *, ditolak: int) -> dict[str, object]:
    """Import a file with some bad rows: they are in the books, the good ones are kept."""
    before = masuk("rekap", "--json").json["masuk"]["ditolak"]
    done = masuk("impor", path, "--json")
    assert done.kode == 0, done.err
    assert not NIP_UTUH.search(done.out + done.err)
    after = masuk("rekap", "--json").json
    assert after["masuk"]["ditolak"] == before + ditolak
    assert after["seimbang"] is True
    assert masuk.galat() == ""
    (item,) = done.json["impor"]
    assert item["ditolak"] == ditolak
    return dict(item)


def kendala(masuk: Perintah) -> set[tuple[str, str | None, int | None]]:
    found = masuk("kendala", "--json").json["kendala"]
    return {(k["kode"], k["berkas"], k["baris"]) for k in found}


def test_a_file_of_no_known_kind(masuk: Perintah, tmp_path: Path) -> None:
    tolak(masuk, taruh(tmp_path, "arisan.csv", "nama,iuran\nBudi,5000\n"), "tidak dikenal", "--jenis")


def test_a_picture(masuk: Perintah, tmp_path: Path) -> None:
    tolak(masuk, taruh(tmp_path, "foto.png", b"\x89PNG\r\n\x1a\n" + bytes(200)))


def test_an_empty_file(masuk: Perintah, tmp_path: Path) -> None:
    tolak(masuk, taruh(tmp_path, "kosong.xlsx", b""), "kosong")


def test_a_file_that_is_not_there(masuk: Perintah, tmp_path: Path) -> None:
    tolak(masuk, tmp_path / "tidak-ada.xlsx")


def test_a_workbook_with_a_password(masuk: Perintah, tmp_path: Path) -> None:
    tolak(masuk, taruh(tmp_path, "laporan rahasia.xlsx", compound_file("EncryptedPackage")), "sandi")


def test_a_truncated_workbook(masuk: Perintah, tmp_path: Path) -> None:
    whole = workbook({"Sheet1": rows_of(Desa())})
    tolak(masuk, taruh(tmp_path, "terpotong.xlsx", whole[: len(whole) * 2 // 3]), "rusak")


def test_a_missing_column(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa())
    at = next(i for i, row in enumerate(rows) if "hasil_akhir" in row)
    column = rows[at].index("hasil_kerja")
    cut = [*rows[:at], *([cell for i, cell in enumerate(row) if i != column] for row in rows[at:])]
    tolak(masuk, taruh(tmp_path, "kurang kolom.xlsx", workbook({"Sheet1": cut})), "hasil_kerja", "Sheet1")


def test_a_report_of_another_instansi(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa(), instansi="PEMERINTAH KABUPATEN LATIHAN SEBELAH")
    tolak(masuk, taruh(tmp_path, "tetangga.csv", teks(rows)), "KABUPATEN LATIHAN SEBELAH", "KABUPATEN LATIHAN DESA")


def test_a_zip_bomb(masuk: Perintah, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("laporan.csv", b"nip,nama\n" + b"0" * (64 << 20))
    tolak(masuk, tmp_path / "bom.zip", "bom.zip")


def test_an_entity_bomb(masuk: Perintah, tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    prolog = f'<!DOCTYPE x [<!ENTITY a0 "xxxxxxxxxx">{entities}]>'
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a8;</t></is></c></row>'
    tolak(masuk, taruh(tmp_path, "entitas.xlsx", raw_workbook(sheet, prolog=prolog)))


def test_a_zip_in_a_zip(masuk: Perintah, tmp_path: Path) -> None:
    inner = zipped({"laporan.csv": teks(rows_of(Desa()))})
    tolak(masuk, taruh(tmp_path, "bertumpuk.zip", zipped({"dalam.zip": inner})))


def test_one_bad_file_does_not_stop_the_others(masuk: Perintah, tmp_path: Path) -> None:
    folder = tmp_path / "campur"
    folder.mkdir()
    taruh(folder, "a.xlsx", b"bukan buku kerja")
    later = Desa("2025-01-08")
    later.tanpa_ekinerja(BUDI, "4")
    taruh(folder, "b.csv", teks(rows_of(later)))
    taruh(folder, "c.xlsx", compound_file("EncryptedPackage"))
    taruh(folder, "catatan.txt", "Tolong diimpor ya")
    done = masuk("impor", folder)
    assert done.kode == 1
    assert "c.xlsx" in done.err
    assert "a.xlsx" in done.err + done.out
    assert "catatan.txt" in done.out
    assert masuk("rekap", "--json").json["keadaan"]["siap"] == 1
    assert masuk.galat() == ""


def test_a_nip_that_a_spreadsheet_made_a_number(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa("2025-01-08"))
    at = next(i for i, row in enumerate(rows) if "hasil_akhir" in row)
    cells: list[list[object]] = [list(row) for row in rows]
    cells[at + 2][rows[at].index("nip")] = float(BUDI.nip)
    path = taruh(tmp_path, "laporan tw4.xlsx", workbook({"Sheet1": cells}))
    item = terima(masuk, path, ditolak=1)
    assert (item["sama"], item["dibaca"]) == (5, 6)
    assert ("N2", "laporan tw4.xlsx", at + 3) in kendala(masuk)
    shown = masuk("kendala", "--kode", "N2").out
    assert "laporan tw4.xlsx" in shown
    assert BUDI.nip not in shown


def test_formulas_and_macros_are_read_as_values_and_never_run(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa("2025-01-08"))
    at = next(i for i, row in enumerate(rows) if "hasil_akhir" in row)
    rows[at + 2][rows[at].index("nama")] = '=HYPERLINK("http://jahat","BUDI")'
    rows[at + 3][rows[at].index("hasil_kerja")] = "=1+1"
    item = terima(masuk, taruh(tmp_path, "rumus.xlsm", workbook({"Sheet1": rows})), ditolak=1)
    assert item["dibaca"] == 6
    assert ("R4", "rumus.xlsm", at + 4) in kendala(masuk)


def test_windows_1252_with_semicolons(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa("2025-01-08"))
    at = next(i for i, row in enumerate(rows) if "hasil_akhir" in row)
    rows[at + 2][rows[at].index("nama")] = "BUDI SANTOSÖ – É"
    item = terima(masuk, taruh(tmp_path, "ansi.csv", teks(rows, ";").encode("cp1252")), ditolak=0)
    assert (item["dibaca"], item["berubah"]) == (6, 1)


def test_mixed_years(masuk: Perintah, tmp_path: Path) -> None:
    rows = rows_of(Desa("2025-01-08"))
    at = next(i for i, row in enumerate(rows) if "hasil_akhir" in row)
    rows[at + 3][rows[at].index("tahun_skp")] = "2023"
    terima(masuk, taruh(tmp_path, "dua tahun.csv", teks(rows)), ditolak=1)
    assert ("B1", "dua tahun.csv", at + 4) in kendala(masuk)
    told = masuk("kendala", "--kode", "B1").out
    assert "tahun" in told


@pytest.mark.parametrize("hari", ["2024-12-31", "31-12-2024", "31/12/2024", "31 Desember 2024"])
def test_dates_in_every_notation(masuk: Perintah, tmp_path: Path, hari: str) -> None:
    desa = Desa("2025-01-08")
    for row in desa.laporan_skp:
        row["periode_akhir"] = hari
    item = terima(masuk, taruh(tmp_path, "skp.csv", teks(lembar(desa.laporan_skp, judul("SKP", desa.hari)))), ditolak=0)
    assert item["dibaca"] == 6
    assert masuk("rekap", "--json").json["keadaan"]["selaras"] == 36


def test_an_impossible_date_is_told_with_its_row(masuk: Perintah, tmp_path: Path) -> None:
    desa = Desa("2025-01-08")
    desa.laporan_skp[1]["periode_akhir"] = "31-02-2024"
    rows = lembar(desa.laporan_skp, judul("SKP", desa.hari))
    terima(masuk, taruh(tmp_path, "skp.csv", teks(rows)), ditolak=1)
    assert ("B1", "skp.csv", 9) in kendala(masuk)
    assert "31-02-2024" in masuk("kendala", "--kode", "B1").out


def test_every_bad_row_of_a_file_is_told_and_the_good_ones_are_kept(masuk: Perintah, tmp_path: Path) -> None:
    desa = Desa("2025-01-08")
    desa.nilai_ek(BUDI, "4")["hasil_kerja"] = "Bagus"
    desa.nilai_ek(WATI, "4")["waktu_dinilai"] = "kapan-kapan"
    desa.nilai_ek(DEWI, "4")["nip"] = "123"
    desa.nilai_ek(EKO, "4")["hasil_akhir"] = "Butuh Perbaikan"
    desa.nilai_ek(EKO, "4")["hasil_kerja"] = "Dibawah Ekspektasi"
    item = terima(masuk, taruh(tmp_path, "tw4.csv", teks(rows_of(desa))), ditolak=3)
    assert (item["sama"], item["berubah"]) == (2, 1)
    found = {(kode, baris) for kode, berkas, baris in kendala(masuk) if berkas == "tw4.csv"}
    assert {("R4", 9), ("B1", 10), ("N1", 12)} <= found


def test_identifiers_are_whole_only_on_demand(masuk: Perintah, tmp_path: Path) -> None:
    desa = Desa("2025-01-08")
    desa.tanpa_ekinerja(BUDI, "4")
    taruh(tmp_path, "tw4.csv", teks(rows_of(desa)))
    masuk("impor", tmp_path / "tw4.csv")
    for words in (
        ["kendala"],
        ["kendala", "--rinci"],
        ["kendala", "--json"],
        ["riwayat", BUDI.nip],
        ["riwayat", BUDI.nip, "--json"],
        ["perubahan", "--sejak", "2025-01-06", "--rinci"],
        ["perubahan", "--sejak", "2025-01-06", "--json"],
        ["padan"],
        ["padan", "--json"],
        ["kecualikan", "--json"],
        ["rekap", "--nip", BUDI.nip],
        ["rekap", "--nip", BUDI.nip, "--json"],
    ):
        done = masuk(*words)
        assert done.kode in (0, 2), (words, done.err)
        assert BUDI.nip not in done.out + done.err, words
        assert BUDI.nik not in done.out + done.err, words
    assert BUDI.nip in masuk("kendala", "--rinci", "--tampilkan-identitas").out
    assert BUDI.nip in masuk("kendala", "--json", "--tampilkan-identitas").out


def test_a_large_csv_streams(masuk: Perintah, tmp_path: Path) -> None:
    row, names = nilai_ek(BUDI, "4"), list(nilai_ek(BUDI, "4"))
    path = tmp_path / "besar.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(judul("Penilaian SKP Periode Triwulan 4", "2025-01-08"))
        writer.writerow(names)
        line = [row[name] for name in names]
        writer.writerows(line for _ in range(6_000))
    done = masuk("impor", path, "--terima-pengurangan", "--json")
    assert done.kode == 0, done.err
    (item,) = done.json["impor"]
    assert (item["dibaca"], item["kembar"], item["sama"]) == (6_000, 5_999, 1)
