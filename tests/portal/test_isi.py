"""What the pages say: whole sentences, one next step, light enough for a phone."""

from __future__ import annotations

import gzip
import re
from contextlib import closing

import pytest

from portal.conftest import BUDI, SARI, Situs
from selaras.accounts.roles import Jenis
from selaras.monitoring.posisi import Kendala
from selaras.portal.kartu import card, kartu, sentences

FIRST, LATER = 60_000, 15_000


def kendala(kode: str, keadaan: str = "siap", **more: object) -> Kendala:
    facts: dict[str, object] = {
        "kode": kode, "judul": "Judul", "sebab": "Sebabnya.", "langkah": "Buka e-Kinerja. Tekan tombol.",
        "penanggung_jawab": "guru", "di_mana": "e-Kinerja", "perkiraan_waktu": "5 menit", "keadaan": keadaan,
        "tingkat": "orang", "membuka_jalan_bagi": 1, "nip": BUDI.nip, "nama": BUDI.nama, "npsn": "20271000",
    }  # fmt: skip
    return Kendala(**(facts | more))  # type: ignore[arg-type]


def test_it_names_the_one_step_that_is_ones_own() -> None:
    shown = kartu((kendala("S8", periode=("TW3", "TW4")),), lengkap=False)
    assert shown.judul == "Tinggal 1 langkah: tekan Sinkro Penilaian TW3, TW4"
    assert shown.sebab == "Sebabnya."
    assert shown.langkah == ("Buka e-Kinerja.", "Tekan tombol.")
    assert not shown.pengurus


def test_whoever_waits_for_others_is_told_that_it_is_not_his_fault() -> None:
    blocked = kendala("U1", "terblokir", tingkat="sekolah", nip=None, nama=None)
    shown = kartu((blocked, kendala("S8")), lengkap=False)
    assert (shown.judul, shown.pengurus) == ("Bukan salah Bapak/Ibu", "Dinas pendidikan")
    assert shown.langkah == ()


@pytest.mark.parametrize("lengkap", [True, False])
def test_nobody_is_asked_for_anything_by_a_note(lengkap: bool) -> None:
    shown = kartu((kendala("N4", "catatan"),), lengkap=lengkap)
    assert "langkah" not in shown.judul
    assert shown.langkah == ()


def test_steps_are_sentences_and_a_card_says_whom_it_is_about() -> None:
    assert sentences("") == ()
    shown = card(kendala("S8"))
    assert shown["langkah"] == ("Buka e-Kinerja.", "Tekan tombol.")
    assert BUDI.nama in shown["judul"]


def test_no_list_is_torn_into_letters(situs: Situs) -> None:
    situs.beri(BUDI, Jenis.ADMIN_INSTANSI)
    for who, paths in ((BUDI, ("/", "/kendala/", "/saya/")), (SARI, ("/", "/saya/"))):
        with closing(situs.masuk(who)) as client:
            for path in paths:
                items = re.findall(r"<li>([^<]*)</li>", client.get(path).text)
                assert not [item for item in items if 0 < len(item.strip()) < 3], path


def test_pages_are_light(situs: Situs) -> None:
    with closing(situs.masuk(SARI)) as client:
        page = client.get("/")
        assert page.headers["Content-Encoding"] == "gzip"
        weight = len(gzip.compress(page.content))
        sheets = re.findall(r'href="(/statis/[^"]+)"', page.text)
        assert sheets
        styles = sum(len(gzip.compress(client.get(sheet).content)) for sheet in sheets)
        assert weight <= LATER
        assert weight + styles <= FIRST


def test_a_page_asks_for_nothing_from_outside_and_runs_the_one_script(situs: Situs) -> None:
    with closing(situs.masuk(SARI)) as client:
        page = client.get("/")
        assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', page.text)
        assert re.findall(r"<script[^>]*>", page.text) == re.findall(
            r'<script src="/statis/ui/selaras[^"]*" defer>', page.text
        )
        assert 'style="' not in page.text
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
