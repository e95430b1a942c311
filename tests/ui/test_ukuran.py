"""What the first page costs on a slow line: HTML, style sheets and the script, compressed."""

from __future__ import annotations

import gzip

import pytest

from ui.dokumen import Dokumen

BATAS_PERTAMA = 60 * 1024
BATAS_BERIKUT = 15 * 1024


def _lampiran(html: str) -> list[str]:
    dokumen = Dokumen.baca(html)
    return [u.sifat["href"] for u in dokumen.semua("link")] + [u.sifat["src"] for u in dokumen.semua("script")]


@pytest.mark.parametrize("cara", ["gzip", "br"])
def test_it_serves_the_first_page_in_less_than_60_kilobytes(klien, cara):
    html = klien.get("/").content
    berkas = 0
    for alamat in _lampiran(html.decode()):
        with klien.stream("GET", alamat, headers={"Accept-Encoding": cara}) as jawaban:
            assert jawaban.status_code == 200
            assert jawaban.headers.get("Content-Encoding") == cara or alamat.endswith(".svg")
            berkas += sum(len(potong) for potong in jawaban.iter_raw())
    halaman = len(gzip.compress(html, 6))
    print(f"{cara}: {berkas + halaman} B, berkas {berkas} B, galeri {halaman} B")
    assert berkas > 10_000
    assert halaman <= BATAS_BERIKUT
    assert berkas + halaman <= BATAS_PERTAMA


def test_it_lets_a_browser_keep_styles_and_script_for_ever_under_a_hashed_name(klien):
    lampiran = _lampiran(klien.get("/").text)
    assert len(lampiran) == 4
    for alamat in lampiran:
        assert "immutable" in klien.get(alamat).headers["Cache-Control"]
        assert len(alamat.rsplit("/", 1)[1].split(".")[-2]) == 12


def test_it_collects_one_file_of_bootstrap_and_no_script_of_it(klien):
    (bootstrap,) = [a for a in _lampiran(klien.get("/").text) if "bootstrap" in a]
    assert "Bootstrap  v5.3" in klien.get(bootstrap).text[:100]
    for lain in ("bootstrap-grid.css", "bootstrap.bundle.min.js", "bootstrap.min.css.map"):
        assert klien.get(f"/statis/bootstrap/{lain}").status_code == 404
