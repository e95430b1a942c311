"""What the child process does, seen from inside: cells as text, and how it says what went wrong."""

from __future__ import annotations

import datetime as dt
import io
import resource

import orjson
import pytest

from connectors.berkas.builders import PEGAWAI, workbook
from selaras.connectors.berkas import workbook_child


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (7, "7"),
        (-0.0, "0"),
        (1e15, "1E+15"),
        (float("inf"), "inf"),
        (dt.datetime(2025, 1, 6, 10, 12, 33), "2025-01-06 10:12:33"),
        (dt.time(9, 30), "09:30:00"),
    ],
)
def test_it_gives_any_value_as_text(value: object, text: str) -> None:
    assert workbook_child.cell_text(value) == text


def test_it_writes_filled_rows_and_says_where_each_sheet_stands() -> None:
    out = io.BytesIO()
    answer = workbook_child.unpack(io.BytesIO(workbook({"S": PEGAWAI, "kosong": []})), out, 100)
    first, *_ = out.getvalue().splitlines()
    assert orjson.loads(first) == [1, PEGAWAI[0]]
    sheet = {"nama": "S", "nomor": 0, "baris": 3, "awal": 0, "akhir": len(out.getvalue()), "sembunyi": False}
    assert answer["lembar"][0] == sheet  # type: ignore[index]


def test_it_binds_itself_to_the_limits_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = {}
    monkeypatch.setattr(resource, "getrlimit", lambda _: (0, 50))
    monkeypatch.setattr(resource, "setrlimit", lambda what, pair: bound.update({what: pair}))
    workbook_child.limit_self(100, 7)
    assert (bound[resource.RLIMIT_AS], bound[resource.RLIMIT_CPU]) == ((50, 50), (7, 50))
