"""What a plan holds: everything that is ready and differs, once, in the order in which it can stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, EKO, SARI, TONO, TW, WARGA, WATI, Desa
from plan.bengkel import KINI, Bengkel
from selaras.galat import Stop, TryAgain
from selaras.plan import selectors
from selaras.review.services import Putusan

Buat = Callable[[Desa], Bengkel]


def kosong() -> Desa:
    """Give a village of which e-Kinerja knows nobody's SKP."""
    desa = Desa()
    for o in WARGA:
        desa.tanpa_ekinerja(o)
    return desa


def test_the_head_goes_before_the_teachers_and_each_skp_before_its_ratings(bengkel: Buat) -> None:
    b = bengkel(kosong())
    b.setujui()
    plan = b.segel()
    steps = selectors.steps(b.db, plan.id)
    assert plan.n == len(steps) == len(WARGA) * (1 + len(TW))
    assert [s.seq for s in steps] == list(range(1, plan.n + 1))
    heads, teachers = {SARI.nip, TONO.nip}, {o.nip for o in WARGA} - {SARI.nip, TONO.nip}
    assert max(s.seq for s in steps if s.nip in heads) < min(s.seq for s in steps if s.nip in teachers)
    skp = {s.nip: s.seq for s in steps if s.kind == 2}
    head_of = {o.nip: skp[(SARI if o.sekolah is SARI.sekolah else TONO).nip] for o in WARGA}
    for step in steps:
        if step.kind == 3:
            assert step.needs == skp[step.nip] < step.seq
        elif step.nip in heads:
            assert step.needs is None
        else:
            assert step.needs == head_of[step.nip] < step.seq


def test_nothing_needs_what_already_stands(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI)
    desa.tanpa_ekinerja(DEWI, "4")
    b = bengkel(desa)
    b.setujui()
    steps = b.langkah(b.segel())
    assert steps[0] == (BUDI.nama, "SKP", None)
    assert (DEWI.nama, "TW4", None) in steps
    assert len(steps) == 7


def test_what_is_not_approved_is_not_planned_and_holds_back_what_needs_it(bengkel: Buat) -> None:
    b = bengkel(kosong())
    b.setujui(BUDI, WATI)  # their head Sari is not approved
    made = b.susun()
    assert made.plan is None
    assert {(x.nama, x.apa, x.tinggal) for x in made.ditinggal if x.nama == BUDI.nama} == {
        (BUDI.nama, "SKP", "kepala_belum"),
        *((BUDI.nama, apa, "skp_belum") for apa in ("TW1", "TW2", "TW3", "TW4", "Tahunan")),
    }
    b.setujui(SARI)
    assert {name for name, _, _ in b.langkah(b.segel())} == {SARI.nama, BUDI.nama, WATI.nama}


def test_a_plan_says_old_and_new_with_the_goals_of_the_skp(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI)
    desa.nilai_ek(WATI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    desa.pmm["rhk"] = [
        {"skp_id": "p2", "nip": BUDI.nip, "npsn": BUDI.sekolah.npsn, "tahun": "2024", "nomor": str(n),
         "bagian": "utama", "rhk_pimpinan": "Mutu", "rhk": f"Hasil {n}", "aspek": "kuantitas",
         "indikator": "jumlah", "target": "1"}
        for n in (1, 2)
    ]  # fmt: skip
    b = bengkel(desa)
    b.setujui()
    b.putuskan(Putusan.BAWA_PMM, *b.entri(WATI, tw="4"))
    steps = {(s.nama, s.apa): s for s in selectors.steps(b.db, b.segel().id)}
    skp = steps[BUDI.nama, "SKP"].baru
    assert skp is not None
    assert [goal["rhk"] for goal in skp["rhk"]] == ["Hasil 1", "Hasil 2"]
    assert set(skp["rhk"][0]) == {"nomor", "bagian", "rhk", "rhk_pimpinan", "aspek", "indikator", "target"}
    assert (skp["status"], skp["selesai"], skp["atasan_nip"], skp["pendekatan"], skp["plt"]) == (
        *("persetujuan", "2024-12-31", SARI.nip, "kuantitatif", False),
    )
    rating = steps[WATI.nama, "TW4"]
    assert rating.dari.startswith("Butuh Perbaikan")
    assert rating.menjadi.startswith("Baik")
    assert rating.baru == {
        "hasil_kerja": 2, "perilaku_kerja": 2, "predikat": 2, "umpan_balik": "", "penilai_nip": SARI.nip,
        "tanggal": "2024-12-28",
    }  # fmt: skip
    versions = b.ruang.semua(
        "SELECT o.versi, o.source_record = e.source_id, o.target_record IS NOT DISTINCT FROM e.target_id, "
        "o.source_batch = r.batch_id, o.npsn FROM operation o JOIN entry e ON e.id = o.entry_id "
        "JOIN record r ON r.id = e.source_id"
    )
    assert {row[1:] for row in versions} == {(True, True, True, BUDI.sekolah.npsn)}
    assert sorted(row[0] for row in versions) == [0, 0, 0, 0, 0, 0, 1]


def test_an_entry_that_moved_on_the_target_since_it_was_read_is_left_out_and_told(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "3", "4")
    b = bengkel(desa)
    b.setujui()
    b.sasaran.geser(BUDI.nip, 204, f"{0:029x}113")
    made = b.susun()
    assert made.plan is not None
    assert b.langkah(made.plan) == [(BUDI.nama, "TW3", None)]
    (left,) = made.ditinggal
    assert (left.nama, left.apa) == (BUDI.nama, "TW4")
    assert "berubah sejak data dibaca" in left.alasan
    assert selectors.left_out(b.db, made.plan.id) == made.ditinggal


def test_an_empty_source_plans_no_withdrawal(bengkel: Buat) -> None:
    b = bengkel(Desa())
    b.ruang.mulai()
    b.db.execute("UPDATE record SET gone_batch = batch_id WHERE side = 1 AND kind IN (2, 3)")
    b.db.commit()
    b.ruang.kerjakan(Desa("2025-01-07"), "siasn")
    assert b.ruang.keadaan(BUDI, "4") == ("berbeda", "D3")
    made = b.susun()
    assert (made.plan, made.ditinggal) == (None, ())
    assert b.ruang.angka("SELECT count(*) FROM operation") == 0


def test_a_withdrawal_is_planned_only_by_a_persons_decision_and_the_skp_goes_last(bengkel: Buat) -> None:
    b = bengkel(Desa())
    b.db.execute(
        "UPDATE record r SET gone_batch = batch_id FROM akun a WHERE a.id = r.akun_id AND a.nip = %s AND r.side = 1 "
        "AND r.kind IN (2, 3)",
        [BUDI.nip],
    )
    b.db.commit()
    b.ruang.kerjakan(Desa("2025-01-07"), "siasn")
    assert b.putuskan(Putusan.TARIK, *b.entri(BUDI), alasan="salah orang").n == 6
    assert b.ruang.keadaan(BUDI, "4") == ("siap", "M1")
    steps = selectors.steps(b.db, b.segel().id)
    assert [s.apa for s in steps] == ["TW1", "TW2", "TW3", "TW4", "Tahunan", "SKP"]
    assert {(s.baru, s.alasan) for s in steps} == {(None, "salah orang")}
    assert [s.needs for s in steps] == [None] * 5 + [5]


def test_one_school_and_one_person_can_be_planned_alone(bengkel: Buat) -> None:
    desa = Desa()
    for o in (BUDI, DEWI, EKO):
        desa.tanpa_ekinerja(o, "4")
    b = bengkel(desa)
    b.setujui()
    (sekolah,) = b.ruang.satu("SELECT id FROM sekolah WHERE npsn = %s", [DEWI.sekolah.npsn])
    (orang,) = b.ruang.satu("SELECT orang_id FROM potret WHERE nip = %s", [BUDI.nip])
    by_school = b.susun(sekolah=sekolah).plan
    assert by_school is not None
    assert {name for name, _, _ in b.langkah(by_school)} == {DEWI.nama, EKO.nama}
    by_person = b.susun(orang=orang).plan
    assert by_person is not None
    assert b.langkah(by_person) == [(BUDI.nama, "TW4", None)]


def test_sealing_again_closes_the_unused_plan_and_its_books_stay_even(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    b = bengkel(desa)
    b.setujui()
    first, second = b.segel(), b.segel()
    assert selectors.plan_get(b.db, first.id).ditutup == KINI
    assert b.ruang.semua("SELECT status FROM operation WHERE plan_id = %s", [first.id]) == [(8,)]
    assert selectors.open_plan(b.db, instansi=b.ruang.instansi.id, tahun=2024) == second
    assert b.ruang.rekap().seimbang is True


def test_a_plan_that_is_being_sent_is_not_replaced(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    b = bengkel(desa)
    b.setujui()
    plan = b.segel()
    b.db.execute("UPDATE plan SET dibuka_run = run_id")
    b.db.commit()
    with pytest.raises(Stop, match=f"nomor {plan.id} sedang dikirim"):
        b.susun()


def test_a_folder_that_is_only_read_seals_nothing(bengkel: Buat) -> None:
    b = bengkel(Desa())
    b.db.execute("UPDATE instansi SET hanya_baca = true")
    with pytest.raises(Stop, match="hanya membaca"):
        b.susun()


def test_a_target_that_does_not_answer_leaves_no_plan_and_the_old_one_open(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    b = bengkel(desa)
    b.setujui()
    plan = b.segel()

    class Diam(type(b.sasaran)):  # type: ignore[misc]
        def look(self, keys: object) -> list[object]:
            raise TryAgain("e-Kinerja tidak menjawab.")

    b.sasaran = Diam()
    with pytest.raises(TryAgain):
        b.susun()
    b.db.rollback()
    assert selectors.open_plan(b.db, instansi=b.ruang.instansi.id, tahun=2024) == plan


def test_a_draft_of_pmm_is_never_planned(bengkel: Buat) -> None:
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    b = bengkel(desa)
    b.setujui()
    b.db.execute("UPDATE record SET status = 1 WHERE side = 1 AND kind = 3")
    made = b.susun()
    assert made.plan is None
    assert [x.tinggal for x in made.ditinggal] == ["draf"]
