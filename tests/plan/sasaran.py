"""A writable target in memory, as small as `connectors.target` allows: what it holds, and what it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobs.ruang import Ruang
from selaras.connectors.ports import Kind, Source
from selaras.connectors.target import Answer, Held, Key, Outcome, Write


class Sasaran:
    name = "ekinerja_builtin"
    title = "e-Kinerja tiruan"
    batch = 500

    def __init__(self) -> None:
        self.isi: dict[Key, tuple[int, str | None]] = {}
        self.ditanya: list[Key] = []

    @classmethod
    def dari(cls, ruang: Ruang) -> Sasaran:
        """Hold what the ledger last read of e-Kinerja."""
        made = cls()
        for kind, nip, npsn, mulai, slot, core in ruang.semua(
            "SELECT r.kind, a.nip, s.npsn, r.mulai, r.slot, replace(r.core::text, '-', '') FROM record r "
            "JOIN akun a ON a.id = r.akun_id JOIN unor u ON u.id = r.unor_id JOIN sekolah s ON s.id = u.sekolah_id "
            "WHERE r.side = 2 AND r.kind IN (2, 3) AND r.gone_batch IS NULL"
        ):
            first = mulai.isoformat() if kind == Kind.SKP else None
            made.isi[Key(Kind(kind), nip, ruang.tahun, npsn, first, slot)] = (1, core)
        return made

    def geser(self, nip: str, slot: int, core: str | None) -> None:
        """Change what is held behind the ledger's back."""
        key = next((k for k in self.isi if (k.nip, k.slot) == (nip, slot)), None)
        if key is None:
            npsn = next(k.npsn for k in self.isi)
            key = Key(Kind.PENILAIAN, nip, 2024, npsn, None, slot)
        self.isi[key] = (self.isi.get(key, (0, None))[0] + 1, core)

    def look(self, keys: Sequence[Key]) -> list[Held]:
        self.ditanya += keys
        return [Held(key, *self.isi.get(key, (0, None)), None) for key in keys]

    def send(self, writes: Sequence[Write]) -> list[Answer]:
        return [Answer(write.kunci, Outcome.STORED, write.versi + 1) for write in writes]

    def observe(self, tahun: int) -> Iterator[Source]:
        return iter(())
