"""What was answered counts once it is seen: read back, compared field by field, with evidence."""

from __future__ import annotations

import pytest

from jobs.desa import BUDI, DEWI, SARI, WARGA, WATI
from sasaran_tiruan import kunci_nilai
from selaras.galat import Postponed, Stop
from selaras.jobs import transfer
from selaras.plan.digest import digest
from selaras.verify.selectors import evidence
from verify.kampung import Kampung


def test_everything_sent_is_seen_and_becomes_selaras(kampung: Kampung) -> None:
    assert {kampung.keadaan(o, "4") for o in WARGA} == {"siap"}
    plan = kampung.segel()
    assert plan is not None
    assert plan.n == 6
    done = kampung.kirim(plan, workers=2)
    assert (done.tally.stored, done.verified.cocok, done.berhenti, done.ditutup) == (6, 6, None, True)
    assert {kampung.keadaan(o, "4") for o in WARGA} == {"selaras"}
    assert kampung.bukti() == [(True, ["hasil_kerja", "perilaku_kerja", "predikat", "penilai_nip"])] * 6
    rekap = kampung.ruang.rekap()
    assert rekap.seimbang is True
    assert rekap.keadaan["selaras"] == rekap.total
    assert kampung.ruang.angka("SELECT count(*) FROM entry WHERE open_op IS NOT NULL") == 0
    assert kampung.segel() is None


def test_after_a_full_report_the_books_say_the_same(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    kampung.kirim(plan)
    before = kampung.ruang.buku()["entry"]
    kampung.cocokkan()
    assert kampung.ruang.buku()["entry"] == before


def test_success_that_stores_nothing_is_found_out(kampung: Kampung) -> None:
    kampung.sasaran.bohong.add((3, BUDI.nip, 204))
    plan = kampung.segel()
    assert plan is not None
    done = kampung.kirim(plan)
    assert (done.tally.stored, done.verified.cocok, done.verified.beda) == (6, 5, 1)
    assert kampung.keadaan(BUDI, "4") == "siap"
    status, sebab = kampung.ruang.satu(
        "SELECT status, sebab FROM operation o JOIN evidence v ON v.operation_id = o.id WHERE NOT v.cocok"
    )
    assert (status, sebab) == (8, "e-Kinerja menjawab diterima, tetapi tidak menyimpan apa pun.")
    assert kampung.ruang.rekap().seimbang is True
    kampung.sasaran.bohong.clear()
    again = kampung.segel()
    assert again is not None
    assert again.n == 1
    kampung.kirim(again)
    assert kampung.keadaan(BUDI, "4") == "selaras"


def test_a_third_value_is_told_with_both(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None

    class Diubah(type(kampung.opener())):  # type: ignore[misc]
        def look(self, keys):  # type: ignore[no-untyped-def]
            for key in keys:
                if key.nip == DEWI.nip and kampung.sasaran.isi[key].versi == 1:
                    kampung.sasaran.ubah(key, hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
            return super().look(keys)

    run = kampung.ruang.mulai("kirim")
    done = transfer.kirim(kampung.folder, plan=plan.id, run=run, opener=lambda: Diubah(kampung.sasaran))
    assert (done.verified.cocok, done.verified.beda) == (5, 1)
    assert kampung.keadaan(DEWI, "4") == "berbeda"
    (sebab,) = kampung.ruang.satu("SELECT sebab FROM operation WHERE status = 8")
    assert "di bawah ekspektasi / sesuai ekspektasi / Butuh Perbaikan" in sebab
    assert "dan bukan yang dikirim (sesuai ekspektasi / sesuai ekspektasi / Baik)" in sebab


def test_a_read_that_fails_leaves_the_entries_uncertain_until_the_next_one(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    kampung.sasaran.galat_baca = lambda n: "tunda"
    done = kampung.kirim(plan)
    assert isinstance(done.berhenti, Postponed)
    assert (done.tally.stored, done.ditutup) == (6, True)
    assert kampung.keadaan(WATI, "4") == "belum_pasti"
    assert kampung.ruang.rekap().seimbang is True
    kampung.sasaran.galat_baca = lambda n: None
    found = kampung.cocokkan()
    assert found.verified.cocok == 6
    assert kampung.keadaan(WATI, "4") == "selaras"


def test_a_refusal_is_kept_and_not_sent_again_until_something_changed(kampung: Kampung) -> None:
    kampung.sasaran.tolak = lambda write: ("EK2", "Periode ini belum dibuat.") if write.key.nip == BUDI.nip else None
    plan = kampung.segel()
    assert plan is not None
    done = kampung.kirim(plan)
    assert (done.tally.refused, done.verified.cocok) == (1, 5)
    assert kampung.keadaan(BUDI, "4") == "ditolak"
    assert kampung.segel() is None
    found = kampung.cocokkan().banding
    assert (found.tertahan, found.ditolak, found.dugaan_tepat) == (0, 1, 0.0)


def test_drift_is_found_by_the_next_observation(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    kampung.kirim(plan)
    kampung.sasaran.ubah(kunci_nilai(SARI, "4"), hasil_kerja="Diatas Ekspektasi")
    found = kampung.cocokkan()
    assert (found.banding.sama, found.banding.beda, found.banding.belum_terlihat) == (35, 1, 0)
    assert kampung.keadaan(SARI, "4") == "berbeda"
    assert ("D2", SARI.nip) in kampung.ruang.temuan()


def test_an_empty_answer_of_the_target_is_believed_an_empty_file_is_not(kampung: Kampung) -> None:
    kampung.kirim(kampung.segel() or pytest.fail("tidak ada yang siap"))
    for o in WARGA:
        kampung.sasaran.hapus(kunci_nilai(o, "4"))
    kampung.ruang.mulai("impor")
    for source in kampung.sasaran.laporan():
        kampung.ruang.baca(source)
    kampung.ruang.olah()
    assert {kampung.keadaan(o, "4") for o in WARGA} == {"selaras"}
    kampung.cocokkan()
    assert {kampung.keadaan(o, "4") for o in WARGA} == {"siap"}
    assert kampung.ruang.rekap().seimbang is True


def test_the_evidence_of_a_person_says_who_what_and_when(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    kampung.kirim(plan)
    (orang,) = kampung.ruang.satu("SELECT orang_id FROM akun WHERE nip = %s", (BUDI.nip,))
    (row,) = evidence(kampung.db, orang=orang, instansi=kampung.ruang.instansi.id)
    assert (row["jenis"], row["periode"], row["keadaan"], row["status"]) == (
        "penilaian",
        "TW4",
        "selaras",
        "terlihat sama",
    )
    assert (row["baru"]["predikat"], row["jawaban"]["hasil"], row["terlihat"]["predikat"]) == (2, "diterima", 2)
    assert row["cocok"] is True
    assert row["dilihat_pada"] >= row["dijawab_pada"]


def test_what_was_withdrawn_is_gone_from_the_ledger_too(kampung: Kampung) -> None:
    key = kunci_nilai(BUDI, "1")
    entry, record = kampung.ruang.satu(
        "SELECT e.id, e.target_id FROM entry e JOIN potret p USING (orang_id) WHERE p.nip = %s AND e.slot = 201",
        (BUDI.nip,),
    )
    plan = kampung.segel()
    assert plan is not None
    kampung.db.execute(
        "UPDATE operation SET entry_id = %s, baru = NULL, alasan = 'dua kali', slot = 201, versi = 1, "
        "source_core = NULL, target_core = (SELECT target_core FROM entry WHERE id = %s) WHERE nip = %s",
        (entry, entry, BUDI.nip),
    )
    kampung.db.execute("UPDATE entry SET source_core = NULL WHERE id = %s", (entry,))
    kampung.db.execute("UPDATE plan SET digest = %s", (digest(kampung.db, plan.id),))
    kampung.db.commit()
    done = kampung.kirim(plan)
    assert (done.tally.stored, done.verified.cocok) == (6, 6)
    assert kampung.sasaran.isi[key].row is None
    assert kampung.ruang.satu("SELECT gone_batch IS NOT NULL FROM record WHERE id = %s", (record,)) == (True,)
    assert kampung.ruang.rekap().seimbang is True


def test_nothing_is_sent_where_the_target_is_only_read(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    kampung.db.execute("UPDATE instansi SET hanya_baca = true")
    kampung.folder.reload()
    with pytest.raises(Stop, match="Selaras hanya membaca"):
        kampung.kirim(plan)
    assert kampung.sasaran.kiriman == 0


def test_a_part_of_a_plan_is_one_school(kampung: Kampung) -> None:
    plan = kampung.segel()
    assert plan is not None
    (satu,) = kampung.ruang.satu("SELECT id FROM sekolah WHERE npsn = %s", (BUDI.sekolah.npsn,))
    tally = transfer.send(kampung.folder, plan=plan.id, sekolah=satu, opener=kampung.opener)
    assert tally.stored == 3
    assert transfer.send(kampung.folder, plan=plan.id, sekolah=None, opener=kampung.opener).stored == 0
    found = transfer.verify(kampung.folder, plan=plan.id, tahun=2024, run=kampung.ruang.mulai(), opener=kampung.opener)
    assert found.cocok == 3
    assert kampung.keadaan(BUDI, "4") == "selaras"
    assert kampung.keadaan(DEWI, "4") == "siap"
