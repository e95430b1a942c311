"""A real Chromium for tests, and what axe says about a page. Other rooms use it too: `from ui.peramban import ...`."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

# The same Chromium without a window costs a third less than with one that nobody sees.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
ATURAN = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@contextmanager
def buka_chromium() -> Iterator[Browser]:
    """Chromium of the machine, driven by Playwright; nothing is downloaded.

    Keep it open for a module at most: while it is open its event loop counts as running in this thread, and a test
    after it that calls `asyncio.run` or the ORM would be refused.
    """
    if CHROMIUM is None:
        pytest.skip("Chromium tidak terpasang: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def buka(chromium: Browser, lebar: int, **pilihan: object) -> Page:
    """A page in a fresh context (no cookie of before) of this width."""
    return chromium.new_context(viewport={"width": lebar, "height": 800}, **pilihan).new_page()


def pelanggaran(page: Page) -> str:
    """What axe finds against WCAG 2.2 A and AA, in words; empty when nothing."""
    hasil = Axe().run(page, options=ATURAN)
    return str(hasil.generate_report()) if hasil.violations_count else ""


def muat(page: Page, nama: str = "") -> None:
    """Nothing sticks out of the page, once it is there: a click comes back before the document does."""
    page.wait_for_load_state()
    lebar = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar, nama or page.url


def layak(page: Page, nama: str, *, axe: bool = True) -> None:
    """It fits and axe finds nothing; SELARAS_GAMBAR=folder keeps a picture to look at."""
    muat(page, nama)
    if (folder := os.environ.get("SELARAS_GAMBAR")) and page.viewport_size:
        berkas = f"{re.sub('[^a-z0-9]+', '-', nama.lower())}-{page.viewport_size['width']}.png"
        page.screenshot(path=Path(folder) / berkas, full_page=True)
    laporan = pelanggaran(page) if axe else ""
    assert laporan == "", f"{nama}: {laporan}"
