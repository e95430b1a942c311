"""What in a rehearsal no data mend but a person's word: a leaver is confirmed (X1), the value of PMM is confirmed (D1).

The words go the way that every person's words go: the exception list, and the review of entries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from selaras.jobs.folder import Folder
from selaras.jobs.review import listed, say_word
from selaras.latihan.district import District
from selaras.latihan.kunci import kunci
from selaras.latihan.lahirkan import orang_sekolah
from selaras.ledger.exceptions import Wish, exclude
from selaras.review.authority import Authority, head
from selaras.review.services import Putusan


def decide(folder: Folder, made: District, codes: Collection[str], *, run: int) -> int:
    """Say what has to be said about these codes, and commit. Returns how many people or entries it was about."""
    said = _confirm_leavers(folder, made, run) if "X1" in codes else 0
    if "D1" in codes and made.bawaan:
        said += _confirm_values(folder, made, run)
    folder.connection.commit()
    return said


def _confirm_leavers(folder: Folder, made: District, run: int) -> int:
    key: dict[str, Any] = kunci(made, made.hari)
    since, reason = dt.date(made.tahun, 1, 1), "Pensiun, dipastikan kepala sekolah (latihan)."
    wishes = [Wish(nip, "X1", reason, since, None) for nip in key["kendala"].get("X1", ())]
    return exclude(
        folder.connection, instansi=folder.need().id, run=run, oleh="kepala sekolah (latihan)", wishes=wishes
    )


def _confirm_values(folder: Folder, made: District, run: int) -> int:
    """Let every head say that the value in Ruang GTK is right: it is then carried like any approved entry."""
    said, reason = 0, "Nilai di Ruang GTK sudah dipastikan benar (latihan)."
    for who, entries in list(_heads(folder, made, run)):
        done = say_word(folder, who, entries, Putusan.BAWA_PMM, alasan=reason, tahun=made.tahun, run=run)
        said += done.n
    return said


def _heads(folder: Folder, made: District, run: int) -> Iterator[tuple[Authority, list[int]]]:
    schools = {s.npsn: s for s in made.sekolah}
    found = listed(folder, tahun=made.tahun, run=run)
    for npsn, items in groupby((item for item in found if item.kode == "D1"), key=lambda item: item.npsn or ""):
        nip = orang_sekolah(made, schools[npsn])[0].nip
        yield head(folder.connection, instansi=folder.need().id, nip=nip), [item.id for item in items]
