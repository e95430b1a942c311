"""Who may say yes: the head of that school, who acts for him by decree, the admin; nobody for himself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, SARI, TONO, WARGA, Desa, Orang
from plan.bengkel import ADMIN, KINI, Bengkel
from selaras.galat import DataError, Stop
from selaras.review import authority, services
from selaras.review.authority import Authority

Buat = Callable[[Desa], Bengkel]
SK = {"nomor_sk": "800/12/2024", "sk_mulai": dt.date(2024, 7, 1), "sk_sampai": dt.date(2025, 1, 6)}


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    """Everybody's TW4 is missing in e-Kinerja."""
    desa = Desa()
    for o in WARGA:
        desa.tanpa_ekinerja(o, "4")
    return bengkel(desa)


def sekolah(b: Bengkel, o: Orang) -> int:
    return b.ruang.angka("SELECT id FROM sekolah WHERE npsn = %s", [o.sekolah.npsn])


def kepala(b: Bengkel, o: Orang) -> Authority:
    return authority.head(b.db, instansi=b.ruang.instansi.id, nip=o.nip)


def said(b: Bengkel, who: Authority, *people: Orang) -> dict[str, str]:
    """Say yes for these people and give who was approved, and why the others were not."""
    wanted = b.entri(*people, tw="4")
    found = services.approve(b.db, b.scope(), who, wanted, now=KINI)
    why = {refusal.entry: refusal.sebab for refusal in found.ditolak}
    return {o.nama: why.get(b.entri(o, tw="4")[0], "ya") for o in people}


def test_a_head_approves_the_teachers_of_his_school_and_nobody_else(b: Bengkel) -> None:
    assert said(b, kepala(b, SARI), SARI, BUDI, DEWI, TONO) == {
        SARI.nama: "milik_sendiri", BUDI.nama: "ya", DEWI.nama: "sekolah_lain", TONO.nama: "sekolah_lain",
    }  # fmt: skip


def test_a_teacher_is_no_head(b: Bengkel) -> None:
    with pytest.raises(Stop, match="bukan kepala sekolah") as error:
        kepala(b, BUDI)
    assert BUDI.nip not in str(error.value)


def test_the_admin_approves_heads_as_well_but_never_himself(b: Bengkel) -> None:
    assert said(b, ADMIN, SARI, BUDI) == {SARI.nama: "ya", BUDI.nama: "ya"}
    dewi = b.ruang.angka("SELECT orang_id FROM potret WHERE nip = %s", [DEWI.nip])
    assert said(b, authority.admin(DEWI.nama, dewi), DEWI, TONO) == {DEWI.nama: "milik_sendiri", TONO.nama: "ya"}


@pytest.mark.parametrize("sebagai", ["plt", "plh"])
def test_who_acts_by_decree_approves_teachers_of_that_school(b: Bengkel, sebagai: str) -> None:
    who = Authority("Pak Acting", sebagai, None, sekolah(b, DEWI), **SK)
    assert said(b, who, DEWI, TONO, BUDI) == {
        DEWI.nama: "ya", TONO.nama: "milik_kepala", BUDI.nama: "sekolah_lain",
    }  # fmt: skip
    row = b.ruang.satu("SELECT sebagai, nomor_sk, sk_mulai, sk_sampai, oleh FROM telaah")
    assert row == (sebagai, *SK.values(), "Pak Acting")


@pytest.mark.parametrize(
    ("mulai", "sampai", "holds"),
    [
        (dt.date(2025, 1, 6), None, True),
        (dt.date(2025, 1, 6), dt.date(2025, 1, 6), True),
        (dt.date(2025, 1, 7), None, False),
        (dt.date(2024, 1, 1), dt.date(2025, 1, 5), False),
    ],
)
def test_the_decree_must_cover_today(b: Bengkel, mulai: dt.date, sampai: dt.date | None, holds: bool) -> None:
    who = Authority("Pak Acting", "plt", None, sekolah(b, DEWI), "800/1", mulai, sampai)
    if holds:
        assert said(b, who, DEWI) == {DEWI.nama: "ya"}
    else:
        with pytest.raises(Stop, match="tidak tercakup"):
            said(b, who, DEWI)


@pytest.mark.parametrize(
    ("who", "word"),
    [
        (Authority("Pak Acting", "plt", None, 1, None, dt.date(2024, 1, 1)), "SK Plt"),
        (Authority("Pak Acting", "plh", None, 1, "800/1", None), "SK Plh"),
        (Authority("Pak Acting", "plt", None, None, **SK), "Sekolahnya"),
        (Authority("", "admin"), "Nama"),
        (Authority("Siapa", "pengawas"), "tidak dikenal"),
    ],
)
def test_an_authority_that_says_too_little_is_none(b: Bengkel, who: Authority, word: str) -> None:
    with pytest.raises(DataError, match=word):
        said(b, who, DEWI)
    assert b.ruang.angka("SELECT count(*) FROM telaah") == 0
