"""What the buttons write is what Selaras itself would carry over from the same PMM: two ways, one outcome."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

from conftest import drop_database
from jobs.desa import BUDI, DEWI, EKO, SARI, TONO, WARGA, WATI, Desa
from jobs.pekerja import pekerja, sampai
from jobs.pemasangan import _hari_ini, copied, template
from jobs.ruang import Ruang
from portal.ekinerja.isi import TAHUN, isi_ekinerja, isi_pmm, skp_pmm
from selaras.ekinerja.selectors_sinkron import terpegang
from selaras.jobs import plan, pmm_side, transfer
from selaras.jobs.queue import enqueue_proses
from selaras.organisasi.services import instansi_set
from selaras.portal.ekinerja.jembatan import Hasil, sinkron_skp
from selaras.portal.ekinerja.jembatan_nilai import sinkro_penilaian

__all__ = ["_hari_ini"]
URUT = (SARI, TONO, BUDI, WATI, DEWI, EKO)  # heads first


@cache
def siap(server: str) -> str:
    """Make the village with both applications, read by Selaras and nothing carried yet."""
    dsn = copied(server, template(server))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_HARI_INI", "2025-01-06")
        room = Ruang(dsn)
        isi_ekinerja(room.db)
        isi_pmm(room.db, belum=())
        instansi_set(room.db, instansi=1, wajib_setuju=False)
        room.db.commit()
        room.folder.reload()
        room.impor(Desa(), "siasn", "peta")
        amati(room)
        room.tutup()
    return dsn


@pytest.fixture
def dua(server: str) -> Iterator[Callable[[], Ruang]]:
    made: list[Ruang] = []

    def one() -> Ruang:
        room = Ruang(copied(server, siap(server)))
        made.append(room)
        return room

    yield one
    for room in made:
        room.tutup()
        drop_database(server, room.dsn)


def amati(room: Ruang) -> None:
    """Read both sides and derive."""
    run = room.mulai()
    pmm_side.observe(room.folder, tahun=TAHUN, run=run)
    transfer.observe(room.folder, tahun=TAHUN, run=run)
    room.olah()


def tekan(room: Ruang, *, semester: bool = False) -> list[Hasil]:
    """Press both buttons as each person would."""
    told = [sinkron_skp(room.db, instansi=1, nip=o.nip, tahun=TAHUN, rotasi=True) for o in URUT]
    nip = [o.nip for o in URUT]
    found = sinkro_penilaian(room.db, instansi=1, nip=nip, tahun=TAHUN, tipe_biasa="triwulanan", semester=semester)
    room.db.commit()
    return [*told, *found.values()]


def bawa(room: Ruang) -> None:
    """Let Selaras plan and carry it."""
    run = room.mulai()
    sealed = plan.seal(room.folder, tahun=TAHUN, run=run)
    assert sealed
    done = transfer.kirim(room.folder, plan=sealed.id, run=run)
    assert done.berhenti is None
    assert done.ditutup


def isi(room: Ruang) -> dict[str, Any]:
    """Give what e-Kinerja holds of everybody, free of ids and versions."""
    found = terpegang(room.db, instansi=1, nip=[o.nip for o in WARGA], tahun=TAHUN)
    free = ("id", "versi", "skp_id")
    return {
        nip: [
            sorted(repr(sorted((k, str(v)) for k, v in row.items() if k not in free)) for row in rows)
            for rows in (one.skp, one.penilaian)
        ]
        for nip, one in found.items()
    }


def entri(room: Ruang) -> list[Any]:
    return room.semua(
        "SELECT p.nip, e.kind, e.slot, s.npsn, e.source_core, e.target_core, e.keadaan FROM entry e "
        "JOIN potret p USING (orang_id) LEFT JOIN sekolah s ON s.id = e.sekolah_id ORDER BY 1, 2, 3, 4"
    )


def test_both_ways_leave_the_same_content_and_everything_is_selaras(dua: Callable[[], Ruang]) -> None:
    pressed, carried = dua(), dua()
    assert not [one for one in tekan(pressed) if one.ditolak]
    bawa(carried)
    for room in (pressed, carried):
        amati(room)
    assert isi(pressed) == isi(carried)
    assert entri(pressed) == entri(carried)
    assert {row[-1] for row in entri(pressed)} == {1}
    assert len(entri(pressed)) == len(WARGA) * 6 + 1, "five periods and the SKP of each; whoever moved has two"


def test_whoever_presses_after_the_transfer_finds_nothing_new(dua: Callable[[], Ruang]) -> None:
    room = dua()
    bawa(room)
    before, log = isi(room), room.angka("SELECT count(*) FROM ek_log")
    assert [one.baru for one in tekan(room)] == [0] * 12
    assert (isi(room), room.angka("SELECT count(*) FROM ek_log")) == (before, log)


def test_what_changed_in_pmm_afterwards_comes_over_and_nothing_else(dua: Callable[[], Ruang]) -> None:
    room = dua()
    tekan(room)
    room.db.execute(
        "UPDATE pm_penilaian SET hasil = 1, perilaku = 1, predikat = 1 WHERE slot = 204 AND skp_id = %s",
        (skp_pmm(BUDI, BUDI.sekolah.npsn),),
    )
    room.db.execute("UPDATE pm_penilaian SET status = 2 WHERE slot = 201")  # set, not sent: none of our business
    assert sum(one.baru for one in tekan(room)) == 1
    found = terpegang(room.db, instansi=1, nip=[BUDI.nip], tahun=TAHUN)[BUDI.nip]
    assert {row["slot"]: row["predikat"] for row in found.penilaian} == {201: 2, 202: 2, 203: 2, 204: 1, 400: 2}


def test_a_semester_stands_for_its_quarters_only_where_it_was_switched_on(dua: Callable[[], Ruang]) -> None:
    room = dua()
    room.db.execute("DELETE FROM pm_kiriman")
    room.db.execute("DELETE FROM pm_penilaian WHERE slot IN (201, 202, 204, 400)")
    room.db.execute("UPDATE pm_penilaian SET slot = 302, predikat = 2 WHERE slot = 203")
    room.db.commit()
    tekan(room)
    assert room.angka("SELECT count(*) FROM ek_penilaian") == 0
    tekan(room, semester=True)
    assert room.semua("SELECT DISTINCT slot FROM ek_penilaian ORDER BY 1") == [(203,), (204,)]


def test_two_presses_at_the_same_moment_write_once(dua: Callable[[], Ruang]) -> None:
    room = dua()
    gate = threading.Barrier(2)
    told: list[Hasil] = []

    def press() -> None:
        with psycopg.connect(room.dsn) as connection:
            gate.wait(10)
            told.append(sinkron_skp(connection, instansi=1, nip=SARI.nip, tahun=TAHUN, rotasi=False))

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(one.baru for one in told) == [0, 1]
    assert not [one for one in told if one.ditolak]
    assert room.angka("SELECT count(*) FROM ek_skp") == 1
    assert room.angka("SELECT count(*) FROM ek_log") == 1


def test_a_year_that_was_kept_as_one_is_not_cut_into_semesters(dua: Callable[[], Ruang]) -> None:
    room = dua()
    tekan(room)
    before = isi(room)
    room.db.execute(
        "UPDATE pm_skp SET slot = 302, mulai = '2024-07-01' WHERE id = %s", (skp_pmm(SARI, SARI.sekolah.npsn),)
    )
    room.db.commit()
    assert not sinkron_skp(room.db, instansi=1, nip=SARI.nip, tahun=TAHUN, rotasi=False).baru
    room.db.commit()
    assert isi(room) == before


def test_a_press_reaches_the_books_by_itself(dua: Callable[[], Ruang], tmp_path: Path) -> None:
    room = dua()
    assert {row[-1] for row in entri(room)} == {2}, "everything is ready and nothing carried"
    tekan(room)
    assert enqueue_proses(room.db, instansi=1, amati=True)
    assert enqueue_proses(room.db, instansi=1, amati=True) is None, "one reading is enough for many presses"
    room.db.commit()

    def done() -> bool:
        room.db.commit()
        return {row[-1] for row in entri(room)} == {1}

    with pekerja(room.dsn, tmp_path / "data"):
        assert sampai(done, 40)
