"""The gallery in a real Chromium: no overflow, no violation that axe finds, keyboard, no script, print."""

from __future__ import annotations

import pytest

from ui.peramban import buka, layak, muat, pelanggaran

HALAMAN = ["/", "/?kosong=1", "/konfirmasi/", "/galat/500/", "/galat/403/?masuk=1", "/galat/data/"]
SASARAN = (
    "button, .btn, .menu a, summary, .remah a, .pilih, select, input:not([type=hidden],[type=radio],[type=checkbox])"
)
KECIL = """sasaran => [...document.querySelectorAll(sasaran)].filter(e => e.checkVisibility())
  .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
  .filter(([_, r]) => r.height < 43.9 || r.width < 43.9).map(([h, r]) => `${h} ${r.width}x${r.height}`)"""
HURUF_KECIL = """() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.childNodes.length
  && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 16).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("lebar", [360, 1280])
def test_it_has_no_violation_and_no_overflow(chromium, alamat, lebar, skema):
    page = buka(chromium, lebar, color_scheme=skema)
    for halaman in HALAMAN:
        page.goto(alamat + halaman)
        layak(page, halaman)
    page.context.close()


@pytest.mark.parametrize("lebar", [320, 768, 992])
def test_it_fits_any_width(chromium, alamat, lebar):
    page = buka(chromium, lebar)
    for halaman in HALAMAN:
        page.goto(alamat + halaman)
        muat(page, halaman)
    page.context.close()


def test_it_would_have_found_a_violation(chromium, alamat):
    page = buka(chromium, 360)
    page.goto(alamat + "/konfirmasi/")
    page.evaluate("document.querySelector('.kop-info').setAttribute('class', 'wadah text-warning bg-white')")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<input><img src=x>')")
    laporan = pelanggaran(page)
    assert "color-contrast" in laporan
    assert "image-alt" in laporan
    assert "label" in laporan
    page.context.close()


def test_it_makes_everything_that_is_pressed_44_pixels_and_every_letter_16(chromium, alamat):
    page = buka(chromium, 360)
    for halaman in HALAMAN:
        page.goto(alamat + halaman)
        assert page.evaluate(KECIL, SASARAN) == [], halaman
        assert page.evaluate(HURUF_KECIL) == [], halaman
    page.context.close()


def test_it_asks_nobody_else_and_breaks_no_content_policy(chromium, alamat):
    page = buka(chromium, 1280)
    diminta: list[str] = []
    keluhan: list[str] = []
    page.on("request", lambda r: diminta.append(r.url))
    page.on("console", lambda m: keluhan.append(m.text) if m.type == "error" else None)
    page.goto(alamat + "/", wait_until="networkidle")
    assert len(diminta) >= 3
    assert [u for u in diminta if not u.startswith(alamat + "/")] == []
    assert keluhan == []
    page.context.close()


def test_it_works_with_the_keyboard_alone_and_without_script(chromium, alamat):
    page = buka(chromium, 360, java_script_enabled=False)
    page.goto(alamat + "/")
    page.keyboard.press("Tab")
    lompat = page.locator(".lompat")
    assert lompat.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#isi")
    page.goto(alamat + "/")
    for _ in range(3):
        page.keyboard.press("Tab")
    keluar = page.get_by_role("button", name="Keluar")
    assert not keluar.is_visible()
    page.keyboard.press("Enter")
    assert keluar.is_visible()
    page.context.close()


def test_it_shows_where_the_focus_is(chromium, alamat):
    page = buka(chromium, 1280)
    page.goto(alamat + "/?kosong=1")
    for _ in range(30):
        page.keyboard.press("Tab")
        rupa = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert rupa[0] in {"solid", "auto"}, page.evaluate("document.activeElement.outerHTML")
        assert rupa[1] >= 2 or rupa[0] == "auto"
    page.context.close()


def test_it_turns_a_table_into_cards_on_a_phone_and_keeps_it_a_table_for_a_screen_reader(chromium, alamat):
    page = buka(chromium, 360)
    page.goto(alamat + "/")
    tabel = page.get_by_role("table", name="Belum dinilai")
    assert page.evaluate("getComputedStyle(document.querySelector('.tabel-kartu tbody tr')).display") == "block"
    assert tabel.get_by_role("row").count() == 4
    assert tabel.get_by_role("rowheader").count() == 3
    label = "getComputedStyle(document.querySelector('.tabel-kartu td'), '::before').content"
    assert page.evaluate(label) == '"Periode"'
    page.context.close()


def test_it_prints_the_content_and_leaves_the_controls_out(chromium, alamat):
    page = buka(chromium, 1280, color_scheme="dark")
    page.goto(alamat + "/")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.get_by_text("LATIHAN", exact=True).is_visible()
    for kendali in (".akun", ".menu", ".saring", ".halaman", ".tombol-baris >> nth=0"):
        assert not page.locator(kendali).is_visible(), kendali
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.context.close()


def test_it_moves_nothing_for_who_asked_for_calm(chromium, alamat):
    page = buka(chromium, 1280, reduced_motion="reduce")
    page.goto(alamat + "/")
    lama = page.evaluate("[...document.querySelectorAll('.btn')].map(e => getComputedStyle(e).transitionDuration)")
    assert lama
    assert set(lama) == {"0s"}
    page.context.close()
