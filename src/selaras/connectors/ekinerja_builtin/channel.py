"""What a channel to the application carries: plain JSON values, the same in process and over HTTP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Row = Mapping[str, Any]


class Channel(Protocol):
    """A way to the application. Failures are the exceptions that `connectors.target` names."""

    def tulis(self, operasi: Sequence[Row]) -> Sequence[Row]:
        """Carry out writes; one outcome each, in their order."""
        ...

    def baca(self, kunci: Sequence[Row]) -> Sequence[Row]:
        """Look under keys; one content each, in their order."""
        ...

    def referensi_periode(self) -> Sequence[Row]:
        """Return every period of Manajemen Periode."""
        ...

    def laporan_skp(self, tahun: int) -> Sequence[Row]:
        """Return the whole Laporan SKP of a year."""
        ...

    def laporan_penilaian(self, tahun: int, periode_id: str) -> Sequence[Row]:
        """Return the whole Laporan Penilaian of a period."""
        ...

    def unor(self) -> Sequence[Row]:
        """Return the reference of units."""
        ...

    def log(self, tahun: int) -> Sequence[Row]:
        """Return the Log Sinkronisasi of a year."""
        ...
