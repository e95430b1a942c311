"""The ways in, in a real Chromium: a phone without JavaScript, a wide window with it and with axe on every page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from jobs.desa import EKO
from portal.conftest import BUDI, DEWI
from portal.pintu.conftest import Pintu
from portal.pintu.test_pintu_lokal import SANDI, akun, angka
from selaras.accounts.roles import Jenis
from ui.peramban import buka, buka_chromium, layak


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with buka_chromium() as browser:
        yield browser


# Axe is a script itself: the walks without JavaScript look at widths only.
WALKS = [(360, False), (1280, True)]


def masukkan(page: Page) -> None:
    """Press Enter in a field and wait for the answer."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize(("lebar", "skrip"), WALKS)
def test_a_teacher_goes_in_and_out_by_my_asn(pintu: Pintu, chromium: Browser, lebar: int, skrip: bool) -> None:
    page = buka(chromium, lebar, java_script_enabled=skrip)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{pintu.alamat}/saya/")
    layak(page, "pintu-masuk", axe=skrip)
    page.get_by_role("button", name="Masuk dengan My ASN").press("Enter")
    page.wait_for_url(f"{pintu.penyedia}/**")
    page.get_by_role("searchbox").fill("budi")
    masukkan(page)
    page.get_by_role("button", name=BUDI.nama.upper()).or_(page.get_by_role("button", name=BUDI.nama)).first.click()
    page.wait_for_url(f"{pintu.alamat}/saya/")
    page.locator("summary").first.click()
    page.get_by_role("button", name="Keluar").click()
    if not skrip:  # with script the page goes on by itself
        layak(page, "pintu-keluar", axe=False)
        page.get_by_role("button", name="Keluar dari My ASN").click()
    page.wait_for_url(f"{pintu.alamat}/masuk/**")
    assert refused == []
    page.context.close()


def test_what_goes_wrong_is_told_on_a_page_that_fits_a_phone(pintu: Pintu, chromium: Browser) -> None:
    page = buka(chromium, 360)
    for fault in ("nip_asing", "tanda_salah", "ditolak"):
        pintu.ganggu(daftar={"1": fault})
        page.goto(f"{pintu.alamat}/masuk/")
        page.get_by_role("button", name="Masuk dengan My ASN").click()
        page.locator("button[name=orang]").first.click()
        page.wait_for_url(f"{pintu.alamat}/**")
        layak(page, f"pintu-{fault}")
    pintu.ganggu()
    page.get_by_role("link", name="Coba lagi").click()
    page.wait_for_url(f"{pintu.alamat}/masuk/")
    page.context.close()


def test_belajar_id_is_tied_on_a_phone(pintu: Pintu, chromium: Browser) -> None:
    page = buka(chromium, 360)
    page.goto(f"{pintu.alamat}/masuk/")
    page.get_by_role("button", name="Masuk dengan belajar.id").click()
    page.get_by_role("searchbox").fill("dewi")
    masukkan(page)
    page.locator("button[name=orang]").first.click()
    layak(page, "pintu-ikat")
    page.fill("input[name=kode]", "salah")
    masukkan(page)
    layak(page, "pintu-ikat-salah")
    page.fill("input[name=kode]", pintu.kode(DEWI))
    masukkan(page)
    page.wait_for_url(f"{pintu.alamat}/")
    page.context.close()


@pytest.mark.parametrize(("lebar", "skrip"), WALKS)
def test_an_admin_sets_up_the_second_factor_and_gives_a_role(
    pintu: Pintu, chromium: Browser, lebar: int, skrip: bool
) -> None:
    name = akun(pintu, f"admin-{lebar}", Jenis.ADMIN_INSTANSI)
    page = buka(chromium, lebar, java_script_enabled=skrip)
    page.goto(f"{pintu.alamat}/masuk/")
    page.get_by_role("link", name="akun lokal").click()
    layak(page, "pintu-lokal", axe=skrip)
    page.fill("input[name=nama]", name)
    page.fill("input[name=sandi]", SANDI)
    masukkan(page)
    layak(page, "pintu-lokal-pasang", axe=skrip)
    secret = page.locator("code").first.inner_text().replace(" ", "")
    page.fill("input[name=kode]", "000000")
    masukkan(page)
    layak(page, "pintu-lokal-pasang-salah", axe=skrip)
    page.fill("input[name=kode]", angka(secret))
    masukkan(page)
    layak(page, "pintu-cadangan", axe=skrip)
    page.get_by_role("link", name="Sudah saya simpan").click()
    page.goto(f"{pintu.alamat}/peran-orang/")
    layak(page, "pintu-peran-kosong", axe=skrip)
    page.fill("input[name=cari]", "eko")
    masukkan(page)
    layak(page, "pintu-peran-cari", axe=skrip)
    page.get_by_role("link", name=EKO.nama, exact=True).click()
    page.get_by_role("button", name="Beri peran").click()
    layak(page, "pintu-peran-salah", axe=skrip)
    page.select_option("select[name=jenis]", "kepala")
    page.select_option("select[name=sebagai]", "plt" if lebar == 360 else "plh")
    page.fill("input[name=nomor_sk]", f"800/{lebar}/2025")
    page.fill("input[name=mulai]", "2025-01-06" if lebar == 360 else "2025-02-01")
    page.fill("input[name=sampai]", "2025-01-31" if lebar == 360 else "2025-02-28")
    page.get_by_role("button", name="Beri peran").click()
    layak(page, "pintu-peran-diberi", axe=skrip)
    page.get_by_role("link", name="Cabut").first.click()
    layak(page, "pintu-peran-cabut", axe=skrip)
    page.goto(f"{pintu.alamat}/catatan-akses/")
    layak(page, "pintu-catatan", axe=skrip)
    page.context.close()
    page = buka(chromium, lebar, java_script_enabled=skrip)
    page.goto(f"{pintu.alamat}/masuk/lokal/")
    page.fill("input[name=nama]", name)
    page.fill("input[name=sandi]", SANDI)
    masukkan(page)
    layak(page, "pintu-lokal-kode", axe=skrip)
    page.context.close()
