"""The WhatsApp texts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from documents.alat import NOMOR
from documents.pemeran import KATA_NILAI, kabupaten, kendala, posisi, sekolah
from selaras.documents.tindak_lanjut import templat, wa
from selaras.galat import Stop


def menurut(p, nama: str) -> list[str]:
    return [x.isi for x in wa.pesan(p) if x.templat == nama]


def test_it_knows_the_six_templates() -> None:
    assert list(templat.semua()) == ["KS-1", "KS-2", "GURU-1", "OP-1", "DINAS-1", "GRUP-1"]


@pytest.mark.parametrize("latihan", [True, False])
def test_it_is_short_and_shows_no_number_no_rating_and_no_hole(latihan: bool) -> None:
    for pesan in wa.pesan(kabupaten(latihan=latihan)):
        assert len(pesan.isi) < 900
        assert not NOMOR.search(pesan.isi)
        assert not re.search(r"[{}]|None|  |\(\)", pesan.isi)
        assert not [k for k in (*KATA_NILAI, "redikat") if k in pesan.isi]
        assert ("LATIHAN" in pesan.isi) is latihan


def test_it_sends_one_message_to_each_head_who_can_do_something() -> None:
    kepala = [(x.npsn, x.templat) for x in wa.pesan(kabupaten()) if x.kepada == "Kepala sekolah"]
    assert kepala == [("20900001", "KS-1"), ("20900003", "KS-2")]


def test_it_writes_nothing_to_a_school_that_only_waits_or_is_done() -> None:
    p = posisi(kendala("U1"), kendala("S7", 1), sekolah=(sekolah(), sekolah("20900004", 14, 14)))
    assert {x.templat for x in wa.pesan(p)} == {"DINAS-1", "GRUP-1"}


def test_it_counts_the_steps_that_do_not_fit() -> None:
    (isi,) = menurut(kabupaten(latihan=True), "KS-1")
    tampil = re.findall(r"^\d\. ", isi, re.MULTILINE)
    lebih = int(re.search(r"dan (\d+) langkah lagi", isi)[1])
    assert len(tampil) + lebih == 8


def test_it_asks_the_head_to_pass_on_what_only_teachers_can_do() -> None:
    (isi,) = menurut(posisi(kendala("S7", 1), kendala("S7", 2)), "KS-1")
    assert "1. Teruskan ke guru: e-Kinerja > SKP > tekan Sinkron PMM / Ruang GTK (2 guru)" in isi
    assert "Mohon selesai sebelum" not in isi  # no deadline was set
    assert "sedang diurus" not in isi
    assert "20900001-sd-negeri-1-sukamaju.pdf" in isi


def test_it_tells_teachers_to_press_only_where_the_head_has_sent_everything() -> None:
    siap = kendala("S8", 1, periode=("TW3", "TW4"))
    assert "untuk TW3, TW4." in menurut(posisi(siap), "GURU-1")[0]
    assert "untuk TW3." in menurut(posisi(siap, kendala("R1", 2, periode=("TW4",))), "GURU-1")[0]
    assert menurut(posisi(siap, kendala("R2", 2, periode=("TW3", "TW4"))), "GURU-1") == []


def test_it_points_the_operator_to_the_sheet_that_stays_off_whatsapp() -> None:
    (isi,) = menurut(posisi(kendala("N3", 1), kendala("N1", 2, nip=None), kendala("T1", 3)), "OP-1")
    assert "Ada 2 NIP" in isi
    assert "operator.xlsx, NPSN 20900001" in isi


@pytest.mark.parametrize(("sekolah_u1", "top"), [(3, None), (12, 12 * 13 // 2 - 3 + 20)])
def test_it_speaks_of_the_top_ten_only_when_there_are_more(sekolah_u1: int, top: int | None) -> None:
    isi = [kendala("U1", npsn=f"2090{n:04d}", membuka_jalan_bagi=n + 2) for n in range(sekolah_u1)]
    (teks,) = menurut(posisi(*isi), "DINAS-1")
    assert f"{sekolah_u1} sekolah belum padan" in teks
    assert ("Sepuluh sekolah" in teks) is (top is not None)
    if top:
        assert f"membuka jalan bagi {sum(range(4, 14))} guru" in teks


def test_it_tells_the_group_only_numbers() -> None:
    (teks,) = menurut(kabupaten(), "GRUP-1")
    assert "25% guru selesai (+8 guru sejak 6 Januari 2025). Kecamatan selesai semua: Cikole." in teks
    (pertama,) = menurut(posisi(), "GRUP-1")
    assert pertama.startswith("Posisi 10 Januari 2025: 40% guru selesai. Rincian")


def test_it_rounds_nobody_up_to_all_done() -> None:
    assert ": 99% guru" in menurut(posisi(guru=1000, selesai=999), "GRUP-1")[0]


def test_it_stays_short_with_a_name_without_end() -> None:
    panjang = "Sekolah " * 100
    isi = [kendala(k, n) for n, k in enumerate(("R1", "R2", "S2", "N7", "X1", "D1", "S7", "S8", "S1"), 1)]
    p = posisi(*isi, kendala("N6", 30), sekolah=(sekolah(nama=panjang),), instansi=panjang, latihan=True)
    assert max(len(x.isi) for x in wa.pesan(p)) < 900
    assert all("…" in x for x in menurut(p, "KS-1"))


def test_it_refuses_a_template_that_asks_for_something_unknown() -> None:
    with pytest.raises(Stop, match="periode"):
        templat.isi("GURU-1", {})


def test_it_writes_one_file_per_message(tmp_path: Path) -> None:
    p = kabupaten()
    hasil = wa.tulis(p, tmp_path)
    assert len(set(hasil)) == len(wa.pesan(p))
    assert (tmp_path / "20900003-sd-negeri-3-mekar-ks-2.txt").read_text(encoding="utf-8").startswith("Yth.")
