"""The navigation: one row for whoever has many links, the page that is open marked, no link to what is not there."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from selaras.accounts.roles import Jenis
from selaras.accounts.scope import Cakupan
from selaras.organisasi.selectors import Instansi
from selaras.portal.ekinerja.menu import menu_dalam
from selaras.portal.menu import menu_of
from selaras.ui.bingkai import Menu

BAWAAN = Instansi(1, "Kabupaten", "latihan", "ekinerja_builtin", False, "triwulanan", 2024, "BKPSDM", {"pmm": "bawaan"})
BACA = replace(BAWAAN, target="", hanya_baca=True, pengaturan={})


def peran(jenis: Jenis) -> Cakupan:
    return Cakupan(UUID(int=1), "Sari", jenis, 1, orang=7, sekolah=(3,))


def tautan(menu: tuple[Menu, ...]) -> list[Menu]:
    """Return every link, those in groups too."""
    return [one for top in menu for one in (top.anak or (top,))]


def bertanda(jenis: Jenis, path: str, instansi: Instansi = BAWAAN) -> list[tuple[str, bool]]:
    return [(one.teks, one.persis) for one in tautan(menu_of(peran(jenis), path, instansi)) if one.aktif]


def test_the_admin_of_an_instansi_has_eight_entries_and_everything_below_them() -> None:
    menu = menu_of(peran(Jenis.ADMIN_INSTANSI), "/", BAWAAN)
    names = ["Beranda", "Kendala", "Sekolah", "Data", "Proses", "Orang", "Ruang GTK", "e-Kinerja"]
    assert [one.teks for one in menu] == names
    assert [one.teks for one in menu if one.anak] == ["Data", "Proses", "Orang"]
    below = {one.url for one in tautan(menu)}
    assert {"/impor/", "/padan/unor/", "/jadwal/", "/orang/", "/catatan-akses/", "/verifikasi/"} <= below
    assert len(below) == len(tautan(menu))


@pytest.mark.parametrize("jenis", list(Jenis))
def test_where_ruang_gtk_is_elsewhere_the_school_finds_its_quick_form(jenis: Jenis) -> None:
    links = [{one.teks for one in tautan(menu_of(peran(jenis), "/", where))} for where in (BACA, BAWAAN)]
    assert ["Isian cepat" in names for names in links] == [jenis in (Jenis.KEPALA, Jenis.OPERATOR), False]
    assert ["Ruang GTK" in names for names in links] == [False, jenis is not Jenis.TEKNISI]


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.TEKNISI])
def test_few_links_stand_side_by_side(jenis: Jenis) -> None:
    assert not [one for one in menu_of(peran(jenis), "/", BAWAAN) if one.anak]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", ("Beranda", True)),
        ("/padan/", ("Padan orang", True)),
        ("/padan/putuskan/", ("Padan orang", False)),
        ("/padan/unor/abc/", ("Padan unit kerja", False)),
        ("/kendala/U1/", ("Kendala", False)),
        ("/sekolah/abc/", ("Sekolah", False)),
        ("/guru/abc/riwayat/", ("Guru", False)),
    ],
)
def test_a_link_stays_marked_on_the_pages_below_it(path: str, wanted: tuple[str, bool]) -> None:
    assert bertanda(Jenis.ADMIN_INSTANSI, path) == [wanted]


def test_a_page_of_no_link_marks_none_and_a_group_is_marked_with_its_page() -> None:
    assert bertanda(Jenis.ADMIN_INSTANSI, "/tidak-ada/") == []
    menu = menu_of(peran(Jenis.ADMIN_INSTANSI), "/jadwal/", BAWAAN)
    assert [one.teks for one in menu if one.aktif] == ["Proses"]


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.KEPALA, Jenis.ADMIN_INSTANSI])
def test_there_is_no_way_into_applications_that_the_instansi_does_not_use(jenis: Jenis) -> None:
    assert {"/gtk/", "/e-kinerja/"} <= {one.url for one in tautan(menu_of(peran(jenis), "/", BAWAAN))}
    assert not {"/gtk/", "/e-kinerja/"} & {one.url for one in tautan(menu_of(peran(jenis), "/", BACA))}
    assert not {"/gtk/", "/e-kinerja/"} & {one.url for one in tautan(menu_of(peran(jenis), "/", None))}


def test_inside_e_kinerja_the_pages_of_the_administrator_stand_together() -> None:
    menu = menu_dalam(peran(Jenis.ADMIN_INSTANSI), "/e-kinerja/admin/sinkro-penilaian/")
    assert [one.teks for one in menu if one.anak] == ["Administrator"]
    assert [one.teks for one in tautan(menu) if one.aktif] == ["Log Sinkronisasi"]
    assert not [one for one in tautan(menu_dalam(peran(Jenis.GURU), "/e-kinerja/skp/x/")) if one.aktif]
