"""Exit codes: 0 nothing left, 2 rows remain, 1 an error, 3 the books do not balance; --json prints JSON only."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from jobs.desa import BUDI, DEWI, SATU, Desa
from jobs.perintah import Perintah


@pytest.fixture
def whole(perintah: Perintah, tmp_path: Path) -> Perintah:
    perintah("impor", Desa().tulis(tmp_path / "unduhan"), "--tahun", 2024)
    return perintah


@pytest.fixture
def kurang(perintah: Perintah, tmp_path: Path) -> Perintah:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    perintah("impor", desa.tulis(tmp_path / "unduhan"), "--tahun", 2024)
    return perintah


def test_an_untouched_folder_is_an_error_and_not_unbalanced(perintah: Perintah) -> None:
    done = perintah("rekap", "--json")
    assert done.kode == 1
    assert done.json["seimbang"] is None
    assert done.json["total"] == 0
    assert perintah("rekap").kode == 1


@pytest.mark.parametrize(
    "words", [["kendala"], ["perubahan", "--sejak", "2025-01-06"], ["riwayat", BUDI.nip], ["padan"], ["tindak-lanjut"]]
)
def test_an_untouched_folder_says_what_to_do_first(perintah: Perintah, words: list[str]) -> None:
    done = perintah(*words)
    assert done.kode == 1
    assert "selaras" in done.err
    assert perintah.galat() == ""


def test_nothing_left_is_zero(whole: Perintah) -> None:
    for words in (
        ["rekap"],
        ["rekap", "--json"],
        ["kendala"],
        ["kendala", "--json"],
        ["rekap", "--sekolah", SATU.npsn],
    ):
        assert whole(*words).kode == 0, words


def test_rows_that_remain_are_two(kurang: Perintah) -> None:
    for words in (["rekap"], ["rekap", "--json"], ["kendala"], ["kendala", "--json"], ["rekap", "--nip", BUDI.nip]):
        assert kurang(*words).kode == 2, words
    assert kurang("rekap", "--nip", DEWI.nip).kode == 0
    assert kurang("rekap", "--sekolah", SATU.npsn, "--json").json["keadaan"]["siap"] == 1


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM baris",
        "UPDATE entry SET keadaan = 9 WHERE id = (SELECT min(id) FROM entry)",
        "UPDATE entry SET keadaan = 4, code = NULL WHERE id = (SELECT min(id) FROM entry)",
        "UPDATE batch SET closed_at = NULL WHERE id = (SELECT min(id) FROM batch)",
    ],
)
def test_tampered_books_are_three(perintah: Perintah, tmp_path: Path, harm: str) -> None:
    desa = Desa()
    desa.nilai_ek(BUDI, "4")["hasil_kerja"] = "Bagus"
    perintah("impor", desa.tulis(tmp_path / "unduhan"), "--tahun", 2024)
    with psycopg.connect(perintah.dsn) as db:
        db.execute(harm.encode())
    done = perintah("rekap", "--json")
    assert done.kode == 3
    assert done.json["seimbang"] is False
    told = perintah("rekap")
    assert told.kode == 3
    assert "TIDAK SEIMBANG" in told.out


def test_the_constraint_itself_can_not_be_tampered_with(whole: Perintah) -> None:
    with psycopg.connect(whole.dsn) as db, pytest.raises(psycopg.errors.CheckViolation):
        db.execute("UPDATE batch SET n_read = n_read + 1")


@pytest.mark.parametrize(
    "words",
    [
        ["rekap", "--sekolah", "20279999"],
        ["rekap", "--nip", "199901012022031999"],
        ["kendala", "--tahun", "1999"],
        ["perubahan", "--sejak", "kemarin"],
        ["riwayat", "123"],
        ["padan", "putuskan", "1"],
        ["padan", "unor", "--tetapkan", "x", "20271001"],
        ["kecualikan", "--nip", BUDI.nip],
        ["kecualikan", "--cabut", "77"],
        ["impor"],
        ["tidak-ada"],
        ["impor", ".", "--jenis", "entah"],
    ],
)
def test_a_wrong_word_is_one_sentence_and_one(whole: Perintah, words: list[str]) -> None:
    done = whole(*words)
    assert done.kode == 1, done.out
    assert done.err.strip()
    assert done.out == ""
    assert BUDI.nip not in done.err
    assert whole.galat() == ""


def test_the_rekap_has_the_shape_of_the_contract(kurang: Perintah) -> None:
    told = kurang("rekap", "--json").json
    assert set(told) >= {"cakupan", "data_per", "total", "keadaan", "dicatat_saja", "masuk", "seimbang"}
    assert list(told["keadaan"]) == [
        "selaras",
        "siap",
        "menunggu",
        "terblokir",
        "berbeda",
        "ditolak",
        "belum_pasti",
        "dikecualikan",
    ]
    assert told["data_per"] == "2025-01-06"
    assert told["masuk"].keys() == {"dibaca", "ditolak"}
    assert told["total"] == 36
    assert told["seimbang"] is True


def test_a_finding_has_the_shape_of_the_contract(kurang: Perintah) -> None:
    (one,) = kurang("kendala", "--json").json["kendala"]
    keys = {"kode", "nip", "nama", "npsn", "berkas", "baris", "keadaan", "penanggung_jawab", "membuka_jalan_bagi"}
    assert keys <= set(one)
    assert (one["kode"], one["keadaan"], one["npsn"], one["periode"]) == ("S8", "siap", SATU.npsn, ["TW4"])


def test_findings_are_filtered_by_code_owner_and_school(kurang: Perintah) -> None:
    assert kurang("kendala", "--kode", "U1", "--json").json["kendala"] == []
    assert len(kurang("kendala", "--kode", "s8", "--json").json["kendala"]) == 1
    assert len(kurang("kendala", "--pemilik", "guru", "--json").json["kendala"]) == 1
    assert kurang("kendala", "--pemilik", "pak camat", "--json").json["kendala"] == []
    assert kurang("kendala", "--sekolah", DEWI.sekolah.npsn, "--json").json["kendala"] == []


def test_somebody_is_taken_out_and_back_in(kurang: Perintah) -> None:
    done = kurang("kecualikan", "--nip", BUDI.nip, "--alasan", "tugas belajar", "--mulai", "2024-01-01", "--json")
    assert done.kode == 0, done.err
    (row,) = done.json["pengecualian"]
    assert kurang("rekap").kode == 0
    assert kurang("rekap", "--json").json["keadaan"]["dikecualikan"] == 6
    assert kurang("kecualikan", "--cabut", row["nomor"]).kode == 0
    assert kurang("rekap").kode == 2


def test_a_whole_list_is_taken_out_or_nobody(kurang: Perintah, tmp_path: Path) -> None:
    good = tmp_path / "daftar.csv"
    good.write_text(
        f"nip;kode;alasan;mulai;sampai\n{BUDI.nip};X1;pensiun;2024-01-01;\n{DEWI.nip};X3;CLTN;2024-01-01;2025-12-31\n"
    )
    bad = tmp_path / "salah.csv"
    bad.write_text(good.read_text() + "12;X9;;kapan;\n")
    done = kurang("kecualikan", "--daftar", bad)
    assert done.kode == 1
    assert "salah.csv" in done.err
    assert "baris 4" in done.err
    assert kurang("rekap", "--json").json["keadaan"]["dikecualikan"] == 0
    assert kurang("kecualikan", "--daftar", good).kode == 0
    assert kurang("rekap", "--json").json["keadaan"]["dikecualikan"] == 12


def test_the_whole_job_says_first_and_last_that_nothing_is_sent(perintah: Perintah, tmp_path: Path) -> None:
    done = perintah("kerjakan", Desa().tulis(tmp_path / "unduhan"), "--tahun", 2024, "--keluar", tmp_path / "keluar")
    assert done.kode == 0, done.err
    lines = [line for line in done.out.splitlines() if line.strip()]
    assert lines[0] == lines[-1] == "Tidak ada yang dikirim ke BKN. Selaras hanya membaca."
    assert (tmp_path / "keluar" / "tindak-lanjut.xlsx").exists()


def test_it_says_what_is_missing_and_how_old_the_data_are(perintah: Perintah, tmp_path: Path) -> None:
    perintah.hari = "2025-01-09"
    folder = Desa().tulis(
        tmp_path / "unduhan", "pegawai", "skp", "penilaian", "laporan-skp", "laporan-nilai-1", "siasn", "periode"
    )
    done = perintah("impor", folder, "--tahun", 2024)
    assert done.kode == 0, done.err
    last = done.out.strip().splitlines()[-1]
    assert last == (
        "belum ada: laporan penilaian TW2, TW3, TW4, Tahunan; daftar guru Dapodik; peta UNOR; "
        "data ditarik 6 Januari 2025, 3 hari lalu"
    )


def test_history_shows_both_sides_with_file_and_row(kurang: Perintah) -> None:
    told = kurang("riwayat", BUDI.nip, "--json").json
    sides = {(row["sisi"], row["berkas"], row["baris"]) for row in told["riwayat"]["catatan"]}
    assert ("PMM", "penilaian.csv", 7) in sides
    assert ("e-Kinerja", "laporan-nilai-1.csv", 9) in sides
    assert {a["sistem"] for a in told["riwayat"]["akun"]} == {"PMM", "e-Kinerja", "Dapodik", "SIASN"}
    assert [k["kode"] for k in told["kendala"]] == ["S8"]
