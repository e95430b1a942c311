"""A plan as Markdown: per school, old -> new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from selaras.documents.rencana_isi import IsiRencana
from selaras.documents.tindak_lanjut.teks import aman, samarkan, tanggal

MENUNGGU = ("npsn", "sekolah", "menunggu", "janggal", "untuk_kepala_sekolah", "untuk_admin_instansi")


def susun(isi: IsiRencana) -> str:
    """Return the whole page."""
    return "\n".join(_lines(isi)) + "\n"


def _lines(isi: IsiRencana) -> Iterator[str]:
    yield f"# {_sel(isi.judul)}"
    yield f"\nData per {tanggal(isi.data_per)}.\n"
    yield from (f"- {_sel(line)}" for line in isi.ringkas)
    for (npsn, sekolah), steps in groupby(
        sorted(isi.langkah, key=lambda s: (s.npsn or "", s.seq)), lambda s: (s.npsn, s.sekolah)
    ):
        yield f"\n## {_sel(sekolah or 'Tanpa sekolah')} ({_sel(npsn or '-')})\n"
        yield from _table(
            ("Urut", "Nama", "NIP", "Apa", "Dari", "Menjadi"),
            ((s.seq, s.nama or "", samarkan(s.nip), s.apa, s.dari, s.menjadi) for s in steps),
        )
    if isi.ditinggal:
        yield "\n## Tidak ikut\n"
        rows = ((x.npsn or "", x.nama or "", samarkan(x.nip), x.apa, x.alasan) for x in isi.ditinggal)
        yield from _table(("NPSN", "Nama", "NIP", "Apa", "Sebab"), rows)
    if isi.menunggu:
        yield "\n## Menunggu persetujuan\n"
        yield from _table(tuple(name.replace("_", " ") for name in MENUNGGU), isi.menunggu)


def _table(head: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(_sel(cell) for cell in row)} |"


def _sel(cell: object) -> str:
    """Keep what came from a file from being read as markup.

    >>> _sel("a|b <i>")
    'a\\\\|b \\\\<i\\\\>'
    """
    text = aman("" if cell is None else cell)
    return "".join(f"\\{letter}" if letter in "\\|<>*_`[]#" else letter for letter in text)
