"""When an instansi is synced by itself: hour, days, quiet hours. Values and pure functions; the queue does the waiting.

Times are those of the office, Asia/Jakarta, which knows no summer time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from selaras.config import clock
from selaras.galat import DataError

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
EVERY_DAY = frozenset(range(7))
SETTING = "jadwal"  # the key in instansi.pengaturan


@dataclass(frozen=True, slots=True)
class Schedule:
    """The wish of one instansi. `tenang` (from, until) may pass midnight; `sejak`: slots before it never were."""

    hidup: bool = False
    jam: dt.time = dt.time(2)
    hari: frozenset[int] = EVERY_DAY
    tenang: tuple[dt.time, dt.time] | None = None
    sejak: dt.datetime | None = None

    def last(self, now: dt.datetime) -> dt.datetime | None:
        """Return the newest slot that has come, None when none has since the schedule was set."""
        for back in range(8):
            slot = self._slot(now.date() - dt.timedelta(days=back))
            if slot and slot <= now:
                return slot if self.sejak is None or slot >= self.sejak else None
        return None

    def next(self, now: dt.datetime) -> dt.datetime | None:
        """Return the slot to come, None when the schedule is off."""
        slots = (self._slot(now.date() + dt.timedelta(days=ahead)) for ahead in range(8))
        return next((slot for slot in slots if slot and slot > now), None)

    def quiet_until(self, moment: dt.datetime) -> dt.datetime | None:
        """Return the end of the quiet hours that the moment falls into, None when it falls into none."""
        if self.tenang is None:
            return None
        begin, end = self.tenang
        time = moment.timetz().replace(tzinfo=None)
        inside = begin <= time < end if begin < end else time >= begin or time < end
        if not inside:
            return None
        day = moment.date() + dt.timedelta(days=1 if time >= end else 0)
        return dt.datetime.combine(day, end, clock.ZONE)

    def opens(self, moment: dt.datetime) -> dt.datetime:
        """Return the moment itself, or the end of the quiet hours that it falls into."""
        return self.quiet_until(moment) or moment

    def _slot(self, day: dt.date) -> dt.datetime | None:
        if not self.hidup or day.weekday() not in self.hari:
            return None
        return dt.datetime.combine(day, self.jam, clock.ZONE)

    def stored(self) -> dict[str, Any]:
        """Return the schedule as it is kept in instansi.pengaturan."""
        return {
            "hidup": self.hidup,
            "jam": f"{self.jam:%H:%M}",
            "hari": sorted(self.hari),
            "tenang": hours_text(self.tenang),
            "sejak": self.sejak.isoformat() if self.sejak else None,
        }

    def sentence(self) -> str:
        """Say the schedule in one sentence.

        >>> Schedule(True, tenang=(dt.time(6), dt.time(18))).sentence()
        'Sinkron otomatis setiap hari jam 02:00 WIB, tidak dalam jam tenang 06:00-18:00.'
        """
        if not self.hidup:
            return "Sinkron otomatis mati."
        quiet = f", tidak dalam jam tenang {hours_text(self.tenang)}" if self.tenang else ""
        return f"Sinkron otomatis {days_text(self.hari)} jam {self.jam:%H:%M} WIB{quiet}."


def schedule_of(settings: Mapping[str, Any]) -> Schedule:
    """Read the schedule out of instansi.pengaturan; off when nobody has set one."""
    kept = settings.get(SETTING)
    if not kept:
        return Schedule()
    return Schedule(
        hidup=bool(kept["hidup"]),
        jam=read_time(kept["jam"]),
        hari=frozenset(kept["hari"]),
        tenang=read_hours(kept["tenang"]) if kept["tenang"] else None,
        sejak=dt.datetime.fromisoformat(kept["sejak"]) if kept["sejak"] else None,
    )


def changed(
    old: Schedule, *, jam: str | None, hari: str | None, tenang: str | None, hidup: bool | None, now: dt.datetime
) -> Schedule:
    """Return the schedule with what a person wants otherwise; naming an hour or days switches it on.

    `tenang` '-' takes the quiet hours away. Raises `DataError` for what is no hour, day or span.
    """
    on = old.hidup or jam is not None or hari is not None if hidup is None else hidup
    new = replace(
        old,
        hidup=on,
        jam=read_time(jam) if jam else old.jam,
        hari=read_days(hari) if hari else old.hari,
        tenang=old.tenang if tenang is None else None if tenang == "-" else read_hours(tenang),
    )
    moved = (new.hidup, new.jam, new.hari) != (old.hidup, old.jam, old.hari)
    return replace(new, sejak=now.replace(microsecond=0)) if moved else new


def read_time(text: str) -> dt.time:
    """Read an hour of the day.

    >>> read_time("2.30")
    datetime.time(2, 30)
    """
    found = re.fullmatch(r"\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*", text)
    if not found:
        raise DataError(f"«{text}» bukan jam.", langkah="Tulis seperti 02:00.")
    return dt.time(int(found[1]), int(found[2]))


def read_hours(text: str) -> tuple[dt.time, dt.time]:
    """Read a span of hours; it may pass midnight.

    >>> read_hours("22:00-05:00")
    (datetime.time(22, 0), datetime.time(5, 0))
    """
    begin, dash, end = text.replace("–", "-").partition("-")
    if not dash:
        raise DataError(f"«{text}» bukan rentang jam.", langkah="Tulis seperti 06:00-18:00.")
    span = read_time(begin), read_time(end)
    if span[0] == span[1]:
        raise DataError(
            f"Jam tenang {text} tidak menyisakan waktu untuk sinkron.", langkah="Tulis seperti 06:00-18:00."
        )
    return span


def read_days(text: str) -> frozenset[int]:
    """Read days of the week: names, spans, 'setiap hari'.

    >>> sorted(read_days("senin-rabu, sabtu"))
    [0, 1, 2, 5]
    """
    if text.strip().lower() in ("setiap hari", "tiap hari", "semua"):
        return EVERY_DAY
    found: set[int] = set()
    for part in re.split(r"[,\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip().lower().replace("jum'at", "jumat"))):
        first, _, last = part.partition("-")
        begin, end = _day(first), _day(last or first)
        found.update((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return frozenset(found)


def _day(name: str) -> int:
    known = [number for number, day in enumerate(DAYS) if len(name) >= 3 and day.startswith(name)]
    if len(known) != 1:
        raise DataError(f"«{name}» bukan hari.", langkah="Tulis seperti senin,rabu atau senin-jumat atau setiap hari.")
    return known[0]


def days_text(days: frozenset[int]) -> str:
    """Name days of the week.

    >>> days_text(frozenset({0, 4}))
    'senin, jumat'
    """
    return "setiap hari" if days == EVERY_DAY else ", ".join(DAYS[day] for day in sorted(days))


def hours_text(span: tuple[dt.time, dt.time] | None) -> str | None:
    """Write a span of hours as people write it."""
    return f"{span[0]:%H:%M}-{span[1]:%H:%M}" if span else None


def office(moment: dt.datetime) -> dt.datetime:
    """Return which moment of the office the machine's clock means: the other way round than `real`."""
    return clock.now() + (moment - dt.datetime.now(dt.UTC))


def real(moment: dt.datetime) -> dt.datetime:
    """Return when the moment comes by the clock of the machine: a rehearsal may live on another day."""
    return dt.datetime.now(dt.UTC) + (moment - clock.now())
