"""The final report: locked when all is done; what moves afterwards is held until it is reopened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jobs.desa import BUDI, DEWI, SARI, SATU, TONO, Desa
from plan.bengkel import ADMIN, KINI, Bengkel
from selaras.galat import DataError, Stop
from selaras.review import authority
from selaras.review.final_report import lock, unlock

Buat = Callable[[Desa], Bengkel]


@pytest.fixture
def b(bengkel: Buat) -> Bengkel:
    """Only Dewi's TW4, at the second school, is missing in e-Kinerja."""
    desa = Desa()
    desa.tanpa_ekinerja(DEWI, "4")
    return bengkel(desa)


@pytest.fixture
def satu(b: Bengkel) -> int:
    return b.ruang.angka("SELECT id FROM sekolah WHERE npsn = %s", [SATU.npsn])


def berubah(b: Bengkel, hari: str = "2025-01-07") -> None:
    later = Desa(hari)
    later.nilai(BUDI, "4").update(hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi",
                                  predikat="Sangat Baik")  # fmt: skip
    b.ruang.kerjakan(later, "penilaian")


def test_it_locks_only_when_everything_is_done(b: Bengkel, satu: int) -> None:
    dua = b.ruang.angka("SELECT id FROM sekolah WHERE id <> %s", [satu])
    with pytest.raises(DataError, match="1 dari 18 isian belum selaras"):
        lock(b.db, b.scope(), ADMIN, dua, now=KINI)
    lock(b.db, b.scope(), ADMIN, satu, now=KINI)
    with pytest.raises(DataError, match="sudah dikunci"):
        lock(b.db, b.scope(), ADMIN, satu, now=KINI)


def test_a_school_without_entries_has_nothing_to_lock(b: Bengkel, satu: int) -> None:
    b.db.execute("DELETE FROM entry WHERE sekolah_id = %s", [satu])
    with pytest.raises(DataError, match="belum punya isian"):
        lock(b.db, b.scope(), ADMIN, satu, now=KINI)


def test_what_moves_after_the_lock_is_held_until_it_is_reopened(b: Bengkel, satu: int) -> None:
    lock(b.db, b.scope(), ADMIN, satu, now=KINI)
    b.db.commit()
    b.ruang.olah()
    assert "M4" not in {kode for kode, _ in b.ruang.temuan()}
    berubah(b)
    assert b.ruang.keadaan(BUDI, "4") == ("terblokir", "M4")
    assert b.ruang.keadaan(BUDI, "3") == ("selaras", None)
    (line,) = [k for k in b.ruang.kendala() if k.kode == "M4"]
    assert (line.npsn, line.membuka_jalan_bagi, line.penanggung_jawab) == (SATU.npsn, 1, "kepala sekolah")
    assert {r.sebab for r in b.setujui(BUDI).ditolak} == {"terkunci"}
    unlock(b.db, b.scope(), ADMIN, satu, disetujui_oleh="Kadis", alasan="TW4 diperbaiki", now=KINI)
    b.db.commit()
    b.ruang.olah()
    assert b.ruang.keadaan(BUDI, "4") == ("menunggu", "M2")


def test_a_ready_entry_of_a_locked_school_is_not_planned(b: Bengkel, satu: int) -> None:
    lock(b.db, b.scope(), ADMIN, satu, now=KINI)
    b.db.execute("UPDATE entry SET keadaan = 2, target_core = NULL WHERE sekolah_id = %s", [satu])
    made = b.susun()
    assert (made.plan, made.ditinggal) == (None, ())


def test_reopening_needs_a_reason_and_somebody_else(b: Bengkel, satu: int) -> None:
    with pytest.raises(DataError, match="tidak sedang dikunci"):
        unlock(b.db, b.scope(), ADMIN, satu, disetujui_oleh="Kadis", alasan="x", now=KINI)
    lock(b.db, b.scope(), ADMIN, satu, now=KINI)
    with pytest.raises(Stop, match="orang lain"):
        unlock(b.db, b.scope(), ADMIN, satu, disetujui_oleh=" admin  DINAS", alasan="x", now=KINI)
    for approver, reason in (("Kadis", " "), ("", "x")):
        with pytest.raises(DataError, match="butuh alasan"):
            unlock(b.db, b.scope(), ADMIN, satu, disetujui_oleh=approver, alasan=reason, now=KINI)
    unlock(b.db, b.scope(), ADMIN, satu, disetujui_oleh="Kadis", alasan="keliru", now=KINI)
    row = b.ruang.satu("SELECT dikunci_oleh, dibuka_oleh, disetujui_oleh, alasan FROM laporan_akhir")
    assert row == ("Admin Dinas", "Admin Dinas", "Kadis", "keliru")
    lock(b.db, b.scope(), ADMIN, satu, now=KINI)


def test_a_head_locks_his_own_school_only(b: Bengkel, satu: int) -> None:
    tono = authority.head(b.db, instansi=b.ruang.instansi.id, nip=TONO.nip)
    with pytest.raises(Stop, match="bukan kewenangan"):
        lock(b.db, b.scope(), tono, satu, now=KINI)
    sari = authority.head(b.db, instansi=b.ruang.instansi.id, nip=SARI.nip)
    assert lock(b.db, b.scope(), sari, satu, now=KINI)
