"""The reports of a year as documents that the report connectors read, each with what it is the whole list of.

An answer of the API is complete for its year or period, so it carries its heading: `laporan`, `tahun`, `slot`,
`ditarik`. Two periods with the same slot would each withdraw what the other lists: then the rows speak for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from selaras.config import clock
from selaras.connectors.common.periods import slot_dari
from selaras.connectors.common.text import teks_json
from selaras.connectors.ekinerja_builtin.channel import Channel, Row
from selaras.connectors.ports import Document
from selaras.kinerja import periode

_NAME = "API e-Kinerja"


def documents(channel: Channel, tahun: int) -> Iterator[Document]:
    """Read references, SKP, ratings per period and log; an empty reference or log is left out."""
    periods = list(channel.referensi_periode())
    yield from _listed("referensi/unor", channel.unor())
    yield from _listed("referensi/periode", periods)
    yield _skp(channel, tahun)
    wanted = [period for period in periods if teks_json(period.get("tahun")) in ("", str(tahun))]
    slots = Counter(_slot(period) for period in wanted)
    for period in wanted:
        slot = _slot(period)
        yield _penilaian(channel, tahun, period, slot if slots[slot] == 1 else None)
    yield from _listed(f"log sinkronisasi/{tahun}", channel.log(tahun))


def _listed(name: str, rows: Sequence[Row]) -> Iterator[Document]:
    if rows:
        yield Document(f"{_NAME}: {name}", {"data": list(rows)})


def _skp(channel: Channel, tahun: int) -> Document:
    head = {"laporan": "ekinerja_laporan_skp", "tahun": tahun, "ditarik": _now()}
    return Document(f"{_NAME}: laporan/skp/{tahun}", head | {"data": list(channel.laporan_skp(tahun))})


def _penilaian(channel: Channel, tahun: int, period: Row, slot: int | None) -> Document:
    label = str(period.get("nama") or "") if slot is None else periode.nama(slot).replace("TW", "Triwulan ")
    head = {"laporan": "ekinerja_laporan_penilaian", "tahun": tahun, "slot": slot, "ditarik": _now()}
    rows = [dict(row) | _period(period, slot) for row in channel.laporan_penilaian(tahun, str(period["id"]))]
    return Document(f"{_NAME}: laporan/penilaian/{tahun} {label}", head | {"data": rows})


def _period(period: Row, slot: int | None) -> dict[str, object]:
    """Return the columns by which a row names its period, as the same row has them when it is looked up alone."""
    if slot is not None:
        tipe, angka = periode.kolom(slot)
        return {"tipe_periodik": tipe, "angka_periodik": angka}
    return {
        "tipe_periodik": period.get("tipe_periodik") or period.get("jenis_periode"),
        "angka_periodik": period.get("angka_periodik"),
    }


def _slot(period: Row) -> int | None:
    if teks_json(period.get("jenis_periode")).lower() in ("final", "tahunan"):
        return periode.SETAHUN
    return slot_dari(teks_json(period.get("tipe_periodik")), teks_json(period.get("angka_periodik")))


def _now() -> str:
    """Return the moment before the reading begins: what changes during it is not claimed to be seen."""
    return clock.now().strftime("%Y-%m-%d %H:%M:%S")
