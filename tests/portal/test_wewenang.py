"""Every page as every role: what it shows, and that nobody else shines through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import httpx
import pytest

from jobs.desa import TONO
from portal.conftest import BUDI, DEWI, SARI, WARGA, Situs, kirim
from portal.peta.semua import MAPS, OPEN_TO
from selaras.accounts.roles import Jenis
from selaras.portal.urls import urlpatterns

PAGES = tuple(OPEN_TO)
PLAYS = {
    Jenis.GURU: DEWI, Jenis.KEPALA: SARI, Jenis.OPERATOR: BUDI, Jenis.PENGAWAS: BUDI, Jenis.ADMIN_DINAS: BUDI,
    Jenis.ADMIN_INSTANSI: BUDI, Jenis.TEKNISI: BUDI,
}  # fmt: skip


@pytest.fixture(scope="module")
def klien(situs: Situs) -> Iterator[dict[Jenis, httpx.Client]]:
    """A client for every role; Budi holds several and chooses one."""
    found = {}
    for jenis in (Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_DINAS, Jenis.ADMIN_INSTANSI, Jenis.TEKNISI):
        situs.beri(BUDI, jenis)
    for jenis, who in PLAYS.items():
        client = situs.masuk(who)
        for choice in re.findall(r'name="peran" value="([^"]+)"', client.get("/").text):
            if choice.startswith(f"{jenis}:"):
                kirim(client, "/peran/", dari="/", peran=choice)
        found[jenis] = client
    yield found
    for client in found.values():
        client.close()


Dibuka = Callable[[Jenis, str], httpx.Response]


@pytest.fixture(scope="module")
def dibuka(klien: dict[Jenis, httpx.Client]) -> Dibuka:
    """Every page as every role, asked for once and looked at by several tests."""
    return cache(lambda jenis, path: klien[jenis].get(path))


@pytest.mark.parametrize("jenis", list(Jenis))
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_for_whom_it_is_meant_and_nobody_else(dibuka: Dibuka, jenis: Jenis, path: str) -> None:
    status = dibuka(jenis, path).status_code
    assert (status == 200) is (jenis in OPEN_TO[path]), status
    assert status in (200, 403, 404)


@pytest.mark.parametrize("jenis", list(Jenis))
@pytest.mark.parametrize("path", PAGES)
def test_no_page_offers_what_is_refused_then(dibuka: Dibuka, jenis: Jenis, path: str) -> None:
    offered = {f"/{link}" for link in re.findall(r'href="/([^"#?]*)', dibuka(jenis, path).text)}
    assert [link for link in offered & OPEN_TO.keys() if jenis not in OPEN_TO[link]] == []


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.TEKNISI])
@pytest.mark.parametrize("path", PAGES)
def test_nobody_of_another_school_shines_through(dibuka: Dibuka, jenis: Jenis, path: str) -> None:
    who, text = PLAYS[jenis], dibuka(jenis, path).text
    strangers = [o for o in WARGA if o.sekolah is not who.sekolah]
    assert strangers
    for o in strangers:
        assert o.nama not in text
        assert o.sekolah.nama not in text


@pytest.mark.parametrize("path", PAGES)
def test_a_teacher_sees_no_colleague(dibuka: Dibuka, path: str) -> None:
    text = dibuka(Jenis.GURU, path).text
    assert not [o.nama for o in WARGA if o is not DEWI and o.nama in text]


@pytest.mark.parametrize("jenis", list(Jenis))
@pytest.mark.parametrize("path", PAGES)
def test_no_page_shows_a_whole_number_of_a_person(dibuka: Dibuka, jenis: Jenis, path: str) -> None:
    text = dibuka(jenis, path).text
    assert not re.findall(r"\d{16,18}", text)
    assert not [o for o in WARGA if o.nip in text or o.nik in text]


def test_the_address_of_a_school_is_good_for_those_who_may_and_for_nobody_else(
    klien: dict[Jenis, httpx.Client],
) -> None:
    links = re.findall(r'href="(/sekolah/[^"]+/)"', klien[Jenis.ADMIN_INSTANSI].get("/sekolah-sekolah/").text)
    pages = {link: klien[Jenis.ADMIN_INSTANSI].get(link).text for link in links}
    foreign = next(link for link, text in pages.items() if TONO.sekolah.nama in text and SARI.sekolah.nama not in text)
    for jenis in (Jenis.GURU, Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.TEKNISI):
        answer = klien[jenis].get(foreign)
        assert answer.status_code in (403, 404)
        assert TONO.sekolah.nama not in answer.text


@pytest.mark.parametrize("nama", ["1", "0", "-1", "abc", "1:1sX:xxxx", "%00", "..%2f..", "é", "1'--"])
def test_an_address_that_was_made_up_leads_nowhere(klien: dict[Jenis, httpx.Client], nama: str) -> None:
    assert klien[Jenis.ADMIN_INSTANSI].get(f"/sekolah/{nama}/").status_code in (400, 404)


def test_every_address_is_tried_here() -> None:
    known = {page.strip("/") for page in PAGES} | {"sehat"} | {page for one in MAPS for page in one.LAIN}
    assert {str(one.pattern).strip("/") for one in urlpatterns} == known


def test_codes_are_shown_once_and_only_to_the_operator(klien: dict[Jenis, httpx.Client]) -> None:
    answer = kirim(klien[Jenis.OPERATOR], "/kode/")
    assert answer.status_code == 200
    codes = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", answer.text)
    assert len(codes) == len([o for o in WARGA if o.sekolah is BUDI.sekolah])
    assert codes[0] not in klien[Jenis.OPERATOR].get("/kode/").text
    assert "no-store" in answer.headers["Cache-Control"]
