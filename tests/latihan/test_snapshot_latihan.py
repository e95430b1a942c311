"""Two days: on the tenth half have pressed, a few damages are mended, one finding is new."""

from __future__ import annotations

from latihan.bacaan import Folder
from selaras.latihan.district import District


def test_half_of_those_who_had_to_press_have_pressed(
    district: District, enam_januari: Folder, sepuluh_januari: Folder
) -> None:
    tekan = set(enam_januari.kode("S8"))
    sudah = {r["nip"] for r in sepuluh_januari.penilaian("4")} & tekan
    assert len(sudah) == (district.jumlah["tekan"] + 1) // 2
    assert sorted(sudah) == sepuluh_januari.kunci["selesai"]["S8"]


def test_the_key_names_what_was_mended_and_what_is_new(enam_januari: Folder, sepuluh_januari: Folder) -> None:
    selesai, baru = sepuluh_januari.kunci["selesai"], sepuluh_januari.kunci["baru"]
    assert {k: len(v) for k, v in selesai.items() if k != "S8"} == {
        "A1": 1,
        "D1": 1,
        "R2": 1,
        "S3": 4,
        "S9": 1,
        "U4": 1,
    }
    assert {k: len(v) for k, v in baru.items()} == {"X1": 1}
    for kode, siapa in selesai.items():
        assert set(siapa) <= set(enam_januari.kode(kode))
        assert not set(siapa) & set(sepuluh_januari.kode(kode))


def test_whoever_was_mended_is_equal_on_both_sides(sepuluh_januari: Folder) -> None:
    sudah = {n for semua in sepuluh_januari.kunci["selesai"].values() for n in semua}
    for tw in "1234T":
        kirim = {
            r["nip"]: (r["predikat"], r["nip_penilai"])
            for r in sepuluh_januari.pmm("penilaian")
            if (r["angka_periodik"] or "T") == tw and r["status"] == "terkirim"
        }
        sana = {r["nip"]: (r["hasil_akhir"], r["pegawai_atasan_nip"]) for r in sepuluh_januari.penilaian(tw)}
        assert {n: kirim[n] for n in sudah} == {n: sana[n] for n in sudah}


def test_the_first_day_has_nothing_solved_or_new(enam_januari: Folder) -> None:
    assert enam_januari.kunci["selesai"] == enam_januari.kunci["baru"] == {}


def test_the_pmm_side_of_everybody_else_stays_as_it_was(enam_januari: Folder, sepuluh_januari: Folder) -> None:
    beda = [
        lama["nip"] for lama, baru in zip(enam_januari.pmm("penilaian"), sepuluh_januari.pmm("penilaian"), strict=True)
        if lama != baru
    ]  # fmt: skip
    assert beda == sepuluh_januari.kunci["selesai"]["R2"]
