"""Steps of the walk over reports: signing in at the machine, reading the pages, giving roles and codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time

import orjson
from playwright.sync_api import Browser, Locator

from perjalanan.alur import Alur
from perjalanan.kunci_laporan import Kunci
from perjalanan.papan_ketik import Orang, duduk

SANDI = "kuda-poni-makan-rumput"
_CARDS = "all => all.map(e => [e.innerText, e.querySelector('.kode').innerText])"


def masuk_lokal(chromium: Browser, alur: Alur) -> Orang:
    """Sign in with the account that was made at the machine, and set up the second factor."""
    eko = duduk(chromium, "Eko", alur.alamat)
    eko.buka("/masuk/")
    eko.tekan("Masuk sebagai teknisi atau admin dengan akun lokal")
    eko.isi("Nama pengguna", "eko")
    eko.isi("Kata sandi akun Selaras ini", SANDI)
    eko.tekan("Lanjut")
    eko.periksa()
    eko.isi("Enam angka dari aplikasi", angka(eko.page.locator("code").inner_text().replace(" ", "")))
    eko.tekan("Pasang dan masuk")
    eko.lihat("Kode cadangan")
    eko.tekan("Sudah saya simpan, lanjut")
    eko.lihat("Belum ada data")
    return eko


def angka(secret: str) -> str:
    """Give the six digits of an app that knows the secret, with time left to type them."""
    if (left := 30 - time.time() % 30) < 5:
        time.sleep(left + 0.1)
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def dibaca(eko: Orang) -> None:
    """Wait on the page of reports until nothing is being read or counted anew."""
    eko.buka("/impor/")
    eko.tunggu(eko.page.locator("[data-selesai]"))
    eko.periksa()


def kartu_kendala(eko: Orang) -> list[tuple[str, int]]:
    """Give code and number of teachers freed, in the order of the pages."""
    found: list[tuple[str, int]] = []
    number = 1
    eko.buka("/kendala/")
    while True:
        for words, kode in eko.page.locator("article.kendala").evaluate_all(_CARDS):
            freed = re.search(r"Membuka jalan bagi\s+([\d.]+) guru", words)
            found.append((kode, int(freed[1].replace(".", "")) if freed else 0))
        if not eko.page.get_by_role("link", name="Berikutnya").count():
            return found
        number += 1
        eko.buka(f"/kendala/?halaman={number}")


def di_kendala(eko: Orang, kode: str) -> set[str]:
    """Name whom a code holds; a code that holds nobody has no page."""
    answer = eko.page.goto(f"{eko.alamat}/kendala/{kode}/")
    assert answer is not None
    assert answer.status in (200, 404)
    return siapa(eko) if answer.status == 200 else set()


def siapa(eko: Orang) -> set[str]:
    """Name the people or schools of the table, without the periods behind them."""
    heads = eko.page.locator("tbody th")
    return {
        name.strip().casefold()
        for name in heads.evaluate_all("all => all.map(e => (e.querySelector('a') || e.firstChild).textContent)")
    }


def halaman_pdf(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def baris(table: Locator) -> list[list[str]]:
    """Read a table cell by cell."""
    script = "all => all.map(r => [...r.cells].map(c => c.textContent.trim()))"
    rows: list[list[str]] = table.locator("tbody tr").evaluate_all(script)
    return rows


def ikuti(who: Orang, link: Locator) -> None:
    """Reach a link and press it."""
    who.capai(link)
    with who.page.expect_navigation():
        who.page.keyboard.press("Enter")
    who.periksa()


def beri_peran(eko: Orang, k: Kunci, nip: str, peran: str, sekolah: list[str]) -> None:
    """Look somebody up by name and give him a role at these schools."""
    eko.buka("/peran-orang/")
    eko.isi("Nama", k.nama[nip])
    eko.tekan("Cari")
    ikuti(eko, eko.page.get_by_role("link", name=re.compile(re.escape(k.nama[nip]), re.IGNORECASE)))
    eko.pilih("Peran", peran)
    eko.isi("Sekolah", "\n".join(sekolah))
    eko.tekan("Beri peran")
    eko.lihat(f"{peran} diberikan")


def kode_pertama(alur: Alur, nip: str) -> str:
    """Make the first code of somebody at the machine."""
    (card,) = orjson.loads(alur.perintah("kode", "--nip", nip, "--json"))["kode"]
    return str(card["kode"])


def masuk(chromium: Browser, alur: Alur, kode: str) -> Orang:
    """Come in with a code as it was printed."""
    who = duduk(chromium, "seseorang", alur.alamat)
    who.buka("/masuk/")
    who.isi("Kode masuk", kode)
    who.page.keyboard.press("Enter")
    who.page.wait_for_url(alur.alamat + "/")
    who.periksa()
    return who


def bagikan_kode(wati: Orang) -> dict[str, str]:
    """The operator makes a card for everybody of her school."""
    wati.lihat("Operator sekolah")
    wati.tekan("Buat kode")
    wati.tekan("Buat kode")
    wati.lihat("Cetak sekarang")
    cards = wati.page.locator("section.kartu").filter(has_text="lalu ketik kode ini")
    found = {card.locator("h2").inner_text().casefold(): card.locator("strong").inner_text() for card in cards.all()}
    wati.buka("/kode/")
    assert not [one for one in found.values() if one in wati.page.content()]
    return found
