"""The pages in a real Chromium: keyboard, no script, a phone, and what axe finds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Browser

from myasn.klien import Peramban, Selaras
from myasn.warga import BUDI, SITI
from selaras.myasn.clients import parse
from selaras.myasn.running import running
from ui.peramban import buka, layak

WIDTHS = (360, 1280)


class Kembali(BaseHTTPRequestHandler):
    """The application that the browser comes back to."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Kembali</title><p>kembali"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def alamat(folder: str) -> Iterator[tuple[str, str]]:
    """Addresses of the provider and of an application at another port."""
    back = HTTPServer(("127.0.0.1", 0), Kembali)
    threading.Thread(target=back.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{back.server_port}/kembali"
    with running(folder, parse([{"id": "selaras", "nama": "Selaras", "kembali": [address]}])) as simulator:
        yield simulator.address, address
    back.shutdown()
    back.server_close()


@pytest.fixture
def masuk(alamat: tuple[str, str]) -> Iterator[str]:
    """The address that the button of the application leads to."""
    with Peramban() as peramban:
        own = Selaras(alamat[0], peramban)
        own.oauth.redirect_uri = alamat[1]
        yield own.alamat()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(
    chromium: Browser, alamat: tuple[str, str], masuk: str, width: int, scheme: str
) -> None:
    page = buka(chromium, width, color_scheme=scheme)
    page.goto(masuk)
    layak(page, f"myasn-daftar-{scheme}")
    first = page.url
    page.goto(f"{first}?cari=budi&halaman=1")
    layak(page, f"myasn-cari-{scheme}")
    page.goto(f"{first}?cari=tidak+ada")
    layak(page, f"myasn-kosong-{scheme}")
    page.goto(first)
    page.evaluate("document.querySelector('[name=orang]').value = 'bukan'")
    page.locator("[name=orang]").first.click()
    assert page.get_by_role("alert").is_visible()
    layak(page, f"myasn-salah-{scheme}")
    page.get_by_role("button", name=BUDI).click()
    page.wait_for_url(f"{alamat[1]}?*")
    page.goto(masuk)
    assert page.get_by_role("heading", name="Yang tadi masuk").is_visible()
    layak(page, f"myasn-lagi-{scheme}")
    for path, name in (("/end_session", "keluar"), ("/authorize?client_id=x", "salah-klien"), ("/lain", "tidak-ada")):
        page.goto(f"{alamat[0]}{path}")
        layak(page, f"myasn-{name}-{scheme}")
    page.goto(f"{alamat[0]}/end_session")
    page.get_by_role("button", name="Ya, keluar").click()
    layak(page, f"myasn-sudah-keluar-{scheme}")
    page.context.close()


def test_axe_would_have_found_something(chromium: Browser, masuk: str) -> None:
    page = buka(chromium, 360)
    page.goto(masuk)
    page.evaluate("document.querySelector('label').remove()")
    with pytest.raises(AssertionError, match="label"):
        layak(page, "myasn-rusak")
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_one_signs_in_with_the_keyboard_alone_and_without_script(
    chromium: Browser, alamat: tuple[str, str], masuk: str, width: int
) -> None:
    page = buka(chromium, width, java_script_enabled=False)
    page.goto(masuk)
    page.keyboard.press("Tab")
    page.keyboard.type("siti")
    page.keyboard.press("Enter")
    page.wait_for_url("**?cari=siti")
    focused = page.locator(":focus-visible")
    for _ in range(3):
        page.keyboard.press("Tab")
        assert focused.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 3
    assert SITI in focused.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{alamat[1]}?code=*")
    page.context.close()


def test_the_policy_lets_the_form_end_where_it_must_and_asks_nobody_else(
    chromium: Browser, alamat: tuple[str, str], masuk: str
) -> None:
    page = buka(chromium, 1280)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(masuk, wait_until="networkidle")
    assert {url.partition("?")[0].rsplit("/", 1)[0] for url in asked} <= {alamat[0], f"{alamat[0]}/masuk"}
    assert any(url.endswith("/gaya.css") for url in asked)
    page.get_by_role("button", name="Batal").click()
    page.wait_for_url(f"{alamat[1]}?error=access_denied*")
    assert said == []
    page.context.close()


def test_everything_that_is_pressed_is_large_enough_for_a_finger(chromium: Browser, masuk: str) -> None:
    page = buka(chromium, 360)
    page.goto(masuk)
    small = page.evaluate(
        "[...document.querySelectorAll('button, nav a, input:not([type=hidden])')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.height < 43.9 || r.width < 43.9).length"
    )
    assert small == 0
    assert page.locator(".latihan").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 36
    page.context.close()
