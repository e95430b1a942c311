"""What a stage works on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """One instansi, one year, judged as of one day, in one run."""

    instansi: int
    tahun: int
    per: dt.date
    run: int
    hari_ini: dt.date  # by the clock; `per` is by the data

    @property
    def params(self) -> dict[str, object]:
        """Parameters that the queries of the stages take."""
        return {
            "instansi": self.instansi,
            "tahun": self.tahun,
            "per": self.per,
            "run": self.run,
            "hari_ini": self.hari_ini,
        }
