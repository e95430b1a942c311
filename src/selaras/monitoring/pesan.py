"""What a message of e-Kinerja means: the messages that are known, and the codes of the catalogue that explain each."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import psycopg

from selaras.ledger import catalogue
from selaras.monitoring import texts

# What a sentence says where nobody in particular is meant.
_ANYBODY = {
    "dasar": "data lain yang cocok",
    "status": "Draf, Diajukan, atau Dikembalikan",
    "jumlah": "para",
    "periode": "periode ini",
    "rentang": "sebagian tahun",
    "angka": "yang sama",
}


@dataclass(frozen=True, slots=True)
class Arti:
    """What a pasted text means. `pesan`: the known message in it, '' when there is none; `menolak`: it is a refusal."""

    pesan: str
    menolak: bool
    kode: tuple[str, ...]

    @property
    def dikenal(self) -> bool:
        """Say whether the catalogue knows the message."""
        return bool(self.pesan)


def arti(connection: psycopg.Connection, teks: str) -> Arti:
    """Find the known message in a text, whatever its case, tags and punctuation; the longest one if there are more."""
    known = catalogue.messages()
    row = connection.execute(
        "SELECT k.nomor FROM unnest(%s::text[]) WITH ORDINALITY AS k(pesan, nomor) "
        "WHERE position(pesan_normal(k.pesan) IN pesan_normal(%s)) > 0 ORDER BY length(k.pesan) DESC LIMIT 1",
        ([pesan for pesan, _, _ in known], teks),
    ).fetchone()
    if row is None:
        return Arti("", menolak=False, kode=())
    pesan, kode, menolak = known[row[0] - 1]
    return Arti(pesan, menolak, tuple(kode))


def sebab(kode: str, *, tahun: int, kantor: str, instansi: str) -> catalogue.Texts:
    """Return the catalogue's words on a code, about nobody in particular."""
    text = texts.text_of(kode)
    facts = {**_ANYBODY, "tahun": tahun, "instansi": instansi, "tanggal_data": "laporan terakhir"}
    words = {name: texts.fill(word, facts, kantor) for name, word in asdict(text).items() if name != "kode"}
    return catalogue.Texts(kode=kode, **words)
