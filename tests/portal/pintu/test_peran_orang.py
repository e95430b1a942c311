"""Giving and taking roles in the browser, and the record of who looked at what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape

import httpx
import pytest

from jobs.desa import TONO, WATI
from portal.conftest import BUDI, DEWI, HARI, SARI, WARGA, Situs, kirim
from selaras.accounts.roles import Jenis

ISI = {"jenis": "", "sekolah": "", "sebagai": "definitif", "nomor_sk": "", "mulai": HARI, "sampai": ""}


@pytest.fixture(scope="module")
def admin(situs: Situs) -> Iterator[httpx.Client]:
    situs.beri(BUDI, Jenis.ADMIN_INSTANSI)
    with closing(situs.masuk(BUDI)) as client:
        yield client


def halaman(admin: httpx.Client, nama: str) -> str:
    """Search somebody and give the address of his page."""
    found = re.findall(
        r'href="(/peran-orang/[^"]+/)">([^<]+)</a>', admin.get("/peran-orang/", params={"cari": nama}).text
    )
    (address,) = [where for where, name in found if unescape(name) == nama]
    return address


def beri(admin: httpx.Client, nama: str, **fields: str) -> httpx.Response:
    return kirim(admin, halaman(admin, nama), **ISI | fields)


def pilihan(situs: Situs, client: httpx.Client) -> list[str]:
    """Give the roles that somebody may choose from, his own included."""
    text = client.get("/").text
    return [*re.findall(r'name="peran" value="([^"]+)"', text), *re.findall(r'class="akun-peran">([^<]+)<', text)]


def test_a_person_is_found_by_a_part_of_his_name_and_shown_masked(admin: httpx.Client) -> None:
    page = admin.get("/peran-orang/", params={"cari": "wati"}).text
    assert WATI.nama in page
    assert DEWI.nama not in page.partition("Peran yang berlaku")[0]
    assert WATI.nip not in page
    assert WATI.nip[:4] in page
    none = admin.get("/peran-orang/", params={"cari": "<b>tidak ada"}).text
    assert "Tidak ada orang bernama" in none
    assert "<b>tidak" not in none


def test_an_acting_head_is_named_by_decree_and_sees_his_school_at_once(situs: Situs, admin: httpx.Client) -> None:
    answer = beri(
        admin, DEWI.nama, jenis="kepala", sekolah=DEWI.sekolah.npsn, sebagai="plt", nomor_sk="800/12/2025",
        sampai="2025-03-31",
    )  # fmt: skip
    assert answer.status_code == 200, answer.text[-800:]
    assert "Plt. Kepala sekolah" in answer.text
    assert "800/12/2025" in answer.text
    with closing(situs.masuk(DEWI)) as client:
        assert "Plt. Kepala sekolah" in client.get("/").text
        assert DEWI.sekolah.nama in client.get("/sekolah/").text


def test_a_supervisor_gets_several_schools_by_npsn_or_name(situs: Situs, admin: httpx.Client) -> None:
    both = f"{SARI.sekolah.npsn}\n\n {TONO.sekolah.nama.lower()} \n{SARI.sekolah.npsn}"
    answer = beri(admin, TONO.nama, jenis="pengawas", sekolah=both)
    assert "Pengawas diberikan di 2 sekolah" in answer.text
    with closing(situs.masuk(TONO)) as client:
        page = client.get("/").text
        assert SARI.sekolah.nama in page
        assert TONO.sekolah.nama in page
    again = beri(admin, TONO.nama, jenis="pengawas", sekolah=both)
    assert (again.status_code, "sudah dimiliki" in again.text) == (422, True)


WRONG = [
    ({"jenis": ""}, "jenis"),
    ({"jenis": "guru"}, "jenis"),
    ({"jenis": "raja"}, "jenis"),
    ({"jenis": "operator"}, "sekolah"),
    ({"jenis": "operator", "sekolah": "20271001\n20271002"}, "sekolah"),
    ({"jenis": "operator", "sekolah": "99999999"}, "sekolah"),
    ({"jenis": "admin_dinas", "sekolah": "20271001"}, "sekolah"),
    ({"jenis": "kepala", "sekolah": "20271001"}, "sebagai"),
    ({"jenis": "kepala", "sekolah": "20271001", "sebagai": "plh", "nomor_sk": "  "}, "nomor_sk"),
    ({"jenis": "admin_dinas", "sebagai": "plt", "nomor_sk": "1"}, "sebagai"),
    ({"jenis": "admin_dinas", "mulai": ""}, "mulai"),
    ({"jenis": "admin_dinas", "mulai": "kemarin"}, "mulai"),
    ({"jenis": "admin_dinas", "mulai": "0001-01-01"}, "mulai"),
    ({"jenis": "admin_dinas", "sampai": "2025-01-05"}, "sampai"),
    ({"jenis": "operator", "sekolah": "\x00"}, "sekolah"),
    ({"jenis": "pengawas", "sekolah": "\n".join(map(str, range(200)))}, "sekolah"),
]


@pytest.mark.parametrize(("fields", "field"), WRONG)
def test_what_can_not_be_is_told_beside_its_field_and_what_was_typed_stays(
    situs: Situs, admin: httpx.Client, fields: dict[str, str], field: str
) -> None:
    before = situs.db.execute("SELECT count(*) FROM ac_peran").fetchone()
    answer = beri(admin, WATI.nama, **{"nomor_sk": "800/diketik"} | fields)
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in answer.text
    assert fields.get("nomor_sk", "800/diketik").strip() in answer.text
    situs.db.rollback()
    assert situs.db.execute("SELECT count(*) FROM ac_peran").fetchone() == before


def test_a_role_is_taken_back_after_a_question_and_its_pages_close_at_once(situs: Situs, admin: httpx.Client) -> None:
    beri(admin, WATI.nama, jenis="admin_dinas")
    with closing(situs.masuk(WATI)) as client:
        assert client.get("/kendala/").status_code == 200
        (where,) = re.findall(r'href="(/peran-orang/cabut/[^"]+)"', admin.get(halaman(admin, WATI.nama)).text)
        asked = admin.get(where)
        assert "Cabut Admin dinas?" in asked.text
        assert client.get("/kendala/").status_code == 200
        done = kirim(admin, where)
        assert "Halamannya langsung tertutup" in done.text
        assert client.get("/kendala/").status_code == 403
    assert admin.get(where).status_code == 404


def test_nobody_takes_his_own_role_and_locks_the_door(situs: Situs, admin: httpx.Client) -> None:
    situs.db.rollback()
    row = situs.db.execute(
        "SELECT r.id FROM ac_peran r JOIN ac_pengguna p ON p.id = r.pengguna_id WHERE p.orang_id = %s "
        "AND r.jenis = 'admin_instansi'",
        (situs.orang(BUDI),),
    ).fetchone()
    assert row
    where = f"/peran-orang/cabut/{row[0]}/"
    assert "dicabut oleh admin lain" in admin.get(where).text
    refused = kirim(admin, where)
    assert (refused.status_code, "dicabut oleh admin lain" in refused.text) == (422, True)
    assert admin.get("/peran-orang/").status_code == 200


def test_addresses_of_people_and_roles_are_good_for_the_admin_alone(situs: Situs, admin: httpx.Client) -> None:
    where = halaman(admin, DEWI.nama)
    assert DEWI.nip not in where
    with closing(situs.masuk(SARI)) as head:
        assert head.get(where).status_code == 403
        assert head.get("/peran-orang/cabut/00000000-0000-0000-0000-000000000000/").status_code == 403
    for made_up in ("1", "%00", "x" * 300):
        assert admin.get(f"/peran-orang/{made_up}/").status_code in (400, 404)
    assert admin.get("/peran-orang/cabut/00000000-0000-0000-0000-000000000000/").status_code == 404


@pytest.mark.parametrize(
    "query", ["halaman=x", "halaman=-1", "halaman=99999999999", "cari=%00", "peran=raja", "cari=%25"]
)
def test_odd_addresses_of_the_list_harm_nothing(admin: httpx.Client, query: str) -> None:
    assert admin.get(f"/peran-orang/?{query}").status_code in (200, 422)


def test_the_record_says_who_looked_at_what_and_can_be_narrowed(situs: Situs, admin: httpx.Client) -> None:
    admin.get(halaman(admin, DEWI.nama))
    page = admin.get("/catatan-akses/").text
    assert BUDI.nama in page
    assert DEWI.nama in page
    assert not re.search(r"\d{16,18}", page)
    assert "Tidak ada yang dibuka" in admin.get("/catatan-akses/?hari=2020-01-01").text
    assert BUDI.nama in admin.get(f"/catatan-akses/?hari={HARI}&peran=admin_instansi").text
    wrong = admin.get("/catatan-akses/?hari=kemarin")
    assert (wrong.status_code, "Tulis tanggal" in wrong.text) == (422, True)


def test_the_record_has_pages(situs: Situs, admin: httpx.Client) -> None:
    situs.db.execute(
        "INSERT INTO ac_akses(waktu, peran, apa, metode, status) "
        "SELECT '2024-05-05T08:00+07', 'guru', 'saya', 'GET', 200 FROM generate_series(1, 120)"
    )
    situs.db.commit()
    first = admin.get("/catatan-akses/?hari=2024-05-05")
    assert first.text.count('<tr role="row">') == 51
    (following,) = re.findall(r'rel="next" href="([^"]+)"', first.text)
    last = admin.get("/catatan-akses/" + unescape(following).replace("halaman=2", "halaman=3"))
    assert last.text.count('<tr role="row">') == 21
    assert 'rel="next"' not in last.text


def test_a_technician_reads_the_record_without_a_name(situs: Situs, admin: httpx.Client) -> None:
    admin.get(halaman(admin, DEWI.nama))
    situs.beri(WATI, Jenis.TEKNISI)
    with closing(situs.masuk(WATI)) as client:
        (choice,) = [one for one in pilihan(situs, client) if one.startswith("teknisi") or one == "Teknisi"][:1]
        if choice != "Teknisi":
            kirim(client, "/peran/", dari="/", peran=choice)
        page = client.get("/catatan-akses/")
        assert page.status_code == 200
        body = page.text.partition("<main")[2]
        assert "nama disembunyikan" in body
        assert not [o.nama for o in WARGA if o.nama in body]
