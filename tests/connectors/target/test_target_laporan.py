"""What the target shows is what the report connectors read: same rows, same core, and a heading that is honest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from connectors.target.panggung import GURU, KEPALA, TAHUN, Panggung, key_nilai, key_skp, kunci, nilai, skp
from selaras.connectors.ports import Connector, Context, Coverage, Document, Kind, Record, Source
from selaras.connectors.registry import recognise, target_by_name
from selaras.connectors.target import Key, Target, Write
from selaras.galat import Stop


@pytest.fixture(autouse=True)
def _hari_ini(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")


def read(source: Source) -> tuple[Connector, list[Record], tuple[Coverage, ...]]:
    connector = recognise(source)
    assert connector is not None, source.berkas
    heading = connector.heading(source)
    found = list(connector.records(source, heading, Context(TAHUN, dt.date(2025, 1, 6))))
    assert all(isinstance(row, Record) for row in found), found
    return connector, [row for row in found if isinstance(row, Record)], connector.coverage(source, heading)


def observed(target: Target) -> dict[str, tuple[list[Record], tuple[Coverage, ...]]]:
    return {source.berkas.removeprefix("API e-Kinerja: "): read(source)[1:] for source in target.observe(TAHUN)}


def keyed(records: Iterator[Record]) -> dict[tuple[int, str | None, int, str | None], str | None]:
    return {(row.kind, row.akun, row.slot, row.mulai if row.kind == Kind.SKP else None): row.core for row in records}


def written(target: Target) -> list[Key]:
    batch = [skp(), skp(GURU), nilai(), nilai(GURU), nilai(GURU, 202, hasil=3, perilaku=3, predikat=5), nilai(slot=400)]
    assert all(answer.versi for answer in target.send(batch))
    return [write.key for write in batch]


def test_it_names_every_report_of_the_year(target: Target) -> None:
    written(target)
    target.send([nilai(slot=101)])
    assert list(observed(target)) == [
        "referensi/unor",
        "referensi/periode",
        "laporan/skp/2024",
        *(f"laporan/penilaian/2024 {name}" for name in ("Tahunan", *(f"Triwulan {n}" for n in (1, 2, 3, 4)))),
        "log sinkronisasi/2024",
    ]


def test_what_is_looked_at_and_what_is_observed_have_the_same_core(target: Target) -> None:
    keys = written(target)
    seen = keyed(row for records, _ in observed(target).values() for row in records if row.core)
    looked = {(int(h.key.kind), h.key.nip, h.key.slot, h.key.mulai): h.core for h in target.look(keys)}
    assert looked == seen
    assert len(seen) == 6


def test_a_row_of_look_is_read_alone_as_it_is_in_the_report(target: Target) -> None:
    reports = {}
    for key in written(target):
        held = target.look([key])[0]
        _, (alone,), _ = read(Document("baca", {"data": [dict(held.row or {})]}))
        reports[key] = alone
        assert (alone.core, alone.tahun, alone.slot, alone.akun) == (held.core, TAHUN, key.slot, key.nip)
    listed = {(r.kind, r.akun, r.slot): r for records, _ in observed(target).values() for r in records}
    for key, alone in reports.items():
        whole = listed[int(key.kind), key.nip, key.slot]
        assert (alone.native, alone.place, alone.status, alone.penilai_nip) == (
            *(whole.native, whole.place, whole.status, whole.penilai_nip),
        )


def test_every_report_is_the_whole_list_of_its_year_or_period(target: Target) -> None:
    written(target)
    covered = [item for _, coverage in observed(target).values() for item in coverage]
    assert Coverage(Kind.SKP, TAHUN, complete=True) in covered
    slots = {item.slot for item in covered if item.kind is Kind.PENILAIAN and item.complete}
    assert slots == {201, 202, 203, 204, 400}


def test_an_empty_report_is_heard_as_empty(target: Target) -> None:
    found = observed(target)
    assert found["laporan/skp/2024"] == ([], (Coverage(Kind.SKP, TAHUN, complete=True),))
    assert found["laporan/penilaian/2024 Triwulan 4"] == (
        [],
        (Coverage(Kind.PENILAIAN, TAHUN, 204, complete=True),),
    )


def test_a_report_carries_the_day_it_was_drawn(target: Target) -> None:
    written(target)
    days = {
        connector.heading(source).ditarik
        for source in target.observe(TAHUN)
        if (connector := recognise(source)) and connector.name.startswith("ekinerja_laporan")
    }
    assert {day.date() for day in days if day} == {dt.date(2025, 1, 6)}
    assert None not in days


def test_what_was_withdrawn_is_in_no_report(target: Target) -> None:
    written(target)
    target.send([Write(kunci(), key_nilai(GURU, 202), 1, None, "salah periode")])
    assert observed(target)["laporan/penilaian/2024 Triwulan 2"][0] == []


def test_refusals_come_back_as_log_messages(target: Target) -> None:
    target.send([skp(status="diajukan"), skp(), nilai(slot=101)])
    records, coverage = observed(target)[f"log sinkronisasi/{TAHUN}"]
    assert [row.akun for row in records] == [KEPALA, KEPALA]
    assert coverage == ()


def test_another_instansi_is_in_no_report(target: Target, panggung: Panggung) -> None:
    written(target)
    number = panggung.instansi + 5000
    other = target_by_name("ekinerja_builtin", dsn=panggung.dsn, instansi=number, settings={}, environ={})
    assert other.look([key_skp()])[0].versi == 0
    assert all(records == [] for records, _ in observed(other).values())


def test_it_is_bound_by_name_and_settings(panggung: Panggung) -> None:
    args = {"dsn": panggung.dsn, "instansi": panggung.instansi}
    settings = {"ekinerja": {"url": panggung.simulator.address}}
    over_http = target_by_name(
        "ekinerja_builtin", settings=settings, environ={"SELARAS_EKINERJA_TOKEN": panggung.token}, **args
    )
    over_http.send([skp()])
    assert panggung.calls() == 1
    in_process = target_by_name("ekinerja_builtin", settings={}, environ={}, **args)
    assert in_process.look([key_skp()])[0].versi == 1
    assert panggung.calls("/api/ekinerja/v1/baca") == 0
    with pytest.raises(Stop, match="hanya bisa dibaca"):
        target_by_name("ekinerja_laporan", settings={}, environ={}, **args)
    with pytest.raises(Stop, match="Token"):
        target_by_name("ekinerja_builtin", settings=settings, environ={}, **args)
