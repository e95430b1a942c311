"""The one script in a real Chromium: copy, refresh, print; and what stands there without it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from ui.peramban import buka, pelanggaran

SKRIP = files("selaras.ui") / "static/ui/selaras.js"


@pytest.fixture
def page(chromium) -> Iterator[Page]:
    page = buka(chromium, 360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield page
    page.context.close()


def lihat(page: Page, alamat: str) -> int:
    return int(page.request.get(f"{alamat}/segar/hitung/").text())


def test_it_copies_the_text_and_says_so_politely(page, alamat):
    page.goto(alamat + "/")
    tombol = page.get_by_role("button", name="Salin teks")
    tombol.click()
    kabar = page.locator(".salin-kabar[role=status]").first
    expect(kabar).to_have_text("Tersalin")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#wa").input_value()
    assert tombol.evaluate("e => e === document.activeElement")
    assert pelanggaran(page) == ""


def test_it_copies_without_the_clipboard_of_a_secure_address(page, alamat):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(alamat + "/")
    page.get_by_role("button", name="Salin teks").click()
    expect(page.locator(".salin-kabar").first).to_have_text("Tersalin")


def test_it_tells_how_to_copy_when_the_browser_refuses(page, alamat):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.goto(alamat + "/")
    page.get_by_role("button", name="Salin teks").click()
    expect(page.locator(".salin-kabar").first).to_contain_text("Ctrl+C")
    assert page.evaluate("getSelection().toString()") or page.locator("#wa").evaluate("e => e.selectionEnd > 0")


def test_it_prints_when_asked(page, alamat):
    page.add_init_script("window.print = () => { window.dicetak = (window.dicetak || 0) + 1 }")
    page.goto(alamat + "/")
    page.get_by_role("button", name="Cetak halaman ini").click()
    assert page.evaluate("window.dicetak") == 1


def test_it_refreshes_keeps_the_focus_speaks_once_per_news_and_stops_at_the_end(page, alamat):
    page.clock.install()
    page.goto(alamat + "/segar/?n=2")
    assert not page.get_by_role("link", name="Muat ulang").is_visible()
    page.locator("#tekan").focus()
    page.clock.run_for(2100)
    expect(page.locator("[data-segarkan] [data-kabar]")).to_have_text("Tahap 1")
    expect(page.locator("p.visually-hidden[role=status]")).to_have_text("Tahap 1")
    assert page.evaluate("document.activeElement.id") == "tekan"
    assert page.title() != "jahat"
    page.clock.run_for(2100)
    expect(page.locator("[data-selesai]")).to_have_text("Tahap 2")
    page.clock.run_for(30_000)
    assert lihat(page, alamat) == 2


def test_it_rests_while_nobody_looks_and_looks_at_once_afterwards(page, alamat):
    page.clock.install()
    page.goto(alamat + "/segar/?n=9")
    tersembunyi = "v => { Object.defineProperty(document, 'hidden', {value: v, configurable: true}); " \
        "document.dispatchEvent(new Event('visibilitychange')) }"  # fmt: skip
    page.evaluate(tersembunyi, True)
    page.clock.run_for(60_000)
    assert lihat(page, alamat) == 0
    page.evaluate(tersembunyi, False)
    expect(page.locator("[data-segarkan] [data-kabar]")).to_have_text("Tahap 1")


def test_it_shows_the_plain_link_again_while_the_server_does_not_answer(page, alamat):
    page.clock.install()
    page.goto(alamat + "/segar/?n=0")
    page.clock.run_for(2100)
    expect(page.get_by_role("link", name="Muat ulang")).to_be_visible()
    expect(page.locator("[data-segarkan] [data-kabar]")).to_have_text("Tahap 0")


def test_without_script_no_dead_button_stands_there_but_the_plain_link_does(chromium, alamat):
    page = buka(chromium, 360, java_script_enabled=False)
    page.goto(alamat + "/")
    assert not page.get_by_role("button", name="Salin teks").is_visible()
    assert not page.get_by_role("button", name="Cetak halaman ini").is_visible()
    assert page.get_by_text("tekan lama di dalam kotak").is_visible()
    page.goto(alamat + "/segar/")
    assert page.get_by_role("link", name="Muat ulang").is_visible()
    page.context.close()


def test_it_sends_on_a_form_that_asks_for_it_and_leaves_the_others_alone(page, alamat):
    isi = '<form method="get" action="/tiba/"><input name="x" value="1"></form>' \
        '<form method="get" action="/tujuan/" data-kirim-sendiri><input name="x" value="2"></form>'  # fmt: skip
    page.route(
        "**/berangkat/", lambda r: r.fulfill(content_type="text/html", body=f"{isi}<script src='/skrip.js'></script>")
    )
    page.route(
        "**/skrip.js", lambda r: r.fulfill(content_type="text/javascript", body=SKRIP.read_text(encoding="utf-8"))
    )
    page.route("**/tujuan/**", lambda r: r.fulfill(content_type="text/html", body="<p>sampai</p>"))
    page.goto(alamat + "/berangkat/")
    page.wait_for_url("**/tujuan/?x=2")
