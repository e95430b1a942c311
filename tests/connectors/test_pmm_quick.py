"""The quick readers of the PMM format say what the careful ones say, for every row that they take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.contoh import KEGIATAN, PEGAWAI, PENILAIAN, RHK, SKP, WATI, Baris, konteks
from selaras.connectors.common.keys import hash_of
from selaras.connectors.common.rows import Row
from selaras.connectors.common.text import teks_json
from selaras.connectors.pmm_interchange import CONNECTOR as PMM
from selaras.connectors.pmm_interchange import quick as q
from selaras.connectors.pmm_interchange.columns import TABEL
from selaras.connectors.pmm_interchange.records import CAREFUL, quick_readers
from selaras.connectors.ports import Heading, Lines, Outside, Record, Reject

GANTI: dict[str, list[Any]] = {
    "skp_id": ["", None, " a ", "-", "b", 7],
    "nip": [WATI, "", "NIP. 19850101 201001 2 999", "1.9E+17", 198501012010012999, None],
    "npsn": ["", "2027", " 20271000", 20271000, None, "k5100001", "2027100'"],
    "tahun": [2024, "2023", "", "24", 2024.0],
    "tipe_periodik": ["Tahunan", "semester", "bulanan", "", "entah", None],
    "angka_periodik": ["", 2, "12", 2.0, None, "-"],
    "hasil_kerja": ["", "-", "Bagus", "DI ATAS EKSPEKTASI", None],
    "perilaku_kerja": ["", "dibawah ekspektasi", " Sesuai Ekspektasi ", None],
    "predikat": ["", "Kurang/Misconduct", "kurang", "Amat Baik", None],
    "umpan_balik": ["", None, "-", 'kutip " dan \\ garis', " spasi "],
    "nip_penilai": ["", "-", "12", None, WATI],
    "tanggal_dinilai": ["", None, "28/12/2024", "2024-02-30", "5 Januari 2024", "2024-03-28 09:00:00"],
    "status": ["draf", "Ditetapkan", "TERKIRIM ", "dikirim", "", None, "Diajukan", " disepakati"],
    "nama": ["", None, "-", " Budi ", 12, "Sar\ud800i"],
    "nik": ["", "-", None, "3204", "3204114101850000", "3204118101850001", "32.04114101850001", 3204114101850001],
    "nuptk": ["", "-", None, "1111111111111111", " 1234567890123999", 1234567890123999, "12345678901239990"],
    "tanggal_lahir": ["", None, "31-02-1985", "1 Januari 1985", "-"],
    "jenis_kelamin": ["L", "perempuan", "x", "", None, "-"],
    "status_kepegawaian": ["PPPK", " CPNS", "Guru Honor Sekolah", "", None, "entah"],
    "jenis_ptk": ["Kepala Sekolah", "", None, 7],
    "jabatan": ["Kepala Sekolah", "Pengawas Sekolah Ahli Madya", "", None, "-", " Guru"],
    "nip_atasan": ["", "-", "12", None, WATI],
    "akun_belajar": ["", None, "-", 5],
    "periode_awal": ["2024-07-01", "", "1/1/2024", "2025-01-01", "2024-02-30", None],
    "periode_akhir": ["2023-12-31", "", "31 Desember 2024", "2024-06-30", None],
    "tanggal_disepakati": ["", None, "-", "20/01/2024", "kapan"],
    "indikator_praktik": ["", None, "-", " Disiplin "],
    "plt": ["1", "", None, "Ya", "mungkin", 1],
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
BARIS: dict[str, Baris] = {
    "pegawai": PEGAWAI,
    "skp": SKP,
    "penilaian": PENILAIAN,
    "kegiatan": KEGIATAN_KANON,
    "rhk": RHK,
}
ANEH = [7, 2.5, 0, True, False, [], {}, ["a"], "\x00", "٣"]
semua = pytest.mark.parametrize("jenis", BARIS)


def careful(jenis: str, row: dict[str, Any]) -> Record | Reject | Outside:
    cells = {name: teks_json(value) for name, value in row.items()}
    return CAREFUL[jenis](Row(5, 0, cells, "h" * 32, lambda: cells), konteks())


@semua
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_it_gives_the_record_that_the_careful_reader_gives(jenis: str, data: st.DataObject) -> None:
    some = changed(jenis, data)
    got = quick_or_none(jenis, some)
    if got is not None:
        assert got == careful(jenis, some)
        assert all(type(value) in (int, str, bool, type(None)) for value in got)


@semua
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_line_says_the_same_whichever_way_its_columns_are_written(jenis: str, data: st.DataObject) -> None:
    some = {"jenis": jenis} | changed(jenis, data)
    for name in data.draw(st.sets(st.sampled_from(sorted(BARIS[jenis])))):
        value = some.pop(name)
        if data.draw(st.booleans()):
            some[name.upper()] = value
    try:
        raw = orjson.dumps(some)
    except TypeError:
        return  # JSON holds no lone surrogate
    (got,) = PMM.records(Lines("x.ndjson", [(5, raw)]), Heading(), konteks())
    cells = {name.lower(): value for name, value in some.items()}
    want = careful(jenis, cells)
    assert got == (want if isinstance(want, Reject) else with_hash(want, raw))


@semua
def test_it_takes_the_regular_row(jenis: str) -> None:
    got = quick_or_none(jenis, BARIS[jenis])
    assert isinstance(got, Record)
    assert got == careful(jenis, dict(BARIS[jenis]))


def test_it_takes_an_unrated_draft() -> None:
    draft = PENILAIAN | {"hasil_kerja": "", "perilaku_kerja": "", "predikat": "", "status": "draf"}
    got = quick_or_none("penilaian", draft)
    assert got == careful("penilaian", dict(draft))
    assert got is not None
    assert (got.core, got.status, got.hasil) == (None, 1, None)


def test_it_starts_its_cache_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(q, "PENUH", 2)
    kenal = q.Kenal(str)
    assert [kenal[n] for n in (1, 2, 3, 1)] == ["1", "2", "3", "1"]
    assert len(kenal) <= 2


def changed(jenis: str, data: st.DataObject) -> dict[str, Any]:
    """Return the good row of a table with some of its cells changed."""
    names = [name for name in GANTI if name in BARIS[jenis] and data.draw(st.booleans())]
    return BARIS[jenis] | {name: data.draw(st.sampled_from([*GANTI[name], *ANEH])) for name in names}


def with_hash(row: Record | Outside, raw: bytes) -> Record | Outside:
    return row._replace(raw_hash=hash_of(raw)) if isinstance(row, Record) else row


def quick_or_none(jenis: str, row: Mapping[str, Any]) -> Record | None:
    values = tuple(row.get(name) for name in TABEL[jenis].names)
    try:
        return quick_readers(0, konteks())[jenis](values, 5, "h" * 32)
    except (ValueError, KeyError, TypeError):
        return None
