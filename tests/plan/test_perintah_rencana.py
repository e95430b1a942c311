"""`selaras rencana` and `selaras setujui` from the outside, over the built-in e-Kinerja."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import python_calamine

from jobs.desa import BUDI, DEWI, SARI, TONO, WATI, Desa
from jobs.perintah import Perintah
from jobs.ruang import Ruang

HANYA_BACA = "Tidak ada yang dikirim ke BKN. Selaras hanya membaca."


@pytest.fixture
def tulis(ruang: Ruang) -> Ruang:
    """Budi is unknown to e-Kinerja, Dewi's TW4 is missing, Wati's TW4 differs; e-Kinerja can be written."""
    ruang.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
    desa = Desa()
    for rows in (desa.pmm["pegawai"], desa.dapodik, desa.siasn):
        desa.pilih(rows, BUDI)["nama"] = '=HYPERLINK("http://x")'
    desa.tanpa_ekinerja(BUDI)
    desa.tanpa_ekinerja(DEWI, "4")
    desa.nilai_ek(WATI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    ruang.db.commit()
    ruang.kerjakan(desa)
    return ruang


def test_on_a_folder_that_is_only_read_it_says_so_first_and_last(perintah: Perintah, ruang: Ruang) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    ruang.kerjakan(desa)
    shown = perintah("rencana")
    lines = shown.out.strip().splitlines()
    assert (shown.kode, lines[0], lines[-1]) == (2, HANYA_BACA, HANYA_BACA)
    assert "selaras tindak-lanjut" in shown.out
    assert perintah("rencana", "--json").json["hanya_baca"] is True
    assert HANYA_BACA in perintah("setujui").out
    assert ruang.angka("SELECT count(*) FROM plan") == 0


def test_nothing_is_ready_before_somebody_approved(perintah: Perintah, tulis: Ruang) -> None:
    shown = perintah("rencana")
    assert shown.kode == 2
    assert "Tidak ada yang perlu dikirim." in shown.out
    assert "Menunggu persetujuan" in shown.out
    listed = perintah("setujui", "--json").json["menunggu"]
    assert {(x["nama"], x["apa"], x["kode"], x["untuk"]) for x in listed if x["nama"] == DEWI.nama} == {
        (DEWI.nama, "TW4", "M2", "kepala sekolah")
    }
    assert {x["kode"] for x in listed} == {"M2", "D1"}
    assert not any(o.nip in shown.out for o in (BUDI, DEWI, WATI))


def test_what_was_approved_is_planned_shown_and_written(perintah: Perintah, tulis: Ruang, tmp_path: Path) -> None:
    assert perintah("setujui", "--biasa", "--sekolah", BUDI.sekolah.npsn).kode == 2
    shown = perintah("rencana", "--keluar", tmp_path / "keluar")
    assert shown.kode == 2
    assert "(kosong) → Baik" in shown.out
    assert "SDN 1 Desa" in shown.out
    files = {path.suffix: path for path in (tmp_path / "keluar").iterdir()}
    assert set(files) == {".json", ".md", ".xlsx"}
    assert all(BUDI.nip not in path.name for path in files.values())
    whole = json.loads(files[".json"].read_text(encoding="utf-8"))
    assert [x["apa"] for x in whole["operasi"]] == ["SKP", "TW1", "TW2", "TW3", "TW4", "Tahunan"]
    assert whole["rencana"]["jumlah"] == 6
    assert not any(o.nip in files[".json"].read_text(encoding="utf-8") for o in (BUDI, SARI))
    assert "HYPERLINK" in files[".md"].read_text(encoding="utf-8")
    book = python_calamine.CalamineWorkbook.from_path(str(files[".xlsx"]))
    rows = book.get_sheet_by_name("Operasi").to_python()
    assert len(rows) == 4 + 6
    assert rows[4][3] == '=HYPERLINK("http://x")'  # text: a formula would be read as its result
    assert BUDI.nip not in str(rows)
    again = perintah("rencana", "--lihat", "--json").json
    assert again["rencana"]["segel"] == whole["rencana"]["segel"]


def test_the_head_approves_by_number_and_the_acting_head_by_decree(perintah: Perintah, tulis: Ruang) -> None:
    words = ("setujui", "--nip", DEWI.nip, "--sebagai")
    refused = perintah(*words, "kepala", "--oleh", SARI.nip)
    assert refused.kode == 1
    assert "bukan isian sekolah ini" in refused.out
    assert "SK Plt. belum lengkap" in perintah(*words, "plt", "--oleh", "Pak A", "--sekolah", DEWI.sekolah.npsn).err
    assert "bukan kepala sekolah" in perintah(*words, "kepala", "--oleh", WATI.nip).err
    assert tulis.angka("SELECT count(*) FROM telaah") == 0
    done = perintah(*words, "kepala", "--oleh", TONO.nip)
    assert (done.kode, "1 isian disetujui." in done.out) == (2, True)
    assert tulis.satu("SELECT oleh, sebagai FROM telaah") == (TONO.nama, "kepala sekolah")


def test_returning_and_deciding_need_a_reason_and_somebody(perintah: Perintah, tulis: Ruang) -> None:
    assert perintah("setujui", "--nip", WATI.nip, "--pertahankan", " ").kode == 1
    assert perintah("setujui", "--kembalikan", "x").kode == 1
    assert perintah("setujui", "--nip", WATI.nip, "--semua", "--tarik", "x").kode == 1
    assert tulis.angka("SELECT count(*) FROM telaah") == 0
    done = perintah("setujui", "--nip", WATI.nip, "--pertahankan", "sesuai SK", "--json")
    assert done.json["jumlah"] == 1
    assert tulis.keadaan(WATI, "4") == ("dikecualikan", None)
    assert perintah("setujui", "--nip", WATI.nip, "--bawa-pmm", "setelah dicek", "--json").json["jumlah"] == 1
    assert tulis.keadaan(WATI, "4") == ("siap", "M1")
    assert perintah("setujui", "--nip", DEWI.nip, "--kembalikan", "belum diobservasi").kode == 2
    back = perintah("setujui", "--json").json["menunggu"]
    assert [x["dikembalikan"] for x in back if x["nama"] == DEWI.nama] == ["belum diobservasi"]


def test_a_list_of_people_is_approved_at_once(perintah: Perintah, tulis: Ruang, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text(f"nama;nip\nBudi;{BUDI.nip}\nDewi;{DEWI.nip}\n", encoding="utf-8")
    assert perintah("setujui", "--daftar", path, "--json").json["jumlah"] == 7
    path.write_text(f"{BUDI.nip}\n198001012006041999\n", encoding="utf-8")
    failed = perintah("setujui", "--daftar", path)
    assert failed.kode == 1
    assert "NIP ini tidak ada" in failed.err
    assert "198001012006041999" not in failed.err


def test_the_final_report_is_locked_and_reopened_from_the_command_line(perintah: Perintah, tulis: Ruang) -> None:
    npsn = DEWI.sekolah.npsn
    assert "belum selaras" in perintah("setujui", "--laporan-akhir", "--sekolah", npsn).err
    tulis.kerjakan(Desa("2025-01-07"), "laporan-nilai-4")
    assert "dikunci" in perintah("setujui", "--laporan-akhir", "--sekolah", npsn, "--oleh", "Bu Ani").out
    words = ("setujui", "--buka-laporan-akhir", "ada perbaikan", "--sekolah", npsn, "--oleh", "Bu Ani")
    assert "butuh alasan" in perintah(*words).err
    assert "orang lain" in perintah(*words, "--disetujui-oleh", "Bu Ani").err
    assert "dibuka lagi" in perintah(*words, "--disetujui-oleh", "Pak Kadis").out


def test_what_e_kinerja_holds_no_more_is_left_out_and_told(perintah: Perintah, tulis: Ruang) -> None:
    perintah("setujui", "--nip", WATI.nip, "--bawa-pmm", "dicek")
    shown = perintah("rencana", "--json").json  # the built-in e-Kinerja is empty: what was read there is gone
    assert shown["rencana"] is None
    assert "berubah sejak data dibaca" in shown["ditinggal"][0]["alasan"]
    assert "berubah sejak data dibaca" in perintah("rencana").out


def test_the_second_person_agrees_from_the_command_line_and_the_plan_stays(perintah: Perintah, tulis: Ruang) -> None:
    assert "Tidak ada rencana yang terbuka" in perintah("rencana", "--setujui-kedua", "x").err
    perintah("setujui", "--nip", DEWI.nip)
    number = perintah("rencana", "--json").json["rencana"]["nomor"]
    tulis.db.execute("UPDATE plan SET ambang = '{Banyak sekali.}'")
    tulis.db.commit()
    assert "baru dapat dikirim sesudah orang kedua" in perintah("rencana", "--lihat").out
    assert "orang lain" in perintah("rencana", "--setujui-kedua", "sesuai").err
    agreed = perintah("rencana", "--setujui-kedua", "sesuai", "--oleh", "Bu Rini")
    assert "Disetujui orang kedua: Bu Rini." in agreed.out
    assert perintah("rencana", "--json").json["rencana"]["nomor"] == number
