"""The workbook: instructions first, then the three tables of the interchange format."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from selaras.documents.templat import baris, kolom, petunjuk
from selaras.documents.templat.isi import IsiTemplat
from selaras.documents.templat.lembar import Penulis
from selaras.galat import DataError, TryAgain

_OPSI = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def tulis(isi: IsiTemplat, path: Path, *, timpa: bool = False) -> Path:
    """Write the template to `path` and return it.

    Raises `DataError` when the file is there already (somebody may have filled it in) and `timpa` is not set,
    `TryAgain` when it can not be written, `PeriodeError` for a slot that is no period.
    """
    if path.is_file() and not timpa:
        langkah = "Pindahkan atau ganti namanya, lalu ulangi."
        raise DataError("templat ini sudah ada dan mungkin sudah diisi.", di_mana=path.name, langkah=langkah)
    isinya = [(lembar, list(buat(isi))) for lembar, buat in _LEMBAR]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        xlsx = xlsxwriter.Workbook(str(path), _OPSI)
        xlsx.set_properties({"title": "Templat penilaian", "author": "Selaras"})
        penulis = Penulis(xlsx, isi)
        petunjuk.tulis(penulis)
        for lembar, rows in isinya:
            penulis.tabel(lembar, rows)
        xlsx.close()
    except (FileCreateError, OSError) as galat:
        kalimat = f"Berkas {path} tidak dapat ditulis."
        raise TryAgain(kalimat, langkah="Tutup berkasnya di Excel, lalu ulangi.") from galat
    return path


_LEMBAR = ((kolom.PEGAWAI, baris.pegawai), (kolom.SKP, baris.skp), (kolom.PENILAIAN, baris.penilaian))
