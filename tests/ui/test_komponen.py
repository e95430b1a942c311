"""The components as HTML: whole, safe against hostile values, complete for a screen reader."""

from __future__ import annotations

import re

import pytest

from ui.dokumen import Dokumen

JAHAT = "\"><script>alert(1)</script><img src=x onerror='x'>{{ 7|angka }}"


@pytest.fixture(scope="module", params=["/", "/?kosong=1", "/konfirmasi/", "/galat/500/", "/galat/403/?masuk=1"])
def html(request, alamat):
    import httpx

    return httpx.get(alamat + request.param).text


def test_it_writes_pages_whose_elements_are_closed_and_whose_ids_are_single(html):
    dokumen = Dokumen.baca(html)
    assert dokumen.terbuka == []
    assert len(dokumen.id()) == len(set(dokumen.id()))


def test_it_points_labels_and_descriptions_at_what_exists(html):
    dokumen = Dokumen.baca(html)
    ada = set(dokumen.id())
    for unsur in dokumen.unsur:
        for sifat in ("aria-describedby", "aria-labelledby", "for"):
            assert set(unsur.sifat.get(sifat, "").split()) <= ada, unsur


def test_it_has_landmarks_one_heading_and_a_title_of_the_pattern(html):
    dokumen = Dokumen.baca(html)
    assert [len(dokumen.semua(nama)) for nama in ("main", "header", "footer", "h1")] == [1, 1, 1, 1]
    assert dokumen.semua("html")[0].sifat["lang"] == "id"
    assert re.fullmatch(r".+ - Selaras", dokumen.semua("title")[0].teks)
    assert dokumen.semua("a", "lompat")[0].sifat["href"] == "#isi"
    assert "isi" in dokumen.id()


def test_it_says_latihan_on_every_page_of_a_rehearsal(html):
    (spanduk,) = Dokumen.baca(html).semua("div", "spanduk-latihan")
    assert "LATIHAN" in spanduk.teks


def test_it_writes_nothing_that_the_content_policy_forbids(html):
    for unsur in Dokumen.baca(html).unsur:
        assert unsur.nama not in {"style", "iframe", "base"}
        assert unsur.nama != "script" or (
            unsur.sifat["src"].startswith("/statis/ui/selaras.") and not unsur.teks.strip()
        )
        assert not [sifat for sifat in unsur.sifat if sifat == "style" or sifat.startswith("on")]
        for sifat in ("href", "src", "action"):
            assert not unsur.sifat.get(sifat, "").startswith(("http", "//", "data:", "javascript:"))


def test_it_never_asks_a_reader_to_tell_states_apart_by_colour(klien):
    dokumen = Dokumen.baca(klien.get("/").text)
    lencana = dokumen.semua("span", "lencana")
    assert len({satu.teks.strip() for satu in lencana}) >= 9
    assert [u.teks for u in dokumen.semua("td", "hasil")] == ["Sama", "Berbeda", "Berbeda", "Sama"]
    assert [u.teks.strip() for u in dokumen.semua("p", "tanda")] == [
        "Selesai",
        "Selesai",
        "Tertahan",
        "Sekarang",
        "Belum",
    ]


def test_it_repeats_the_heading_in_every_cell_of_a_table_that_becomes_cards(klien):
    dokumen = Dokumen.baca(klien.get("/").text)
    (tabel,) = dokumen.semua("table", "tabel-kartu")
    assert tabel.sifat["role"] == "table"
    sel = [u.sifat["data-label"] for u in dokumen.semua("td") if u.sifat.get("data-label") in {"Periode", "Predikat"}]
    assert sel == ["Periode", "Predikat"] * 3


def test_it_ties_help_and_error_to_the_field_and_keeps_what_was_typed(klien):
    dokumen = Dokumen.baca(klien.get("/").text)
    (nama,) = [u for u in dokumen.semua("input") if u.sifat.get("id") == "isi_nama"]
    assert nama.sifat["aria-describedby"] == "isi_nama_helptext isi_nama_error"
    assert nama.sifat["aria-invalid"] == "true"
    assert nama.sifat["value"].startswith("Dra. Hj. Siti")
    (ringkasan,) = dokumen.semua("div", "ringkasan-galat")
    assert "Nama lengkap: Pastikan" in ringkasan.teks
    tautan = [u.sifat["href"][1:] for u in dokumen.semua("a") if u.sifat["href"].startswith("#isi_")]
    assert len(tautan) == 4
    assert set(tautan) <= set(dokumen.id())


def test_it_offers_role_switch_and_sign_out_as_forms_with_a_token(klien):
    dokumen = Dokumen.baca(klien.get("/").text)
    tujuan = {u.sifat.get("action"): u.sifat.get("method") for u in dokumen.semua("form")}
    assert tujuan["/peran/"] == tujuan["/keluar/"] == "post"
    kunci = [u.sifat["value"] for u in dokumen.semua("button") if u.sifat.get("name") == "peran"]
    assert kunci == ["guru-1", "pengawas-1"]
    pos = [u for u in dokumen.semua("form") if u.sifat["method"] == "post"]
    assert len([u for u in dokumen.semua("input") if u.sifat.get("name") == "csrfmiddlewaretoken"]) == len(pos)


def test_it_shows_an_empty_state_where_nothing_is(klien):
    dokumen = Dokumen.baca(klien.get("/?kosong=1").text)
    assert len(dokumen.semua("div", "kosong")) == 4
    assert "Semua guru sudah dinilai." in "".join(u.teks for u in dokumen.semua("div", "kosong"))
    assert dokumen.semua("progress") == []


HOSTILE = [
    "{% lencana x %}",
    "{% lencana x 3 %}",
    '{% icon "lock" label=x %}',
    "{% kemajuan 1 2 x judul=x %}{% kemajuan 0 0 x %}",
    "{{ x|samarkan }}{{ x|tanggal }}{{ x|waktu }}{{ x|angka }}{{ x|keadaan }}",
    '{% include "ui/komponen/salin.html" with id="a" teks=x judul=x %}',
    '{% include "ui/komponen/kosong.html" with judul=x teks=x url="/" tombol=x %}',
    '{% include "ui/komponen/kartu_kendala.html" with kendala=k %}',
    '{% include "ui/komponen/kartu_langkah.html" with kartu=k %}',
    '{% include "ui/komponen/dua_sisi.html" with baris=b judul=x kiri=x kanan=x %}',
    '{% include "ui/komponen/tabel.html" with baris=b kolom=kolom judul=x %}',
    '{% include "ui/komponen/bukti.html" with butir=kolom judul=x %}',
    '{% include "ui/komponen/konfirmasi.html" with judul=x teks=x butir=teks tombol=x url_batal="/" %}',
    "{% panduan langkah %}",
]


@pytest.mark.parametrize("sumber", HOSTILE)
def test_it_escapes_whatever_people_typed(rakit, sumber):
    kunci = (
        "kode",
        "judul",
        "sebab",
        "penanggung_jawab",
        "di_mana",
        "perkiraan_waktu",
        "keadaan",
        "sapaan",
        "pengurus",
    )
    html = rakit(
        sumber,
        x=JAHAT,
        teks=[JAHAT],
        k={**dict.fromkeys(kunci, JAHAT), "langkah": [JAHAT], "url": "/", "tombol": JAHAT},
        b=[{"nama": JAHAT, "kiri": JAHAT, "kanan": JAHAT, "sama": False}],
        kolom=[["nama", JAHAT], ["kiri", JAHAT]],
        langkah=[{"judul": JAHAT, "keterangan": JAHAT, "tombol": JAHAT, "url": "/"}],
    )
    dokumen = Dokumen.baca(html)
    assert dokumen.terbuka == []
    assert not [u for u in dokumen.unsur if u.nama in {"script", "img"}]
    assert "script" in html or "***" in html or "|keadaan" not in sumber


@pytest.mark.parametrize(
    ("sumber", "terbaca"),
    [
        ('{{ "198501012010012999"|samarkan }}', "1985***********999"),
        ('{{ "3204110609979991"|samarkan }}', "****************"),
        ("{{ kosong|samarkan }}{{ kosong|tanggal }}{{ kosong|angka }}", "---"),
        ("{{ 1240|angka }} {{ 37.5|angka:2 }}", "1.240 37,50"),
        ('{{ "terblokir"|keadaan }}', "Tertahan"),
    ],
)
def test_it_formats_in_a_template(rakit, sumber, terbaca):
    assert rakit(sumber, kosong=None) == terbaca


def test_it_shows_a_zero_as_a_value_and_an_empty_side_as_empty(rakit):
    sisi = '{% include "ui/komponen/dua_sisi.html" with baris=b %}{% include "ui/komponen/bukti.html" with butir=c %}'
    html = rakit(
        sisi, b=[{"nama": "Angka", "kiri": 0, "kanan": "", "sama": False}], c=[["Nol", 0], ["Tidak ada", None]]
    )
    dokumen = Dokumen.baca(html)
    assert [u.teks for u in dokumen.semua("td")[:2]] == ["0", "(kosong)"]
    assert [u.teks for u in dokumen.semua("dd")] == ["0", "-"]


def test_it_hides_a_decorative_icon_and_names_a_telling_one(rakit):
    hias, nyata = Dokumen.baca(rakit('{% icon "lock" %}{% icon "lock" label="Tertahan" %}')).semua("svg")
    assert hias.sifat["aria-hidden"] == "true"
    assert (nyata.sifat["role"], nyata.sifat["aria-label"]) == ("img", "Tertahan")


def test_it_renders_a_static_file_that_was_never_collected(rakit):
    assert rakit('{% aset "selaras/tidak-ada.css" %}') == "/statis/selaras/tidak-ada.css"


@pytest.mark.parametrize(("teks", "baris"), [("", "2"), ("a", "2"), ("a\nb\nc", "3"), ("x" * 9999, "20")])
def test_it_makes_the_copy_block_as_high_as_its_text(rakit, teks, baris):
    (kotak,) = Dokumen.baca(rakit('{% include "ui/komponen/salin.html" with id="a" teks=t %}', t=teks)).semua(
        "textarea"
    )
    assert kotak.sifat["rows"] == baris
    assert "readonly" in kotak.sifat
