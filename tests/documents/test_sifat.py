"""Properties: whatever a file contained, no paper shows a person's number, and nothing becomes a formula."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from documents.alat import NOMOR, rumus, teks_semua
from documents.pemeran import kendala, nip, posisi, sekolah
from selaras.documents.tindak_lanjut import buku, halaman, wa
from selaras.documents.tindak_lanjut.sekolah import teks
from selaras.documents.tindak_lanjut.susun import Susunan

KODE = ("S7", "S8", "D1", "R1", "N1", "N3", "U1", "S4", "N6", "L0", "N2", "P1", "K1", "S2", "X1", "W1", "S3")
potongan = st.one_of(
    st.text(max_size=40), st.sampled_from([nip(3), f"={nip(4)}", "@x", "1.98701012010011E+17", "_x0041_"])
)
kalimat = st.lists(potongan, max_size=4).map(" ".join)


@st.composite
def temuan(draw):
    kode = draw(st.sampled_from(KODE))
    dasar = kendala(
        kode,
        draw(st.integers(0, 99)),
        periode=tuple(draw(st.lists(st.sampled_from(["TW1", "TW4", "SKP"]), max_size=2))),
    )
    teks = {
        n: draw(kalimat) for n in ("nama", "sekolah", "sebab", "langkah", "judul", "di_mana", "berkas", "kecamatan")
    }
    return replace(dasar, **teks, kepala=draw(st.booleans()))


@settings(max_examples=60, deadline=None)
@given(isi=st.lists(temuan(), max_size=8), nama=kalimat, latihan=st.booleans())
def test_it_shows_no_number_and_no_formula_whatever_the_files_held(isi, nama, latihan) -> None:
    p = posisi(
        *isi, latihan=latihan, sekolah=(sekolah(nama=nama, kecamatan=nama, kepala=nama),), instansi=nama, kurang=(nama,)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = buku.tulis(p, Path(folder) / "t.xlsx")
        assert not NOMOR.search(teks_semua(path))
        assert rumus(path) == rumus(path.with_name("operator.xlsx")) == []
    for pesan in wa.pesan(p):
        assert len(pesan.isi) < 900
        assert not NOMOR.search(pesan.isi)
    assert not NOMOR.search(teks(halaman.dari(p, Susunan(p).sekolah(p.sekolah[0]))))
