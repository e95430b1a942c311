"""The pages in a real Chromium, as five people: nothing overflows, axe finds nothing, the keyboard is enough."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from portal.conftest import BUDI, SARI, Situs
from portal.peta.semua import OPEN_TO
from selaras.accounts.roles import Jenis
from ui.peramban import buka, buka_chromium, layak

ROLES = {
    "operator": Jenis.OPERATOR, "pengawas": Jenis.PENGAWAS, "admin": Jenis.ADMIN_INSTANSI, "guru": Jenis.GURU,
    "kepala": Jenis.KEPALA,
}  # fmt: skip
ELSEWHERE = ("/gtk/", "/gtk/isian-cepat/")  # how they look where Ruang GTK is not in Selaras
# Every page once, as the first role that may open it; the first page as everybody.
PAGES = {name: ["/"] for name in ROLES}
PAGES["admin"].append("/entah/")
for _path, _who in OPEN_TO.items():
    if _path.startswith(("/gtk/", "/e-kinerja/")) and _path not in ELSEWHERE:
        continue  # their rooms look at them filled
    PAGES[next((name for name, jenis in ROLES.items() if jenis in _who), "admin")].append(_path)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with buka_chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def halaman(situs: Situs, chromium: Browser) -> Iterator[dict[str, Page]]:
    """A page of a signed-in browser without JavaScript for every role."""
    for jenis in (Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_INSTANSI):
        situs.beri(BUDI, jenis)
    found = {}
    for name in PAGES:
        page = buka(chromium, 360, java_script_enabled=False)
        page.goto(situs.alamat + "/")
        page.fill("input[name=kode]", situs.kode(SARI if name == "kepala" else BUDI))
        page.keyboard.press("Enter")
        other = page.locator(f'button[value^="{ROLES[name]}:"]')
        if other.count():
            page.locator("summary").first.click()
            other.first.click()
        found[name] = page
    yield found
    for page in found.values():
        page.context.close()


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_overflows_axe_finds_nothing_and_nothing_comes_from_elsewhere(
    situs: Situs, chromium: Browser, halaman: dict[str, Page], name: str
) -> None:
    page = buka(chromium, 360, storage_state=halaman[name].context.storage_state())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES[name]:
        page.goto(situs.alamat + path)
        layak(page, path)
        page.set_viewport_size({"width": 1280, "height": 800})
        layak(page, path)
        page.set_viewport_size({"width": 360, "height": 800})
    assert [url for url in asked if url.startswith(situs.alamat)]
    assert not [url for url in asked if not url.startswith(situs.alamat)]
    page.context.close()


def test_the_keyboard_alone_signs_in_and_reaches_the_page(situs: Situs, chromium: Browser) -> None:
    page = buka(chromium, 360, java_script_enabled=False)
    page.goto(situs.alamat + "/saya/")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator("input[name=kode]:focus").count():
            break
    page.keyboard.type(situs.kode(SARI))
    page.keyboard.press("Enter")
    page.wait_for_url("**/saya/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Langsung ke isi"
    page.context.close()
