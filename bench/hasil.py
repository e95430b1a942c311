"""What was measured, beside the bar that the project set itself."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

KEPALA = ("ukuran", "detik", "baris/detik", "nilai", "batas", "")


@dataclass(frozen=True, slots=True)
class Ukuran:
    """One line of the table. `batas` is what the value must reach; None where the line only informs."""

    nama: str
    nilai: float
    satuan: str = "x"
    batas: float | None = None
    paling_banyak: bool = True  # the bar is a ceiling, not a floor
    detik: float | None = None
    baris: int | None = None

    @property
    def putusan(self) -> str:
        """Say whether the bar is reached."""
        if self.batas is None:
            return ""
        return "tercapai" if (self.nilai <= self.batas if self.paling_banyak else self.nilai >= self.batas) else "belum"

    def sel(self) -> tuple[str, ...]:
        """Give the cells of the line."""
        laju = f"{self.baris / self.detik:,.0f}" if self.baris and self.detik else ""
        batas = (
            "" if self.batas is None else f"{'<=' if self.paling_banyak else '>='} {_angka(self.batas)} {self.satuan}"
        )
        detik = "" if self.detik is None else f"{self.detik:.2f}"
        return self.nama, detik, laju, f"{_angka(self.nilai)} {self.satuan}", batas, self.putusan


def _angka(nilai: float) -> str:
    return f"{nilai:,.0f}" if nilai >= 100 else f"{nilai:.3g}"


def tengah(nilai: Sequence[float]) -> float:
    """Give the median."""
    return median(nilai)


def rasio(atas: Sequence[float], bawah: Sequence[float]) -> float:
    """Give the median of the ratios of every repetition: only what ran side by side is compared."""
    return median(a / b for a, b in zip(atas, bawah, strict=True))


def tabel(semua: Iterable[Ukuran]) -> str:
    """Write the lines as a Markdown table that is readable as it stands."""
    baris = [KEPALA, *(ukuran.sel() for ukuran in semua)]
    lebar = [max(len(sel[k]) for sel in baris) for k in range(len(KEPALA))]
    teks = [
        "| "
        + " | ".join(
            isi.ljust(w) if k in (0, 5) else isi.rjust(w) for k, (isi, w) in enumerate(zip(sel, lebar, strict=True))
        )
        + " |"
        for sel in baris
    ]
    garis = "|" + "|".join("-" * (w + 2) for w in lebar) + "|"
    return "\n".join([teks[0], garis, *teks[1:]])


def simpan(path: Path, semua: Sequence[Ukuran], keterangan: dict[str, object]) -> None:
    """Write the figures as JSON, without anything that names the machine."""
    isi = {
        "python": platform.python_version(),
        **keterangan,
        "ukuran": [{**asdict(ukuran), "putusan": ukuran.putusan} for ukuran in semua],
    }
    path.write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
