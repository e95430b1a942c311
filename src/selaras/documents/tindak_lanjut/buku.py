"""The admin workbook: what is to be done today, by whom, per kind of owner and per school.

Identifiers are masked on every sheet; `operator.xlsx` beside it is the only file with whole ones.
"""

from __future__ import annotations

from pathlib import Path

from selaras.documents.tindak_lanjut import lembar_data, lembar_kendala, lembar_sekolah, operator, ringkas
from selaras.documents.tindak_lanjut.lembar import Buku
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.monitoring.posisi import Posisi

BERKAS = "tindak-lanjut.xlsx"
LEMBAR = (
    ringkas.tulis,
    lembar_kendala.hari_ini,
    lembar_kendala.admin,
    lembar_kendala.dinas,
    lembar_kendala.tekan_sinkro,
    lembar_sekolah.tulis,
    lembar_data.di_luar,
    lembar_data.pesan,
    lembar_data.data,
)


def tulis(posisi: Posisi, path: Path) -> Path:
    """Write the admin workbook to `path` and `operator.xlsx` beside it; return `path`.

    Raises `TryAgain` when the file is open in another program or the folder can not be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    susunan = Susunan(posisi)
    buku = Buku(path, posisi)
    for lembar in LEMBAR:
        lembar(buku, susunan)
    buku.tutup()
    operator.tulis(posisi, path.with_name(operator.BERKAS))
    return path
