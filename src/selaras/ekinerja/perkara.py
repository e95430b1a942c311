"""One operation on its way through a call: what is known around it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from selaras.ekinerja import kode
from selaras.ekinerja.gelombang import Jejak
from selaras.ekinerja.operasi import Operasi, cacat

Jawaban = dict[str, Any]  # kunci, hasil, versi, kode, pesan: as the API answers


@dataclass(slots=True)
class Perkara:
    """An operation, its surroundings (`kenali.sql`) and, at the end, its answer."""

    op: Operasi
    tahu: Mapping[str, Any]
    jawaban: Jawaban | None = None
    lama: bool = False  # answered by an earlier call: nothing is done and nothing logged
    ikut: int = 0  # ratings withdrawn along with their SKP
    pesan: str = field(default="")

    @property
    def terbuka(self) -> bool:
        """Say whether nothing has been decided yet."""
        return self.jawaban is None

    def tolak(self, alasan: str, kolom: str = "") -> None:
        """Refuse it under a code."""
        self.pesan = kode.pesan(alasan, kolom)
        self._jawab("ditolak", None, alasan, self.pesan)

    def bentrok(self, versi: int) -> None:
        """Say that another version is held."""
        self.pesan = kode.BENTROK
        self._jawab("bentrok", versi, None, self.pesan)

    def terima(self, versi: int) -> None:
        """Say that it took effect, and which version is held now (0 after a withdrawal)."""
        op = self.op
        self.pesan = kode.DITERIMA if op.aksi == "tulis" else f"Ditarik: {op.alasan}"
        self._jawab("diterima", versi, None, None)

    def ulangi(self, jawaban: Mapping[str, Any]) -> None:
        """Answer as the first time; what took effect then is `sama` now."""
        self.lama = True
        hasil = "sama" if jawaban["hasil"] == "diterima" else jawaban["hasil"]
        self._jawab(hasil, jawaban["versi"], jawaban["kode"], jawaban["pesan"])

    def _jawab(self, hasil: str, versi: int | None, alasan: str | None, pesan: str | None) -> None:
        self.jawaban = {"kunci": self.op.kunci, "hasil": hasil, "versi": versi, "kode": alasan, "pesan": pesan}


def periksa(satu: Perkara) -> None:
    """Decide what no other operation can change: content, person, lock, unit, period."""
    op, tahu = satu.op, satu.tahu
    if salah := cacat(op):
        satu.tolak(*salah)
    elif tahu["pegawai"] is None:
        satu.tolak("EK5")
    elif tahu["terkunci"]:
        satu.tolak("EK4")
    elif op.jenis == "skp":
        _periksa_skp(satu)
    elif op.aksi == "tulis" and tahu["campur"]:
        satu.tolak("EK3")
    elif op.aksi == "tulis" and tahu["periode"] is None:
        satu.tolak("EK2")


def jejak(satu: Perkara, bertugas: frozenset[tuple[str, int]]) -> Jejak:
    """Return what the operation touches; `bertugas` holds the people who get an acting post in this call."""
    op, tahu = satu.op, satu.tahu
    memimpin = [tahu["unor_pegawai"]] if tahu["kepala"] else []
    memimpin += tahu["tugas"]
    if tahu["plt"] or (op.nip, op.tahun) in bertugas:
        memimpin.append(tahu["unor"])
    dipimpin = tahu["unor"] if tanya_atasan(satu) else None
    return Jejak(op.jenis, op.nip, op.tahun, op.slot, tuple(memimpin), dipimpin)


def tanya_atasan(satu: Perkara) -> bool:
    """Say whether this SKP needs that of the head first: the head himself and an acting one are free."""
    op = satu.op
    return op.jenis == "skp" and op.aksi == "tulis" and not satu.tahu["kepala"] and not op.isi.get("plt")


def _periksa_skp(satu: Perkara) -> None:
    op, tahu = satu.op, satu.tahu
    if op.aksi == "tulis" and op.isi["status"] != "persetujuan":
        satu.tolak("E02")
    elif op.aksi == "tulis" and not tahu["unor_sah"]:
        satu.tolak("E03")
    elif tahu["unor"] is None:
        satu.tolak("E05")
    elif op.aksi == "tulis" and not tahu["unor_aktif"]:
        satu.tolak("E03")
