"""Changes since a cursor: nothing missed, nothing repeated, whoever writes at the same time."""

from __future__ import annotations

import itertools
import threading
import time
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmm.gugus import NIP, PERAN, SATU, TAHUN, Gugus
from selaras.galat import DataError
from selaras.pmm import selectors, services

_instansi = itertools.count(100)
Seen = tuple[int, str, Any]


def halaman(connection: Any, instansi: int, setelah: int, batas: int = 1000) -> selectors.Halaman:
    """Read one page in a transaction of its own."""
    page = selectors.perubahan(connection, instansi=instansi, setelah=setelah, batas=batas)
    connection.rollback()
    return page


def semua(gugus: Gugus, setelah: int = 0, batas: int = 1000, **said: Any) -> list[dict[str, Any]]:
    """Read page after page until there is no more."""
    found, more = [], True
    while more:
        page = gugus.lihat(selectors.perubahan, setelah=setelah, batas=batas, **said)
        found += page.baris
        setelah, more = page.kursor, page.masih
    return found


def test_rows_have_the_columns_of_the_interchange_format(gugus: Gugus) -> None:
    skp_id = gugus.siap_dinilai()
    gugus.nilai(skp_id)
    gugus.kirim()
    by_kind = {row["jenis"]: row["isi"] for row in semua(gugus)}
    assert by_kind["skp"] | {"skp_id": None, "tanggal_disepakati": None} == {
        "jenis": "skp", "skp_id": None, "nip": NIP["guru"], "npsn": SATU, "tahun": 2024, "periode_awal": "2024-07-01",
        "periode_akhir": "2024-12-31", "status": "Disepakati", "tanggal_disepakati": None, "plt": "0",
        "indikator_praktik": "Penerapan Disiplin Positif", "jabatan": "Guru Ahli Muda", "nip_penilai": NIP["kepala"],
    }  # fmt: skip
    rated = by_kind["penilaian"]
    assert (rated["tipe_periodik"], rated["angka_periodik"], rated["status"]) == ("semester", 2, "terkirim")
    assert (rated["hasil_kerja"], rated["perilaku_kerja"], rated["predikat"]) == (
        "Di atas ekspektasi", "Sesuai ekspektasi", "Baik"
    )  # fmt: skip


@pytest.mark.parametrize("batas", [1, 2, 3, 7, 1000])
def test_pages_of_any_size_give_the_same_rows_in_the_order_of_their_changes(gugus: Gugus, batas: int) -> None:
    gugus.skp()
    gugus.skp("rekan")
    whole = semua(gugus)
    assert semua(gugus, batas=batas) == whole
    assert [row["urut"] for row in whole] == sorted({row["urut"] for row in whole})
    assert len(whole) == 7 + 2 + 4


def test_only_what_changed_comes_again(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="diajukan")
    last = semua(gugus)[-1]["urut"]
    assert semua(gugus, last) == []
    gugus.panggil(services.skp_sepakati, oleh="kepala", skp_id=skp_id)
    assert [(row["jenis"], row["isi"]["status"]) for row in semua(gugus, last)] == [("skp", "Disepakati")]


def test_what_shows_a_nip_changes_with_it(gugus: Gugus) -> None:
    gugus.nilai(gugus.siap_dinilai())
    last = semua(gugus)[-1]["urut"]
    gugus.panggil(services.pegawai_simpan, id=gugus.id["guru"], nip="198501012010011977", nama="BUDI GURU", npsn=SATU)
    changed = semua(gugus, last)
    assert sorted(row["jenis"] for row in changed) == ["pegawai", "penilaian", "rhk", "rhk", "skp"]
    assert {row["isi"]["nip"] for row in changed} == {"198501012010011977"}
    last = changed[-1]["urut"]
    gugus.panggil(
        services.pegawai_simpan, id=gugus.id["kepala"], nip="197001012000031978", nama="SITI", npsn=SATU, kepala=True
    )
    assert sorted(row["jenis"] for row in semua(gugus, last)) == ["pegawai", "penilaian", "skp"]


def test_what_was_taken_back_is_told_as_such(gugus: Gugus) -> None:
    skp_id = gugus.skp(sampai="draf")
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=[{"nomor": "1", "rhk": "A"}])
    last = semua(gugus)[-1]["urut"]
    gugus.panggil(services.skp_isi, oleh="guru", skp_id=skp_id, rhk=[])
    assert [(row["jenis"], row["ditarik"]) for row in semua(gugus, last)] == [("rhk", True)]


def test_a_year_has_its_own_rows_and_every_account(gugus: Gugus) -> None:
    gugus.skp()
    gugus.skp("rekan", tahun=2025, slot=None)
    assert {row["isi"].get("tahun") for row in semua(gugus, tahun=TAHUN)} == {None, 2024}
    assert sum(row["jenis"] == "pegawai" for row in semua(gugus, tahun=TAHUN)) == 7


def test_another_instansi_is_not_in_the_stream(gugus: Gugus) -> None:
    other = Gugus(gugus.dsn, next(_instansi)).isi()
    gugus.skp()
    assert {row["jenis"] for row in semua(other)} == {"pegawai"}
    other.tutup()


@pytest.mark.parametrize("said", [{"setelah": 10**12}, {"setelah": -1}, {"batas": 0}, {"batas": 5001}])
def test_a_cursor_from_elsewhere_is_refused(gugus: Gugus, said: dict[str, int]) -> None:
    with pytest.raises(DataError):
        gugus.lihat(selectors.perubahan, **said)


def test_who_writes_second_waits_so_that_no_number_is_overtaken(gugus: Gugus) -> None:
    last = semua(gugus)[-1]["urut"]
    change = "UPDATE pm_pegawai SET nama = nama || '!' WHERE id = %s"
    with psycopg.connect(gugus.dsn) as first, psycopg.connect(gugus.dsn) as second:
        first.execute(change, (gugus.id["guru"],))
        second.execute("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            second.execute(change, (gugus.id["rekan"],))
        second.rollback()
        assert semua(gugus, last) == []
        first.commit()
        second.execute(change, (gugus.id["rekan"],))
        second.commit()
    assert [row["isi"]["nama"] for row in semua(gugus, last)] == ["BUDI GURU!", "RINI REKAN!"]


def test_without_that_lock_a_change_would_be_missed(gugus: Gugus) -> None:
    last = semua(gugus)[-1]["urut"]
    gugus.connection.execute(
        "CREATE OR REPLACE FUNCTION pm_kunci(instansi int) RETURNS void LANGUAGE sql AS $$ SELECT $$"
    )
    gugus.connection.commit()
    change = "UPDATE pm_pegawai SET nama = nama || '!' WHERE id = %s"
    with psycopg.connect(gugus.dsn) as first, psycopg.connect(gugus.dsn) as second:
        first.execute(change, (gugus.id["guru"],))
        second.execute(change, (gugus.id["rekan"],))
        second.commit()
        [seen] = semua(gugus, last)
        first.commit()
    assert semua(gugus, seen["urut"]) == [], "the earlier number was committed later: the proof that the lock is needed"


class Penulis(threading.Thread):
    """Somebody who writes: transactions of some changes each, committed or not, with pauses between."""

    def __init__(self, gugus: Gugus, program: list[tuple[list[tuple[str, int]], bool, int]]) -> None:
        super().__init__()
        self.gugus, self.program = gugus, program
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            with psycopg.connect(self.gugus.dsn) as connection:
                for changes, keep, pause in self.program:
                    for apa, siapa in changes:
                        self.ubah(connection, apa, siapa)
                        time.sleep(pause / 4000)
                    connection.commit() if keep else connection.rollback()
        except Exception as error:  # noqa: BLE001 - told by the test
            self.error = error

    def ubah(self, connection: Any, apa: str, siapa: int) -> None:
        nama = list(NIP)[siapa]
        if apa == "kegiatan":
            row = {"id": f"{siapa}", "nip": NIP[nama], "jenis": "webinar", "judul": str(time.monotonic_ns()),
                   "tanggal_mulai": "2024-08-01"}  # fmt: skip
            services.kegiatan_otomatis(
                connection, instansi=self.gugus.instansi, sumber=threading.current_thread().name, kegiatan=[row]
            )
        else:
            services.pegawai_simpan(
                connection, instansi=self.gugus.instansi, nip=NIP[nama], nama=str(time.monotonic_ns()), **PERAN[nama]
            )


CHANGES = st.lists(st.tuples(st.sampled_from(["kegiatan", "pegawai"]), st.integers(0, 6)), min_size=1, max_size=4)
PROGRAM = st.lists(st.tuples(CHANGES, st.booleans(),
                             st.integers(0, 8)), min_size=1, max_size=5)  # fmt: skip


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(programs=st.lists(PROGRAM, min_size=2, max_size=4), batas=st.integers(1, 6))
def test_a_reader_beside_many_writers_misses_nothing_and_gets_nothing_twice(
    gugus: Gugus, programs: list[Any], batas: int
) -> None:
    office = Gugus(gugus.dsn, next(_instansi)).isi()
    writers = [Penulis(office, program) for program in programs]
    seen: list[Seen] = []
    kursor = 0
    with psycopg.connect(office.dsn) as reader:
        for writer in writers:
            writer.start()
        busy = True
        while busy:
            busy = any(writer.is_alive() for writer in writers)
            page = halaman(reader, office.instansi, kursor, batas)
            seen += [(row["urut"], row["jenis"], row["id"]) for row in page.baris]
            kursor, busy = page.kursor, busy or page.masih
    assert [writer.error for writer in writers] == [None] * len(writers)
    numbers = [urut for urut, _, _ in seen]
    assert numbers == sorted(set(numbers)), "in the order of the changes, none twice"
    assert {(jenis, what): urut for urut, jenis, what in seen} == tersimpan(office), "the last word about every row"
    office.tutup()


def tersimpan(office: Gugus) -> dict[tuple[str, Any], int]:
    """Give the number of change of every row as it is stored."""
    query = " UNION ALL ".join(
        f"SELECT '{name}', id, urut FROM pm_{name} WHERE instansi_id = %(i)s" for name in selectors.JENIS
    )
    return {
        (name, what): urut for name, what, urut in office.connection.execute(query.encode(), {"i": office.instansi})
    }
