"""What an instansi has set for its plans (`instansi.pengaturan`), and what holds when it has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a plan; they are sealed with it."""

    wajib_setuju: bool = True
    rencana_berlaku_jam: int = 24
    ambang_ubah_persen: int = 20  # writes over or withdraws more than this share of the scope ...
    ambang_ubah_jumlah: int = 20  # ... and more than this many
    ambang_turun: int = 10  # lowers the predikat of more than this many

    @classmethod
    def of(cls, pengaturan: Mapping[str, Any]) -> Settings:
        """Read the settings of an instansi."""
        return cls(**{field.name: pengaturan[field.name] for field in fields(cls) if field.name in pengaturan})

    def values(self) -> dict[str, Any]:
        """Give them as they are sealed."""
        return asdict(self)

    def passed(self, *, ubah: int, turun: int, cakupan: int) -> list[str]:
        """Say which thresholds a plan passes.

        >>> Settings().passed(ubah=30, turun=0, cakupan=100)
        ['Rencana ini mengubah atau menarik 30 dari 100 isian (30 %); batasnya 20 % dan 20 isian.']
        >>> Settings().passed(ubah=20, turun=10, cakupan=20)
        []
        """
        found = []
        if ubah > self.ambang_ubah_jumlah and ubah * 100 > self.ambang_ubah_persen * cakupan:
            found.append(
                f"Rencana ini mengubah atau menarik {ubah} dari {cakupan} isian ({ubah * 100 // cakupan} %); "
                f"batasnya {self.ambang_ubah_persen} % dan {self.ambang_ubah_jumlah} isian."
            )
        if turun > self.ambang_turun:
            found.append(f"Rencana ini menurunkan predikat {turun} penilaian; batasnya {self.ambang_turun}.")
        return found
