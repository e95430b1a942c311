"""What a teacher reads and says: one step, the five steps, a pasted message, a report; and who else may look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from django.core import signing

from jobs.desa import BUDI, DEWI, EKO, SARI, TONO, WATI, Orang
from portal.conftest import Situs, kirim
from portal.guru.rusak import NIP_LAMA, desa_rusak, rusakkan
from selaras.accounts.roles import Jenis
from selaras.monitoring.posisi import Kendala
from selaras.portal.kartu import kartu

PAGES = ("", "langkah/", "riwayat/", "bukti/")


@pytest.fixture(scope="module")
def sekolah(situs: Situs) -> Situs:
    rusakkan(situs)
    situs.beri(TONO, Jenis.OPERATOR)
    return situs


@pytest.fixture(scope="module")
def budi(sekolah: Situs) -> Iterator[httpx.Client]:
    with closing(sekolah.masuk(BUDI)) as client:
        yield client


@pytest.fixture(scope="module")
def sari(sekolah: Situs) -> Iterator[httpx.Client]:
    with closing(sekolah.masuk(SARI)) as client:
        yield client


def kendala(kode: str, *, kepala: bool = False) -> Kendala:
    return Kendala(kode, "Judul", "Sebab.", "Langkah.", "", "", "", "menunggu", "orang", 0, kepala=kepala)


def test_the_card_says_in_plain_words_for_whose_yes_a_person_waits() -> None:
    guru, kepala = (kartu([kendala("M2", kepala=one)], lengkap=False, sapaan="Ibu") for one in (False, True))
    assert (guru.judul, guru.pengurus) == ("Menunggu persetujuan kepala sekolah", "Kepala sekolah")
    assert (kepala.judul, kepala.pengurus) == ("Menunggu persetujuan admin instansi", "Admin instansi")
    assert kartu([kendala("M1")], lengkap=False).judul == "Sudah disetujui, menunggu dikirim"
    back = kartu([kendala("M3")], lengkap=False)
    assert (back.judul, back.sebab) == ("Dikembalikan untuk diperbaiki", "Sebab.")


@pytest.fixture(autouse=True)
def _bersih(situs: Situs) -> Iterator[None]:
    yield
    situs.db.execute("DELETE FROM pernyataan")
    situs.db.commit()


def kata(situs: Situs, o: Orang) -> list[tuple[str, str | None, str | None]]:
    found = situs.db.execute(
        "SELECT apa, kode, isi FROM pernyataan WHERE orang_id = %s ORDER BY id", (situs.orang(o),)
    ).fetchall()
    situs.db.commit()
    return found


def tanda(situs: Situs, o: Orang) -> str:
    """Sign the name of a person as the pages do, with the secret of their folder."""
    key = (situs.folder / "kunci-sesi").read_text(encoding="ascii")
    signer = signing.TimestampSigner(key=key, fallback_keys=[], salt="selaras.alamat.orang")
    return str(signer.sign_object(situs.orang(o)))


def test_the_card_names_the_one_step_with_the_real_button(budi: httpx.Client) -> None:
    text = budi.get("/saya/").text
    assert "Tinggal 1 langkah: tekan Sinkro Penilaian TW3, TW4" in text
    assert "Sinkro Penilaian PMM / Ruang GTK" in text
    assert "Sudah saya tekan" in text


def test_whoever_waits_for_others_reads_that_it_is_not_his_fault(sekolah: Situs) -> None:
    with closing(sekolah.masuk(WATI)) as client:
        text = client.get("/").text
    assert re.search(r"Bukan salah (Ibu|Bapak)", text)
    assert "Operator sekolah" in text
    assert NIP_LAMA not in text
    assert WATI.nip not in text


def test_pressing_is_said_once_and_then_nobody_asks_until_a_later_report(sekolah: Situs, budi: httpx.Client) -> None:
    for _ in range(2):
        answer = kirim(budi, "/saya/nyatakan/ditekan/S8/", dari="/saya/")
        assert answer.status_code == 200
    assert kata(sekolah, BUDI) == [("ditekan", "S8", None)]
    text = budi.get("/saya/").text
    assert "tinggal menunggu" in text
    assert "sesudah laporan e-Kinerja berikutnya dibaca" in text
    assert "Sudah saya tekan" not in text
    assert "Yang masih menghalangi" not in text
    assert "menunggu laporan berikutnya" in text
    rusakkan(sekolah, desa_rusak("2025-01-08"))
    assert "Sudah saya tekan" in budi.get("/saya/").text


def test_a_schedule_names_the_day_of_confirmation(sekolah: Situs, budi: httpx.Client) -> None:
    keep = sekolah.db.execute("SELECT pengaturan FROM instansi").fetchone()
    sekolah.db.execute(
        """UPDATE instansi SET pengaturan = pengaturan || '{"jadwal": {"hidup": true, "jam": "02:00", "hari": [4],
        "tenang": null, "sejak": null}}'"""
    )
    sekolah.db.commit()
    try:
        assert "10 Januari 2025" in kirim(budi, "/saya/nyatakan/ditekan/S8/", dari="/saya/").text
    finally:
        assert keep
        sekolah.db.execute("UPDATE instansi SET pengaturan = pengaturan - 'jadwal'")
        sekolah.db.commit()


def test_data_are_called_right_with_one_button(sekolah: Situs, budi: httpx.Client) -> None:
    assert "menyatakan data ini benar" in kirim(budi, "/saya/nyatakan/benar/", dari="/saya/").text
    assert kata(sekolah, BUDI) == [("benar", None, None)]


@pytest.mark.parametrize(
    "path",
    ["suka/", "lapor/", "diajukan/", "ditekan/", "benar/S8/", "ditekan/ZZ9/", "ditekan/%27--/", "ditekan/%C3%A9/"],
)
def test_a_word_that_is_none_is_not_taken(sekolah: Situs, budi: httpx.Client, path: str) -> None:
    assert kirim(budi, f"/saya/nyatakan/{path}", dari="/saya/").status_code == 404
    assert kata(sekolah, BUDI) == []


def test_a_word_is_never_said_by_looking(sekolah: Situs, budi: httpx.Client) -> None:
    assert budi.get("/saya/nyatakan/benar/").status_code == 405
    assert budi.post("/saya/nyatakan/benar/").status_code == 403
    assert kata(sekolah, BUDI) == []


def test_nobody_signs_what_is_not_equal_and_whoever_is_done_may(sekolah: Situs, budi: httpx.Client) -> None:
    assert "Belum semua isian sama" in kirim(budi, "/saya/nyatakan/diverifikasi/", dari="/saya/").text
    assert kata(sekolah, BUDI) == []
    with closing(sekolah.masuk(DEWI)) as client:
        text = kirim(client, "/saya/nyatakan/diverifikasi/", dari="/saya/langkah/").text
        assert "Dicocokkan oleh yang bersangkutan" in text
        assert "Dicocokkan field demi field oleh yang bersangkutan" in client.get("/saya/bukti/").text
    assert kata(sekolah, DEWI) == [("diverifikasi", None, None)]


def test_a_report_is_kept_and_given_back_masked_to_whoever_can_mend_it(sekolah: Situs, budi: httpx.Client) -> None:
    answer = kirim(budi, "/saya/lapor/", tentang="nilai", isi=f"TW4 saya Sangat Baik, NIP {BUDI.nip}", kode="S8")
    assert answer.status_code == 200
    assert f"Yth. Kepala {BUDI.sekolah.nama}," in answer.text
    assert BUDI.nip not in answer.text
    ((apa, kode, isi),) = kata(sekolah, BUDI)
    assert (apa, kode) == ("lapor", "S8")
    assert isi
    assert BUDI.nip not in isi
    other = kirim(budi, "/saya/lapor/", tentang="unit", isi="Unit kerja lama", kode="<b>").text
    assert "Admin kepegawaian (BKPSDM)" in other
    assert kata(sekolah, BUDI)[-1][1] is None


@pytest.mark.parametrize(
    ("tentang", "isi"),
    [("nilai", ""), ("nilai", "   "), ("entah", "x"), ("", "x"), ("nilai", "x" * 1501), ("nilai", "a\x00b")],
)
def test_a_report_without_sense_is_refused_beside_the_field_and_kept_as_typed(
    sekolah: Situs, budi: httpx.Client, tentang: str, isi: str
) -> None:
    answer = kirim(budi, "/saya/lapor/", tentang=tentang, isi=isi)
    assert answer.status_code == 422
    assert "Ada isian yang perlu diperbaiki" in answer.text
    assert isi.strip()[:20].replace("\x00", "") in answer.text.replace("\x00", "")
    assert kata(sekolah, BUDI) == []


def test_a_message_is_explained_by_what_the_data_show(sekolah: Situs) -> None:
    with closing(sekolah.masuk(WATI)) as client:
        text = kirim(client, "/saya/pesan/", pesan="  TOMBOL sinkron PMM tidak muncul di e-kinerja!! </div>").text
    assert "Ini yang terlihat di data sekarang" in text
    assert "NIP di Dapodik dan di e-Kinerja berbeda" in text


def test_a_message_that_nothing_in_the_data_explains_lists_its_causes(budi: httpx.Client) -> None:
    text = kirim(budi, "/saya/pesan/", pesan="Data SKP Organisasi belum dibuat oleh atasan/div").text
    assert "Kepala sekolah harus sinkron lebih dulu" in text
    assert "belum diketahui" not in text
    assert "tidak menunjukkan sebab ini" in text


def test_an_unknown_message_is_called_unknown_and_a_good_one_good(budi: httpx.Client) -> None:
    text = kirim(budi, "/saya/pesan/", pesan=f"Galat <script>alert(1)</script> untuk {BUDI.nip}").text
    assert "belum dikenal" in text
    assert "BKPSDM" in text
    assert "<script>alert" not in text
    assert BUDI.nip not in text
    assert "Ini pesan berhasil" in kirim(budi, "/saya/pesan/", pesan="Berhasil melakukan sinkron dengan data").text


@pytest.mark.parametrize("pesan", ["", "  ", "x" * 4001, "a\x00"])
def test_a_message_that_is_none_is_refused_beside_the_field(budi: httpx.Client, pesan: str) -> None:
    assert kirim(budi, "/saya/pesan/", pesan=pesan).status_code == 422


@pytest.mark.parametrize("gejala", ["tombol-skp", "tombol-nilai", "tidak-berubah", "atasan"])
def test_what_is_seen_without_a_message_is_explained_too(budi: httpx.Client, gejala: str) -> None:
    text = budi.get(f"/saya/pesan/?gejala={gejala}").text
    assert "Yang mengerjakan" in text
    assert "belum diketahui" not in text


def test_the_five_steps_say_what_will_be_written_and_which_button(budi: httpx.Client) -> None:
    text = budi.get("/saya/langkah/").text
    assert text.count("Menjadi</th>") == 2  # TW3 and TW4
    assert "Sinkro Penilaian Ruang GTK" in text
    assert "Selaras hanya membaca" in text
    assert "kepala sekolah ini, NIP" in text
    assert not re.findall(r"\d{16,18}", text)


@pytest.mark.parametrize(
    ("dari", "sampai", "kata"),
    [
        ("2024-07-01", "2024-12-31", "terlalu lambat"),
        ("2024-01-01", "2024-06-30", "terlalu awal"),
        ("2023-01-01", "2023-12-31", "bukan tahun 2024"),
        ("2024-12-31", "2024-01-01", "lebih akhir"),
        ("2023-12-01", "2025-01-31", "melewati tahun"),
        ("kemarin", "", "tanggal"),
    ],
)
def test_a_wrong_range_is_explained_and_the_whole_year_is_right(
    budi: httpx.Client, dari: str, sampai: str, kata: str
) -> None:
    answer = budi.get("/saya/langkah/", params={"dari": dari, "sampai": sampai})
    assert answer.status_code == 422
    assert kata in answer.text
    right = budi.get("/saya/langkah/?dari=2024-01-01&sampai=2024-12-31")
    assert right.status_code == 200
    assert "Rentang ini benar" in right.text


def test_on_a_writable_target_selaras_carries_it_and_names_who_approves(sekolah: Situs, budi: httpx.Client) -> None:
    sekolah.db.execute("UPDATE instansi SET hanya_baca = false")
    sekolah.db.commit()
    try:
        text = budi.get("/saya/langkah/").text
    finally:
        sekolah.db.execute("UPDATE instansi SET hanya_baca = true")
        sekolah.db.commit()
    assert "Selaras yang membawa isinya" in text
    assert "Menunggu persetujuan kepala sekolah" in text
    assert "Tombolnya" not in text


def test_history_and_evidence_are_in_plain_words(sekolah: Situs, budi: httpx.Client) -> None:
    kirim(budi, "/saya/nyatakan/benar/", dari="/saya/")
    text = budi.get("/saya/riwayat/").text
    assert re.search(r"Penilaian TW4 tahun 2024: tinggal ditekan \(sebelumnya selaras\)", text)
    assert "menyatakan datanya benar" in text
    proof = budi.get("/saya/bukti/").text
    assert "Sama di kedua sisi" in proof
    assert "Belum sama" in proof
    assert not re.findall(r"\d{16,18}", text + proof)


def test_a_page_about_somebody_opens_in_reach_and_lets_nobody_speak(sekolah: Situs, sari: httpx.Client) -> None:
    for page in PAGES:
        answer = sari.get(f"/guru/{tanda(sekolah, BUDI)}/{page}")
        assert answer.status_code == 200, page
        assert BUDI.nama in answer.text
        assert "/saya/nyatakan/" not in answer.text
        assert not re.findall(r"\d{16,18}", answer.text)
    row = sekolah.db.execute("SELECT orang_id, apa FROM ac_akses ORDER BY id DESC LIMIT 1").fetchone()
    sekolah.db.commit()
    assert row == (sekolah.orang(BUDI), "orang_bukti")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_about_somebody_elsewhere_tells_nothing(
    sekolah: Situs, budi: httpx.Client, sari: httpx.Client, page: str
) -> None:
    for client, o in ((sari, EKO), (budi, WATI), (budi, EKO)):
        answer = client.get(f"/guru/{tanda(sekolah, o)}/{page}")
        assert answer.status_code in (403, 404)
        assert o.nama not in answer.text
    with closing(sekolah.masuk(TONO)) as client:
        assert client.get(f"/guru/{tanda(sekolah, BUDI)}/{page}").status_code == 404
        assert client.get(f"/guru/{tanda(sekolah, EKO)}/{page}").status_code == 200


@pytest.mark.parametrize("nama", ["1", "0", "abc", "1:x:y", "%00", "é", "1'--"])
def test_a_name_that_was_made_up_leads_nowhere(sari: httpx.Client, nama: str) -> None:
    for page in PAGES:
        assert sari.get(f"/guru/{nama}/{page}").status_code in (400, 404)


def test_a_name_of_a_school_is_no_name_of_a_person(sari: httpx.Client) -> None:
    found = re.search(r'href="/sekolah/([^"/]+)/"', sari.get("/sekolah-sekolah/").text)
    if found:
        assert sari.get(f"/guru/{found[1]}/").status_code == 404
