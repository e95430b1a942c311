"""The pages of the built-in PMM in a real Chromium without JavaScript: nothing overflows, axe finds nothing."""

from __future__ import annotations

import pytest

from jobs.desa import EKO, SARI, TONO, Orang
from portal.conftest import Situs
from portal.gtk.desa_pmm import skp_of
from ui.peramban import buka, buka_chromium, layak

PAGES = (
    (EKO, ("/gtk/", "/gtk/kegiatan/", f"/gtk/skp/{skp_of(EKO)}/", f"/gtk/observasi/{skp_of(EKO)}/")),
    (SARI, ("/gtk/", "/gtk/nilai/", "/gtk/kirim/", f"/gtk/tarik/{skp_of(EKO)}/")),
    (TONO, ("/gtk/", f"/gtk/periksa/{skp_of(EKO)}/", "/gtk/saya/", "/gtk/kirim/")),
)


@pytest.mark.parametrize(("who", "paths"), PAGES, ids=[o.nama for o, _ in PAGES])
def test_nothing_overflows_and_axe_finds_nothing(gtk: Situs, who: Orang, paths: tuple[str, ...]) -> None:
    with buka_chromium() as chromium:
        page = buka(chromium, 360, java_script_enabled=False)
        page.goto(gtk.alamat + "/gtk/")
        page.fill("input[name=kode]", gtk.kode(who))
        page.keyboard.press("Enter")
        page.wait_for_url("**/gtk/")
        state = page.context.storage_state()
        for width in (360, 1280):
            shown = buka(chromium, width, storage_state=state)
            for path in paths:
                shown.goto(gtk.alamat + path)
                layak(shown, path)
