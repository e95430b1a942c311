"""One page per school, as PDF (set by Typst) and as plain text for pasting: names, no NIP, no rating.

`Kendala.sebab` and `detail` may carry ratings (D1, R3): they are never read here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import typst

from selaras.documents.tindak_lanjut.berkas import nama_berkas
from selaras.documents.tindak_lanjut.halaman import Halaman, dari
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.galat import Stop
from selaras.monitoring.posisi import Posisi, Sekolah


def tulis(posisi: Posisi, folder: Path) -> list[Path]:
    """Write `NPSN-name.pdf` and `.txt` for every school into `folder`; return the paths, the PDF of a school first."""
    folder.mkdir(parents=True, exist_ok=True)
    susunan = Susunan(posisi)
    nama = nama_berkas(posisi.sekolah)
    hasil: list[Path] = []
    with _pencetak() as pencetak:
        for s in posisi.sekolah:
            isi = dari(posisi, susunan.sekolah(s))
            pdf = folder / f"{nama[s.npsn]}.pdf"
            pdf.write_bytes(_pdf(pencetak, isi, posisi))
            txt = pdf.with_suffix(".txt")
            txt.write_text(teks(isi), encoding="utf-8")
            hasil += [pdf, txt]
    return hasil


def pdf(posisi: Posisi, s: Sekolah) -> bytes:
    """Return the page of one school as PDF."""
    with _pencetak() as pencetak:
        return _pdf(pencetak, dari(posisi, Susunan(posisi).sekolah(s)), posisi)


@contextmanager
def _pencetak() -> Iterator[typst.Compiler]:
    with as_file(files(__package__)) as rumah:
        yield typst.Compiler(
            str(rumah / "sekolah.typ"), root=str(rumah), font_paths=[str(rumah / "huruf")], ignore_system_fonts=True
        )


def _pdf(pencetak: typst.Compiler, isi: Halaman, posisi: Posisi) -> bytes:
    waktu = int(posisi.dibuat.timestamp())  # the same position gives the same bytes
    try:
        hasil = pencetak.compile(format="pdf", sys_inputs={"data": json.dumps(isi)}, timestamp=waktu)
    except typst.TypstError as e:
        kalimat = f"Halaman sekolah {isi['sekolah']} tidak dapat dicetak."
        raise Stop(kalimat, langkah="Kirim pesan ini ke pengelola Selaras.") from e
    if not isinstance(hasil, bytes):
        raise Stop(f"Halaman sekolah {isi['sekolah']} tidak menghasilkan PDF.")
    return hasil


def teks(isi: Halaman) -> str:
    """Return the page as plain text."""
    baris = [isi["latihan"]] if isi["latihan"] else []
    baris += [isi["sekolah"], isi["keterangan"], "", isi["posisi"], isi["tanggal"]]
    for b in isi["bagian"]:
        baris += ["", b["judul"].upper()]
        if b["catatan"]:
            baris.append(b["catatan"])
        for no, x in enumerate(b["langkah"], 1):
            baris.append(f"{no}. {x['teks']}" + (f" [{x['ukuran']}]" if x["ukuran"] else ""))
            baris += [f"   - {n}" for n in x["nama"]]
    return "\n".join([*baris, "", isi["penutup"], isi["kaki"], ""])
