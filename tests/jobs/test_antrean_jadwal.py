"""The schedule: hour, days, quiet hours, in the zone of the office; shown and set by `selaras jadwal`."""

from __future__ import annotations

import datetime as dt

import pytest

from jobs.perintah import Perintah
from selaras.config.clock import ZONE
from selaras.galat import DataError
from selaras.jobs.schedule import Schedule, changed, read_days, read_hours, read_time, schedule_of

SENIN = dt.date(2025, 1, 6)
HARI_KERJA = Schedule(True, dt.time(2), frozenset(range(5)), (dt.time(6), dt.time(18)))


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), ZONE)


def on(day: int) -> dt.date:
    return SENIN + dt.timedelta(days=day)


def test_it_finds_the_slot_that_came_last_and_the_one_to_come() -> None:
    assert HARI_KERJA.last(at(SENIN, 1, 59)) == at(on(-3), 2)  # Friday
    assert HARI_KERJA.last(at(SENIN, 2)) == at(SENIN, 2)
    assert HARI_KERJA.next(at(SENIN, 2)) == at(on(1), 2)
    assert HARI_KERJA.next(at(on(4), 3)) == at(on(7), 2)  # Friday to Monday
    utc = at(SENIN, 1, 59).astimezone(dt.UTC)
    assert HARI_KERJA.next(utc.astimezone(ZONE)) == at(SENIN, 2)


def test_a_slot_before_the_schedule_was_set_never_was() -> None:
    fresh = changed(Schedule(), jam="02:00", hari=None, tenang=None, hidup=None, now=at(SENIN, 14))
    assert fresh.hidup
    assert fresh.last(at(SENIN, 15)) is None
    assert fresh.last(at(on(1), 2)) == at(on(1), 2)
    quiet = changed(fresh, jam=None, hari=None, tenang="06:00-18:00", hidup=None, now=at(on(3), 1))
    assert quiet.sejak == fresh.sejak  # quiet hours do not forget what is due
    off = changed(quiet, jam=None, hari=None, tenang="-", hidup=False, now=at(on(4), 1))
    assert (off.last(at(on(9), 3)), off.next(at(on(9), 3)), off.tenang) == (None, None, None)


@pytest.mark.parametrize(
    ("tenang", "hour", "ends"),
    [("06:00-18:00", 6, at(SENIN, 18)), ("06:00-18:00", 17, at(SENIN, 18)), ("06:00-18:00", 18, None),
     ("06:00-18:00", 5, None), ("22:00-05:00", 23, at(on(1), 5)), ("22:00-05:00", 4, at(SENIN, 5)),
     ("22:00-05:00", 5, None), ("22:00-05:00", 21, None)],
)  # fmt: skip
def test_quiet_hours_end_at_a_moment_also_over_midnight(tenang: str, hour: int, ends: dt.datetime | None) -> None:
    plan = Schedule(True, tenang=read_hours(tenang))
    assert plan.quiet_until(at(SENIN, hour)) == ends
    assert plan.opens(at(SENIN, hour)) == (ends or at(SENIN, hour))


def test_it_comes_back_from_the_settings_as_it_was() -> None:
    plan = Schedule(True, dt.time(2, 30), frozenset({0, 6}), (dt.time(22), dt.time(5)), at(SENIN, 9))
    assert schedule_of({"jadwal": plan.stored(), "lain": 1}) == plan
    assert schedule_of({}) == Schedule()


@pytest.mark.parametrize("text", ["24:00", "2", "", "dua", "02:60", "-1:00", "02:00:00"])
def test_it_refuses_what_is_no_hour(text: str) -> None:
    with pytest.raises(DataError, match="bukan jam"):
        read_time(text)


@pytest.mark.parametrize("text", ["06:00", "06:00-06:00", "pagi-sore", "-"])
def test_it_refuses_what_is_no_span(text: str) -> None:
    with pytest.raises(DataError):
        read_hours(text)


def test_it_reads_days_as_people_write_them() -> None:
    assert read_days("Jum'at") == {4}
    assert read_days("sabtu-senin") == {5, 6, 0}
    assert read_days("sen, rab kam") == {0, 2, 3}
    assert read_days("setiap hari") == set(range(7))
    for text in ("se", "hari", "senin,", "monday"):
        with pytest.raises(DataError, match="bukan hari"):
            read_days(text)


def test_the_command_shows_sets_and_switches_off(perintah: Perintah) -> None:
    empty = perintah("jadwal")
    assert (empty.kode, empty.out) == (1, "")
    perintah("mulai", "--instansi", "Kab. Jadwal", "--jenis", "latihan", "--tipe-periodik", "triwulanan",
             "--tahun", 2024, "--kantor", "BKD")  # fmt: skip
    assert "Sinkron otomatis mati." in perintah("jadwal").out
    done = perintah("jadwal", "--jam", "02:00", "--hari", "senin-jumat", "--jam-tenang", "06:00-18:00", "--json")
    assert done.kode == 0, done.err
    assert {key: done.json[key] for key in ("hidup", "jam", "hari", "tenang", "hanya_baca")} == {
        "hidup": True, "jam": "02:00", "hari": [0, 1, 2, 3, 4], "tenang": "06:00-18:00", "hanya_baca": True
    }  # fmt: skip
    shown = perintah("jadwal")
    assert "senin, selasa, rabu, kamis, jumat jam 02:00 WIB, tidak dalam jam tenang 06:00-18:00." in shown.out
    assert "Tidak ada yang dikirim ke BKN" in shown.out
    assert "mundur sampai jam tenang selesai" in perintah("jadwal", "--jam", "07:00").out
    off = perintah("jadwal", "--mati", "--json").json
    assert (off["hidup"], off["berikutnya"], off["jam"], off["tenang"]) == (False, None, "07:00", "06:00-18:00")
    assert not perintah.galat()


@pytest.mark.parametrize("words", [("--jam", "25:00"), ("--hari", "libur"), ("--jam-tenang", "siang")])
def test_the_command_refuses_in_one_sentence_and_changes_nothing(perintah: Perintah, words: tuple[str, str]) -> None:
    perintah("mulai", "--instansi", "Kab. Jadwal", "--jenis", "latihan", "--tipe-periodik", "triwulanan",
             "--tahun", 2024, "--kantor", "BKD")  # fmt: skip
    before = perintah("jadwal", "--json").json
    done = perintah("jadwal", *words)
    assert (done.kode, done.out) == (1, "")
    assert "Tulis seperti" in done.err
    assert perintah("jadwal", "--json").json == before
