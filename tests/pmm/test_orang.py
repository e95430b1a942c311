"""Schools, accounts and tasks; tokens."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
import pytest

from pmm.gugus import DUA, NIP, SATU, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"nip": "123"}, "NIP"),
        ({"nip": "198513012010011902"}, "NIP"),
        ({"nik": "12"}, "NIK"),
        ({"nuptk": "12"}, "NUPTK"),
        ({"nama": " "}, "Nama wajib"),
        ({"npsn": "20271999"}, "belum ada di PMM"),
        ({"kepala": True}, "sudah mempunyai kepala"),
        ({"kepala": True, "npsn": None}, "harus mempunyai sekolah"),
    ],
)
def test_an_account_that_can_not_be_is_refused_without_its_number(
    gugus: Gugus, said: dict[str, Any], sentence: str
) -> None:
    whole = {"nip": "198901012014011908", "nama": "BARU", "npsn": SATU} | said
    with pytest.raises(DataError, match=sentence) as told:
        gugus.panggil(services.pegawai_simpan, **whole)
    assert "198901012014011908" not in str(told.value)


def test_saving_an_account_again_keeps_its_id(gugus: Gugus) -> None:
    again = gugus.panggil(services.pegawai_simpan, nip=NIP["guru"], nama="BUDI", npsn=DUA)
    assert again == gugus.id["guru"]
    assert gugus.setahun()["pegawai"]["sekolah"] == "SDN 2 CONTOH"


def test_a_wrong_nip_is_mended_by_id_but_never_to_that_of_another(gugus: Gugus) -> None:
    said = {"id": gugus.id["guru"], "nama": "BUDI GURU", "npsn": SATU}
    assert gugus.panggil(services.pegawai_simpan, nip="198501012010011977", **said) == gugus.id["guru"]
    with pytest.raises(DataError, match="dipakai akun lain"):
        gugus.panggil(services.pegawai_simpan, nip=NIP["rekan"], **said)
    with pytest.raises(DataError, match="tidak ada di PMM"):
        gugus.panggil(services.pegawai_simpan, nip="198501012010011978", **said | {"id": "0" * 32})


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"sebagai": "raja"}, "plt, plh, atau pengawas"),
        ({"nomor_sk": " "}, "Nomor SK wajib"),
        ({"selesai": dt.date(2023, 1, 1)}, "mendahului"),
        ({"npsn": "20271999"}, "belum ada di PMM"),
        ({"pegawai_id": "0" * 32}, "tidak ada di PMM"),
    ],
)
def test_a_task_needs_a_decree_a_school_and_dates(gugus: Gugus, said: dict[str, Any], sentence: str) -> None:
    whole = {"pegawai_id": gugus.id["guru"], "npsn": SATU, "sebagai": "plt", "nomor_sk": "1",
             "mulai": dt.date(2024, 1, 1)}  # fmt: skip
    with pytest.raises(DataError, match=sentence):
        gugus.panggil(services.tugas_simpan, **whole | said)


def test_a_task_that_is_not_there_does_not_end(gugus: Gugus) -> None:
    with pytest.raises(DataError, match="Tugas ini tidak ada"):
        gugus.panggil(services.tugas_akhiri, tugas_id="0" * 32, selesai=dt.date(2025, 1, 1))
    with pytest.raises(Forbidden):
        gugus.panggil(services.tugas_akhiri, tugas_id="x", selesai=dt.date(2025, 1, 1))


@pytest.mark.parametrize(("npsn", "nama"), [("12", "X"), ("", "X"), ("20271903", " ")])
def test_a_school_has_an_npsn_and_a_name(gugus: Gugus, npsn: str, nama: str) -> None:
    with pytest.raises(DataError):
        gugus.panggil(services.sekolah_simpan, npsn=npsn, nama=nama)


def test_a_token_is_shown_once_and_stored_nowhere(gugus: Gugus) -> None:
    token = gugus.panggil(services.token_buat, pemegang="uji", sumber="kursus")
    holder = services.token_periksa(gugus.connection, token)
    assert holder is not None
    assert (holder.instansi, holder.sumber) == (gugus.instansi, "kursus")
    assert services.token_periksa(gugus.connection, "lain") is None
    stored = gugus.connection.execute("SELECT t::text FROM pm_token t").fetchall()
    assert token not in str(stored)


def test_a_token_ends(gugus: Gugus, monkeypatch: pytest.MonkeyPatch) -> None:
    token = gugus.panggil(services.token_buat)
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-02-10")
    assert services.token_periksa(gugus.connection, token) is None
    for said in ({"berlaku_sampai": dt.datetime(2020, 1, 1, tzinfo=dt.UTC)}, {"sumber": "manual"}, {"sumber": ""}):
        with pytest.raises(DataError):
            gugus.panggil(services.token_buat, **said)


def test_a_head_may_have_only_one_school_and_a_school_one_head_even_past_the_services(gugus: Gugus) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        gugus.connection.execute("UPDATE pm_pegawai SET kepala = true WHERE id = %s", (gugus.id["guru"],))
    gugus.connection.rollback()
