"""A person's word: what it may be about, and when it stops to hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, SARI, WARGA, WATI, Desa
from plan.bengkel import ADMIN, KINI, Bengkel
from selaras.galat import DataError, Stop
from selaras.review import services
from selaras.review.selectors import schools, waiting
from selaras.review.services import Putusan, Reviewed

Buat = Callable[[Desa], Bengkel]


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    """Budi's and Dewi's TW4 are missing in e-Kinerja, Wati's differs."""
    desa = Desa()
    desa.tanpa_ekinerja(BUDI, "4")
    desa.tanpa_ekinerja(DEWI, "4")
    desa.nilai_ek(WATI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    return bengkel(desa)


def sebab(found: Reviewed) -> set[str]:
    return {refusal.sebab for refusal in found.ditolak}


def test_what_is_missing_waits_for_approval_and_then_for_the_next_run(b: Bengkel) -> None:
    assert b.ruang.keadaan(BUDI, "4") == ("menunggu", "M2")
    assert b.setujui(BUDI).n == 1
    assert b.ruang.keadaan(BUDI, "4") == ("siap", "M1")
    assert b.ruang.keadaan(DEWI, "4") == ("menunggu", "M2")
    assert b.ruang.rekap().seimbang is True


def test_without_the_setting_nobody_has_to_approve(b: Bengkel) -> None:
    b.atur(wajib_setuju=False)
    b.ruang.olah()
    assert b.ruang.keadaan(BUDI, "4") == ("siap", "M1")
    assert b.ruang.keadaan(WATI, "4") == ("berbeda", "D1")


def test_an_approval_lapses_when_pmm_moves(b: Bengkel) -> None:
    b.setujui(BUDI)
    later = Desa("2025-01-07")
    later.nilai(BUDI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                  predikat="Sangat Baik")  # fmt: skip
    b.ruang.kerjakan(later, "penilaian")
    assert b.ruang.keadaan(BUDI, "4") == ("menunggu", "M2")


def test_an_approval_lapses_when_e_kinerja_moves(b: Bengkel) -> None:
    b.setujui(BUDI)
    later = Desa("2025-01-07")
    later.nilai_ek(BUDI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    b.ruang.kerjakan(later, "laporan-nilai-4")
    assert b.ruang.keadaan(BUDI, "4") == ("berbeda", "D1")


def test_a_decision_is_used_up_once_the_sides_agreed(b: Bengkel) -> None:
    assert b.putuskan(Putusan.BAWA_PMM, *b.entri(WATI, tw="4")).n == 1
    assert b.ruang.keadaan(WATI, "4") == ("siap", "M1")
    b.ruang.kerjakan(Desa("2025-01-07"), "laporan-nilai-4")
    assert b.ruang.keadaan(WATI, "4") == ("selaras", None)
    drift = Desa("2025-01-08")
    drift.nilai_ek(WATI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    b.ruang.kerjakan(drift, "laporan-nilai-4")  # the very value that was written over before
    assert b.ruang.keadaan(WATI, "4") == ("berbeda", "D2")


def test_a_change_on_both_sides_is_never_written_over_without_a_word(b: Bengkel) -> None:
    both = Desa("2025-01-07")
    both.nilai(SARI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                 predikat="Sangat Baik")  # fmt: skip
    both.nilai_ek(SARI, "4").update(hasil_akhir="Butuh Perbaikan", hasil_kerja="Dibawah Ekspektasi")
    b.ruang.kerjakan(both, "penilaian", "laporan-nilai-4")
    assert b.ruang.keadaan(SARI, "4") == ("berbeda", "D2")
    assert sebab(b.setujui(SARI)) >= {"berbeda"}


def test_a_change_of_pmm_alone_asks_for_approval(b: Bengkel) -> None:
    later = Desa("2025-01-07")
    later.nilai(SARI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                  predikat="Sangat Baik")  # fmt: skip
    b.ruang.kerjakan(later, "penilaian")
    assert b.ruang.keadaan(SARI, "4") == ("menunggu", "M2")


def test_a_return_carries_its_reason_to_whoever_looks(b: Bengkel) -> None:
    b.setujui(BUDI)
    assert b.kembalikan(BUDI, alasan="TW4 belum diobservasi").n == 1
    assert b.ruang.keadaan(BUDI, "4") == ("menunggu", "M3")
    (line,) = [k for k in b.ruang.kendala() if k.kode == "M3"]
    assert "TW4 belum diobservasi" in line.sebab
    assert "Admin Dinas" in line.sebab
    assert line.nip == BUDI.nip
    assert b.setujui(BUDI).n == 1  # looked at again, it was right
    assert b.ruang.keadaan(BUDI, "4") == ("siap", "M1")
    assert "M3" not in {kode for kode, _ in b.ruang.temuan()}


def test_keeping_e_kinerja_holds_until_either_side_moves(b: Bengkel) -> None:
    assert b.putuskan(Putusan.PERTAHANKAN, *b.entri(WATI, tw="4")).n == 1
    assert b.ruang.keadaan(WATI, "4") == ("dikecualikan", None)
    later = Desa("2025-01-07")
    later.nilai_ek(WATI, "4").update(hasil_akhir="Sangat Kurang", hasil_kerja="Dibawah Ekspektasi",
                                     perilaku_kerja="Dibawah Ekspektasi")  # fmt: skip
    b.ruang.kerjakan(later, "laporan-nilai-4")
    assert b.ruang.keadaan(WATI, "4") == ("berbeda", "D1")


def test_a_word_is_refused_where_it_makes_no_sense(b: Bengkel) -> None:
    assert sebab(b.setujui(WATI)) == {"sudah_sama", "berbeda"}
    assert sebab(b.putuskan(Putusan.BAWA_PMM, *b.entri(BUDI, tw="4"))) == {"tidak_berbeda"}
    assert sebab(b.putuskan(Putusan.PERTAHANKAN, *b.entri(BUDI, tw="4"))) == {"tidak_berbeda"}
    assert sebab(b.putuskan(Putusan.TARIK, *b.entri(WATI, tw="4"))) == {"tidak_ditarik"}
    assert sebab(b.putuskan(Putusan.BAWA_PMM, 999_999)) == {"tidak_ada"}
    b.setujui(BUDI)
    assert sebab(b.setujui(BUDI)) == {"sudah_sama", "sudah_disetujui"}
    assert b.ruang.angka("SELECT count(*) FROM telaah") == 1
    assert all(refusal.kalimat for refusal in b.setujui().ditolak)


def test_nothing_is_said_about_an_entry_in_flight(b: Bengkel) -> None:
    b.db.execute("UPDATE entry SET open_op = 1")
    assert sebab(b.setujui(BUDI)) == {"sedang_dikirim"}


@pytest.mark.parametrize("reason", ["", "   "])
def test_every_word_but_a_yes_needs_a_reason(b: Bengkel, reason: str) -> None:
    with pytest.raises(DataError, match="Alasannya"):
        b.kembalikan(BUDI, alasan=reason)
    with pytest.raises(DataError, match="Alasannya"):
        b.putuskan(Putusan.PERTAHANKAN, *b.entri(WATI, tw="4"), alasan=reason)


def test_nothing_is_approved_where_e_kinerja_is_only_read(b: Bengkel) -> None:
    b.db.execute("UPDATE instansi SET hanya_baca = true")
    with pytest.raises(Stop, match="hanya membaca"):
        services.approve(b.db, b.scope(), ADMIN, b.entri(BUDI), now=KINI)


def test_what_is_odd_is_shown_first_and_left_out_of_the_tap_for_all(bengkel: Buat) -> None:
    desa = Desa()
    for o in WARGA:
        desa.tanpa_ekinerja(o, "4")
    desa.nilai(BUDI, "4").update(hasil_kerja="Dibawah Ekspektasi", predikat="Butuh Perbaikan")
    desa.pilih(desa.siasn, DEWI).update(gol_akhir_nama="III/d")  # J1: a note
    b = bengkel(desa)
    found = waiting(b.db, b.scope())
    odd = {item.nama: item.janggal for item in found if not item.biasa}
    assert odd == {BUDI.nama: ["predikat di bawah Baik"], DEWI.nama: ["ada catatan J1"]}
    assert next(item.nama for item in found if item.npsn == BUDI.sekolah.npsn) == BUDI.nama
    assert {item.nama: item.untuk for item in found if item.kepala} == {
        "Sari Kepala": "admin instansi",
        "Tono Kepala": "admin instansi",
    }
    assert [(s.menunggu, s.janggal, s.untuk_kepala, s.untuk_admin) for s in schools(found)] == [(3, 1, 2, 1)] * 2
    plain = [item.id for item in found if item.biasa]
    assert services.approve(b.db, b.scope(), ADMIN, plain, now=KINI).n == 4


def test_the_same_facts_are_not_derived_again_and_a_word_is_a_fact(b: Bengkel) -> None:
    b.ruang.olah()
    marks = b.ruang.angka("SELECT count(cap) FROM run")
    b.ruang.olah()
    assert b.ruang.angka("SELECT count(cap) FROM run") == marks
    services.approve(b.db, b.scope(), ADMIN, b.entri(BUDI), now=KINI)
    b.ruang.olah()
    assert b.ruang.angka("SELECT count(cap) FROM run") == marks + 1
