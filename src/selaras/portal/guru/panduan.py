"""The five steps of the way to e-Kinerja: where something stands in it, and whose it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import JUDUL_TAHAP, Siapa, Tahap
from selaras.monitoring.posisi import Kendala
from selaras.monitoring.sides import Sisi
from selaras.ui.langkah import Langkah

_WAITS = "Sudah dinyatakan dikerjakan; menunggu laporan berikutnya"
_DONE = frozenset({"selaras", "dikecualikan"})


def guide(
    kendala: Sequence[Kendala], both: Sequence[Sisi], address: str = "", ditekan: Collection[str] = ()
) -> list[Langkah]:
    """Return the five steps of a person; `address` is where each is explained.

    ditekan  codes whose step the person says to have done: such a step waits for the next report
    """
    at = by_stage(kendala)
    steps, before = [], True
    for tahap in Tahap:
        open_ones = at[tahap]
        done = not open_ones and before and (tahap is not Tahap.VERIFIKASI or all(one.keadaan in _DONE for one in both))
        waits = bool(open_ones) and all(k.kode in ditekan for k in open_ones)
        status = "menunggu" if waits else _status(open_ones, done=done, before=before)
        words = _WAITS if waits else _words(open_ones)
        steps.append(Langkah(JUDUL_TAHAP[tahap], status, words, f"{address}#{tahap}" if address else ""))
        before = before and done
    return steps


def by_stage(kendala: Sequence[Kendala]) -> dict[Tahap, list[Kendala]]:
    """Sort the findings that ask for something by the step at which they stand."""
    at: dict[Tahap, list[Kendala]] = {tahap: [] for tahap in Tahap}
    for k in kendala:
        if k.keadaan not in ("catatan", "dikecualikan"):
            at[langkah.tahap(k)].append(k)
    return at


def _status(open_ones: list[Kendala], *, done: bool, before: bool) -> str:
    if done:
        return "selesai"
    if not open_ones:
        return "belum"
    own = any(langkah.siapa(k) in (Siapa.GURU, Siapa.KEPALA) for k in open_ones)
    held = any(k.keadaan == "terblokir" for k in open_ones)
    return ("sekarang" if own and before else "tertahan" if held else "menunggu") if before or held else "belum"


def _words(open_ones: list[Kendala]) -> str:
    return "; ".join(dict.fromkeys(k.judul for k in open_ones))
