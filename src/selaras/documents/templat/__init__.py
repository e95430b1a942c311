"""Templat: a school's workbook in the PMM interchange format, names filled in, three choices left per teacher.

`isi` says who and which periods, `pilihan` what can be chosen, `kolom` which columns each sheet has, `baris` makes the
rows, `buku` writes them; `susun` makes a person of what the ledger knows of him. The filled file is imported as it is:
sheets and headers are those of the interchange format.
"""

from selaras.documents.templat.buku import tulis
from selaras.documents.templat.isi import IsiTemplat, PegawaiTemplat, nama_berkas
from selaras.documents.templat.pilihan import isian_penilaian, isian_skp
from selaras.documents.templat.susun import slots_tipe, susun

__all__ = [
    "IsiTemplat",
    "PegawaiTemplat",
    "isian_penilaian",
    "isian_skp",
    "nama_berkas",
    "slots_tipe",
    "susun",
    "tulis",
]
