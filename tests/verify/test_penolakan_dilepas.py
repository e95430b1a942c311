"""What was refused is sent again once something that it hangs on has changed, or a person has dealt with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, SARI, Desa
from jobs.perintah import Perintah
from selaras.jobs import transfer
from verify.kampung import Kampung


@pytest.fixture
def ditolak(kampung: Kampung) -> Kampung:
    """The village after e-Kinerja refused the last quarter of Budi, and of him alone."""
    kampung.sasaran.tolak = lambda write: ("EK2", "Periode ini belum dibuat.") if write.key.nip == BUDI.nip else None
    kampung.kirim(kampung.segel() or pytest.fail("tidak ada yang siap"))
    kampung.sasaran.tolak = lambda write: None
    assert kampung.keadaan(BUDI, "4") == "ditolak"
    return kampung


def _periode(desa: Desa) -> str:
    desa.periode[3]["batas_pengisian"] = "15-02"
    return "periode"


def _orang(desa: Desa) -> str:
    desa.pilih(desa.siasn, BUDI)["jabatan_nama"] = "GURU AHLI MADYA"
    return "siasn"


def _unit(desa: Desa) -> str:
    desa.peta[0]["berlaku_mulai"] = "2021-01-01"
    return "peta"


def _kepala(desa: Desa) -> str:
    desa.pilih(desa.laporan_skp, SARI)["periode_akhir"] = "2024-12-30"
    return "laporan-skp"


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        (_periode, "periodenya berubah"),
        (_orang, "data orangnya berubah"),
        (_unit, "unit kerjanya berubah"),
        (_kepala, "SKP kepala sekolahnya berubah"),
    ],
)
def test_a_change_of_what_it_hangs_on_lets_it_go(ditolak: Kampung, ubah: Callable[[Desa], str], sebab: str) -> None:
    ditolak.ruang.kerjakan(ditolak.desa, ubah(ditolak.desa))
    assert ditolak.ruang.satu("SELECT dilepas FROM operation WHERE status = 7") == (sebab,)
    assert ditolak.keadaan(BUDI, "4") == "siap"
    again = ditolak.segel()
    assert again is not None
    assert again.n == 1
    ditolak.kirim(again)
    assert ditolak.keadaan(BUDI, "4") == "selaras"


def test_a_change_that_is_none_of_its_business_leaves_it(ditolak: Kampung) -> None:
    ditolak.desa.pilih(ditolak.desa.siasn, DEWI)["jabatan_nama"] = "GURU AHLI MADYA"
    ditolak.desa.periode[0]["batas_pengisian"] = "15-02"
    ditolak.ruang.kerjakan(ditolak.desa, "siasn", "periode")
    assert ditolak.keadaan(BUDI, "4") == "ditolak"
    ditolak.cocokkan()
    ditolak.cocokkan()
    assert ditolak.keadaan(BUDI, "4") == "ditolak"
    assert ditolak.segel() is None


def test_a_person_who_dealt_with_it_lets_it_go_with_a_reason(
    ditolak: Kampung, perintah: Perintah, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "target_by_name", lambda name, **how: ditolak.opener())
    assert "belum disebut" in perintah("kirim", "--coba-lagi", " ").err
    assert perintah("kirim", "--coba-lagi", "periode dibuat", "--nip", DEWI.nip, "--json").json["kirim"] == {
        "dilepas": 0
    }
    assert "1 penolakan dilepas" in perintah("kirim", "--coba-lagi", "periode dibuat", "--nip", BUDI.nip).out
    assert "periode dibuat" in ditolak.ruang.satu("SELECT dilepas FROM operation WHERE status = 7")[0]
    assert ditolak.keadaan(BUDI, "4") == "siap"
