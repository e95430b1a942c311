"""The command line of a transfer: kirim, cocokkan, bukti."""

from __future__ import annotations

import pytest

from jobs.desa import BUDI, SARI, WARGA
from jobs.perintah import Perintah
from selaras.jobs import transfer
from selaras.kinerja import nip
from verify.kampung import Kampung

READ_ONLY = "Tidak ada yang dikirim ke BKN. Selaras hanya membaca."


@pytest.fixture
def tersambung(kampung: Kampung, perintah: Perintah, monkeypatch: pytest.MonkeyPatch) -> tuple[Kampung, Perintah]:
    """The command line with the outside system of the tests at the place of e-Kinerja."""
    monkeypatch.setattr(transfer, "target_by_name", lambda name, **how: kampung.opener())
    return kampung, perintah


def test_it_sends_the_open_plan_and_says_what_became_of_it(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    plan = kampung.segel()
    assert plan is not None
    done = perintah("kirim", "--json")
    assert done.kode == 0
    assert done.json["kirim"] | {"panggilan": 0} == {
        "rencana": plan.id, "operasi": 6, "dijawab": 6, "dipastikan": 0, "ditolak": 0, "batal": 0, "belum_pasti": 0,
        "panggilan": 0, "terlihat_sama": 6, "terlihat_beda": 0, "berhenti": None, "ditutup": True,
    }  # fmt: skip
    assert done.json["keadaan"]["selaras"] == done.json["total"]
    again = perintah("kirim")
    assert again.kode == 0
    assert "tidak ada yang dikirim" in again.out
    assert perintah("kirim", "--json").json["kirim"] is None
    assert "sudah dipakai" in perintah("kirim", "--rencana", plan.id).err
    assert kampung.sasaran.kiriman <= 2


def test_it_shows_how_it_went_to_people(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    kampung.sasaran.tolak = lambda write: ("EK2", "Periode belum dibuat.") if write.key.nip == BUDI.nip else None
    kampung.segel()
    done = perintah("kirim", "--pekerja", 1)
    assert done.kode == 2
    assert "5 dari 6 operasi tersimpan" in done.out
    assert "Ditolak 1, batal 0, belum pasti 0." in done.out
    assert "5 sama, 0 tidak" in done.out


def test_a_pause_is_gone_on_with_or_closed_by_a_person(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    plan = kampung.segel()
    assert plan is not None
    kampung.db.execute("UPDATE plan SET jeda = 'Terlalu banyak ditolak.'")
    kampung.db.commit()
    held = perintah("kirim")
    assert held.kode == 1
    assert "sedang dijeda: Terlalu banyak ditolak." in held.err
    assert perintah("kirim", "--lanjut").kode == 0
    kampung.sasaran.ubah(next(key for key in kampung.sasaran.isi if key.slot == 204), hasil_kerja="Diatas Ekspektasi")
    perintah("cocokkan")
    closed = perintah("kirim", "--rencana", plan.id, "--tutup", "sudah selesai")
    assert "sudah ditutup" in closed.err


def test_a_plan_is_closed_with_a_reason(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    kampung.segel()
    done = perintah("kirim", "--tutup", "salah tahun")
    assert done.kode == 2
    assert "6 operasi yang belum dikirim batal" in done.out
    assert kampung.sasaran.kiriman == 0
    assert perintah("rekap").kode == 2


def test_a_target_that_refuses_the_token_is_an_error(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    kampung.segel()
    kampung.sasaran.galat = lambda n, writes: "henti"
    done = perintah("kirim", "--json")
    assert done.kode == 1
    assert done.json["kirim"]["berhenti"] == "tiruan: henti"
    kampung.sasaran.galat = lambda n, writes: None
    assert perintah("kirim").kode == 0


def test_nothing_is_sent_from_a_folder_that_only_reads(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    kampung.db.execute("UPDATE instansi SET hanya_baca = true")
    kampung.db.commit()
    done = perintah("kirim")
    assert done.out.splitlines()[0] == done.out.splitlines()[-1] == READ_ONLY
    assert perintah("kirim", "--json").json["pesan"] == READ_ONLY
    assert READ_ONLY in perintah("cocokkan").out
    assert kampung.sasaran.panggilan == []


def test_it_compares_and_says_how_well_refusals_were_foreseen(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    before = perintah("cocokkan", "--json")
    assert before.kode == 2
    told = before.json["cocokkan"]
    assert (told["sama"], told["beda"], told["belum_terlihat"], told["dugaan_tepat"]) == (30, 0, 6, None)
    kampung.sasaran.tolak = lambda write: ("EK2", "Periode belum dibuat.") if write.key.nip == BUDI.nip else None
    kampung.segel()
    perintah("kirim")
    after = perintah("cocokkan")
    assert "Penolakan yang sudah diduga: 0% (0 tertahan lebih dulu, 1 ditolak)" in after.out


def test_the_evidence_of_a_teacher_is_masked_and_its_reading_recorded(tersambung: tuple[Kampung, Perintah]) -> None:
    kampung, perintah = tersambung
    assert "Belum ada yang dikirim" in perintah("bukti", BUDI.nip).out
    kampung.segel()
    perintah("kirim")
    shown = perintah("bukti", BUDI.nip)
    assert shown.kode == 0
    assert "Baik" in shown.out
    assert not any(o.nip in shown.out for o in WARGA)
    (row,) = perintah("bukti", BUDI.nip, "--json").json["bukti"]
    assert row["cocok"] is True
    assert row["kolom"] == ["hasil_kerja", "perilaku_kerja", "predikat", "penilai_nip"]
    assert row["baru"]["penilai_nip"] == nip.mask(SARI.nip)
    whole = perintah("bukti", BUDI.nip, "--json", "--tampilkan-identitas").json["bukti"][0]
    assert whole["baru"]["penilai_nip"] == SARI.nip
    kampung.db.rollback()
    seen = kampung.ruang.angka("SELECT count(*) FROM run WHERE verb = 'bukti' AND sasaran LIKE 'orang %%'")
    assert seen == 4
    assert perintah("bukti", "199912312024011999").kode == 1
