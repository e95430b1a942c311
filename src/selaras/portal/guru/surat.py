"""The text that a person sends to whoever can mend his data: ready to copy, identifiers masked."""

from __future__ import annotations

import datetime as dt
import re

from selaras.kinerja import nip
from selaras.monitoring.texts import tanggal
from selaras.organisasi.selectors import Instansi
from selaras.portal.guru.orang import Dilihat

# What it is about, and who can mend it: (label, addressee of a teacher, addressee of a head).
TENTANG = {
    "identitas": ("Nama, NIP, NIK, atau NUPTK", "Operator {sekolah}", "Operator {sekolah}"),
    "unit": ("Unit kerja, jabatan, atau atasan", "Admin kepegawaian ({kantor})", "Admin kepegawaian ({kantor})"),
    "nilai": ("Nilai atau predikat", "Kepala {sekolah}", "Pejabat penilai di dinas pendidikan"),
    "lain": ("Hal lain", "Operator {sekolah}", "Dinas pendidikan"),
}
_LONG = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15,17}(?!\d)", re.ASCII)


def tertutup(teks: str) -> str:
    """Mask every number as long as a NIP, NIK or NUPTK.

    >>> tertutup("NIP saya 198501012010012999.")
    'NIP saya 1985***********999.'
    """
    return _LONG.sub(lambda found: nip.mask(found[0]), teks)


def penerima(who: Dilihat, isi: str, instansi: Instansi) -> str:
    """Name who can mend what a report is about, by the label that it begins with."""
    found = next((row for row in TENTANG.values() if isi.startswith(row[0] + ":")), TENTANG["lain"])
    name = who.sekolah or "sekolah"
    school = name.removeprefix("Sekolah ") if found[1].startswith("Kepala") and not who.kepala else name
    return found[2 if who.kepala else 1].format(sekolah=school, kantor=instansi.kantor)


def surat(who: Dilihat, isi: str, *, instansi: Instansi, per: dt.date | None) -> str:
    """Write the whole text."""
    masked = f" (NIP {nip.mask(who.nip)})" if who.nip else ""
    place = f" dari {who.sekolah}" if who.sekolah else ""
    drawn = f"Menurut data per {tanggal(per)} di Selaras" if per else "Menurut Selaras"
    return "\n".join((
        f"Yth. {penerima(who, isi, instansi)},",
        "",
        f"Saya {who.nama}{masked}{place}. {drawn}, ada data kinerja tahun {instansi.tahun} saya yang keliru:",
        "",
        isi,
        "",
        "Mohon bantuan untuk memeriksa dan memperbaikinya. NIP lengkap dan SK saya serahkan langsung bila diperlukan.",
        "Terima kasih.",
    ))  # fmt: skip
