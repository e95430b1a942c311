"""kill -9 at any statement of an import leaves balanced books; a later import ends where an undisturbed one does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jobs.desa import BUDI, DEWI, WATI, Desa, nilai
from jobs.maut import Putus, mati_pada
from jobs.pemasangan import copied, whole_village
from jobs.ruang import Ruang
from selaras.intake import chunks, services, staging


def berubah() -> Desa:
    """A new PMM table: one row changed, one new, one twice, one disputed, one damaged."""
    desa = Desa("2025-01-08")
    desa.nilai(BUDI, "4").update(
        predikat="Sangat Baik", hasil_kerja="Diatas Ekspektasi", perilaku_kerja="Diatas Ekspektasi"
    )
    desa.nilai(WATI, "4")["predikat"] = "Amat Baik"
    desa.pmm["penilaian"] += [
        nilai(DEWI, "3"),
        nilai(DEWI, "2") | {"predikat": "Kurang", "perilaku_kerja": "Dibawah Ekspektasi"},
    ]
    return desa


def laporan() -> Desa:
    """A new report of e-Kinerja: one row changed, one gone."""
    desa = Desa("2025-01-08")
    desa.nilai_ek(BUDI, "4").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
    desa.tanpa_ekinerja(DEWI, "4")
    return desa


CASES = {"penilaian": (berubah, "penilaian"), "laporan": (laporan, "laporan-nilai-4")}


def kerja(dsn: str, case: str) -> None:
    """Import a file unless exactly this file was read before, and work through."""
    made, name = CASES[case]
    room = Ruang(dsn)
    if not room.angka("SELECT count(*) FROM batch WHERE per = '2025-01-08'"):
        room.impor(made(), name)
    room.olah()
    room.tutup()


@pytest.fixture
def tenang(server: str) -> Iterator[dict[str, Ruang]]:
    """What an undisturbed import leads to."""
    rooms = {}
    for case in CASES:
        dsn = copied(server, whole_village(server))
        kerja(dsn, case)
        rooms[case] = Ruang(dsn)
    yield rooms
    for room in rooms.values():
        room.tutup()


@pytest.mark.parametrize("case", list(CASES))
def test_it_survives_kill_at_every_statement(
    desa: Ruang, tenang: dict[str, Ruang], case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "FIRST", 12)
    monkeypatch.setattr(chunks, "MOST", 12)
    before = desa.buku()["record"]
    after = tenang[case].buku()
    died: list[str] = []
    n, kept = 1, False
    while statement := mati_pada(n, lambda: kerja(desa.dsn, case))[0]:
        died.append(statement)
        rekap = desa.rekap()
        assert rekap.seimbang is True, statement
        assert rekap.total == sum(rekap.keadaan.values())
        record = desa.buku()["record"]
        assert record in (before, after["record"]), statement
        desa.db.rollback()
        n += 1 if n < 60 else 6
        if not kept and record == after["record"]:  # from now on the file is known, and the first statements are others
            kept, n = True, 1
    told = " / ".join(died)
    for moment in (
        "INSERT INTO batch",
        "COPY stg FROM",
        "MERGE INTO record",
        "INSERT INTO record_old",
        "UPDATE batch SET tanda",
        "COPY coverage",
        "commit",
        "pasangan",
        "COPY (SELECT '",
    ):
        assert moment in told, moment
    assert len(died) > 59
    kerja(desa.dsn, case)
    assert desa.buku() == after


@pytest.mark.parametrize("moment", ["count", "accounts_seen", "keep_old", "merge", "vanished", "replace"])
def test_an_aborted_import_leaves_nothing(
    desa: Ruang, tenang: dict[str, Ruang], moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, batches = desa.buku(), desa.angka("SELECT count(*) FROM batch")
    for module in (staging, services.closing):
        original = module._sql

        def broken(name: str, _original=original) -> str:  # type: ignore[no-untyped-def]
            if name == moment:
                raise Putus
            return str(_original(name))

        monkeypatch.setattr(module, "_sql", broken)
    with pytest.raises(Putus):
        desa.impor(laporan(), "laporan-nilai-4")
    desa.db.rollback()
    monkeypatch.undo()
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")
    assert desa.buku() == before
    assert desa.angka("SELECT count(*) FROM batch") == batches
    assert desa.rekap().seimbang is True
    kerja(desa.dsn, "laporan")
    assert desa.buku() == tenang["laporan"].buku()
