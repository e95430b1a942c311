"""The channel over HTTP: paths of the write API and of the report API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from selaras.connectors.ekinerja_builtin import failures
from selaras.connectors.ekinerja_builtin.channel import Row
from selaras.connectors.ekinerja_builtin.client import Client

_V1 = "/api/ekinerja/v1"
_REPORTS = "/api_kinerja"


class OverHttp:
    """The application behind an address."""

    def __init__(self, client: Client, where: str = "e-Kinerja") -> None:
        """Take the client that makes the calls."""
        self._client = client
        self._where = where

    def tulis(self, operasi: Sequence[Row]) -> Sequence[Row]:
        """Carry out writes; one outcome each, in their order."""
        answer = self._client.write(f"{_V1}/tulis", {"operasi": list(operasi)})
        return self._list(answer, "hasil", writing=True)

    def baca(self, kunci: Sequence[Row]) -> Sequence[Row]:
        """Look under keys; one content each, in their order."""
        return self._list(self._client.read("POST", f"{_V1}/baca", {"kunci": list(kunci)}), "isi")

    def referensi_periode(self) -> Sequence[Row]:
        """Return every period of Manajemen Periode."""
        return self._report(f"{_REPORTS}/referensi/periode")

    def laporan_skp(self, tahun: int) -> Sequence[Row]:
        """Return the whole Laporan SKP of a year."""
        return self._report(f"{_REPORTS}/laporan/skp/{tahun}")

    def laporan_penilaian(self, tahun: int, periode_id: str) -> Sequence[Row]:
        """Return the whole Laporan Penilaian of a period."""
        return self._report(f"{_REPORTS}/laporan/penilaian/{tahun}/{quote(periode_id, safe='')}")

    def unor(self) -> Sequence[Row]:
        """Return the reference of units."""
        return self._report(f"{_V1}/unor")

    def log(self, tahun: int) -> Sequence[Row]:
        """Return the Log Sinkronisasi of a year."""
        return self._report(f"{_V1}/log/{tahun}")

    def _report(self, path: str) -> Sequence[Row]:
        answer = self._client.read("GET", path)
        return [] if answer is None else self._list(answer, "data")

    def _list(self, answer: Any, name: str, *, writing: bool = False) -> Sequence[Row]:
        found = answer.get(name) if isinstance(answer, Mapping) else None
        if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
            raise failures.of_content(self._where, writing=writing)
        return found
