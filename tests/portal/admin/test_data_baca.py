"""What the admins read: first page, rekap, kendala, perubahan, people, tindak lanjut, on a damaged village."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

import httpx
import pytest
import python_calamine

from jobs.desa import BUDI, DEWI, DUA, EKO, SATU, TONO, WARGA
from portal.admin.data_desa import LAIN, RINA, rusak, sebagai
from portal.conftest import SARI, Situs
from selaras.accounts.roles import Jenis
from selaras.monitoring.directory import Wanted, people_count, people_page


@pytest.fixture(scope="module")
def admin(situs: Situs) -> Iterator[httpx.Client]:
    rusak(situs)
    with sebagai(situs, Jenis.ADMIN_DINAS) as client:
        yield client


def satu_link(page: str, awal: str) -> str:
    """Return the first address on a page that begins so."""
    return unescape(re.findall(rf'href="({re.escape(awal)}[^"]+)"', page)[0])


def nama_di(page: str) -> list[str]:
    return [o.nama for o in (*WARGA, RINA) if o.nama in page]


def test_the_first_page_says_what_to_do_how_it_stands_and_how_old_the_data_are(admin: httpx.Client) -> None:
    page = admin.get("/").text
    assert "Kerjakan dulu" in page
    assert "tugas Anda" in page  # the map is the dinas's own
    assert 'href="/kendala/U1/"' in page
    assert "data ditarik 7 Januari 2025" in page
    assert "usulan orang yang sama" in page
    assert "isian" in re.search(r"<caption>Isian menurut keadaan</caption>.*?</table>", page, re.S)[0]  # type: ignore[index]


def test_the_rekap_shows_the_numbers_of_the_books(situs: Situs, admin: httpx.Client) -> None:
    page = admin.get("/rekap/").text
    (total,) = situs.db.execute("SELECT count(*) FROM entry WHERE tahun = 2024").fetchone() or (0,)
    assert f"{total} isian dari" in page
    assert "Pembukuan seimbang" in page
    assert DUA.nama in page


def test_the_workbook_of_the_rekap_holds_schools_and_no_person(admin: httpx.Client) -> None:
    answer = admin.get("/rekap/unduh/")
    assert "attachment" in answer.headers["Content-Disposition"]
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    text = str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    assert SATU.nama in text
    assert "U1" in text
    assert nama_di(text) == []
    assert not re.findall(r"\d{15,}", text)


def test_kendala_are_sorted_by_the_teachers_they_free(admin: httpx.Client) -> None:
    page = admin.get("/kendala/").text
    freed = [int(n) for n in re.findall(r"Membuka jalan bagi</dt><dd>(\d+) guru", page)]
    assert len(freed) > 1
    assert freed == sorted(freed, reverse=True)


@pytest.mark.parametrize(
    ("saring", "ada", "tidak"),
    [
        ("?kode=U1", "/kendala/U1/", "/kendala/N3/"),
        ("?siapa=dinas", "/kendala/U1/", "/kendala/N3/"),
        (f"?sekolah={DUA.npsn}", "/kendala/U1/", "/kendala/N3/"),
        ("?sekolah=sdn 1", "/kendala/N3/", "/kendala/U1/"),
    ],
)
def test_kendala_are_narrowed_by_code_owner_and_school(admin: httpx.Client, saring: str, ada: str, tidak: str) -> None:
    page = admin.get(f"/kendala/{saring}").text
    assert f'href="{ada}' in page
    assert f'href="{tidak}' not in page


@pytest.mark.parametrize(
    "saring", ["?kode=ZZ", "?siapa=raja", "?sekolah=" + "x" * 200, "?kode=%00", "?halaman=-9", "?halaman=x"]
)
def test_an_odd_filter_is_told_and_breaks_nothing(admin: httpx.Client, saring: str) -> None:
    answer = admin.get(f"/kendala/{saring}")
    assert answer.status_code == (200 if "halaman" in saring else 422)
    assert "<h1" in answer.text


def test_a_code_opens_its_people_and_a_message_without_names(admin: httpx.Client) -> None:
    page = admin.get("/kendala/N3/").text
    assert RINA.nama in page
    assert 'href="/guru/' in page
    message = re.search(r'<textarea id="pesan"[^>]*>(.*?)</textarea>', page, re.S)
    assert message
    assert nama_di(message[1]) == []
    assert "Langkah:" in message[1]


def test_a_school_that_is_held_opens_the_people_it_holds(admin: httpx.Client) -> None:
    link = satu_link(admin.get("/kendala/U1/").text, "/orang/")
    page = admin.get(link).text
    assert EKO.nama in page
    assert DEWI.nama not in page


@pytest.mark.parametrize(
    "path", ["/kendala/ZZ/", "/kendala/<script>/", "/kendala/U1'--/", "/impor/1/", "/tindak-lanjut/1/"]
)
def test_an_address_that_was_made_up_leads_nowhere(admin: httpx.Client, path: str) -> None:
    answer = admin.get(path)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_changes_name_what_is_new_since_the_last_report(admin: httpx.Client) -> None:
    page = admin.get("/perubahan/").text
    assert "Dari data 6 Januari 2025 ke data 7 Januari 2025" in page
    assert "U1" in page
    assert RINA.nama in page
    assert "Tidak ada baris" not in page
    assert RINA.nama not in admin.get("/perubahan/?jenis=selesai").text
    assert re.search(rf'<a href="/guru/[^"]+">{re.escape(RINA.nama)}</a>', page)
    assert admin.get(satu_link(page, "/guru/")).status_code == 200


@pytest.mark.parametrize("sejak", ["2025-02-30", "kemarin", "99999999", "%00", "<script>"])
def test_a_date_that_is_none_is_told_beside_the_field(admin: httpx.Client, sejak: str) -> None:
    answer = admin.get("/perubahan/", params={"sejak": sejak})
    assert answer.status_code == 422
    assert "aria-invalid" in answer.text
    assert "<script>" not in answer.text


def test_the_list_of_people_is_searched_and_filtered_by_the_database(situs: Situs, admin: httpx.Client) -> None:
    assert EKO.nama in admin.get("/orang/", params={"nama": "eko"}).text
    assert EKO.nama not in admin.get("/orang/", params={"nama": "dewi"}).text
    assert nama_di(admin.get("/orang/", params={"sekolah": SATU.npsn, "nama": "sari"}).text) == [SARI.nama, BUDI.nama]
    page = admin.get("/orang/", params={"keadaan": "terblokir"}).text
    assert EKO.nama in page
    assert TONO.nama not in page
    assert "Tidak ada yang cocok" in admin.get("/orang/", params={"nama": "100%_'"}).text
    assert admin.get("/orang/", params={"keadaan": "kaya"}).status_code == 422
    held = admin.get("/orang/", params={"kode": "U1"}).text
    assert EKO.nama in held
    assert people_count(situs.db, Wanted(1, 2024, kode="U1")) == held.count('data-label="NIP"')
    other = Wanted(1, 2024, sekolah=DUA.npsn, keadaan="terblokir", kode="K1")  # held, though not by this
    assert people_count(situs.db, other) == 0
    assert admin.get("/orang/", params={"kode": "U1' OR 1"}).status_code == 422
    wanted = Wanted(1, 2024)
    count = people_count(situs.db, wanted)
    seen = [one.orang_id for skip in range(0, count, 2) for one in people_page(situs.db, wanted, most=2, skip=skip)]
    assert len(set(seen)) == count == len(seen)


def test_a_page_of_people_far_behind_the_end_is_the_last_one(admin: httpx.Client) -> None:
    assert DEWI.nama in admin.get("/orang/?halaman=999999").text


def test_a_school_gets_its_steps_its_papers_and_a_message_to_open(admin: httpx.Client) -> None:
    page = admin.get("/tindak-lanjut/", params={"sekolah": SATU.npsn}).text
    link = satu_link(page, "/tindak-lanjut/")
    school = admin.get(link).text
    assert SATU.nama in school
    assert DUA.nama not in school
    texts = [unquote(unescape(x)) for x in re.findall(r'href="https://wa.me/\?text=([^"]+)"', school)]
    for text in texts:
        assert not re.findall(r"\d{15,}", text)
        assert "Sesuai Ekspektasi" not in text
        assert len(text) < 900
    pdf, txt = admin.get(f"{link}pdf/"), admin.get(f"{link}txt/")
    assert pdf.content.startswith(b"%PDF")
    assert SATU.nama in txt.text
    assert "20271001" in txt.headers["Content-Disposition"]
    assert admin.get(f"{link}exe/").status_code == 404


def test_the_messages_of_a_waiting_school_send_nobody_to_work(admin: httpx.Client) -> None:
    link = satu_link(admin.get("/tindak-lanjut/", params={"sekolah": DUA.npsn}).text, "/tindak-lanjut/")
    assert "Ditunggu dari dinas" in admin.get(link).text


@pytest.mark.parametrize("jenis", [Jenis.OPERATOR, Jenis.PENGAWAS])
def test_whoever_is_no_admin_reaches_none_of_it(situs: Situs, admin: httpx.Client, jenis: Jenis) -> None:
    page = admin.get("/tindak-lanjut/", params={"sekolah": SATU.npsn}).text
    links = [
        satu_link(page, "/tindak-lanjut/"),
        "/kendala/U1/",
        "/rekap/unduh/",
        "/tindak-lanjut/berkas/",
        "/impor/kemajuan/",
    ]
    situs.beri(SARI, jenis)
    client = situs.masuk(SARI)
    for link in (*links, f"{links[0]}pdf/"):
        answer = client.get(link)
        assert answer.status_code == 403, link
        assert DUA.nama not in answer.text
    client.close()


def test_no_page_shows_a_whole_number(situs: Situs, admin: httpx.Client) -> None:
    for path in (
        "/",
        "/rekap/",
        "/kendala/",
        "/kendala/N3/",
        "/perubahan/",
        "/orang/",
        "/padan/",
        "/padan/unor/?jenis=semua",
    ):
        page = admin.get(path)
        assert page.status_code == 200, path
        assert not re.findall(r"\d{15,}", page.text), path
        assert LAIN not in page.text
