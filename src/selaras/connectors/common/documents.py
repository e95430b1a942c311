"""JSON documents: a list, or an object that carries one under `data` or `rows`.

>>> daftar({"data": [{"id": "1"}]}), daftar({"rows": {"npsn": "20271000"}}), daftar({"data": ""})
([{'id': '1'}], [{'npsn': '20271000'}], [])
>>> kolom_daftar([{"Id": 1}, {"nama": 2}])
('id', 'nama')
"""

from __future__ import annotations

from selaras.connectors.common.text import nama_kolom

_CONTOH = 20  # rows looked at to know the columns


def daftar(data: object) -> list[object]:
    """Return the rows of a JSON document; [] when it carries none (an empty answer may hold a text or nothing)."""
    if isinstance(data, dict):
        data = data.get("rows", data.get("data"))
        if isinstance(data, dict):
            return [data]
    return data if isinstance(data, list) else []


def kolom_daftar(data: object) -> tuple[str, ...]:
    """Return the column names met in the first rows, as `Table.header` writes them."""
    names: dict[str, None] = {}
    for item in daftar(data)[:_CONTOH]:
        if isinstance(item, dict):
            names.update(dict.fromkeys(nama_kolom(str(key)) for key in item))
    return tuple(names)
