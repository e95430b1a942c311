"""The quick readers of the PMM format say what the careful ones say, for every row that they take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.contoh import KEGIATAN, PENILAIAN, RHK, WATI, Baris, konteks
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import teks_json
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.records import CAREFUL, quick_readers
from selaras.connectors.ports import Record

GANTI: dict[str, list[Any]] = {
    "skp_id": ["", None, " a ", "-", "b", 7],
    "nip": [WATI, "", "NIP. 19850101 201001 2 999", "1.9E+17", 198501012010012999, None],
    "npsn": ["", "2027", " 20271000", 20271000, None],
    "tahun": [2024, "2023", "", "24", 2024.0],
    "tipe_periodik": ["Tahunan", "semester", "bulanan", "", "entah", None],
    "angka_periodik": ["", 2, "12", 2.0, None, "-"],
    "hasil_kerja": ["", "-", "Bagus", "DI ATAS EKSPEKTASI", None],
    "perilaku_kerja": ["", "dibawah ekspektasi", " Sesuai Ekspektasi ", None],
    "predikat": ["", "Kurang/Misconduct", "kurang", "Amat Baik", None],
    "umpan_balik": ["", None, "-", 'kutip " dan \\ garis', " spasi "],
    "nip_penilai": ["", "-", "12", None, WATI],
    "tanggal_dinilai": ["", None, "28/12/2024", "2024-02-30", "5 Januari 2024", "2024-03-28 09:00:00"],
    "status": ["draf", "Ditetapkan", "TERKIRIM ", "dikirim", "", None],
    "kegiatan_id": ["", None, 5, "x"],
    "tanggal_mulai": ["", "2024-02-30", "20/09/2024", "1850-01-01"],
    "tanggal_selesai": ["", None, "2023-01-01", "21 September 2024"],
    "jenis_kegiatan": ["Praktik Baik", "piknik", "", "lainnya"],
    "judul": ["", None, "-", " Judul ", 12],
    "jam": [3, 3.0, None, "", True],
    "poin": [4, "8"],
    "nomor": [1, "", None, "2a"],
    "rhk": ["", "Lain", None],
    "target": [None, 10, "-"],
}
KEGIATAN_KANON: Baris = {("jenis_kegiatan" if name == "jenis" else name): text for name, text in KEGIATAN.items()}


def careful(jenis: str, row: dict[str, Any]) -> object:
    cells = {name: teks_json(value) for name, value in row.items()}
    return CAREFUL[jenis](Row(5, 0, cells, "h" * 32, lambda: cells), konteks())


@pytest.mark.parametrize(
    ("jenis", "row"), [("penilaian", PENILAIAN), ("kegiatan", KEGIATAN_KANON), ("rhk", RHK)], ids=lambda v: str(v)[:9]
)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_it_gives_the_record_that_the_careful_reader_gives(jenis: str, row: Baris, data: st.DataObject) -> None:
    odd = [7, 2.5, True, [], {}, ["a"], "\x00", "٣"]
    changes = {
        name: data.draw(st.sampled_from([*GANTI[name], *odd]))
        for name in GANTI
        if name in row and data.draw(st.booleans())
    }
    some: dict[str, Any] = row | changes
    reader = quick_readers(0, konteks())[jenis]
    assert quick_or_none(reader, row) is not None
    got = quick_or_none(reader, some)
    if got is not None:
        assert got == careful(jenis, some)
        assert all(type(value) in (int, str, bool, type(None)) for value in got)


@pytest.mark.parametrize(
    ("jenis", "row"), [("penilaian", PENILAIAN), ("kegiatan", KEGIATAN_KANON), ("rhk", RHK)], ids=lambda v: str(v)[:9]
)
def test_it_takes_the_regular_row(jenis: str, row: Baris) -> None:
    got = quick_or_none(quick_readers(0, konteks())[jenis], row)
    assert isinstance(got, Record)
    assert got == careful(jenis, dict(row))


def test_it_takes_an_unrated_draft() -> None:
    draft = PENILAIAN | {"hasil_kerja": "", "perilaku_kerja": "", "predikat": "", "status": "draf"}
    got = quick_or_none(quick_readers(0, konteks())["penilaian"], draft)
    assert got == careful("penilaian", dict(draft))
    assert got is not None
    assert (got.core, got.status, got.hasil) == (None, 1, None)


def test_it_starts_its_cache_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(q, "PENUH", 2)
    kenal = q.Kenal(str)
    assert [kenal[n] for n in (1, 2, 3, 1)] == ["1", "2", "3", "1"]
    assert len(kenal) <= 2


def quick_or_none(reader: Callable[[dict[str, Any], int, str], Record], row: dict[str, Any]) -> Record | None:
    try:
        return reader(dict(row), 5, "h" * 32)
    except (ValueError, KeyError, TypeError):
        return None
