"""The page where one chooses who signs in."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx
import pytest

from myasn.klien import Peramban, Selaras, isi, tombol
from myasn.warga import BANYAK, BUDI, DUA, NIP, RINI, SATU, SITI, TANPA_NIP
from selaras.myasn.people import PAGE


class Unsur(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.semua: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.semua.append((tag, dict(attrs)))

    def sifat(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.semua if name == tag]


def cari(selaras: Selaras, page: httpx.Response, text: str, halaman: str = "1") -> httpx.Response:
    return selaras.peramban.get(page.url, params={"cari": text, "halaman": halaman})


def test_it_asks_for_no_password_and_says_latihan(selaras: Selaras) -> None:
    page = selaras.halaman()
    unsur = Unsur(page.text)
    assert {one.get("type") for one in unsur.sifat("input")} == {"search", "hidden"}
    assert {one["name"] for one in unsur.sifat("input")} == {"cari", "csrfmiddlewaretoken"}
    assert '<p class="latihan">LATIHAN</p>' in page.text
    assert unsur.sifat("html") == [{"lang": "id"}]


def test_it_needs_no_script_and_no_style_of_its_own_and_nothing_from_elsewhere(selaras: Selaras) -> None:
    page = selaras.halaman()
    unsur = Unsur(page.text)
    assert not unsur.sifat("script")
    assert not unsur.sifat("style")
    assert not [attrs for _, attrs in unsur.semua if any(name == "style" or name[:2] == "on" for name in attrs)]
    links = [attrs.get("href") or attrs.get("src") or "/" for _, attrs in unsur.semua]
    assert not [link for link in links if re.match(r"(\w+:)?//", link)]
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert policy.endswith("form-action 'self' http://127.0.0.1:9")  # where the form ends, or the browser stops there
    assert len(page.content) < 20_000
    style = selaras.peramban.get(f"{selaras.issuer}/gaya.css")
    assert style.headers["Content-Type"].startswith("text/css")


def test_every_field_has_a_label_and_every_button_a_word(selaras: Selaras) -> None:
    page = selaras.halaman()
    unsur = Unsur(page.text)
    labels = {one.get("for") for one in unsur.sifat("label")}
    assert [one.get("id") for one in unsur.sifat("input") if one.get("type") != "hidden"] == list(labels)
    assert all(re.sub(r"<[^>]*>|\s", "", text) for text in re.findall(r"<button[^>]*>(.*?)</button>", page.text, re.S))
    assert [name for name, _ in unsur.semua if name in ("h1", "main", "header")] == ["header", "main", "h1"]


def test_the_people_are_found_by_name_and_by_school(selaras: Selaras) -> None:
    page = selaras.halaman()
    assert list(tombol(cari(selaras, page, "budi"))) == [BUDI]
    assert set(tombol(cari(selaras, page, SATU.lower()))) == {BUDI, SITI}
    assert not tombol(cari(selaras, page, "tidak ada"))
    assert not tombol(cari(selaras, page, "%"))
    assert not tombol(cari(selaras, page, TANPA_NIP))
    assert "Kepala sekolah, SDN 1 CONTOH" in cari(selaras, page, SITI).text


def test_a_long_list_comes_in_pages(selaras: Selaras) -> None:
    page = selaras.halaman()
    names = [name for nomor in ("1", "2", "3") for name in tombol(cari(selaras, page, "", nomor))]
    assert len(names) == len(set(names)) == BANYAK + 3
    assert len(tombol(page)) == PAGE
    assert f"1 sampai {PAGE} dari {BANYAK + 3} orang" in page.text
    assert "Halaman berikutnya" in page.text
    assert "Halaman sebelumnya" not in page.text
    second = cari(selaras, page, "sdn 2", "2")
    [back] = re.findall(r'href="([^"]*halaman=1)"', second.text)
    assert set(tombol(selaras.peramban.get(second.url.join(back.replace("&amp;", "&"))))) <= {*names}


@pytest.mark.parametrize("halaman", ["0", "-1", "99", "x", "²", "1e9", "9" * 400, ""])
def test_a_page_that_is_none_is_the_first(selaras: Selaras, halaman: str) -> None:
    page = selaras.halaman()
    assert tombol(cari(selaras, page, "", halaman)) == tombol(page)


def test_no_nip_is_shown_whole_and_none_stands_in_an_address(selaras: Selaras) -> None:
    page = selaras.halaman()
    seen = "".join(cari(selaras, page, "", nomor).text for nomor in ("1", "2", "3"))
    assert "1985***********902" in seen
    assert not re.search(r"\d{18}", seen)
    back = selaras.peramban.pilih(page, BUDI)
    assert not any(nip in f"{page.url}{back.headers}" for nip in NIP.values())


def test_names_are_text_and_never_markup(selaras: Selaras) -> None:
    page = cari(selaras, selaras.halaman(), RINI)
    assert list(tombol(page)) == [RINI]
    assert RINI not in page.text
    assert DUA not in page.text


def test_a_choice_of_nobody_keeps_what_was_typed(selaras: Selaras) -> None:
    page = cari(selaras, selaras.halaman(), "budi")
    for choice in ({"orang": "00000000-0000-0000-0000-000000000000"}, {"orang": "x\0"}, {}):
        again = selaras.peramban.tekan(page, **choice)
        assert again.status_code == 422
        assert 'role="alert"' in again.text
        assert 'value="budi"' in again.text
        assert list(tombol(again)) == [BUDI]


def test_a_form_from_elsewhere_chooses_nobody(selaras: Selaras) -> None:
    page = selaras.halaman()
    sub = next(iter(tombol(page).values()))
    with Peramban() as stranger:
        assert stranger.post(page.url, data={"orang": sub}).status_code == 403
    forged = selaras.peramban.post(page.url, data={"orang": sub}, headers={"Origin": "http://jahat.example"})
    assert (forged.status_code, "LATIHAN" in forged.text) == (403, True)


def test_a_request_is_answered_once(selaras: Selaras) -> None:
    page = selaras.halaman()
    assert "code" in isi(selaras.peramban.pilih(page, BUDI))
    late = selaras.peramban.tekan(page, orang=tombol(page)["GURU 00"])
    assert (late.status_code, "sudah selesai" in late.text) == (410, True)


def test_its_cookies_are_closed_to_scripts_and_have_names_of_their_own(selaras: Selaras) -> None:
    page = selaras.halaman()
    back = selaras.peramban.pilih(page, BUDI)
    for answer in (page, back):
        for cookie in answer.headers.get_list("set-cookie"):
            assert cookie.startswith("selaras_latihan_myasn"), cookie
            assert "httponly" in cookie.lower()
            assert "samesite=lax" in cookie.lower()
