"""Large text streams in constant memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from connectors.berkas.builders import NIP
from selaras.connectors.berkas import open_sources
from selaras.connectors.ports import Document

ROW = f"{NIP},Sari Dewi,20271000,{'umpan balik ' * 30}\n"
LINE = f'{{"jenis": "skp", "nip": "{NIP}", "x": "{"y" * 350}"}}\n'


@pytest.mark.parametrize(("head", "row"), [("nip,nama,npsn,umpan_balik\n", ROW), ("", LINE)])
def test_it_reads_fifty_megabytes_in_eight(tmp_path: Path, head: str, row: str) -> None:
    path = tmp_path / "besar"
    count = 50_000_000 // len(row)
    with path.open("w") as out:
        out.write(head)
        out.writelines(row for _ in range(count))
    tracemalloc.start()
    try:
        [source] = open_sources(path)
        assert not isinstance(source, Document)
        rows: Iterable[object] = source.rows
        assert sum(1 for _ in rows) == count
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000
