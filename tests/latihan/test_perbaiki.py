"""selaras latihan --perbaiki: each kind of damage is there, is mended where it lies, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from jobs.perintah import Perintah
from latihan.rehearsal_folder import district, keadaan, perbaiki, rehearsal, satu, temuan
from selaras.jobs import transfer
from selaras.jobs.folder import Folder, run
from selaras.latihan.kunci import kunci
from selaras.latihan.perbaikan import PERBAIKAN
from selaras.organisasi.selectors import instansi_get

D = district("bawaan")
DECIDED = {"D1", "X1"}  # the data stay as they are
KODE = sorted(kode for kode in PERBAIKAN if D.rusak(kode))


@pytest.fixture
def folder(server: str, tmp_path: Path) -> Iterator[Perintah]:
    with rehearsal(server, "bawaan", tmp_path) as perintah:
        yield perintah


@pytest.fixture
def laporan(server: str, tmp_path: Path) -> Iterator[Perintah]:
    with rehearsal(server, "laporan", tmp_path) as perintah:
        yield perintah


def boleh() -> set[tuple[str, str]]:
    """What the key asks for or allows; of a disputed NIP both owners are found."""
    key = kunci(D, D.hari)
    both = {("N5", nip) for nip in key["catatan"]["N5_nip_milik_orang_kedua"].values()}  # type: ignore[index]
    return both | {(k, who) for part in ("kendala", "akibat") for k, all_ in key[part].items() for who in all_}  # type: ignore[attr-defined]


def test_every_damage_of_the_key_is_found_and_no_other(folder: Perintah) -> None:
    found, key = temuan(folder), kunci(D, D.hari)["kendala"]
    asked: dict[str, set[str]] = {k: set(v) for k, v in key.items() if k not in ("S7", "S8")}  # type: ignore[attr-defined]
    assert {k: sorted(who - found.get(k, set())) for k, who in asked.items()} == {k: [] for k in asked}
    assert {(k, who) for k, all_ in found.items() for who in all_} <= boleh()
    assert satu(folder, "SELECT target || hanya_baca FROM instansi") == "ekinerja_builtinfalse"


@pytest.mark.parametrize("kode", [kode for kode in KODE if kode not in DECIDED])
def test_a_mended_damage_is_found_no_more_and_every_other_as_before(folder: Perintah, kode: str) -> None:
    before = temuan(folder)
    assert before[kode]
    assert perbaiki(folder, kode) == [kode]
    after = temuan(folder)
    assert not after.get(kode, set()) & set(kunci(D, D.hari)["kendala"][kode])  # type: ignore[index]
    assert kode == "S1" or kode not in after  # S1 also follows from T1, N5 and S4
    # whoever could not begin (T1, a second owner of a NIP, a head without SKP) has his SKP now: no S1 of his own left
    mine = before[kode] | ({"S1"} if kode in ("T1", "S4", "N5") else set())
    lost = {(k, who) for k in before for who in before[k] - after.get(k, set()) if k != kode}
    assert all(k in mine for k, _ in lost)
    assert {(k, who) for k in after for who in after[k] - before.get(k, set())} == set()


def test_the_value_of_pmm_is_confirmed_by_the_head_and_ready_to_be_carried(folder: Perintah) -> None:
    differing = temuan(folder)["D1"]
    assert keadaan(folder)["berbeda"] == len(differing) == 2
    perbaiki(folder, "D1")
    assert temuan(folder)["D1"] == differing  # e-Kinerja still holds the other value
    assert (keadaan(folder).get("berbeda", 0), keadaan(folder)["siap"]) == (0, len(differing))
    assert satu(folder, "SELECT array_agg(DISTINCT putusan || sebagai) FROM telaah") == ["3kepala sekolah"]


def test_a_leaver_is_confirmed_and_no_longer_counted(folder: Perintah) -> None:
    before = keadaan(folder)
    perbaiki(folder, "X1")
    gone = keadaan(folder)["dikecualikan"] - before["dikecualikan"]
    assert gone == 6  # the SKP and five ratings
    assert satu(folder, "SELECT array_agg(kode || ': ' || alasan) FROM pengecualian") == [
        "X1: Pensiun, dipastikan kepala sekolah (latihan)."
    ]


def test_with_everything_mended_nothing_is_held_up(folder: Perintah) -> None:
    assert perbaiki(folder, *KODE) == KODE
    assert set(temuan(folder)) == {"D1", "S6"}
    assert set(keadaan(folder)) == {"selaras", "siap", "menunggu", "dikecualikan"}
    assert satu(folder, "SELECT array_agg(DISTINCT kode) FROM entry e JOIN code c ON c.id = e.code") == ["M1", "M2"]


def test_what_is_mended_approved_planned_and_sent_is_selaras_and_the_evidence_says_so(folder: Perintah) -> None:
    perbaiki(folder, *KODE)
    folder("setujui", "--semua")
    assert set(keadaan(folder)) == {"selaras", "siap", "dikecualikan"}
    ready = keadaan(folder)["siap"]
    folder("rencana")
    assert satu(folder, "SELECT n FROM plan") == ready
    if satu(folder, "SELECT ambang <> '{}' FROM plan"):
        folder("rencana", "--setujui-kedua", "Memang sebanyak ini (latihan).", "--oleh", "orang kedua")
    with psycopg.connect(folder.dsn) as connection:
        room = Folder(connection, instansi_get(connection))
        with run(room, "kirim") as number:
            sent = transfer.kirim(room, plan=1, run=number)
            again = transfer.observe(room, tahun=2024, run=number)
    assert (sent.berhenti, sent.ditutup, sent.verified.beda) == (None, True, 0)
    assert set(keadaan(folder)) == {"selaras", "dikecualikan"}
    assert satu(folder, "SELECT count(*) FROM evidence WHERE cocok AND telaah_id IS NOT NULL") == ready
    assert satu(folder, "SELECT count(DISTINCT kunci) FROM ek_log WHERE hasil = 'diterima'") == ready
    assert set(temuan(folder)) == {"S6"}
    told = "SELECT bool_and(berkas ~ '^(e-Kinerja bawaan|Baca ulang)') FROM batch WHERE side = 2"
    assert satu(folder, told) is True  # the built-in e-Kinerja spoke for itself, by no file
    # A row that was read alone is the row of the report: reading everything once more changes nothing.
    assert sum(item.counts.new + item.counts.changed for item in again) == 0


def test_mending_twice_changes_nothing(folder: Perintah) -> None:
    assert perbaiki(folder, "U1") == ["U1"]
    books = "SELECT (SELECT max(id) FROM batch), (SELECT sum(versi) FROM ek_skp), (SELECT count(*) FROM run)"
    before = satu(folder, books)
    assert perbaiki(folder, "U1") == []
    assert satu(folder, books) == before


def test_several_codes_at_once_are_the_same_as_one_after_the_other(
    folder: Perintah, server: str, tmp_path: Path
) -> None:
    perbaiki(folder, "U3", "A1", "N3")
    with rehearsal(server, "bawaan", tmp_path / "lain") as other:
        for kode in ("N3", "U3", "A1"):
            perbaiki(other, kode)
        assert (temuan(other), keadaan(other)) == (temuan(folder), keadaan(folder))


@pytest.mark.parametrize("rusak", ["P1", "P2", "P4", "P5"])
def test_a_broken_period_is_mended_in_manajemen_periode(server: str, tmp_path: Path, rusak: str) -> None:
    with rehearsal(server, "bawaan", tmp_path, "--periode-rusak", rusak) as folder:
        assert rusak in temuan(folder)
        assert perbaiki(folder, rusak) == [rusak]
        assert not {k for k in temuan(folder) if k.startswith("P")}


def test_a_period_that_the_tables_refuse_is_said(perintah: Perintah) -> None:
    done = perintah("latihan", "--sekolah", 4, "--guru", 24, "--bersih", "--sasaran", "bawaan", "--periode-rusak", "P3")
    assert done.kode == 0, done.err
    assert "P3 tidak terjadi di sini" in done.out
    assert temuan(perintah) == {}
    assert set(keadaan(perintah)) == {"selaras"}


def test_in_a_folder_of_reports_whoever_was_mended_has_pressed(laporan: Perintah) -> None:
    codes = [k for k in sorted(PERBAIKAN) if district("laporan").rusak(k)]
    assert perbaiki(laporan, *codes) == codes
    assert set(temuan(laporan)) == {"L0", "S6"}  # the log goes on saying what it said
    assert set(keadaan(laporan)) == {"selaras", "siap", "dikecualikan"}
    assert satu(laporan, "SELECT target || hanya_baca FROM instansi") == "ekinerja_laporantrue"


def test_loading_again_changes_nothing(folder: Perintah) -> None:
    entries = "SELECT json_agg(row(orang_id, kind, slot, keadaan, code) ORDER BY orang_id, kind, slot)::text FROM entry"
    before = satu(folder, entries), satu(folder, "SELECT sum(versi) FROM ek_skp"), keadaan(folder)
    again = folder("latihan", "--sekolah", 10, "--guru", 130, "--seed", 3, "--sasaran", "bawaan")
    assert again.kode == 0, again.err
    assert (satu(folder, entries), satu(folder, "SELECT sum(versi) FROM ek_skp"), keadaan(folder)) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--perbaiki", "S8"), "S8 bukan kerusakan"),
        (("--perbaiki", "Z9"), "Kode Z9 tidak dikenal"),
        (("--perbaiki", "U1", "--guru", "130"), "tidak memakai --guru"),
        (("--sekolah", "11", "--guru", "130", "--sasaran", "bawaan"), "sudah berisi daerah latihan lain"),
        (("--sekolah", "10", "--guru", "130", "--seed", "3"), "sudah berisi daerah latihan lain"),
    ],
)
def test_it_says_what_it_will_not_do(folder: Perintah, words: tuple[str, ...], sentence: str) -> None:
    runs = satu(folder, "SELECT count(*) FROM run")
    done = folder("latihan", *words)
    assert (done.kode, done.out) == (1, "")
    assert sentence in done.err
    assert satu(folder, "SELECT count(*) FROM run") == runs


def test_it_does_not_mix_reports_and_the_built_in_application(laporan: Perintah) -> None:
    satu(laporan, "UPDATE instansi SET pengaturan = '{}' RETURNING id")
    done = laporan("latihan", "--sekolah", 10, "--guru", 130, "--seed", 3, "--sasaran", "bawaan")
    assert done.kode == 1
    assert "sudah berisi laporan" in done.err
    assert satu(laporan, "SELECT target FROM instansi") == "ekinerja_laporan"


def test_it_mends_no_folder_that_rehearses_nothing(perintah: Perintah) -> None:
    done = perintah("latihan", "--perbaiki", "semua")
    assert done.kode == 1
    assert "tidak berisi daerah latihan" in done.err
