"""Random people press random buttons: the plan only ever takes the steps that it has."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmm.gugus import PERILAKU, RHK, RUBRIK, SEMESTER_2, Gugus
from selaras.galat import DataError, Forbidden
from selaras.pmm import services

_instansi = itertools.count(1000)
SIAPA = ("guru", "guru", "kepala", "kepala", "rekan", "kepala_dua", "dinas")
TOMBOL = (
    "isi", "ajukan", "kembalikan", "sepakati", "fase", "fase", "fase", "nilai", "nilai", "tetapkan", "kirim", "tarik",
)  # fmt: skip
FASE_OLEH = {1: "guru", 2: "kepala", 3: "kepala", 4: "guru", 5: "guru"}


class Model:
    """What must be true of the plan, kept beside the real one in the simplest way."""

    def __init__(self) -> None:
        self.status, self.terisi, self.fase, self.nilai, self.kiriman = 1, False, 0, 0, 0

    def tekan(self, siapa: str, tombol: str) -> bool:
        """Press a button; say whether it must be taken."""
        boleh = getattr(self, f"_{tombol}")(siapa)
        if boleh:
            getattr(self, f"_{tombol}_jadi")()
        return bool(boleh)

    def _isi(self, siapa: str) -> bool:
        return siapa == "guru" and self.status in (1, 3)

    def _isi_jadi(self) -> None:
        self.terisi = True

    def _ajukan(self, siapa: str) -> bool:
        return siapa == "guru" and self.status in (1, 3) and self.terisi

    def _ajukan_jadi(self) -> None:
        self.status = 2

    def _kembalikan(self, siapa: str) -> bool:
        return siapa == "kepala" and self.status == 2

    def _kembalikan_jadi(self) -> None:
        self.status = 3

    def _sepakati(self, siapa: str) -> bool:
        return siapa == "kepala" and self.status == 2

    def _sepakati_jadi(self) -> None:
        self.status = 4

    def _fase(self, siapa: str) -> bool:
        return self.status == 4 and self.fase < 5 and siapa == FASE_OLEH[self.fase + 1]

    def _fase_jadi(self) -> None:
        self.fase += 1

    def _nilai(self, siapa: str) -> bool:
        return siapa == "kepala" and self.status == 4 and self.fase == 5 and self.nilai < 3

    def _nilai_jadi(self) -> None:
        self.nilai = max(self.nilai, 1)  # the same values again: what was set stays set

    def _tetapkan(self, siapa: str) -> bool:
        return siapa == "kepala" and self.nilai == 1

    def _tetapkan_jadi(self) -> None:
        self.nilai = 2

    def _kirim(self, siapa: str) -> bool:
        return siapa == "kepala" and self.nilai == 2

    def _kirim_jadi(self) -> None:
        self.nilai = 3
        self.kiriman += 1

    def _tarik(self, siapa: str) -> bool:
        return siapa == "kepala" and self.nilai >= 2

    def _tarik_jadi(self) -> None:
        self.nilai = 1


def tekan(office: Gugus, skp_id: str, fase: int, siapa: str, tombol: str) -> bool:
    """Press the real button; say whether it was taken."""
    satu: dict[str, Any] = {"oleh": siapa, "skp_id": skp_id}
    try:
        match tombol:
            case "isi":
                office.panggil(services.skp_isi, **satu, indikator=2, rhk=RHK, perilaku=PERILAKU)
            case "fase":
                office.panggil(
                    services.observasi_isi, **satu, fase=min(fase + 1, 5), isi="x", rubrik=RUBRIK if fase == 1 else None
                )
                return fase < 5
            case "nilai":
                office.nilai(skp_id, oleh=siapa)
            case "tetapkan" | "kirim":
                told = office.kirim(getattr(services, tombol), oleh=siapa)
                return told.get("BUDI GURU") is not None and told["BUDI GURU"].hasil in ("ditetapkan", "terkirim")
            case "tarik":
                office.panggil(services.penilaian_tarik, **satu, slot=SEMESTER_2, alasan="keliru")
            case "kembalikan":
                office.panggil(services.skp_kembalikan, **satu, alasan="perbaiki")
            case _:
                office.panggil(getattr(services, f"skp_{tombol}"), **satu)
    except (DataError, Forbidden):
        return False
    return True


STEPS = st.lists(st.tuples(st.sampled_from(SIAPA), st.sampled_from(TOMBOL)), max_size=30)
LURUS = [
    ("guru", "isi"), ("guru", "ajukan"), ("kepala", "kembalikan"), ("guru", "ajukan"), ("kepala", "sepakati"),
    *((FASE_OLEH[fase], "fase") for fase in range(1, 6)), ("kepala", "nilai"), ("kepala", "tetapkan"),
    ("kepala", "kirim"), ("kepala", "tarik"), ("kepala", "nilai"), ("kepala", "tetapkan"), ("kepala", "kirim"),
]  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(LURUS)), steps=STEPS)
def test_a_plan_takes_exactly_the_steps_that_the_rules_allow(
    gugus: Gugus, start: int, steps: list[tuple[str, str]]
) -> None:
    office = Gugus(gugus.dsn, next(_instansi)).isi()
    skp_id, model = office.skp(sampai="draf"), Model()
    for number, (siapa, tombol) in enumerate([*LURUS[:start], *steps]):
        fase = model.fase
        expected = model.tekan(siapa, tombol)
        assert tekan(office, skp_id, fase, siapa, tombol) == expected, (number, siapa, tombol)
        assert office.status(skp_id) == model.status
        assert expected or number >= start, "the straight way is open"
    nilai = office.angka("SELECT coalesce(max(status), 0) FROM pm_penilaian WHERE skp_id = %s", skp_id)
    assert nilai == model.nilai
    proofs = "SELECT count(*) FROM pm_kiriman k JOIN pm_penilaian n ON n.id = k.penilaian_id WHERE n.skp_id = %s"
    assert office.angka(proofs, skp_id) == model.kiriman
    assert office.angka(f"{proofs} AND k.ditarik IS NULL", skp_id) == (model.nilai == 3)
    office.tutup()
