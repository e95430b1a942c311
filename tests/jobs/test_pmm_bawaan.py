"""A folder whose PMM is the built-in one: every sync reads it, and only what changed is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs.pekerja import Antrean, pekerja
from jobs.perintah import Perintah
from jobs.ruang import Ruang
from pmm.gugus import NIP, SEMESTER_2, Gugus
from selaras.galat import Stop
from selaras.jobs import pmm_side, queue


@pytest.fixture
def gugus(ruang: Ruang, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gugus]:
    """A cluster in the built-in PMM of the folder: one rated and sent."""
    monkeypatch.setitem(os.environ, "DATABASE_URL", ruang.dsn)
    cluster = Gugus(ruang.dsn, ruang.instansi.id).isi()
    cluster.nilai(cluster.siap_dinilai())
    cluster.kirim()
    yield cluster
    cluster.tutup()


def pmm(ruang: Ruang) -> set[tuple[str, int, int]]:
    ruang.db.rollback()
    found = ruang.semua(
        "SELECT a.nip, r.kind, r.slot FROM record r JOIN akun a ON a.id = r.akun_id "
        "WHERE r.side = 1 AND r.gone_batch IS NULL AND r.kind IN (2, 3)"
    )
    return {(nip, kind, slot) for nip, kind, slot in found}


def sinkron(ruang: Ruang, folder: Path) -> tuple[str, str]:
    queue.enqueue_sinkron(ruang.db, instansi=ruang.instansi.id, oleh="Admin Satu")
    ruang.db.commit()
    with pekerja(ruang.dsn, folder, "--sekali") as one:
        assert one.tunggu() == 0, one.kata
    antrean = Antrean(ruang.dsn)
    hasil, oleh = antrean.satu(
        "SELECT s.hasil, r.actor FROM sinkron s JOIN run r ON r.id = s.run_id ORDER BY s.id DESC LIMIT 1"
    )
    antrean.db.close()
    return hasil, oleh


def test_a_sync_reads_the_built_in_pmm_where_the_instansi_declares_it(
    ruang: Ruang, gugus: Gugus, tmp_path: Path
) -> None:
    assert sinkron(ruang, tmp_path) == ("selesai", "Admin Satu")
    assert pmm(ruang) == set()  # nobody said that this PMM is the one
    pmm_side.declare(ruang.folder, builtin=True)
    sinkron(ruang, tmp_path)
    assert pmm(ruang) == {(NIP["guru"], 2, 0), (NIP["guru"], 3, SEMESTER_2)}
    gugus.nilai(gugus.skp("rekan", sampai="disepakati"), "rekan", slot=203)
    sinkron(ruang, tmp_path)
    assert (NIP["rekan"], 2, 0) in pmm(ruang)


def test_what_did_not_change_is_not_written_again(ruang: Ruang, gugus: Gugus) -> None:
    pmm_side.declare(ruang.folder, builtin=True)
    first = pmm_side.observe(ruang.folder, tahun=2024, run=ruang.mulai())
    again = pmm_side.observe(ruang.folder, tahun=2024, run=ruang.mulai())
    assert sum(x.counts.new for x in first) > 0
    assert sum(x.counts.new + x.counts.changed + x.counts.gone for x in again) == 0
    assert sum(x.counts.read for x in again) == sum(x.counts.read for x in first)


def test_an_empty_pmm_is_nothing_to_read_and_no_error(ruang: Ruang) -> None:
    pmm_side.declare(ruang.folder, builtin=True)
    assert pmm_side.observe(ruang.folder, tahun=2024, run=ruang.mulai()) == []
    assert not pmm_side.builtin_pmm(pmm_side.declare(ruang.folder, builtin=False))


def test_an_address_without_a_token_stops_before_anything_is_read(ruang: Ruang, gugus: Gugus) -> None:
    ruang.db.execute("""UPDATE instansi SET pengaturan = '{"pmm": {"url": "http://127.0.0.1:1"}}'""")
    ruang.db.commit()
    ruang.folder.reload()
    assert pmm_side.builtin_pmm(ruang.folder.need())
    with pytest.raises(Stop, match="Token PMM bawaan"):
        pmm_side.observe(ruang.folder, tahun=2024, run=ruang.mulai())
    assert pmm(ruang) == set()


def test_tarik_declares_it_reads_it_and_says_what_came(ruang: Ruang, gugus: Gugus, perintah: Perintah) -> None:
    told = perintah("tarik", "--pmm-bawaan", "--json")
    assert told.json["tarik"]["pmm_bawaan"] is True
    assert told.json["tarik"]["pmm"]["baru"] > 0
    assert "PMM bawaan" in perintah("tarik").out
    assert "dibaca dari berkas" in perintah("tarik", "--pmm-berkas").out
    assert (NIP["guru"], 2, 0) in pmm(ruang)
