"""What a channel to the application carries: pages of changes, the same in process and over HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

Row = Mapping[str, Any]


class Channel(Protocol):
    """A way to the application. Failures are `TryAgain` (nothing was read), `Stop` and `DataError`."""

    def pages(self, tahun: int) -> Iterator[Sequence[Row]]:
        """Yield every change of a year from the beginning: {urut, jenis, id, ditarik, isi}, ascending."""
        ...
