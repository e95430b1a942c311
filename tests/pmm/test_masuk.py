"""The whole way in: what the PMM side says becomes records and entries of the ledger; the stages stay as they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jobs.ruang import Ruang
from pmm.gugus import NIP, SATU, TAHUN, Gugus
from selaras.connectors.pmm_builtin import source_in_process
from selaras.connectors.ports import Kind, Lines
from selaras.intake.services import Imported
from selaras.pmm import services


@pytest.fixture
def ruang(dsn: str) -> Iterator[Ruang]:
    room = Ruang(dsn)
    yield room
    room.tutup()


@pytest.fixture
def penuh(ruang: Ruang) -> Iterator[Gugus]:
    """The cluster of this room's instansi: one teacher's second semester is sent."""
    office = Gugus(ruang.dsn, ruang.instansi.id).isi()
    office.nilai(office.siap_dinilai())
    office.kirim()
    yield office
    office.tutup()


def baca(ruang: Ruang, office: Gugus, berkas: str) -> list[Imported]:
    sources = [one for one in source_in_process(office.dsn, office.instansi).observe(TAHUN) if isinstance(one, Lines)]
    found = ruang.baca(*sources, berkas=berkas)
    ruang.olah()
    return found


def test_what_was_agreed_and_sent_becomes_entries(ruang: Ruang, penuh: Gugus) -> None:
    [read] = baca(ruang, penuh, "pertama")
    assert (read.connector, read.counts.rejected, read.counts.new) == ("pmm_interchange", 0, 5 + 1 + 1)
    live = "SELECT count(*) FROM record WHERE gone_batch IS NULL AND side = 1 AND kind = %s"
    assert [ruang.angka(live, [int(kind)]) for kind in (Kind.PEGAWAI, Kind.SKP, Kind.PENILAIAN)] == [5, 1, 1]
    assert ruang.angka("SELECT count(*) FROM entry WHERE kind = 2 AND source_id IS NOT NULL") == 1


def test_read_again_only_what_changed_is_new(ruang: Ruang, penuh: Gugus) -> None:
    baca(ruang, penuh, "pertama")
    [again] = baca(ruang, penuh, "kedua")
    assert (again.counts.new, again.counts.changed, again.counts.rejected) == (0, 0, 0)
    penuh.panggil(services.pegawai_simpan, nip=NIP["rekan"], nama="RINI REKAN BARU", npsn=SATU)
    [third] = baca(ruang, penuh, "ketiga")
    assert (third.counts.new, third.counts.changed) == (0, 1)
