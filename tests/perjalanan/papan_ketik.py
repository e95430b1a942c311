"""A person at a phone with a keyboard and nothing else: no JavaScript, no mouse, 360 px wide."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from ui.peramban import buka, muat

MOST = 400  # presses of Tab until something counts as out of reach
WIDTH = 360
PATIENCE = 30_000  # milliseconds for an answer
# How often Tab must be pressed if the order of the page is that of its text; where it is not, one walks on and looks.
AWAY = """e => {
  if (e === document.activeElement) return 0;
  const group = r => [...document.getElementsByName(r.name)].filter(o => o.type === "radio" && o.form === r.form);
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(o => !o.disabled && o.tabIndex >= 0 && o.type !== "hidden")
    .filter(o => o.checkVisibility({ visibilityProperty: true }))
    .filter(o => o.type !== "radio" || o === document.activeElement || o === e
      || !group(o).includes(e) && o === (group(o).find(r => r.checked) || group(o)[0]));
  return stops.indexOf(e) - stops.indexOf(document.activeElement);
}"""


@dataclass
class Orang:
    """Somebody in front of the pages."""

    nama: str
    page: Page
    alamat: str

    def buka(self, path: str) -> None:
        """Go to a page of ours; it must open and fit."""
        answer = self.page.goto(self.alamat + path)
        assert answer is not None
        assert answer.status == 200, (path, answer.status, self.teks()[:300])
        self.periksa()

    def ditolak(self, path: str, *never: str) -> None:
        """Go to a page that is not for one: it is refused, and none of these words stands there."""
        answer = self.page.goto(self.alamat + path)
        assert answer is not None
        assert answer.status in (403, 404), (path, answer.status, self.teks()[:300])
        self.tanpa(*never)

    def tanpa(self, *words: str) -> None:
        """None of these words stands on the page."""
        said = self.page.locator("body").inner_text()
        assert not [word for word in words if word in said], (self.page.url, said[:1500])

    def periksa(self) -> None:
        """Nothing sticks out of the page that stands open. (axe needs scripts: `portal/test_peramban.py` runs it.)"""
        muat(self.page)

    def teks(self) -> str:
        """Give the words of the page."""
        return (
            self.page.locator("main").inner_text()
            if self.page.locator("main").count()
            else self.page.inner_text("body")
        )

    def lihat(self, *words: str) -> None:
        """These words stand on the page."""
        for word in words:
            expect(self.page.locator("body")).to_contain_text(word, timeout=PATIENCE)

    def capai(self, thing: Locator) -> None:
        """Walk to something with Tab."""
        found = thing.element_handles()  # looked for once: by role and name that is the dearest step of a walk
        assert found, f"{thing} tidak ada di {self.page.url}: {self.teks()[:1500]}"
        away = found[0].evaluate(AWAY)
        for _ in range(MOST):
            if away == 0:
                return
            for _ in range(max(1, away)):
                self.page.keyboard.press("Tab")
            away = found[0].evaluate(AWAY) and 1
        raise AssertionError(f"{thing} tidak tercapai dengan Tab di {self.page.url}")

    def tekan(self, name: str, *, di: Locator | None = None) -> None:
        """Reach the button or link of this name and press it."""
        within = di or self.page
        exact = re.compile(r"^\s*" + re.escape(name).replace("/", r"\/"))
        self.capai(within.get_by_role("button", name=exact).or_(within.get_by_role("link", name=exact)).first)
        with self.page.expect_navigation(timeout=PATIENCE):
            self.page.keyboard.press("Enter")

    def isi(self, label: str, value: str, *, di: Locator | None = None) -> None:
        """Reach the field of this label and type."""
        field = (di or self.page).get_by_label(label).first
        self.capai(field)
        if field.evaluate("e => e.type") == "date":
            year, month, day = value.split("-")
            self.page.keyboard.type(f"{month}{day}{year}")
            return
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(value)

    def pilih(self, label: str, word: str, *, di: Locator | None = None) -> None:
        """Reach the list of this label and type until this choice is taken."""
        field = (di or self.page).get_by_label(label).first
        self.capai(field)
        self.page.keyboard.type(word)
        assert word in field.evaluate("e => e.selectedOptions[0].text")

    def berkas(self, label: str, *paths: Path) -> None:
        """Reach the field of files and choose these; the window of the machine in which one picks them is no page."""
        field = self.page.get_by_label(label).first
        self.capai(field)
        field.set_input_files(list(paths))

    def unduh(self, name: str) -> bytes:
        """Reach the link of this name, press it and give what comes down."""
        self.capai(self.page.get_by_role("link", name=re.compile(r"^\s*" + re.escape(name))).first)
        with self.page.expect_download(timeout=PATIENCE) as coming:
            self.page.keyboard.press("Enter")
        return Path(coming.value.path()).read_bytes()

    def tandai(self, group: Locator, word: str) -> None:
        """Reach a group of radio buttons and go down to the one of this name."""
        wanted = group.get_by_label(re.compile(rf"^{re.escape(word)}"))
        self.capai(group.get_by_role("radio"))
        self.page.keyboard.press("Space")
        for _ in range(group.get_by_role("radio").count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"«{word}» tidak tercapai dengan panah di {self.page.url}")

    def segarkan(self, *words: str) -> None:
        """Load the page again until these words stand there."""
        self._until(lambda: all(word in self.page.inner_text("body") for word in words), " ".join(words))

    def tunggu(self, thing: Locator) -> None:
        """Load the page again until this is on it."""
        self._until(lambda: thing.count() > 0, str(thing))

    def _until(self, there: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE / 1000
        while not there():
            assert time.monotonic() < end, f"{what} tidak muncul di {self.page.url}: {self.teks()[:800]}"
            self.page.wait_for_timeout(300)
            self.page.reload()


def duduk(chromium: Browser, nama: str, alamat: str) -> Orang:
    """Open a fresh browser for somebody."""
    return Orang(nama, buka(chromium, WIDTH, java_script_enabled=False), alamat)
