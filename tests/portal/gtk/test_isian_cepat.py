"""Where PMM exists: Ruang GTK is off, and a school states what it sees there, typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from jobs.desa import BUDI, DEWI, SARI, TONO, WATI, Orang
from portal.conftest import Situs, kirim
from selaras.accounts.roles import Jenis
from selaras.portal.gtk.tempel import baca

PATH = "/gtk/isian-cepat/"
WAKTU = {"periode": "2024-302", "status": "terkirim", "skp": "on", "aksi": "simpan"}


@pytest.fixture(scope="module")
def sari(situs: Situs) -> Iterator[httpx.Client]:
    with closing(situs.masuk(SARI)) as client:
        yield client


def kunci(client: httpx.Client, o: Orang, periode: str = "2024-302") -> str:
    """Return how the form names this person."""
    page = client.get(PATH, params={"periode": periode}).text
    after = page[page.index(f">{o.nama}</h2>") :]
    found = re.search(r'name="(o-[0-9a-f]{16})-hasil"', after)
    assert found
    return found[1]


def nilai(key: str, hasil: str, perilaku: str, predikat: str) -> dict[str, str]:
    return {f"{key}-hasil": hasil, f"{key}-perilaku": perilaku, f"{key}-predikat": predikat}


def tercatat(situs: Situs, o: Orang, slot: int = 302) -> list[tuple[object, ...]]:
    rows = situs.db.execute(
        "SELECT r.hasil, r.perilaku, r.predikat, r.status FROM record r JOIN akun a ON a.id = r.akun_id "
        "WHERE a.nip = %s AND a.sistem = 1 AND r.slot = %s AND r.gone_batch IS NULL",
        (o.nip, slot),
    ).fetchall()
    situs.db.rollback()
    return rows


def test_the_room_is_switched_off_and_says_so(situs: Situs, sari: httpx.Client) -> None:
    page = sari.get("/gtk/")
    assert page.status_code == 200
    assert "tidak dibuka di sini" in page.text
    assert PATH in page.text
    for path in ("/gtk/saya/", "/gtk/nilai/", "/gtk/kirim/", "/gtk/kegiatan/"):
        assert sari.get(path).status_code == 404
    with closing(situs.masuk(BUDI)) as guru:
        assert PATH not in guru.get("/gtk/").text
        assert guru.get(PATH).status_code == 403


def test_three_taps_are_taken_in_as_the_schools_own_statement(situs: Situs, sari: httpx.Client) -> None:
    assert tercatat(situs, BUDI) == []
    answer = kirim(sari, f"{PATH}?periode=2024-302", **WAKTU, **nilai(kunci(sari, BUDI), "1", "2", "2"))
    assert "Penilaian 1 guru" in answer.text
    assert tercatat(situs, BUDI) == [(1, 2, 2, 3)]
    row = situs.db.execute(
        "SELECT b.berkas, b.connector, r.actor FROM batch b JOIN run r ON r.id = b.run_id ORDER BY b.id DESC LIMIT 1"
    ).fetchone()
    situs.db.rollback()
    assert row
    assert row[0].startswith(f"Pernyataan sekolah {SARI.sekolah.nama}")
    assert row[1:] == ("pmm_interchange", SARI.nama)
    count = situs.db.execute("SELECT count(*) FROM batch").fetchone()
    again = kirim(sari, f"{PATH}?periode=2024-302", **WAKTU, **nilai(kunci(sari, BUDI), "1", "2", "2"))
    assert "Tidak ada yang berubah" in again.text
    assert situs.db.execute("SELECT count(*) FROM batch").fetchone() == count
    situs.db.rollback()


def test_what_is_wrong_stands_beside_its_row_and_nothing_is_lost(situs: Situs, sari: httpx.Client) -> None:
    good, bad = kunci(sari, WATI), kunci(sari, BUDI)
    fields = {**WAKTU, "periode": "2024-301"}
    answer = kirim(sari, PATH, **fields, **nilai(good, "2", "2", "2"), **nilai(bad, "1", "1", "5"))
    assert answer.status_code == 422
    assert "Menurut matriks: Sangat Baik" in answer.text
    assert tercatat(situs, WATI, 301) == [(2, 2, 2, 3)], "the sound row is kept"
    assert tercatat(situs, BUDI, 301) == []
    half = kirim(sari, PATH, **fields, **{f"{bad}-hasil": "1"})
    assert half.status_code == 422
    assert "Belum dipilih" in half.text


def test_a_known_value_is_filled_in_before_anybody_types(sari: httpx.Client) -> None:
    page = sari.get(PATH, params={"periode": "2024-204"}).text
    after = page[page.index(f">{BUDI.nama}</h2>") :][:4000]
    assert 'value="2"' in after
    assert "checked" in after
    assert not re.findall(r"\d{16,18}", page)


def test_a_pasted_list_fills_the_form_and_keeps_nothing_yet(situs: Situs, sari: httpx.Client) -> None:
    text = (
        "No\tNama\tHasil Kerja\tPerilaku Kerja\tPredikat\n"
        f"1\t{WATI.nama.upper()}, S.Pd.\tDiatas Ekspektasi\tDiatas Ekspektasi\tSangat Baik\n"
        "2\tOrang Lain\tSesuai Ekspektasi\tSesuai Ekspektasi\tBaik\n"
    )
    before = situs.db.execute("SELECT count(*) FROM batch").fetchone()
    fields = {**WAKTU, "aksi": "tempel", "tempelan": text}
    answer = kirim(sari, PATH, **fields)
    assert answer.status_code == 422
    assert "1 guru terisi dari tempelan" in answer.text
    assert "«Orang Lain» tidak ada di daftar sekolah ini" in answer.text
    assert "Orang Lain\tSesuai" in answer.text, "what was pasted is still there"
    after = answer.text[answer.text.index(f">{WATI.nama}</h2>") :][:5000]
    assert re.search(r'-predikat"[^>]*>.*?<option value="1" selected', after, re.S)
    assert situs.db.execute("SELECT count(*) FROM batch").fetchone() == before
    situs.db.rollback()


@pytest.mark.parametrize("text", ["", "\x00", "a\tb\n" * 3000, "<script>alert(1)</script>", "Baik\nBaik\nBaik"])
def test_a_pasted_list_that_says_nothing_is_told_so(sari: httpx.Client, text: str) -> None:
    answer = kirim(sari, PATH, **{**WAKTU, "aksi": "tempel", "tempelan": text})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text


def test_people_of_another_school_and_made_up_names_are_not_taken(situs: Situs, sari: httpx.Client) -> None:
    with closing(situs.masuk(TONO)) as tono:
        foreign = kunci(tono, DEWI)
    assert DEWI.nama not in sari.get(PATH).text
    answer = kirim(sari, PATH, **WAKTU, **nilai(foreign, "1", "1", "1"), **nilai("o-0000", "1", "1", "1"))
    assert "Tidak ada yang berubah" in answer.text
    assert tercatat(situs, DEWI) == []


def test_an_operator_states_it_too_and_bad_states_are_refused(situs: Situs) -> None:
    situs.beri(BUDI, Jenis.OPERATOR)
    with closing(situs.masuk(BUDI)) as client:  # the role that reaches furthest is taken at first
        fields = {**WAKTU, "periode": "2024-203", **nilai(kunci(client, WATI, "2024-203"), "1", "1", "1")}
        assert kirim(client, PATH, **{**fields, "status": "entah"}).status_code == 422
        assert "tercatat" in kirim(client, PATH, **fields).text
    assert (1, 1, 1, 3) in tercatat(situs, WATI, 203)


DIKENAL = {"a": ("Siti Aminah", "198501012010012999"), "b": ("Budi Santoso", "198601012011011998")}


def test_cells_may_stand_below_each_other() -> None:
    siti = "Siti Aminah\nGuru Kelas\nSesuai Ekspektasi\nDiatas Ekspektasi\nBaik\n"
    found = baca(f"{siti}Budi Santoso, S.Pd.\nGuru\nDibawah Ekspektasi\n", DIKENAL)
    assert (found.orang["a"].hasil, found.orang["a"].perilaku, found.orang["a"].predikat) == (2, 1, 2)
    assert (found.orang["b"].hasil, found.orang["b"].perilaku, found.orang["b"].predikat) == (3, None, None)
    assert found.galat == []


def test_other_columns_of_a_row_do_not_matter() -> None:
    found = baca("1\tSiti Aminah\tSesuai Ekspektasi\tGuru Kelas Satu\tDiatas Ekspektasi\tBaik\tTerkirim", DIKENAL)
    assert (found.orang["a"].hasil, found.orang["a"].perilaku, found.orang["a"].predikat) == (2, 1, 2)
    assert found.galat == []


def test_a_number_tells_people_of_one_name_apart() -> None:
    twins = {"a": ("Siti Aminah", "198501012010012999"), "b": ("Siti Aminah", "198601012011012998")}
    found = baca("Siti Aminah\tBaik\n1986 0101 2011012998\tSangat Baik", twins)
    assert found.orang.keys() == {"b"}
    assert found.orang["b"].predikat == 1
    assert len(found.galat) == 2


def test_values_of_a_stranger_are_not_the_ones_before() -> None:
    found = baca("Siti Aminah\tBaik\nRina Lain\tSangat Baik\nRina Lain\tSangat Baik", DIKENAL)
    assert found.orang["a"].predikat == 2
    assert len(found.galat) >= 1


def test_the_first_word_counts_when_somebody_is_named_twice() -> None:
    found = baca("Siti Aminah\tBaik\nSiti Aminah\tSangat Baik", DIKENAL)
    assert found.orang["a"].predikat == 2
    assert "lebih dari satu kali" in found.galat[0]
