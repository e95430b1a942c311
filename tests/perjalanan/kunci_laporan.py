"""The answer key of a rehearsal district, with the names by which pages call people and schools."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import orjson

from jobs.daerah import SEKOLAH
from latihan.bacaan import Folder

NAMELESS = "(tanpa nama)"  # one claims a number and nobody knows who it is


@dataclass
class Kunci:
    """One snapshot: its folder, and what is wrong in it."""

    path: Path
    per: str
    folder: Folder = field(init=False)

    def __post_init__(self) -> None:
        key = orjson.loads((self.path / f"kunci-{self.per}.json").read_bytes())
        self.folder = Folder(self.path / self.per, key)

    @cached_property
    def nama(self) -> dict[str, str]:
        """Name people by NIP and schools by NPSN, in small letters: each file writes them its own way."""
        people = {row["NIP BARU"]: row["NAMA"] for row in self.folder.siasn()}
        people |= {row["NIP"]: row["Nama"] for row in self.folder.dapodik() if row["NIP"]}
        people |= {row["nip"]: row["nama"] for row in self.folder.pmm("pegawai") if row["nip"] not in people}
        return {key: name.casefold() for key, name in people.items()} | self.sekolah

    @cached_property
    def sekolah(self) -> dict[str, str]:
        return {row["NPSN"]: row["Sekolah"].casefold() for row in self.folder.dapodik()}

    @cached_property
    def tempat(self) -> dict[str, str]:
        """Say at which school (NPSN) somebody is."""
        return {row["NIP"]: row["NPSN"] for row in self.folder.dapodik()}

    def kepala(self, npsn: str) -> str:
        """Give the NIP of the head of a school."""
        rows = self.folder.dapodik()
        return str(next(row["NIP"] for row in rows if (row["NPSN"], row["Jenis PTK"]) == (npsn, "Kepala Sekolah")))

    def nip(self, part: str, kode: str) -> list[str]:
        """List whom a part of the key (kendala, akibat, selesai, baru) names under a code."""
        return list(self.folder.kunci[part].get(kode, ()))

    def harus(self, kode: str) -> set[str]:
        """Name who has to be found under a code."""
        return {self.nama[one] for one in self.nip("kendala", kode)}

    def boleh(self, kode: str) -> set[str]:
        """Name who may be found under a code besides: what follows from somebody else's trouble."""
        follows = {self.nama[one] for one in self.nip("akibat", kode)}
        return follows | self.berdua() if kode == "N5" else follows

    def berdua(self) -> set[str]:
        """Name both who claim one number: files disagree about whose it is."""
        pairs = self.folder.kunci["catatan"]["N5_nip_milik_orang_kedua"]
        both = {*pairs, *pairs.values()}
        siasn = {row["NAMA"].casefold() for row in self.folder.siasn() if row["NIP BARU"] in both}
        return siasn | {self.nama[one] for one in both} | {NAMELESS}

    def kode(self) -> set[str]:
        return set(self.folder.kunci["kendala"])

    def terbebas(self) -> dict[str, int]:
        """Count whom the repair of each school frees; a head who has to sync first waits for nobody."""
        held = self.folder.kunci["catatan"]["tertahan_sekolah"]
        return {
            kode: sum(len([nip for nip in held[npsn] if kode != "S4" or nip != self.kepala(npsn)]) for npsn in schools)
            for kode in SEKOLAH
            if (schools := self.nip("kendala", kode))
        }

    def berubah(self) -> set[tuple[str, str, str]]:
        """Say what this day changed: (Selesai or Baru, code, name)."""
        parts = {"Selesai": "selesai", "Baru": "baru"}
        return {
            (word, kode, self.nama[nip])
            for word, part in parts.items()
            for kode, people in self.folder.kunci[part].items()
            for nip in people
        }
